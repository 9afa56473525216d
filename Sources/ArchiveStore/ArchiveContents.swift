public import ThreadModel

/// A thread as a list shows it.
public struct ThreadSummary: Codable, Sendable, Hashable {
    /// The thread's id.
    public var id: String
    /// Its canonical URL, if known.
    public var url: String?
    /// Its title.
    public var title: String?
    /// BCP 47 language tag.
    public var language: String?
    /// A post, or a question with its answer.
    public var kind: CommentThread.Kind
    /// The blog platform, if it was recognised.
    public var platform: String?
    /// Who wrote the post.
    public var author: String?
    /// When the post was published: ISO 8601 without a zone, or the page's own words where they could not be read.
    public var published: String?
    /// How many comments it has.
    public var comments: Int
    /// How many links it has, those of its comments included.
    public var links: Int
    /// How many of them are short.
    public var shortLinks: Int
}

/// A link in a thread, with the newest attempt to expand it.
public struct LinkEntry: Codable, Sendable, Hashable {
    /// The URL as the record has it.
    public var url: String
    /// `true` where the host is a known URL shortener, else absent.
    public var short: Bool?
    /// Where the link leads, by the newest attempt.
    public var expanded: String?
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
    /// Why the newest attempt did not end well.
    public var error: String?
    /// The thread in which the link stands.
    public var thread: String
    /// Where in the thread.
    public var place: Place
    /// The comment in which the link stands; absent where it is none.
    public var comment: String?
}

/// A link that is to be asked for.
public struct PendingLink: Codable, Sendable, Hashable {
    /// The URL.
    public var url: String
    /// Whether its host is a known URL shortener.
    public var short: Bool
    /// How many times it has been tried.
    public var attempts: Int
}

/// A passage that has the words that were looked for.
public struct SearchHit: Codable, Sendable, Hashable {
    /// The thread's id.
    public var thread: String
    /// The thread's URL, if known.
    public var url: String?
    /// The thread's title.
    public var title: String?
    /// Where in the thread the passage stands.
    public var place: Place
    /// The comment's id, where it is one.
    public var comment: String?
    /// Who wrote the passage.
    public var author: String?
    /// When it was published: ISO 8601 without a zone, or the page's own words where they could not be read.
    public var published: String?
    /// The words with some of what stands around them, on one line.
    public var snippet: String
}

/// How much an archive holds.
public struct ArchiveCounts: Codable, Sendable, Hashable {
    /// Threads, each counted once.
    public var threads: Int
    /// Their comments.
    public var comments: Int
    /// Their links.
    public var links: Int
    /// Those of a known URL shortener.
    public var shortLinks: Int
}
