/// A part of a page that is read as one: some nodes, without some of what stands inside them.
public struct Fragment: Sendable {
    /// The nodes, in document order, none inside another.
    public var nodes: [Node]
    /// What is left out, with all it holds.
    public var excluded: Set<Node>

    /// Creates a fragment of several nodes.
    public init(_ nodes: [Node], excluding excluded: some Sequence<Node> = []) {
        self.nodes = nodes
        self.excluded = Set(excluded)
    }

    /// Creates a fragment of one node.
    public init(_ node: Node, excluding excluded: some Sequence<Node> = []) {
        self.init([node], excluding: excluded)
    }

    /// The text as people read it: paragraphs separated by one empty line, line breaks kept, other white space collapsed.
    public var text: String {
        var renderer = TextRenderer()
        for node in nodes { renderer.render(node, excluding: excluded) }
        return renderer.text
    }

    /// The text, and where in it each anchor and each text of the page stands.
    public func rendered() -> RenderedText {
        var renderer = TextRenderer(keepsPlaces: true)
        for node in nodes { renderer.render(node, excluding: excluded) }
        return RenderedText(text: renderer.text, places: renderer.places)
    }

    /// The text on one line, white space collapsed.
    public var line: String {
        var renderer = TextRenderer(isOneLine: true)
        for node in nodes { renderer.render(node, excluding: excluded) }
        return renderer.text
    }

    /// Every node of the fragment, in document order.
    public var allNodes: [Node] {
        var found: [Node] = []
        for root in nodes {
            var index = root.index
            while index < root.end {
                let node = Node(document: root.document, index: index)
                if excluded.contains(node) {
                    index = node.end
                } else {
                    found.append(node)
                    index += 1
                }
            }
        }
        return found
    }

    /// The elements of the fragment that match, the top nodes included.
    public func all(_ selector: Selector) -> [Node] {
        allNodes.filter { $0.matches(selector) }
    }

    /// The markup: of one node what is inside it, of several nodes the nodes themselves. Scripts, styles, forms' fields, event handlers and
    /// addresses that run scripts are left out.
    public var html: String {
        var serializer = MarkupSerializer(excluded: excluded)
        if nodes.count == 1, let only = nodes.first, !only.isText {
            for child in only.children { serializer.write(child) }
        } else {
            for node in nodes { serializer.write(node) }
        }
        return serializer.markup.trimmingSpace()
    }
}

/// The text of a fragment with the places of its nodes.
public struct RenderedText: Sendable {
    /// The text; see ``Fragment/text``.
    public let text: String
    /// For the number of each anchor and each text: where it begins, in bytes of UTF-8.
    public let places: [Int: Int]
}
