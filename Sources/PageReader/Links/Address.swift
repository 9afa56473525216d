internal import Foundation
internal import Markup

/// The address of a page, against which the links on it are resolved.
struct Address: Sendable {
    /// The page's own address or its `<base>`; without one only absolute links mean anything.
    let base: URL?

    init(_ url: String?) {
        base = url.flatMap { URL(string: $0) }
    }

    /// The absolute `http` or `https` URL of a reference; `nil` for other schemes, places on the page itself and what is no URL.
    func absolute(_ reference: String) -> String? {
        let trimmed = reference.trimmingSpace()
        guard !trimmed.isEmpty, !trimmed.hasPrefix("#"), !Self.isHiddenAddress(trimmed) else { return nil }
        // As browsers do: tabs and line ends inside a URL do not count.
        let isBroken = trimmed.utf8.contains { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        let cleaned = isBroken ? trimmed.filter { !$0.isNewline && $0 != "\t" } : trimmed
        if Self.isWeb(cleaned) { return Self.unwrapped(cleaned) }
        if cleaned.hasPrefix("//") { return Self.unwrapped("\(base?.scheme ?? "http"):\(cleaned)") }
        if cleaned.hasPrefix("/web/") {
            // As the archive serves its pages, before a browser made the links absolute.
            let wrapped = "https://web.archive.org" + cleaned
            let inner = Self.unwrapped(wrapped)
            if inner != wrapped { return inner }
        }
        guard Self.scheme(of: cleaned) == nil, let base, let resolved = URL(string: cleaned, relativeTo: base)?.absoluteString,
            Self.isWeb(resolved)
        else { return nil }
        return Self.unwrapped(resolved)
    }

    /// Cloudflare puts a link to a page of its own where an e-mail address was.
    private static func isHiddenAddress(_ reference: String) -> Bool {
        reference.utf8.withContiguousStorageIfAvailable { $0.holds(hiddenAddress) } ?? false
    }

    private static let hiddenAddress = Array("/cdn-cgi/l/email-protection".utf8)

    /// Whether a text begins as an address of the web does, and goes on.
    static func isWeb(_ url: some StringProtocol) -> Bool {
        var rest = url.utf8.makeIterator()
        for letter in "http".utf8 where rest.next().map({ $0 | 0x20 }) != letter { return false }
        var next = rest.next()
        if next.map({ $0 | 0x20 }) == UInt8(ascii: "s") { next = rest.next() }
        return next == UInt8(ascii: ":") && rest.next() == UInt8(ascii: "/") && rest.next() == UInt8(ascii: "/") && rest.next() != nil
    }

    /// The letters before a colon at the start, where they are a scheme (RFC 3986, section 3.1).
    private static func scheme(of reference: String) -> Substring? {
        let head = reference.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0.isOne(of: "+-.")) }
        guard !head.isEmpty, reference.dropFirst(head.count).first == ":" else { return nil }
        return head
    }

    /// The address inside one of web.archive.org: a page saved from there names all its links this way.
    static func unwrapped(_ url: String) -> String {
        for start in ["https://web.archive.org/web/", "http://web.archive.org/web/"] where url.hasPrefix(start) {
            let rest = url.dropFirst(start.count)
            let stamp = rest.prefix { $0 != "/" }
            let inner = rest.dropFirst(stamp.count + 1)
            if stamp.prefix(4).allSatisfy(\.isNumber), stamp.count >= 4, isWeb(inner) { return String(inner) }
        }
        return url
    }
}
