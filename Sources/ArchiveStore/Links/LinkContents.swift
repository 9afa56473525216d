public import ThreadModel

/// A link in a thread, with the newest attempt to expand it.
public struct LinkEntry: Codable, Sendable, Hashable {
    /// The URL as the record has it.
    public var url: String
    /// `true` where the host is a known URL shortener, else absent.
    public var short: Bool?
    /// Where the page itself says that the link leads.
    public var shown: String?
    /// Where the link leads, by the newest attempt.
    public var expanded: String?
    /// ``expanded`` without what only tracks people, where that makes a difference.
    public var cleaned: String?
    /// How the newest attempt ended; absent where there was none.
    public var expansionStatus: Expansion.Status?
    /// How that was found.
    public var via: Expansion.Via?
    /// The title of the destination, where it was asked for.
    public var title: String?
    /// When the newest attempt ended, in ISO 8601 UTC.
    public var checkedAt: String?
    /// How many attempts there were.
    public var attempts: Int?
    /// How many attempts in a row have found the same, where that is not where the link leads.
    public var strikes: Int?
    /// From when on the link may be asked for again, in ISO 8601 UTC; absent where it is not asked for again by itself, and where it was
    /// never tried: then it is due.
    public var due: String?
    /// The service asked not to be asked before this instant, in ISO 8601 UTC.
    public var retryAfter: String?
    /// A short word for why the newest attempt did not end well.
    public var errorClass: String?
    /// Why the newest attempt did not end well.
    public var error: String?
    /// What is known from elsewhere of where the link leads.
    public var evidence: [Expansion.Evidence]?
    /// The thread in which the link stands.
    public var thread: String
    /// Where in the thread.
    public var place: Place
    /// The comment in which the link stands; absent where it is none.
    public var comment: String?
    /// When that was published, in ISO 8601, as precise as it is known.
    public var published: String?
}

/// A link that is to be asked for.
public struct PendingLink: Codable, Sendable, Hashable {
    /// The URL.
    public var url: String
    /// Whether its host is a known URL shortener.
    public var short: Bool
    /// Where a page in which it stands says that it leads.
    public var shown: String?
    /// The earliest date of what it stands in, in ISO 8601, as precise as it is known: then, if not before, it led where it was meant to.
    public var published: String?
    /// How many times it has been tried.
    public var attempts: Int
    /// How many attempts in a row have found the same, where that is not where the link leads.
    public var strikes: Int
    /// What is known from elsewhere of where it leads.
    public var evidence: [Expansion.Evidence]
    /// Its newest record, where there is one.
    public var previous: Expansion?
}

/// How much is known of the links of an archive.
public struct LinkSummary: Codable, Sendable, Hashable {
    /// How many links of one status there are.
    public struct StatusCount: Codable, Sendable, Hashable {
        /// How the newest attempt ended; absent for links that were never tried.
        public var status: Expansion.Status?
        /// How many.
        public var links: Int
    }

    /// The links of one host.
    public struct HostCount: Codable, Sendable, Hashable {
        /// The host, in lower case and without `www.`.
        public var host: String
        /// How many.
        public var links: Int
        /// How many of each status, in the order of the statuses.
        public var statuses: [StatusCount]
    }

    /// What is due next.
    public struct Next: Codable, Sendable, Hashable {
        /// When the first of them is due, in ISO 8601 UTC.
        public var at: String
        /// How many are due then or within a day of it.
        public var links: Int
    }

    /// How many links there are.
    public var links: Int
    /// How many of them are due.
    public var due: Int
    /// What is due next; absent if nothing is.
    public var next: Next?
    /// How many of each status, in the order of the statuses.
    public var statuses: [StatusCount]
    /// How many hosts they are of.
    public var hostCount: Int
    /// The hosts, those with the most links first.
    public var hosts: [HostCount]
}
