internal import Markup

/// The post, by the rules of its platform.
extension PlatformReader {
    /// The parts of a post where this platform has them, in a page or in the element of one of its posts.
    func post(in root: Node, besides comments: NodeRanges) -> PostFinder.Found {
        let rules = platform.post
        func first(_ selectors: [Selector], where isWanted: (Node) -> Bool = { _ in true }) -> Node? {
            for selector in selectors {
                if let found = root.first(selector, where: { !comments.contains($0) && isWanted($0) }) { return found }
            }
            return nil
        }
        let bodies = bodies(in: root, besides: comments)
        var found = PostFinder.Found(
            title: first(rules.title), author: first(rules.author), byline: first(rules.byline),
            date: first(rules.date, where: survey.isDated))
        // The line that says who also says when.
        if found.date == nil, let byline = found.byline, survey.isDated(byline) { found.date = byline }
        if !bodies.isEmpty {
            found.body = Fragment(bodies, excluding: rules.excluded.flatMap { selector in bodies.flatMap { $0.all(selector) } })
        }
        return found
    }

    /// The elements of the posts, where the platform's rules find several.
    func items(besides comments: NodeRanges) -> [Node] {
        let found = platform.post.item.lazy.map { survey.page.all($0).filter { !comments.contains($0) } }.first { $0.count > 1 } ?? []
        return found.reduce(into: []) { outer, node in
            if node.index >= outer.last?.end ?? 0 { outer.append(node) }
        }
    }

    /// The parts of the first post's body: what any selector finds, up to where the first finds another post.
    private func bodies(in root: Node, besides comments: NodeRanges) -> [Node] {
        let found = platform.post.body.map { selector in root.all(selector).filter { $0.visibleLength > 0 && !comments.contains($0) } }
            .filter { !$0.isEmpty }
        guard let main = found.min(by: { $0[0].index < $1[0].index }) else { return [] }
        let next = main.first { $0.index >= main[0].end }
        let stop = next?.index ?? root.end
        var parts: [Node] = []
        for node in found.joined().sorted(by: { $0.index < $1.index }) where node.index < stop && node.index >= parts.last?.end ?? 0 {
            parts.append(node)
        }
        return parts
    }
}
