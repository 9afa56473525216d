import ThreadModel

/// Gives the comments of a page the ids by which the stored thread knows them, where those of the page do not hold from page to page.
struct CommentMatch {
    private let part: CommentThread
    private let stored: [String: Comment]
    private let isRead: Bool

    /// - Parameter isRead: whether an earlier capture of the page is in the stored record.
    static func comments(of part: CommentThread, in stored: CommentThread, isRead: Bool) -> [Comment] {
        CommentMatch(part, stored, isRead: isRead).comments(stored)
    }

    private init(_ part: CommentThread, _ stored: CommentThread, isRead: Bool) {
        self.part = part
        self.stored = Dictionary(stored.comments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.isRead = isRead
    }

    private func comments(_ thread: CommentThread) -> [Comment] {
        let present = Set(part.comments.map(\.id))
        let vanished = Dictionary(
            grouping: thread.comments.filter { $0.hasMadeID && !$0.text.isEmpty && !present.contains($0.id) }, by: Words.init)
        var ids: [String: String] = [:]
        var taken: Set<String> = []
        for comment in part.comments {
            let id = counted(comment) ?? remade(comment, vanished)
            if let id, taken.insert(id).inserted { ids[comment.id] = id }
        }
        guard !ids.isEmpty else { return part.comments }
        return part.comments.map { comment in
            var copy = comment
            copy.id = ids[comment.id] ?? comment.id
            copy.inReplyTo = comment.inReplyTo.map { ids[$0] ?? $0 }
            return copy
        }
    }

    /// Some systems count the comments of each page anew: there the page's number makes an id of the thread.
    private func counted(_ comment: Comment) -> String? {
        guard !comment.hasMadeID, let number = part.pages?.first(where: \.isRead)?.number else { return nil }
        let id = "\(comment.id)-p\(number)"
        if stored[id] != nil { return id }
        guard !isRead, let other = stored[comment.id] else { return nil }
        return other.text != comment.text && other.author != comment.author ? id : nil
    }

    /// An id that was made of a date which every capture prints anew ("3 days ago") is another each time; the words are not.
    private func remade(_ comment: Comment, _ vanished: [Words: [Comment]]) -> String? {
        guard isRead, comment.hasMadeID, stored[comment.id] == nil, let same = vanished[Words(comment)], same.count == 1 else { return nil }
        return same[0].id
    }

    /// What stays the same about a comment.
    private struct Words: Hashable {
        let author: String?
        let text: String

        init(_ comment: Comment) {
            author = comment.author?.name
            text = comment.text
        }
    }
}

extension Comment {
    /// Whether the page has no id for it, and the reader made one.
    fileprivate var hasMadeID: Bool { id.hasPrefix("c-") }
}
