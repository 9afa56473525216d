import LoopbackWeb
import Testing
import ThreadModel

@testable import LinkResolver

/// Every special range of the registries, and every way to write an address of this computer: tried as a link, as the target of a redirect
/// and of a page's refresh, and as what a name resolves to.
@Suite("No spelling of an address that is not public is connected to")
struct AddressMatrixTests {
    /// Of this computer: a server listens there, and would see a connection.
    private static let local = [
        "127.0.0.1", "127.0.0.2", "127.1", "127.0.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.0.0.1", "0x7F.1", "017700000001",
        "0177.0.0.1", "0177.0.0.01", "127.0.0.1.", "0", "0.0.0.0", "0x0", "00", "[::1]", "[0:0:0:0:0:0:0:1]", "[0000::0001]", "[::]",
        "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]", "[::7f00:1]", "[64:ff9b::127.0.0.1]",
        "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2002:7f00:0001::1]", "localhost", "LOCALHOST", "localhost.", "a.localhost",
        "localhost.localdomain", "ip6-localhost", "ip6-loopback", "１２７.0.0.1", "127。0。0。1", "①②⑦.0.0.1", "user@127.0.0.1",
        "user:bit.ly@127.0.0.1",
    ]

    /// Of other networks.
    private static let special = [
        "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "169.254.0.1", "169.254.169.254", "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1",
        "239.255.255.255", "240.0.0.1", "255.255.255.255", "0xa9fea9fe", "2852039166", "[::ffff:10.0.0.1]", "[::ffff:169.254.169.254]",
        "[64:ff9b::10.0.0.1]", "[64:ff9b:1::1]", "[100::1]", "[2001::1]", "[2001:2::1]", "[2001:10::1]", "[2001:db8::1]", "[2002:a00:1::]",
        "[2002:c0a8:1::1]", "[3fff::1]", "[5f00::1]", "[fc00::1]", "[fd00:ec2::254]", "[fe80::1]", "[fec0::1]", "[ff02::1]", "[ff0e::1]",
        "[2a00:1450::5efe:a00:1]",
    ]

    /// What a resolver could answer: addresses as it writes them.
    private static let resolved = [
        "127.0.0.1", "127.0.0.2", "0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
        "10.0.0.1",
        "100.64.0.1", "169.254.169.254", "172.16.0.1", "192.0.0.8", "192.0.2.1", "192.168.0.1", "198.18.0.1", "198.51.100.1", "203.0.113.1",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "[64:ff9b:1::1]", "[100::1]", "[2001::1]", "[2001:db8::1]", "[3fff::1]", "[fc00::1]",
        "[fd00::1]", "[fe80::1]", "[fec0::1]", "[ff02::1]", "10.0.0.1,192.168.0.1,127.0.0.1",
    ]

    private static var spellings: [String] { local + special }

    @Test("there are at least sixty of them")
    func count() {
        #expect(Set(Self.spellings).count == Self.spellings.count)
        #expect(Self.spellings.count >= 60)
    }

    /// Expands links while a server listens on all addresses of this computer.
    private func expand(
        _ routes: [LoopbackRoute], _ links: (Int) -> [String], _ change: (inout ResolverOptions, Int) -> Void = { _, _ in }
    ) async throws -> (results: [Expansion], paths: Set<String>) {
        let secret = LoopbackRoute(path: "/secret", answer: .page(status: 200, html: "<title>Secret</title>"))
        return try await LoopbackWeb.with(routes + [secret]) { web in
            var settings = options(port: web.port)
            settings.connectTo = ["bit.ly:80:127.0.0.1:\(web.port)"]
            settings.allowedPorts.insert(web.port)
            settings.perHostMax = 32
            change(&settings, web.port)
            // The user's rules name bit.ly and nothing else, whatever libcurl is told of names.
            let overrides = try ConnectionOverrides(connectTo: settings.connectTo, resolve: [])
            let resolver = try LinkResolver(TransferEngine.Plan(options: settings, overrides: overrides, lookUp: { _ in .exists }))
            var results: [Expansion] = []
            try await resolver.expand(links(web.port).map { LinkRequest(url: $0) }) { results.append($0) }
            return (results, Set(web.requests.map(\.path)))
        }
    }

    private func expectRefusals(_ results: [Expansion], count: Int, hops: Int) {
        #expect(results.count == count)
        for result in results {
            #expect(result.status == .refused, "\(result.url) \(result.final ?? "") \(result.error?.message ?? "")")
            #expect(result.error?.class == "address", "\(result.url) \(result.error?.message ?? "")")
            #expect(result.chain.count == hops, "\(result.url)")
        }
    }

    @Test("as a link")
    func links() async throws {
        let (results, paths) = try await expand([]) { port in Self.spellings.map { "http://\($0):\(port)/secret" } }
        expectRefusals(results, count: Self.spellings.count, hops: 0)
        #expect(paths == [])
    }

    @Test("as the target of a redirect")
    func redirects() async throws {
        let routes = Self.spellings.enumerated().map { number, host in
            LoopbackRoute("http://bit.ly/r\(number)", .redirect(status: 302, location: "http://\(host):{port}/secret"))
        }
        let (results, paths) = try await expand(routes) { _ in Self.spellings.indices.map { "http://bit.ly/r\($0)" } }
        expectRefusals(results, count: Self.spellings.count, hops: 1)
        #expect(!paths.contains("/secret"))
    }

    @Test("as the target of a page's refresh")
    func refreshes() async throws {
        let routes = Self.spellings.enumerated().map { number, host in
            let page = "<meta http-equiv=refresh content=\"0;url=//\(host):{port}/secret\">"
            return LoopbackRoute("http://bit.ly/m\(number)", .page(status: 200, html: page))
        }
        let (results, paths) = try await expand(routes) { _ in Self.spellings.indices.map { "http://bit.ly/m\($0)" } }
        expectRefusals(results, count: Self.spellings.count, hops: 1)
        #expect(!paths.contains("/secret"))
    }

    @Test("as what a name resolves to, in a link and behind a redirect")
    func names() async throws {
        let routes = Self.resolved.indices.map { number in
            LoopbackRoute("http://bit.ly/n\(number)", .redirect(status: 302, location: "http://n\(number).example.com:{port}/secret"))
        }
        func resolve(_ settings: inout ResolverOptions, _ port: Int) {
            settings.resolve = Self.resolved.enumerated().map { "n\($0).example.com:\(port):\($1)" }
        }
        let (behind, paths) = try await expand(routes, { _ in Self.resolved.indices.map { "http://bit.ly/n\($0)" } }, resolve)
        expectRefusals(behind, count: Self.resolved.count, hops: 1)
        #expect(!paths.contains("/secret"))
        let (direct, none) = try await expand(
            [], { port in Self.resolved.indices.map { "http://n\($0).example.com:\(port)/secret" } }, resolve)
        expectRefusals(direct, count: Self.resolved.count, hops: 0)
        #expect(none == [])
    }

    @Test("the server would have seen it: with --allow-private those of this computer that it listens on are connected to")
    func control() async throws {
        let listening = ["127.0.0.1", "2130706433", "0x7f.1", "0"]
        let (results, paths) = try await expand([], { port in listening.map { "http://\($0):\(port)/secret" } }) { settings, _ in
            settings.allowPrivate = true
        }
        for result in results { #expect(result.status == .resolved, "\(result.url) \(result.error?.message ?? "")") }
        #expect(paths == ["/secret"])
    }
}
