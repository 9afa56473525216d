internal import Markup

/// The post, by the rules of its platform.
extension PlatformReader {
    /// Fills in the post where this platform has it.
    func readPost(besides comments: [CommentDraft], into draft: inout PageDraft) {
        guard let root = survey.page.root else { return }
        let rules = platform.post
        draft.titleNode = rules.title.first(in: root)
        let (bodies, furtherPosts) = bodies(in: root)
        if furtherPosts > 0 {
            draft.warnings.append("this page has more than one post; the first was read, \(furtherPosts) further were not")
        }
        if !bodies.isEmpty {
            draft.postBody = Fragment(bodies, excluding: rules.excluded.flatMap { selector in bodies.flatMap { $0.all(selector) } })
        }
        draft.postAuthorNode = rules.author.first(in: root)
        draft.postDateNode = rules.date.first(in: root)
        // The byline of the post, not one of a comment.
        let ranges = NodeRanges(comments.map(\.anchor))
        draft.postBylineNode = rules.byline.lazy.flatMap { root.all($0) }.first { !ranges.contains($0) }
    }

    /// The parts of the first post, and how many further posts begin on the page: where what found the first body finds another.
    private func bodies(in root: Node) -> (first: [Node], furtherPosts: Int) {
        let found = platform.post.body.map { selector in root.all(selector).filter { $0.textLength > 0 } }.filter { !$0.isEmpty }
        guard let main = found.min(by: { $0[0].index < $1[0].index }) else { return ([], 0) }
        let starts = main.filter { $0.index == main[0].index || $0.index >= main[0].end }
        let stop = starts.count > 1 ? starts[1].index : root.end
        var parts: [Node] = []
        for node in found.joined().sorted(by: { $0.index < $1.index }) where node.index < stop && node.index >= parts.last?.end ?? 0 {
            if !node.text.isEmpty { parts.append(node) }
        }
        return (parts, starts.count - 1)
    }
}
