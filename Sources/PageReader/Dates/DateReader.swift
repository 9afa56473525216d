internal import Markup
internal import ThreadModel

/// Finds dates in short texts: the lines under comments, headings, attributes.
///
/// Reads ISO 8601, dates with month names in any CLDR language, numeric dates and the East Asian forms, with or without a clock time. The
/// zone is taken only where the text gives it as UTC, GMT or an offset. What is printed without a year or in relation to now is found by
/// `findPartial(in:)` and `findRelative(in:)`; nothing is made up for it.
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
        /// The order that a numeric date proves, because its numbers or its weekday admit one reading only.
        var provenOrder: NumericOrder?
        /// Whether dots stand between its numbers.
        var isDotted = false
    }

    /// The page's language, then those that are likely.
    let languages: [DateNames.Language]
    /// The order for numeric dates that do not decide it themselves.
    var numericOrder: NumericOrder
    /// Whether `numericOrder` is that of the page, for numbers with dots between them too. In whatever language, these have the day first where
    /// nothing on the page says otherwise.
    var isOrderOfPage = false
    /// Whether the language has readers who write the month first between dots too.
    let mayDotMonthFirst: Bool
    /// How the language writes short dates: `11/2/9` may begin with the year.
    let order: DateOrder?
    /// Whether the language counts years from the death of the Buddha.
    let isThai: Bool
    /// Whether the language prints the solar years of Iran.
    let isPersian: Bool

    /// Creates a reader for a page's language, `fr` or `en-GB`; names of all other languages are understood too.
    init(language: String?, numericOrder: NumericOrder? = nil) {
        let tag = language?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() }
        let current = tag.map { DateNames.Language(Self.renamed[$0] ?? $0) }
        languages = [current].compactMap { $0 } + DateNames.likely.filter { $0 != current }
        order = DateOrder.of(language)
        self.numericOrder = numericOrder ?? (order == .monthFirst || tag == nil ? .monthFirst : .dayFirst)
        mayDotMonthFirst = self.numericOrder == .monthFirst
        isThai = tag == "th"
        isPersian = tag == "fa"
    }

    /// Codes that old pages use for languages that are called otherwise today.
    private static let renamed = ["iw": "he", "in": "id", "tl": "fil", "sh": "sr", "mo": "ro", "ji": "yi"]

    /// The first date in a text; `nil` where there is none.
    func find(in text: String) -> Found? {
        Self.reading(text) { bytes in first(in: bytes) { found($0, in: $1, of: text) } }
    }

    /// Where the first date of a text stands, in bytes, and whether it has a time of day: for those who need not know which date it is.
    func findPlace(in text: UnsafeBufferPointer<UInt8>) -> (bytes: Range<Int>, hasClock: Bool)? {
        first(in: text) { day, tokens in
            let moment = moment(around: day.tokens, in: tokens)
            return (tokens.bytes(of: moment.tokens), moment.clock != nil)
        }
    }

    private func first<Result>(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Day, DateTokens) -> Result) -> Result? {
        var from = 0
        while let start = DateScan.start(in: bytes, from: from) {
            let tokens = DateTokens(of: bytes, from: start, quiet: 2 * Self.reach)
            if let day = firstDay(in: tokens) { return body(day, tokens) }
            from = max(tokens.end, from + 1)
        }
        return nil
    }

    /// The first day among tokens. Only what stands close to a number is looked at.
    private func firstDay(in tokens: DateTokens) -> Day? {
        tokens.nearNumbers(reach: Self.reach) { day(at: $0, in: tokens) }
    }

    /// The first time of day in a text that has no day.
    func findClock(in text: String) -> (clock: Clock, range: Range<String.Index>)? {
        Self.reading(text) { bytes in
            let tokens = DateTokens(of: bytes, from: DateScan.startOfNumber(in: bytes))
            for index in 0..<tokens.count {
                if let clock = clock(at: index, in: tokens) { return (clock, text.range(ofBytes: tokens.bytes(of: clock.tokens))) }
            }
            return nil
        }
    }

    /// The date of a text that is known to be one. What is printed without a year or in relation to now is read against the capture
    /// (ISO 8601, UTC), if that is known; without a readable date only the words are kept.
    func read(_ text: String, capturedAt: String? = nil) -> PublishedDate? {
        let line = text.collapsingSpace()
        guard !line.isEmpty else { return nil }
        if let found = find(in: line) { return found.date }
        if let capturedAt {
            let dates = [
                findRelative(in: line)?.resolved(capturedAt: capturedAt), findPartial(in: line)?.completed(capturedAt: capturedAt),
            ]
            if let date = dates.lazy.compactMap({ $0 }).first(where: { $0.local != nil }) { return date }
        }
        return PublishedDate(printed: line)
    }

    /// Gives the bytes of a text to a reader.
    static func reading<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result?) -> Result? {
        if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
        var native = text
        return native.withUTF8(body)
    }

    /// Puts the day, the clock that stands next to it and the zone together.
    private func found(_ day: Day, in tokens: DateTokens, of text: String) -> Found {
        let moment = self.moment(around: day.tokens, in: tokens)
        let range = text.range(ofBytes: tokens.bytes(of: moment.tokens))
        var date = PublishedDate(printed: String(text[range]), local: ISODate.local(day.civil, moment.clock))
        if let clock = moment.clock, let zone = moment.zone {
            date.instant = ISODate.instant(day.civil, clock, minutesEast: zone.minutes)
        }
        return Found(date: date, range: range, isAmbiguous: day.isAmbiguous, provenOrder: day.provenOrder, isDotted: day.isDotted)
    }
}

