import Foundation
import ShortLinks
public import ThreadModel

/// The way of one link from knowing nothing to knowing where it leads, rung by rung: what the link itself holds, its own servers, what the
/// page shows, dumps, a web archive. Without a network: it is told what each request brought, and says what to do next.
///
/// What a page shows is the word of whoever wrote it; it stands only where the link's own servers have none.
struct LinkLadder: Sendable {
    /// What holds for all links of a run.
    struct Rules: Sendable {
        var chain: ChainState.Rules
        /// Ask nobody.
        var offline = false
        /// Where the web archive is; `nil` where none is asked.
        var archive: WebURL?
        /// The form of a URL without what only tracks people.
        var clean: @Sendable (String) -> String? = { _ in nil }
    }

    enum Step: Sendable {
        /// Make this request, and tell what it brought.
        case ask(WebRequest)
        /// Find out whether the host of this URL answers to anything.
        case probe(WebURL)
        case finish(Expansion)
    }

    private enum Rung {
        case live
        case probe(WebURL, ChainState.End)
        case archive(WaybackLookup, ChainState.End)
    }

    /// The record's error class of a link that nobody was asked for, because that was not wanted now.
    static let putOffClass = "put-off"
    /// Likewise, because nobody was to be asked at all.
    static let offlineClass = "offline"

    let link: LinkRequest
    private let shared: Shared<Rules>
    private var rules: Rules { _read { yield shared.value } }
    private var chain: ChainState
    private var rung = Rung.live
    private var steps: [Expansion.Step] = []
    private var evidence: [Expansion.Evidence]
    private var wasAsked = false
    /// The earlier record that lacks nothing but the web archive's word.
    private var resumed: Expansion?
    /// How often it has waited for a service that wanted to be left alone.
    private var waits = 0
    /// How long the service of the last request wants to be left alone, in seconds; for the caller to take.
    private(set) var pause: Double?
    /// How long the web archive does.
    private(set) var archivePause: Double?

    init(_ link: LinkRequest, rules: Rules) {
        self.init(link, rules: Shared(rules), chainRules: Shared(rules.chain))
    }

    init(_ link: LinkRequest, rules: Shared<Rules>, chainRules: Shared<ChainState.Rules>) {
        (self.link, shared) = (link, rules)
        chain = ChainState(rules: chainRules)
        evidence = link.evidence
    }

    /// The first step. `now` is the time in ISO 8601 UTC, here and below.
    mutating func begin(now: String) -> Step {
        if let shown = link.shown.flatMap(Self.webURL), !evidence.contains(where: { $0.kind == .page && $0.url == shown }) {
            evidence.append(Expansion.Evidence(kind: .page, url: shown))
        }
        if let previous = link.previous, previous.awaitsArchive, rules.archive != nil, !rules.offline {
            resumed = previous
            steps = previous.steps.map { $0.filter { $0.step != .wayback && $0.step != .live } } ?? []
            return fallBack(ChainState.End(status: previous.status, error: previous.error), now: now)
        }
        return take(chain.begin(link.url), now: now)
    }

    /// The next step after a request.
    mutating func advance(_ report: HopReport, of request: WebRequest, now: String) -> Step {
        (pause, archivePause) = (nil, nil)
        switch (rung, request.purpose) {
        case (.archive(var lookup, let end), .archive(let endpoint)):
            let step = lookup.advance(report, endpoint)
            rung = .archive(lookup, end)
            return take(step, end, now: now)
        default:
            wasAsked = true
            return take(chain.advance(report), now: now)
        }
    }

    /// The next step once it is known what the host does with a code that nobody made.
    mutating func probed(_ finding: Probe.Finding, now: String) -> Step {
        guard case .probe(let asked, let end) = rung else { return finish(.undetermined, nil, now: now) }
        rung = .live
        switch finding {
        case .unknown:
            // What it says cannot be trusted yet.
            return .finish(putOff("\(asked.host) could not be asked for a code that nobody made", retryAfter: nil, now: now))
        case .sendsTo(let site) where site == chain.current.map({ String($0.site) }) || site == nextSite(after: asked):
            steps.append(Expansion.Step(.probe, "\(asked.host) sends a code that nobody made to \(site), too: it is parked"))
            chain.forget(after: asked)
            let failure = Expansion.Failure(
                class: "parked", message: "\(asked.host) answers to any code, so what it answers is no destination")
            return fallBack(ChainState.End(status: .hostDead, error: failure), now: now)
        case .sendsTo, .sendsNowhere:
            steps.append(Expansion.Step(.probe, "\(asked.host) does not send a code that nobody made there"))
            return finish(.resolved, end.error, now: now)
        }
    }

    /// The site to which the chain went on from a URL.
    private func nextSite(after url: WebURL) -> String? {
        guard let hop = chain.chain.first(where: { $0.url == url.text }), let location = hop.location,
            let target = try? WebURL(location, relativeTo: url)
        else { return nil }
        return String(target.site)
    }

