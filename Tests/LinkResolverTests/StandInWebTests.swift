import Foundation
import LoopbackWeb
import Synchronization
import Testing
import ThreadModel

@testable import LinkResolver

/// Every behaviour that is known of shorteners, played on loopback over real sockets, with the table of services as it is.
@Suite("Shorteners as they are, played on loopback")
struct StandInWebTests {
    private func expand(
        _ link: LinkRequest, _ routes: [LoopbackRoute], address: String = "127.0.0.1",
        _ change: (inout ResolverOptions, Int) -> Void = { _, _ in }
    ) async throws -> (Expansion, [LoopbackWeb.Request]) {
        let web = try await LoopbackWeb.start(routes, address: address)
        do {
            var settings = options(port: web.port)
            settings.checkTarget = false
            if address.contains(":") {
                settings.connectTo = ["::[\(address)]:\(web.port)"]
            } else {
                settings.connectTo = ["::\(address):\(web.port)"]
            }
            change(&settings, web.port)
            let expansion = try await LinkResolver(options: settings).expand(link)
            await web.stop()
            return (expansion, web.requests)
        } catch {
            await web.stop()
            throw error
        }
    }

    private static let target = "http://there.example/page"
    private static let moved = LoopbackRoute.Answer.redirect(status: 301, location: target)
    private static let browserPage = LoopbackRoute.Answer.page(
        status: 200,
        html: """
            <head><noscript><META http-equiv="refresh" content="0;URL=\(target)"></noscript><title>\(target)</title></head>\
            <script>window.opener = null; location.replace("http:\\/\\/there.example\\/page")</script>
            """)

    private struct Case: Sendable, CustomTestStringConvertible {
        var link: String
        var routes: [LoopbackRoute]
        var via: Expansion.Via
        var testDescription: String { "\(link) \(via)" }

        init(_ link: String, _ via: Expansion.Via, _ routes: LoopbackRoute...) { (self.link, self.via, self.routes) = (link, via, routes) }
    }

