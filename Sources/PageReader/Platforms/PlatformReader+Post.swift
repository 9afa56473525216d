internal import Markup

/// The post, by the rules of its platform.
extension PlatformReader {
    /// The parts of a post where this platform has them, in a page or in the element of one of its posts.
    func post(in place: PostPlace, besides comments: NodeRanges) -> PostFinder.Found {
        let rules = platform.post
        func first(_ selectors: [Selector], where isWanted: (Node) -> Bool = { _ in true }) -> Node? {
            for selector in selectors {
                if let found = place.first(selector, where: { !comments.contains($0) && isWanted($0) }) { return found }
            }
            return nil
        }
        var found = PostFinder.Found(
            title: first(rules.title), author: first(rules.author), byline: first(rules.byline),
            date: first(rules.date, where: survey.isDated))
        // The line that says who also says when.
        if found.date == nil, let byline = found.byline, survey.isDated(byline) { found.date = byline }
        let bodies = bodies(in: place, besides: comments)
        if !bodies.isEmpty {
            found.body = Fragment(bodies, excluding: rules.excluded.flatMap { selector in bodies.flatMap { $0.all(selector) } })
        } else if place.isRun {
            found.body = rest(of: place, besides: [found.title, found.author, found.byline, found.date].compactMap { $0 })
        }
        return found
    }

    /// The words of a run: all of it but its lines.
    private func rest(of place: PostPlace, besides lines: [Node]) -> Fragment? {
        let excluded = platform.post.excluded.flatMap(place.all) + lines
        let out = NodeRanges(excluded)
        let left = place.run.filter { !$0.isBlank && !out.contains($0) }
        return left.isEmpty ? nil : Fragment(left, excluding: excluded)
    }

    /// Where the posts are, if the platform's rules find several.
    func items(besides comments: NodeRanges) -> [PostPlace] {
        let found = platform.post.item.lazy.map { survey.page.all($0).filter { !comments.contains($0) } }.first { $0.count > 1 } ?? []
        let outer = found.reduce(into: [Node]()) { outer, node in
            if node.index >= outer.last?.end ?? 0 { outer.append(node) }
        }
        guard platform.post.shape == .beginsWithItem else { return outer.map { PostPlace($0) } }
        let starts = Set(outer)
        return outer.map { PostPlace($0, run: survey.run(from: $0, until: starts)) }
    }

    /// The parts of the first post's body: what any selector finds, up to where the first finds another post.
    private func bodies(in place: PostPlace, besides comments: NodeRanges) -> [Node] {
        let found = platform.post.body.map { selector in place.all(selector).filter { $0.visibleLength > 0 && !comments.contains($0) } }
            .filter { !$0.isEmpty }
        guard let main = found.min(by: { $0[0].index < $1[0].index }) else { return [] }
        let next = main.first { $0.index >= main[0].end }
        let stop = next?.index ?? place.range.upperBound
        var parts: [Node] = []
        for node in found.joined().sorted(by: { $0.index < $1.index }) where node.index < stop && node.index >= parts.last?.end ?? 0 {
            parts.append(node)
        }
        return parts
    }
}