    /// Whether it may wait once more for a service that wants to be left alone for a moment, and ask again.
    mutating func mayAskAgain() -> Bool {
        waits += 1
        return waits <= 2
    }

    /// The end of a link that waits for nothing any more, because its turn is not worth waiting for.
    mutating func putOff(_ message: String, retryAfter: String?, now: String) -> Expansion {
        let failure = Expansion.Failure(class: Self.putOffClass, message: message)
        return expansion(.undetermined, final: chain.learned, failure, retryAfter: retryAfter, now: now)
    }

    /// The end of a link whose lookup in the archive was not worth waiting for.
    mutating func putOffArchive(_ message: String, seconds: Double, now: String) -> Expansion {
        guard case .archive(_, let end) = rung else { return putOff(message, retryAfter: nil, now: now) }
        steps.append(Expansion.Step(.wayback, "put off: \(message)"))
        return expansion(end.status, final: chain.learned, end.error, retryAfter: Self.later(seconds), now: now)
    }

    /// A URL that somebody else says, where it is one for the web.
    private static func webURL(_ text: String) -> String? {
        guard let url = try? WebURL(text), url.scheme == "http" || url.scheme == "https" else { return nil }
        return url.text(inheriting: nil)
    }

    // MARK: - Rungs

    private mutating func take(_ step: ChainState.Step, now: String) -> Step {
        switch step {
        case .ask(let request):
            guard rules.offline else { return .ask(request) }
            let failure = Expansion.Failure(class: Self.offlineClass, message: "nobody was asked")
            return fallBack(ChainState.End(status: .undetermined, error: failure), now: now)
        case .end(let end):
            pause = end.pause
            guard end.status == .resolved else { return fallBack(end, now: now) }
            if let host = hostToProbe {
                rung = .probe(host, end)
                return .probe(host)
            }
            return finish(.resolved, end.error, now: now)
        }
    }

    /// The first host that has sent the link to another site and is not known to be an honest shortener.
    private var hostToProbe: WebURL? {
        zip(chain.chain, chain.asked).first { hop, url in
            hop.type != nil && isDoubtful(url) && nextSite(after: url) != String(url.site)
        }?.1
    }

    private func isDoubtful(_ url: WebURL) -> Bool {
        guard let service = rules.chain.services.service(ofHost: url.host) else { return url.looksShort }
        return service.isShortener && (service.doubtful == true || service.lastVerified == nil)
    }

    /// The link's own servers have not told: who else knows?
    private mutating func fallBack(_ end: ChainState.End, now: String) -> Step {
        let retryAfter = end.pause.map(Self.later)
        // What a warning names is where the link leads.
        let isNamed = end.error?.class == "warning" && chain.learned != nil
        guard end.status != .refused, !isNamed else {
            return finish(end.status, end.error, retryAfter: retryAfter, now: now)
        }
        if let known = knownEarlier, end.error?.class != Self.offlineClass {
            note(end)
            steps.append(Expansion.Step(.known, "it led there when it was resolved"))
            return .finish(expansion(.archived, final: known.final, via: known.via, end.error, retryAfter: retryAfter, now: now))
        }
        guard Self.isWorthAsking(end) else { return finish(end.status, end.error, retryAfter: retryAfter, now: now) }
        if end.error?.class != Self.offlineClass { note(end) }
        if let shown = evidence.first(where: { $0.kind == .page }) {
            return rest(on: shown, .page, "the page shows where it leads", end, now: now)
        }
        // The import has put the target first that it chose by the day of the comment.
        if let dump = evidence.first(where: { $0.kind == .dump && Self.webURL($0.url) != nil }) {
            return rest(on: dump, .dump, "\(dump.source ?? "a dump") has it", end, now: now)
        }
        if let capture = evidence.first(where: { $0.kind == .wayback }) {
            return rest(on: capture, .wayback, "a capture of \(capture.at ?? "unknown date"), known from earlier", end, now: now)
        }
        guard !rules.offline, let archive = rules.archive, let wanted = wantedURL else {
            return finish(end.status, end.error, now: now)
        }
        var lookup = WaybackLookup(of: wanted, date: link.published, base: archive, services: rules.chain.services)
        let step = lookup.begin()
        rung = .archive(lookup, end)
        return take(step, end, now: now)
    }

    private mutating func note(_ end: ChainState.End) {
        steps.append(Expansion.Step(.live, status: end.status, end.error?.message ?? end.status.rawValue))
    }

    /// Where the link's own servers once said that it leads: no failure of theirs makes that untrue.
    private var knownEarlier: (final: String, via: Expansion.Via?)? {
        guard let previous = link.previous, previous.status == .resolved || previous.status == .archived, let final = previous.final else {
            return nil
        }
        switch previous.via {
        case .dump, .wayback, .local: return nil
        case .redirect, .metaRefresh, .script, .interstitial, nil: return (final, previous.via)
        }
    }

