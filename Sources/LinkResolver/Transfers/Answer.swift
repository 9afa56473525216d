import ThreadModel

/// A request that is to be made, and how.
struct WebRequest: Hashable, Sendable {
    enum Purpose: Hashable, Sendable {
        /// A hop of the link's own chain.
        case hop
        /// A code that nobody can have made, to see whether the host answers to anything.
        case probe
        /// A question to a web archive, at this kind of endpoint.
        case archive(ArchiveEndpoint)
    }

    var url: WebURL
    var purpose = Purpose.hop
    /// Whom it claims to come from, in place of the run's user agent.
    var agent: String?
    /// How long to wait before it, beyond its turn.
    var delay = Duration.zero
}

/// What came of one request, with everything that decides where the chain goes.
struct HopReport: Sendable {
    enum Result: Sendable {
        case answer(Answer)
        case failure(HopFailure)
        /// The connection was not made: the address that the host's name led to is not allowed.
        case refused(RequestPolicy.Refusal)
    }

    var result: Result
    /// When the request was sent, ISO 8601 in UTC.
    var at: String
    var milliseconds: Int
    /// The address that answered.
    var ip: String?
}

/// The header fields that decide anything, as text (``LocationText/text(of:)``); of several of one name the first.
struct HeaderFields: Hashable, Sendable {
    enum Name: String, CaseIterable, Sendable {
        case location = "Location"
        case refresh = "Refresh"
        case contentType = "Content-Type"
        case retryAfter = "Retry-After"
        /// Cloudflare's: `challenge` where it wants to see a person.
        case cfMitigated = "cf-mitigated"
        /// RFC 7089: the answer is a capture, of this time.
        case mementoDatetime = "Memento-Datetime"
        case link = "Link"
        /// Why the Wayback Machine does not serve a capture.
        case waybackError = "X-Archive-Wayback-Runtime-Error"

        /// Whether only web archives have something to say with it.
        var isOfArchives: Bool { self == .mementoDatetime || self == .link || self == .waybackError }
    }

    private var values: [Name: String] = [:]

    init(_ values: [Name: String] = [:]) { self.values = values }

    subscript(_ name: Name) -> String? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// The `charset` parameter of the `Content-Type` (RFC 9110, section 8.3).
    var charset: String? {
        guard let type = values[.contentType] else { return nil }
        for parameter in type.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1).map { $0.trimming { $0.isWhitespace || $0 == "\"" } }
            if parts.count == 2, parts[0].lowercased() == "charset" { return parts[1] }
        }
        return nil
    }
}

extension Substring {
    fileprivate func trimming(_ isEdge: (Character) -> Bool) -> String {
        var text = drop(while: isEdge)
        while let last = text.last, isEdge(last) { text.removeLast() }
        return String(text)
    }
}

/// An HTTP answer: its head, and what there is of its body.
struct Answer: Hashable, Sendable {
    /// How much of the body is known.
    enum Body: Hashable, Sendable {
        /// All that was wanted.
        case read
        /// The rest was too much.
        case capped
        /// The rest never came: why.
        case broken(HopFailure)
    }

    var status: Int
    var headers = HeaderFields()
    /// The body's bytes, where they were wanted.
    var page: [UInt8] = []
    var body = Body.read
}

/// Why a request got no answer.
struct HopFailure: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// The resolver says that there is no such name.
        case noSuchName
        /// The name could not be looked up this time.
        case nameUnknown
        /// The host exists and accepts no connection.
        case connectionRefused
        case unreachable, timeout, tls, headersTooLarge, proxy, malformed, broken
    }

    var kind: Kind
    var message: String

    /// The record's error class.
    var className: String {
        switch kind {
        case .noSuchName, .nameUnknown: "dns"
        case .connectionRefused, .unreachable: "connect"
        case .timeout: "timeout"
        case .tls: "tls"
        case .headersTooLarge: "too-large"
        case .proxy: "proxy"
        case .malformed: "protocol"
        case .broken: "broken"
        }
    }

    /// Whether it proves that the host is gone, as opposed to a bad day of it or of ours.
    var provesHostDead: Bool { kind == .noSuchName || kind == .connectionRefused }
}
