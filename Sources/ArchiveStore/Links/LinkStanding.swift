public import ThreadModel

/// What the calendar has to know of a link's past.
public struct LinkStanding: Sendable, Hashable {
    /// How many times its servers have been asked.
    public var attempts: Int
    /// How many attempts in a row have found the same.
    public var strikes: Int?
    /// What the newest attempt has found that was not throttled.
    public var outcome: LinkCalendar.Outcome?
    /// From when on another attempt that finds the same is a strike: when the link was due by its plan after the last one.
    public var nextStrike: LinkCalendar.Due

    /// The standing of a link with its newest record, and the standing it had before.
    public init(_ record: Expansion, after earlier: LinkStanding? = nil) {
        let outcome = LinkCalendar.outcome(of: record)
        attempts = record.attempts
        strikes = record.strikes
        self.outcome = outcome == .throttled ? earlier?.outcome : outcome
        let known = earlier?.nextStrike ?? .now
        // What was given up, and is asked for again because something else was found, is counted again too.
        let counts = LinkCalendar.isStrike(record, after: earlier) || (known == .never && outcome != .throttled)
        nextStrike = counts ? LinkCalendar.planned(after: record) : known
    }

    init(attempts: Int, strikes: Int?, outcome: LinkCalendar.Outcome?, nextStrike: LinkCalendar.Due) {
        self.attempts = attempts
        self.strikes = strikes
        self.outcome = outcome
        self.nextStrike = nextStrike
    }
}
