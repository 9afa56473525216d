internal import Foundation

extension DateReader {
    /// A time of day and where its tokens lie.
    struct Clock {
        var hour: Int
        var minute: Int
        var second: Int?
        var tokens: Range<Int>
    }

    /// An offset from UTC and where its tokens lie.
    struct Zone {
        var minutes: Int
        var tokens: Range<Int>
    }

    /// How many words may stand between a day and its time: "9 février 2011, à environ 10:40".
    private static let reach = 6

    /// The clock inside, behind or before a day.
    func clock(near day: Range<Int>, in tokens: [DateToken]) -> Clock? {
        for index in day where day.count > 5 {
            if let clock = clock(at: index, in: tokens) { return clock }
        }
        for index in day.upperBound..<min(tokens.count, day.upperBound + Self.reach) {
            if tokens[index].isMark("|") && index > day.upperBound { break }
            if let clock = clock(at: index, in: tokens) { return clock }
        }
        for index in stride(from: day.lowerBound - 1, through: max(0, day.lowerBound - Self.reach - 4), by: -1) where index >= 0 {
            // A colon's minutes are no hour: the earliest token that begins this clock counts.
            if let clock = clock(at: index, in: tokens), index == 0 || !tokens[index - 1].isMark(":.") { return clock }
        }
        return nil
    }

    /// `10:40`, `10:40:05`, `10h40`, `10.40 Uhr`, `kl. 10.40`, `10時40分`, `10 Uhr`, `7 PM`, with a day half before or behind.
    func clock(at index: Int, in tokens: [DateToken]) -> Clock? {
        guard index >= 0, index < tokens.count, let hour = tokens[index].number, tokens[index].digits <= 2, hour <= 24 else { return nil }
        var clock: Clock?
        if index + 2 < tokens.count, let minute = minute(tokens[index + 2]), !tokens[index + 2].isSpaced || isHourWord(tokens[index + 1]) {
            if tokens[index + 1].isMark(":：") || isHourWord(tokens[index + 1]) || isPointClock(at: index, in: tokens) {
                clock = Clock(hour: hour, minute: minute, second: nil, tokens: index..<(index + 3))
            }
        }
        if clock == nil, index + 1 < tokens.count, isHourWord(tokens[index + 1]) || half(at: index + 1, in: tokens) != nil {
            let end = isHourWord(tokens[index + 1]) ? index + 2 : index + 1
            clock = Clock(hour: hour, minute: 0, second: nil, tokens: index..<end)
        }
        guard var clock else { return nil }
        addSeconds(to: &clock, in: tokens)
        return withHalf(clock, in: tokens)
    }

    private func minute(_ token: DateToken) -> Int? {
        token.digits == 2 ? token.number.flatMap { $0 < 60 ? $0 : nil } : nil
    }

    private func isHourWord(_ token: DateToken) -> Bool {
        token.word.map { ["h", "uhr", "u", "時", "点", "시", "heures", "ч"].contains($0) } ?? false
    }

    /// `10.40` is a clock only where a word says so.
    private func isPointClock(at index: Int, in tokens: [DateToken]) -> Bool {
        guard tokens[index + 1].isMark("."), !tokens[index + 1].isSpaced else { return false }
        let before = index > 0 ? (tokens[index - 1].isMark(".") && index > 1 ? tokens[index - 2].word : tokens[index - 1].word) : nil
        let after = index + 3 < tokens.count ? tokens[index + 3] : nil
        return ["kl", "klo", "um", "ore", "at", "alle", "om", "a", "as"].contains(before ?? "") || after.map(isHourWord) == true
            || half(at: index + 3, in: tokens) != nil
    }

    private func addSeconds(to clock: inout Clock, in tokens: [DateToken]) {
        var end = clock.tokens.upperBound
        if end < tokens.count, ["分", "분", "uhr", "min", "mn"].contains(tokens[end].word ?? "") { end += 1 }
        let isSeparated = end + 1 < tokens.count && (tokens[end].isMark(":：") || end > clock.tokens.upperBound)
        let number = end < tokens.count && tokens[end].isMark(":：") ? end + 1 : end
        if isSeparated, number < tokens.count, let second = minute(tokens[number]), !tokens[number].isSpaced {
            clock.second = second
            end = number + 1
            if end < tokens.count, ["秒", "초"].contains(tokens[end].word ?? "") { end += 1 }
        }
        clock.tokens = clock.tokens.lowerBound..<end
    }

