/// A page of a thread whose comments come on several pages: one that was read, or one that another page links to.
public struct CommentPage: Codable, Sendable, Hashable {
    /// Where it stands among the others, as its platform counts: some from one, some from zero. Absent where the page does not tell.
    public var number: Int?
    /// Its address, without a place on it.
    public var url: String?
    /// The ``Comment/id`` of its first comment. Absent where the page has none, or has not been read.
    public var firstComment: String?
    /// SHA-256 of the bytes it was read from, in lower-case hexadecimal digits. Absent where the page has not been read.
    public var sha256: String?
    /// What an archive knows the page's own record by: `sha256:` and the digest of the record in which the page came. In archives only.
    public var record: String?

    /// Creates a page.
    public init(number: Int? = nil, url: String? = nil, firstComment: String? = nil, sha256: String? = nil, record: String? = nil) {
        self.number = number
        self.url = url
        self.firstComment = firstComment
        self.sha256 = sha256
        self.record = record
    }

    /// Whether the page's comments are in the record.
    public var isRead: Bool { sha256 != nil }
}

extension [CommentPage] {
    /// The pages in the order of their numbers; those without one stay behind the others, in the order in which they came.
    public var inOrder: [CommentPage] {
        enumerated().sorted { ($0.element.number ?? .max, $0.offset) < ($1.element.number ?? .max, $1.offset) }.map(\.element)
    }
}
