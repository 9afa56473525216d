import ShortLinks
import ThreadModel

/// What an HTTP answer that leads no further says about the link. All rules of status are in this file.
///
/// The question is who answers. Once a chain has left the link's own host and every shortener, the link has done its work: it is
/// resolved, whatever the destination says of itself. Before that, the answer is about the link.
struct Verdict: Hashable, Sendable {
    var status: Expansion.Status
    var error: Expansion.Failure?

    /// - Parameters:
    ///   - link: the URL that the chain began with.
    ///   - url: the URL that answered.
    init(of answer: Answer, from url: WebURL, link: WebURL, shorteners: ServiceTable) {
        let onShortener = shorteners.isShortener(host: url.host)
        let arrived = !onShortener && Self.bare(url.host) != Self.bare(link.host)
        let httpError = Expansion.Failure(class: "http-status", message: "\(url.host) answers with HTTP status \(answer.status)")
        switch answer.status {
        case _ where arrived:
            status = .resolved
            error = answer.status >= 400 ? httpError : nil
        case 404, 410:
            (status, error) = (.gone, httpError)
        case 401, 403, 420, 429, 451, 999:
            // 420 was Twitter's and 999 is LinkedIn's way of saying 429.
            (status, error) = (.blocked, httpError)
        case 200...299 where !onShortener:
            // Not a short link, so it leads to itself.
            (status, error) = (.resolved, nil)
        case 200...399:
            status = .undetermined
            error = Self.deadEnd(answer, at: url)
        default:
            (status, error) = (.undetermined, httpError)
        }
    }

    /// A request without an answer. A host that does not exist, or where nothing listens, is dead; all else may be better tomorrow.
    init(of failure: HopFailure) {
        status = failure.provesHostDead ? .hostDead : .undetermined
        error = Expansion.Failure(class: failure.className, message: failure.message)
    }

    /// A site's address with and without `www.` is one site: moving between them is not arriving.
    private static func bare(_ host: String) -> Substring { host.hasPrefix("www.") ? host.dropFirst(4) : Substring(host) }

    /// A shortener that answers without leading anywhere, and whether we know all it had to say.
    private static func deadEnd(_ answer: Answer, at url: WebURL) -> Expansion.Failure {
        switch answer.body {
        case .read:
            Expansion.Failure(class: "no-redirect", message: "\(url.host) answers with HTTP status \(answer.status) and leads nowhere")
        case .capped:
            Expansion.Failure(class: "too-large", message: "the page of \(url.host) leads nowhere as far as it was read, and goes on")
        case .broken(let failure):
            Expansion.Failure(class: failure.className, message: failure.message)
        }
    }
}
