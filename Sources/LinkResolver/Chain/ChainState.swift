import ShortLinks
import ThreadModel

/// The way of one link from hop to hop, without a network: it is told what each request brought and says what to do next.
struct ChainState: Sendable {
    /// What holds for all links of a run.
    struct Rules: Sendable {
        var policy: RequestPolicy
        var maxHops: Int
        var services: ServiceTable
        /// Whether the destination is asked, too.
        var checkTarget = true
        /// How often a hop is asked again whose server is in trouble.
        var retries = 0
        /// The pause before that, for the first time; then four times as long.
        var retryDelay = Duration.seconds(1)
        var agents = Agents()
    }

    /// Where a chain ends.
    struct End: Sendable {
        var status: Expansion.Status
        var error: Expansion.Failure?
        /// The service asked not to be asked again for so long, in seconds.
        var pause: Double?
    }

    enum Step: Sendable {
        case ask(WebRequest)
        case end(End)
    }

    private let shared: Shared<Rules>
    private var rules: Rules { _read { yield shared.value } }
    /// What was asked before, in the form of ``WebURL/text``, with the agent that asked.
    private var visited: Set<String> = []
    private(set) var chain: [Expansion.Hop] = []
    /// What each hop of the chain has asked, parsed.
    private(set) var asked: [WebURL] = []
    /// The steps of decoding: a link that holds its target is not asked.
    private(set) var decoded: [Expansion.Evidence] = []
    private var first: WebURL?
    private(set) var current: WebURL?
    /// How the current URL was found.
    private(set) var via: Expansion.Via?
    /// RFC 9110, section 10.2.2: a fragment lasts until a redirect brings its own.
    private var fragment: String?
    /// The title of the page at which the chain has arrived, where that was asked for.
    private(set) var title: String?
    private var otherAgent: String?
    private var tries = 0

    init(rules: Shared<Rules>) { shared = rules }

    /// The first step.
    mutating func begin(_ link: String) -> Step {
        do throws(WebURL.Problem) {
            let url = try WebURL(link)
            first = url
            return go(to: url, via: nil)
        } catch {
            return end(.refused, "url", "not a URL that can be asked: \(error.message)")
        }
    }

    /// The last URL that the chain told of, if it told of any but the link itself, or another page of the link's own service: its front
    /// page, or what it shows in place of a code that it does not know.
    var learned: String? {
        guard let current, let first else { return nil }
        let service = rules.services.service(ofHost: current.host)
        if let service, service.isShortener, service === rules.services.service(ofHost: first.host) { return nil }
        return lastTold
    }

    /// The last URL that the chain told of, whosesoever it is, if it told of any but the link itself.
    var lastTold: String? {
        guard let current, let first, current.text != first.text else { return nil }
        return current.text(inheriting: fragment)
    }

    /// The first URL of the chain that is a code of the service at which the chain stands; `nil` where that is no shortener.
    var code: WebURL? {
        guard let current, let service = rules.services.service(ofHost: current.host), service.isShortener else { return nil }
        return ([first ?? current] + asked + [current]).first { rules.services.service(ofHost: $0.host) === service }
    }

    /// What a parked host has said is not kept as if it were learned: back to the URL that it answered.
    mutating func forget(after url: WebURL) { (current, via, fragment) = (url, url.text == first?.text ? nil : .redirect, first?.fragment) }

    /// The URL that the link leads to once the chain has arrived.
    var final: String? { current?.text(inheriting: fragment) }

    /// The next step after a request for the URL that was last asked.
    mutating func advance(_ report: HopReport) -> Step {
        guard let url = current else { return end(.undetermined, "url", "nothing was asked") }
        var hop = Expansion.Hop(url: url.text, at: report.at, ip: report.ip, ms: report.milliseconds)
        switch report.result {
        case .refused(let refusal):
            // No request was sent, so the chain does not list one.
            return end(.refused, refusal.kind, refusal.message)
        case .failure(let failure):
            append(hop, url)
            if failure.kind == .broken, let again = again(url) { return again }
            let verdict = Verdict(of: failure)
            return .end(End(status: verdict.status, error: verdict.error))
        case .answer(let answer):
            hop.status = answer.status
            let service = rules.services.service(ofHost: url.host)
            if let lead = Lead(ofHead: answer) { return follow(lead, hop: hop, answer: answer, from: url) }
            let mayLead = (200..<400).contains(answer.status)
            let reading = PageReading(answer.page, charset: answer.headers.charset, at: url, service: service)
            if let refusal = reading.refusal { return refuse(refusal, hop: hop, printed: reading.lead, at: url, answer) }
            // The page of an error sends people on to where it is nicer, not to where the link led.
            if mayLead, let lead = reading.lead { return follow(lead, hop: hop, answer: answer, from: url) }
            append(hop, url)
            return finish(answer, from: url)
        }
    }

