import ShortLinks
import ThreadModel

/// The way of one link from hop to hop, without a network: it is told what each request brought and says what to do next.
struct ChainState: Sendable {
    /// What holds for all links of a run.
    struct Rules: Sendable {
        var policy: RequestPolicy
        var maxHops: Int
        var shorteners: ServiceTable
    }

    enum Step: Sendable {
        case ask(WebURL)
        case finish(Expansion)
    }

    let link: LinkRequest
    private let rules: Rules
    /// What was asked before, in the form of ``WebURL/text``.
    private var visited: Set<String> = []
    private var chain: [Expansion.Hop] = []
    private var first: WebURL?
    private var current: WebURL?
    /// RFC 9110, section 10.2.2: a fragment lasts until a redirect brings its own.
    private var fragment: String?

    init(link: LinkRequest, rules: Rules) {
        self.link = link
        self.rules = rules
    }

    /// The first step. `now` is the time of day in ISO 8601, for a link that is finished before it began.
    mutating func begin(now: String) -> Step {
        do throws(WebURL.Problem) {
            let url = try WebURL(link.url)
            first = url
            return go(to: url, now: now)
        } catch {
            let failure = Expansion.Failure(class: "url", message: "not a URL that can be asked: \(error.message)")
            return .finish(expansion(.refused, final: nil, error: failure, now: now))
        }
    }

    /// The next step after a request for the URL that was last asked.
    mutating func advance(_ report: HopReport, now: String) -> Step {
        guard let url = current, let first else { return begin(now: now) }
        var hop = Expansion.Hop(url: url.text, at: report.at, ip: report.ip, ms: report.milliseconds)
        switch report.result {
        case .refused(let refusal):
            // No request was sent, so the chain does not list one.
            return finishRefused(url, refusal, now: now)
        case .failure(let failure):
            chain.append(hop)
            let verdict = Verdict(of: failure)
            return .finish(expansion(verdict.status, final: learned, error: verdict.error, now: now))
        case .answer(let answer):
            hop.status = answer.status
            if let lead = Lead(answer) {
                hop.type = lead.kind
                hop.location = lead.target
                return follow(lead, hop: hop, answer: answer, from: url, now: now)
            }
            chain.append(hop)
            return finish(answer, from: url, link: first, now: now)
        }
    }

    private mutating func follow(_ lead: Lead, hop: Expansion.Hop, answer: Answer, from url: WebURL, now: String) -> Step {
        do throws(WebURL.Problem) {
            let target = try WebURL(lead.target, relativeTo: url)
            if lead.kind != .location, target.text == url.text {
                // A page that refreshes itself does not lead on.
                var last = hop
                (last.type, last.location) = (nil, nil)
                chain.append(last)
                return finish(answer, from: url, link: first ?? url, now: now)
            }
            chain.append(hop)
            return go(to: target, now: now)
        } catch {
            chain.append(hop)
            let failure = Expansion.Failure(class: "url", message: "\(url.host) leads to what is not a URL: \(error.message)")
            return .finish(expansion(.refused, final: learned, error: failure, now: now))
        }
    }

    private mutating func go(to url: WebURL, now: String) -> Step {
        current = url
        fragment = url.fragment ?? fragment
        if let refusal = rules.policy.refusal(of: url) { return finishRefused(url, refusal, now: now) }
        guard visited.insert(url.text).inserted else {
            let failure = Expansion.Failure(class: "loop", message: "the chain comes back to \(url.text)")
            return .finish(expansion(.loop, final: learned, error: failure, now: now))
        }
        guard chain.count < rules.maxHops else {
            let failure = Expansion.Failure(class: "too-many-hops", message: "the chain does not end within \(rules.maxHops) requests")
            return .finish(expansion(.loop, final: learned, error: failure, now: now))
        }
        return .ask(url)
    }

    private func finish(_ answer: Answer, from url: WebURL, link: WebURL, now: String) -> Step {
        let verdict = Verdict(of: answer, from: url, link: link, shorteners: rules.shorteners)
        let final = verdict.status == .resolved ? url.text(inheriting: fragment) : learned
        return .finish(expansion(verdict.status, final: final, error: verdict.error, now: now))
    }

    private func finishRefused(_ url: WebURL, _ refusal: RequestPolicy.Refusal, now: String) -> Step {
        let failure = Expansion.Failure(class: refusal.kind, message: refusal.message)
        return .finish(expansion(.refused, final: learned, error: failure, now: now))
    }

    /// The last URL that the chain told of, if it told of any but the link itself.
    private var learned: String? {
        guard let current, let first, current.text != first.text else { return nil }
        return current.text(inheriting: fragment)
    }

    private func expansion(_ status: Expansion.Status, final: String?, error: Expansion.Failure?, now: String) -> Expansion {
        let leads = chain.compactMap(\.type)
        let via: Expansion.Via? = final == nil ? nil : leads.last.map { $0 == .metaRefresh ? .metaRefresh : .redirect }
        return Expansion(
            url: link.url, status: status, final: final, via: via, chain: chain, checkedAt: now, attempts: link.earlierAttempts + 1,
            error: error)
    }
}

/// How an answer leads on, in the order of trust: `Location`, then `Refresh`, then the page.
private struct Lead {
    /// Those of the 3xx that have a target (RFC 9110, section 15.4); not 304, which is about a cache, nor 305 and 306, which are history.
    private static let redirects: Set<Int> = [300, 301, 302, 303, 307, 308]

    var kind: Expansion.Hop.Kind
    var target: String

    init?(_ answer: Answer) {
        if Self.redirects.contains(answer.status), let location = answer.location, !location.isEmpty {
            self.init(kind: .location, target: location)
        } else if let directive = answer.refresh.flatMap(RefreshDirective.parse), directive.delay <= RefreshDirective.longestDelay,
            let url = directive.url
        {
            self.init(kind: .refreshHeader, target: url)
        } else if let target = answer.pageRefresh {
            self.init(kind: .metaRefresh, target: target)
        } else {
            return nil
        }
    }

    private init(kind: Expansion.Hop.Kind, target: String) {
        self.kind = kind
        self.target = target
    }
}
