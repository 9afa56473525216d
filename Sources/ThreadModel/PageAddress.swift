/// What is the same about the addresses of one page.
public enum PageAddress {
    /// Scheme, `www.`, a fragment and a slash at the end do not make another page.
    public static func identity(of url: String) -> String {
        var rest = url.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "#" }
        if rest.last == "/" { rest.removeLast() }
        let host = rest.prefix { $0 != "/" }
        let name = host.lowercased()
        return (name.hasPrefix("www.") ? String(name.dropFirst(4)) : name) + rest.dropFirst(host.count)
    }

    /// Whether two addresses are those of one page.
    public static func isSame(_ address: String, _ other: String) -> Bool {
        address == other || identity(of: address) == identity(of: other)
    }
}
