import ShortLinks
import Testing
import ThreadModel

@testable import LinkResolver

@Suite("The ladder of a link")
struct LadderTests {
    private static func bundled(_ rules: inout LinkLadder.Rules) {
        rules.chain.services = .bundled
        rules.chain.checkTarget = false
    }

    private func driver(_ url: String, _ change: (inout LinkLadder.Rules) -> Void = { _ in }) -> ChainDriver {
        ChainDriver(url) { rules in
            Self.bundled(&rules)
            change(&rules)
        }
    }

    // MARK: - Decoding

    private static let decoded: [(String, String)] = [
        ("http://youtu.be/dQw4w9WgXcQ?t=42&si=abc", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42"),
        ("http://flic.kr/p/4a3q6", "https://www.flickr.com/photo.gne?id=35713621"),
        (
            "http://disq.us/url?url=http%3A%2F%2Fa.example%2Fx%3Fb%3Dc%3A8080%3Aabcdefghijklmnopqrstuvwxy_-&cuid=1",
            "http://a.example/x?b=c:8080"
        ),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx%3Fb%3D1&h=AT0", "https://a.example/x?b=1"),
        ("https://www.google.com/url?sa=t&q=http%3A%2F%2Fa.example%2F", "http://a.example/"),
        ("https://www.linkedin.com/safety/go?url=https%3A%2F%2Fa.example%2F&trk=x", "https://a.example/"),
        ("https://href.li/?http://a.example/x?y=1", "http://a.example/x?y=1"),
        ("https://href.li/?http://a.example/?q=a%26b%23c", "http://a.example/?q=a%26b%23c"),
        (
            "http://disq.us/url?url=http%3A%2F%2Fa.example%2Fa%2Flong%2Fpath%2Fto%2Fan%2Farticle.html",
            "http://a.example/a/long/path/to/an/article.html"
        ),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fcaf%E9", "https://a.example/caf%E9"),
    ]

    @Test("a link that holds its target is decoded, and nobody is asked", arguments: decoded)
    func decodes(link: String, target: String) {
        let chain = driver(link)
        #expect(chain.asked == [])
        #expect(chain.result?.status == .resolved)
        #expect(chain.result?.final == target)
        #expect(chain.result?.via == .local)
        #expect(chain.result?.evidence?.first?.kind == .local)
    }

    @Test(
        "a wrapper's link without a usable target is asked like any other",
        arguments: [
            "https://www.google.com/url?q=javascript:alert(1)", "https://l.facebook.com/l.php?u=%ff", "http://disq.us/p/1abc",
            "http://flic.kr/p/0OIl",
        ])
    func undecodable(link: String) {
        #expect(driver(link).asked.count == 1)
    }

    @Test("a wrapper on the way is decoded, and a short link inside it is asked")
    func wrapped() {
        var chain = driver("http://t.co/x")
        chain.answers(moved("https://l.facebook.com/l.php?u=http%3A%2F%2Fbit.ly%2Fy"))
        #expect(chain.asked == ["http://t.co/x", "http://bit.ly/y"])
        chain.answers(moved("http://a.example/"))
        #expect(chain.result?.final == "http://a.example/")
        #expect(chain.result?.via == .redirect)
    }

    // MARK: - Where a chain stops

    @Test("a chain ends at the first URL that is no short link, without asking it")
    func stops() {
        var chain = driver("http://bit.ly/x")
        chain.answers(moved("http://ow.ly/y"))
        chain.answers(moved("http://a.example/z?unsubscribe=token"))
        #expect(chain.asked == ["http://bit.ly/x", "http://ow.ly/y"])
        #expect(chain.result?.status == .resolved)
        #expect(chain.result?.final == "http://a.example/z?unsubscribe=token")
    }

    @Test("a host that nobody told of is asked where it looks like a shortener, and is the destination where it is none")
    func unknownShortener() {
        var chain = driver("http://bit.ly/x")
        chain.answers(moved("http://xy.zz/Ab3x"))
        #expect(chain.asked.last == "http://xy.zz/Ab3x")
        chain.answers(Answer(status: 200))
        #expect(chain.result?.status == .resolved)
        #expect(chain.result?.final == "http://xy.zz/Ab3x")
    }

    @Test(
        "what looks short is a short name and a code",
        arguments: [
            ("http://xy.zz/Ab3x", true), ("http://xy.zz/about", false), ("http://xy.zz/", false), ("http://xy.zz/Ab3x?y", false),
            ("http://example.org/Ab3x", false), ("http://a.b.cc/Ab3x", false), ("http://xy.zz/2011/Ab3x", false),
            ("http://xy.zz/page.html", false),
        ])
    func looksShort(url: String, expected: Bool) throws {
        #expect(try WebURL(url).looksShort == expected)
    }

    // MARK: - Warnings

    @Test("a warning page of the service is a reason; the target that it names is kept, and the page is no destination")
    func warning() {
        var chain = driver("http://bit.ly/x")
        chain.answers(moved("http://bit.ly/a/warning?url=http%3a%2f%2fa.example%2f&hash=x"))
        #expect(chain.result?.status == .blocked)
        #expect(chain.result?.error?.class == "warning")
        #expect(chain.result?.final == "http://a.example/")
        #expect(chain.result?.via == .interstitial)
        var blocked = driver("http://bit.ly/x")
        blocked.answers(moved("https://bitly.com/a/blocked?hash=x"))
        #expect(blocked.result?.status == .blocked)
        #expect(blocked.result?.final == nil)
    }

    @Test("a service's own page between link and target is passed where the target is in its address")
    func affiliate() {
        var chain = driver("http://tinyurl.com/x")
        chain.answers(moved("https://redirect.tinyurl.com/api/click?key=1&out=http%3A%2F%2Fa.example%2F"))
        #expect(chain.result?.status == .resolved)
        #expect(chain.result?.final == "http://a.example/")
    }

    @Test("a service that sends us to prove that we are people has had enough of us")
    func sorry() {
        var chain = driver("http://goo.gl/x")
        #expect(chain.asked == ["http://goo.gl/x?si=1"])
        chain.answers(moved("https://www.google.com/sorry/index?continue=x"))
        #expect(chain.result?.status == .blocked)
        #expect(chain.result?.error?.class == "throttled")
        #expect(chain.result?.retryAfter != nil)
    }

    // MARK: - Agents and troubles

    @Test("who is turned away asks once more as somebody else", arguments: [403, 999])
    func otherAgent(status: Int) {
        var chain = driver("http://lnkd.in/x") { $0.chain.agents.mayDiffer = true }
        #expect(chain.requests.last?.agent?.hasPrefix("curl/") == true)
        chain.answers(Answer(status: status))
        #expect(chain.requests.count == 2)
        #expect(chain.requests.last?.agent?.hasPrefix("Mozilla/") == true)
        chain.answers(Answer(status: status))
        #expect(chain.result?.status == .blocked)
        #expect(chain.result?.chain.map(\.status) == [status, status])
        var own = driver("http://lnkd.in/x")
        own.answers(Answer(status: status))
        #expect(own.requests.count == 1)
    }

    @Test("a challenge is no destination and no death")
    func challenge() {
        var chain = driver("http://bit.ly/x")
        var answer = Answer(status: 503)
        answer.headers[.cfMitigated] = "challenge"
        chain.answers(answer)
        #expect(chain.result?.status == .blocked)
        #expect(chain.result?.error?.class == "challenge")
    }

    @Test("a server in trouble is asked again, later each time, and then left")
    func retries() throws {
        var chain = driver("http://bit.ly/x") { $0.chain.retries = 2 }
        chain.answers(Answer(status: 502))
        chain.fails(.broken)
        #expect(chain.requests.map(\.delay.seconds)[1] >= 0.75)
        #expect(chain.requests.map(\.delay.seconds)[2] >= 3)
        chain.answers(Answer(status: 502))
        #expect(chain.requests.count == 3)
        #expect(chain.result?.status == .undetermined)
        #expect(chain.result?.chain.map(\.status) == [502, nil, 502])
        var better = driver("http://bit.ly/x") { $0.chain.retries = 2 }
        better.answers(Answer(status: 502))
        better.answers(moved("http://a.example/"))
        #expect(better.result?.status == .resolved)
    }

    // MARK: - Rungs below the live one

    @Test("a closed service is not asked: what is parked there would be taken for the destination")
    func closed() {
        let chain = driver("http://tr.im/x")
        #expect(chain.asked == [])
        #expect(chain.result?.status == .hostDead)
        #expect(chain.result?.error?.class == "closed")
        #expect(chain.result?.attempts == 3)
    }

    private static let dump = Expansion.Evidence(kind: .dump, url: "http://dump.example/", at: "2013-07-20", source: "tr.im.txt.xz")

    @Test("where the link's own servers tell, the page's word and the dumps' are kept beside it")
    func kept() {
        var chain = ChainDriver(LinkRequest(url: "http://bit.ly/x", shown: "http://page.example/", evidence: [Self.dump]), Self.bundled)
        chain.answers(moved("http://a.example/"))
        #expect(chain.result?.final == "http://a.example/")
        #expect(chain.result?.evidence == [Self.dump, Expansion.Evidence(kind: .page, url: "http://page.example/")])
        #expect(chain.result?.steps == nil)
    }

    @Test("where they do not, the page's word counts first, then the dump that was chosen first, and each step is told")
    func rungs() {
        var page = ChainDriver(LinkRequest(url: "http://bit.ly/x", shown: "http://page.example/", evidence: [Self.dump]), Self.bundled)
        page.answers(Answer(status: 404))
        #expect(page.result?.status == .archived)
        #expect(page.result?.final == "http://page.example/")
        #expect(page.result?.via == .local)
        #expect(page.result?.evidence?.first?.kind == .page)
        #expect(page.result?.steps?.map(\.step) == [.live, .page])
        #expect(page.result?.error?.class == "http-status")
        let other = Expansion.Evidence(kind: .dump, url: "http://other.example/", at: "2016-01-01")
        let dumps = ChainDriver(LinkRequest(url: "http://tr.im/x", evidence: [Self.dump, other]), Self.bundled)
        #expect(dumps.result?.final == "http://dump.example/")
        #expect(dumps.result?.via == .dump)
        #expect(dumps.result?.evidence == [Self.dump, other])
    }

    @Test(
        "what may not be asked, what has had enough, and what warns is left at that",
        arguments: [("ftp://a.example/", 0), ("http://bit.ly/x", 429)])
    func noFallBack(url: String, status: Int) {
        var chain = ChainDriver(LinkRequest(url: url, shown: "http://page.example/"), Self.bundled)
        if status > 0 { chain.answers(Answer(status: status)) }
        #expect(chain.result?.final == nil)
        #expect(chain.result?.steps == nil)
    }

    @Test("offline nobody is asked, and a link of which nothing is known is put off")
    func offline() {
        var unknown = driver("http://bit.ly/x") { $0.offline = true }
        #expect(unknown.asked == [])
        #expect(unknown.result?.isPutOff == true)
        #expect(unknown.result?.attempts == 2)
        unknown = ChainDriver(LinkRequest(url: "http://bit.ly/x", shown: "http://page.example/")) {
            Self.bundled(&$0)
            $0.offline = true
        }
        #expect(unknown.result?.status == .archived)
        #expect(unknown.result?.isPutOff == false)
        #expect(unknown.result?.attempts == 0)
        #expect(driver("http://youtu.be/abc") { $0.offline = true }.result?.status == .resolved)
    }

    // MARK: - Probes

    @Test("a doubtful host that answers to any code is parked, and what it answered is forgotten")
    func parked() {
        var chain = driver("http://dwarfurl.com/x")
        chain.answers(moved("http://ads.example/"))
        #expect(chain.probed == ["http://dwarfurl.com/x"])
        #expect(chain.result == nil)
        chain.isProbed(.sendsTo(site: "ads.example"))
        #expect(chain.result?.status == .hostDead)
        #expect(chain.result?.final == nil)
        #expect(chain.result?.error?.class == "parked")
        #expect(chain.result?.steps?.map(\.step) == [.probe, .live])
    }

    @Test(
        "one that does not, or sends it elsewhere than the link, is an honest shortener",
        arguments: [Probe.Finding.sendsNowhere, .sendsTo(site: "home.example")])
    func honest(finding: Probe.Finding) {
        var chain = driver("http://dwarfurl.com/x")
        chain.answers(moved("http://a.example/"))
        chain.isProbed(finding)
        #expect(chain.result?.status == .resolved)
        #expect(chain.result?.final == "http://a.example/")
    }

    @Test("the first doubtful host on the way is probed, and the chain goes back to it where it is parked")
    func parkedOnTheWay() {
        var chain = driver("http://bit.ly/x")
        chain.answers(moved("http://durl.me/y"))
        chain.answers(moved("http://bit.ly/ad"))
        chain.answers(moved("http://shop.example/"))
        #expect(chain.probed == ["http://durl.me/y"])
        chain.isProbed(.sendsTo(site: "bit.ly"))
        #expect(chain.result?.status == .hostDead)
        #expect(chain.result?.final == "http://durl.me/y")
        #expect(chain.result?.error?.message.contains("durl.me") == true)
    }

    @Test("a probe that could not be made leaves the link for later")
    func unprobed() {
        var chain = driver("http://dwarfurl.com/x")
        chain.answers(moved("http://a.example/"))
        chain.isProbed(.unknown)
        #expect(chain.result?.isPutOff == true)
    }

    private static let probeFindings: [(Answer, Probe.Finding)] = [
        (moved("http://ads.example/"), .sendsTo(site: "ads.example")), (moved("http://new.example/RandomCode12"), .sendsNowhere),
        (moved("/home"), .sendsNowhere), (Answer(status: 404), .sendsNowhere), (Answer(status: 200), .sendsNowhere),
        (Answer(status: 429), .unknown), (Answer(status: 200, pageRefresh: "http://ads.example/"), .sendsTo(site: "ads.example")),
    ]

    @Test("what a code that nobody made brings is told apart", arguments: probeFindings)
    func findings(answer: Answer, finding: Probe.Finding) throws {
        #expect(Probe.finding(.answer(answer), at: try WebURL("http://dwarfurl.com/RandomCode12")) == finding)
    }

    @Test("the page of an error leads nowhere, whatever it says", arguments: [404, 410, 429, 500])
    func errorPages(status: Int) {
        var page = driver("http://ow.ly/x")
        page.answers(Answer(status: status, pageRefresh: "http://home.example/"))
        #expect(page.asked.count == 1 && page.result?.final == nil && page.result?.status != .resolved)
        var header = driver("http://ow.ly/x")
        header.answers(Answer(status: status, refresh: "0;url=http://home.example/"))
        #expect(header.result?.final == nil && header.result?.status != .resolved)
    }

    @Test("a service's own page for a dead code is no destination, and the archive is asked for the code")
    func ownErrorPage() throws {
        let base = try WebURL("https://web.archive.org")
        var chain = driver("http://cutt.ly/deadCode") { $0.archive = base }
        chain.answers(moved("/404"))
        chain.answers(Answer(status: 404))
        #expect(chain.asked.last?.contains("url=http%3A%2F%2Fcutt%2Ely%2FdeadCode&") == true)
        chain.answers(Answer(status: 200, headers: HeaderFields(), page: Array("[]".utf8)))
        #expect(chain.result?.status == .gone)
        #expect(chain.result?.final == nil)
    }

    @Test("what others say is taken only where it is a URL for the web", arguments: ["", "javascript:alert(1)", "ftp://a.example/"])
    func shown(text: String) {
        var chain = ChainDriver(LinkRequest(url: "http://bit.ly/x", shown: text), Self.bundled)
        chain.answers(Answer(status: 404))
        #expect(chain.result?.status == .gone && chain.result?.evidence == nil)
    }

    @Test("a destination's port and the password before its host do not matter to a record")
    func portAndPassword() {
        var chain = driver("http://bit.ly/x")
        chain.answers(moved("http://user:secret@a.example:81/page"))
        #expect(chain.result?.status == .resolved)
        #expect(chain.result?.final == "http://a.example:81/page")
        #expect(chain.result?.chain.first?.location == "http://a.example:81/page")
    }

    @Test("the cleaned form stands beside the final one")
    func cleaned() {
        var chain = driver("http://bit.ly/x") { $0.clean = { $0 == "http://a.example/?utm_source=x" ? "http://a.example/" : nil } }
        chain.answers(moved("http://a.example/?utm_source=x"))
        #expect(chain.result?.final == "http://a.example/?utm_source=x")
        #expect(chain.result?.cleaned == "http://a.example/")
    }
}
