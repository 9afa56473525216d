import Foundation
import Testing
import ThreadModel

@testable import ArchiveStore

@Suite("Choosing what to ask for")
struct LinkSelectionTests {
    private let temporary = TemporaryDirectory()
    private var directory: String { temporary.path }
    private let now = Date(timeIntervalSince1970: 1_769_860_800)  // 2026-01-31T12:00:00Z

    private func pending(
        at instant: Date? = nil, shortOnly: Bool = true, _ change: (inout LinkSelection) -> Void = { _ in }
    ) throws -> [PendingLink] {
        var selection = LinkSelection(shortOnly: shortOnly, times: .due)
        change(&selection)
        return try elements(ArchiveReader(directory: directory).pendingLinks(selection, now: instant ?? now))
    }

    @Test("short links, or all that HTTP can ask for; each once, and none that only an old version of a page has")
    func asked() throws {
        var thread = makeThread("a", comments: ["1", "2"])
        thread.comments[1].links = [
            Link(url: "http://bit.ly/a0", short: true), Link(url: "mailto:lea@blog.example"), Link(url: "page2.html"),
            Link(url: "HTTP://UPPER.example/"),
        ]
        try store(
            [makeThread("b"), makeThread("b", comments: []), thread], [makeExpansion("http://bit.ly/elsewhere", .undetermined)],
            in: directory)
        let link = PendingLink(url: "http://bit.ly/a0", short: true, published: "2011-02-09", attempts: 0, strikes: 0, evidence: [])
        #expect(try pending() == [link])
        #expect(
            try pending(shortOnly: false).map(\.url) == ["http://bit.ly/a0", "https://rail.example/horaires", "HTTP://UPPER.example/"])
    }

    @Test("a link is asked for as long as it stands somewhere, and counts as short as long as it is so somewhere")
    func places() throws {
        let url = "http://short.example/x"
        var plain = makeThread("plain", links: [url])
        plain.comments[0].links[0].short = nil
        let empty = { (id: String) in makeThread(id, title: "New", comments: []) }
        let steps: [(CommentThread, short: Int, all: Int)] = [
            (plain, 0, 1), (makeThread("a", links: [url, url]), 1, 1), (makeThread("b", links: [url]), 1, 1), (empty("a"), 1, 1),
            (empty("b"), 0, 1), (empty("plain"), 0, 0), (makeThread("a", links: [url]), 1, 1),
        ]
        for (number, step) in steps.enumerated() {
            try store([step.0], in: directory)
            #expect(try pending().count == step.short, "step \(number)")
            #expect(try pending(shortOnly: false).filter { $0.url == url }.map(\.short) == [step.short > 0].filter { _ in step.all > 0 })
        }
        // The index says the same when it is made anew.
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: directory + "/index.sqlite" + suffix) }
        #expect(try pending().map(\.url) == [url])
    }

    @Test("a pending link comes with what pages and earlier records say of it")
    func context() throws {
        let url = "http://bit.ly/x"
        var late = makeThread("late", links: [url])
        late.comments[0].published = PublishedDate(printed: "2014", local: "2014")
        var early = makeThread("early", links: [url, "http://bit.ly/y"])
        early.comments[0].links[0].shown = "http://shown.example/"
        early.comments[0].published = PublishedDate(printed: "hier")
        let evidence = [Expansion.Evidence(kind: .dump, url: "http://old.example/")]
        let record = Expansion(
            url: url, status: .archived, final: "http://old.example/", via: .dump, checkedAt: "2025-01-31T12:00:00Z", attempts: 1,
            strikes: 1, evidence: evidence)
        try store([late, early], [record], in: directory)
        let expected = PendingLink(
            url: url, short: true, shown: "http://shown.example/", published: "2011-02-09", attempts: 1, strikes: 1, evidence: evidence,
            previous: record)
        #expect(try pending().first { $0.url == url } == expected)
        // A record that is damaged is none.
        try edit(directory + "/links/000001.jsonl") { $0[$0.startIndex] = UInt8(ascii: "x") }
        let reader = try ArchiveReader(directory: directory)
        let links = try elements(reader.pendingLinks(now: now))
        #expect(links.count == 2 && links.allSatisfy { $0.previous == nil })
    }

    @Test("a run meets links of all hosts early, a few of each in turn, and each once")
    func interleaving() throws {
        let bitly = (0..<1200).map { "http://bit.ly/\($0)" }
        let others = (0..<20).flatMap { host in (0..<12).map { "http://h\(host).example/\($0)" } }
        try store([makeThread("a", links: bitly), makeThread("b", links: others)], in: directory)
        let links = try pending().map(\.url)
        #expect(links.count == 1440 && Set(links) == Set(bitly + others))
        let firstRound = links.prefix(21 * 8)
        #expect(firstRound.count { $0.hasPrefix("http://bit.ly/") } == 8)
        #expect(Set(firstRound.compactMap { URL(string: $0)?.host() }).count == 21)
        #expect(try pending { $0.limit = 700 }.map(\.url) == Array(links.prefix(700)))
        #expect(try pending { $0.limit = 3 }.map(\.url) == Array(links.prefix(3)))
        // What was first due of one host comes first.
        #expect(links.filter { $0.hasPrefix("http://bit.ly/") } == bitly)
    }

    /// Links in all states, the newest attempt of each an hour and a second ago.
    private func fill() throws {
        let states = Expansion.Status.allCases.map(\.rawValue)
        let records = Expansion.Status.allCases.map {
            Expansion(
                url: "http://bit.ly/\($0.rawValue)", status: $0, checkedAt: "2026-01-31T10:59:59Z", attempts: 3,
                error: $0 == .archived ? nil : Expansion.Failure(class: "timeout", message: "It took too long."))
        }
        try store([makeThread("a", links: states.map { "http://bit.ly/\($0)" } + ["http://is.gd/new"])], records, in: directory)
    }

    private func names(_ links: [PendingLink]) -> Set<String> { Set(links.map { String($0.url.drop { $0 != "/" }.drop { $0 == "/" }) }) }

    @Test("a second run asks for nothing that the first one has settled")
    func settled() throws {
        try fill()
        let links = try pending()
        #expect(names(links) == ["bit.ly/undetermined", "is.gd/new"])
        #expect(links.first { $0.url.contains("undetermined") }?.attempts == 3)
        #expect(names(try pending(at: now - 3600)) == ["is.gd/new"])
    }

    @Test("hosts and statuses narrow the choice; an age, and statuses to try again, widen it")
    func options() throws {
        try fill()
        #expect(names(try pending { $0.hosts = ["is.gd", "none.example"] }) == ["is.gd/new"])
        #expect(names(try pending { $0.statuses = [nil] }) == ["is.gd/new"])
        #expect(names(try pending { $0.statuses = [.undetermined, .gone] }) == ["bit.ly/undetermined"])
        #expect(names(try pending { $0.retried = [.gone, .loop] }) == ["bit.ly/undetermined", "bit.ly/gone", "bit.ly/loop", "is.gd/new"])
        #expect(
            names(
                try pending {
                    $0.retried = [.gone]
                    $0.statuses = [.gone]
                }) == ["bit.ly/gone"])
        #expect(try pending { $0.olderThan = 3600 }.count == Expansion.Status.allCases.count + 1)
        #expect(try pending { $0.olderThan = 3602 }.count == 2)
        #expect(
            names(
                try pending {
                    $0.times = .named
                    $0.retried = [.blocked]
                }) == ["bit.ly/blocked"])
        #expect(try pending { $0.times = .named }.isEmpty)
        #expect(try pending { $0.times = .any }.count == Expansion.Status.allCases.count + 1)
    }

    @Test("the list is narrowed by the same options")
    func listing() throws {
        try fill()
        let reader = try ArchiveReader(directory: directory)
        func list(_ change: (inout LinkSelection) -> Void) throws -> [String] {
            var selection = LinkSelection()
            change(&selection)
            return try elements(reader.links(selection, now: now)).map(\.url)
        }
        #expect(try list { _ in }.count == Expansion.Status.allCases.count + 1)
        #expect(try list { $0.times = .due } == ["http://bit.ly/undetermined", "http://is.gd/new"])
        #expect(try list { $0.hosts = ["is.gd"] } == ["http://is.gd/new"])
        #expect(try list { $0.statuses = [.gone, nil] } == ["http://bit.ly/gone", "http://is.gd/new"])
        #expect(try list { $0.limit = 2 } == ["http://bit.ly/resolved", "http://bit.ly/archived"])
    }

    @Test("a run does not meet again what it has stored, though the record is dated before the run, or due at once")
    func onceOnly() throws {
        let urls = (0..<600).map { "http://bit.ly/\($0)" }
        try store([makeThread("a", links: urls)], urls.map { makeExpansion($0, .gone, checkedAt: "2025-01-31T12:00:00Z") }, in: directory)
        var selection = LinkSelection(shortOnly: true, times: .named)
        selection.retried = [.gone]
        selection.olderThan = 3600
        var cursor = try ArchiveReader(directory: directory).pendingLinks(selection, now: now)
        var options = ArchiveWriter.Options()
        options.segmentLimit = 50_000
        let writer = try ArchiveWriter(directory: directory, options: options)
        var count = 0
        while let link = try cursor.next(), count < 700 {
            count += 1
            // As a record that was resumed for the web archive, which is to be asked again: the attempt is that of old.
            var record = try #require(link.previous)
            record.retryAfter = "2026-01-31T11:00:00Z"
            record.steps = [Expansion.Step(.wayback, "put off")]
            try writer.append(record)
            try writer.flush()
        }
        try writer.close()
        #expect(count == 600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory + "/links").count > 2)
        // The next run does.
        #expect(try elements(ArchiveReader(directory: directory).pendingLinks(selection, now: now)).count == 600)
    }

    @Test("what is stored while a cursor is in use does not come twice", arguments: [false, true])
    func cursorWhileWriting(again: Bool) throws {
        let urls = (0..<1100).map { "http://bit.ly/\($0)" }
        let records = again ? urls.map { makeExpansion($0, .undetermined, checkedAt: "2026-01-31T11:30:00Z") } : []
        try store([makeThread("a", links: urls)], records, in: directory)
        var selection = LinkSelection(shortOnly: true, times: .due)
        selection.retried = [.undetermined]
        var cursor = try ArchiveReader(directory: directory).pendingLinks(selection, now: now)
        let writer = try ArchiveWriter(directory: directory)
        var count = 0
        while let link = try cursor.next() {
            count += 1
            try writer.append(makeExpansion(link.url, .undetermined, checkedAt: "2026-01-31T12:00:00Z", attempts: link.attempts + 1))
            if count.isMultiple(of: 300) { try writer.flush() }
        }
        try writer.close()
        #expect(count == 1100)
        #expect(try pending().isEmpty)
    }

    @Test("a service that has had enough is known by the host of the request that it turned down, as long as it asked to be left alone")
    func pauses() throws {
        func throttled(_ url: String, chain: [String], until: String) -> Expansion {
            var record = makeExpansion(url, .undetermined)
            record.chain = chain.map { Expansion.Hop(url: $0, at: record.checkedAt, ms: 1) }
            record.error = Expansion.Failure(class: Expansion.Failure.throttled, message: "too many")
            record.retryAfter = until
            return record
        }
        var troubled = throttled("http://ow.ly/d", chain: ["http://ow.ly/d"], until: "2026-01-31T14:00:00Z")
        troubled.error?.class = "timeout"
        try store(
            [],
            [
                throttled("http://bit.ly/a", chain: ["http://bit.ly/a", "http://www.is.gd/b"], until: "2026-01-31T13:00:00Z"),
                throttled("http://bit.ly/b", chain: ["http://bit.ly/b", "http://is.gd/c"], until: "2026-01-31T13:30:00Z"),
                throttled("http://tinyurl.com/c", chain: [], until: "2026-01-31T11:00:00Z"), troubled,
            ], in: directory)
        let reader = try ArchiveReader(directory: directory)
        #expect(try reader.pausedHosts(now: now) == ["is.gd": now + 90 * 60])
    }
}
