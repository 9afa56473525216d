import Foundation
import Testing
import ThreadModel

@testable import ArchiveStore

@Suite("The list of links")
struct LinkListTests {
    private let temporary = TemporaryDirectory()
    private var directory: String { temporary.path }
    private let now = Date(timeIntervalSince1970: 1_769_860_800)  // 2026-01-31T12:00:00Z

    @Test("links come with the place where they stand and the newest attempt")
    func listing() throws {
        try store([makeThread("a")], [makeExpansion("http://bit.ly/a0")], in: directory)
        let links = try elements(ArchiveReader(directory: directory).links())
        #expect(
            links == [
                LinkEntry(url: "https://rail.example/horaires", thread: "a", place: .post, published: "2011-02-09"),
                LinkEntry(
                    url: "http://bit.ly/a0", short: true, expanded: "https://rail.example/carte", expansionStatus: .resolved,
                    via: .redirect, checkedAt: "2026-01-31T08:00:00Z", attempts: 1, thread: "a", place: .comment, comment: "c1",
                    published: "2011-02-09"),
            ])
        #expect(try elements(ArchiveReader(directory: directory).links(LinkSelection())).map(\.url) == ["http://bit.ly/a0"])
    }

    @Test("all that is known of a link is listed with it")
    func everything() throws {
        var thread = makeThread("a", links: ["http://bit.ly/x"])
        thread.comments[0].links[0].shown = "http://shown.example/"
        thread.comments[0].published = PublishedDate(printed: "10.2.", local: "2011-02-10T08:00", instant: "2011-02-10T07:00:00Z")
        let evidence = [Expansion.Evidence(kind: .dump, url: "http://old.example/", at: "2010", source: "dump.txt.xz")]
        let expansion = Expansion(
            url: "http://bit.ly/x", status: .archived, final: "http://old.example/?utm_source=a", cleaned: "http://old.example/",
            via: .dump,
            title: "Old", checkedAt: "2026-01-31T12:00:00Z", attempts: 2, strikes: 2, retryAfter: "2026-01-31T13:00:00Z",
            error: Expansion.Failure(class: "timeout", message: "It took too long."), evidence: evidence)
        try store([thread], [expansion], in: directory)
        #expect(
            try elements(ArchiveReader(directory: directory).links(LinkSelection())) == [
                LinkEntry(
                    url: "http://bit.ly/x", short: true, shown: "http://shown.example/", expanded: "http://old.example/?utm_source=a",
                    cleaned: "http://old.example/", expansionStatus: .archived, via: .dump, title: "Old", checkedAt: "2026-01-31T12:00:00Z",
                    attempts: 2, strikes: 2, due: "2026-02-01T06:00:00Z", retryAfter: "2026-01-31T13:00:00Z", errorClass: "timeout",
                    error: "It took too long.", evidence: evidence, thread: "a", place: .comment, comment: "c1",
                    published: "2011-02-10T07:00:00Z")
            ])
    }

    @Test("a summary counts each link once, by status and by host, and says what is due next")
    func summary() throws {
        let twice = makeThread("b", links: ["http://bit.ly/1", "http://www.is.gd/3"])
        try store(
            [
                makeThread("a", links: ["http://bit.ly/1", "http://bit.ly/2", "http://is.gd/1", "http://is.gd/2", "http://bit.ly/4"]),
                twice,
            ],
            [
                makeExpansion("http://bit.ly/1"), makeExpansion("http://bit.ly/2", .gone, checkedAt: "2026-01-31T12:00:00Z"),
                makeExpansion("http://is.gd/1", .gone, checkedAt: "2026-01-31T18:00:00Z"),
                makeExpansion("http://is.gd/2", .gone, checkedAt: "2026-02-02T12:00:00Z"), makeExpansion("http://tr.im/none", .gone),
            ], in: directory)
        let reader = try ArchiveReader(directory: directory)
        let summary = try reader.linkSummary(hosts: 1, now: now)
        #expect(
            summary
                == LinkSummary(
                    links: 6, due: 2, next: .init(at: "2026-03-02T06:00:00Z", links: 2),
                    statuses: [.init(status: .resolved, links: 1), .init(status: .gone, links: 3), .init(status: nil, links: 2)],
                    hostCount: 2,
                    hosts: [
                        .init(
                            host: "bit.ly", links: 3,
                            statuses: [.init(status: .resolved, links: 1), .init(status: .gone, links: 1), .init(status: nil, links: 1)])
                    ]))
        var selection = LinkSelection()
        selection.hosts = ["is.gd"]
        #expect(try reader.linkSummary(selection, now: now).hosts.map(\.host) == ["is.gd"])
        #expect(try reader.linkSummary(selection, now: now + 365 * 86_400).due == 3)
        selection.hosts = ["tr.im"]
        #expect(
            try reader.linkSummary(selection, now: now)
                == LinkSummary(links: 0, due: 0, next: nil, statuses: [], hostCount: 0, hosts: []))
    }
}