    /// Others know nothing of a link that may not be asked, and a service that has had enough will tell itself, later.
    private static func isWorthAsking(_ end: ChainState.End) -> Bool {
        switch end.status {
        case .refused, .resolved, .archived: false
        case .blocked: end.error?.class != Expansion.Failure.throttled
        case .undetermined: end.error?.class != Expansion.Failure.throttled
        case .gone, .hostDead, .loop: true
        }
    }

    /// The link, or the last short link that it has led to.
    private var wantedURL: WebURL? {
        if let learned = resumed?.final.flatMap({ try? WebURL($0) }), rules.chain.services.isShortener(host: learned.host) {
            return learned
        }
        return chain.code ?? (try? WebURL(link.url))
    }

    private mutating func take(_ step: WaybackLookup.Step, _ end: ChainState.End, now: String) -> Step {
        switch step {
        case .ask(let request): return .ask(request)
        case .found(let found):
            if !evidence.contains(found) { evidence.append(found) }
            return rest(on: found, .wayback, "a capture of \(found.at ?? "unknown date")", end, now: now)
        case .nothing(let reason):
            steps.append(Expansion.Step(.wayback, "nothing: \(reason)"))
            return finish(end.status, end.error, now: now)
        case .putOff(let seconds, let reason):
            archivePause = seconds
            return .finish(putOffArchive(reason, seconds: seconds, now: now))
        }
    }

    // MARK: - The end

    /// The answer rests on what somebody else says.
    private mutating func rest(
        on found: Expansion.Evidence, _ step: Expansion.Step.Kind, _ outcome: String, _ end: ChainState.End, now: String
    ) -> Step {
        steps.append(Expansion.Step(step, outcome))
        evidence.removeAll { $0 == found }
        evidence.insert(found, at: 0)
        let via: Expansion.Via = step == .wayback ? .wayback : step == .dump ? .dump : .local
        let error = end.error?.class == Self.offlineClass ? nil : end.error
        return .finish(expansion(.archived, final: found.url, via: via, error, retryAfter: nil, now: now))
    }

    private func finish(_ status: Expansion.Status, _ error: Expansion.Failure?, retryAfter: String? = nil, now: String) -> Step {
        // In a loop, every URL told is a code, and none an error page.
        let final = status == .resolved ? chain.final : status == .loop ? chain.lastTold : chain.learned
        return .finish(expansion(status, final: final, error, retryAfter: retryAfter, now: now))
    }

    private func expansion(
        _ status: Expansion.Status, final: String?, via: Expansion.Via? = nil, _ error: Expansion.Failure?, retryAfter: String?, now: String
    ) -> Expansion {
        let isPutOff = error?.class == Self.putOffClass || error?.class == Self.offlineClass
        // Being decoded is being known; being put off is not being tried.
        let wasTried = wasAsked || !isPutOff && via == nil || status == .archived && !rules.offline
        let all = chain.decoded + evidence
        if let resumed { return completed(resumed, status, final: final, via: via, retryAfter: retryAfter) }
        return Expansion(
            url: link.url, status: status, final: final, cleaned: final.flatMap(rules.clean), via: final == nil ? nil : via ?? chain.via,
            title: status == .resolved ? chain.title : nil, chain: chain.chain, checkedAt: now,
            attempts: link.earlierAttempts + (wasTried ? 1 : 0), retryAfter: retryAfter, error: error,
            steps: steps.isEmpty ? nil : steps, evidence: all.isEmpty ? nil : all)
    }

    /// The earlier record with what the web archive has told by now. It is the same attempt still.
    private func completed(
        _ earlier: Expansion, _ status: Expansion.Status, final: String?, via: Expansion.Via?, retryAfter: String?
    ) -> Expansion {
        var record = earlier
        if status != earlier.status { record.strikes = nil }
        record.status = status
        if status == .archived { (record.final, record.cleaned, record.via) = (final, final.flatMap(rules.clean), via) }
        record.retryAfter = retryAfter
        record.steps = steps.isEmpty ? nil : steps
        record.evidence = evidence.isEmpty ? nil : evidence
        return record
    }

    private static func later(_ seconds: Double) -> String {
        Date(timeIntervalSinceNow: seconds).formatted(.iso8601)
    }
}

extension LinkLadder.Rules {
    init(_ options: ResolverOptions) {
        chain = ChainState.Rules(
            policy: RequestPolicy(allowPrivate: options.allowPrivate, allowedPorts: options.allowedPorts), maxHops: options.maxHops,
            services: options.services, checkTarget: options.checkTarget, retries: options.retries, retryDelay: options.retryDelay,
            agents: Agents(mayDiffer: options.userAgent == ResolverOptions.ownUserAgent))
        offline = options.offline
        archive = options.archive.flatMap { try? WebURL($0.base) }
        clean = { [cleaner = options.cleaner] in cleaner.cleaned($0) }
    }
}

extension Expansion {
    /// Whether nobody was asked and nothing was found out, because that was not wanted now or would have been too much for a server: what
    /// is known of the link is what was known before.
    public var isPutOff: Bool { error?.class == LinkLadder.putOffClass || error?.class == LinkLadder.offlineClass }
}
