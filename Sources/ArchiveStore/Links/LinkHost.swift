/// The host of a link, as the index knows it.
enum LinkHost {
    /// The host in lower case, without `www.`, port and trailing dot; `nil` for what HTTP cannot ask for (RFC 3986, section 3.2).
    static func of(_ url: String) -> String? {
        guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = url[..<colon].lowercased()
        let rest = url[colon...].dropFirst()
        guard scheme == "http" || scheme == "https", rest.hasPrefix("//") else { return nil }
        let authority = rest.dropFirst(2).prefix { !"/?#\\".contains($0) }
        var host = authority[(authority.lastIndex(of: "@").map(authority.index(after:)) ?? authority.startIndex)...]
        if host.first == "[" {
            host = host.prefix { $0 != "]" }
        } else {
            host = host.prefix { $0 != ":" }
        }
        while host.last == "." { host.removeLast() }
        let name = host.lowercased()
        let bare = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
        return bare.isEmpty ? nil : bare
    }
}
