import LoopbackWeb
import Testing
import ThreadModel

@testable import LinkResolver

@Suite("Links of the sample page, on loopback")
struct DemoLinksTests {
    @Test("all short links of the sample page lead to where they should, together")
    func all() async throws {
        try await LoopbackWeb.with(LoopbackWeb.demo) { web in
            let results = try await expand(LoopbackWeb.demoDestinations.map(\.link), options(port: web.port))
            #expect(results.map(\.status) == Array(repeating: .resolved, count: LoopbackWeb.demoDestinations.count))
            let found = Dictionary(results.map { ($0.url, $0.final) }, uniquingKeysWith: { first, _ in first })
            for (link, destination) in LoopbackWeb.demoDestinations {
                let ascii = destination.replacing("É", with: "%C3%89").replacing("é", with: "%C3%A9")
                #expect(found[link] == ascii)
            }
        }
    }

    @Test(
        "the chain of each is recorded",
        arguments: [
            ("http://bit.ly/cCpTFZ", [Expansion.Hop.Kind.location]), ("http://bit.ly/gb1xJx", [.metaRefresh]),
            ("http://bit.ly/gBrStw", [.refreshHeader]), ("http://bit.ly/gw6ZeY", [.location, .location]),
            ("http://bit.ly/e70jVj", [.location, .metaRefresh]), ("http://ht.ly/3vA7O", [.location, .location, .refreshHeader]),
        ])
    func chains(link: String, kinds: [Expansion.Hop.Kind]) async throws {
        let (expansion, requests) = try await expand(link, on: LoopbackWeb.demo)
        #expect(expansion.chain.map(\.type) == kinds + [nil])
        #expect(expansion.chain.last?.status == 200)
        #expect(expansion.chain.allSatisfy { $0.ip == "127.0.0.1" && $0.ms >= 0 })
        #expect(expansion.chain.map(\.url) == requests.map { "http://\($0.host)\($0.path)" })
        #expect(expansion.via == (kinds.last == .metaRefresh ? .metaRefresh : .redirect))
        #expect(expansion.attempts == 1)
        #expect(requests.allSatisfy { $0.method == "GET" && $0.userAgent == ResolverOptions().userAgent })
        let instant = #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/#
        #expect((expansion.chain.map(\.at) + [expansion.checkedAt]).allSatisfy { $0.wholeMatch(of: instant) != nil })
    }

    @Test(
        "a link that goes wrong says how",
        arguments: [
            ("http://bit.ly/dead", Expansion.Status.gone, "http-status"), ("http://bit.ly/loop", .loop, "loop"),
            ("http://bit.ly/endless", .undetermined, "too-large"),
        ])
    func troubles(link: String, status: Expansion.Status, error: String) async throws {
        let (expansion, _) = try await expand(link, on: LoopbackWeb.demo)
        #expect(expansion.status == status)
        #expect(expansion.final == nil)
        #expect(expansion.error?.class == error)
    }

    @Test("a destination whose name does not exist is known as the last URL learned")
    func deadHost() async throws {
        let (expansion, requests) = try await expand("http://bit.ly/to-dead-host", on: LoopbackWeb.demo) { options in
            options.connectTo = options.connectTo.map { "bit.ly:80" + $0.dropFirst(1) }
        }
        #expect(expansion.status == .hostDead)
        #expect(expansion.final == "http://dead.invalid/page")
        #expect(expansion.error == Expansion.Failure(class: "dns", message: "there is no host named dead.invalid"))
        #expect(expansion.chain.map(\.status) == [302, nil])
        #expect(requests.count == 1)
    }
}
