public import ThreadModel

/// What the calendar has to know of a link's past.
public struct LinkStanding: Sendable, Hashable {
    /// How many times its servers have been asked.
    public var attempts: Int
    /// How many attempts in a row have found the same.
    public var strikes: Int?
    /// What the newest attempt has found that was not throttled.
    public var outcome: LinkCalendar.Outcome?
    /// When the newest attempt ended, in ISO 8601 UTC.
    public var checkedAt: String
    /// From when on the link may be asked for again.
    public var due: LinkCalendar.Due

    /// The standing of a link with its newest record, and the standing it had before.
    public init(_ record: Expansion, after earlier: LinkStanding? = nil) {
        let outcome = LinkCalendar.outcome(of: record)
        attempts = record.attempts
        strikes = record.strikes
        self.outcome = outcome == .throttled ? earlier?.outcome : outcome
        checkedAt = record.checkedAt
        due = LinkCalendar.due(after: record)
    }

    init(attempts: Int, strikes: Int?, outcome: LinkCalendar.Outcome?, checkedAt: String, due: LinkCalendar.Due) {
        self.attempts = attempts
        self.strikes = strikes
        self.outcome = outcome
        self.checkedAt = checkedAt
        self.due = due
    }
}
