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

    /// Why an attempt did not end well.
    public struct Failure: Codable, Sendable, Hashable {
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
    /// How ``final`` was found.
    public var via: Via?
    /// The destination's title, only where it was asked for.
    public var title: String?
    /// Every request, in order.
    public var chain: [Hop]
    /// When the attempt ended, in ISO 8601 UTC.
    public var checkedAt: String
    /// How many times this link has been tried, this attempt included.
    public var attempts: Int
    /// Why the attempt did not end well.
    public var error: Failure?

    /// Creates an expansion record.
    public init(
        url: String, status: Status, final: String? = nil, via: Via? = nil, title: String? = nil, chain: [Hop] = [], checkedAt: String,
        attempts: Int = 1, error: Failure? = nil
    ) {
        self.url = url
        self.status = status
        self.final = final
        self.via = via
        self.title = title
        self.chain = chain
        self.checkedAt = checkedAt
        self.attempts = attempts
        self.error = error
    }
}
