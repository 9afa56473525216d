import ArgumentParser
import LinkResolver

/// How links are expanded. Names and syntax are curl's where curl has the option.
struct ExpandOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The time for one link, all its redirects together (default: 30).", valueName: "seconds"))
    var maxTime: Double?

    @Option(help: ArgumentHelp("How many requests are under way at once (default: 32).", valueName: "number"))
    var parallelMax: Int?

    @Option(help: ArgumentHelp("What the program says it is.", valueName: "name"))
    var userAgent: String?

    @Option(help: ArgumentHelp("Use this proxy; those of the environment are not used.", valueName: "url"))
    var proxy: String?

    @Option(
        help: ArgumentHelp("Trust the certificates in this PEM file, in place of the system's.", valueName: "file"), completion: .file())
    var cacert: String?

    @Option(
        help: ArgumentHelp("Connect to host2:port2 where host1:port1 is asked for; may be repeated.", valueName: "host1:port1:host2:port2"))
    var connectTo: [String] = []

    @Option(help: ArgumentHelp("Use this address for a host and port; may be repeated.", valueName: "host:port:address"))
    var resolve: [String] = []

    @Flag(help: "Ask private addresses and any port, too: for tests, and for an intranet.")
    var allowPrivate = false

    /// Whether anything was said of how to expand.
    var isGiven: Bool {
        [maxTime != nil, parallelMax != nil, userAgent != nil, proxy != nil, cacert != nil, allowPrivate].contains(true)
            || !connectTo.isEmpty || !resolve.isEmpty
    }

    func validate() throws {
        if let maxTime, !maxTime.isFinite || !(0.001...86_400).contains(maxTime) {
            throw ValidationError("--max-time takes a number of seconds, more than 0 and at most 86400")
        }
        do {
            _ = try LinkResolver(options: resolverOptions)
        } catch {
            if case .invalidOption = error { throw ValidationError("\(error)") }
        }
    }

    var resolverOptions: ResolverOptions {
        var options = ResolverOptions()
        if let maxTime { options.maxTime = .milliseconds(Int64(maxTime * 1000)) }
        if let parallelMax { options.parallelMax = parallelMax }
        if let userAgent { options.userAgent = userAgent }
        options.proxy = proxy
        options.caCertificate = cacert
        options.connectTo = connectTo
        options.resolve = resolve
        options.allowPrivate = allowPrivate
        return options
    }
}
