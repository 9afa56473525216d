public import ShortLinks

/// How links are expanded. The defaults are those of a polite program on the open web.
///
/// Names and syntax are curl's where curl has the option.
public struct ResolverOptions: Sendable {
    /// What the program says it is (`--user-agent`).
    public var userAgent = "archive (link expansion; comment thread archiver)"
    /// The time for one link, over all requests of its chain together (`--max-time`). Time spent waiting for a turn does not count.
    public var maxTime: Duration = .seconds(30)
    /// The time for one connection, name look-up and TLS included; never more than what is left of ``maxTime``.
    public var connectTimeout: Duration = .seconds(10)
    /// How many requests are under way at once (`--parallel-max`), 1 to 300.
    public var parallelMax = 32
    /// How many requests are under way at once to one host, 1 or more. The host is that of the hop, not of the link.
    public var perHostMax = 2
    /// How many requests a chain may take before it counts as endless, 1 or more.
    public var maxHops = 10
    /// How many bytes of a page are read, after decompression, in search of a `<meta http-equiv=refresh>`.
    public var maxBodyBytes = 256 * 1024
    /// How many bytes of header one request may bring, interim answers included.
    public var maxHeaderBytes = 64 * 1024
    /// Whether addresses that are not public, and all ports, may be asked (`--allow-private`).
    public var allowPrivate = false
    /// The ports a URL may name. It is the URL's port that counts, not the one that ``connectTo`` leads to.
    /// With ``allowPrivate``, every port is allowed.
    public var allowedPorts: Set<Int> = [80, 443, 8080, 8443]
    /// `HOST1:PORT1:HOST2:PORT2`: connect to the second pair in place of the first (`--connect-to`); an empty part means any, or the same.
    ///
    /// A host named here is allowed even where its address is private: the user said so. The URL's own host is checked all the same,
    /// so that `::127.0.0.1:8000` sends every *name* to a local server while a redirect to `http://127.0.0.1/` stays refused.
    public var connectTo: [String] = []
    /// `HOST:PORT:ADDRESS[,ADDRESS]…`: use these addresses for that host and port (`--resolve`). Allowed like those of ``connectTo``.
    public var resolve: [String] = []
    /// A file of certificates in PEM that replaces the system's (`--cacert`).
    public var caCertificate: String?
    /// A proxy for all requests (`--proxy`). Without it there is none: `http_proxy` and its kin in the environment are ignored.
    ///
    /// Behind a proxy it is the proxy that looks up names and connects, so checking addresses is up to the proxy;
    /// hosts that *are* addresses are still checked here.
    public var proxy: String?
    /// The hosts whose answers are about the link, not about a destination.
    public var shorteners = ServiceTable.bundled

    /// The default options.
    public init() {}
}
