internal import Markup
internal import ThreadModel

/// The part of a page that is one comment: an element or a run of neighbours, without the comments inside it.
struct CommentItem {
    /// The nodes, in document order.
    var roots: [Node]
    /// The comments inside, each of which is an item of its own, in document order.
    var nested: [Node]
    /// Every node of the item but those of the nested ones.
    let nodes: NodeList
    /// Whether the item is several neighbours, not one element.
    let isRun: Bool

    init(_ roots: [Node], nested: [Node] = []) {
        self.roots = roots
        self.nested = nested.count > 1 ? nested.sorted { $0.index < $1.index } : nested
        nodes = Fragment(roots, excluding: nested).allNodes
        isRun = roots.count > 1 && roots.count { !$0.isBlank } > 1
    }

    /// Whether a node is the item itself, not something inside it.
    func isRoot(_ node: Node) -> Bool { isRoot(node.index) }

    /// The same of the node of a number.
    func isRoot(_ index: Int) -> Bool {
        let place = roots.partitioningIndex { $0.index >= index }
        return place < roots.count && roots[place].index == index
    }

    /// Whether a node is all there is of the item.
    func isWhole(_ node: Node) -> Bool { isWhole(node.index) }

    /// The same of the node of a number.
    func isWhole(_ index: Int) -> Bool { !isRun && isRoot(index) }

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
        if roots[0].hasClass("pingback") { return .pingback }
        if roots[0].hasClass("trackback") { return .trackback }
        guard let first = nodes.first(where: { $0.isText && $0.hasWords }), first.textLength <= 60 else { return nil }
        let line = first.line
        guard Self.mayBeKind(line.utf8) else { return nil }
        let word = line.prefix { $0.isLetter }
        return word.count > 4 ? Self.kinds[word.lowercased()] : nil
    }

    private static let kinds: [String: Comment.Kind] = [
        "pingback": .pingback, "ping": .pingback, "пингбэк": .pingback, "ピンバック": .pingback, "trackback": .trackback,
    ]

    /// Cheap first: a line that begins with a letter of ASCII begins with one of these words only where that letter is theirs.
    static func mayBeKind(_ line: some Sequence<UInt8>) -> Bool {
        guard let first = line.first(where: { $0 > 0x20 }) else { return false }
        return first >= 0x80 || [UInt8(ascii: "p"), UInt8(ascii: "t")].contains(first | 0x20)
    }

    /// What the line with a name says that it is: "Pingback by NAME".
    static func kind(before line: String) -> Comment.Kind? {
        guard mayBeKind(line.utf8), let kind = kinds[line.prefix { $0.isLetter }.lowercased()], Byline.introduction(of: line) != nil else {
            return nil
        }
        return kind
    }
}
