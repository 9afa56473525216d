extension CommentThread {
    /// The warnings that follow from the rest of the record: pages of comments that were not read, and what could not be read.
    ///
    /// Whoever changes a record replaces these, and keeps its other ``warnings``.
    public var evidentWarnings: [String] {
        [missingPages, missingText].compactMap { $0 } + comments.indices.flatMap { Self.warnings(about: comments[$0], number: $0 + 1) }
    }

    /// The warning that names the pages of comments that have not been read; `nil` if there are none.
    public var missingPages: String? {
        let addresses = (pages ?? []).filter { !$0.isRead }.compactMap(\.url)
        guard !addresses.isEmpty else { return nil }
        let count = "\(addresses.count) more \(addresses.count == 1 ? "page" : "pages")"
        return "comments are paginated: \(count) at \(addresses.joined(separator: " "))"
    }

    private var missingText: String? {
        post?.text.isEmpty ?? true ? "the post has no readable text" : nil
    }

    private static func warnings(about comment: Comment, number: Int) -> [String] {
        let name = "\(comment.kind.rawValue) \(number)"
        var warnings: [String] = []
        if comment.author == nil { warnings.append("\(name) has no readable author") }
        if comment.published?.local == nil { warnings.append("\(name) has no readable date") }
        if comment.text.isEmpty, comment.kind == .comment { warnings.append("\(name) has no text") }
        return warnings
    }
}
