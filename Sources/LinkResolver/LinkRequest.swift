public import ThreadModel

/// A link to expand, and what is known of it.
public struct LinkRequest: Sendable, Hashable {
    /// The link as it stands in the thread: an absolute `http` or `https` URL.
    public var url: String
    /// How many attempts the caller knows of; the record's `attempts` is one more.
    public var earlierAttempts: Int
    /// Where the page in which the link stands says that it leads.
    public var shown: String?
    /// When it was written, in ISO 8601: which capture of a web archive is nearest.
    public var published: String?
    /// What is known from earlier, above all from dumps.
    public var evidence: [Expansion.Evidence]
    /// The newest record. Where it is only the web archive that is still to be asked (``Expansion/awaitsArchive``), nobody else is asked again.
    public var previous: Expansion?

    /// Creates a request.
    public init(
        url: String, earlierAttempts: Int = 0, shown: String? = nil, published: String? = nil, evidence: [Expansion.Evidence] = [],
        previous: Expansion? = nil
    ) {
        self.url = url
        self.earlierAttempts = earlierAttempts
        self.shown = shown
        self.published = published
        self.evidence = evidence
        self.previous = previous
    }
}
