public import ThreadModel

/// Where in a thread a passage or a link stands.
public enum Place: String, Codable, Sendable, CaseIterable {
    /// The page's title.
    case title
    /// The post.
    case post
    /// The question of a letter.
    case question
    /// The answer to it.
    case answer
    /// A comment.
    case comment
}

extension CommentThread {
    /// A link with its place.
    struct PlacedLink {
        var place: Place
        var comment: String?
        var link: Link
        /// When what it stands in was published, in ISO 8601; a comment without a date came after its post.
        var published: String?
    }

    /// Every link of the thread, in page order. A link of a letter that the whole post lists too comes once.
    var placedLinks: [PlacedLink] {
        let day = post?.published?.iso
        let passages =
            (question?.links ?? []).map { PlacedLink(place: .question, link: $0, published: day) }
            + (answer?.links ?? []).map { PlacedLink(place: .answer, link: $0, published: day) }
        let known = Set(passages.map(\.link.url))
        let post = (post?.links ?? []).filter { !known.contains($0.url) }.map { PlacedLink(place: .post, link: $0, published: day) }
        let comments = comments.flatMap { comment in
            let day = comment.published?.iso ?? day
            return comment.links.map { PlacedLink(place: .comment, comment: comment.id, link: $0, published: day) }
        }
        return post + passages + comments
    }

    /// The thread with each of its links replaced.
    func mapLinks(_ change: (Link) -> Link) -> CommentThread {
        var copy = self
        copy.post?.links = post?.links.map(change) ?? []
        copy.question?.links = question?.links.map(change) ?? []
        copy.answer?.links = answer?.links.map(change) ?? []
        for index in copy.comments.indices {
            copy.comments[index].links = comments[index].links.map(change)
        }
        return copy
    }

    /// The thread as it is stored: what is known of its links stands in records of its own.
    var withoutExpansions: CommentThread {
        mapLinks { link in
            var link = link
            link.expanded = nil
            link.expansionStatus = nil
            return link
        }
    }
}

extension PublishedDate {
    /// The date in ISO 8601, where its words could be read.
    fileprivate var iso: String? { instant ?? local }
}

extension CommentThread {
    /// Every link of the thread, in page order. A link of a letter that the whole post lists too comes once.
    public var allLinks: [Link] { placedLinks.map(\.link) }
}
