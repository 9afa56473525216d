/// A blog page as a record: the post, or a reader's question and the blogger's answer, with its comments in page order.
///
/// Properties stand in the order in which their keys are written. An absent value is left out of the JSON; arrays are always written.
public struct CommentThread: Codable, Sendable, Hashable {
    /// What a page is.
    public enum Kind: String, Codable, Sendable {
        /// An ordinary post.
        case post
        /// A post that holds a reader's question and the reply to it.
        case questionAnswer = "question-answer"
    }

    /// The version of the record's form.
    public private(set) var formatVersion = recordFormatVersion
    /// Always `thread`.
    public private(set) var type = "thread"
    /// The same page read again has the same id: made from its canonical URL or, without one, from its content's identity.
    public var id: String
    /// The canonical URL, if known.
    public var url: String?
    /// The post's title, without the site's name.
    public var title: String?
    /// BCP 47 language tag.
    public var language: String?
    /// Whether the page is a post, or a question with its answer.
    public var kind: Kind
    /// The post as a whole.
    public var post: Post?
    /// The reader's question, for ``Kind/questionAnswer`` only.
    public var question: Passage?
    /// The reply to the question, for ``Kind/questionAnswer`` only.
    public var answer: Passage?
    /// The comments, in page order.
    public var comments: [Comment]
    /// The pages on which the comments come, in order, where they come on several. The record of one of them names the others too.
    public var pages: [CommentPage]?
    /// Where the record comes from.
    public var source: Source
    /// What a careful reader should know, in English sentences.
    public var warnings: [String]

    /// Creates a thread record.
    public init(
        id: String, url: String? = nil, title: String? = nil, language: String? = nil, kind: Kind = .post, post: Post? = nil,
        question: Passage? = nil, answer: Passage? = nil, comments: [Comment] = [], pages: [CommentPage]? = nil, source: Source,
        warnings: [String] = []
    ) {
        self.id = id
        self.url = url
        self.title = title
        self.language = language
        self.kind = kind
        self.post = post
        self.question = question
        self.answer = answer
        self.comments = comments
        self.pages = pages
        self.source = source
        self.warnings = warnings
    }
}

/// The version of the form of thread and expansion records that this library reads and writes.
public let recordFormatVersion = 1

/// The post of a page.
public struct Post: Codable, Sendable, Hashable {
    /// Who wrote it.
    public var author: Author?
    /// When it was published.
    public var published: PublishedDate?
    /// Its text: paragraphs separated by one empty line, line breaks kept.
    public var text: String
    /// Its inner HTML, without scripts, styles and event handlers.
    public var html: String?
    /// The links in it, in order of appearance.
    public var links: [Link]

    /// Creates a post.
    public init(author: Author? = nil, published: PublishedDate? = nil, text: String, html: String? = nil, links: [Link] = []) {
        self.author = author
        self.published = published
        self.text = text
        self.html = html
        self.links = links
    }
}

/// A question or an answer that was cut out of a post.
public struct Passage: Codable, Sendable, Hashable {
    /// Who wrote it, where the passage says so.
    public var author: Author?
    /// Its text, without the signature that gave the author's name.
    public var text: String
    /// The links in it, in order of appearance.
    public var links: [Link]

    /// Creates a passage.
    public init(author: Author? = nil, text: String, links: [Link] = []) {
        self.author = author
        self.text = text
        self.links = links
    }
}

/// A reader's comment, or the note of another page that links here.
public struct Comment: Codable, Sendable, Hashable {
    /// What a comment is.
    public enum Kind: String, Codable, Sendable {
        /// Written by a person on the page.
        case comment
        /// Made by software because another page links here (Pingback 1.0).
        case pingback
        /// Sent by the author of another page (TrackBack).
        case trackback
    }

