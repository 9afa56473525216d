import Foundation
import Testing
import ThreadModel

@testable import ArchiveStore

@Suite("The calendar of links")
struct LinkCalendarTests {
    private static let checkedAt = "2026-01-31T12:00:00Z"
    private static let checked = Date(timeIntervalSince1970: 1_769_860_800)
    private static let hour: TimeInterval = 3600
    private static let day: TimeInterval = 86_400

    /// What an attempt has found, in a word for each row of the table.
    static func attempt(
        _ finding: String, at checkedAt: String = checkedAt, attempts: Int = 1, strikes: Int? = nil, retryAfter: String? = nil
    ) -> Expansion {
        let (status, failure, answer): (Expansion.Status, String?, Int?) =
            switch finding {
            case "throttled", "dns", "connect", "timeout", "tls", "broken", "no-redirect", "too-large", "protocol":
                (.undetermined, finding, nil)
            case "500", "503", "400": (.undetermined, "http-status", Int(finding))
            case "5xx of old": (.undetermined, "http-status", nil)
            case "blocked and throttled": (.blocked, "throttled", 429)
            case "archived, throttled": (.archived, "throttled", 429)
            default: (Expansion.Status(rawValue: finding) ?? .undetermined, nil, nil)
            }
        return Expansion(
            url: "http://bit.ly/a", status: status,
            chain: answer.map { [Expansion.Hop(url: "http://bit.ly/a", status: $0, at: checkedAt, ms: 1)] } ?? [], checkedAt: checkedAt,
            attempts: attempts, strikes: strikes, retryAfter: retryAfter,
            error: failure.map { Expansion.Failure(class: $0, message: "It failed.") })
    }

    /// For each finding: how long a link rests after each strike, in hours; `nil` for good. A quarter is off, at most six hours.
    private static let table: [(finding: String, hours: [TimeInterval?])] = [
        ("resolved", [nil]), ("loop", [nil]), ("refused", [nil]),
        ("gone", [714, 714, nil, nil]),
        ("host-dead", [162, 162, 714, 714, nil, nil]),
        ("archived", [2154, 2154, nil]), ("archived, throttled", [2154, 2154, nil]),
        ("dns", [0.75, 18, 162, 714, 714]), ("connect", [0.75]), ("timeout", [0.75]), ("tls", [0.75]), ("broken", [0.75]),
        ("500", [0.75, 18, 162, 714, 714]), ("503", [0.75]), ("5xx of old", [0.75]),
        ("blocked", [162, 714, nil, nil]),
        ("no-redirect", [18, 162, 714, nil]), ("too-large", [18]), ("protocol", [18]), ("400", [18]), ("undetermined", [18]),
        ("throttled", [0.75, 0.75, 0.75, 0.75]), ("blocked and throttled", [0.75, 0.75, 0.75, 0.75]),
    ]

    @Test("how long a link rests depends on what was found and how often", arguments: table)
    func rests(finding: String, hours: [TimeInterval?]) {
        for (strikes, hours) in zip(1..., hours) {
            let expected = hours.map { LinkCalendar.Due.from(Self.checked + $0 * Self.hour) } ?? .never
            #expect(LinkCalendar.due(after: Self.attempt(finding, strikes: strikes)) == expected, "\(strikes) strikes")
        }
        let first = LinkCalendar.due(after: Self.attempt(finding, strikes: 1))
        #expect(LinkCalendar.due(after: Self.attempt(finding)) == first)
    }

    @Test("what is known from a dump only was never tried, and is due")
    func hearsay() {
        var record = Expansion(
            url: "http://bit.ly/a", status: .archived, final: "http://there.example/", via: .dump, checkedAt: Self.checkedAt, attempts: 0)
        #expect(LinkCalendar.due(after: record) == .now)
        // The host is closed: a run has looked, and need not ask it.
        record.steps = [Expansion.Step(.dump, "found")]
        #expect(LinkCalendar.due(after: record) == .from(Self.checked + 89.75 * Self.day))
        // The link itself says where it leads.
        (record.status, record.via, record.steps) = (.resolved, .local, nil)
        #expect(LinkCalendar.due(after: record) == .never)
        (record.status, record.via) = (.refused, nil)
        #expect(LinkCalendar.due(after: record) == .never)
    }

