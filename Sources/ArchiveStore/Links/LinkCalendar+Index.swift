import Foundation

extension LinkCalendar.Due {
    /// The form in which the index keeps it, so that what is due is a range of numbers: seconds since 1970; 0 for now, the largest number
    /// for never.
    var number: Int64 {
        switch self {
        case .now: 0
        case .never: .max
        // Rounded up: a link is never asked for before its time.
        case .from(let date): Int64(max(1, min(date.timeIntervalSince1970.rounded(.up), 1e15)))
        }
    }

    init(number: Int64) {
        self =
            switch number {
            case 0: .now
            case .max: .never
            default: .from(Date(timeIntervalSince1970: TimeInterval(number)))
            }
    }

    /// The instant in ISO 8601 UTC; `nil` for now and never.
    var text: String? {
        if case .from(let date) = self { date.formatted(.iso8601) } else { nil }
    }
}

extension Date {
    /// Whole seconds since 1970.
    var wholeSeconds: Int64 { Int64(max(-1e15, min(timeIntervalSince1970.rounded(.down), 1e15))) }
}
