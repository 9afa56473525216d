/// A service that shortens links, or wraps them: one row of `services.json`.
///
/// The hosts of one service share their codes, and what we owe it in politeness. Optional properties are left out of the file where the
/// default will do. A class, because a row is handed about with every request and never changes.
public final class Service: Codable, Sendable {
    /// How a link of the service is turned into its target without asking anyone.
    public struct LocalRule: Codable, Sendable, Hashable {
        /// What the URL's path must be; a path that ends with `/` need only begin so.
        public var path: String
        /// The query parameter that holds the target; an empty name stands for the whole query.
        public var parameter: String?
        /// How long the key is that the service puts behind the target and a colon; where there is none the target is whole.
        public var key: Int?
        /// The target, with `{code}` for what follows ``path``, or `{base58}` for the number that this is in Flickr's base 58.
        public var template: String?
        /// The query parameters that are kept beside the template.
        public var keep: [String]?
    }

    /// Where a page of the service that stands between link and target has the target.
    public struct Interstitial: Codable, Sendable, Hashable {
        /// The host and path with which the page's URL begins, without scheme; any page of the service where it is absent.
        public var url: String?
        /// The query parameter of the page's URL that holds the target.
        public var parameter: String?
        /// A CSS selector for the element that leads on.
        public var selector: String?
        /// The element's attribute that holds the target; its text where it is absent.
        public var attribute: String?
    }

    /// How the service says that it will not tell.
    public struct Refusal: Codable, Sendable, Hashable {
        /// What a refusal means.
        public enum Reason: String, Codable, Sendable {
            /// It warns of the target, or does not serve programs.
            case blocked
            /// There is no such link any more.
            case gone
            /// It has been asked too often.
            case throttled
        }

        /// The host and path with which the URL begins to which it sends us, without scheme.
        public var url: String?
        /// Words that its page has.
        public var text: String?
        /// What it means.
        public var reason: Reason
    }

    /// Whom a request claims to come from.
    public enum Agent: String, Codable, Sendable {
        /// `curl`: some services send a redirect to programs and a page to browsers.
        case curl
        /// A browser, for services that answer nobody else.
        case browser
    }

    /// The form of a code that only a decoder of our own can read.
    public enum Decoder: String, Codable, Sendable {
        /// adf.ly's `ysmm` variable.
        case ysmm
    }

    /// Its main host, in lower case and without `www.`: the service's name.
    public let name: String
    /// Its other hosts.
    public let hosts: [String]?
    /// It wraps links with their target in sight, and shortens none.
    public let wrapper: Bool?
    /// Since when it is closed, at the latest: an ISO 8601 date to the precision that is known. What its hosts answer today is no destination.
    public let closed: String?
    /// Whether it may have been parked or sold, for all that is known.
    public let doubtful: Bool?
    /// Whom its requests claim to come from, in place of this program.
    public let agent: Agent?
    /// The pause between two requests, in seconds.
    public let gap: Double?
    /// How many requests may be under way at once.
    public let parallel: Int?
    /// A query that makes it answer with a redirect, added where the link has none.
    public let query: String?
    /// Whether it shows the target in a frame that fills its page.
    public let framed: Bool?
    /// How its pages hide the target, where no selector can say it.
    public let decoder: Decoder?
    /// How its links are decoded without a request; the first that fits counts.
    public let local: [LocalRule]?
    /// Where its pages have the target; the first that fits counts.
    public let interstitials: [Interstitial]?
    /// How it refuses.
    public let refusals: [Refusal]?
    /// When this row was last held against the service or a report on it, as year and month; absent where it never was.
    public let lastVerified: String?
    /// What the row rests on.
    public let evidence: String

    /// Describes a service of which no more is known than its hosts.
    public init(name: String, hosts: [String]? = nil, wrapper: Bool? = nil, closed: String? = nil, evidence: String) {
        self.name = name
        self.hosts = hosts
        self.wrapper = wrapper
        self.closed = closed
        self.evidence = evidence
        (doubtful, agent, gap, parallel, query, framed, decoder) = (nil, nil, nil, nil, nil, nil, nil)
        (local, interstitials, refusals, lastVerified) = (nil, nil, nil, nil)
    }

    /// All its hosts.
    public var allHosts: [String] { [name] + (hosts ?? []) }
    /// Whether it shortens links, as opposed to wrapping them.
    public var isShortener: Bool { wrapper != true }
}
