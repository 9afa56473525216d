public import Foundation
public import ShortLinks

/// How links are expanded. The defaults are those of a polite program on the open web.
///
/// Names and syntax are curl's where curl has the option.
public struct ResolverOptions: Sendable {
    /// What the program says it is (`--user-agent`).
    public var userAgent = ResolverOptions.ownUserAgent
    static let ownUserAgent = "archive (link expansion; comment thread archiver)"
    /// The time for one link, over all requests of its chain together (`--max-time`). Time spent waiting for a turn does not count.
    public var maxTime: Duration = .seconds(30)
    /// The time for one connection, name look-up and TLS included; never more than what is left of ``maxTime``.
    public var connectTimeout: Duration = .seconds(10)
    /// How many requests are under way at once (`--parallel-max`), 1 to 300.
    public var parallelMax = 32
    /// How many requests are under way at once to one service, 1 or more. The service is that of the hop, not of the link: all hosts of a
    /// shortener are one, any other host is one by itself.
    public var perHostMax = 2
    /// How many seconds lie between the starts of two requests to one service, at least (`--gap`); 0 for no pause. Services that are known
    /// to want more have more.
    public var gap = 0.5
    /// How many seconds a link waits for a service that wants to be left alone (`Retry-After`); one that wants more is not asked again in
    /// this run, and its links are put off.
    public var longestPause = 60.0
    /// Hosts whose service is to be left alone until then: it said so in an earlier run. Its links are put off.
    public var pausedHosts: [String: Date] = [:]
    /// How many requests may be made in a run (`--max-requests`), those to web archives not counted; links beyond it are put off.
    public var maxRequests = Int.max
    /// How many requests may be made to one service in a run (`--max-requests-per-service`).
    public var maxRequestsPerService = Int.max
    /// How many requests in a row may meet with trouble at a service before the rest of its links is put off.
    public var troublesMax = 8
    /// How often a hop is asked again whose server is in trouble (a 5xx status, a connection that breaks).
    public var retries = 2
    /// The pause before the first of these; before the next it is four times as long.
    public var retryDelay: Duration = .seconds(1)
    /// Whether the destination is asked, too, and its own redirects followed (`--check-target`). Without it a chain ends at the first URL that
    /// is no short link: to ask for a page is to click on it, and some clicks are seen or counted.
    public var checkTarget = false
    /// Whether nobody is asked at all (`--offline`).
    public var offline = false
    /// The web archive that is asked for links whose own servers do not tell; `nil` for none (`--no-archives`).
    public var archive: WebArchive? = WebArchive()
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
    /// The services that shorten and wrap links, and how they are to be treated.
    public var services = ServiceTable.bundled
    /// What makes the cleaned form of a destination.
    public var cleaner = URLCleaner()

    /// The default options.
    public init() {}
}
