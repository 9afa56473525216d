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
