import Foundation
import ShortLinks
import Testing
import ThreadModel

@testable import LinkResolver

/// Drives a link without a network, destinations included and no archive, unless the rules are changed.
struct ChainDriver {
    var ladder: LinkLadder
    private(set) var requests: [WebRequest] = []
    private(set) var probed: [String] = []
    private(set) var result: Expansion?

    var asked: [String] { requests.map(\.url.text) }

    static let services: ServiceTable = {
        let rows = ["bit.ly", "ow.ly"].map { "{\"name\": \"\($0)\", \"lastVerified\": \"2026\", \"evidence\": \"test\"}" }
        return (try? ServiceTable([]).adding(json: Data("[\(rows.joined(separator: ","))]".utf8))) ?? ServiceTable([])
    }()

    init(_ url: String, maxHops: Int = 10, allowPrivate: Bool = false, _ change: (inout LinkLadder.Rules) -> Void = { _ in }) {
        self.init(LinkRequest(url: url, earlierAttempts: 2), maxHops: maxHops, allowPrivate: allowPrivate, change)
    }

    init(_ link: LinkRequest, maxHops: Int = 10, allowPrivate: Bool = false, _ change: (inout LinkLadder.Rules) -> Void = { _ in }) {
        let policy = RequestPolicy(allowPrivate: allowPrivate, allowedPorts: [80, 443, 8080, 8443])
        var rules = LinkLadder.Rules(chain: ChainState.Rules(policy: policy, maxHops: maxHops, services: Self.services))
        rules.chain.agents.mayDiffer = false
        change(&rules)
        ladder = LinkLadder(link, rules: rules)
        take(ladder.begin(now: "begin"))
    }

    mutating func answers(_ answer: Answer) { hears(.answer(answer)) }

    mutating func fails(_ kind: HopFailure.Kind) { hears(.failure(HopFailure(kind: kind, message: "because"))) }

    mutating func hears(_ result: HopReport.Result) {
        guard let request = requests.last else { return }
        take(ladder.advance(HopReport(result: result, at: "at", milliseconds: 7, ip: "8.8.8.8"), of: request, now: "now"))
    }

    mutating func isProbed(_ finding: Probe.Finding) { take(ladder.probed(finding, now: "now")) }

    private mutating func take(_ step: LinkLadder.Step) {
        switch step {
        case .ask(let request): requests.append(request)
        case .probe(let url): probed.append(url.text)
        case .finish(let expansion): result = expansion
        }
    }
}

extension Answer {
    /// An answer with headers, and a page of HTML that refreshes itself where that is said.
    init(status: Int, location: String? = nil, refresh: String? = nil, pageRefresh: String? = nil, body: Body = .read) {
        let page = pageRefresh.map { Array("<meta http-equiv=refresh content=\"0;url=\($0)\">".utf8) } ?? []
        var headers = HeaderFields()
        (headers[.location], headers[.refresh]) = (location, refresh)
        self.init(status: status, headers: headers, page: page, body: body)
    }
}

/// A redirect.
func moved(_ location: String, _ status: Int = 301) -> Answer { Answer(status: status, location: location) }

@Suite("The way of a link")
struct ChainStateTests {
    @Test("a chain is recorded hop by hop, with what each answer said")
    func recorded() {
        var chain = ChainDriver("http://BIT.ly/x")
        chain.answers(moved("//ow.ly/y"))
        chain.answers(Answer(status: 200, refresh: "0; url=http://a.com/z"))
        chain.answers(Answer(status: 200, pageRefresh: "../end"))
        chain.answers(Answer(status: 200))
        let hops = [
            Expansion.Hop(url: "http://bit.ly/x", status: 301, type: .location, location: "//ow.ly/y", at: "at", ip: "8.8.8.8", ms: 7),
            Expansion.Hop(
                url: "http://ow.ly/y", status: 200, type: .refreshHeader, location: "http://a.com/z", at: "at", ip: "8.8.8.8", ms: 7),
            Expansion.Hop(url: "http://a.com/z", status: 200, type: .metaRefresh, location: "../end", at: "at", ip: "8.8.8.8", ms: 7),
            Expansion.Hop(url: "http://a.com/end", status: 200, at: "at", ip: "8.8.8.8", ms: 7),
        ]
        let expected = Expansion(
            url: "http://BIT.ly/x", status: .resolved, final: "http://a.com/end", via: .metaRefresh, chain: hops, checkedAt: "now",
            attempts: 3)
        #expect(chain.result == expected)
    }

