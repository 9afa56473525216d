import LoopbackWeb
import Testing
import ThreadModel

@testable import LinkResolver

@Suite("Servers that misbehave, on loopback")
struct MisbehaviourTests {
    private let short = "http://bit.ly/x"

    @Test("an endless body is left at the cap, and the status is that of the answer")
    func endless() async throws {
        let routes = [
            LoopbackRoute("http://bit.ly/x", .redirect(status: 301, location: "http://a.com/")),
            LoopbackRoute("http://a.com/", .endless(status: 200)),
        ]
        let (expansion, _) = try await expand(short, on: routes) { $0.maxBodyBytes = 10_000 }
        #expect(expansion.status == .resolved)
        #expect(expansion.final == "http://a.com/")
        #expect(expansion.error == nil)
    }

    @Test("a small page that unpacks to a huge one is left at the cap of what it unpacks to")
    func gzipBomb() async throws {
        let routes = [LoopbackRoute("http://bit.ly/x", .compressed(bytes: 200_000_000))]
        let (expansion, _) = try await expand(short, on: routes)
        #expect(expansion.status == .undetermined)
        #expect(expansion.error?.class == "too-large")
    }

    @Test("a compressed page whose end is broken counts as far as it came")
    func brokenCompression() async throws {
        // Below the cap, so that the checksum is reached, which is wrong on purpose.
        let (expansion, _) = try await expand(short, on: [LoopbackRoute("http://bit.ly/x", .compressed(bytes: 65_536))])
        #expect(expansion.status == .undetermined)
        #expect(expansion.error?.class == "protocol")
        #expect(expansion.chain.map(\.status) == [200])
    }

