import Foundation
import Testing
import ThreadModel

@testable import ArchiveStore

@Suite("What dumps say of a link")
struct DumpEvidenceTests {
    private static let link = "http://bit.ly/a"
    private static let now = "2026-01-31T08:00:00Z"

    private static func evidence(_ url: String, _ at: String? = nil, source: String = "a.zip") -> Expansion.Evidence {
        .init(kind: .dump, url: url, at: at, source: source)
    }

    private func add(
        _ evidence: [Expansion.Evidence], to old: Expansion? = nil, written: String? = nil
    ) -> (record: Expansion, conflict: DumpEvidence.Conflict?) {
        DumpEvidence(url: Self.link, evidence: evidence).added(to: old, now: Self.now) { written }
    }

    @Test("a link that was never tried leads where the dump says")
    func untried() {
        let known = Self.evidence("http://a.example/", "2015-07-29")
        let (record, conflict) = add([known])
        #expect(conflict == nil)
        #expect(
            record
                == Expansion(
                    url: Self.link, status: .archived, final: "http://a.example/", via: .dump, checkedAt: Self.now, attempts: 0,
                    evidence: [known]))
    }

    @Test(
        "a link whose target nobody told leads where the dump says, and what the attempts found stays",
        arguments: [Expansion.Status.gone, .hostDead, .blocked, .undetermined, .loop, .refused])
    func failed(status: Expansion.Status) {
        let page = Expansion.Evidence(kind: .page, url: "http://a.exam…")
        let old = Expansion(
            url: Self.link, status: status, final: Self.link,
            chain: [.init(url: Self.link, status: 404, at: "2025-01-01T00:00:00Z", ms: 3)],
            checkedAt: "2025-01-01T00:00:00Z", attempts: 4, strikes: 3, error: .init(class: "gone", message: "no such link"),
            evidence: [page])
        var expected = old
        (expected.status, expected.via, expected.final, expected.strikes) = (.archived, .dump, "http://a.example/", nil)
        expected.evidence = [Self.evidence("http://a.example/"), page]
        let (record, conflict) = add([Self.evidence("http://a.example/")], to: old)
        #expect(record == expected && conflict == nil)
    }

    @Test("more of the same is no new finding: what was counted is kept")
    func counted() {
        var old = add([Self.evidence("http://a.example/", "2014-01-01")]).record
        (old.attempts, old.strikes) = (2, 2)
        #expect(add([Self.evidence("http://a.example/", "2015-01-01")], to: old).record.strikes == 2)
    }

    @Test("what the link's own server has said stands; the dump is evidence, and a conflict where it says something else")
    func resolved() {
        var old = makeExpansion(Self.link, .resolved, final: "https://www.b.example/b")
        old.chain = [
            .init(url: Self.link, status: 301, type: .location, location: "http://b.example/", at: Self.now, ms: 1),
            .init(url: "http://b.example/", status: 301, type: .location, location: "https://www.b.example/b", at: Self.now, ms: 1),
        ]
        // The dump has the first hop only, and servers have learnt https since.
        for target in ["http://b.example/", "https://b.example", "https://www.b.example/b", "http://b.example/b#top"] {
            let (record, conflict) = add([Self.evidence(target)], to: old)
            #expect(record.status == .resolved && record.final == old.final && record.evidence == [Self.evidence(target)])
            #expect(conflict == nil)
        }
        let (record, conflict) = add([Self.evidence("http://c.example/")], to: old)
        #expect(record.status == .resolved && record.final == old.final && record.via == old.via && record.evidence?.count == 1)
        #expect(conflict == .init(targets: ["http://c.example/"], kept: "https://www.b.example/b"))
    }

    @Test("so does what a web archive has said, and a redirect to a host that is dead by now")
    func toldOtherwise() {
        var archived = makeExpansion(Self.link, .archived, final: "http://b.example/")
        archived.via = .wayback
        var dead = makeExpansion(Self.link, .hostDead, final: "http://b.example/")
        dead.chain = [.init(url: Self.link, status: 301, type: .location, location: "http://b.example/", at: Self.now, ms: 1)]
        for old in [archived, dead] {
            let (record, conflict) = add([Self.evidence("http://c.example/")], to: old)
            #expect(record.status == old.status && record.final == old.final && record.via == old.via)
            #expect(conflict?.kept == "http://b.example/")
        }
    }

    @Test("evidence that is there is not added again; of one target the oldest and the newest are kept")
    func news() {
        func said(_ at: String?) -> Expansion.Evidence { Self.evidence("http://a.example/", at) }
        let first = add([said("2014-01-01"), said("2015-01-01")]).record
        let known = [
            said("2014-01-01"), said("2014-06-01"), said(nil),
            .init(kind: .dump, url: "http://a.example/", at: "2014-01-01", source: "b.zip"),
        ]
        for old in known { #expect(add([old], to: first).record == first) }
        #expect(add([said("2013-01-01")], to: first).record.evidence == [said("2015-01-01"), said("2013-01-01")])
        #expect(add([said("2016-01-01")], to: first).record.evidence == [said("2016-01-01"), said("2014-01-01")])
        #expect(add([said("2016-01-01")], to: add([said(nil)]).record).record.evidence == [said("2016-01-01"), said(nil)])
    }

    @Test("the day of writing is not looked up where it decides nothing")
    func lazily() throws {
        struct Asked: Error {}
        let agreeing = [Self.evidence("http://a.example/", "2014-01-01"), Self.evidence("https://a.example", "2015-01-01")]
        _ = try DumpEvidence(url: Self.link, evidence: agreeing).added(to: nil, now: Self.now) { throw Asked() }
        #expect(throws: Asked.self) {
            try DumpEvidence(url: Self.link, evidence: Self.targets).added(to: nil, now: Self.now) { throw Asked() }
        }
    }

    static let targets = [
        evidence("http://old.example/", "2010-05-01"), evidence("http://middle.example/", "2012-05-01"),
        evidence("http://middle.example/", "2014-05-01"), evidence("http://new.example/", "2016-05-01T12:00:00Z"),
        evidence("http://undated.example/"),
    ]
    static let choices: [(written: String?, target: String)] = [
        ("2009-12-31T10:40", "http://old.example/"), ("2010-11", "http://old.example/"), ("2011-12-01", "http://middle.example/"),
        ("2013", "http://middle.example/"), ("2015-12-01", "http://new.example/"), ("2020-01-01", "http://new.example/"),
        (nil, "http://new.example/"), ("hier soir", "http://new.example/"),
    ]

    @Test(
        "of several targets that one stands that was seen nearest to the day of writing; without such a day the newest", arguments: choices)
    func choice(written: String?, target: String) {
        let (record, conflict) = add(Self.targets, written: written)
        #expect(record.final == target && record.evidence?.first?.url == target && record.evidence?.count == 5)
        let all = ["http://old.example/", "http://middle.example/", "http://new.example/", "http://undated.example/"]
        #expect(conflict == .init(targets: all, kept: target))
    }

    @Test("a later dump changes the choice, and what is known already still counts")
    func later() {
        let first = add([Self.evidence("http://a.example/", "2014-01-01")], written: "2011-01-01").record
        let second = add([Self.evidence("http://b.example/", "2011-02-01")], to: first, written: "2011-01-01")
        #expect(
            second.record.final == "http://b.example/" && second.record.evidence?.map(\.url) == ["http://b.example/", "http://a.example/"])
        #expect(second.conflict?.targets == ["http://a.example/", "http://b.example/"])
        #expect(second.record.checkedAt == Self.now && second.record.attempts == 0)
    }

    @Test("line ends in a target are no part of the URL, and stay in the evidence")
    func lineEnds() {
        let record = add([Self.evidence("http://a.example/\r\none\ttwo")]).record
        #expect(record.final == "http://a.example/onetwo" && record.evidence?.first?.url == "http://a.example/\r\none\ttwo")
    }
}