    @Test("only 3xx answers with a target lead on", arguments: [300, 301, 302, 303, 307, 308])
    func redirects(status: Int) {
        var chain = ChainDriver("http://bit.ly/x")
        chain.answers(moved("http://a.com/", status))
        #expect(chain.asked == ["http://bit.ly/x", "http://a.com/"])
    }

    @Test("a Location elsewhere does not lead on", arguments: [200, 201, 304, 305, 306, 404, 500])
    func notRedirects(status: Int) {
        var chain = ChainDriver("http://bit.ly/x")
        chain.answers(moved("http://a.com/", status))
        #expect(chain.asked == ["http://bit.ly/x"])
        #expect(chain.result?.chain.first?.type == nil)
    }

    @Test(
        "an answer from the destination resolves the link, whatever it says of itself",
        arguments: [(200, nil), (204, nil), (403, "http-status"), (404, "http-status"), (410, "http-status"), (500, "http-status")])
    func destination(status: Int, error: String?) {
        var chain = ChainDriver("http://bit.ly/x")
        chain.answers(moved("http://a.com/z"))
        chain.answers(Answer(status: status))
        #expect(chain.result?.status == .resolved)
        #expect(chain.result?.final == "http://a.com/z")
        #expect(chain.result?.via == .redirect)
        #expect(chain.result?.error?.class == error)
    }

    @Test(
        "an answer from a shortener is about the link",
        arguments: [
            (404, Expansion.Status.gone, "http-status"), (410, .gone, "http-status"), (401, .blocked, "http-status"),
            (403, .blocked, "http-status"), (420, .blocked, "throttled"), (429, .blocked, "throttled"), (451, .blocked, "http-status"),
            (999, .blocked, "http-status"), (400, .undetermined, "http-status"), (500, .undetermined, "http-status"),
            (503, .undetermined, "http-status"), (200, .undetermined, "no-redirect"), (302, .undetermined, "no-redirect"),
        ])
    func shortener(status: Int, expected: Expansion.Status, error: String) {
        var first = ChainDriver("http://bit.ly/x")
        first.answers(Answer(status: status))
        #expect(first.result?.status == expected)
        #expect(first.result?.error?.class == error)
        #expect(first.result?.final == nil)
        // The same from a second shortener, whose URL was learned on the way.
        var second = ChainDriver("http://bit.ly/x")
        second.answers(moved("http://ow.ly/y"))
        second.answers(Answer(status: status))
        #expect(second.result?.status == expected)
        #expect(second.result?.final == "http://ow.ly/y")
    }

    @Test(
        "a link that is not short leads to itself, or to where its own host sends it",
        arguments: [(200, Expansion.Status.resolved), (404, .gone), (403, .blocked), (500, .undetermined)])
    func ordinaryLink(status: Int, expected: Expansion.Status) {
        var plain = ChainDriver("http://a.com/x")
        plain.answers(Answer(status: status))
        #expect(plain.result?.status == expected)
        #expect(plain.result?.final == (expected == .resolved ? "http://a.com/x" : nil))
        #expect(plain.result?.via == nil)
        var moving = ChainDriver("http://a.com/x")
        moving.answers(moved("https://www.a.com/x"))
        moving.answers(Answer(status: status))
        #expect(moving.result?.status == expected)
        #expect(moving.result?.final == "https://www.a.com/x")
    }