    private func withHalf(_ clock: Clock, in tokens: [DateToken]) -> Clock? {
        var clock = clock
        let behind = half(at: clock.tokens.upperBound, in: tokens)
        if let found = behind ?? half(before: clock.tokens.lowerBound, in: tokens) {
            guard (0...12).contains(clock.hour) || found.isPM else { return nil }
            if clock.hour <= 12 { clock.hour = clock.hour % 12 + (found.isPM ? 12 : 0) }
            clock.tokens = min(clock.tokens.lowerBound, found.tokens.lowerBound)..<max(clock.tokens.upperBound, found.tokens.upperBound)
        }
        if clock.hour == 24 { clock.hour = 0 }
        return clock
    }

    /// `AM`, `p.m.`, `a. m.`, `午後`, `오후` and what CLDR has.
    private func half(at index: Int, in tokens: [DateToken]) -> (isPM: Bool, tokens: Range<Int>)? {
        guard index >= 0, index < tokens.count, let word = tokens[index].word else { return nil }
        if word == "午", index + 1 < tokens.count, let second = tokens[index + 1].word, ["前", "後", "后"].contains(second) {
            return (second != "前", index..<(index + 2))
        }
        if word == "a" || word == "p" {
            let next = index + 1 < tokens.count && tokens[index + 1].isMark(".") ? index + 2 : index + 1
            guard next < tokens.count, tokens[next].word == "m", next > index + 1 || !tokens[next].isSpaced else { return nil }
            let end = next + 1 < tokens.count && tokens[next + 1].isMark(".") ? next + 2 : next + 1
            return (word == "p", index..<end)
        }
        switch likelyMeaning(of: word) {
        case .am: return (false, index..<(index + 1))
        case .pm: return (true, index..<(index + 1))
        default: return nil
        }
    }

    private func half(before index: Int, in tokens: [DateToken]) -> (isPM: Bool, tokens: Range<Int>)? {
        if let one = half(at: index - 1, in: tokens) { return one }
        return half(at: index - 2, in: tokens).flatMap { $0.tokens.count == 2 ? $0 : nil }
    }

    /// `Z`, `UTC`, `GMT`, `GMT+1`, `+01:00`, `-0800`. Other abbreviations name several zones, so they are not read.
    func zone(at index: Int, in tokens: [DateToken]) -> Zone? {
        guard index < tokens.count else { return nil }
        var next = index
        var isUTC = false
        if tokens[next].isMark("("), next + 1 < tokens.count { next += 1 }
        if let word = tokens[next].word, ["z", "utc", "gmt"].contains(word) {
            isUTC = true
            next += 1
        }
        let none = isUTC ? Zone(minutes: 0, tokens: index..<next) : nil
        guard next + 1 < tokens.count, tokens[next].isMark("+-−"), let number = tokens[next + 1].number, !tokens[next + 1].isSpaced else {
            return none
        }
        let sign = tokens[next].isMark("+") ? 1 : -1
        let digits = tokens[next + 1].digits
        if digits == 4, number % 100 < 60, number <= 1400 {
            return Zone(minutes: sign * (number / 100 * 60 + number % 100), tokens: index..<(next + 2))
        }
        guard digits <= 2, number <= 14 else { return none }
        if next + 3 < tokens.count, tokens[next + 2].isMark(":"), let minutes = minute(tokens[next + 3]) {
            return Zone(minutes: sign * (number * 60 + minutes), tokens: index..<(next + 4))
        }
        return isUTC ? Zone(minutes: sign * number * 60, tokens: index..<(next + 2)) : none
    }
}

/// Dates in the forms of ISO 8601 that records use.
enum ISODate {
    static func local(_ day: DateReader.Day, _ clock: DateReader.Clock?) -> String {
        let date = "\(padded(day.year, 4))-\(padded(day.month))-\(padded(day.day))"
        return clock.map { local(date, $0) } ?? date
    }

    static func local(_ date: String, _ clock: DateReader.Clock) -> String {
        "\(date)T\(padded(clock.hour)):\(padded(clock.minute))" + (clock.second.map { ":" + padded($0) } ?? "")
    }

    /// The same moment in UTC; `nil` if the calendar has no such moment.
    static func instant(_ day: DateReader.Day, _ clock: DateReader.Clock, minutesEast: Int) -> String? {
        let components = DateComponents(
            timeZone: TimeZone(secondsFromGMT: minutesEast * 60), year: day.year, month: day.month, day: day.day, hour: clock.hour,
            minute: clock.minute, second: clock.second ?? 0)
        return Calendar(identifier: .iso8601).date(from: components)?.formatted(.iso8601)
    }

    private static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
