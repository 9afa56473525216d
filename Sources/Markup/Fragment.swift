/// A part of a page that is read as one: some nodes, without some of what stands inside them.
public struct Fragment: Sendable {
    /// The nodes, in document order, none inside another.
    public var nodes: [Node]
    /// What is left out, in document order.
    private var leftOut: [Node]

    /// Creates a fragment of several nodes.
    public init(_ nodes: [Node], excluding excluded: [Node] = []) {
        self.nodes = nodes
        leftOut = Self.ordered(excluded)
    }

    /// Creates a fragment of one node.
    public init(_ node: Node, excluding excluded: [Node] = []) {
        self.init([node], excluding: excluded)
    }

    /// What is left out, with all it holds.
    public var excluded: Set<Node> {
        get { Set(leftOut) }
        set { leftOut = Self.ordered(Array(newValue)) }
    }

    private static func ordered(_ nodes: [Node]) -> [Node] {
        let isOrdered = zip(nodes, nodes.dropFirst()).allSatisfy { $0.index < $1.index }
        return isOrdered ? nodes : nodes.sorted { $0.index < $1.index }
    }

    private var exclusions: Exclusions { Exclusions(leftOut) }

    // MARK: - Text

    /// The text as people read it: paragraphs separated by one empty line, line breaks kept, other white space collapsed.
    public var text: String {
        renderer().text
    }

    /// The text, and where in it each anchor and each text of the page stands.
    public func rendered() -> RenderedText {
        let renderer = renderer(keepsPlaces: true)
        return RenderedText(text: renderer.text, places: renderer.places)
    }

    /// The text on one line, white space collapsed.
    public var line: String {
        renderer(isOneLine: true).text
    }

    /// A renderer that has rendered the fragment.
    private func renderer(isOneLine: Bool = false, keepsPlaces: Bool = false) -> TextRenderer {
        var renderer = TextRenderer(isOneLine: isOneLine, keepsPlaces: keepsPlaces)
        var exclusions = exclusions
        for node in nodes { renderer.render(node, excluding: &exclusions) }
        return renderer
    }

    // MARK: - Nodes

    /// Every node of the fragment, in document order.
    public var allNodes: NodeList {
        let ranges = ranges
        var numbers: [Int] = []
        numbers.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
        for range in ranges { numbers.append(contentsOf: range) }
        return NodeList(numbers, of: nodes.first?.document)
    }

    /// The numbers of the nodes of the fragment, in document order, as stretches with nothing left out inside.
    public var ranges: [Range<Int>] {
        var found: [Range<Int>] = []
        var exclusions = exclusions
        for root in nodes {
            var start = root.index
            while let hole = exclusions.next(from: start, before: root.end) {
                if hole > start { found.append(start..<hole) }
                start = root.document.end(of: hole)
            }
            if start < root.end { found.append(start..<root.end) }
        }
        return found
    }

    /// The elements of the fragment that match, the top nodes included.
    public func all(_ selector: Selector) -> [Node] {
        guard let document = nodes.first?.document else { return [] }
        let search = SelectorSearch(selector, in: document.table)
        return ranges.flatMap { search.all(in: $0) }.map { Node(document: document, index: $0) }
    }

    /// The first element of the fragment that matches, the top nodes included.
    public func first(_ selector: Selector) -> Node? {
        guard let document = nodes.first?.document else { return nil }
        let search = SelectorSearch(selector, in: document.table)
        return ranges.lazy.compactMap { search.first(in: $0) }.first.map { Node(document: document, index: $0) }
    }

    /// How many bytes of text stand in the fragment that are not white space.
    public var visibleLength: Int {
        guard let document = nodes.first?.document else { return 0 }
        return ranges.reduce(0) { $0 + document.visibleLength(of: $1) }
    }

    // MARK: - Markup

    /// The markup: of one node what is inside it, of several nodes the nodes themselves. Scripts, styles, forms' fields, event handlers and
    /// addresses that run scripts are left out.
    public var html: String {
        var serializer = MarkupSerializer(capacity: 2 * visibleLength)
        var exclusions = exclusions
        if nodes.count == 1, let only = nodes.first, !only.isText {
            serializer.write((only.index + 1)..<only.end, of: only.document.table, excluding: &exclusions)
        } else {
            for node in nodes { serializer.write(node.range, of: node.document.table, excluding: &exclusions) }
        }
        return serializer.markup
    }
}

/// The nodes that a walk in document order leaves out.
struct Exclusions {
    private let numbers: [Int]
    /// The first that is not behind the walk.
    private var position = 0

    /// - Parameter nodes: in document order.
    init(_ nodes: [Node]) {
        numbers = nodes.map(\.index)
    }

    /// Whether a node is left out. To be asked in document order; a step back costs a search.
    mutating func contain(_ index: Int) -> Bool {
        guard !numbers.isEmpty else { return false }
        return next(from: index, before: index + 1) != nil
    }

    /// The first node that is left out in a range.
    mutating func next(from start: Int, before end: Int) -> Int? {
        if position > 0, numbers[position - 1] >= start { position = 0 }
        while position < numbers.count, numbers[position] < start { position += 1 }
        return position < numbers.count && numbers[position] < end ? numbers[position] : nil
    }
}

/// The text of a fragment with the places of its nodes.
public struct RenderedText: Sendable {
    /// The text; see ``Fragment/text``.
    public let text: String
    /// For the number of each anchor and each text: where it begins, in bytes of UTF-8.
    public let places: TextPlaces
}

/// Where in a text the nodes of a page begin.
public struct TextPlaces: Sendable {
    private var nodes: [Int32] = []
    private var places: [Int32] = []

    mutating func append(_ node: Int, at place: Int) {
        nodes.append(Int32(node))
        places.append(Int32(place))
    }

    /// Where the node of a number begins, in bytes of UTF-8; `nil` for one that is not in the text, or is neither an anchor nor a text.
    public subscript(node: Int) -> Int? {
        let place = nodes[...].inside(node..<(node + 1))
        return place.isEmpty ? nil : Int(places[place.startIndex])
    }
}
