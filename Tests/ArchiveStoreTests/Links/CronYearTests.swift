import Foundation
import Testing
import ThreadModel

@testable import ArchiveStore

/// A year of nightly runs: what the calendar says, the selection finds and the writer keeps, against services that answer by the day.
@Suite("A year of cron")
struct CronYearTests {
    private let temporary = TemporaryDirectory()
    private var directory: String { temporary.path }

    /// What a service answers.
    private enum Answer {
        case status(Expansion.Status)
        case failure(String, days: Int? = nil)
    }

    /// A link, how its service answers on a day (and to which request), and what a year of that must come to.
    private struct Service {
        var url: String
        var answer: @Sendable (_ day: Int, _ request: Int) -> Answer
        /// The days on which it is asked.
        var days: [Int]
        var status: Expansion.Status
        var strikes: Int?
    }

    private static let services = [
        Service(url: "http://healthy.example/1", answer: { _, _ in .status(.resolved) }, days: [0], status: .resolved),
        Service(url: "http://healthy.example/2", answer: { _, _ in .status(.resolved) }, days: [0], status: .resolved),
        Service(url: "http://healthy.example/dead", answer: { _, _ in .status(.gone) }, days: [0, 30, 60], status: .gone, strikes: 3),
        Service(
            url: "http://healthy.example/back", answer: { day, _ in .status(day < 60 ? .gone : .resolved) }, days: [0, 30, 60],
            status: .resolved),
        Service(
            url: "http://dead.example/1", answer: { _, _ in .status(.hostDead) }, days: [0, 7, 14, 44, 74], status: .hostDead, strikes: 5),
        Service(
            url: "http://ill.example/1", answer: { day, _ in day < 10 ? .failure("timeout") : .status(.resolved) }, days: [0, 1, 2, 9, 39],
            status: .resolved),
        Service(
            url: "http://down.example/1", answer: { _, _ in .failure("http-status") }, days: [0, 1, 2] + stride(from: 9, to: 365, by: 30),
            status: .undetermined, strikes: 15),
        Service(
            url: "http://busy.example/1", answer: { day, _ in day < 8 ? .failure("throttled", days: 3) : .status(.resolved) },
            days: [0, 3, 6, 9], status: .resolved),
        // Every second request is one too many.
        Service(
            url: "http://busy.example/dead",
            answer: { _, request in request.isMultiple(of: 2) ? .failure("throttled", days: 2) : .status(.gone) },
            days: [0, 30, 32, 62, 64], status: .gone, strikes: 3),
        Service(url: "http://shy.example/1", answer: { _, _ in .status(.blocked) }, days: [0, 7, 37], status: .blocked, strikes: 3),
        Service(
            url: "http://vague.example/1", answer: { _, _ in .failure("no-redirect") }, days: [0, 1, 8, 38], status: .undetermined,
            strikes: 4),
        Service(url: "http://known.example/1", answer: { _, _ in .status(.archived) }, days: [0, 90, 180], status: .archived, strikes: 3),
        Service(url: "http://round.example/1", answer: { _, _ in .status(.loop) }, days: [0], status: .loop),
        Service(url: "http://private.example/1", answer: { _, _ in .status(.refused) }, days: [0], status: .refused),
    ]

    /// One run. It gets to each link some minutes after it began.
    private func run(_ reader: ArchiveReader, day: Int, began: Date, _ requests: inout [String: [Int]]) throws {
        var links = reader.pendingLinks(now: began)
        guard var link = try links.next() else { return }
        let writer = try ArchiveWriter(directory: directory)
        var minutes = 0
        while true {
            minutes += 7
            requests[link.url, default: []].append(day)
            let service = try #require(Self.services.first { $0.url == link.url })
            let ended = began + TimeInterval(60 * minutes)
            try writer.append(Self.record(service.answer(day, link.attempts + 1), link, ended))
            guard let next = try links.next() else { break }
            link = next
        }
        try writer.close()
    }

    private static func record(_ answer: Answer, _ link: PendingLink, _ ended: Date) -> Expansion {
        var record = Expansion(url: link.url, status: .undetermined, checkedAt: ended.formatted(.iso8601), attempts: link.attempts + 1)
        switch answer {
        case .status(let status):
            record.status = status
        case .failure(let name, let days):
            record.error = Expansion.Failure(class: name, message: "It failed.")
            record.retryAfter = days.map { (ended + TimeInterval($0 * 86_400) - 3600).formatted(.iso8601) }
        }
        return record
    }

    @Test("each service is asked on the days of the calendar, and on no other")
    func year() throws {
        let began = Date(timeIntervalSince1970: 1_769_832_000)  // 2026-01-31T04:00:00Z
        try store([makeThread("a", links: Self.services.map(\.url))], in: directory)
        var requests: [String: [Int]] = [:]
        let reader = try ArchiveReader(directory: directory)
        for day in 0..<365 { try run(reader, day: day, began: began + TimeInterval(day * 86_400), &requests) }

        for service in Self.services {
            #expect(requests[service.url] == service.days, "\(service.url)")
            let record = try #require(try reader.expansion(of: service.url))
            #expect(record.status == service.status && record.strikes == service.strikes, "\(service.url)")
            #expect(record.attempts == service.days.count, "\(service.url)")
        }
        #expect(requests.count == Self.services.count)
        // Of all of them only the one whose trouble may end is still asked for.
        let end = began + 365 * 86_400
        #expect(try elements(reader.pendingLinks(now: end + 10 * 365 * 86_400)).map(\.url) == ["http://down.example/1"])
        #expect(try reader.linkSummary(now: end).next?.links == 1)
        try expectSound(directory, threads: 1, expansions: Self.services.map(\.days.count).reduce(0, +))
    }
}
