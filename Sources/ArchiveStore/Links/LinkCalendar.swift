public import Foundation
public import ThreadModel

/// When a link is to be asked for (again). Pure: it looks at records, never at a clock.
///
/// How often depends on what the last attempt found, and on how many in a row have found it (`Expansion.strikes`). The table is
/// ``plan(for:)``. The intervals are ours; their shape is that of the Internet Archive's Link Fixer (weekly, three strikes) and of checkers
/// that try a host in trouble again soon, and then ever more rarely.
public enum LinkCalendar {
    /// From when on a link may be asked for.
    public enum Due: Sendable, Hashable {
        /// At once: it was never tried.
        case now
        /// From this instant on.
        case from(Date)
        /// Only if somebody says so.
        case never
    }

    /// What an attempt has found, as far as it matters for the next one.
    public enum Outcome: String, Sendable, CaseIterable {
        /// The link leads somewhere.
        case settled
        /// Nothing changes unless the options do: a loop, or an address that is not allowed.
        case closed
        /// A living shortener has no such link.
        case deadCode = "dead-code"
        /// There is no such host, or nothing listens there.
        case deadHost = "dead-host"
        /// The link's own servers did not tell, but a dump or a web archive did.
        case archived
        /// The host could not be talked to, whether or not somebody else knows where the link leads.
        case hostTrouble = "host-trouble"
        /// The host says that it is in trouble itself (HTTP status 5xx).
        case serverTrouble = "server-trouble"
        /// The host does not serve us.
        case blocked
        /// The host answers, and what it says leads nowhere.
        case unclear
        /// The service has been asked too often.
        case throttled

        /// Findings that confirm each other: strikes are counted across them.
        fileprivate var family: Int {
            switch self {
            case .settled, .closed: 0
            case .deadCode, .deadHost, .archived: 1
            case .hostTrouble, .serverTrouble: 2
            case .blocked: 3
            case .unclear: 4
            case .throttled: 5
            }
        }
    }

    /// How long a link rests.
    public struct Plan: Sendable, Hashable {
        /// After the first strike, the second, and so on, in seconds.
        public var waits: [TimeInterval]
        /// After each further one; `nil` where no further attempt is made.
        public var then: TimeInterval?

        fileprivate init(_ waits: TimeInterval..., then: TimeInterval? = nil) {
            self.waits = waits
            self.then = then
        }

        /// How long a link with so many strikes rests; `nil` for good.
        ///
        /// A quarter is taken off, at most six hours: a nightly run is to find due what the run of the night before asked for, though it
        /// got to it some minutes, or some hours, after it began.
        func wait(after strikes: Int) -> TimeInterval? {
            let place = max(strikes, 1) - 1
            return (place < waits.count ? waits[place] : then).map { $0 - min($0 / 4, LinkCalendar.day / 4) }
        }
    }

    /// The table.
    public static func plan(for outcome: Outcome) -> Plan {
        switch outcome {
        case .settled, .closed: Plan()
        // Three strikes over two months: then it is gone for good.
        case .deadCode: Plan(30 * day, 30 * day)
        // Five over eleven weeks. A name that was not renewed can be had back by its owner for about as long (45 days of grace, 30 of
        // redemption, 5 until it is deleted: ICANN's life cycle of a gTLD name). After that whoever answers is somebody else.
        case .deadHost: Plan(7 * day, 7 * day, 30 * day, 30 * day)
        case .archived: Plan(90 * day, 90 * day)
        case .hostTrouble, .serverTrouble: Plan(hour, day, 7 * day, then: 30 * day)
        case .blocked: Plan(7 * day, 30 * day)
        case .unclear: Plan(day, 7 * day, 30 * day)
        // No strike, so this comes again and again; for services that do not say how long to wait.
        case .throttled: Plan(then: hour)
        }
    }

    /// No server decides that a link rests longer than this, in seconds.
    public static let longestRetryAfter: TimeInterval = 30 * day
    /// A service that throttles is left alone so long at least, in seconds: is.gd's page on its API asks for a minute.
    public static let shortestRetryAfter: TimeInterval = 60

    /// What an attempt has found.
    public static func outcome(of attempt: Expansion) -> Outcome {
        switch attempt.status {
        case .resolved: .settled
        case .loop, .refused: .closed
        case .gone: .deadCode
        case .hostDead: .deadHost
        case .archived, .blocked, .undetermined: unsettled(attempt)
        }
    }

    private static func unsettled(_ attempt: Expansion) -> Outcome {
        if attempt.error?.class == Expansion.Failure.throttled { return .throttled }
        if attempt.status == .blocked { return .blocked }
        guard attempt.status == .archived else { return trouble(of: attempt) ?? .unclear }
        // That an archive knows the link does not make minutes of trouble a reason to leave its host alone for a season.
        return foundHostDead(attempt) ? .archived : trouble(of: attempt) ?? .archived
    }

