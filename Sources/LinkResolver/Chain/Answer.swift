import ThreadModel

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

/// An HTTP answer: its head, and what its body had to say.
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
    /// The `Location` header's bytes as text (``LocationText/text(of:)``).
    var location: String?
    /// The `Refresh` header, likewise.
    var refresh: String?
    /// Where a `<meta http-equiv=refresh>` in the page leads.
    var pageRefresh: String?
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
