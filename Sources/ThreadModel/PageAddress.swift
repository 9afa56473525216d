/// What is the same about the addresses of one page.
public enum PageAddress {
    /// Scheme, the scheme's own port, a user's name, `www.`, a fragment and a slash at the end do not make another page; nor do line ends
    /// within the address, which are no part of it. A fragment that begins with `!` is the path of a page that a script shows.
    public static func identity(of url: String) -> String {
        let url = withoutLineEnds(url)
        guard let start = authorityStart(of: url) else { return url }
        let authority = authority(in: url[start...])
        let behind = url[authority.endIndex...]
        var rest = behind[..<(behind.utf8.firstIndex(of: UInt8(ascii: "#")) ?? behind.endIndex)]
        let fragment = behind[rest.endIndex...]
        if rest.utf8.last == UInt8(ascii: "/") { rest.removeLast() }
        return bareHost(in: authority, ports: [":80", ":443"]) + rest + (fragment.hasPrefix("#!") ? fragment : "")
    }

    /// Whether two addresses are those of one page.
    public static func isSame(_ address: String, _ other: String) -> Bool {
        address == other || identity(of: address) == identity(of: other)
    }

    /// The host of what HTTP can ask for (RFC 3986, section 3.2), as services are known by it: in lower case, without `www.`, port and the
    /// dot at the end; `nil` for anything else.
    public static func host(of url: String) -> String? {
        guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = url[..<colon].lowercased()
        let rest = url[colon...].dropFirst()
        guard scheme == "http" || scheme == "https", rest.hasPrefix("//") else { return nil }
        let host = bareHost(in: authority(in: rest.dropFirst(2)), ports: nil)
        return host.isEmpty ? nil : host
    }

    /// What stands up to a path, a query or a fragment.
    private static func authority(in rest: Substring) -> Substring {
        rest[..<(rest.utf8.firstIndex { "/?#\\".utf8.contains($0) } ?? rest.endIndex)]
    }

    /// Line ends and tabs within a URL are no part of it (WHATWG URL, "basic URL parser", step 3).
    public static func withoutLineEnds(_ url: String) -> String {
        guard url.utf8.contains(where: isLineEnd) else { return url }
        return String(decoding: url.utf8.filter { !isLineEnd($0) }, as: UTF8.self)
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x09 }

    /// Behind the slashes of an address that has a scheme, or begins with them. Words, and a `mailto:`, have no host.
    private static func authorityStart(of url: String) -> String.Index? {
        let scheme = url[..<(url.utf8.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") } ?? url.endIndex)]
        let rest = url[scheme.endIndex...]
        guard rest.hasPrefix(scheme.isEmpty ? "/" : ":/") else { return nil }
        return rest.drop { $0 == ":" }.drop { $0 == "/" }.startIndex
    }

    /// The host of an authority, in lower case and without `www.` and the dot at the end; without these ports, or without any.
    private static func bareHost(in authority: Substring, ports: [String]?) -> String {
        var host = authority[(authority.lastIndex(of: "@").map(authority.index(after:)) ?? authority.startIndex)...]
        if let ports {
            if let port = ports.first(where: { host.hasSuffix($0) }) { host.removeLast(port.count) }
        } else {
            host = host.first == "[" ? host.prefix { $0 != "]" } : host.prefix { $0 != ":" }
        }
        while host.last == "." { host.removeLast() }
        let name = host.lowercased()
        return name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
    }
}
