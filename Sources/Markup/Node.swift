/// An element or a text of a page: a place in its document, which it keeps alive.
public struct Node: Sendable, Hashable {
    /// The page.
    public let document: HTMLDocument
    /// The node's number in document order.
    public let index: Int

    private var record: NodeTable.Record { document.table.records[index] }

    /// Two nodes are equal if they are the same place of the same document.
    public static func == (left: Node, right: Node) -> Bool {
        left.index == right.index && left.document === right.document
    }

    /// Hashes the place.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(index)
    }

    /// The element's name as a number; `.text` for a text, `.other` for a name that is not of HTML.
    public var tag: Tag { document.table.records[index].tag }

    /// The element's name in lower case; `#text` for a text.
    public var name: String { document.table.name(of: index) }

    /// Whether this is a text.
    public var isText: Bool { tag == .text }

    /// The number behind the last descendant: the nodes of the subtree have the numbers `index..<end`.
    public var end: Int { Int(document.table.records[index].end) }

    /// The numbers of this node and all in it.
    public var range: Range<Int> { document.range(of: index) }

    /// Whether a node is this one or stands inside it.
    public func contains(_ other: Node) -> Bool {
        (index..<end).contains(other.index)
    }

    // MARK: - Around

    /// The element around this node.
    public var parent: Node? {
        index == 0 ? nil : Node(document: document, index: Int(record.parent))
    }

    /// The elements and texts directly inside this element.
    public var children: NodeChildren { NodeChildren(of: self) }

    /// The elements directly inside this element.
    public var childElements: [Node] { children.filter { !$0.isText } }

    /// The elements around this node, from inside to outside.
    public var ancestors: NodeAncestors { NodeAncestors(of: self) }

    /// The node that follows this one inside the same parent.
    public var nextSibling: Node? {
        let end = end
        guard index > 0, end < document.end(of: Int(record.parent)) else { return nil }
        return Node(document: document, index: end)
    }

    /// The element that follows this one inside the same parent. No two texts stand side by side.
    public var nextElement: Node? {
        var next = nextSibling
        while let node = next, node.isText { next = node.nextSibling }
        return next
    }

    /// The node before this one inside the same parent.
    public var previousSibling: Node? {
        guard index > 0 else { return nil }
        let before = index - 1
        let parent = Int(record.parent)
        guard before != parent else { return nil }
        // The node before, in document order, is a text of the same parent or lies at the end of the element before.
        let isText = document.tag(of: before) == .text && document.parent(of: before) == parent
        if isText { return Node(document: document, index: before) }
        return previousElement
    }

    /// The element before this one inside the same parent.
    public var previousElement: Node? {
        guard !isText else { return previousSiblingOfText }
        return document.previousElement(of: index).map { Node(document: document, index: $0) }
    }

    /// Elements know which element stands before them, texts do not: it is the one around the node before that has the same parent.
    private var previousSiblingOfText: Node? {
        let parent = document.parent(of: index)
        var node = index - 1
        while let above = document.parent(of: node), node != parent {
            if above == parent { return Node(document: document, index: node) }
            node = above
        }
        return nil
    }

    // MARK: - Finding

    /// All elements below this one that match, in document order.
    public func all(_ selector: Selector) -> [Node] {
        SelectorSearch(selector, in: document.table).all(in: (index + 1)..<range.upperBound).map { Node(document: document, index: $0) }
    }

    /// The first element below this one that matches and is as asked for, in document order.
    public func first(_ selector: Selector, where isWanted: (Node) -> Bool = { _ in true }) -> Node? {
        SelectorSearch(selector, in: document.table).first(in: (index + 1)..<range.upperBound) {
            isWanted(Node(document: document, index: $0))
        }
        .map { Node(document: document, index: $0) }
    }

    /// All elements of a name below this one, in document order.
    public func all(_ tag: Tag) -> [Node] {
        document.elements(tag, in: (index + 1)..<range.upperBound).map { Node(document: document, index: Int($0)) }
    }

    /// The first element of a name below this one.
    public func first(_ tag: Tag) -> Node? {
        document.elements(tag, in: (index + 1)..<range.upperBound).first.map { Node(document: document, index: Int($0)) }
    }

    /// Whether this element matches, with anything around it.
    public func matches(_ selector: Selector) -> Bool {
        SelectorSearch(selector, in: document.table).matches(index)
    }

    /// This element or the nearest around it that matches.
    public func closest(_ selector: Selector) -> Node? {
        if matches(selector) { return self }
        let search = SelectorSearch(selector, in: document.table)
        var next = document.parent(of: index)
        while let index = next {
            if search.matches(index) { return Node(document: document, index: index) }
            next = document.parent(of: index)
        }
        return nil
    }
}

/// The elements and texts directly inside an element.
public struct NodeChildren: Sequence, IteratorProtocol, Sendable {
    private let document: HTMLDocument
    private var position: Int
    private let stop: Int

    init(of node: Node) {
        document = node.document
        position = node.index + 1
        stop = node.range.upperBound
    }

    /// The next child.
    public mutating func next() -> Node? {
        guard position < stop else { return nil }
        let child = Node(document: document, index: position)
        position = document.end(of: position)
        return child
    }
}

/// The elements around a node, from inside to outside.
public struct NodeAncestors: Sequence, IteratorProtocol, Sendable {
    private let document: HTMLDocument
    private var index: Int

    init(of node: Node) {
        document = node.document
        index = node.index
    }

    /// The next element outwards.
    public mutating func next() -> Node? {
        guard let parent = document.parent(of: index) else { return nil }
        index = parent
        return Node(document: document, index: parent)
    }
}
