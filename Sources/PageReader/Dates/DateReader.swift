internal import Markup
internal import ThreadModel

/// Finds dates in short texts: the lines under comments, headings, attributes.
///
/// Reads ISO 8601, dates with month names in any CLDR language, numeric dates and the East Asian forms, with or without a clock time. The
/// zone is taken only where the text gives it as UTC, GMT or an offset.
struct DateReader: Sendable {
    /// Which of two small numbers is the day.
    enum NumericOrder: Sendable, Hashable {
        case dayFirst
        case monthFirst
    }

    /// A date that was found, and where.
    struct Found: Sendable, Equatable {
        var date: PublishedDate
        var range: Range<String.Index>
        /// Both readings of a numeric date were possible, and only the language decided.
        var isAmbiguous = false
    }

    /// The page's language, then those that are likely; their names are read when a word asks for them.
    private let languages: [String]
    /// The order for numeric dates that do not decide it themselves.
    var numericOrder: NumericOrder

    /// Creates a reader for a page's language; names of all other languages are understood too.
    init(language: String?, numericOrder: NumericOrder? = nil) {
        let tag = language?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() }
        languages = [tag].compactMap { $0 } + DateNames.likely.filter { $0 != tag }
        self.numericOrder = numericOrder ?? (tag == "en" || tag == nil ? .monthFirst : .dayFirst)
    }

    /// The first date in a text; `nil` where there is none.
    func find(in text: String) -> Found? {
        guard text.utf8.contains(where: { $0 >= 0x80 || (48...57).contains($0) }) else { return nil }
        let tokens = DateToken.tokens(of: text)
        var index = 0
        while index < tokens.count {
            if let day = day(at: index, in: tokens) { return found(day, in: tokens, of: text) }
            index += 1
        }
        return nil
    }

    /// The first time of day in a text that has no day.
    func findClock(in text: String) -> (clock: Clock, range: Range<String.Index>)? {
        let tokens = DateToken.tokens(of: text)
        for index in tokens.indices {
            if let clock = clock(at: index, in: tokens) {
                return (clock, tokens[clock.tokens.lowerBound].range.lowerBound..<tokens[clock.tokens.upperBound - 1].range.upperBound)
            }
        }
        return nil
    }

    /// The date of a text that is known to be one; without a readable date only the words are kept.
    func read(_ text: String) -> PublishedDate? {
        let line = text.collapsingSpace()
        guard !line.isEmpty else { return nil }
        return find(in: line)?.date ?? PublishedDate(printed: line)
    }

    /// What a word means in the page's language and the likely ones.
    func likelyMeaning(of word: String) -> DateWord? {
        for language in languages {
            if let meaning = DateNames.words(of: language)[word] { return meaning }
        }
        return Self.extraWords[word]
    }

    /// The month that a word names in any language. All languages take long to read, so it is asked only of words in the place of a month.
    private func month(named word: String) -> Int? {
        guard word.count > 1, case .month(let month)? = likelyMeaning(of: word) ?? DateNames.all[word] else { return nil }
        return month
    }

    /// Abbreviations that people and old templates use and CLDR has not.
    private static let extraWords: [String: DateWord] = [
        "sept": .month(9), "fevr": .month(2), "juil": .month(7), "janv": .month(1), "mrz": .month(3), "maerz": .month(3), "okt": .month(10),
        "dez": .month(12), "dic": .month(12), "ene": .month(1), "abr": .month(4), "ago": .month(8), "noon": .pm,
    ]
}

// MARK: - The day

extension DateReader {
    /// A day and where its tokens lie.
    struct Day {
        var year: Int
        var month: Int
        var day: Int
        var tokens: Range<Int>
        var isAmbiguous = false
    }

    private func day(at index: Int, in tokens: [DateToken]) -> Day? {
        let token = tokens[index]
        if token.number != nil {
            return yearFirst(at: index, in: tokens) ?? named(dayAt: index, in: tokens) ?? numeric(at: index, in: tokens)
        }
        return named(monthAt: index, in: tokens)
    }

    /// `2011-02-09`, `2011/2/9`, `2011.02.09`, `2011年2月9日`, `2011년 2월 9일`.
    private func yearFirst(at index: Int, in tokens: [DateToken]) -> Day? {
        guard tokens[index].digits == 4, index + 4 < tokens.count, let year = tokens[index].number, let month = tokens[index + 2].number,
            let day = tokens[index + 4].number
        else { return nil }
        let separated = ["-", "/", "."].contains { tokens[index + 1].isMark($0) && tokens[index + 3].isMark($0) }
        let eastAsian = ["年", "년"].contains(tokens[index + 1].word ?? "") && ["月", "월"].contains(tokens[index + 3].word ?? "")
        guard separated || eastAsian else { return nil }
        var end = index + 5
        if eastAsian, end < tokens.count, ["日", "일"].contains(tokens[end].word ?? "") { end += 1 }
        return valid(Day(year: year, month: month, day: day, tokens: index..<end))
    }