    private mutating func append(_ hop: Expansion.Hop, _ url: WebURL) {
        chain.append(hop)
        asked.append(url)
    }

    // MARK: - Going on

    private mutating func follow(_ lead: Lead, hop: Expansion.Hop, answer: Answer, from url: WebURL) -> Step {
        var hop = hop
        do throws(WebURL.Problem) {
            let target = try WebURL(lead.target, relativeTo: url)
            if lead.kind != .location, target.text == url.text {
                // A page that refreshes itself does not lead on.
                append(hop, url)
                return finish(answer, from: url)
            }
            (hop.type, hop.location) = (lead.kind, LocationText.withoutUserInfo(lead.target))
            append(hop, url)
            tries = 0
            otherAgent = nil
            if let service = rules.services.service(ofHost: url.host), let step = warning(target, of: service, at: url) { return step }
            return go(to: target, via: lead.kind.via)
        } catch {
            (hop.type, hop.location) = (lead.kind, LocationText.withoutUserInfo(lead.target))
            append(hop, url)
            return end(.refused, "url", "\(url.host) leads to what is not a URL: \(error.message)")
        }
    }

    private mutating func go(to url: WebURL, via kind: Expansion.Via?) -> Step {
        let isFirst = current == nil
        (current, via) = (url, kind)
        fragment = url.fragment ?? fragment
        let service = rules.services.service(ofHost: url.host)
        if let target = LocalDecoding.target(of: url, service: service), let decodedURL = try? WebURL(target), decoded.count < rules.maxHops
        {
            decoded.append(Expansion.Evidence(kind: .local, url: decodedURL.text(inheriting: nil), source: url.text))
            return go(to: decodedURL, via: .local)
        }
        let isArrived = !isFirst && !mayLeadOn(url)
        // Which port a page has that nobody asks for does not matter.
        if let refusal = rules.policy.refusal(of: url), !isArrived || refusal.kind != "port" {
            return end(.refused, refusal.kind, refusal.message)
        }
        if isArrived { return .end(End(status: .resolved)) }
        if let closed = service?.closed {
            return end(.hostDead, "closed", "\(url.host) has been closed since \(closed): what answers there today is no shortener")
        }
        guard visited.insert(url.text).inserted else { return end(.loop, "loop", "the chain comes back to \(url.text)") }
        guard chain.count < rules.maxHops else {
            return end(.loop, "too-many-hops", "the chain does not end within \(rules.maxHops) requests")
        }
        return .ask(request(url))
    }

    /// Whether a URL is asked where only short links are: shorteners, what looks like one, and the link's own site.
    private func mayLeadOn(_ url: WebURL) -> Bool {
        rules.checkTarget || rules.services.isShortener(host: url.host) || url.site == first?.site || url.looksShort
    }

    private func request(_ url: WebURL, delay: Duration = .zero) -> WebRequest {
        let service = rules.services.service(ofHost: url.host)
        var asked = url
        if let query = service?.query, url.query == nil, let withQuery = try? WebURL("\(url.text)?\(query)") { asked = withQuery }
        return WebRequest(url: asked, agent: otherAgent ?? rules.agents.agent(for: service), delay: delay)
    }

    /// The same request once more, where its server is in trouble; `nil` when it has had its chances.
    private mutating func again(_ url: WebURL) -> Step? {
        guard tries < rules.retries, chain.count < rules.maxHops else { return nil }
        tries += 1
        // Not all at once: others were in trouble at the same moment.
        let jitter = Double.random(in: 0.75...1.25)
        return .ask(request(url, delay: rules.retryDelay * (tries == 1 ? jitter : 4 * jitter)))
    }