    @Test("a shortener's page that is cut short says why it led nowhere; a destination's does not matter")
    func cutShort() {
        var capped = ChainDriver("http://bit.ly/x")
        capped.answers(Answer(status: 200, body: .capped))
        #expect(capped.result?.status == .undetermined)
        #expect(capped.result?.error?.class == "too-large")
        var broken = ChainDriver("http://bit.ly/x")
        broken.answers(Answer(status: 200, body: .broken(HopFailure(kind: .timeout, message: "slow"))))
        #expect(broken.result?.error == Expansion.Failure(class: "timeout", message: "slow"))
        var destination = ChainDriver("http://bit.ly/x")
        destination.answers(moved("http://a.com/z"))
        destination.answers(Answer(status: 200, body: .capped))
        #expect(destination.result?.status == .resolved)
        #expect(destination.result?.error == nil)
    }

    @Test(
        "without an answer, the last URL learned is kept, and only proof makes a host dead",
        arguments: [
            (HopFailure.Kind.noSuchName, Expansion.Status.hostDead, "dns"), (.connectionRefused, .hostDead, "connect"),
            (.nameUnknown, .undetermined, "dns"), (.unreachable, .undetermined, "connect"), (.timeout, .undetermined, "timeout"),
            (.tls, .undetermined, "tls"), (.headersTooLarge, .undetermined, "too-large"), (.proxy, .undetermined, "proxy"),
            (.malformed, .undetermined, "protocol"), (.broken, .undetermined, "broken"),
        ])
    func failures(kind: HopFailure.Kind, status: Expansion.Status, error: String) {
        var first = ChainDriver("http://bit.ly/x")
        first.fails(kind)
        #expect(first.result?.status == status)
        #expect(first.result?.final == nil)
        #expect(first.result?.chain.map(\.status) == [nil])
        var second = ChainDriver("http://bit.ly/x")
        second.answers(moved("http://a.com/z"))
        second.fails(kind)
        #expect(second.result?.status == status)
        #expect(second.result?.final == "http://a.com/z")
        #expect(second.result?.via == .redirect)
        #expect(second.result?.chain.map(\.status) == [301, nil])
        #expect(second.result?.error == Expansion.Failure(class: error, message: "because"))
    }

    @Test(
        "a target that may not be asked is refused and named",
        arguments: [
            ("http://127.0.0.1/", "address", "http://127.0.0.1/"), ("http://2130706433/x", "address", "http://127.0.0.1/x"),
            ("http://[::1]/", "address", "http://[::1]/"), ("http://localhost/", "address", "http://localhost/"),
            ("http://a.com:22/", "port", "http://a.com:22/"), ("ftp://a.com/f", "scheme", "ftp://a.com/f"),
            ("file:///etc/passwd", "scheme", "file:///etc/passwd"), ("javascript:alert(1)", "url", nil), ("http://a b/", "url", nil),
        ])
    func refusedTargets(target: String, error: String, final: String?) {
        var chain = ChainDriver("http://bit.ly/x")
        chain.answers(moved(target))
        #expect(chain.asked == ["http://bit.ly/x"])
        #expect(chain.result?.status == .refused)
        #expect(chain.result?.error?.class == error)
        #expect(chain.result?.final == final)
        #expect(chain.result?.chain.map(\.location) == [target])
    }

    @Test(
        "a link that may not be asked is refused without a request",
        arguments: ["http://10.0.0.1/", "ftp://a.com/", "bit.ly/x", "", "mailto:a@b.c"])
    func refusedLinks(link: String) {
        let chain = ChainDriver(link)
        #expect(chain.asked == [])
        #expect(chain.result?.status == .refused)
        #expect(chain.result?.final == nil)
        #expect(chain.result?.chain == [])
        #expect(chain.result?.url == link)
    }