    @Test("a time that cannot be read is no reason not to ask", arguments: ["yesterday", ""])
    func unreadable(checkedAt: String) {
        #expect(LinkCalendar.due(after: Self.attempt("gone", at: checkedAt)) == .now)
        #expect(LinkCalendar.due(after: Self.attempt("gone", at: checkedAt, strikes: 3)) == .never)
    }

    @Test(
        "a service that says when to come back is believed, within reason",
        arguments: [
            ("throttled", "2026-01-31T12:05:00Z", 5 * 60), ("throttled", "2026-02-02T12:00:00.500Z", 2 * day + 0.5),
            ("throttled", "2026-01-31T11:00:00Z", 60), ("throttled", "9999-01-01T00:00:00Z", 30 * day),
            ("throttled", "soon", 0.75 * hour), ("503", "2026-01-31T12:05:00Z", 0.75 * hour),
            ("503", "2026-01-31T14:00:00Z", 2 * hour), ("blocked", "2026-02-10T12:00:00Z", 10 * day),
            ("archived, throttled", "2026-01-31T12:05:00Z", 89.75 * day),
        ] as [(String, String, TimeInterval)])
    func retryAfter(finding: String, retryAfter: String, wait: TimeInterval) {
        let attempt = Self.attempt(finding, retryAfter: retryAfter)
        #expect(LinkCalendar.due(after: attempt) == .from(Self.checked + wait))
    }

    /// Attempts one after the other, each so many days after the one before, and the strikes that each has then.
    private static let histories: [(name: String, attempts: [(finding: String, days: TimeInterval)], strikes: [Int?])] = [
        ("one after the other", [("gone", 0), ("gone", 30), ("gone", 30)], [1, 2, 3]),
        ("before it was due", [("gone", 0), ("gone", 1), ("gone", 29), ("gone", 30)], [1, 1, 1, 2]),
        ("after it was given up", [("gone", 0), ("gone", 30), ("gone", 30), ("gone", 400)], [1, 2, 3, 3]),
        ("a success ends it", [("timeout", 0), ("timeout", 1), ("resolved", 1), ("timeout", 300)], [1, 2, nil, 1]),
        ("trouble is not death", [("timeout", 0), ("timeout", 1), ("timeout", 7), ("gone", 30)], [1, 2, 3, 1]),
        ("death in two forms", [("gone", 0), ("host-dead", 30), ("archived", 30)], [1, 2, 3]),
        ("trouble in two forms", [("timeout", 0), ("503", 1), ("tls", 1)], [1, 2, 3]),
        ("throttled in between", [("gone", 0), ("throttled", 30), ("gone", 1), ("throttled", 30), ("gone", 1)], [1, 1, 2, 2, 3]),
        ("throttled at first", [("throttled", 0), ("throttled", 1), ("gone", 1)], [nil, nil, 1]),
        ("throttled after trouble", [("timeout", 0), ("throttled", 1), ("gone", 1)], [1, 1, 1]),
        ("throttled, but known", [("archived", 0), ("archived, throttled", 90), ("archived", 90)], [1, 1, 2]),
        ("refused", [("gone", 0), ("refused", 30), ("loop", 30)], [1, nil, nil]),
    ]

    @Test("strikes are attempts in a row that have found the same", arguments: histories)
    func strikes(name: String, attempts: [(finding: String, days: TimeInterval)], strikes: [Int?]) {
        var standing: LinkStanding?
        var now = Self.checked
        var found: [Int?] = []
        for (number, attempt) in zip(1..., attempts) {
            now += attempt.days * Self.day
            var record = Self.attempt(attempt.finding, at: now.formatted(.iso8601), attempts: number)
            record.strikes = LinkCalendar.strikes(of: record, after: standing)
            found.append(record.strikes)
            standing = LinkStanding(record, after: standing)
        }
        #expect(found == strikes)
    }

    @Test("what is imported for a link is no attempt, and no strike")
    func imported() {
        var record = Self.attempt("gone", attempts: 2, strikes: 2)
        let standing = LinkStanding(record)
        (record.status, record.via, record.strikes) = (.archived, .dump, nil)
        #expect(LinkCalendar.strikes(of: record, after: standing) == 2)
        let fresh = Expansion(url: record.url, status: .archived, via: .dump, checkedAt: Self.checkedAt, attempts: 0)
        #expect(LinkCalendar.strikes(of: fresh, after: nil) == nil)
    }
}