extension DateReader {
    /// What stands around a day and belongs to it.
    struct Moment {
        var clock: Clock?
        var zone: Zone?
        /// All tokens from the weekday to the zone.
        var tokens: Range<Int>
    }

    func moment(around day: Range<Int>, in tokens: DateTokens) -> Moment {
        let clock = clock(near: day, in: tokens)
        let zone = clock.flatMap { self.zone(at: $0.tokens.upperBound, in: tokens) }
        var last = max(day.upperBound, clock?.tokens.upperBound ?? 0, zone?.tokens.upperBound ?? 0)
        if clock != nil, zone == nil, isZoneName(tokens[last]) { last += 1 }
        let weekday = weekday(before: day.lowerBound, in: tokens)?.token ?? day.lowerBound
        return Moment(clock: clock, zone: zone, tokens: min(weekday, clock?.tokens.lowerBound ?? weekday)..<last)
    }

    /// `CET`, `PST`: part of the words as they are printed, though several zones have the name and none is read from it.
    private func isZoneName(_ token: DateToken) -> Bool {
        token.kind == .word && Self.zoneNames.contains(token.hash)
    }

    private static let zoneNames: Set<WordHash> = Set(
        """
        acdt acst adt aedt aest akdt akst ast awst bst cat cdt cest cet cst eat edt eest eet est hkt hst ist jst kst mdt mez mesz mdt msd
        msk mst ndt nst nzdt nzst pdt pht pkt pst sast sgt wast wat west wet wib
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { WordHash(words: $0.unicodeScalars.lazy.map(\.value)) })

    /// The weekday before a day: "mercredi, le 9".
    func weekday(before index: Int, in tokens: DateTokens) -> (value: Int?, token: Int)? {
        var start = index - 1
        while tokens[start].isMark(in: ",.()") { start -= 1 }
        guard tokens[start].kind == .word, tokens[start].length > 1 else { return nil }
        if let value = name(.weekday, at: start, in: tokens)?.value { return (value, start) }
        return tokens[start].has(.weekday) ? (nil, start) : nil
    }

    /// What a name means that begins at a token, and where it ends: names may have several words.
    func name(_ kind: DateNames.Kind, at index: Int, in tokens: DateTokens) -> (value: Int, end: Int)? {
        guard tokens[index].kind == .word else { return nil }
        var hash = tokens[index].hash
        guard let first = DateNames.entry(hash) else { return nil }
        var best = DateNames.value(kind, of: first, in: languages).map { (value: $0, end: index + 1) }
        var entry = first
        var next = index + 1
        while DateNames.isBeginning(entry) {
            while tokens[next].isMark(in: ".'-") || tokens[next].isMark("’") || tokens[next].isMark("॰") { next += 1 }
            guard tokens[next].kind == .word else { break }
            hash = hash.followed(by: tokens[next].hash)
            guard let longer = DateNames.entry(hash) else { break }
            next += 1
            if let value = DateNames.value(kind, of: longer, in: languages) { best = (value, next) }
            entry = longer
        }
        return best
    }
}

extension String {
    /// The place of bytes of the text's UTF-8.
    func range(ofBytes bytes: Range<Int>) -> Range<Index> {
        utf8.index(startIndex, offsetBy: bytes.lowerBound)..<utf8.index(startIndex, offsetBy: bytes.upperBound)
    }
}
