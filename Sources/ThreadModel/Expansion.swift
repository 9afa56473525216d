/// What is known of where a link leads, after one attempt to find out.
///
/// Properties stand in the order in which their keys are written. An absent value is left out of the JSON.
public struct Expansion: Codable, Sendable, Hashable {
    /// How the attempt ended.
    public enum Status: String, Codable, Sendable, CaseIterable {
        /// The link leads to ``Expansion/final``.
        case resolved
        /// ``Expansion/final`` is known from a web archive only.
        case archived
        /// The shortener answers, and says that there is no such link.
        case gone
        /// A host on the way does not exist or does not accept connections.
        case hostDead = "host-dead"
        /// A host on the way answers, but refuses to serve a program.
        case blocked
        /// The chain comes back to a URL it has passed, or does not end within the allowed number of hops.
        case loop
        /// The next hop was not asked: its address, scheme or port is not allowed.
        case refused
        /// Nothing could be found out this time (time-out, server error, an answer that leads nowhere).
        case undetermined
    }

    /// How ``Expansion/final`` was found.
    public enum Via: String, Codable, Sendable {
        /// A 3xx answer with `Location`, or a `Refresh` header.
        case redirect
        /// `<meta http-equiv="refresh">` in the page.
        case metaRefresh = "meta-refresh"
        /// A script in the page.
        case script
        /// A page between, made for people.
        case interstitial
        /// Decoded from the link itself, without a request.
        case local
        /// A dump of the shortener's links.
        case dump
        /// The Internet Archive's Wayback Machine.
        case wayback
    }

    /// One request of a chain, and how its answer leads on.
    public struct Hop: Codable, Sendable, Hashable {
        /// How an answer leads to the next hop.
        public enum Kind: String, Codable, Sendable {
            /// A 3xx status with a `Location` header (RFC 9110, section 15.4).
            case location
            /// A `Refresh` header.
            case refreshHeader = "refresh-header"
            /// `<meta http-equiv="refresh">` in the page.
            case metaRefresh = "meta-refresh"
            /// A script in the page that sets the location to a string.
            case script
            /// A frame that fills the page.
            case frame
            /// The link on a page between, where the service is known to put it.
            case interstitial
        }

        /// The URL that was asked.
        public var url: String
        /// The HTTP status of the answer; absent where there was none.
        public var status: Int?
        /// How the answer leads on; absent at the end of a chain.
        public var type: Kind?
        /// The target as the answer has it, before it was made absolute.
        public var location: String?
        /// When the request was sent, in ISO 8601 UTC.
        public var at: String
        /// The address that answered.
        public var ip: String?
        /// How long the answer took, in milliseconds.
        public var ms: Int

        /// Creates a hop.
        public init(
            url: String, status: Int? = nil, type: Kind? = nil, location: String? = nil, at: String, ip: String? = nil, ms: Int
        ) {
            self.url = url
            self.status = status
            self.type = type
            self.location = location
            self.at = at
            self.ip = ip
            self.ms = ms
        }
    }

    /// What something other than the link's own server says of where the link leads.
    public struct Evidence: Codable, Sendable, Hashable {
        /// Who says it.
        public enum Kind: String, Codable, Sendable, CaseIterable {
            /// The page in which the link stands: its anchor's title, its attributes, or its text.
            case page
            /// The link itself: its target is a part of it.
            case local
            /// A dump of the shortener's links.
            case dump
            /// A web archive.
            case wayback
        }

        /// Who says it.
        public var kind: Kind
        /// Where the link leads, by this.
        public var url: String
        /// When that was so, in ISO 8601 to the precision that is known: the time of a capture, the date of a dump.
        public var at: String?
        /// Where to look it up: the URL of the capture, the name of the dump's file.
        public var source: String?

        /// Creates a piece of evidence.
        public init(kind: Kind, url: String, at: String? = nil, source: String? = nil) {
            self.kind = kind
            self.url = url
            self.at = at
            self.source = source
        }
    }

