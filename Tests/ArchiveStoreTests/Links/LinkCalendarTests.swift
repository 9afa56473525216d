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
            case "archived, timeout", "archived, dns": (.archived, String(finding.dropFirst(10)), nil)
            case "archived, 503", "archived, 400": (.archived, "http-status", Int(finding.dropFirst(10)))
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
        ("archived", [2154, 2154, nil]), ("archived, throttled", [0.75, 0.75, 0.75]), ("archived, 400", [2154, 2154, nil]),
        ("archived, timeout", [0.75, 18, 162, 714, 714]), ("archived, dns", [0.75]), ("archived, 503", [0.75, 18, 162, 714, 714]),
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

    @Test("a host that was found dead is not in trouble, though the error is of the same class")
    func archivedOfDeadHost() {
        var record = Self.attempt("archived, dns")
        record.steps = [Expansion.Step(.live, status: .undetermined, "The name server failed."), Expansion.Step(.wayback, "a capture")]
        #expect(LinkCalendar.due(after: record) == .from(Self.checked + 0.75 * Self.hour))
        record.steps?[0] = Expansion.Step(.live, status: .hostDead, "There is no such host.")
        #expect(LinkCalendar.due(after: record) == .from(Self.checked + 89.75 * Self.day))
    }

    @Test("what is known from a dump only was never tried, and is due")
    func hearsay() {
        var record = Expansion(
            url: "http://bit.ly/a", status: .archived, final: "http://there.example/", via: .dump, checkedAt: Self.checkedAt, attempts: 0)
        #expect(LinkCalendar.due(after: record) == .now)
        // A run has looked without asking anybody; that is no attempt.
        record.steps = [Expansion.Step(.dump, "found")]
        for via in [Expansion.Via.dump, .wayback, .local] {
            record.via = via
            #expect(LinkCalendar.due(after: record) == .now)
            #expect(LinkCalendar.strikes(of: record, after: nil) == nil)
        }
        // A run has asked.
        record.attempts = 1
        #expect(LinkCalendar.due(after: record) == .from(Self.checked + 89.75 * Self.day))
        // The link itself says where it leads.
        (record.status, record.via, record.steps, record.attempts) = (.resolved, .local, nil, 0)
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
            ("archived, throttled", "2026-01-31T12:05:00Z", 5 * 60),
        ] as [(String, String, TimeInterval)])
    func retryAfter(finding: String, retryAfter: String, wait: TimeInterval) {
        let attempt = Self.attempt(finding, retryAfter: retryAfter)
        #expect(LinkCalendar.due(after: attempt) == .from(Self.checked + wait))
    }

    @Test(
        "a link for which only the web archive is still to be asked is due when that may be asked, whatever its servers said, and when",
        arguments: [
            ("loop", nil, "2026-01-31T13:00:00Z"), ("gone", 3, "2026-01-31T13:00:00Z"), ("blocked", 1, "2026-01-31T12:00:30Z"),
            ("gone", 1, "2026-07-31T12:00:00Z"),
        ] as [(String, Int?, String)])
    func awaitsArchive(finding: String, strikes: Int?, retryAfter: String) throws {
        var record = Self.attempt(finding, strikes: strikes, retryAfter: retryAfter)
        record.steps = [Expansion.Step(.live, finding), Expansion.Step(.wayback, "put off")]
        #expect(LinkCalendar.due(after: record) == .from(try #require(LinkCalendar.instant(retryAfter))))
        // It knows nothing: what is left is the plan.
        record.retryAfter = nil
        #expect(LinkCalendar.due(after: record) == LinkCalendar.due(after: Self.attempt(finding, strikes: strikes)))
    }

    /// Attempts one after the other, each so many days after the one before, and the strikes that each has then.
    private static let histories: [(name: String, attempts: [(finding: String, days: TimeInterval)], strikes: [Int?])] = [
        ("one after the other", [("gone", 0), ("gone", 30), ("gone", 30)], [1, 2, 3]),
        ("before it was due", [("gone", 0), ("gone", 1), ("gone", 28), ("gone", 1), ("gone", 29)], [1, 1, 1, 2, 2]),
        ("after it was given up", [("gone", 0), ("gone", 30), ("gone", 30), ("gone", 400)], [1, 2, 3, 3]),
        (
            "after it was given up, in another form", [("gone", 0), ("gone", 30), ("gone", 30), ("host-dead", 400), ("host-dead", 30)],
            [1, 2, 3, 3, 4]
        ),
        ("a success ends it", [("timeout", 0), ("timeout", 1), ("resolved", 1), ("timeout", 300)], [1, 2, nil, 1]),
        ("trouble is not death", [("timeout", 0), ("timeout", 1), ("timeout", 7), ("gone", 30)], [1, 2, 3, 1]),
        ("death in two forms", [("gone", 0), ("host-dead", 30), ("archived", 30)], [1, 2, 3]),
        ("trouble in two forms", [("timeout", 0), ("503", 1), ("tls", 1)], [1, 2, 3]),
        ("throttled in between", [("gone", 0), ("throttled", 30), ("gone", 1), ("throttled", 30), ("gone", 1)], [1, 1, 2, 2, 3]),
        ("throttled before it was due", [("gone", 0), ("throttled", 1), ("gone", 1), ("throttled", 1), ("gone", 1)], [1, 1, 1, 1, 1]),
        ("throttled at first", [("throttled", 0), ("throttled", 1), ("gone", 1)], [nil, nil, 1]),
        ("throttled after trouble", [("timeout", 0), ("throttled", 1), ("gone", 1)], [1, 1, 1]),
        ("throttled, but known", [("archived", 0), ("archived, throttled", 90), ("archived", 90)], [1, 1, 2]),
        ("known, but in trouble", [("timeout", 0), ("archived, timeout", 1), ("archived", 7)], [1, 2, 1]),
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

    @Test("the word of an archive that comes later belongs to the attempt before it: it is no strike, and moves nothing")
    func resumed() {
        let waiting = Self.attempt("gone", strikes: 1, retryAfter: "2026-02-01T12:00:00Z")
        let first = LinkStanding(waiting)
        var resumed = waiting
        (resumed.retryAfter, resumed.strikes) = (nil, nil)
        #expect(LinkCalendar.strikes(of: resumed, after: first) == 1)
        resumed.strikes = 1
        let second = LinkStanding(resumed, after: first)
        #expect(LinkCalendar.strikes(of: Self.attempt("gone", at: "2026-02-02T12:00:00Z", attempts: 2), after: second) == 1)
        #expect(LinkCalendar.strikes(of: Self.attempt("gone", at: "2026-03-02T12:00:00Z", attempts: 2), after: second) == 2)
    }

    @Test("a run that asks nobody is no strike")
    func offline() {
        let standing = LinkStanding(Self.attempt("gone", attempts: 1, strikes: 1))
        var record = Self.attempt("archived", at: "2026-04-30T12:00:00Z", attempts: 1)
        (record.via, record.steps) = (.local, [Expansion.Step(.page, "the page shows where it leads")])
        #expect(LinkCalendar.strikes(of: record, after: standing) == 1)
    }

    @Test("what is imported for a link is no attempt, and no strike")
    func imported() {
        var record = Self.attempt("gone", attempts: 2, strikes: 2)
        let standing = LinkStanding(record)
        (record.status, record.via, record.strikes) = (.archived, .dump, nil)
        #expect(LinkCalendar.strikes(of: record, after: standing) == 2)
        // Of a link that was blocked three times nothing is known but that it was: it is not given up for being known.
        for finding in ["blocked", "loop", "no-redirect"] {
            let blocked = LinkStanding(Self.attempt(finding, attempts: 3, strikes: 3))
            record.attempts = 3
            #expect(LinkCalendar.strikes(of: record, after: blocked) == 1)
            record.strikes = 1
            let known = LinkStanding(record, after: blocked)
            var later = Self.attempt("archived", at: "2026-06-30T12:00:00Z", attempts: 4)
            #expect(LinkCalendar.strikes(of: later, after: known) == 2)
            later.checkedAt = "2026-03-31T12:00:00Z"
            #expect(LinkCalendar.strikes(of: later, after: known) == 1)
            record.strikes = nil
        }
        let fresh = Expansion(url: record.url, status: .archived, via: .dump, checkedAt: Self.checkedAt, attempts: 0)
        #expect(LinkCalendar.strikes(of: fresh, after: nil) == nil)
    }
}