    /// Whether the link's own servers were found dead before somebody else was asked: the class of the error is that of a host in trouble.
    private static func foundHostDead(_ attempt: Expansion) -> Bool {
        attempt.steps?.contains { $0.status == .hostDead } ?? false
    }

    /// The trouble of a host that may soon be over; `nil` if there was none.
    private static func trouble(of attempt: Expansion) -> Outcome? {
        switch attempt.error?.class {
        case "dns", "connect", "timeout", "tls", "broken", "proxy": .hostTrouble
        case "http-status": (attempt.chain.last?.status ?? 500) >= 500 ? .serverTrouble : nil
        default: nil
        }
    }

    /// When a link is due of which this is the newest record.
    ///
    /// A record whose time cannot be read makes it due at once. Where only the web archive is still to be asked, it is due when that may be
    /// asked, whatever the link's own servers said, and however long ago.
    public static func due(after record: Expansion) -> Due {
        let asked = record.retryAfter.flatMap(instant)
        if let asked, record.awaitsArchive { return .from(asked) }
        let (outcome, due) = (outcome(of: record), planned(after: record))
        guard case .from(let planned) = due, let asked, outcome != .archived, let checked = instant(record.checkedAt) else { return due }
        let allowed = min(max(asked, checked + shortestRetryAfter), checked + longestRetryAfter)
        return .from(outcome == .throttled ? allowed : max(allowed, planned))
    }

    /// When it is due by the plan alone, whatever a service or the web archive has asked for.
    static func planned(after record: Expansion) -> Due {
        guard !isHearsay(record) else { return .now }
        guard let wait = plan(for: outcome(of: record)).wait(after: record.strikes ?? 1) else { return .never }
        return instant(record.checkedAt).map { .from($0 + wait) } ?? .now
    }

    /// How many attempts in a row have found the same, this one included.
    ///
    /// - An attempt that was made before the plan had it due, counted from the last strike, confirms nothing. So three strikes take their
    ///   weeks, however often somebody insists, or a service has us come back.
    /// - Being throttled is no strike, and ends no row of them.
    /// - An attempt that finds something else begins to count anew, unless both mean that the link is dead. So does what an import or a web
    ///   archive adds to an earlier attempt.
    ///
    /// - Parameter earlier: what was known before.
    /// - Returns: `nil` for links that lead somewhere, that nobody will ask for again, or that were never asked for.
    public static func strikes(of record: Expansion, after earlier: LinkStanding?) -> Int? {
        let outcome = outcome(of: record)
        if outcome == .settled || outcome == .closed { return nil }
        let known = confirms(record, earlier) ? earlier?.strikes : nil
        return isStrike(record, after: earlier) ? (known ?? 0) + 1 : known
    }

    /// Whether a record counts: begins a row of strikes, or prolongs it.
    static func isStrike(_ record: Expansion, after earlier: LinkStanding?) -> Bool {
        guard !isHearsay(record), record.error?.class != Expansion.Failure.throttled else { return false }
        // What an import adds to an earlier record leaves its attempts as they were, and so does what a run finds that asks nobody.
        let isRun = record.attempts > earlier?.attempts ?? 0
        guard confirms(record, earlier) else { return isRun || earlier?.outcome != nil }
        return isRun && (earlier?.strikes == nil || wasDue(record, after: earlier))
    }

    /// Whether a record finds what was found before.
    private static func confirms(_ record: Expansion, _ earlier: LinkStanding?) -> Bool {
        let outcome = outcome(of: record)
        return outcome == .throttled || earlier?.outcome.map { $0.family == outcome.family } ?? false
    }

    /// Whether a record is of no attempt, but of what somebody else knew of a link that was never tried: a dump, or the page.
    private static func isHearsay(_ record: Expansion) -> Bool {
        guard record.attempts == 0 else { return false }
        switch record.status {
        case .archived: return record.steps == nil || [.dump, .wayback, .local].contains(record.via)
        case .resolved: return record.steps == nil && [.dump, .wayback].contains(record.via)
        case .loop, .refused: return false
        case .gone, .hostDead, .blocked, .undetermined: return record.steps == nil
        }
    }

    private static func wasDue(_ record: Expansion, after earlier: LinkStanding?) -> Bool {
        switch earlier?.nextStrike {
        case nil, .now: true
        case .from(let due): instant(record.checkedAt).map { $0 >= due } ?? true
        case .never: false
        }
    }

    /// The instant of an ISO 8601 time in UTC, with or without fractions of a second.
    static func instant(_ text: String) -> Date? {
        let hasFractions = text.utf8.contains(UInt8(ascii: "."))
        return try? Date.ISO8601FormatStyle(includingFractionalSeconds: hasFractions).parse(text)
    }

    private static let hour: TimeInterval = 3600
    fileprivate static let day: TimeInterval = 86_400
}
