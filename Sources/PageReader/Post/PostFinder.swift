internal import Markup

/// Finds the post of a page: where most of the running text is.
struct PostFinder {
    struct Found {
        var body: Fragment
        var title: Node?
        var author: Node?
        /// A short line with a date at the head of the body.
        var byline: Node?
        var date: Node?
    }

    /// The comments, which are no part of the post.
    let comments: NodeRanges
    /// Every node of the page, in document order.
    let nodes: [Node]
    let hints: HintTable
    let dates: DateReader

    /// Text shorter than this in a paragraph is a caption or a control.
    private static let shortestParagraph = 25

    func find() -> Found? {
        guard let body = body() else { return nil }
        let excluded = Fragment(body).allNodes.filter { node in
            !node.isText && node != body && (comments.contains(node) || isSurrounding(node))
        }
        let header = header(of: body)
        let around = nodes.filter { node in
            node.index >= header && node.index < body.end + 30 && !node.isText && !comments.contains(node)
        }
        let title = nodes.last { ["h1", "h2"].contains($0.name) && $0.index < body.end && $0.index >= header && !$0.line.isEmpty }
        let byline = body.childElements.prefix(4).first { $0.textLength <= 200 && $0.line.count <= 100 && dates.find(in: $0.line) != nil }
        let dated = around.filter { $0.name == "time" } + around.filter { hints.has(.date, $0) && $0.textLength <= 160 }
        return Found(
            body: Fragment(body, excluding: excluded + [title, byline].compactMap { $0 }), title: title,
            author: around.first { hints.has(.postAuthor, $0) && $0.textLength <= 200 && (1...60).contains($0.line.count) }, byline: byline,
            date: dated.first { dates.find(in: $0.attribute("datetime") ?? $0.line) != nil })
    }

    private static let inline: Set<String> = [
        "p", "span", "em", "i", "b", "strong", "font", "li", "ul", "ol", "blockquote", "body", "html",
    ]

    /// The element that holds the most text of paragraphs, its own before its children's.
    private func body() -> Node? {
        if let marked = nodes.first(where: { $0.attribute("itemprop") == "articleBody" && $0.textLength > 100 }) { return marked }
        var scores: [Node: Int] = [:]
        for node in nodes where node.isText && node.textLength >= Self.shortestParagraph && !isOutside(node) {
            let length = node.line.count
            guard length >= Self.shortestParagraph, !node.ancestors.contains(where: { $0.name == "a" }) else { continue }
            var weight = 4
            for ancestor in node.ancestors.prefix(4) where weight > 0 && !Self.inline.contains(ancestor.name) {
                scores[ancestor, default: 0] += length * weight
                weight /= 2
            }
            if let body = node.ancestors.first(where: { $0.name == "body" }) { scores[body, default: 0] += length / 2 }
        }
        return scores.max { ($0.value, -$0.key.index) < ($1.value, -$1.key.index) }?.key
    }

    /// Where the post's heading may begin: behind the last element before the body that is large itself.
    private func header(of body: Node) -> Int {
        if let article = body.ancestors.first(where: { ["article", "main"].contains($0.name) }) { return article.index }
        let heading = nodes.last {
            ["h1", "h2", "h3"].contains($0.name) && $0.index < body.index && body.index - $0.index < 60 && !$0.line.isEmpty
        }
        return heading?.index ?? body.index
    }

    private func isOutside(_ node: Node) -> Bool {
        comments.contains(node) || node.ancestors.prefix(8).contains { isSurrounding($0) }
    }

    private static let fixtures: Set<String> = ["nav", "footer", "aside", "form", "header", "script", "noscript"]

    private func isSurrounding(_ node: Node) -> Bool {
        Self.fixtures.contains(node.name) || hints.has(.surrounding, node)
    }
}
