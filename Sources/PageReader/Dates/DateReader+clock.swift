extension DateReader {
    /// A time of day and where its tokens lie.
    struct Clock: Equatable, Sendable {
        var hour: Int
        var minute: Int
        var second: Int?
        var tokens: Range<Int>
    }

    /// How many words may stand between a day and its time ("9 février 2011, à environ 10:40"), or between the parts of a day.
    static let reach = 6

    /// The clock inside, behind or before a day.
    func clock(near day: Range<Int>, in tokens: DateTokens) -> Clock? {
        if day.count > 5 {
            for index in day.dropFirst() where tokens[index + 1].isMark(":") {
                if let clock = clock(at: index, in: tokens) { return clock }
            }
        }
        let last = tokens[day.upperBound].isMark(in: ".,") ? day.upperBound + 1 : day.upperBound
        for index in day.upperBound..<min(tokens.count, max(day.upperBound, day.upperBound + Self.reach)) {
            if tokens[index].isMark("|") && index > day.upperBound { break }
            if let clock = clock(at: index, in: tokens, isBehindDay: index == last) { return clock }
        }
        for index in stride(from: day.lowerBound - 1, through: max(0, day.lowerBound - Self.reach - 4), by: -1) where index >= 0 {
            // A colon's minutes are no hour: the earliest token that begins this clock counts.
            if let clock = clock(at: index, in: tokens), clock.tokens.upperBound <= day.lowerBound, !tokens[index - 1].isMark(in: ":.") {
                return clock
            }
        }
        return nil
    }

    /// `10:40`, `10:40:05`, `10h40`, `10.40 Uhr`, `kl. 10.40`, `10時40分`, `10 Uhr`, `7 PM`, `noon`, with a day half before or behind.
    func clock(at index: Int, in tokens: DateTokens, isBehindDay: Bool = false) -> Clock? {
        let first = tokens[index]
        guard first.kind == .number else { return namedClock(at: index, in: tokens) }
        guard first.digits <= 2, first.value <= 24 else { return nil }
        let mark = tokens[index + 1]
        var clock: Clock?
        if let minute = sixtieth(tokens[index + 2]), !tokens[index + 2].isSpaced || mark.has(.hour),
            mark.isMark(":") || mark.has(.hour) || isPointClock(at: index, in: tokens, isBehindDay: isBehindDay) || mark.isMark("：")
        {
            clock = Clock(hour: first.value, minute: minute, second: nil, tokens: index..<(index + 3))
        }
        if clock == nil, mark.has(.hour) || half(at: index + 1, in: tokens) != nil {
            clock = Clock(hour: first.value, minute: 0, second: nil, tokens: index..<(mark.has(.hour) ? index + 2 : index + 1))
        }
        guard var clock else { return nil }
        addSeconds(to: &clock, in: tokens)
        return withHalf(clock, in: tokens)
    }

    /// `noon`, `12 noon`, `midi`; the number before it, if there is one, belongs to it.
    private func namedClock(at index: Int, in tokens: DateTokens) -> Clock? {
        guard tokens[index].has([.noon, .midnight]) else { return nil }
        return Clock(hour: tokens[index].has(.noon) ? 12 : 0, minute: 0, second: nil, tokens: index..<(index + 1))
    }

    private func sixtieth(_ token: DateToken) -> Int? {
        token.digits == 2 && token.value < 60 ? token.value : nil
    }

    /// `10.40` is a clock only right behind a day, or where a word says so.
    private func isPointClock(at index: Int, in tokens: DateTokens, isBehindDay: Bool) -> Bool {
        guard tokens[index + 1].isMark("."), !tokens[index + 1].isSpaced else { return false }
        let before = tokens[tokens[index - 1].isMark(".") ? index - 2 : index - 1]
        return isBehindDay || before.has(.clockIntroduction) || tokens[index + 3].has(.hour) || half(at: index + 3, in: tokens) != nil
            || half(before: index, in: tokens) != nil
    }

    private func addSeconds(to clock: inout Clock, in tokens: DateTokens) {
        var end = clock.tokens.upperBound
        let isPoint = tokens[end - 2].isMark(".") && clock.tokens.count == 3
        if tokens[end].has(.minute) || tokens[end].has(.hour) && tokens[end - 1].kind == .number && !tokens[end].has(.filler) { end += 1 }
        let mark = tokens[end]
        let isMarked = mark.isMark(":") || isPoint && mark.isMark(".") && !mark.isSpaced
        let number = isMarked ? end + 1 : end
        if isMarked || end > clock.tokens.upperBound, let second = sixtieth(tokens[number]),
            !tokens[number].isSpaced || tokens[number + 1].has(.second)
        {
            clock.second = second
            end = number + 1
            if tokens[end].has(.second) { end += 1 }
            // Fractions of a second are not kept.
            if tokens[end].isMark(in: ".,"), !tokens[end].isSpaced, tokens[end + 1].digits >= 3, !tokens[end + 1].isSpaced { end += 2 }
        }
        clock.tokens = clock.tokens.lowerBound..<end
    }

    private func withHalf(_ clock: Clock, in tokens: DateTokens) -> Clock? {
        var clock = clock
        let behind = half(at: clock.tokens.upperBound, in: tokens)
        if let found = behind ?? half(before: clock.tokens.lowerBound, in: tokens) {
            if clock.hour > 12 {
                // "14:05 PM" is said, "14:05 AM" is not.
                guard found.isPM else { return nil }
            } else {
                clock.hour = clock.hour % 12 + (found.isPM ? 12 : 0)
            }
            clock.tokens = min(clock.tokens.lowerBound, found.tokens.lowerBound)..<max(clock.tokens.upperBound, found.tokens.upperBound)
        } else if tokens[clock.tokens.upperBound].has([.noon, .midnight]), clock.hour == 12 {
            clock.hour = tokens[clock.tokens.upperBound].has(.noon) ? 12 : 0
            clock.tokens = clock.tokens.lowerBound..<(clock.tokens.upperBound + 1)
        }
        if clock.hour == 24 { clock.hour = 0 }
        return clock
    }

    /// `AM`, `p.m.`, `a. m.`, `午後`, `오후` and what CLDR has for the page's language and the likely ones.
    func half(at index: Int, in tokens: DateTokens) -> (isPM: Bool, tokens: Range<Int>)? {
        guard tokens[index].kind == .word else { return nil }
        var best: (isPM: Bool, end: Int)?
        var hash = tokens[index].hash
        var roles = tokens[index].roles
        var next = index + 1
        while true {
            if !roles.isDisjoint(with: [.am, .pm]) { best = (roles.contains(.pm), next) }
            guard roles.contains(.beginning) else { break }
            let joint = next
            while tokens[next].isMark(in: ".") { next += 1 }
            guard tokens[next].kind == .word, next > joint || !tokens[next].isSpaced || next == index + 1 && tokens[next].length == 1 else {
                break
            }
            hash = hash.followed(by: tokens[next].hash)
            roles = DateVocabulary.roles(of: hash)
            next += 1
        }
        if best == nil { best = name(.half, at: index, in: tokens).map { ($0.value == 1, $0.end) } }
        guard let best else { return nil }
        // The last point of "p.m." belongs to it.
        return (best.isPM, index..<(tokens[best.end].isMark(".") && tokens[best.end - 2].isMark(".") ? best.end + 1 : best.end))
    }

    private func half(before index: Int, in tokens: DateTokens) -> (isPM: Bool, tokens: Range<Int>)? {
        for length in 1...4 {
            if let half = half(at: index - length, in: tokens), half.tokens.upperBound == index { return half }
        }
        return nil
    }
}
