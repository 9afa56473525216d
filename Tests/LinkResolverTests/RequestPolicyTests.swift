import Testing

@testable import LinkResolver

@Suite("What may be asked, by the URL alone")
struct RequestPolicyTests {
    private let strict = RequestPolicy(allowPrivate: false, allowedPorts: [80, 443, 8080, 8443])
    private let open = RequestPolicy(allowPrivate: true, allowedPorts: [80, 443, 8080, 8443])

    @Test(
        "a URL is refused for its scheme, its address or its port",
        arguments: [
            ("ftp://example.com/", "scheme"), ("file:///etc/passwd", "scheme"), ("gopher://example.com/", "scheme"),
            ("market://details?id=1", "scheme"), ("http://127.0.0.1/", "address"), ("http://2130706433/", "address"),
            ("http://0x7f.1/", "address"), ("http://%31%32%37.0.0.1/", "address"), ("http://１２７.0.0.1/", "address"),
            ("http://127。0。0。1/", "address"), ("http://127.0.0.1./", "address"), ("http://user@127.0.0.1/", "address"),
            ("http://[::1]/", "address"), ("http://[::ffff:127.0.0.1]/", "address"), ("http://[::ffff:7f00:1]:8080/", "address"),
            ("http://[64:ff9b::10.0.0.1]/", "address"), ("http://[2002:7f00:1::]/", "address"), ("http://[fe80::1%25eth0]/", "address"),
            ("http://localhost/", "address"), ("http://LOCALHOST./", "address"), ("http://a.localhost/", "address"),
            ("http://localhost.localdomain/", "address"), ("http://ip6-localhost/", "address"), ("http://0/", "address"),
            ("http://127.0.0.1:22/", "address"), ("http://example.com:22/", "port"), ("https://example.com:25/", "port"),
            ("http://example.com:0/", "port"), ("http://8.8.8.8:53/", "port"),
        ])
    func refused(url: String, kind: String) throws {
        #expect(strict.refusal(of: try WebURL(url))?.kind == kind)
    }

    @Test(
        "a public URL is asked",
        arguments: [
            "http://bit.ly/x", "https://bit.ly/x", "http://example.com:8080/", "https://example.com:8443/", "http://8.8.8.8/",
            "http://[2606:4700:4700::1111]/", "http://localhost.example.com/", "http://notlocalhost/",
        ])
    func allowed(url: String) throws {
        #expect(strict.refusal(of: try WebURL(url)) == nil)
    }

    @Test("with --allow-private, addresses and ports are free and schemes are not")
    func allowPrivate() throws {
        #expect(open.refusal(of: try WebURL("http://127.0.0.1:1234/")) == nil)
        #expect(open.refusal(of: try WebURL("http://localhost:22/")) == nil)
        #expect(open.refusal(of: try WebURL("ftp://localhost/"))?.kind == "scheme")
    }
}

@Suite("What the user's own rules name")
struct ConnectionOverridesTests {
    @Test(
        "a --connect-to rule allows the place it leads to, for the hosts it is for",
        arguments: [
            ("::127.0.0.1:8000", "bit.ly", 80, 8000, true), ("::127.0.0.1:8000", "bit.ly", 80, 8001, false),
            ("bit.ly:80:127.0.0.1:8000", "bit.ly", 80, 8000, true), ("bit.ly:80:127.0.0.1:8000", "ow.ly", 80, 8000, false),
            ("BIT.ly:443:127.0.0.1:8000", "bit.ly", 80, 8000, false), ("BIT.ly::127.0.0.1:", "bit.ly", 443, 443, true),
            ("bit.ly:::8000", "bit.ly", 80, 8000, false), ("::[::1]:8000", "bit.ly", 80, 8000, true),
            ("[2001:db8::1]:80:localhost:8000", "2001:db8::1", 80, 8000, true),
        ])
    func connectTo(rule: String, host: String, port: Int, connection: Int, allowed: Bool) throws {
        let overrides = try ConnectionOverrides(connectTo: [rule], resolve: [])
        let address = try #require(IPAddress(spelling: "127.0.0.1"))
        #expect(overrides.name(address, port: connection, forHost: host, port: port) == allowed)
    }

    @Test(
        "a --resolve rule allows its addresses, for its host and port",
        arguments: [
            ("bit.ly:80:127.0.0.1", "bit.ly", 80, true), ("bit.ly:80:127.0.0.2,127.0.0.1", "bit.ly", 80, true),
            ("bit.ly:80:127.0.0.2", "bit.ly", 80, false), ("bit.ly:443:127.0.0.1", "bit.ly", 80, false),
            ("*:80:127.0.0.1", "ow.ly", 80, true), ("+bit.ly:80:127.0.0.1", "bit.ly", 80, true), ("bit.ly:80:[::1]", "bit.ly", 80, false),
        ])
    func resolve(rule: String, host: String, port: Int, allowed: Bool) throws {
        let overrides = try ConnectionOverrides(connectTo: [], resolve: [rule])
        let address = try #require(IPAddress(spelling: "127.0.0.1"))
        #expect(overrides.name(address, port: port, forHost: host, port: port) == allowed)
    }

    @Test(
        "a rule that cannot be read is an error that names the option",
        arguments: ["", "a", "a:b:c:d", "a:80:b", "a:80:b:99999", "a:80:b:0"])
    func connectToSyntax(rule: String) {
        let expected = ResolverError.invalidOption(option: "--connect-to", value: rule, reason: "expected HOST1:PORT1:HOST2:PORT2")
        #expect(throws: expected) { try ConnectionOverrides(connectTo: [rule], resolve: []) }
    }

    @Test("so is one of --resolve", arguments: ["", "a", "a:80", "a:80:", "a:x:127.0.0.1", "a:80:name", ":80:127.0.0.1", "-a:80"])
    func resolveSyntax(rule: String) {
        let expected = ResolverError.invalidOption(option: "--resolve", value: rule, reason: "expected HOST:PORT:ADDRESS[,ADDRESS]…")
        #expect(throws: expected) { try ConnectionOverrides(connectTo: [], resolve: [rule]) }
    }
}