    /// The platform's own id where it has one, else stable within the thread.
    public var id: String
    /// Comment, pingback or trackback.
    public var kind: Kind
    /// Who wrote it.
    public var author: Author?
    /// When it was published.
    public var published: PublishedDate?
    /// Its text: paragraphs separated by one empty line, line breaks kept, no footer and no buttons.
    public var text: String
    /// Its inner HTML, without scripts, styles and event handlers.
    public var html: String?
    /// The closing line in which the commenter signs; not part of ``text``.
    public var signature: String?
    /// The ``id`` of the comment that this one answers.
    public var inReplyTo: String?
    /// Its permalink.
    public var url: String?
    /// The links in it, in order of appearance.
    public var links: [Link]

    /// Creates a comment.
    public init(
        id: String, kind: Kind = .comment, author: Author? = nil, published: PublishedDate? = nil, text: String, html: String? = nil,
        signature: String? = nil, inReplyTo: String? = nil, url: String? = nil, links: [Link] = []
    ) {
        self.id = id
        self.kind = kind
        self.author = author
        self.published = published
        self.text = text
        self.html = html
        self.signature = signature
        self.inReplyTo = inReplyTo
        self.url = url
        self.links = links
    }
}

/// Who wrote something.
public struct Author: Codable, Sendable, Hashable {
    /// The name as the page has it.
    public var name: String
    /// The page that the name links to.
    public var url: String?

    /// Creates an author.
    public init(name: String, url: String? = nil) {
        self.name = name
        self.url = url
    }
}

/// A date as the page prints it, and what it means.
public struct PublishedDate: Codable, Sendable, Hashable {
    /// The words of the page: `09 février 2011 à 10:40`.
    public var printed: String
    /// ISO 8601 local date and time, as precise as it is printed and without a zone: `2011-02-09T10:40`. Absent if the words could not be read.
    public var local: String?
    /// ISO 8601 in UTC, only where the page or the user gives the zone: `2011-02-09T09:40:00Z`.
    public var instant: String?

    /// Creates a date.
    public init(printed: String, local: String? = nil, instant: String? = nil) {
        self.printed = printed
        self.local = local
        self.instant = instant
    }
}

/// A link in a text.
public struct Link: Codable, Sendable, Hashable {
    /// The absolute URL, or the URL as written where the page's own is unknown.
    public var url: String
    /// The anchor's text, where it is not the URL itself.
    public var text: String?
    /// `true` where the host is a known URL shortener, else absent.
    public var short: Bool?
    /// Where the page itself says that a short link leads: its anchor's title, an attribute, or a whole URL as text; absolute.
    public var shown: String?
    /// Where the link leads, by the newest expansion. Only in what is shown or exported, never in stored thread records.
    public var expanded: String?
    /// How the newest expansion ended. Only in what is shown or exported, never in stored thread records.
    public var expansionStatus: Expansion.Status?

    /// Creates a link.
    public init(url: String, text: String? = nil, short: Bool = false, shown: String? = nil) {
        self.url = url
        self.text = text
        self.short = short ? true : nil
        self.shown = shown
    }
}

/// Where a thread record comes from.
public struct Source: Codable, Sendable, Hashable {
    /// The input's path as it was given; absent for standard input.
    public var path: String?
    /// SHA-256 of the input's bytes, in lower-case hexadecimal digits.
    public var sha256: String
    /// The input's size in bytes.
    public var bytes: Int
    /// `text/html` or `text/plain`.
    public var mediaType: String
    /// The character encoding in which the bytes were read, by its WHATWG name in lower case.
    public var encoding: String
    /// When the page was captured, in ISO 8601 UTC, if the page or the user says so.
    public var capturedAt: String?
    /// The blog platform that made the page, if it was recognised.
    public var platform: String?
    /// The reader that made this record.
    public var reader: String

    /// Creates a source.
    public init(
        path: String? = nil, sha256: String, bytes: Int, mediaType: String, encoding: String, capturedAt: String? = nil,
        platform: String? = nil, reader: String
    ) {
        self.path = path
        self.sha256 = sha256
        self.bytes = bytes
        self.mediaType = mediaType
        self.encoding = encoding
        self.capturedAt = capturedAt
        self.platform = platform
        self.reader = reader
    }
}