    /// `09 février 2011`, `9. Februar 2011`, `9 de febrero de 2011`, `1er mars 2011`, `9-Feb-2011`.
    private func named(dayAt index: Int, in tokens: [DateToken]) -> Day? {
        guard let day = tokens[index].number, tokens[index].digits <= 2 else { return nil }
        let name = skipFillers(from: index + 1, in: tokens)
        guard name < tokens.count, let word = tokens[name].word else { return nil }
        let last = skipFillers(from: name + 1, in: tokens)
        guard last < tokens.count, let year = year(tokens[last]), let month = month(named: word) else { return nil }
        return valid(Day(year: year, month: month, day: day, tokens: index..<(last + 1)))
    }

    /// `February 9th, 2011`, `Feb 9 2011`; `Feb 09 10:40:00 CET 2011` has its clock before the year.
    private func named(monthAt index: Int, in tokens: [DateToken]) -> Day? {
        guard let word = tokens[index].word else { return nil }
        let dayIndex = skipFillers(from: index + 1, in: tokens)
        guard dayIndex < tokens.count, let day = tokens[dayIndex].number, tokens[dayIndex].digits <= 2 else { return nil }
        var next = skipFillers(from: dayIndex + 1, in: tokens)
        if let clock = clock(at: next, in: tokens) {
            next = clock.tokens.upperBound
            if next < tokens.count, tokens[next].word?.count ?? 0 > 2 { next += 1 }
        }
        guard next < tokens.count, let year = year(tokens[next]), let month = month(named: word) else { return nil }
        return valid(Day(year: year, month: month, day: day, tokens: index..<(next + 1)))
    }

    /// `09/02/2011`, `9.2.2011`, `02-09-11`: the order is decided by the numbers, else by `numericOrder`.
    private func numeric(at index: Int, in tokens: [DateToken]) -> Day? {
        guard index + 4 < tokens.count, tokens[index].digits <= 2, tokens[index + 2].digits <= 2, let first = tokens[index].number,
            let second = tokens[index + 2].number, let year = year(tokens[index + 4]),
            ["/", ".", "-"].contains(where: { tokens[index + 1].isMark($0) && tokens[index + 3].isMark($0) })
        else { return nil }
        // Three numbers with points may be a version or a clock's; with two digits for the year only slashes and points before a time do.
        let dayFirst = first > 12 || (second <= 12 && (tokens[index + 1].isMark(".") || numericOrder == .dayFirst))
        var day = Day(
            year: year, month: dayFirst ? second : first, day: dayFirst ? first : second, tokens: index..<(index + 5))
        day.isAmbiguous = first <= 12 && second <= 12 && first != second && !tokens[index + 1].isMark(".")
        return valid(day)
    }

    private static let fillers: Set<String> = [
        "de", "del", "di", "do", "of", "er", "st", "nd", "rd", "th", "eme", "e", "den", "d", "da", "ta", "a", "o",
    ]

    private func skipFillers(from index: Int, in tokens: [DateToken]) -> Int {
        var index = index
        while index < tokens.count {
            let isFiller = tokens[index].isMark(".,-º°ª’'") || tokens[index].word.map { Self.fillers.contains($0) } == true
            guard isFiller else { break }
            index += 1
        }
        return index
    }

    /// Four digits, or two after 1970 and before 2070.
    private func year(_ token: DateToken) -> Int? {
        guard let value = token.number else { return nil }
        switch token.digits {
        case 4 where (1900...2200).contains(value): return value
        case 2: return value < 70 ? 2000 + value : 1900 + value
        default: return nil
        }
    }

    private func valid(_ day: Day) -> Day? {
        let lengths = [31, isLeap(day.year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1900...2200).contains(day.year), (1...12).contains(day.month), (1...lengths[day.month - 1]).contains(day.day) else {
            return nil
        }
        return day
    }

    private func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Puts the day, the clock that stands next to it and the zone together.
    private func found(_ day: Day, in tokens: [DateToken], of text: String) -> Found {
        let clock = self.clock(near: day.tokens, in: tokens)
        let zone = clock.flatMap { self.zone(at: $0.tokens.upperBound, in: tokens) }
        var last = max(day.tokens.upperBound, clock?.tokens.upperBound ?? 0)
        last = max(last, zone?.tokens.upperBound ?? 0)
        if clock != nil, zone == nil, last < tokens.count, isZoneName(tokens[last], of: text) { last += 1 }
        let weekday: Int = withWeekday(before: day.tokens.lowerBound, in: tokens)
        let first: Int = min(weekday, clock?.tokens.lowerBound ?? weekday)
        let range = tokens[first].range.lowerBound..<tokens[last - 1].range.upperBound
        var date = PublishedDate(printed: String(text[range]), local: ISODate.local(day, clock))
        if let clock, let zone { date.instant = ISODate.instant(day, clock, minutesEast: zone.minutes) }
        return Found(date: date, range: range, isAmbiguous: day.isAmbiguous)
    }

    /// `CET`, `PST`: part of the words as they are printed, though several zones have the name and none is read from it.
    private func isZoneName(_ token: DateToken, of text: String) -> Bool {
        let word = text[token.range]
        return token.word != nil && (3...4).contains(word.count) && word.allSatisfy { $0.isASCII && $0.isUppercase }
    }

    private func withWeekday(before index: Int, in tokens: [DateToken]) -> Int {
        var start = index - 1
        while start >= 0, tokens[start].isMark(",.") { start -= 1 }
        guard start >= 0, let word = tokens[start].word, word.count > 1, likelyMeaning(of: word) == .weekday else { return index }
        return start
    }
}
