internal import Markup

/// A page as the search for its posts sees it: what each element is marked as, how much text stands where, and what is none of a post.
///
/// It is made once for a page, and shared by all that look for posts in it. Loops over many nodes ask by their numbers: a ``Node`` keeps
/// its document alive, which costs more than the question.
struct PostMap {
    let page: HTMLDocument
    /// The comments, which are no part of a post.
    let comments: NodeRanges
    let tags: [Tag]
    let marks: [PostMarks]
    /// How many bytes of text stand before each node, links and all.
    private let textBefore: [Int32]
    /// What is none of a post, whatever its title is.
    private(set) var aside = AsideMap()

    init(_ page: HTMLDocument, comments: NodeRanges) {
        self.page = page
        self.comments = comments
        tags = (0..<page.count).map(page.tag(of:))
        marks = MarkReader.marks(of: page, tags: tags)
        textBefore = Self.textBefore(page, tags)
        aside = AsideMap(of: 0..<page.count, in: self, kept: nil)
    }

    /// The map for a post whose title stands in what is none of a post otherwise: what is around the title is kept.
    ///
    /// - Parameter range: the nodes in which the post is looked for.
    func keeping(_ title: Node?, in range: Range<Int>) -> PostMap {
        guard let title, isOutside(title.index) else { return self }
        var map = self
        map.aside = AsideMap(of: range, in: self, kept: title)
        return map
    }

    // MARK: - Marks

    func has(_ wanted: PostMarks, _ node: Node) -> Bool {
        !marks[node.index].isDisjoint(with: wanted)
    }

    func has(_ wanted: PostMarks, _ index: Int) -> Bool {
        !marks[index].isDisjoint(with: wanted)
    }

    /// Whether an element is called a post.
    func isPost(_ index: Int) -> Bool {
        tags[index] == .article || marks[index].contains(.post)
    }

    /// Whether an element is anything to the search for a post: it is marked, or its own name says something.
    func isNamed(_ index: Int) -> Bool {
        switch tags[index] {
        case .h1, .h2, .h3, .h4, .nav, .aside, .article: true
        default: !marks[index].isEmpty
        }
    }

    /// The numbers of an element and all in it.
    func range(of index: Int) -> Range<Int> { page.range(of: index) }

    /// The elements among some nodes that have one of some marks, in document order.
    func elements(with wanted: PostMarks, in range: Range<Int>) -> [Int] {
        range.filter { !marks[$0].isDisjoint(with: wanted) }
    }

    // MARK: - Lengths

    private static func textBefore(_ page: HTMLDocument, _ tags: [Tag]) -> [Int32] {
        var text = 0
        var before: [Int32] = []
        before.reserveCapacity(tags.count + 1)
        for index in tags.indices {
            before.append(Int32(truncatingIfNeeded: text))
            guard tags[index] == .text else { continue }
            // Short texts are taken as they are, for white space between tags is short.
            let length = page.textLength(of: index..<(index + 1))
            text += length < 16 ? length / 2 : page.lineLength(of: index)
        }
        before.append(Int32(truncatingIfNeeded: text))
        return before
    }

    /// How much text stands in the page.
    var wholeText: Int { Int(textBefore.last ?? 0) }

    /// How much text stands in an element, links and all.
    func text(in node: Node) -> Int { text(in: node.index..<node.end) }

    /// How much text stands in some nodes, links and all.
    func text(in nodes: Range<Int>) -> Int {
        Int(textBefore[nodes.upperBound] - textBefore[nodes.lowerBound])
    }

    /// Whether a text is more than white space.
    func isWritten(_ text: Node) -> Bool {
        text.isText && self.text(in: text) > 0 && text.hasWords
    }

    /// How much running text of a post may stand in an element: text outside links and outside what is none of a post.
    func prose(in node: Node) -> Int { aside.prose(in: node.index..<node.end) }

    func prose(in nodes: Range<Int>) -> Int { aside.prose(in: nodes) }

    // MARK: - What is none of a post

    /// Whether a node belongs to what is none of a post.
    func isOutside(_ node: Node) -> Bool { aside.isOutside(node.index) }

    func isOutside(_ index: Int) -> Bool { aside.isOutside(index) }
}
