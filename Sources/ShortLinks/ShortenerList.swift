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
        var url = String(url)
        return url.withUTF8 { host(ofLinkWithCode: $0).map { contains(host: $0) } ?? false }
    }

    /// The host of an absolute URL with a path or a query behind it.
    private func host(ofLinkWithCode url: UnsafeBufferPointer<UInt8>) -> String? {
        guard let colon = url.firstIndex(of: UInt8(ascii: ":")), colon == 4 || colon == 5,
            zip(url[..<colon], "https".utf8).allSatisfy({ $0 | 0x20 == $1 })
        else { return nil }
        let behind = url[(colon + 1)...]
        guard behind.starts(with: "//".utf8) else { return nil }
        // A fragment never reaches the shortener.
        let rest = behind.dropFirst(2).prefix { $0 != UInt8(ascii: "#") }
        let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        guard rest[authority.endIndex...].contains(where: { $0 != UInt8(ascii: "/") }) else { return nil }
        let hostAndPort = authority.split(separator: UInt8(ascii: "@")).last ?? []
        return String(decoding: hostAndPort.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
    }
}
