import Foundation
import ShortLinks
import ThreadModel

/// What an HTTP answer that leads no further says about the link. All rules of status are in this file.
///
/// The question is who answers. Once a chain has left the link's own host and every shortener, the link has done its work: it is
/// resolved, whatever the destination says of itself. Before that, the answer is about the link.
struct Verdict: Hashable, Sendable {
    /// How long a service is left alone that does not say how long, in seconds.
    static let usualPause = 60.0

    var status: Expansion.Status
    var error: Expansion.Failure?
    /// How long the service asks to be left alone, in seconds.
    var pause: Double?
    /// Whether another user agent may be told something else.
    var mayBeOverProfile = false

    /// - Parameters:
    ///   - link: the URL that the chain began with.
    ///   - url: the URL that answered.
    init(of answer: Answer, from url: WebURL, link: WebURL, services: ServiceTable) {
        let onShortener = services.isShortener(host: url.host)
        let arrived = !onShortener && url.site != link.site
        let httpError = Expansion.Failure(class: "http-status", message: "\(url.host) answers with HTTP status \(answer.status)")
        switch answer.status {
        case _ where arrived:
            status = .resolved
            error = answer.status >= 400 ? httpError : nil
            // The link has done its work; its destination is left alone all the same where it asks for that.
            if [420, 429].contains(answer.status) || answer.status == 503 && answer.headers[.retryAfter] != nil {
                pause = Self.pause(of: answer) ?? Self.usualPause
            }
        case 404, 410:
            (status, error) = (.gone, httpError)
        case 420, 429:
            // 420 was Twitter's way of saying 429.
            (status, error) = (.blocked, Expansion.Failure(class: Expansion.Failure.throttled, message: httpError.message))
            pause = Self.pause(of: answer) ?? Self.usualPause
        case 503 where answer.headers[.retryAfter] != nil:
            (status, error) = (.undetermined, Expansion.Failure(class: Expansion.Failure.throttled, message: httpError.message))
            pause = Self.pause(of: answer)
        case _ where answer.headers[.cfMitigated] == "challenge":
            status = .blocked
            error = Expansion.Failure(class: "challenge", message: "\(url.host) wants to see that a person asks")
            mayBeOverProfile = true
        case 401, 451:
            (status, error) = (.blocked, httpError)
        case 403, 999:
            // 999 is LinkedIn's.
            (status, error, mayBeOverProfile) = (.blocked, httpError, true)
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

    /// How long the answer asks us to wait, in seconds, by `Retry-After`; at most a day.
    static func pause(of answer: Answer, now: Date = Date()) -> Double? {
        answer.headers[.retryAfter].flatMap { RetryAfter.seconds($0, now: now) }.map { min($0, 86_400) }
    }

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