    /// A step that was taken to find out where the link leads, beside asking its own servers, and what came of it.
    public struct Step: Codable, Sendable, Hashable {
        /// What was done.
        public enum Kind: String, Codable, Sendable, CaseIterable {
            /// Looking at what was found out earlier.
            case known
            /// Looking at what the page shows.
            case page
            /// Decoding the link itself.
            case local
            /// Asking the link's own servers.
            case live
            /// Asking the host for a code that nobody can have made, to see whether it answers to anything.
            case probe
            /// Looking into the dumps that were imported.
            case dump
            /// Asking a web archive.
            case wayback
        }

        /// What was done.
        public var step: Kind
        /// What the link's own servers would have had the link be, had nobody else known more.
        public var status: Status?
        /// What came of it, for people.
        public var outcome: String

        /// Creates a step.
        public init(_ step: Kind, status: Status? = nil, _ outcome: String) {
            self.step = step
            self.status = status
            self.outcome = outcome
        }
    }

    /// Why an attempt did not end well.
    public struct Failure: Codable, Sendable, Hashable {
        /// The class of a service that has been asked too often.
        public static let throttled = "throttled"

        /// A short word for programs: `timeout`, `dns`, `connect`, `tls`, `too-large`, …
        public var `class`: String
        /// A sentence for people.
        public var message: String

        /// Creates a failure.
        public init(class: String, message: String) {
            self.class = `class`
            self.message = message
        }
    }

    /// The version of the record's form.
    public private(set) var formatVersion = recordFormatVersion
    /// Always `expansion`.
    public private(set) var type = "expansion"
    /// The link as it stands in the thread.
    public var url: String
    /// How the attempt ended.
    public var status: Status
    /// The last URL learned, also when the destination itself does not answer.
    public var final: String?
    /// ``final`` without the parameters that only track people, where that makes a difference. Never in place of ``final``.
    public var cleaned: String?
    /// How ``final`` was found.
    public var via: Via?
    /// The destination's title, only where it was asked for.
    public var title: String?
    /// Every request, in order.
    public var chain: [Hop]
    /// When the attempt ended, in ISO 8601 UTC.
    public var checkedAt: String
    /// How many times this link's servers have been asked, this attempt included; 0 where they never were.
    public var attempts: Int
    /// How many attempts in a row, this one included, have failed to find out where the link leads, for the same reason.
    public var strikes: Int?
    /// The service asked not to be asked again before this instant (`Retry-After`), in ISO 8601 UTC.
    public var retryAfter: String?
    /// Why the attempt did not end well.
    public var error: Failure?
    /// The steps that were taken, where there was more to do than to ask the link's own servers.
    public var steps: [Step]?
    /// All that is known from elsewhere of where the link leads. Where ``final`` is not from the link's own servers, it rests on the first.
    public var evidence: [Evidence]?

    /// Creates an expansion record.
    public init(
        url: String, status: Status, final: String? = nil, cleaned: String? = nil, via: Via? = nil, title: String? = nil, chain: [Hop] = [],
        checkedAt: String, attempts: Int = 1, strikes: Int? = nil, retryAfter: String? = nil, error: Failure? = nil, steps: [Step]? = nil,
        evidence: [Evidence]? = nil
    ) {
        self.url = url
        self.status = status
        self.final = final
        self.cleaned = cleaned
        self.via = via
        self.title = title
        self.chain = chain
        self.checkedAt = checkedAt
        self.attempts = attempts
        self.strikes = strikes
        self.retryAfter = retryAfter
        self.error = error
        self.steps = steps
        self.evidence = evidence
    }
}

extension Expansion {
    /// Whether the link's own servers have not told, and the web archive could not be asked yet: all that is left to do is to ask it, from
    /// ``retryAfter`` on.
    public var awaitsArchive: Bool { status != .archived && retryAfter != nil && steps?.last?.step == .wayback }
}
