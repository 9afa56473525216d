extension DateReader {
    /// A day and where its tokens lie.
    struct Day {
        var civil: CivilDay
        var tokens: Range<Int>
        var isAmbiguous = false
        var provenOrder: NumericOrder?
        var isDotted = false
    }

    /// A day and a month, whose year is not printed or not yet read.
    struct Name {
        var month: Int
        /// The tokens of the month's name.
        var tokens: Range<Int>
    }

    /// The day that begins at a number, or whose month's name is here.
    func day(at index: Int, in tokens: DateTokens) -> Day? {
        switch tokens[index].kind {
        case .number: yearFirst(at: index, in: tokens) ?? yearLast(at: index, in: tokens) ?? numeric(at: index, in: tokens)
        case .word: month(at: index, in: tokens).flatMap { named($0, in: tokens) }
        default: nil
        }
    }

    // MARK: - Years

    /// Four digits, or two after 1970 and before 2070. `nil` for what cannot be a year.
    func year(_ token: DateToken) -> Int? {
        switch token.digits {
        case 4:
            if (1900...2100).contains(token.value) { return token.value }
            // Years since the death of the Buddha; nobody else's are that large.
            return (2400...2640).contains(token.value) ? token.value - 543 : nil
        case 2:
            if isThai, (40...75).contains(token.value) { return token.value + 2500 - 543 }
            return token.value < 70 ? 2000 + token.value : 1900 + token.value
        default: return nil
        }
    }

    private func fullYear(at index: Int, in tokens: DateTokens) -> Int? {
        tokens[index].digits == 4 ? year(tokens[index]) : nil
    }

    // MARK: - Numbers only

    /// `2011-02-09`, `2011/2/9`, `2011. 2. 9.`, `2011年2月9日`, `2011년 2월 9일`; `11/2/9` where the language writes so.
    private func yearFirst(at index: Int, in tokens: DateTokens) -> Day? {
        let number = tokens[index]
        guard number.digits == 4 || number.digits == 2, let year = solarYear(number) ?? year(number) else { return nil }
        let isMarked = tokens[index + 1].has(.year)
        guard number.digits == 4 || isMarked || (isYearFirst(tokens[index + 1]) && !isContinued(index, in: tokens)) else { return nil }
        var next = index + 1
        if isMarked || tokens[next].isMark(in: "-/.") { next += 1 } else { return nil }
        while isMarked, tokens[next].isMark(in: ".-") { next += 1 }
        guard let month = tokens[next].number, tokens[next].digits <= 2 else { return nil }
        next += 1
        // "2020 оны 4-р сарын 23"
        let named = behind(next, in: tokens)
        if tokens[named].has(.month) { next = named }
        let second = tokens[next]
        guard second.has(.month) || second.kind == .mark && second.value == tokens[index + 1].value else { return nil }
        next += 1
        while second.has(.month), tokens[next].isMark(in: ".-") { next += 1 }
        guard let day = tokens[next].number, tokens[next].digits <= 2 else { return nil }
        if isContinued(next + 1, mark: second, in: tokens) || isPath(second, behind: tokens[next + 1]) { return nil }
        let end = tokens[next + 1].has(.day) && !tokens[next + 1].isSpaced ? next + 2 : next + 1
        return civil(year, month, day, solar: number).map { Day(civil: $0, tokens: index..<end) }
    }

    /// `2011/02/4-things.jpg`, `2011/02/4things`: a folder of an address, whose last part only begins with a number.
    private func isPath(_ mark: DateToken, behind next: DateToken) -> Bool {
        mark.isMark("/") && !next.isSpaced && (next.kind == .word && next.length > 1 && !next.has(.day) || next.isMark(in: "-_"))
    }

    /// `12月 06 週六 2025`, `12月06日 2025`
    private func yearLast(at index: Int, in tokens: DateTokens) -> Day? {
        guard let month = tokens[index].number, tokens[index].digits <= 2, tokens[index + 1].has(.month), isDay(index + 2, in: tokens)
        else {
            return nil
        }
        let behindDay = tokens[index + 3].has(.day) ? index + 4 : index + 3
        let next = pastWeekday(behind(behindDay, in: tokens), in: tokens)
        // "12月6日 2030円" has a price.
        guard let year = fullYear(at: next, in: tokens), tokens[next + 1].isSpaced || tokens[next + 1].kind != .word else { return nil }
        return CivilDay(year: year, month: month, day: tokens[index + 2].value).map { Day(civil: $0, tokens: index..<(next + 1)) }
    }

    /// Behind the weekday that may stand here.
    private func pastWeekday(_ index: Int, in tokens: DateTokens) -> Int {
        name(.weekday, at: index, in: tokens).map { behind($0.end, in: tokens) } ?? index
    }

    /// Whether the language begins a date of three short numbers with the year, if this mark is between them.
    private func isYearFirst(_ mark: DateToken) -> Bool {
        order == .yearFirst || order == .iso && mark.isMark("-")
    }

    /// `09/02/2011`, `9.2.2011`, `02-09-11`, `9/2-2011`, `17.07, 2011`: the order is decided by the numbers, the weekday, else by
    /// `numericOrder`.
    private func numeric(at index: Int, in tokens: DateTokens) -> Day? {
        let marks = (tokens[index + 1], tokens[index + 3])
        guard tokens[index].digits <= 2, tokens[index + 2].digits <= 2, let first = tokens[index].number,
            let second = tokens[index + 2].number, marks.0.isMark(in: "/.-") || marks.0.isMark("‐")
        else { return nil }
        // "9/2 2011" has no second mark, "17.07., 2011" has two.
        let isOpen = marks.0.isMark("/") && marks.1.digits == 4 && marks.1.isSpaced
        let last = isOpen ? index + 3 : marks.1.isMark(".") && tokens[index + 4].isMark(",") ? index + 5 : index + 4
        guard let year = solarYear(tokens[last]) ?? year(tokens[last]), !isContinued(index, in: tokens) else { return nil }
        let isSame = marks.0.value == marks.1.value && marks.1.kind == .mark
        guard isSame || isOpen || tokens[last].digits == 4 && marks.1.isMark(in: "/.-,") else { return nil }
        let isClock = tokens[last + 2].digits <= 2 && tokens[last + 3].isMark(":")
        if isContinued(last + 1, mark: marks.1, in: tokens), !isClock { return nil }
        if tokens[last].digits == 2 {
            // Three short numbers are a version or a telephone number as often, unless they are written as dates are.
            guard !tokens[index + 2].isSpaced || marks.0.isMark(".") else { return nil }
            // Alone in its element it is a date, also on a page that says it is English.
            let hasClock = clock(near: index..<(last + 1), in: tokens) != nil
            let isAlone = index == 0 && (hasClock || tokens.count == last + 1 && (first > 12 || second > 12))
            if marks.0.isMark("."), numericOrder == .monthFirst, !isAlone, tokens[index].digits + tokens[index + 2].digits < 4 {
                return nil
            }
        }
        let isDotted = marks.0.isMark(".")
        var order = numericOrder
        var isAmbiguous = false
        var proven: NumericOrder?
        if first > 12 || second > 12 {
            order = first > 12 ? .dayFirst : .monthFirst
            proven = order
        } else if first != second {
            if isDotted, !isOrderOfPage { order = .dayFirst }
            if !isDotted || mayDotMonthFirst {
                proven = Self.order(by: weekday(before: index, in: tokens)?.value, first, second, year)
                isAmbiguous = proven == nil
            }
            order = proven ?? order
        }
        let (day, month) = order == .dayFirst ? (first, second) : (second, first)
        return civil(year, month, day, solar: tokens[last]).map {
            Day(civil: $0, tokens: index..<(last + 1), isAmbiguous: isAmbiguous, provenOrder: proven, isDotted: isDotted)
        }
    }

    /// The order in which the numbers fall on the weekday that is printed.
    private static func order(by weekday: Int?, _ first: Int, _ second: Int, _ year: Int) -> NumericOrder? {
        guard let weekday else { return nil }
        let isDayFirst = CivilDay(year: year, month: second, day: first)?.weekday == weekday
        let isMonthFirst = CivilDay(year: year, month: first, day: second)?.weekday == weekday
        return isDayFirst == isMonthFirst ? nil : isDayFirst ? .dayFirst : .monthFirst
    }

    /// Whether a number continues another one: the last three parts of an address or a version are no date.
    private func isContinued(_ index: Int, in tokens: DateTokens) -> Bool {
        !tokens[index].isSpaced && tokens[index - 1].isMark(in: "/.-") && !tokens[index - 1].isSpaced && tokens[index - 2].kind == .number
    }

    private func isContinued(_ index: Int, mark: DateToken, in tokens: DateTokens) -> Bool {
        let next = tokens[index]
        return next.kind == .mark && next.value == mark.value && !next.isSpaced && tokens[index + 1].kind == .number
            && !tokens[index + 1].isSpaced
    }

    // MARK: - The solar years of Iran

    private func solarYear(_ token: DateToken) -> Int? {
        isPersian && token.digits == 4 && (1300...1450).contains(token.value) ? token.value : nil
    }

    private func civil(_ year: Int, _ month: Int, _ day: Int, solar: DateToken) -> CivilDay? {
        solarYear(solar) == nil
            ? CivilDay(year: year, month: month, day: day) : CivilDay(solarYear: year, month: month, day: day)
    }

    // MARK: - With a name

    /// The month that is named here. Names are looked up only next to a number: most words of a page are not.
    func month(at index: Int, in tokens: DateTokens) -> Name? {
        let token = tokens[index]
        if token.has(.numberedMonth), token.length > 2 || !tokens[index + 1].isSpaced, tokens[index + 1].digits > 0,
            tokens[index + 1].digits <= 2, (1...12).contains(tokens[index + 1].value)
        {
            return Name(month: tokens[index + 1].value, tokens: index..<(index + 2))
        }
        guard
            tokens[before(index, in: tokens)].kind == .number || tokens[behind(index + 1, in: tokens)].kind == .number
                || isOpen(index, in: tokens)
        else { return nil }
        if let name = name(.month, at: index, in: tokens), token.length > 1 || name.end > index + 1 {
            // "долоодугаар сарын": the word for month behind the name.
            let end = tokens[name.end].has(.month) ? name.end + 1 : name.end
            return Name(month: name.value, tokens: index..<end)
        }
        if token.has(.namedMonth) { return Name(month: token.roles.value, tokens: index..<(index + 1)) }
        return romanMonth(at: index, in: tokens)
    }

    /// Names of several words have their number behind the last one.
    private func isOpen(_ index: Int, in tokens: DateTokens) -> Bool {
        DateNames.entry(tokens[index].hash).map(DateNames.isBeginning) ?? false
    }

    /// `9.II.2011`
    private func romanMonth(at index: Int, in tokens: DateTokens) -> Name? {
        guard tokens[index].length <= 4, tokens[index - 1].isMark(in: "./-"), tokens[index + 1].isMark(in: "./-"),
            let month = Self.roman.firstIndex(of: tokens[index].hash)
        else { return nil }
        return Name(month: month + 1, tokens: index..<(index + 1))
    }

    private static let roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"].map {
        WordHash(words: $0.unicodeScalars.lazy.map(\.value))
    }

    /// `9 de febrero de 2011`, `February 9th, 2011`, `Dec 28 Sat 2013`, `2011. február 9.`, `Feb 09 10:40:00 CET 2011`, `2011. gada 9. februāris`.
    private func named(_ name: Name, in tokens: DateTokens) -> Day? {
        let front = before(name.tokens.lowerBound, in: tokens)
        let back = behind(name.tokens.upperBound, in: tokens)
        let further = pastWeekday(behind(back + 1, in: tokens), in: tokens)
        let earlier = before(front, in: tokens)
        func made(_ year: Int?, _ day: Int, _ range: Range<Int>) -> Day? {
            guard let year else { return nil }
            return CivilDay(year: year, month: name.month, day: tokens[day].value).map { Day(civil: $0, tokens: range) }
        }
        let isFrontDay = isDay(front, in: tokens) && !isClockPart(front, in: tokens)
        let isBackDay = isDay(back, in: tokens) && !beginsClock(back, in: tokens)
        if isFrontDay, let day = made(fullYear(at: back, in: tokens), front, front..<(back + 1)) { return day }
        if isBackDay {
            if let day = made(fullYear(at: further, in: tokens), back, name.tokens.lowerBound..<(further + 1)) { return day }
            if let day = made(fullYear(at: front, in: tokens), back, front..<(back + 1)) { return day }
        }
        if isFrontDay, let day = made(fullYear(at: earlier, in: tokens), front, earlier..<name.tokens.upperBound) { return day }
        if isBackDay, let day = lateYear(name, day: back, in: tokens) { return day }
        // "Sat, 03/12/2011": a weekday may be called like a month elsewhere, and the numbers are a date of their own.
        guard !isSeries(back, in: tokens) else { return nil }
        if isFrontDay, tokens[back].digits == 2, !beginsClock(back, in: tokens) {
            return made(year(tokens[back]), front, front..<(back + 1))
        }
        if isBackDay, tokens[further].digits == 2, !beginsClock(further, in: tokens) {
            return made(year(tokens[further]), back, name.tokens.lowerBound..<(further + 1))
        }
        return nil
    }

    /// Whether three numbers stand in a row with marks between them: `03/12/2011`, `9.3.11`.
    private func isSeries(_ index: Int, in tokens: DateTokens) -> Bool {
        tokens[index].digits > 0 && tokens[index + 1].isMark(in: "/.-") && tokens[index + 2].digits > 0
            && tokens[index + 3].isMark(in: "/.-")
            && tokens[index + 4].digits > 0
    }

    /// `Feb 09 10:40:00 CET 2011`: the clock stands before the year.
    private func lateYear(_ name: Name, day: Int, in tokens: DateTokens) -> Day? {
        guard let clock = clock(at: behind(day + 1, in: tokens), in: tokens) else { return nil }
        var next = zone(at: clock.tokens.upperBound, in: tokens)?.tokens.upperBound ?? clock.tokens.upperBound
        if tokens[next].kind == .word, tokens[next].length > 2 { next += 1 }
        guard let year = fullYear(at: next, in: tokens), let civil = CivilDay(year: year, month: name.month, day: tokens[day].value) else {
            return nil
        }
        return Day(civil: civil, tokens: name.tokens.lowerBound..<(next + 1))
    }

    func isDay(_ index: Int, in tokens: DateTokens) -> Bool {
        let digits = tokens[index].digits
        return digits > 0 && digits <= 2 && (1...31).contains(tokens[index].value)
    }

    /// Whether a number is the minute or second of a clock time.
    func isClockPart(_ index: Int, in tokens: DateTokens) -> Bool {
        tokens[index - 1].isMark(":") && tokens[index - 2].kind == .number || tokens[index - 1].has(.hour) && !tokens[index].isSpaced
    }

    /// Whether a number is the hour of a clock time.
    func beginsClock(_ index: Int, in tokens: DateTokens) -> Bool {
        guard tokens[index].digits <= 2 else { return false }
        let next = tokens[index + 1]
        return next.isMark(in: ":.,") && !next.isSpaced && tokens[index + 2].digits == 2 && !tokens[index + 2].isSpaced
            || next.has(.hour) && !next.has(.filler) && clock(at: index, in: tokens) != nil || half(at: index + 1, in: tokens) != nil
    }

    // MARK: - What stands between

    /// The first token from an index on that is no filler.
    func behind(_ index: Int, in tokens: DateTokens) -> Int {
        let first = index
        var index = index
        while index < first + Self.reach, isFiller(index, in: tokens) { index += 1 }
        return index
    }

    /// The last token before an index that is no filler.
    func before(_ index: Int, in tokens: DateTokens) -> Int {
        let first = index - 1
        var index = first
        while index > first - Self.reach, isFiller(index, in: tokens) { index -= 1 }
        return index
    }

    private func isFiller(_ index: Int, in tokens: DateTokens) -> Bool {
        let token = tokens[index]
        switch token.kind {
        case .word: return token.has(.filler)
        case .mark:
            // "2011(e)ko" is one word, but the number in "March 2011 (5)" counts what was written then.
            if token.isMark("(") { return tokens[index + 1].kind == .word }
            if token.isMark(")") { return tokens[index - 1].kind == .word }
            return token.isMark(in: ".,-/'") || Self.between.contains(token.value)
        default: return false
        }
    }

    /// Marks behind ASCII that stand between the parts of a date.
    private static let between = Set(
        ["º", "°", "ª", "’", "،", "⹁", "·", "॰", "׳", "‐", "–"].map { (mark: Unicode.Scalar) in Int(mark.value) })
}
