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
        /// The host could not be talked to.
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
        case .resolved: return .settled
        case .loop, .refused: return .closed
        case .archived: return .archived
        case .gone: return .deadCode
        case .hostDead: return .deadHost
        case .blocked, .undetermined: break
        }
        switch attempt.error?.class {
        case "throttled": return .throttled
        case _ where attempt.status == .blocked: return .blocked
        case "dns", "connect", "timeout", "tls", "broken", "proxy": return .hostTrouble
        case "http-status": return (attempt.chain.last?.status ?? 500) >= 500 ? .serverTrouble : .unclear
        default: return .unclear
        }
    }

    /// When a link is due of which this is the newest record.
    ///
    /// A record whose time cannot be read makes it due at once.
    public static func due(after record: Expansion) -> Due {
        let outcome = outcome(of: record)
        guard !isHearsay(record) else { return .now }
        guard let wait = plan(for: outcome).wait(after: record.strikes ?? 1) else { return .never }
        guard let checked = instant(record.checkedAt) else { return .now }
        guard let asked = record.retryAfter.flatMap(instant), outcome != .archived else { return .from(checked + wait) }
        let allowed = min(max(asked, checked + shortestRetryAfter), checked + longestRetryAfter)
        return .from(outcome == .throttled || record.awaitsArchive ? allowed : max(allowed, checked + wait))
    }

    /// How many attempts in a row have found the same, this one included.
    ///
    /// - An attempt that was made before the link was due confirms nothing, and is not counted. So three strikes take their weeks, however
    ///   often somebody insists.
    /// - Being throttled is no strike, and ends no row of them.
    /// - An attempt that finds something else begins to count anew, unless both mean that the link is dead.
    ///
    /// - Parameter earlier: what was known before.
    /// - Returns: `nil` for links that lead somewhere, or that nobody will ask for again.
    public static func strikes(of record: Expansion, after earlier: LinkStanding?) -> Int? {
        let outcome = outcome(of: record)
        if outcome == .settled || outcome == .closed { return nil }
        let isSame = outcome == .throttled || earlier?.outcome.map { $0.family == outcome.family } ?? false
        let known = isSame ? earlier?.strikes : nil
        let isStrike = isRun(record, after: earlier) && record.error?.class != "throttled"
        guard isStrike else { return known }
        guard let known else { return 1 }
        return known + (wasDue(record, after: earlier) ? 1 : 0)
    }

    /// Whether a record is of no run, but of what somebody else knew: a dump that was imported before the link was ever tried.
    private static func isHearsay(_ record: Expansion) -> Bool {
        guard record.attempts == 0, record.steps == nil else { return false }
        switch outcome(of: record) {
        case .settled: return record.via == .dump || record.via == .wayback
        case .closed: return false
        default: return true
        }
    }

    /// Whether anybody was asked for this record. What an import adds to an earlier record leaves its attempts, or its time, as they were.
    private static func isRun(_ record: Expansion, after earlier: LinkStanding?) -> Bool {
        record.attempts > earlier?.attempts ?? 0 || (record.steps != nil && record.checkedAt != earlier?.checkedAt)
    }

    private static func wasDue(_ record: Expansion, after earlier: LinkStanding?) -> Bool {
        switch earlier?.due {
        case nil, .now: true
        case .from(let due): instant(record.checkedAt).map { $0 >= due } ?? true
        case .never: false
        }
    }

    /// The instant of an ISO 8601 time in UTC, with or without fractions of a second.
    static func instant(_ text: String) -> Date? {
        let style = Date.ISO8601FormatStyle()
        return (try? style.parse(text)) ?? (try? style.time(includingFractionalSeconds: true).parse(text))
    }

    private static let hour: TimeInterval = 3600
    fileprivate static let day: TimeInterval = 86_400
}
