import Foundation
import ShortLinks

/// What a run owes to those it asks, and what it has had of them.
final class Manners {
    /// Whether a request may be made now.
    enum Permission {
        case granted
        /// Not before so many seconds are over.
        case wait(Double)
        /// Not in this run.
        case never(String)
        /// Not in this run, by the web archive.
        case noArchive(String)
    }

    private let options: ResolverOptions
    private let budget: Result<ArchiveBudget, ArchiveBudget.Problem>?
    private var requests = 0
    /// Until when services want to be left alone, by what they said in earlier runs.
    private let pauses: [String: Date]
    /// Counted only where there is a limit.
    private var requestsByService: [String: Int] = [:]
    private var lookups = 0

    init(_ options: ResolverOptions) {
        self.options = options
        pauses = Dictionary(
            options.pausedHosts.map { (options.services.service(ofHost: $0.key)?.name ?? $0.key, $0.value) }, uniquingKeysWith: max)
        budget = options.archive.map { archive in
            Result { () throws(ArchiveBudget.Problem) in
                let url = try? WebURL(archive.base)
                return try ArchiveBudget(archive, host: url.map { "\($0.host)-\($0.port)" } ?? "archive")
            }
        }
    }

    // MARK: - Services

    /// Whom a request counts against.
    func key(of request: WebRequest) -> String {
        if case .archive(let endpoint) = request.purpose { return key(of: endpoint) }
        return options.services.service(ofHost: request.url.host)?.name ?? request.url.host
    }

    /// No host has a name with a space.
    func key(of endpoint: ArchiveEndpoint) -> String { "archive \(endpoint.rawValue)" }

    func pace(of request: WebRequest) -> ServiceQueues<Int>.Pace {
        // The web archive's pace is that of its budget.
        if case .archive = request.purpose { return .init(gap: 0, parallel: 2) }
        let service = options.services.service(ofHost: request.url.host)
        // Who turns pauses off turns them off for all.
        let gap = options.gap == 0 ? 0 : max(options.gap, service?.gap ?? 0)
        return .init(gap: gap, parallel: min(options.perHostMax, service?.parallel ?? options.perHostMax))
    }

    /// How long a service still wants to be left alone that said so in an earlier run, in seconds; `nil` where it is not worth a word.
    func knownPause(of request: WebRequest, _ service: String) -> Double? {
        if case .archive = request.purpose { return nil }
        // The archive knows hosts without `www.`.
        guard let until = pauses[service] ?? pauses[String(request.url.site)] else { return nil }
        let left = until.timeIntervalSinceNow
        return left > 0 ? left : nil
    }

    func permission(for request: WebRequest, service: String) -> Permission {
        if case .archive(let endpoint) = request.purpose { return archivePermission(endpoint) }
        if requests >= options.maxRequests { return .never("this run has made all the requests that it may make") }
        if options.maxRequestsPerService < Int.max {
            guard requestsByService[service, default: 0] < options.maxRequestsPerService else {
                return .never("this run has made all the requests to \(service) that it may make")
            }
            requestsByService[service, default: 0] += 1
        }
        requests += 1
        return .granted
    }

    // MARK: - The web archive

    /// Why the archive is not asked at all.
    func archiveProblem(isNewLookup: Bool) -> String? {
        if case .failure(let problem) = budget { return problem.message }
        guard isNewLookup else { return nil }
        lookups += 1
        return lookups > (options.archive?.maxLookups ?? 0) ? "this run has looked up all the links that it may look up" : nil
    }

    private func archivePermission(_ endpoint: ArchiveEndpoint) -> Permission {
        do throws(ArchiveBudget.Problem) {
            switch try budget?.get().take(endpoint) {
            case .granted?: return .granted
            case .wait(let seconds)?:
                return seconds > options.longestPause ? .noArchive("the archive wants to be left alone") : .wait(seconds)
            case nil: return .noArchive("no archive is to be asked")
            }
        } catch {
            return .noArchive(error.message)
        }
    }

    /// Leaves the archive alone, in every process. Where that cannot be written down, nothing can be taken either.
    func blockArchive(seconds: Double) { try? budget?.get().block(seconds: seconds) }

    // MARK: - Moods and clocks

    /// What an answer tells of the mood of who gave it.
    static func mood(_ result: HopReport.Result, pause: Double?) -> ServiceQueues<Int>.Mood {
        if let pause { return .throttled(pause) }
        switch result {
        case .answer(let answer): return answer.status >= 500 && answer.status < 600 ? .trouble : .well
        case .refused: return .well
        case .failure(let failure):
            switch failure.kind {
            case .timeout, .connectionRefused, .unreachable, .broken, .nameUnknown: return .trouble
            case .noSuchName, .tls, .headersTooLarge, .proxy, .malformed: return .well
            }
        }
    }

    /// Seconds of a clock that never goes back.
    static func clock() -> Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }

    /// The time of day, in ISO 8601 UTC.
    static func now() -> String { Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)) }
}
