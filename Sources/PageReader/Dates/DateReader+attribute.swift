internal import Markup
internal import ThreadModel

extension DateReader {
    /// The date in an attribute: `datetime`, `title`, `content`. What stands there is the local time, and the instant where an offset is
    /// given.
    func attribute(_ value: String) -> PublishedDate? {
        find(in: value)?.date ?? compact(value)
    }

    /// `20110209T104000Z`, `20110209`
    private func compact(_ value: String) -> PublishedDate? {
        let text = value.trimmingSpace()
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }
        guard digits.count == 8 || digits.count == 12 || digits.count == 14, text.utf8.count <= 16,
            text.utf8.prefix(8).elementsEqual(digits.prefix(8)),
            text.utf8.count == digits.count || text.utf8.dropFirst(8).first == UInt8(ascii: "T")
        else { return nil }
        let numbers = digits.map { Int($0) - 48 }
        func number(_ range: Range<Int>) -> Int { numbers[range].reduce(0) { $0 * 10 + $1 } }
        guard let day = CivilDay(year: number(0..<4), month: number(4..<6), day: number(6..<8)) else { return nil }
        guard digits.count > 8 else { return PublishedDate(printed: text, local: ISODate.local(day, nil)) }
        let clock = Clock(
            hour: number(8..<10), minute: number(10..<12), second: digits.count == 14 ? number(12..<14) : nil, tokens: 0..<0)
        guard clock.hour < 24, clock.minute < 60, clock.second ?? 0 < 60 else { return nil }
        let instant = text.hasSuffix("Z") ? ISODate.instant(day, clock, minutesEast: 0) : nil
        return PublishedDate(printed: text, local: ISODate.local(day, clock), instant: instant)
    }

    /// The instant in an attribute of seconds or milliseconds since 1970: `data-utime`, `data-time`, `data-timestamp`. In a text such a
    /// number may be anything.
    func epoch(_ value: String) -> String? {
        let text = value.trimmingSpace()
        let whole = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(whole), whole.count == text.count || text.dropFirst(whole.count).first == "." else { return nil }
        switch whole.count {
        // From 1973 on.
        case 9, 10: return ISODate.instant(secondsSince1970: number)
        case 12, 13: return ISODate.instant(secondsSince1970: number / 1000)
        default: return nil
        }
    }

    /// What a place says whose text is printed and which has an attribute with its date.
    ///
    /// - A clock time that is printed is local time: an attribute that is the same moment in another zone gives the instant only. So is a
    ///   day that is printed, where the zone puts the attribute on the day beside it.
    /// - What is printed relative to now, rounded or without a year means what the attribute says. A whole date of another day does not.
    func combine(printed text: String, attribute: PublishedDate) -> PublishedDate {
        let line = text.collapsingSpace()
        var date = attribute
        if !line.isEmpty { date.printed = line }
        guard let day = ISODate.day(attribute.local) else { return date }
        guard let minute = attribute.minute else {
            // The attribute is the day, and the time of day is printed.
            let sameDay = readings(of: line, around: day).first { ISODate.day($0.local) == day && $0.minute != nil }
            if let sameDay { date.local = sameDay.local }
            return date
        }
        for shown in readings(of: line, around: day) where shown.minute != minute {
            if let printed = shown.minute {
                guard Self.isOffset(printed - minute) else { continue }
            } else {
                guard let printed = ISODate.day(shown.local), abs(printed.daysSince1970 - day.daysSince1970) == 1 else { continue }
            }
            date.local = shown.local
            return date
        }
        // Some themes write one moment into the attributes of all comments.
        if line.mayHoldYear, let found = find(in: line), !found.isAmbiguous,
            let shown = ISODate.day(found.date.local),
            abs(shown.daysSince1970 - day.daysSince1970) > 1
        {
            return found.date
        }
        return date
    }

    /// What a printed line may say: a date, in either order of its numbers, or what it leaves out as it is around the attribute's day.
    private func readings(of line: String, around day: CivilDay) -> [PublishedDate] {
        if let found = find(in: line) {
            guard found.isAmbiguous else { return [found.date] }
            return [found.date] + readingsInBothOrders(of: line)
        }
        var part = findPartial(in: line)
        // "12/02 à 11:30" is the day of the attribute in one of its two orders.
        if let read = part, read.month != day.month || read.day != day.day, read.month == day.day, read.day == day.month {
            part?.month = day.month
            part?.day = day.day
        }
        guard let clock = part?.clock ?? findClock(in: line)?.clock else { return [] }
        let days = [0, -1, 1].compactMap { CivilDay(daysSince1970: day.daysSince1970 + $0) }
        return days.filter { part == nil || part?.month == $0.month && part?.day == $0.day }.map {
            PublishedDate(printed: line, local: ISODate.local($0, clock))
        }
    }

    /// What the first date of a text says with the day first, and with the month first.
    func readingsInBothOrders(of text: String) -> [PublishedDate] {
        [NumericOrder.dayFirst, .monthFirst].compactMap { with(orderOfPage: $0).find(in: text)?.date }
    }

    /// The same reader for a page that writes numeric dates in an order.
    func with(orderOfPage order: NumericOrder) -> DateReader {
        var reader = self
        (reader.numericOrder, reader.isOrderOfPage) = (order, true)
        return reader
    }

    /// Zones lie up to 14 hours from UTC, in steps of a quarter of an hour; two of them so far from each other too.
    private static func isOffset(_ minutes: Int) -> Bool {
        abs(minutes) <= 14 * 60 && minutes % 15 == 0
    }
}

extension String {
    /// Whether four digits stand in a row.
    fileprivate var mayHoldYear: Bool {
        var digits = 0
        for byte in utf8 {
            digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
            if digits == 4 { return true }
        }
        return false
    }
}

extension PublishedDate {
    /// The local minute, counted from 1970; `nil` where no time is known.
    fileprivate var minute: Int? {
        guard let day = ISODate.day(local), let clock = ISODate.clock(local) else { return nil }
        return day.daysSince1970 * 1440 + clock.hour * 60 + clock.minute
    }
}
