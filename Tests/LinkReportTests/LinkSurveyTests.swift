import ArchiveStore
import Foundation
import ShortLinks
import Testing
import ThreadModel

@testable import LinkReport

@Suite("What a report keeps of the links that it goes through")
struct LinkSurveyTests {
    private static let table = ServiceTable([
        Service(name: "bit.ly", hosts: ["j.mp"], evidence: "test"), Service(name: "tr.im", closed: "2013", evidence: "test"),
    ])

    private func survey(_ links: [ShortLinkEntry], limit: Int = 10) -> LinkSurvey {
        var survey = LinkSurvey(services: Self.table, limit: limit)
        for link in links { survey.add(link) }
        return survey
    }

    @Test("links are counted by state, and the hosts of one service together")
    func counts() {
        let survey = survey([
            ShortLinkEntry(url: "http://bit.ly/a", status: .resolved, final: "http://a.example/"), ShortLinkEntry(url: "http://www.j.mp/b"),
            ShortLinkEntry(url: "http://tr.im/c", status: .hostDead), ShortLinkEntry(url: "http://own.example/d", status: .gone),
        ])
        #expect(survey.states.total == 4 && survey.states[.resolved] == 1 && survey.states[LinkState.notTried] == 1)
        #expect(survey.states[StateGroup.lost] == 2)
        #expect(survey.services.mapValues(\.total) == ["bit.ly": 2, "tr.im": 1, "own.example": 1])
    }

    @Test(
        "gone for good is what the service no longer has, or whose service is closed, unless its destination is known",
        arguments: [
            (ShortLinkEntry(url: "http://bit.ly/a", status: .gone), true),
            (ShortLinkEntry(url: "http://bit.ly/a", status: .gone, final: "http://a.example/"), true),
            (ShortLinkEntry(url: "http://tr.im/a", status: .hostDead), true),
            (ShortLinkEntry(url: "http://tr.im/a", status: .hostDead, final: "http://a.example/"), false),
            (ShortLinkEntry(url: "http://bit.ly/a", status: .hostDead), false),
            (ShortLinkEntry(url: "http://bit.ly/a", status: .blocked), false),
            (ShortLinkEntry(url: "http://tr.im/a", status: .archived, final: "http://a.example/"), false),
            (ShortLinkEntry(url: "http://tr.im/a"), false),
        ])
    func lost(_ link: ShortLinkEntry, _ isLost: Bool) {
        var link = link
        link.due = .never
        #expect(survey([link]).lost.count == (isLost ? 1 : 0) && survey([link]).missing.count == 0)
        // What is asked for again is not given up.
        link.due = .from(.distantFuture)
        #expect(survey([link]).lost.count == 0 && survey([link]).missing.count == (isLost ? 1 : 0))
    }

    @Test("known from archives or dumps only is what no server of the link has said")
    func rescued() {
        let survey = survey([
            ShortLinkEntry(url: "http://bit.ly/a", status: .archived, final: "http://a.example/", via: .wayback),
            ShortLinkEntry(url: "http://bit.ly/b", status: .resolved, final: "http://a.example/", via: .dump),
            ShortLinkEntry(url: "http://bit.ly/c", status: .resolved, final: "http://a.example/", via: .redirect),
            ShortLinkEntry(url: "http://bit.ly/d", status: .archived),
        ])
        #expect(survey.rescued.rows.map(\.url) == ["http://bit.ly/a", "http://bit.ly/b"])
    }

    @Test("in trouble is the host that a link came to last; the one with most links stands first")
    func hosts() {
        let survey = survey([
            ShortLinkEntry(url: "http://bit.ly/a", status: .hostDead, final: "http://B.example:8080/", error: "no such host"),
            ShortLinkEntry(url: "http://bit.ly/b", status: .undetermined, error: "time-out"),
            ShortLinkEntry(url: "http://bit.ly/c", status: .blocked),
            ShortLinkEntry(url: "http://bit.ly/d", status: .resolved, final: "http://c.example/"),
            ShortLinkEntry(url: "http://bit.ly/e", status: .gone),
        ])
        #expect(survey.troubledHosts.rows.map(\.host) == ["bit.ly", "b.example"])
        #expect(survey.troubledHosts.rows.map(\.links) == [2, 1])
        #expect(survey.troubledHosts.rows.map(\.error) == ["time-out", "no such host"])
    }

    @Test("evidence that names another page than the result is a conflict; scheme, www and a slash at the end tell no pages apart")
    func conflicts() {
        var survey = LinkSurvey(services: Self.table, limit: 10)
        let evidence = ["https://www.a.example/b/#c", "http://a.example/B", "http://sold.example/", "http://a.example/b?utm_source=d"]
        survey.add(
            Expansion(
                url: "http://bit.ly/a", status: .resolved, final: "http://a.example/b", cleaned: "http://a.example/b?utm_source=d",
                checkedAt: "",
                evidence: evidence.map { .init(kind: .dump, url: $0, source: "d.txt") }))
        #expect(survey.conflicts.rows.map(\.claim) == ["http://a.example/B", "http://sold.example/"])
    }

    @Test("lists keep so many rows, and count all")
    func limits() {
        let survey = survey((0..<20).map { ShortLinkEntry(url: "http://bit.ly/\($0)", status: .gone, due: .never) }, limit: 3)
        #expect(survey.lost.rows.map(\.link.url) == ["http://bit.ly/0", "http://bit.ly/1", "http://bit.ly/2"])
        #expect(survey.lost.count == 20 && survey.lost.more == 17)
    }

    @Test("years stand in their order without a gap; what has none, or one that cannot be, stands last")
    func years() {
        let rows = [2_009, 2_007, 1_234, 2_999].map { ShortLinkYear(year: $0, status: .resolved, places: 1) }
        let years = Tally.years(rows + [ShortLinkYear(year: nil, status: nil, places: 5)], upTo: 2_026)
        #expect(years.map(\.name) == ["2007", "2008", "2009", "undated"])
        #expect(years.map(\.states.total) == [1, 0, 1, 7])
        #expect(Tally.years([], upTo: 2_026) == [])
    }

    @Test("beyond the first so many, services come together")
    func others() {
        let tallies = ["a", "b", "c"].map { name in
            var tally = Tally(name: name)
            tally.states.add(.gone, name == "b" ? 2 : 1)
            return tally
        }
        #expect(tallies.sorted().map(\.name) == ["b", "a", "c"])
        #expect(Tally.first(3, of: tallies.sorted()).map(\.name) == ["b", "a", "c"])
        #expect(Tally.first(2, of: tallies.sorted()).map(\.name) == ["b", "2 others"])
        #expect(Tally.first(2, of: tallies.sorted())[1].states[.gone] == 2)
    }
}
