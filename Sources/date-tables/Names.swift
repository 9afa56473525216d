internal import Foundation

/// The names of months, weekdays and day halves of all locales that Foundation has, folded.
struct Names {
    /// What a name means: the kind (`m` month, `w` weekday, `h` day half, `s` beginning of a month's name) and the number (January 1,
    /// Sunday 0, before noon 0).
    struct Meaning: Hashable, Comparable {
        var kind: Character
        var value: Int

        static func < (first: Meaning, second: Meaning) -> Bool {
            (first.kind, first.value) < (second.kind, second.value)
        }
    }

    private var languages: [String: [Meaning: Set<String>]] = [:]
    private let folding: Folding

    init(folding: Folding) {
        self.folding = folding
        for identifier in Locale.availableIdentifiers.sorted() { add(identifier) }
        addBeginnings()
    }

    private mutating func add(_ identifier: String) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.locale = Locale(identifier: identifier)
        let language = String(identifier.prefix { $0 != "_" })
        for names in [
            calendar.monthSymbols, calendar.standaloneMonthSymbols, calendar.shortMonthSymbols, calendar.shortStandaloneMonthSymbols,
        ] {
            for (index, name) in names.enumerated() {
                add(name, Meaning(kind: "m", value: index + 1), language)
                // "15 ביולי": Hebrew writes "in" and the month as one word.
                if language == "he" { add("ב" + name, Meaning(kind: "m", value: index + 1), language) }
            }
        }
        for names in [
            calendar.weekdaySymbols, calendar.standaloneWeekdaySymbols, calendar.shortWeekdaySymbols,
            calendar.shortStandaloneWeekdaySymbols,
        ] {
            for (index, name) in names.enumerated() { add(name, Meaning(kind: "w", value: index), language) }
        }
        add(calendar.amSymbol, Meaning(kind: "h", value: 0), language)
        add(calendar.pmSymbol, Meaning(kind: "h", value: 1), language)
    }

    private mutating func add(_ name: String, _ meaning: Meaning, _ language: String) {
        guard !name.unicodeScalars.contains(where: { $0.properties.numericType == .decimal }) else { return }
        let words = folding.words(of: name)
        guard !words.isEmpty else { return }
        languages[words, default: [:]][meaning, default: []].insert(language)
    }

    /// People shorten the names of months as they like: from three letters on, what begins one month only of a language is that month.
    private mutating func addBeginnings() {
        var beginnings: [String: [String: Set<Int>]] = [:]
        for (name, meanings) in languages where !name.contains(" ") {
            let letters = name.unicodeScalars
            for (meaning, spoken) in meanings where meaning.kind == "m" {
                for length in 3..<max(3, min(letters.count, 8)) {
                    for language in spoken {
                        beginnings[String(letters.prefix(length)), default: [:]][language, default: []].insert(meaning.value)
                    }
                }
            }
        }
        for (beginning, spoken) in beginnings {
            let known = (languages[beginning] ?? [:]).values.reduce(into: Set()) { $0.formUnion($1) }
            for (language, months) in spoken where months.count == 1 && !known.contains(language) {
                for month in months { languages[beginning, default: [:]][Meaning(kind: "s", value: month), default: []].insert(language) }
            }
        }
    }

    /// A line for each name, `mars` TAB `M3`, or `listopad` TAB `m10:hr m11:cs,pl` where languages do not agree. Short words, day
    /// halves and beginnings always name their languages. A word with which longer names begin has `+`.
    var lines: [String] {
        var payloads: [String: String] = [:]
        for (name, meanings) in languages { payloads[name] = Self.payload(of: meanings, isShort: name.unicodeScalars.count < 3) }
        for name in languages.keys where name.contains(" ") {
            var start = ""
            for word in name.split(separator: " ").dropLast() {
                start += (start.isEmpty ? "" : " ") + word
                let payload = payloads[start] ?? ""
                if !payload.hasPrefix("+") { payloads[start] = payload.isEmpty ? "+" : "+ " + payload }
            }
        }
        return payloads.map { "\($0.key)\t\($0.value)" }.sorted()
    }

    private static func payload(of meanings: [Meaning: Set<String>], isShort: Bool) -> String {
        meanings.sorted { $0.key < $1.key }.map { meaning, languages in
            let isAgreed = "mw".contains(meaning.kind) && !isShort && meanings.keys.count { $0.kind == meaning.kind } == 1
            if isAgreed { return "\(meaning.kind.uppercased())\(meaning.value)" }
            return "\(meaning.kind == "s" ? "m" : meaning.kind)\(meaning.value):\(languages.sorted().joined(separator: ","))"
        }.joined(separator: " ")
    }
}
