extension DateReader {
    /// An offset from UTC and where its tokens lie.
    struct Zone {
        var minutes: Int
        var tokens: Range<Int>
    }

    /// `Z`, `UTC`, `GMT`, `GMT+1`, `+01:00`, `-0800`. Other abbreviations name several zones, so they are not read.
    func zone(at index: Int, in tokens: DateTokens) -> Zone? {
        // `20:41:00.000Z`: fractions of a second stand between.
        if tokens[index].isMark(".") || tokens[index].isMark(","), !tokens[index].isSpaced, tokens[index + 1].digits > 0,
            !tokens[index + 1].isSpaced, isISO(before: index, in: tokens), let zone = zone(at: index + 2, in: tokens)
        {
            return Zone(minutes: zone.minutes, tokens: index..<zone.tokens.upperBound)
        }
        var next = tokens[index].isMark("(") ? index + 1 : index
        let isUTC = tokens[next].has(.utc)
        if isUTC { next += 1 }
        let none = isUTC ? Zone(minutes: 0, tokens: index..<next) : nil
        let sign = tokens[next]
        guard sign.isMark(in: "+-") || sign.isMark("−"), let number = tokens[next + 1].number, !tokens[next + 1].isSpaced else {
            return none
        }
        let factor = sign.isMark("+") ? 1 : -1
        let digits = tokens[next + 1].digits
        if digits == 4, number % 100 < 60, number <= 1400 {
            return Zone(minutes: factor * (number / 100 * 60 + number % 100), tokens: index..<(next + 2))
        }
        guard digits <= 2, number <= 14 else { return none }
        if tokens[next + 2].isMark(":"), tokens[next + 3].digits == 2, tokens[next + 3].value < 60 {
            return Zone(minutes: factor * (number * 60 + tokens[next + 3].value), tokens: index..<(next + 4))
        }
        // `+01` closes what ISO 8601 writes without a space; a number behind a spaced dash may be anything.
        guard isUTC || digits == 2 && !sign.isSpaced && isISO(before: index, in: tokens) else { return none }
        return Zone(minutes: factor * number * 60, tokens: index..<(next + 2))
    }

    /// Whether a clock time stands right behind a `T`.
    private func isISO(before index: Int, in tokens: DateTokens) -> Bool {
        (1...8).contains { !tokens[index - $0 + 1].isSpaced && tokens[index - $0].kind == .word && tokens[index - $0].length == 1 }
    }
}
