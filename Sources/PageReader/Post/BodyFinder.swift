internal import Markup

/// Finds the element that holds the post's words.
struct BodyFinder {
    /// With what is none of the post separated.
    let map: PostMap
    let title: Node?

    /// The element; `nil` if the page has no running text.
    func find(in top: Node) -> Node? {
        let scope = scope(in: top)
        guard map.prose(in: scope) > 0 else { return nil }
        return marked(in: scope, top) ?? dense(in: scope)
    }

    /// The smallest element with the title in which a good part of the page's running text stands.
    private func scope(in top: Node) -> Node {
        guard let title else { return top }
        let least = max(60, map.prose(in: top) * 2 / 5) + map.prose(in: title)
        return title.ancestors.first { map.prose(in: $0) >= least || $0 == top } ?? top
    }

    // MARK: - By name

    /// What structured data or the template calls the post's words.
    private func marked(in scope: Node, _ top: Node) -> Node? {
        let post = title.flatMap { title in title.ancestors.first { map.isPost($0.index) } } ?? scope
        let whole = max(map.prose(in: scope), 1)
        for (mark, share) in [(PostMarks.body, 4), (.maybeBody, 2)] {
            let found = map.elements(with: mark, in: top.range).compactMap { index -> Node? in
                guard !map.isOutside(index), map.prose(in: map.range(of: index)) > 0, !Self.isInline(map.tags[index]),
                    let node = map.page.node(index)
                else { return nil }
                return title.map { index > $0.index || mark == .body && node.contains($0) } ?? true ? node : nil
            }
            guard let best = best(of: found, in: post) else { continue }
            if let container = container(of: best, among: found, in: post),
                map.prose(in: container) * 4 >= whole * (mark == .body ? 1 : 3)
            {
                return container
            }
            let isOnly = mark == .body && post != top && post.contains(best) && map.prose(in: best) * 3 >= map.prose(in: post)
            if isOnly || isUnit(best) || isFirstOfMany(best, found) || map.prose(in: best) * share >= whole {
                return innermost(best, among: found)
            }
        }
        return nil
    }

    /// Of several, the one in the post's own element, with the most text; of several that are alike, as questions and answers are, the first.
    private func best(of found: [Node], in post: Node) -> Node? {
        let own = found.filter { post.contains($0) }
        guard let longest = (own.isEmpty ? found : own).max(by: { map.prose(in: $0) < map.prose(in: $1) }) else { return nil }
        return found.first { !$0.contains(longest) && Self.isAlike($0, longest) } ?? longest
    }

    /// What is around several elements that are alike, where they are pieces of one post with advertisements between them: its own element
    /// holds them all, and between them nobody is named, no day, and no other post begins.
    private func container(of best: Node, among found: [Node], in post: Node) -> Node? {
        guard map.isPost(post.index) else { return nil }
        let pieces = found.filter { post.contains($0) && Self.isAlike($0, best) }
        guard let first = pieces.first, let last = pieces.last, last.index >= first.end,
            let around = first.ancestors.first(where: { $0.contains(last) })
        else { return nil }
        let isDivided = (first.end...last.index).contains {
            !map.isOutside($0) && (map.has([.author, .published, .date], $0) || map.isPost($0))
        }
        let ofPieces = pieces.reduce(0) { $0 + map.prose(in: $1) }
        return !isDivided && ofPieces * 5 >= map.prose(in: around) * 4 ? around : nil
    }

    private static func isAlike(_ node: Node, _ other: Node) -> Bool {
        node.tag == other.tag && node.name == other.name && isSameClass(node, other)
            && node.attributeBytes(.itemprop) == other.attributeBytes(.itemprop)
    }

    /// Whether two elements have the same classes. Distinct values may differ in their white space only.
    private static func isSameClass(_ node: Node, _ other: Node) -> Bool {
        let page = node.document
        let (value, otherValue) = (page.classValue(of: node.index), page.classValue(of: other.index))
        return value == otherValue || node.classes == other.classes
    }

    /// Whether the smallest element with the title and these words has few others.
    private func isUnit(_ body: Node) -> Bool {
        guard let unit = title?.ancestors.first(where: { $0.contains(body) }) else { return false }
        return map.prose(in: unit) * 2 <= map.prose(in: body) * 3
    }

    /// Whether an element is the first of several that are alike: answers to a question, contributions to a topic.
    private func isFirstOfMany(_ best: Node, _ found: [Node]) -> Bool {
        found.contains { other in
            guard other != best, !best.contains(other), Self.isAlike(other, best), other.parent != best.parent else { return false }
            if map.has(.body, best) { return true }
            guard let own = best.ancestors.prefix(12).first(where: { map.has(.post, $0) }) else { return false }
            return other.ancestors.prefix(12).first { map.has(.post, $0) }.map { $0 != own } ?? false
        }
    }

    /// The smallest of some elements inside one that has nearly all of its text: `article[itemprop=articleBody]` around `.entry-content`.
    private func innermost(_ outer: Node, among found: [Node]) -> Node {
        var best = outer
        for node in found where node != best && best.contains(node) && map.prose(in: node) * 20 >= map.prose(in: best) * 19 { best = node }
        return best
    }

    // MARK: - By density

    private static func isInline(_ tag: Tag) -> Bool {
        switch tag {
        case .p, .span, .em, .i, .b, .strong, .font, .li, .ul, .ol, .dl, .blockquote, .pre, .h1, .h2, .h3, .h4, .h5, .h6, .a, .time, .small,
            .meta, .link, .img, .figure:
            true
        default: false
        }
    }

    /// From the outside to the element in which the text is spread over several children.
    private func dense(in scope: Node) -> Node {
        var body = scope
        while true {
            let best = body.children.filter { !$0.isText && !Self.isInline($0.tag) }.max { map.prose(in: $0) < map.prose(in: $1) }
            guard let best, map.prose(in: best) * 100 >= map.prose(in: body) * 88 else { return body }
            body = best
        }
    }
}
