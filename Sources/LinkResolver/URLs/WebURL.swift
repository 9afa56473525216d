import Foundation

/// A URL in the one form in which it is checked, asked, compared and recorded.
///
/// The host is in ASCII and lower case, numbers for hosts are dotted (RFC 3986, section 6, and what curl accepts beyond it); user
/// names, passwords and the default port are gone; the fragment is kept apart, because it is never sent. Path and query are kept
/// byte for byte, since a short code is case-sensitive.
struct WebURL: Hashable, Sendable {
    /// Why a text is not a URL.
    struct Problem: Error, Hashable {
        var code: Int
        var message: String
    }

    /// What is asked: everything but the fragment.
    let text: String
    let scheme: String
    /// Without brackets where it is an IPv6 address.
    let host: String
    let port: Int
    let fragment: String?

    /// The whole URL, with another URL's fragment where it has none of its own.
    func text(inheriting fragment: String?) -> String {
        (self.fragment ?? fragment).map { "\(text)#\($0)" } ?? text
    }

    /// What follows host and port, as it is asked: the path, and the query with its question mark.
    var target: Substring {
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        guard rest.starts(with: "://".utf8) else { return "" }
        return Substring(rest.dropFirst(3).drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") })
    }

    /// The path, percent-encoded as it is in the URL; never empty for HTTP.
    var path: Substring { Substring(target.utf8.prefix { $0 != UInt8(ascii: "?") }) }

    /// What follows the question mark.
    var query: Substring? {
        let target = target.utf8
        return target.firstIndex(of: UInt8(ascii: "?")).map { Substring(target[$0...].dropFirst()) }
    }

    /// The value of a query parameter, decoded; an empty name stands for the whole query.
    func parameter(_ name: String) -> String? {
        guard let query else { return nil }
        // A whole query that is a URL as it stands has nothing to be decoded.
        if name.isEmpty {
            return query.hasPrefix("http://") || query.hasPrefix("https://") ? String(query) : Self.decoded(query, plusIsSpace: false)
        }
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, parts[0] == name { return Self.decoded(parts[1], plusIsSpace: true) }
        }
        return nil
    }

    /// Bytes that are no text in UTF-8 stay percent-encoded, and so does what is broken.
    private static func decoded(_ text: Substring, plusIsSpace: Bool) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2 {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return LocationText.text(of: bytes)
    }

    /// A host with and without `www.` is one site.
    var site: Substring { host.hasPrefix("www.") ? host.dropFirst(4) : Substring(host) }

    /// Reads an absolute URL.
    init(_ text: String) throws(Problem) { try self.init(text, base: nil) }

    /// Reads a target as a redirect has it, relative to the URL that answered.
    init(_ reference: String, relativeTo base: WebURL) throws(Problem) { try self.init(reference, base: base) }

    private init(_ reference: String, base: WebURL?) throws(Problem) {
        let tidy = LocationText.tidied(reference)
        if let base, tidy.isEmpty || tidy.hasPrefix("#") {
            // libcurl 7.88 drops the query and the last path segment here; the URL is the base itself (RFC 3986, section 5.2.2).
            self.init(of: base, fragment: tidy.isEmpty ? nil : String(tidy.dropFirst()))
            return
        }
        let first = try Self.parsed(tidy, base: base?.text)
        // A second pass: only once a host is in ASCII can it turn out to be a number ("１２７.0.0.1"). By now what was not ASCII is percent-encoded.
        self = tidy.utf8.contains(UInt8(ascii: "%")) ? try Self.parsed(first.text, base: nil, fragment: first.fragment) : first
    }

    private init(of other: WebURL, fragment: String?) {
        self.init(text: other.text, scheme: other.scheme, host: other.host, port: other.port, fragment: fragment)
    }

    private init(text: String, scheme: String, host: String, port: Int, fragment: String?) {
        self.text = text
        self.scheme = scheme
        self.host = host
        self.port = port
        self.fragment = fragment
    }

    private static func parsed(_ text: String, base: String?, fragment inherited: String? = nil) throws(Problem) -> WebURL {
        guard let handle = URLHandle() else { throw Problem(code: 0, message: "no memory for a URL") }
        if let base, let problem = handle.set(.url, to: base) { throw problem }
        if let problem = handle.set(.url, to: text) { throw problem }
        let fragment = handle.get(.fragment) ?? inherited
        for part in [URLHandle.Part.user, .password, .options, .zone, .fragment] { _ = handle.set(part, to: nil) }
        guard let scheme = handle.get(.scheme) else { throw Problem(code: 0, message: "no scheme") }
        let host = handle.get(.host)?.lowercased() ?? ""
        if host.isEmpty {
            // Only schemes that are refused anyway do without a host ("file:///etc/passwd").
            guard scheme != "http", scheme != "https" else { throw Problem(code: 0, message: "no usable host name") }
        } else if let problem = handle.set(.host, to: host) {
            throw problem
        }
        guard let whole = handle.get(.url) else { throw Problem(code: 0, message: "not a URL") }
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        return WebURL(text: whole, scheme: scheme, host: bare, port: handle.get(.port).flatMap { Int($0) } ?? 0, fragment: fragment)
    }
}

extension WebURL {
    /// Whether a URL of a host that nobody told us of looks like a short link: a name of two short labels, and a code behind it that no
    /// word for people would be.
    var looksShort: Bool {
        let labels = site.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count == 2, site.count <= 9, query == nil, IPAddress(spelling: host) == nil else { return false }
        let code = path.dropFirst()
        guard (3...10).contains(code.count),
            code.utf8.allSatisfy({ ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || (0x30...0x39).contains($0) })
        else { return false }
        return code.contains { $0.isNumber || $0.isUppercase }
    }
}
