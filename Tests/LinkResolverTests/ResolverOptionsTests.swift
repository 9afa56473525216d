import Testing

@testable import LinkResolver

@Suite("Options")
struct ResolverOptionsTests {
    @Test("the defaults are accepted")
    func defaults() throws {
        _ = try LinkResolver()
    }

    @Test(
        "a value that cannot be used is refused by the option's name before anything is asked",
        arguments: [
            ("--parallel-max", { @Sendable in $0.parallelMax = 0 }), ("--parallel-max", { @Sendable in $0.parallelMax = 301 }),
            ("--per-host-max", { @Sendable in $0.perHostMax = 0 }), ("--max-hops", { @Sendable in $0.maxHops = 0 }),
            ("--max-body-bytes", { @Sendable in $0.maxBodyBytes = -1 }), ("--max-header-bytes", { @Sendable in $0.maxHeaderBytes = 1 }),
            ("--max-time", { @Sendable in $0.maxTime = .zero }), ("--max-time", { @Sendable in $0.maxTime = .seconds(Int64.max) }),
            ("--connect-timeout", { @Sendable in $0.connectTimeout = .seconds(-1) }),
            ("--user-agent", { @Sendable in $0.userAgent = "a\r\nX-Injected: 1" }),
            ("--cacert", { @Sendable in $0.caCertificate = "/nonexistent/ca.pem" }),
            ("--proxy", { @Sendable in $0.proxy = "ftp://proxy:21" }),
            ("--proxy", { @Sendable in $0.proxy = "" }), ("--connect-to", { @Sendable in $0.connectTo = ["x"] }),
            ("--resolve", { @Sendable in $0.resolve = ["x"] }),
        ] as [(String, @Sendable (inout ResolverOptions) -> Void)])
    func invalid(option: String, change: @Sendable (inout ResolverOptions) -> Void) {
        var options = ResolverOptions()
        change(&options)
        let error = #expect(throws: ResolverError.self) { try LinkResolver(options: options) }
        #expect(error?.description.hasPrefix(option + " ") == true)
    }

    @Test("a proxy is written as curl takes it", arguments: ["proxy:3128", "http://proxy:3128", "socks5h://127.0.0.1:1080", "https://p/"])
    func proxies(proxy: String) throws {
        var options = ResolverOptions()
        options.proxy = proxy
        _ = try LinkResolver(options: options)
    }
}