    @Test("a refresh before the cap is found in a page that never ends")
    func refreshInEndlessPage() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<meta http-equiv=\"refresh\" content=\"0;url=ftp://a.com/\">"
        let expansion = try await expand(short, answering: [.text(head), .drip(Array(repeating: 0x20, count: 1000), pause: .zero)])
        #expect(expansion.chain.map(\.type) == [.metaRefresh])
        #expect(expansion.final == "ftp://a.com/")
    }

    @Test("a redirect whose body never ends is followed without it")
    func redirectWithEndlessBody() async throws {
        let head = "HTTP/1.1 302 Found\r\nLocation: ftp://a.com/\r\n\r\n"
        for tail in [RawLoopback.Piece.drip(Array(repeating: 0x20, count: 1000), pause: .zero), .hold] {
            let expansion = try await expand(short, answering: [.text(head), tail])
            #expect(expansion.status == .refused)
            #expect(expansion.final == "ftp://a.com/")
            #expect(expansion.chain.map(\.status) == [302])
        }
    }

    @Test("a redirect whose body is too long to read is followed without it")
    func redirectWithHugeBody() async throws {
        let head = "HTTP/1.1 302 Found\r\nLocation: ftp://a.com/\r\nContent-Length: 99999999\r\n\r\nx"
        let expansion = try await expand(short, answering: [.text(head), .hold])
        #expect(expansion.final == "ftp://a.com/")
    }

    /// The time of a link that must run out, but not before all else has happened, on a busy machine too.
    private static let patience = Duration.seconds(30)

    @Test("a server that says nothing, or drips its header, costs the link's own time and no more")
    func slow() async throws {
        let pieces: [[RawLoopback.Piece]] = [
            [.hold], [.text("HTTP/1.1 200 OK\r\nX-Slow: "), .drip([0x61], pause: .milliseconds(20))],
            [.text("HTTP/1.1 302 Found\r\nLocation: http://a.com/"), .hold],
        ]
        for answer in pieces {
            let expansion = try await expand(short, answering: answer) { $0.maxTime = .milliseconds(300) }
            #expect(expansion.status == .undetermined)
            #expect(expansion.error?.class == "timeout")
            #expect(expansion.chain.map(\.status) == [nil])
        }
    }

    @Test("a page that stalls after its head counts as far as it came")
    func stallingPage() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n<p>"
        async let shortened = expand(short, answering: [.text(head), .hold]) { $0.maxTime = Self.patience }
        async let ordinary = expand("http://a.com/", answering: [.text(head), .hold]) { $0.maxTime = Self.patience }
        let expansion = try await shortened
        #expect(expansion.status == .undetermined)
        #expect(expansion.error?.class == "timeout")
        #expect(expansion.chain.map(\.status) == [200])
        #expect(try await ordinary.status == .resolved)
    }

    @Test("a header that goes on and on is left at the cap")
    func headerFlood() async throws {
        // In large pieces, so that the cap comes long before the time is up, on a busy machine too.
        let lines = Array(String(repeating: "X-Flood: \(String(repeating: "x", count: 500))\r\n", count: 100).utf8)
        let expansion = try await expand(short, answering: [.text("HTTP/1.1 200 OK\r\n"), .drip(lines, pause: .zero)])
        #expect(expansion.status == .undetermined)
        #expect(expansion.error?.class == "too-large")
        // Interim answers count as well.
        let interim = Array(String(repeating: "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n", count: 1000).utf8)
        let hints = try await expand(short, answering: [.drip(interim, pause: .zero)])
        #expect(hints.error?.class == "too-large")
    }

    @Test(
        "what is not HTTP is an answer that leads nowhere",
        arguments: [
            "hello\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/9.9 200 OK\r\n\r\n", "",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nnot gzip",
        ])
    func notHTTP(bytes: String) async throws {
        let expansion = try await expand(short, answering: [.text(bytes)])
        #expect(expansion.status == .undetermined)
        #expect(expansion.error != nil)
        #expect(expansion.final == nil)
    }

    @Test("a target's raw bytes are kept, percent-encoded")
    func rawBytes() async throws {
        let head = Array("HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation: ftp://a.com/caf".utf8) + [0xE9] + Array(" x\r\n\r\n".utf8)
        let expansion = try await expand(short, answering: [.bytes(head)])
        #expect(expansion.chain.first?.location == "ftp://a.com/caf%E9 x")
        #expect(expansion.final == "ftp://a.com/caf%E9%20x")
    }

    @Test("the first of several targets counts, and an empty one is none")
    func severalTargets() async throws {
        let two = try await expand(
            short, answering: [.text("HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation: ftp://a.com/\r\nLocation: ftp://b.com/\r\n\r\n")]
        )
        #expect(two.final == "ftp://a.com/")
        let none = try await expand(short, answering: [.text("HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation:\r\n\r\n")])
        #expect(none.status == .undetermined)
        #expect(none.error?.class == "no-redirect")
    }

    @Test("a stall ends with its link's time while others go on")
    func stallBesideOthers() async throws {
        let destinations = LoopbackWeb.demoDestinations.map(\.link)
        let stall = LoopbackRoute("http://bit.ly/never", .stall(seconds: 90))
        try await LoopbackWeb.with([stall] + LoopbackWeb.demo) { web in
            // One at a time per host: the stalled link holds up bit.ly, and the others' time must not run out while they wait.
            let results = try await expand(
                ["http://bit.ly/never"] + destinations,
                options(port: web.port) {
                    $0.maxTime = Self.patience
                    $0.perHostMax = 1
                })
            #expect(results.count == 1 + destinations.count)
            let stalled = results.first { $0.url == "http://bit.ly/never" }
            #expect(stalled?.status == .undetermined)
            #expect(stalled?.error?.class == "timeout")
            #expect(results.filter { $0.status == .resolved }.count == destinations.count)
        }
    }

    @Test("the time of a link is for its whole chain")
    func timeOfChain() async throws {
        let routes = [
            LoopbackRoute("http://bit.ly/x", .redirect(status: 302, location: "http://a.com/slow")),
            LoopbackRoute("http://a.com/slow", .stall(seconds: 90)),
        ]
        let (expansion, _) = try await expand(short, on: routes) { $0.maxTime = Self.patience }
        #expect(expansion.status == .undetermined)
        #expect(expansion.final == "http://a.com/slow")
        #expect(expansion.error?.class == "timeout")
        #expect(expansion.chain.map(\.status) == [302, nil])
    }

    @Test("a chain longer than allowed is left")
    func longChain() async throws {
        let (expansion, requests) = try await expand("http://bit.ly/1", on: LoopbackRoute.chain(host: "bit.ly", hops: 12)) {
            $0.maxHops = 4
        }
        #expect(expansion.status == .loop)
        #expect(expansion.error?.class == "too-many-hops")
        #expect(requests.map(\.path) == ["/1", "/2", "/3", "/4"])
        #expect(expansion.final == "http://bit.ly/5")
    }

    @Test("a host that accepts no connection is dead")
    func closedPort() async throws {
        // A port that was just given back: nothing listens on it.
        let web = try await LoopbackWeb.start([])
        let port = web.port
        await web.stop()
        let results = try await expand([short], options(port: port))
        #expect(results.map(\.status) == [.hostDead])
        #expect(results.first?.error?.class == "connect")
        #expect(results.first?.chain.map(\.status) == [nil])
        #expect(results.first?.chain.map(\.ip) == [nil])
    }

    @Test("neither cookies nor passwords are sent")
    func nothingPersonal() async throws {
        let routes = [
            LoopbackRoute("http://bit.ly/x", .redirect(status: 302, location: "http://user:secret@a.com/")),
            LoopbackRoute("http://a.com/", .page(status: 200, html: "")),
        ]
        let (expansion, requests) = try await expand("http://me:too@bit.ly/x", on: routes)
        #expect(expansion.final == "http://a.com/")
        #expect(requests.count == 2)
        #expect(requests.allSatisfy { !$0.hasCredentials })
    }
}

