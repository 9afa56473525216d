internal import Markup

/// The name of a site in the titles of its pages.
enum SiteName {
    private static let separators = [" : ", " | ", " - ", " – ", " — ", " » ", " « ", " · ", " // ", " :: ", " @ ", " ǀ ", ": "]

    /// A title without the name of its site in front of it or behind it.
    static func removed(_ sites: [String], from title: String) -> String {
        var title = title
        for site in sites where !site.isEmpty && site.utf8.count < title.utf8.count {
            for separator in separators {
                if title.hasSuffix(separator + site) { title = String(title.dropLast(separator.count + site.count)) }
                if title.hasPrefix(site + separator) { title = String(title.dropFirst(separator.count + site.count)) }
            }
        }
        return title.trimmingSpace()
    }

    /// A name as it is compared: letters and digits in lower case, with one space between words.
    static func key(_ text: some StringProtocol) -> String {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    /// Whether a text is the name of the site, or of its host without the ending: "Antary" at www.antary.de.
    static func isOne(_ key: String, of sites: [String], url: String?) -> Bool {
        if sites.contains(where: { Self.key($0) == key }) { return true }
        guard let host = url?.drop(while: { $0 != "/" }).drop(while: { $0 == "/" }).prefix(while: { $0 != "/" && $0 != ":" }) else {
            return false
        }
        let labels = host.split(separator: ".")
        let plain = key.filter { $0 != " " }
        return labels.count > 1 && labels.dropLast().contains { $0.lowercased().filter { $0 != "-" } == plain } && plain.count > 2
    }
}
