internal import ThreadModel

/// How long before its capture a page says that something was written: "3 days ago", "il y a 2 mois", "yesterday at 5:10 PM".
///
/// Without the moment of the capture this is no date: only the words are known.
struct RelativeDate: Sendable, Equatable {
    /// In the order of their length; the raw values are those in `RelativeWords`.
    enum Unit: Int, Sendable {
        case second, minute, hour, day, week, month, year
    }

    struct Amount: Sendable, Equatable {
        var count: Int
        var unit: Unit
    }

    /// The words as they are printed.
    var printed: String
    var range: Range<String.Index>
    /// "2 years 3 weeks ago" has two; "yesterday" is one day, "today" none.
    var amounts: [Amount]
    /// The time of day that is printed beside: "yesterday at 5:10 PM".
    var clock: DateReader.Clock?

    /// The date, as precise as the words are, for a page that was captured then (ISO 8601, UTC). Months and years ago give no day.
    func resolved(capturedAt: String?) -> PublishedDate {
        PublishedDate(printed: printed, local: capturedAt.flatMap { CaptureMoment($0) }.flatMap(local))
    }

    private func local(_ capture: CaptureMoment) -> String? {
        guard let unit = amounts.map(\.unit).min(by: { $0.rawValue < $1.rawValue }) else { return nil }
        var months = 0
        var seconds = 0
        for amount in amounts {
            switch amount.unit {
            case .second: seconds += amount.count
            case .minute: seconds += amount.count * 60
            case .hour: seconds += amount.count * 3600
            case .day: seconds += amount.count * 86_400
            case .week: seconds += amount.count * 7 * 86_400
            case .month: months += amount.count
            case .year: months += amount.count * 12
            }
        }
        guard let day = day(monthsBefore: months, secondsBefore: seconds, capture) else { return nil }
        switch unit {
        case .second, .minute, .hour, .day: return ISODate.local(day, clock)
        case .week:
            // "2 weeks ago" is said until the third week is over: the month is known if it is that of all these days.
            guard let earliest = CivilDay(daysSince1970: day.daysSince1970 - 6) else { return nil }
            let (first, last) = (ISODate.local(earliest, nil), ISODate.local(day, nil))
            return first.prefix(7) == last.prefix(7)
                ? String(last.prefix(7)) : first.prefix(4) == last.prefix(4) ? String(last.prefix(4)) : nil
        case .month: return String(ISODate.local(day, nil).prefix(7))
        case .year: return String(ISODate.local(day, nil).prefix(4))
        }
    }

    private func day(monthsBefore months: Int, secondsBefore seconds: Int, _ capture: CaptureMoment) -> CivilDay? {
        let moment = capture.seconds - seconds
        guard let day = CivilDay(daysSince1970: (moment - (moment % 86_400 + 86_400) % 86_400) / 86_400) else { return nil }
        let month = day.year * 12 + day.month - 1 - months
        guard month >= 0 else { return nil }
        let length = CivilDay.length(ofMonth: month % 12 + 1, year: month / 12)
        return CivilDay(year: month / 12, month: month % 12 + 1, day: min(day.day, length))
    }
}

/// The moment of a capture, from `2011-02-09T10:40:00Z` or `2011-02-09`.
struct CaptureMoment {
    var day: CivilDay
    var seconds: Int

    init?(_ text: String) {
        guard let found = DateReader(language: nil).find(in: text), let day = ISODate.day(found.date.instant ?? found.date.local) else {
            return nil
        }
        self.day = day
        let clock = ISODate.clock(found.date.instant ?? found.date.local)
        seconds = day.daysSince1970 * 86_400 + (clock.map { ($0.hour * 60 + $0.minute) * 60 + ($0.second ?? 0) } ?? 0)
    }
}

extension DateReader {
    /// What a text says in relation to now.
    func findRelative(in text: String) -> RelativeDate? {
        Self.reading(text) { relative(in: DateTokens(of: $0, from: 0), of: text) }
    }

    /// What a text says of a date in relation to now, and without its year.
    func findIncomplete(in text: String) -> (relative: RelativeDate?, partial: PartialDate?) {
        Self.reading(text) { bytes in
            let tokens = DateTokens(of: bytes, from: 0)
            return (relative(in: tokens, of: text), partial(in: tokens, of: text))
        } ?? (nil, nil)
    }

    /// Where a text says something of a date in relation to now, and without its year, in bytes: for those who need not know what.
    func findIncompletePlaces(
        in text: UnsafeBufferPointer<UInt8>
    ) -> (relative: Range<Int>?, partial: (bytes: Range<Int>, hasClock: Bool)?) {
        let tokens = DateTokens(of: text, from: 0)
        return (
            relative(in: tokens).map { tokens.bytes(of: $0.tokens) },
            partial(in: tokens) { _, moment in (tokens.bytes(of: moment.tokens), moment.clock != nil) }
        )
    }

    private func relative(in tokens: DateTokens, of text: String) -> RelativeDate? {
        relative(in: tokens).map { relative in
            let range = text.range(ofBytes: tokens.bytes(of: relative.tokens))
            return RelativeDate(printed: String(text[range]), range: range, amounts: relative.amounts, clock: relative.clock)
        }
    }

