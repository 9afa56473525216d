/// In which order languages and regions write the numbers of a date.
enum DateOrder: UInt8, Sendable {
    case dayFirst
    case monthFirst
    case yearFirst
    /// 2011-02-09, and nothing is known of dates with slashes.
    case iso

    /// The order of a language tag (`en-GB`, `pt_BR`, `zh-Hant-TW`) by the short dates of CLDR; `nil` where the language is unknown.
    static func of(_ tag: String?) -> DateOrder? {
        guard let parts = tag?.split(whereSeparator: { $0 == "-" || $0 == "_" }), let language = parts.first?.lowercased() else {
            return nil
        }
        let region = parts.dropFirst().first { $0.count == 2 || $0.count == 3 && $0.allSatisfy(\.isNumber) }
        if let region, let order = find("\(language)_\(region.lowercased())") ?? find("\(language)_001") { return order }
        return find(language)
    }

    private static func find(_ key: String) -> DateOrder? {
        table[WordHash(words: key.unicodeScalars.lazy.map(\.value))].flatMap { DateOrder(rawValue: UInt8($0)) }
    }

    private static let table: WordTable = DateTables.orders.withUTF8Buffer { bytes in
        WordTable(
            bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
                let parts = line.split(separator: UInt8(ascii: "\t"))
                guard parts.count == 2, let letter = parts[1].first else { return nil }
                return (WordHash(words: parts[0].lazy.map { UInt32($0) }), UInt32(Self.order(letter).rawValue))
            })
    }

    private static func order(_ letter: UInt8) -> DateOrder {
        switch letter {
        case UInt8(ascii: "m"): .monthFirst
        case UInt8(ascii: "y"): .yearFirst
        case UInt8(ascii: "i"): .iso
        default: .dayFirst
        }
    }
}
