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

    /// The element's name in lower case; `#text` for a text.
    public var name: String { document.table.name(of: record.tag) }

    /// Whether this is a text.
    public var isText: Bool { record.tag == .text }

    /// The number behind the last descendant: the nodes of the subtree have the numbers `index..<end`.
    public var end: Int { Int(record.end) }

    /// Whether a node is this one or stands inside it.
    public func contains(_ other: Node) -> Bool {
        (index..<end).contains(other.index)
    }

    /// The element around this node.
    public var parent: Node? {
        index == 0 ? nil : Node(document: document, index: Int(record.parent))
    }

    /// The elements and texts directly inside this element.
    public var children: some Sequence<Node> {
        let stop = isText ? index : end
        return sequence(state: index + 1) { [document] (next: inout Int) -> Node? in
            guard next < stop else { return nil }
            let child = Node(document: document, index: next)
            next = child.end
            return child
        }
    }

    /// The elements directly inside this element.
    public var childElements: [Node] { children.filter { !$0.isText } }

    /// The elements around this node, from inside to outside.
    public var ancestors: some Sequence<Node> {
        sequence(state: self) { (node: inout Node) -> Node? in
            guard let parent = node.parent else { return nil }
            node = parent
            return parent
        }
    }

    /// The node that follows this one inside the same parent.
    public var nextSibling: Node? {
        guard index > 0, let parent, end < parent.end else { return nil }
        return Node(document: document, index: end)
    }

    /// The element that follows this one inside the same parent.
    public var nextElement: Node? {
        var next = nextSibling
        while let node = next, node.isText { next = node.nextSibling }
        return next
    }

    /// The node before this one inside the same parent.
    public var previousSibling: Node? {
        guard index > 0, let parent else { return nil }
        // The node before, in document order, is the parent or lies at the end of the sibling's subtree.
        var node = Node(document: document, index: index - 1)
        guard node != parent else { return nil }
        while let above = node.parent, above != parent { node = above }
        return node
    }

    /// The element before this one inside the same parent.
    public var previousElement: Node? {
        var previous = previousSibling
        while let node = previous, node.isText { previous = node.previousSibling }
        return previous
    }

    /// The value of an attribute; empty for one without a value, `nil` where there is none.
    public func attribute(_ name: String) -> String? {
        document.table.attribute(name, of: index).map { String(decoding: document.table.value(of: $0), as: UTF8.self) }
    }

    /// The tokens of the `class` attribute.
    public var classes: [String] {
        guard let attribute = document.table.attribute("class", of: index), attribute.classValue >= 0 else { return [] }
        return document.table.classTokens[Int(attribute.classValue)]
    }

    /// Whether the `class` attribute has a token. Case counts, as in standards mode.
    public func hasClass(_ token: String) -> Bool {
        classes.contains(token)
    }

    /// All elements below this one that match, in document order.
    public func all(_ selector: Selector) -> [Node] {
        var found: [Node] = []
        for index in (index + 1)..<max(index + 1, end) {
            let node = Node(document: document, index: index)
            if selector.matches(node, within: self) { found.append(node) }
        }
        return found
    }

    /// The first element below this one that matches and is as asked for, in document order.
    public func first(_ selector: Selector, where isWanted: (Node) -> Bool = { _ in true }) -> Node? {
        for index in (index + 1)..<max(index + 1, end) {
            let node = Node(document: document, index: index)
            if selector.matches(node, within: self), isWanted(node) { return node }
        }
        return nil
    }

    /// Whether this element matches, with anything around it.
    public func matches(_ selector: Selector) -> Bool {
        selector.matches(self, within: nil)
    }

    /// This element or the nearest around it that matches.
    public func closest(_ selector: Selector) -> Node? {
        matches(selector) ? self : ancestors.first { $0.matches(selector) }
    }

    /// The text as people read it; see ``Fragment/text``.
    public var text: String { Fragment(self).text }

    /// How many bytes of text stand in this node, white space included: a cheap look before the text is made.
    public var textLength: Int {
        document.table.records[index..<max(index + 1, end)].reduce(0) { $1.tag == .text ? $0 + Int($1.count) : $0 }
    }

    /// How many bytes of this text are no white space of ASCII; 0 for an element.
    public var inkLength: Int {
        document.table.textBytes(of: index).reduce(0) { $1 > 0x20 ? $0 + 1 : $0 }
    }

    /// The text on one line, white space collapsed.
    public var line: String { Fragment(self).line }
}