    // MARK: - Ending

    private mutating func finish(_ answer: Answer, from url: WebURL) -> Step {
        let service = rules.services.service(ofHost: url.host)
        let verdict = Verdict(of: answer, from: url, link: first ?? url, services: rules.services)
        if verdict.status == .undetermined, (500...599).contains(answer.status), answer.headers[.cfMitigated] == nil, let again = again(url)
        {
            return again
        }
        if verdict.mayBeOverProfile, otherAgent == nil, rules.agents.mayDiffer, chain.count < rules.maxHops {
            otherAgent = rules.agents.other(than: rules.agents.agent(for: service))
            return .ask(request(url))
        }
        if verdict.status == .resolved, (200..<300).contains(answer.status) {
            title = PageTitle.read(answer.page, charset: answer.headers.charset)
        }
        return .end(End(status: verdict.status, error: verdict.error, pause: verdict.pause))
    }

    private func end(_ status: Expansion.Status, _ kind: String, _ message: String) -> Step {
        .end(End(status: status, error: Expansion.Failure(class: kind, message: message)))
    }

    /// A redirect to a page of the service that warns or refuses. What it says of the target is kept; the page itself is no destination.
    private mutating func warning(_ target: WebURL, of service: Service, at url: WebURL) -> Step? {
        let printed = service.interstitials?.first { $0.url.map(target.begins) == true && $0.parameter != nil }
            .flatMap { rule in rule.parameter.flatMap(target.parameter) }.flatMap { try? WebURL($0) }
        let refusal = service.refusals?.first { $0.url.map(target.begins) == true }
        if let printed {
            fragment = printed.fragment
            guard let refusal else { return go(to: printed, via: .interstitial) }
            (current, via) = (printed, .interstitial)
            return stop(refusal.reason, "\(url.host) sends to its page \(target.site)\(target.path)")
        }
        return refusal.map { stop($0.reason, "\(url.host) sends to its page \(target.site)\(target.path)") }
    }

    private mutating func refuse(_ refusal: PageReading.Refusal, hop: Expansion.Hop, printed: Lead?, at url: WebURL, _ answer: Answer)
        -> Step
    {
        var hop = hop
        if let printed, let target = try? WebURL(printed.target, relativeTo: url) {
            (hop.type, hop.location) = (printed.kind, LocationText.withoutUserInfo(printed.target))
            (current, via) = (target, .interstitial)
        }
        append(hop, url)
        return stop(refusal.reason, refusal.message, pause: Verdict.pause(of: answer))
    }

    private func stop(_ reason: Service.Refusal.Reason, _ message: String, pause: Double? = nil) -> Step {
        switch reason {
        case .blocked: end(.blocked, "warning", message)
        case .gone: end(.gone, "expired", message)
        case .throttled:
            .end(
                End(
                    status: .blocked, error: Expansion.Failure(class: Expansion.Failure.throttled, message: message),
                    pause: pause ?? Verdict.usualPause))
        }
    }
}

extension Expansion.Hop.Kind {
    fileprivate var via: Expansion.Via {
        switch self {
        case .location, .refreshHeader: .redirect
        case .metaRefresh: .metaRefresh
        case .script: .script
        case .frame, .interstitial: .interstitial
        }
    }
}

extension Lead {
    /// Those of the 3xx that have a target (RFC 9110, section 15.4); not 304, which is about a cache, nor 305 and 306, which are history.
    private static let redirects: Set<Int> = [300, 301, 302, 303, 307, 308]

    /// `Location` first, then `Refresh`.
    init?(ofHead answer: Answer) {
        if Self.redirects.contains(answer.status), let location = answer.headers[.location], !location.isEmpty {
            self.init(kind: .location, target: location)
        } else if (200..<400).contains(answer.status), let directive = answer.headers[.refresh].flatMap(RefreshDirective.parse),
            directive.delay <= RefreshDirective.longestDelay, let url = directive.url
        {
            self.init(kind: .refreshHeader, target: url)
        } else {
            return nil
        }
    }
}

/// What many hold and nobody changes: handed about without being copied.
final class Shared<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}
