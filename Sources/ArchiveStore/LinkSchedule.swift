public import Foundation
public import ThreadModel

/// When a link is to be asked for (again).
public enum LinkSchedule {
    /// How long a link rests after an attempt that found nothing out, in seconds.
    public static let rest: TimeInterval = 3600

    /// Whether a link is due.
    ///
    /// A link that was never tried is due. What a shortener has said is believed, and not asked again. An attempt that found nothing out
    /// is made again after ``rest``.
    ///
    /// - Parameters:
    ///   - status: how the newest attempt ended; `nil` if there was none.
    ///   - checkedAt: when it ended, in ISO 8601 UTC.
    public static func isDue(status: Expansion.Status?, checkedAt: String?, now: Date) -> Bool {
        switch status {
        case nil: true
        case .resolved, .archived, .gone, .loop, .refused, .blocked: false
        case .undetermined, .hostDead: checkedAt.flatMap(instant).map { now.timeIntervalSince($0) >= rest } ?? true
        }
    }

    private static func instant(_ text: String) -> Date? {
        let style = Date.ISO8601FormatStyle()
        return (try? style.parse(text)) ?? (try? style.time(includingFractionalSeconds: true).parse(text))
    }
}