    private func relative(in tokens: DateTokens) -> Relative? {
        // Without "ago" or "yesterday", or the beginning of such words, nothing is said in relation to now.
        guard !tokens.roles.isDisjoint(with: [.relativeDay, .agoBefore, .agoBehind, .beginning]) else { return nil }
        for index in 0..<tokens.count {
            if let found = relative(at: index, in: tokens) { return found }
        }
        return nil
    }

    private typealias Relative = (amounts: [RelativeDate.Amount], clock: Clock?, tokens: Range<Int>)

    private func relative(at index: Int, in tokens: DateTokens) -> Relative? {
        if tokens[index].kind == .word, let day = phrase(.relativeDay, at: index, in: tokens) {
            let moment = moment(around: index..<day.end, in: tokens)
            return ([RelativeDate.Amount(count: day.roles.value, unit: .day)], moment.clock, moment.tokens)
        }
        let before = phrase(.agoBefore, at: index, in: tokens)
        var next = before?.end ?? index
        // "vor etwa 3 Stunden", "hace más de un año"
        if before != nil, amount(at: next, in: tokens) == nil {
            next = (next + 1..<next + 3).first { amount(at: $0, in: tokens) != nil } ?? next
        }
        var amounts: [RelativeDate.Amount] = []
        while amounts.count < 4, let found = amount(at: next, in: tokens) {
            amounts.append(found.amount)
            next = found.end
            if tokens[next].isMark(",") || tokens[next].kind == .word && amount(at: next + 1, in: tokens) != nil { next += 1 }
        }
        if amounts.isEmpty {
            guard let single = singleUnit(at: next, isIntroduced: before != nil, in: tokens) else { return nil }
            amounts = [single.amount]
            next = single.end
        }
        var end = next
        if before == nil {
            guard let behind = behindAmount(at: next, in: tokens) else { return nil }
            end = behind
        } else if let behind = phrase(.agoBehind, at: next, in: tokens) {
            end = behind.end
        }
        // A time of day beside days only: "3 days ago, 10:40".
        let isDays = amounts.allSatisfy { $0.unit.rawValue >= RelativeDate.Unit.day.rawValue }
        let clock = isDays ? clock(near: index..<end, in: tokens) : nil
        return (amounts, clock, min(index, clock?.tokens.lowerBound ?? index)..<max(end, clock?.tokens.upperBound ?? end))
    }

    /// The end of "ago" behind an amount. Hungarian units say it themselves.
    private func behindAmount(at index: Int, in tokens: DateTokens) -> Int? {
        if let ago = phrase(.agoBehind, at: index, in: tokens) { return ago.end }
        return tokens[index - 1].has(.unit) && tokens[index - 1].has(.agoBehind) ? index : nil
    }

    /// "3 days", "一 hour": a number and a unit.
    private func amount(at index: Int, in tokens: DateTokens) -> (amount: RelativeDate.Amount, end: Int)? {
        var next = index
        let count: Int
        if let number = tokens[index].number {
            guard tokens[index].digits <= 4 else { return nil }
            count = number
            next += 1
        } else if let one = phrase(.one, at: index, in: tokens) {
            count = 1
            next = one.end
        } else {
            return nil
        }
        while tokens[next].isMark(in: ".-"), next < index + 3 { next += 1 }
        guard let unit = phrase(.unit, at: next, in: tokens), let length = RelativeDate.Unit(rawValue: unit.roles.value) else { return nil }
        return (RelativeDate.Amount(count: count, unit: length), tokens[unit.end].isMark(".") ? unit.end + 1 : unit.end)
    }

    /// A unit without a number, one or two of them: "час назад", "منذ يومين".
    private func singleUnit(at index: Int, isIntroduced: Bool, in tokens: DateTokens) -> (amount: RelativeDate.Amount, end: Int)? {
        guard tokens[index - 1].kind != .number, let unit = phrase(.unit, at: index, in: tokens),
            let length = RelativeDate.Unit(rawValue: unit.roles.value), tokens[index].length > 2 || unit.roles.contains(.dual)
        else { return nil }
        // Where neither a number nor a word before says so, the word behind must stand right there.
        if !isIntroduced, behindAmount(at: unit.end, in: tokens) == nil { return nil }
        return (RelativeDate.Amount(count: unit.roles.contains(.dual) ? 2 : 1, unit: length), unit.end)
    }

    /// The longest phrase with a role that begins here.
    private func phrase(_ role: DateRoles, at index: Int, in tokens: DateTokens) -> (roles: DateRoles, end: Int)? {
        guard tokens[index].kind == .word else { return nil }
        var roles = tokens[index].roles
        var hash = tokens[index].hash
        var next = index + 1
        var best = roles.contains(role) ? (roles: roles, end: next) : nil
        while roles.contains(.beginning) {
            while tokens[next].isMark(in: "'-") || tokens[next].isMark("’") { next += 1 }
            guard tokens[next].kind == .word else { break }
            hash = hash.followed(by: tokens[next].hash)
            roles = DateVocabulary.roles(of: hash)
            next += 1
            if roles.contains(role) { best = (roles, next) }
        }
        return best
    }
}
