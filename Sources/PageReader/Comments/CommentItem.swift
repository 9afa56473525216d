internal import Markup
internal import ThreadModel

/// The part of a page that is one comment: an element or a run of neighbours, without the comments inside it.
struct CommentItem {
    /// The nodes, in document order.
    var roots: [Node]
    /// The comments inside, each of which is an item of its own, in document order.
    var nested: [Node]
    /// Every node of the item but those of the nested ones.
    let nodes: [Node]

    init(_ roots: [Node], nested: [Node] = []) {
        self.roots = roots
        self.nested = nested.count > 1 ? nested.sorted { $0.index < $1.index } : nested
        nodes = Fragment(roots, excluding: nested).allNodes
    }

    /// Whether a node is the item itself, not something inside it.
    func isRoot(_ node: Node) -> Bool {
        let place = roots.partitioningIndex { $0.index >= node.index }
        return place < roots.count && roots[place] == node
    }

    /// Whether a node stands in the item, the nested comments included.
    func holds(_ node: Node) -> Bool {
        let place = roots.partitioningIndex { $0.index > node.index }
        return place > 0 && roots[place - 1].contains(node)
    }

    /// Whether a node stands in one of the comments inside.
    func isNested(_ node: Node) -> Bool {
        let place = nested.partitioningIndex { $0.index > node.index }
        return place > 0 && nested[place - 1].contains(node)
    }
}

extension CommentItem {
    /// What templates and programs say of notes of other pages: a class, or the first word.
    var kind: Comment.Kind? {
        let classes = roots[0].classes
        if classes.contains("pingback") { return .pingback }
        if classes.contains("trackback") { return .trackback }
        guard let first = nodes.first(where: { $0.isText && $0.hasWords }), first.textLength <= 60 else { return nil }
        let kind = Self.kinds[first.line.prefix { $0.isLetter }.lowercased()]
        return first.line.prefix { $0.isLetter }.count > 4 ? kind : nil
    }

    private static let kinds: [String: Comment.Kind] = [
        "pingback": .pingback, "ping": .pingback, "пингбэк": .pingback, "ピンバック": .pingback, "trackback": .trackback,
    ]

    /// What the line with a name says that it is: "Pingback by NAME".
    static func kind(before line: String) -> Comment.Kind? {
        guard let kind = kinds[line.prefix { $0.isLetter }.lowercased()], Byline.introduction(of: line) != nil else { return nil }
        return kind
    }
}
