import LoopbackWeb
import Testing
import ThreadModel

@testable import LinkResolver

@Suite("Addresses that are not public, on loopback")
struct AddressRefusalTests {
    @Test(
        "a redirect to a private address is refused, and nothing is sent there",
        arguments: [
            "http://127.0.0.1:{port}/secret", "http://2130706433:{port}/secret", "http://0x7f.1:{port}/secret",
            "http://127.1:{port}/secret",
            "http://0:{port}/secret", "http://[::1]:{port}/secret", "http://[::ffff:127.0.0.1]:{port}/secret",
            "http://localhost:{port}/secret", "http://127.0.0.1.:{port}/secret", "http://１２７.0.0.1:{port}/secret",
            "http://169.254.169.254/latest/meta-data/", "//127.0.0.1:{port}/secret",
        ])
    func privateRedirect(target: String) async throws {
        let routes = [LoopbackRoute("http://bit.ly/x", .redirect(status: 302, location: target))]
        let (expansion, requests) = try await expand("http://bit.ly/x", on: routes)
        #expect(expansion.status == .refused)
        #expect(expansion.error?.class == "address")
        #expect(expansion.final != nil)
        #expect(requests.map(\.path) == ["/x"])
    }

    @Test("with --allow-private it is followed")
    func allowed() async throws {
        let (expansion, requests) = try await expand("http://bit.ly/private", on: LoopbackWeb.demo) { $0.allowPrivate = true }
        #expect(expansion.status == .resolved)
        #expect(expansion.final?.hasSuffix("/secret") == true)
        #expect(requests.map(\.path) == ["/private", "/secret"])
    }

    /// libcurl is told of the address as a resolver would, while the user's own rules name only the first host.
    private func expandWithResolver(_ addresses: String, allowPrivate: Bool = false) async throws -> (Expansion, requests: [String]) {
        let routes = [
            LoopbackRoute("http://bit.ly/x", .redirect(status: 302, location: "http://inside.example.com:{port}/secret")),
            LoopbackRoute("http://inside.example.com/secret", .page(status: 200, html: "")),
        ]
        return try await LoopbackWeb.with(routes) { web in
            var settings = options(port: web.port)
            settings.allowPrivate = allowPrivate
            settings.allowedPorts.insert(web.port)
            settings.connectTo = ["bit.ly:80:127.0.0.1:\(web.port)"]
            settings.resolve = ["inside.example.com:\(web.port):\(addresses)"]
            let overrides = try ConnectionOverrides(connectTo: settings.connectTo, resolve: [])
            let plan = TransferEngine.Plan(options: settings, overrides: overrides, lookUp: { _ in .exists })
            let expansion = try await LinkResolver(plan).expand(LinkRequest(url: "http://bit.ly/x"))
            return (expansion, web.requests.map(\.path))
        }
    }

    @Test(
        "a name that resolves to a private address is refused on connecting, and nothing is sent there",
        arguments: [
            "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "10.0.0.1", "169.254.169.254", "[fd00::2]",
            "10.0.0.1,192.168.0.1,127.0.0.1",
        ])
    func privateName(addresses: String) async throws {
        let (expansion, requests) = try await expandWithResolver(addresses)
        #expect(expansion.status == .refused)
        #expect(expansion.error?.class == "address")
        #expect(expansion.error?.message.contains("is not public") == true)
        #expect(expansion.final?.hasPrefix("http://inside.example.com:") == true)
        #expect(expansion.chain.map(\.status) == [302])
        #expect(requests == ["/x"])
    }

    @Test("with --allow-private that name is followed")
    func privateNameAllowed() async throws {
        let (expansion, requests) = try await expandWithResolver("127.0.0.1", allowPrivate: true)
        #expect(expansion.status == .resolved)
        #expect(requests == ["/x", "/secret"])
    }

    @Test("an address that the user gives a name with --resolve is allowed for that name")
    func resolveRule() async throws {
        try await LoopbackWeb.with([LoopbackRoute(path: "/", answer: .page(status: 200, html: ""))]) { web in
            var settings = options(port: web.port)
            settings.connectTo = []
            settings.allowedPorts.insert(web.port)
            settings.resolve = ["named.example.com:\(web.port):127.0.0.1"]
            let results = try await expand(["http://named.example.com:\(web.port)/"], settings)
            #expect(results.map(\.status) == [.resolved])
            #expect(web.requests.map(\.host) == ["named.example.com"])
        }
    }
}
