internal import Markup
internal import Foundation
internal import Synchronization

/// What a word means in a date.
enum DateWord: Sendable, Hashable {
    /// January is 1.
    case month(Int)
    case weekday
    case am
    case pm
}

/// The names of months, weekdays and day halves in the languages of CLDR, read from Foundation once per process and language.
///
/// All languages together take a third of a second to read: a page pays for its own language, and for all of them only when a word of a
/// date is in none that is likely.
enum DateNames {
    private static let cache = Mutex<[String: [String: DateWord]]>([:])

    /// The words of one language, folded (see `fold`).
    static func words(of language: String) -> [String: DateWord] {
        if let known = cache.withLock({ $0[language] }) { return known }
        let words = read(language)
        cache.withLock { $0[language] = words }
        return words
    }

    /// The languages whose names are tried before those of all others, most common on blogs first.
    static let likely = ["en", "fr", "de", "es", "it", "pt", "nl", "ja"]

    /// The words of all CLDR languages. One that means different months in two languages (`listopad`) is left out: it needs its language.
    static let all: [String: DateWord] = {
        let languages = Set(Locale.availableIdentifiers.map { languagePart(of: $0) })
        var words: [String: DateWord] = [:]
        var ambiguous: Set<String> = []
        for language in languages.sorted() {
            for (word, meaning) in read(language) {
                if let other = words.updateValue(meaning, forKey: word), other != meaning { ambiguous.insert(word) }
            }
        }
        for word in ambiguous { words[word] = nil }
        return words
    }()

    /// Language and script, without the region.
    private static func languagePart(of identifier: String) -> String {
        identifier.split(separator: "_").prefix { $0.count != 2 || $0 == identifier.prefix(2) }.joined(separator: "_")
    }

    private static func read(_ language: String) -> [String: DateWord] {
        var calendar = Calendar(identifier: .gregorian)
        calendar.locale = Locale(identifier: language)
        var words: [String: DateWord] = [:]
        func add(_ names: [String], _ meaning: (Int) -> DateWord) {
            for (index, name) in names.enumerated() {
                let word = fold(name)
                guard !word.isEmpty, word.allSatisfy({ !$0.isNumber && !$0.isSpace }) else { continue }
                if words[word] == nil { words[word] = meaning(index) }
            }
        }
        add(calendar.monthSymbols) { .month($0 + 1) }
        add(calendar.standaloneMonthSymbols) { .month($0 + 1) }
        add(calendar.shortMonthSymbols) { .month($0 + 1) }
        add(calendar.shortStandaloneMonthSymbols) { .month($0 + 1) }
        add([calendar.amSymbol]) { _ in .am }
        add([calendar.pmSymbol]) { _ in .pm }
        for names in [calendar.weekdaySymbols, calendar.shortWeekdaySymbols, calendar.standaloneWeekdaySymbols] {
            add(names) { _ in .weekday }
        }
        return words
    }

    /// Whether a word names a month in one of the likely languages.
    static func isMonth(_ word: String) -> Bool {
        let folded = fold(word)
        return likely.contains { language in
            if case .month = words(of: language)[folded] { true } else { false }
        }
    }

    /// A word as it is looked up: people type names without accents, abbreviated with a point, and in any case.
    static func fold(_ word: some StringProtocol) -> String {
        let isASCII = word.utf8.allSatisfy { $0 < 0x80 }
        let plain =
            isASCII ? word.lowercased() : word.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
        guard plain.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == 0x20 || $0 >= 0x80 }) else { return plain }
        return plain.filter { $0 != "." && $0 != "\u{200F}" && $0 != "\u{200E}" }.trimmingSpace()
    }
}