    @Test("an address that is refused on connecting leaves no hop")
    func refusedOnConnecting() {
        var chain = ChainDriver("http://bit.ly/x")
        chain.answers(moved("http://inside.example.com/"))
        chain.hears(.refused(RequestPolicy.Refusal(kind: "address", message: "private")))
        #expect(chain.result?.status == .refused)
        #expect(chain.result?.final == "http://inside.example.com/")
        #expect(chain.result?.chain.count == 1)
    }

    @Test("a chain that comes back to a URL it has passed is a loop, and the message says where")
    func loops() {
        var chain = ChainDriver("http://bit.ly/x")
        chain.answers(moved("http://a.com/1"))
        chain.answers(moved("/2#part"))
        chain.answers(moved("http://A.com:80/1"))
        #expect(chain.result?.status == .loop)
        #expect(chain.result?.final == "http://a.com/1#part")
        #expect(chain.result?.error == Expansion.Failure(class: "loop", message: "the chain comes back to http://a.com/1"))
        #expect(chain.result?.chain.count == 3)
    }

    @Test("a redirect to the same URL is a loop", arguments: ["http://bit.ly/x", "/x", "x", "", "#part", "http://BIT.LY:80/x"])
    func selfRedirects(target: String) {
        var chain = ChainDriver("http://bit.ly/x")
        chain.answers(moved(target))
        // An empty Location is no target at all.
        #expect(chain.result?.status == (target.isEmpty ? .undetermined : .loop))
        #expect(chain.result?.final == nil)
    }

    @Test("codes that differ in case are different links")
    func caseMatters() {
        var chain = ChainDriver("http://bit.ly/abc")
        chain.answers(moved("http://bit.ly/ABC"))
        #expect(chain.asked == ["http://bit.ly/abc", "http://bit.ly/ABC"])
    }

    @Test("a page that refreshes itself leads nowhere; one that refreshes late is there to be read")
    func reloads() {
        for answer in [
            Answer(status: 200, refresh: "5"), Answer(status: 200, refresh: "5;url=/x"), Answer(status: 200, pageRefresh: "x#top"),
            Answer(status: 200, refresh: "31;url=/y"),
        ] {
            var chain = ChainDriver("http://a.com/x")
            chain.answers(answer)
            #expect(chain.result?.status == .resolved)
            #expect(chain.result?.final == "http://a.com/x")
            #expect(chain.result?.chain.map(\.type) == [nil])
        }
    }

    @Test("a chain takes as many requests as allowed and no more", arguments: [1, 2, 5])
    func tooManyHops(max: Int) {
        var chain = ChainDriver("http://bit.ly/0", maxHops: max)
        for hop in 1...max { chain.answers(moved("http://a.com/\(hop)")) }
        #expect(chain.asked.count == max)
        #expect(chain.result?.status == .loop)
        #expect(chain.result?.error?.class == "too-many-hops")
        #expect(chain.result?.final == "http://a.com/\(max)")
    }

    @Test("a link's fragment lasts until a redirect brings its own")
    func fragments() {
        var kept = ChainDriver("http://bit.ly/x#part")
        kept.answers(moved("http://a.com/1"))
        kept.answers(Answer(status: 200))
        #expect(kept.asked == ["http://bit.ly/x", "http://a.com/1"])
        #expect(kept.result?.final == "http://a.com/1#part")
        var replaced = ChainDriver("http://bit.ly/x#part")
        replaced.answers(moved("http://a.com/1#other"))
        replaced.answers(moved("/2"))
        replaced.answers(Answer(status: 200))
        #expect(replaced.result?.final == "http://a.com/2#other")
    }

    @Test("a password in a redirect is neither sent nor kept")
    func passwords() {
        var chain = ChainDriver("http://bit.ly/x")
        chain.answers(moved("http://user:secret@a.com/"))
        chain.answers(Answer(status: 200))
        #expect(chain.asked.last == "http://a.com/")
        #expect(chain.result?.final == "http://a.com/")
    }
}
