/// A URL in the one form in which it is checked, asked, compared and recorded.
///
/// The host is in ASCII and lower case, numbers for hosts are dotted (RFC 3986, section 6, and what curl accepts beyond it); user
/// names, passwords and the default port are gone; the fragment is kept apart, because it is never sent. Path and query are kept
/// byte for byte, since a short code is case-sensitive.
struct WebURL: Sendable {
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
        // A second pass: only once a host is in ASCII can it turn out to be a number ("１２７.0.0.1").
        self = try Self.parsed(first.text, base: nil, fragment: first.fragment)
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
