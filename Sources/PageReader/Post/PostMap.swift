internal import Markup

/// A page as the search for its post sees it: what each element is marked as, what is none of the post, and how much text stands where.
/// It is made in two walks over the nodes.
struct PostMap {
    /// Every node of the page, in document order.
    let nodes: [Node]
    private let marks: [PostMarks]
    /// For each node, how many bytes of text stand before it: all text, and running text outside links and outside what is no post.
    private let textBefore: [Int]
    private var proseBefore: [Int] = []
    /// Elements that are none of the post, the outermost of each, in document order.
    private(set) var asides: [Node] = []
    private var isOutside: [Bool] = []

    /// - Parameter nodes: all nodes of a page, the root first.
    init(_ nodes: [Node]) {
        self.nodes = nodes
        marks = Self.marks(of: nodes)
        var text = 0
        var before: [Int] = []
        before.reserveCapacity(nodes.count + 1)
        for node in nodes {
            before.append(text)
            if node.isText { text += Self.length(of: node) }
        }
        before.append(text)
        textBefore = before
    }

    // MARK: - Marks

    private static func marks(of nodes: [Node]) -> [PostMarks] {
        var ofClasses: [[String]: PostMarks] = [:]
        return nodes.map { node in
            guard !node.isText, node.name != "body", node.name != "html" else { return [] }
            var found: PostMarks = []
            let classes = node.classes
            if !classes.isEmpty {
                if let known = ofClasses[classes] {
                    found = known
                } else {
                    found = PostMarks(ofClasses: classes)
                    ofClasses[classes] = found
                }
            }
            if let id = node.attribute("id"), !found.contains(.post) { found.formUnion(PostMarks(of: id)) }
            for name in ["itemprop", "property", "rel"] {
                guard let value = node.attribute(name) else { continue }
                for token in value.split(separator: " ") {
                    found.formUnion(PostMarks(of: token).subtracting([.aside, .navigation, .comments]))
                }
            }
            return isHidden(node) ? found.union(.hidden) : found
        }
    }

    private static func isHidden(_ node: Node) -> Bool {
        if node.attribute("hidden") != nil || node.attribute("aria-hidden") == "true" { return true }
        guard let style = node.attribute("style"), style.utf8.count < 500 else { return false }
        let plain = style.filter { !$0.isSpace }.lowercased()
        return plain.contains("display:none") || plain.contains("visibility:hidden")
    }

    func has(_ wanted: PostMarks, _ node: Node) -> Bool {
        marks.indices.contains(node.index) && !marks[node.index].isDisjoint(with: wanted)
    }

    // MARK: - Lengths

    /// How long a text is without white space around it: short ones are taken as they are, for white space between tags is short.
    private static func length(of text: Node) -> Int {
        let length = text.textLength
        return length < 16 ? length / 2 : text.line.utf8.count
    }

    /// Whether a text is more than white space.
    func isWritten(_ text: Node) -> Bool {
        text.isText && self.text(in: text) > 0 && !text.line.isEmpty
    }

    /// How much text stands in an element, links and all.
    func text(in node: Node) -> Int {
        textBefore[node.end] - textBefore[node.index]
    }

    /// How much running text of the post may stand in an element.
    func prose(in node: Node) -> Int {
        proseBefore.isEmpty ? 0 : proseBefore[node.end] - proseBefore[node.index]
    }

    func prose(from start: Int, to end: Int) -> Int {
        proseBefore.isEmpty ? 0 : proseBefore[end] - proseBefore[start]
    }

    /// Whether a node belongs to what is none of the post.
    func isOutside(_ node: Node) -> Bool {
        isOutside.indices.contains(node.index) && isOutside[node.index]
    }

    // MARK: - What is none of the post

    private static let fixtures: Set<String> = [
        "nav", "aside", "footer", "form", "noscript", "script", "style", "template", "button", "select", "textarea", "dialog", "head",
        "menu",
    ]

    /// Elements with no text of a post: not those that hold its title, and not those that hold most of the page, whatever they are called.
    mutating func separate(comments: NodeRanges, title: Node?) {
        let kept = Set(title.map { [$0.index] + $0.ancestors.map(\.index) } ?? [])
        let half = (textBefore.last ?? 0) / 2
        proseBefore = Array(repeating: 0, count: nodes.count + 1)
        isOutside = Array(repeating: false, count: nodes.count)
        var prose = 0
        var outsideEnd = 0
        var linkEnd = 0
        for node in nodes {
            proseBefore[node.index] = prose
            if node.index < outsideEnd {
                isOutside[node.index] = true
            } else if node.isText {
                if node.index >= linkEnd { prose += textBefore[node.index + 1] - textBefore[node.index] }
            } else if isAside(node, half: half) || comments.contains(node), !kept.contains(node.index) {
                asides.append(node)
                isOutside[node.index] = true
                outsideEnd = node.end
            } else if node.name == "a" {
                linkEnd = max(linkEnd, node.end)
            }
        }
        proseBefore[nodes.count] = prose
    }

    private func isAside(_ node: Node, half: Int) -> Bool {
        let marks = marks[node.index]
        if marks.contains(.hidden) { return true }
        let isFixture = Self.fixtures.contains(node.name) && !(node.name == "footer" && node.parent?.name == "blockquote")
        guard isFixture || !marks.isDisjoint(with: [.aside, .comments, .authorBox, .navigation]) else { return false }
        if marks.contains(.comments) { return true }
        return text(in: node) <= half && (isFixture || marks.isDisjoint(with: [.body, .post]))
    }
}