@Suite("Behind a proxy")
struct ProxyTests {
    @Test("all requests go to the proxy that the user names, private or not, and hosts that are addresses are checked all the same")
    func proxy() async throws {
        let routes = [
            LoopbackRoute(host: "bit.ly", path: "http://bit.ly/x", answer: .redirect(status: 302, location: "http://a.com/")),
            LoopbackRoute(host: "a.com", path: "http://a.com/", answer: .redirect(status: 302, location: "http://127.0.0.1/secret")),
        ]
        let (expansion, requests) = try await expand("http://bit.ly/x", on: routes) { options in
            options.proxy = options.connectTo.first.map { String($0.dropFirst(2)) }
            options.connectTo = []
        }
        #expect(expansion.status == .refused)
        #expect(expansion.final == "http://127.0.0.1/secret")
        #expect(requests.map(\.host) == ["bit.ly", "a.com"])
    }
}

@Suite("Names that do not resolve")
struct NameTests {
    @Test(
        "the resolver's answer decides between dead and unknown",
        arguments: [
            (NameAnswer.noSuchName, Expansion.Status.hostDead), (.tryAgain, .undetermined), (.exists, .undetermined),
        ])
    func names(answer: NameAnswer, status: Expansion.Status) async throws {
        // Names under .invalid never resolve, so libcurl fails; the look-up is replaced.
        let resolver = try LinkResolver(options: options(port: 1) { $0.connectTo = [] }, lookUp: { _ in answer })
        var results: [Expansion] = []
        try await resolver.expand((1...5).map { LinkRequest(url: "http://some.invalid/\($0)") }) { results.append($0) }
        #expect(results.map(\.status) == Array(repeating: status, count: 5))
        #expect(results.allSatisfy { $0.error?.class == "dns" })
    }

    @Test("names under .invalid do not exist, whatever the network")
    func invalid() {
        #expect(NameLookup.system("dead.invalid") == .noSuchName)
        #expect(NameLookup.system("dead.invalid.") == .noSuchName)
        #expect(NameLookup.system("127.0.0.1") == .exists)
    }
}