@Suite("Links that stand in threads")
struct LinkedURLTests {
    private let directory = TemporaryDirectory()

    @Test("each URL comes once, also where it is in several threads; those that stand nowhere do not")
    func urls() throws {
        try store(
            [makeThread("a", comments: ["x", "y"]), makeThread("b")],
            [makeExpansion("http://bit.ly/elsewhere"), makeExpansion("http://bit.ly/a1")], in: directory.path)
        let urls = try elements(ArchiveReader(directory: directory.path).linkedURLs())
        #expect(urls.map(\.url) == ["https://rail.example/horaires", "http://bit.ly/a0", "http://bit.ly/a1", "http://bit.ly/b0"])
        #expect(urls.map(\.hasRecord) == [false, false, true, false])
    }

    @Test("a link was first written on the earliest day of its comments, of which one without a date counts by its post")
    func firstMention() throws {
        var thread = makeThread("a", comments: ["x", "y", "z"])
        let link = Link(url: "http://bit.ly/shared", short: true)
        for index in thread.comments.indices { thread.comments[index].links.append(link) }
        thread.comments[0].published = PublishedDate(printed: "hier soir")
        thread.comments[1].published = PublishedDate(printed: "12 mars 2011", local: "2011-03-12")
        thread.comments[2].published = PublishedDate(printed: "10 février 2011 à 8:00", local: "2011-02-10T08:00")
        try store([thread], in: directory.path)
        let reader = try ArchiveReader(directory: directory.path)
        #expect(try reader.firstMention(of: link.url) == "2011-02-09")
        #expect(try reader.firstMention(of: "http://bit.ly/a2") == "2011-02-10T08:00")
        #expect(try reader.firstMention(of: "https://rail.example/horaires") == "2011-02-09")
        // Words are no date.
        #expect(try reader.firstMention(of: "http://bit.ly/a0") == "2011-02-09")
        #expect(try reader.firstMention(of: "http://bit.ly/unknown") == nil)
    }
}
