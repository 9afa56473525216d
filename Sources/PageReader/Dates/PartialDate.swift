internal import ThreadModel

/// A date that is printed without its year: "9 janvier à 13:06". The year is never made up: only what is known of the page gives it.
struct PartialDate: Sendable, Equatable {
    /// The words as they are printed.
    var printed: String
    var range: Range<String.Index>
    var month: Int
    var day: Int
    var clock: DateReader.Clock?
    /// Sunday is 0.
    var weekday: Int?

    /// What is known without the year: the words.
    var unresolved: PublishedDate { PublishedDate(printed: printed) }

    /// The date in the newest year in which it is not after the capture (ISO 8601) and falls on the weekday that is printed. A day of grace
    /// is given, as captures are noted in UTC.
    func completed(capturedAt: String) -> PublishedDate {
        guard let capture = ISODate.day(capturedAt) else { return unresolved }
        let years = stride(from: capture.year + 1, through: capture.year - 11, by: -1)
        let days = years.compactMap { CivilDay(year: $0, month: month, day: day) }
        return published(days.first { $0.daysSince1970 <= capture.daysSince1970 + 1 && (weekday == nil || $0.weekday == weekday) })
    }

    private func published(_ day: CivilDay?) -> PublishedDate {
        PublishedDate(printed: printed, local: day.map { ISODate.local($0, clock) })
    }
}

extension DateReader {
    /// A day and a month without a year, by the month's name or, where a clock time stands beside, by numbers: "12/02 à 11:30".
    func findPartial(in text: String) -> PartialDate? {
        Self.reading(text) { partial(in: DateTokens(of: $0, from: DateScan.startOfNumber(in: $0)), of: text) }
    }

    func partial(in tokens: DateTokens, of text: String) -> PartialDate? {
        partial(in: tokens) { part, moment in
            let range = text.range(ofBytes: tokens.bytes(of: moment.tokens))
            return PartialDate(
                printed: String(text[range]), range: range, month: part.month, day: part.day, clock: moment.clock,
                weekday: weekday(before: part.tokens.lowerBound, in: tokens)?.value)
        }
    }

    /// What is made of the first day and month without a year, and what stands around them.
    func partial<Result>(in tokens: DateTokens, _ make: (Part, Moment) -> Result) -> Result? {
        // The fillers between a month and its day, and both of them.
        tokens.nearNumbers(reach: Self.reach + 2) { index in
            guard let part = part(at: index, in: tokens) else { return nil }
            let moment = moment(around: part.tokens, in: tokens)
            return part.isNamed || moment.clock != nil ? make(part, moment) : nil
        }
    }

    typealias Part = (month: Int, day: Int, tokens: Range<Int>, isNamed: Bool)

    private func part(at index: Int, in tokens: DateTokens) -> Part? {
        if tokens[index].kind == .word { return namedPart(at: index, in: tokens) }
        let second = tokens[index + 2]
        guard tokens[index].digits == 1 || tokens[index].digits == 2, second.digits == 1 || second.digits == 2 else { return nil }
        let (first, last) = (tokens[index].value, second.value)
        let mark = tokens[index + 1]
        if mark.has(.month), tokens[index + 3].has(.day) { return valid(first, last, index..<(index + 4), isNamed: true) }
        guard mark.isMark("/"), !mark.isSpaced, !second.isSpaced, !tokens[index + 3].isMark("/"), !tokens[index - 1].isMark("/") else {
            return nil
        }
        let isDayFirst = first > 12 || last <= 12 && numericOrder == .dayFirst && order != .yearFirst
        return isDayFirst
            ? valid(last, first, index..<(index + 3), isNamed: false) : valid(first, last, index..<(index + 3), isNamed: false)
    }

    private func namedPart(at index: Int, in tokens: DateTokens) -> Part? {
        guard let name = month(at: index, in: tokens) else { return nil }
        let front = before(name.tokens.lowerBound, in: tokens)
        if isDay(front, in: tokens), !isClockPart(front, in: tokens) {
            return valid(name.month, tokens[front].value, front..<name.tokens.upperBound, isNamed: true)
        }
        let back = behind(name.tokens.upperBound, in: tokens)
        guard isDay(back, in: tokens), !beginsClock(back, in: tokens) else { return nil }
        return valid(name.month, tokens[back].value, name.tokens.lowerBound..<(back + 1), isNamed: true)
    }

    /// 29 February is possible in some years.
    private func valid(_ month: Int, _ day: Int, _ tokens: Range<Int>, isNamed: Bool) -> Part? {
        CivilDay(year: 2000, month: month, day: day).map { _ in (month, day, tokens, isNamed) }
    }
}
