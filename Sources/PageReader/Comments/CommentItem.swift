internal import Markup
internal import ThreadModel

/// The part of a page that is one comment: an element or a run of neighbours, without the comments inside it.
struct CommentItem {
    /// The nodes, in document order.
    var roots: [Node]
    /// The comments inside, each of which is an item of its own.
    var nested: [Node]
    /// Every node of the item but those of the nested ones.
    let nodes: [Node]

    init(_ roots: [Node], nested: [Node] = []) {
        self.roots = roots
        self.nested = nested
        nodes = Fragment(roots, excluding: nested).allNodes
    }

    /// Whether a node is the item itself, not something inside it.
    func isRoot(_ node: Node) -> Bool { roots.contains(node) }

    /// Whether a node stands in the item, the nested comments included.
    func holds(_ node: Node) -> Bool { roots.contains { $0.contains(node) } }

    /// The first element of a name's or a date's length that matches one of some selectors, tried in their order.
    func firstShort(_ selectors: [Selector]) -> Node? {
        for selector in selectors {
            if let found = nodes.first(where: { !$0.isText && $0.visibleLength <= Self.longestLabel && $0.matches(selector) }) {
                return found
            }
        }
        return nil
    }

    private static let longestLabel = 400

    /// The first node of the item that matches one of some selectors, tried in their order.
    func first(_ selectors: [Selector], besides other: Node? = nil) -> Node? {
        for selector in selectors {
            if let found = nodes.first(where: { $0 != other && !$0.isText && $0.matches(selector) }) { return found }
        }
        return nil
    }
}

extension CommentItem {
    /// What templates and programs say of notes of other pages: a class, or the first word.
    var kind: Comment.Kind? {
        let classes = roots[0].classes
        if classes.contains("pingback") { return .pingback }
        if classes.contains("trackback") { return .trackback }
        guard let first = nodes.first(where: { $0.isText && $0.hasWords }), first.textLength <= 60 else { return nil }
        let word = first.line.prefix { $0.isLetter }.lowercased()
        return word == "pingback" ? .pingback : word == "trackback" ? .trackback : nil
    }
}
