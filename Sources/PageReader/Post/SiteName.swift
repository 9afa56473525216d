/// The name of a site in the titles of its pages.
enum SiteName {
    private static let separators = [" : ", " | ", " - ", " – ", " — ", " » ", " « ", " · ", ": "]

    /// A title without the site's name in front of or behind it.
    static func removed(_ site: String?, from title: String) -> String {
        guard let site, !site.isEmpty else { return title }
        for separator in separators {
            if title.hasSuffix(separator + site) { return String(title.dropLast(separator.count + site.count)) }
            if title.hasPrefix(site + separator) { return String(title.dropFirst(separator.count + site.count)) }
        }
        return title
    }
}
