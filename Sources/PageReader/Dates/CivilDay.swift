/// A day of the Gregorian calendar.
struct CivilDay: Equatable, Comparable, Sendable {
    var year: Int
    var month: Int
    var day: Int

    /// `nil` where the calendar has no such day, or it lies before 1900 or behind 2100: no comment was written then.
    init?(year: Int, month: Int, day: Int) {
        guard (1900...2100).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, year: year) else {
            return nil
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The day that lies so many days behind 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    init?(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Sunday is 0.
    var weekday: Int { ((daysSince1970 + 4) % 7 + 7) % 7 }

    static func < (first: CivilDay, second: CivilDay) -> Bool {
        (first.year, first.month, first.day) < (second.year, second.month, second.day)
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Dates in the forms of ISO 8601 that records use.
enum ISODate {
    static func local(_ day: CivilDay, _ clock: DateReader.Clock?, suffix: String = "") -> String {
        // One allocation: dates are made by the thousand.
        String(unsafeUninitializedCapacity: 24) { bytes in
            var count = 0
            func put(_ number: Int, after mark: Unicode.Scalar?) {
                if let mark {
                    bytes[count] = UInt8(ascii: mark)
                    count += 1
                }
                bytes[count] = UInt8(48 + number / 10 % 10)
                bytes[count + 1] = UInt8(48 + number % 10)
                count += 2
            }
            put(day.year / 100, after: nil)
            put(day.year, after: nil)
            put(day.month, after: "-")
            put(day.day, after: "-")
            if let clock {
                put(clock.hour, after: "T")
                put(clock.minute, after: ":")
                if let second = clock.second { put(second, after: ":") }
            }
            for byte in suffix.utf8.prefix(1) {
                bytes[count] = byte
                count += 1
            }
            return count
        }
    }

    /// A date that is known as text, with its time.
    static func local(_ date: String, _ clock: DateReader.Clock) -> String {
        day(date).map { local($0, clock) } ?? date
    }

    /// The same moment in UTC.
    static func instant(_ day: CivilDay, _ clock: DateReader.Clock, minutesEast: Int) -> String? {
        instant(secondsSince1970: day.daysSince1970 * 86_400 + (clock.hour * 60 + clock.minute - minutesEast) * 60 + (clock.second ?? 0))
    }

    /// A moment in UTC; `nil` where it lies outside the years that dates are read for.
    static func instant(secondsSince1970 seconds: Int) -> String? {
        let ofDay = (seconds % 86_400 + 86_400) % 86_400
        guard let day = CivilDay(daysSince1970: (seconds - ofDay) / 86_400) else { return nil }
        let clock = DateReader.Clock(hour: ofDay / 3600, minute: ofDay / 60 % 60, second: ofDay % 60, tokens: 0..<0)
        return local(day, clock, suffix: "Z")
    }

    /// The day of a local date or an instant; `nil` where it is not known to the day.
    static func day(_ text: String?) -> CivilDay? {
        guard let bytes = text?.utf8, let year = number(bytes.prefix(4), 4), let month = number(bytes.dropFirst(5).prefix(2), 2),
            let day = number(bytes.dropFirst(8).prefix(2), 2)
        else { return nil }
        return CivilDay(year: year, month: month, day: day)
    }

    /// The value of so many digits and no more.
    private static func number(_ digits: Substring.UTF8View, _ count: Int) -> Int? {
        var (value, read) = (0, 0)
        for digit in digits {
            guard digit &- UInt8(ascii: "0") < 10 else { return nil }
            value = value * 10 + Int(digit &- UInt8(ascii: "0"))
            read += 1
        }
        return read == count ? value : nil
    }

    /// The time of a local date or an instant.
    static func clock(_ text: String?) -> DateReader.Clock? {
        guard let bytes = text?.utf8.dropFirst(11), let hour = number(bytes.prefix(2), 2),
            let minute = number(bytes.dropFirst(3).prefix(2), 2)
        else { return nil }
        return DateReader.Clock(hour: hour, minute: minute, second: number(bytes.dropFirst(6).prefix(2), 2), tokens: 0..<0)
    }
}

extension CivilDay {
    /// A day of the solar calendar of Iran, for the years 1300 to 1450 (1921 to 2072), in which every leap year is the 1st, 5th, 9th, 13th,
    /// 17th, 22nd, 26th or 30th of 33 years.
    init?(solarYear: Int, month: Int, day: Int) {
        let isLeap = { (year: Int) in [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33) }
        let length = month <= 6 ? 31 : month < 12 || isLeap(solarYear) ? 30 : 29
        guard (1300...1450).contains(solarYear), (1...12).contains(month), day >= 1, day <= length else { return nil }
        // 1 Farvardin 1300 was 21 March 1921.
        let leaps = (1300..<solarYear).count(where: isLeap)
        let ofYear = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
        self.init(daysSince1970: -17_818 + (solarYear - 1300) * 365 + leaps + ofYear + day - 1)
    }
}
