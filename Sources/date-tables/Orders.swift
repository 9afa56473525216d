internal import Foundation

/// In which order each locale writes the numbers of its short dates.
enum Orders {
    /// A line for each language, `en` TAB `mdy`, and for each of its regions, `en_gb` TAB `dmy`; `iso` is 2011-02-09, which is also what
    /// CLDR has for a language of which it knows nothing.
    static var lines: [String] {
        var orders: [String: String] = [:]
        let formatter = DateFormatter()
        formatter.dateStyle = .short
        for identifier in Locale.availableIdentifiers.sorted(by: { $0.count < $1.count }) {
            formatter.locale = Locale(identifier: identifier)
            formatter.calendar = Calendar(identifier: .gregorian)
            guard let format = formatter.dateFormat else { continue }
            var order = ""
            for letter in format.lowercased() where "dmy".contains(letter) && !order.contains(letter) { order.append(letter) }
            guard order.count == 3 else { continue }
            if format == "y-MM-dd" { order = "iso" }
            let language = String(identifier.prefix { $0 != "_" })
            if orders[language] == nil { orders[language] = order }
            guard let region = Locale(identifier: identifier).region?.identifier, identifier.hasSuffix("_" + region) else { continue }
            orders["\(language)_\(region.lowercased())"] = order
        }
        return orders.map { "\($0.key)\t\($0.value)" }.sorted()
    }
}
