import ArgumentParser
import Foundation
import LinkResolver
import ShortLinks

/// How links are expanded. Names and syntax are curl's where curl has the option.
struct ExpandOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The time for one link, all its redirects together (default: 30).", valueName: "seconds"))
    var maxTime: Double?

    @Option(help: ArgumentHelp("How many requests are under way at once (default: 32).", valueName: "number"))
    var parallelMax: Int?

    @Option(help: ArgumentHelp("How many requests are under way at once to one service (default: 2).", valueName: "number"))
    var perHostMax: Int?

    @Option(
        help: ArgumentHelp(
            "The pause between two requests to one service (default: 0.5); 0 turns pauses off, also those that services are known to want.",
            valueName: "seconds"))
    var gap: Double?

    @Option(help: ArgumentHelp("How many requests this run may make; what is left waits for the next run.", valueName: "number"))
    var maxRequests: Int?

    @Option(help: ArgumentHelp("How many requests this run may make to one service.", valueName: "number"))
    var maxRequestsPerService: Int?

    @Flag(help: "Ask the destinations, too, and follow their own redirects. Without it a chain ends at the first URL that is not short.")
    var checkTarget = false

    @Flag(help: "Ask nobody: only what the links themselves, their pages and imported dumps tell.")
    var offline = false

    @Flag(help: "Ask no web archive for links whose own servers do not tell any more.")
    var noArchives = false

    @Option(
        help: ArgumentHelp(
            "The web archive (default: https://web.archive.org); its index is below /cdx/search/cdx, its captures below /web/.",
            valueName: "url"))
    var wayback: String?

    @Option(help: ArgumentHelp("How many questions a minute the web archive's index is asked (default: 24).", valueName: "number"))
    var archiveRate: Int?

    @Option(help: ArgumentHelp("For how many links the web archive is asked in this run (default: 240).", valueName: "number"))
    var archiveLookups: Int?

    @Option(
        help: ArgumentHelp(
            "A file of ClearURLs' rules (data.min.json), by which the cleaned form of a destination is made beside our own short list.",
            valueName: "file"), completion: .file(extensions: ["json"]))
    var cleanRules: String?

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
        let numbers: [(any Sendable)?] = [
            maxTime, parallelMax, perHostMax, gap, maxRequests, maxRequestsPerService, archiveRate, archiveLookups,
        ]
        let texts = [userAgent, proxy, cacert, wayback, cleanRules]
        return numbers.contains { $0 != nil } || texts.contains { $0 != nil } || allowPrivate || checkTarget || offline || noArchives
            || !connectTo.isEmpty || !resolve.isEmpty
    }

    func validate() throws {
        if let maxTime, !maxTime.isFinite || !(0.001...86_400).contains(maxTime) {
            throw ValidationError("--max-time takes a number of seconds, more than 0 and at most 86400")
        }
        if noArchives, wayback != nil || archiveRate != nil || archiveLookups != nil {
            throw ValidationError("which web archive is asked, and how, was said together with --no-archives")
        }
        // Said before anything is asked.
        _ = try resolver(.bundled)
    }

    /// A resolver as the options want it.
    ///
    /// - Parameter pausedHosts: hosts that asked in an earlier run to be left alone until then.
    /// - Throws: `ValidationError` for a value that cannot be used, or a file that cannot be read.
    func resolver(_ services: ServiceTable, pausedHosts: [String: Date] = [:]) throws -> LinkResolver {
        do {
            return try LinkResolver(options: resolverOptions(services, pausedHosts))
        } catch ResolverError.invalidOption(let option, let value, let reason) {
            throw ValidationError("\(ResolverError.invalidOption(option: option, value: value, reason: reason))")
        }
    }

    private func cleaner() throws -> URLCleaner {
        guard let cleanRules else { return URLCleaner() }
        let rules: Data
        do { rules = try Data(contentsOf: URL(filePath: cleanRules)) } catch {
            throw ValidationError("--clean-rules \(cleanRules): cannot be read")
        }
        do { return try URLCleaner(clearURLs: rules) } catch { throw ValidationError("--clean-rules \(cleanRules): \(error)") }
    }

    private func resolverOptions(_ services: ServiceTable, _ pausedHosts: [String: Date]) throws -> ResolverOptions {
        var options = ResolverOptions()
        (options.services, options.pausedHosts) = (services, pausedHosts)
        options.cleaner = try cleaner()
        if let perHostMax { options.perHostMax = perHostMax }
        if let gap { options.gap = gap }
        if let maxRequests { options.maxRequests = maxRequests }
        if let maxRequestsPerService { options.maxRequestsPerService = maxRequestsPerService }
        options.checkTarget = checkTarget
        options.offline = offline
        if noArchives { options.archive = nil }
        if let wayback { options.archive?.base = wayback }
        if let archiveRate {
            options.archive?.indexPerMinute = archiveRate
            // As the archive's own limits relate to each other.
            options.archive?.playbackPerMinute = archiveRate.multipliedReportingOverflow(by: 20).partialValue
        }
        if let archiveLookups { options.archive?.maxLookups = archiveLookups }
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
