import ThreadModel

/// A thread set for reading.
struct ThreadPage {
    struct Line {
        var text: String
        var isHeading = false
    }

    /// Deeper replies than this are not indented further.
    private static let maxDepth = 8

    private(set) var lines: [Line] = []
    private let width: Int

    init(thread: CommentThread, width: Int) {
        self.width = width
        add(PlainText.line(thread.title ?? thread.url ?? "(without a title)"), isHeading: true)
        let post = thread.post
        let platform = thread.source.platform
        add(joined([post?.author?.name, time(post?.published), thread.language, platform, number(thread.comments.count, "comment")]))
        if let url = thread.url { add(PlainText.line(url)) }
        add("id \(PlainText.line(thread.id))")
        if thread.kind == .questionAnswer {
            add(thread.question, as: "Question")
            add(thread.answer, as: "Answer")
        } else if let post {
            add()
            addBody(post.text, post.links, indent: "")
        }
        if !thread.comments.isEmpty { addComments(thread.comments) }
        if !thread.warnings.isEmpty {
            add()
            add("Warnings", isHeading: true)
            for warning in thread.warnings { addText(warning, indent: "  ") }
        }
    }

    // MARK: Parts

    private mutating func add(_ passage: Passage?, as heading: String) {
        guard let passage else { return }
        add()
        add(joined([heading, passage.author?.name]), isHeading: true)
        addBody(passage.text, passage.links, indent: "")
    }

    private mutating func addComments(_ comments: [Comment]) {
        add()
        add("Comments", isHeading: true)
        let depths = Self.depths(of: comments)
        for (comment, depth) in zip(comments, depths) {
            let indent = String(repeating: "  ", count: min(depth, Self.maxDepth) + 1)
            let kind = comment.kind == .comment ? nil : comment.kind.rawValue
            add()
            add(
                indent + (depth > 0 ? "↳ " : "") + joined([comment.author?.name ?? "anonymous", time(comment.published), kind]),
                isHeading: true)
            addBody(comment.text, comment.links, indent: indent)
            if let signature = comment.signature { addText("— \(signature)", indent: indent) }
        }
    }

    private mutating func addBody(_ text: String, _ links: [Link], indent: String) {
        addText(text, indent: indent)
        // Links are not wrapped: a URL that is cut is none.
        for link in links {
            let end = [link.expanded.map { "→ \($0)" }, link.expansionStatus.flatMap(remark)].compactMap { $0 }
            add(indent + PlainText.line((["·", link.url] + end).joined(separator: " ")))
        }
    }

    private mutating func addText(_ text: String, indent: String) {
        for line in Paragraph.wrap(PlainText.lines(text), width: max(20, width - indent.count)) {
            add(line.isEmpty ? "" : indent + line)
        }
    }

    private mutating func add(_ text: String = "", isHeading: Bool = false) {
        lines.append(Line(text: text, isHeading: isHeading))
    }

    // MARK: Words

    private func joined(_ parts: [String?]) -> String {
        parts.compactMap { $0 }.map(PlainText.line).joined(separator: " · ")
    }

    private func time(_ date: PublishedDate?) -> String? {
        date.map { $0.local?.asTime ?? $0.printed }
    }

    /// What a reader should know of a link that does not simply lead somewhere.
    private func remark(_ status: Expansion.Status) -> String? {
        status == .resolved ? nil : "(\(status.rawValue))"
    }

    /// How deep each comment stands below one that answers nobody. A comment that answers itself, over others or not, is not deep.
    static func depths(of comments: [Comment]) -> [Int] {
        var depths: [String: Int] = [:]
        return comments.map { comment in
            // Page order: what is answered stands before its answer.
            let depth = comment.inReplyTo.flatMap { depths[$0] }.map { $0 + 1 } ?? 0
            depths[comment.id] = depth
            return depth
        }
    }
}
