/// The hosts of URL shorteners.
public struct ShortenerList: Sendable {
    /// The list that comes with the program, from `shorteners.txt`.
    public static let bundled = ShortenerList(text: String(decoding: PackageResources.shorteners_txt, as: UTF8.self))

    private let hosts: Set<String>

    /// Reads a list: one host a line; empty lines and everything after `#` are ignored.
    public init(text: String) {
        hosts = Set(
            text.split(whereSeparator: \.isNewline).compactMap { line in
                let host = line.prefix { $0 != "#" && !$0.isWhitespace }
                return host.isEmpty ? nil : host.lowercased()
            })
    }

    /// Whether a host is one of a shortener. Case, a leading `www.` and a trailing dot do not count.
    public func contains(host: some StringProtocol) -> Bool {
        var name = Substring(host.lowercased())
        if name.hasSuffix(".") { name.removeLast() }
        if name.hasPrefix("www.") { name = name.dropFirst(4) }
        return hosts.contains(String(name))
    }

    /// Whether an absolute `http` or `https` URL is a shortened link: the host is a shortener's and a code follows it.
    public func isShort(_ url: some StringProtocol) -> Bool {
        guard let colon = url.firstIndex(of: ":"), ["http", "https"].contains(url[..<colon].lowercased()) else { return false }
        let afterColon = url[colon...].dropFirst()
        guard afterColon.hasPrefix("//") else { return false }
        // A fragment never reaches the shortener.
        let rest = afterColon.dropFirst(2).prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let path = rest.dropFirst(authority.count).drop { $0 == "/" }
        guard !path.isEmpty else { return false }
        let hostAndPort = authority.split(separator: "@").last ?? ""
        return contains(host: hostAndPort.prefix { $0 != ":" })
    }
}