    private static let resolving: [Case] = [
        Case("http://bit.ly/AbC", .redirect, LoopbackRoute("http://bit.ly/AbC", moved)),
        Case("http://nyti.ms/AbC", .redirect, LoopbackRoute("http://nyti.ms/AbC", moved)),
        Case("http://ow.ly/AbC", .redirect, LoopbackRoute("http://ow.ly/AbC", moved)),
        Case(
            "http://ht.ly/AbC", .interstitial,
            LoopbackRoute("http://ht.ly/AbC", .page(status: 200, html: "<div id=bar></div><iframe src='\(target)'></iframe>"))),
        Case("http://t.co/AbC", .redirect, LoopbackRoute("http://t.co/AbC", .byAgent("curl", moved, others: browserPage))),
        Case("http://t.co/AbD", .metaRefresh, LoopbackRoute("http://t.co/AbD", browserPage)),
        Case(
            "http://t.co/AbE", .script,
            LoopbackRoute(
                "http://t.co/AbE", .page(status: 200, html: #"<script>location.replace("http:\/\/there.example\/page")</script>"#))),
        Case(
            "http://tinyurl.com/abc", .interstitial,
            LoopbackRoute(
                "http://tinyurl.com/abc",
                .redirect(status: 301, location: "http://redirect.tinyurl.com/api/click?key=a&out=http%3A%2F%2Fthere.example%2Fpage"))),
        Case(
            "http://preview.tinyurl.com/abc", .interstitial,
            LoopbackRoute("http://preview.tinyurl.com/abc", .page(status: 200, html: "<a id=redirecturl href='\(target)'>go</a>"))),
        Case(
            "http://goo.gl/AbC", .redirect, LoopbackRoute("http://goo.gl/AbC?si=1", moved),
            LoopbackRoute("http://goo.gl/AbC", .page(status: 200, html: "<h1>This link will stop working</h1>"))),
        Case(
            "http://v.gd/AbC", .interstitial,
            LoopbackRoute(
                "http://v.gd/AbC", .page(status: 200, html: "<div id=main><a href='/faq.php'>?</a><a href='\(target)'>\(target)</a></div>"))
        ),
        Case(
            "http://lnkd.in/AbC", .interstitial,
            LoopbackRoute(
                "http://lnkd.in/AbC",
                .page(
                    status: 200,
                    html: "<main><a class='artdeco-button' data-tracking-control-name='external_url_click' href='\(target)'>x</a></main>"))),
        Case(
            "http://lnkd.in/AbD", .redirect,
            LoopbackRoute(
                "http://lnkd.in/AbD", .byAgent("Mozilla", moved, others: .page(status: 999, html: "<script>challenge()</script>")))),
        Case("http://disq.us/t/AbC", .redirect, LoopbackRoute("http://disq.us/t/AbC", moved)),
        Case("http://fb.me/AbC", .redirect, LoopbackRoute("http://fb.me/AbC", .redirect(status: 302, location: "//there.example/page"))),
        Case(
            "http://wp.me/p1-2", .redirect,
            LoopbackRoute(
                "http://wp.me/p1-2", .whole(status: 200, headers: ["Refresh": "0; url='\(target)'", "Content-Type": "text/html"], body: ""))
        ),
        Case(
            "http://adjix.com/x", .interstitial,
            LoopbackRoute("http://adjix.com/x", .page(status: 200, html: "<frameset><frame src='\(target)'></frameset>")),
            LoopbackRoute(host: "adjix.com", path: "/*", answer: .page(status: 404, html: ""))),
    ]

    @Test("a living link leads to its target, and how it was found is told", arguments: resolving)
    private func resolves(_ example: Case) async throws {
        let (expansion, requests) = try await expand(LinkRequest(url: example.link), example.routes)
        #expect(expansion.status == .resolved, "\(expansion)")
        #expect(expansion.final == Self.target)
        #expect(expansion.via == example.via)
        #expect(!requests.contains { $0.host == "there.example" })
    }

    private static let refusing: [(String, LoopbackRoute.Answer, Expansion.Status, String, String?)] = [
        (
            "http://bit.ly/x", .redirect(status: 302, location: "http://bit.ly/a/warning?url=http%3A%2F%2Fthere.example%2F&hash=x"),
            .blocked, "warning", "http://there.example/"
        ),
        ("http://bit.ly/x", .redirect(status: 302, location: "https://bitly.com/a/blocked?hash=x"), .blocked, "warning", nil),
        ("http://bit.ly/x", .page(status: 404, html: "<h1>Something's wrong here</h1>"), .gone, "http-status", nil),
        ("http://tinyurl.com/x", .redirect(status: 302, location: "http://tinyurl.com/app/nospam?id=x"), .blocked, "warning", nil),
        ("http://tinyurl.com/x", .page(status: 200, html: "<p>This TinyURL went to:</p>"), .blocked, "warning", nil),
        ("http://goo.gl/x", .redirect(status: 302, location: "https://www.google.com/sorry/index?continue=x"), .blocked, "throttled", nil),
        ("http://is.gd/x", .page(status: 200, html: "<h2>Link Disabled</h2>"), .blocked, "warning", nil),
        ("http://is.gd/x", .page(status: 502, html: "Error: Rate limit exceeded"), .blocked, "throttled", nil),
        ("http://lnkd.in/x", .page(status: 999, html: ""), .blocked, "http-status", nil),
        (
            "http://db.tt/x", .whole(status: 403, headers: ["cf-mitigated": "challenge"], body: "<title>Just a moment...</title>"),
            .blocked, "challenge", nil
        ),
        ("http://db.tt/x", .page(status: 200, html: "<p>Welcome to our new site</p>"), .undetermined, "no-redirect", nil),
    ]

    @Test("a service that does not tell gives its reason, and none of its pages is a destination", arguments: refusing.indices)
    func refuses(number: Int) async throws {
        let (link, answer, status, error, final) = Self.refusing[number]
        let host = link.split(separator: "/")[1]
        // Its own pages are there, and lead nowhere.
        let (expansion, _) = try await expand(LinkRequest(url: link), [LoopbackRoute(host: String(host), path: "/*", answer: answer)]) {
            settings, _ in
            settings.longestPause = 0
        }
        #expect(expansion.status == status)
        #expect(expansion.error?.class == error, "\(expansion.error?.message ?? "")")
        #expect(expansion.final == final)
    }

    private static let locations: [(String, String)] = [
        ("/local", "http://bit.ly/local"), ("http:\\\\there.example\\a", "http://there.example/a"),
        (" http://there.example/a b ", "http://there.example/a%20b"),
        ("//there.example/a", "http://there.example/a"), ("HTTP://THERE.example:80/A", "http://there.example/A"),
        ("http://there.example/caf\u{E9}", "http://there.example/caf%C3%A9"), ("http://user:pw@there.example/", "http://there.example/"),
    ]

    @Test("a Location in any spelling is understood", arguments: locations)
    func location(text: String, final: String) async throws {
        let routes = [
            LoopbackRoute("http://bit.ly/x", .redirect(status: 301, location: text)), LoopbackRoute("http://bit.ly/local", Self.moved),
        ]
        let (expansion, _) = try await expand(LinkRequest(url: "http://bit.ly/x"), routes)
        #expect(expansion.final == (text == "/local" ? Self.target : final))
    }

    @Test(
        "shorteners on other addresses of this computer and on IPv6 are asked like any other",
        arguments: ["127.0.0.2", "127.200.3.4", "::1"])
    func addresses(address: String) async throws {
        let (expansion, _) = try await expand(
            LinkRequest(url: "http://bit.ly/x"), [LoopbackRoute("http://bit.ly/x", Self.moved)], address: address)
        #expect(expansion.final == Self.target)
        #expect(expansion.chain.first?.ip == address)
    }

    // MARK: - The web archive

    /// An archive on the same server, at the address that stands in `--wayback`.
    private static func archive(index: String, _ captures: [(String, LoopbackRoute.Answer)] = []) -> [LoopbackRoute] {
        [
            LoopbackRoute(
                host: "127.0.0.1", path: "/cdx/search/cdx*",
                answer: .whole(status: 200, headers: ["Content-Type": "application/json"], body: index))
        ]
            + captures.map { LoopbackRoute(host: "127.0.0.1", path: "/web/\($0.0)", answer: $0.1) }
    }

    private static func capture(_ location: String, of original: String = "http://tr.im/AbC") -> LoopbackRoute.Answer {
        .whole(
            status: 302,
            headers: [
                "Memento-Datetime": "Wed, 09 Feb 2011 10:40:00 GMT", "Location": location,
                "Link": "<\(original)>; rel=\"original\", <http://127.0.0.1/web/timemap/link/\(original)>; rel=\"timemap\"",
            ], body: "")
    }

    private func lookUp(_ link: String = "http://tr.im/AbC", _ routes: [LoopbackRoute]) async throws -> (Expansion, [LoopbackWeb.Request]) {
        let state = FileManager.default.temporaryDirectory.appending(path: "archive-state-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: state) }
        return try await expand(LinkRequest(url: link, published: "2011-02-09"), routes) { settings, port in
            settings.archive = WebArchive()
            settings.archive?.base = "http://127.0.0.1:\(port)"
            settings.archive?.stateDirectory = state.path
        }
    }

    private static let index =
        #"[["timestamp","original","statuscode","mimetype"],["20110209104000","http://tr.im/AbC","302","text/html"]]"#
    private static let indexOfOtherCase =
        #"[["timestamp","original","statuscode","mimetype"],["20110209104000","http://tr.im/abc","302","text/html"]]"#

    @Test("a link of a closed service is known from the archive, and the closed host is not asked")
    func archived() async throws {
        let routes = Self.archive(
            index: Self.index, [("20110209104000id_/http://tr.im/AbC", Self.capture("/web/20110209104000id_/\(Self.target)"))])
        let (expansion, requests) = try await lookUp("http://tr.im/AbC", routes)
        #expect(expansion.status == .archived)
        #expect(expansion.final == Self.target)
        #expect(expansion.via == .wayback)
        #expect(expansion.evidence?.first?.at == "2011-02-09T10:40:00Z")
        #expect(expansion.evidence?.first?.source?.hasSuffix("/web/20110209104000id_/http://tr.im/AbC") == true)
        #expect(expansion.error?.class == "closed")
        #expect(expansion.steps?.map(\.step) == [.live, .wayback])
        #expect(!requests.contains { $0.host == "tr.im" })
        #expect(requests.first?.userAgent == ResolverOptions().userAgent)
    }

    @Test("a living shortener's dead code is looked up, too")
    func deadCode() async throws {
        let index = Self.index.replacing("tr.im", with: "bit.ly")
        let capture = Self.capture("http://127.0.0.1/web/20110209104000id_/\(Self.target)", of: "http://bit.ly/AbC")
        let routes = Self.archive(index: index, [("20110209104000id_/http://bit.ly/AbC", capture)])
        let (expansion, _) = try await lookUp("http://bit.ly/AbC", routes)
        #expect(expansion.status == .archived)
        #expect(expansion.final == Self.target)
        #expect(expansion.chain.map(\.status) == [404])
    }

    @Test("a capture of another case is never taken for the link")
    func otherCase() async throws {
        let routes = Self.archive(index: Self.indexOfOtherCase, [("20110209104000id_/*", Self.capture("/web/2011id_/\(Self.target)"))])
        let (expansion, requests) = try await lookUp("http://tr.im/AbC", routes)
        #expect(expansion.status == .hostDead)
        #expect(expansion.final == nil)
        #expect(requests.count == 1)
        #expect(expansion.steps?.last?.outcome.contains("another spelling") == true)
    }

    @Test("a capture of another time is played where the archive sends us there")
    func navigation() async throws {
        let routes = Self.archive(
            index: Self.index,
            [
                ("20110209104000id_/http://tr.im/AbC", .redirect(status: 302, location: "/web/20110301000000id_/http://tr.im/AbC")),
                ("20110301000000id_/http://tr.im/AbC", Self.capture("/web/20110301000000id_/\(Self.target)")),
            ])
        #expect(try await lookUp("http://tr.im/AbC", routes).0.final == Self.target)
    }

    @Test("an archive that has had enough is left alone, and the link's own result stands with a time for the next try")
    func archiveThrottles() async throws {
        let routes = [LoopbackRoute(host: "127.0.0.1", path: "/cdx/*", answer: .page(status: 429, html: ""))]
        let (expansion, requests) = try await lookUp("http://tr.im/AbC", routes)
        #expect(requests.count == 1)
        #expect(expansion.status == .hostDead)
        #expect(expansion.retryAfter != nil)
        #expect(expansion.steps?.last?.outcome.contains("put off") == true)
    }

    @Test("the index's answer has a cap, and a capture that is an endless page too")
    func caps() async throws {
        let endless = [LoopbackRoute(host: "127.0.0.1", path: "/cdx/*", answer: .endless(status: 200))]
        #expect(try await lookUp("http://tr.im/AbC", endless).0.status == .hostDead)
        let page = Self.archive(index: Self.index, [("20110209104000id_/http://tr.im/AbC", .endless(status: 200))])
        #expect(try await lookUp("http://tr.im/AbC", page).0.status == .hostDead)
    }

    // MARK: - Links that come one by one

    @Test("links that come one by one are expanded as they come, before the last one has come")
    func arriving() async throws {
        try await LoopbackWeb.with([LoopbackRoute(host: "bit.ly", path: "/*", answer: Self.moved)]) { web in
            let resolver = try LinkResolver(options: options(port: web.port) { $0.checkTarget = false })
            let (first, second) = (DispatchSemaphore(value: 0), Counter())
            var results: [String] = []
            try await resolver.expand(arriving: {
                switch second.next() {
                case 1: return LinkRequest(url: "http://bit.ly/1")
                case 2:
                    // Not before the first has been delivered.
                    first.wait()
                    return LinkRequest(url: "http://bit.ly/2")
                default: return nil
                }
            }) { expansion in
                results.append(expansion.url)
                if results.count == 1 { first.signal() }
            }
            #expect(results == ["http://bit.ly/1", "http://bit.ly/2"])
        }
    }

    private final class Counter: Sendable {
        private let count = Mutex(0)

        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }
}
