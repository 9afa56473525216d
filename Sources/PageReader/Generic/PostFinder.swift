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
    let comments: [Node]
    let dates: DateReader

    /// Text shorter than this in a paragraph is a caption or a control.
    private static let shortestParagraph = 25

    func find(in root: Node) -> Found? {
        let nodes = Fragment(root).allNodes
        guard let body = body(among: nodes) else { return nil }
        let excluded = Fragment(body).allNodes.filter { node in
            !node.isText && node != body && (comments.contains(node) || isSurrounding(node))
        }
        let header = header(of: body, in: nodes)
        let around = nodes.filter { node in
            node.index >= header && node.index < body.end + 30 && !node.isText && !comments.contains { $0.contains(node) }
        }
        let title = nodes.last { ["h1", "h2"].contains($0.name) && $0.index < body.end && $0.index >= header && !$0.line.isEmpty }
        let byline = body.childElements.prefix(4).first { $0.line.count <= 100 && dates.find(in: $0.line) != nil }
        return Found(
            body: Fragment(body, excluding: excluded + [title, byline].compactMap { $0 }), title: title,
            author: around.first { Hint.has(["author", "autor", "auteur", "byline"], $0) && (1...60).contains($0.line.count) }, byline: byline,
            date: (around.filter { $0.name == "time" } + around.filter { Hint.has(Hint.date, $0) && $0.line.count <= 80 })
                .first { dates.find(in: $0.attribute("datetime") ?? $0.line) != nil })
    }

    /// The element that holds the most text of paragraphs, its own before its children's.
    private func body(among nodes: [Node]) -> Node? {
        if let marked = nodes.first(where: { $0.attribute("itemprop") == "articleBody" && $0.text.count > 100 }) { return marked }
        var scores: [Node: Int] = [:]
        for node in nodes where node.isText && !isOutside(node) {
            let length = node.line.count
            guard length >= Self.shortestParagraph, node.closest(where: { $0.name == "a" }) == nil else { continue }
            var weight = 4
            for ancestor in node.ancestors.prefix(4) where weight > 0 {
                let isBlock = !["p", "span", "em", "i", "b", "strong", "font", "li", "ul", "ol", "blockquote", "body", "html"].contains(ancestor.name)
                if isBlock {
                    scores[ancestor, default: 0] += length * weight
                    weight /= 2
                }
            }
            if let body = node.ancestors.first(where: { $0.name == "body" }) { scores[body, default: 0] += length / 2 }
        }
        return scores.max { ($0.value, -$0.key.index) < ($1.value, -$1.key.index) }?.key
    }

    /// Where the post's heading may begin: behind the last element before the body that is large itself.
    private func header(of body: Node, in nodes: [Node]) -> Int {
        let article = body.ancestors.first { ["article", "main"].contains($0.name) }
        if let article { return article.index }
        let heading = nodes.last { ["h1", "h2", "h3"].contains($0.name) && $0.index < body.index && !$0.line.isEmpty && body.index - $0.index < 60 }
        return heading?.index ?? body.index
    }

    private func isOutside(_ node: Node) -> Bool {
        comments.contains { $0.contains(node) } || node.ancestors.prefix(8).contains { isSurrounding($0) }
    }

    private func isSurrounding(_ node: Node) -> Bool {
        ["nav", "footer", "aside", "form", "header", "script", "noscript"].contains(node.name)
            || Hint.has(["sidebar", "related", "share", "social", "comments", "kommentare", "commentaires", "author-box", "breadcrumb"], node)
    }
}

extension Node {
    fileprivate func closest(where isWanted: (Node) -> Bool) -> Node? {
        isWanted(self) ? self : ancestors.first(where: isWanted)
    }
}
