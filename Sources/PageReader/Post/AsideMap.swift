internal import Markup

/// What in some nodes of a page is none of a post, and how much running text stands outside of it.
struct AsideMap {
    private var range = 0..<0
    /// Elements that are none of a post, the outermost of each, in document order.
    private var asides: [Int32] = []
    private var outside: [Bool] = []
    /// For each node, how many bytes of running text stand before it.
    private var proseBefore: [Int32] = []

    init() {}

    /// - Parameters:
    ///   - range: an element with all in it.
    ///   - title: elements that hold this are no asides, whatever they are called.
    init(of range: Range<Int>, in map: PostMap, kept title: Node?) {
        self.range = range
        outside = Array(repeating: false, count: range.count)
        proseBefore = []
        proseBefore.reserveCapacity(range.count + 1)
        let half = map.wholeText / 2
        var kept: [Int] = title.map { title in ([title.index] + title.ancestors.map(\.index)).filter(range.contains).reversed() } ?? []
        kept.append(.max)
        var nextKept = 0
        var comments = map.comments.ranges[...]
        var prose = 0
        var linkEnd = title?.ancestors.first { $0.tag == .a && $0.index < range.lowerBound }?.end ?? 0
        var index = range.lowerBound
        while index < range.upperBound {
            let isKept = index == kept[nextKept]
            if isKept { nextKept += 1 }
            while let first = comments.first, first.upperBound <= index { comments.removeFirst() }
            let isComment = comments.first?.contains(index) == true && map.tags[index] != .text
            if !isKept, isComment || Self.isAside(index, in: map, half: half) {
                let end = min(map.page.end(of: index), range.upperBound)
                asides.append(Int32(index))
                while index < end {
                    proseBefore.append(Int32(prose))
                    outside[index - range.lowerBound] = true
                    index += 1
                }
                continue
            }
            proseBefore.append(Int32(prose))
            if map.tags[index] == .text {
                if index >= linkEnd { prose += map.text(in: index..<(index + 1)) }
            } else if map.tags[index] == .a {
                linkEnd = max(linkEnd, map.page.end(of: index))
            }
            index += 1
        }
        proseBefore.append(Int32(prose))
    }

    /// Elements with no text of a post: not those that hold most of the page, whatever they are called.
    private static func isAside(_ index: Int, in map: PostMap, half: Int) -> Bool {
        let marks = map.marks[index]
        let tag = map.tags[index]
        guard tag != .text else { return false }
        if marks.contains(.hidden) { return true }
        let isFixture = Self.isFixture(tag) && !(tag == .footer && map.page.parent(of: index).map { map.tags[$0] } == .blockquote)
        guard isFixture || !marks.isDisjoint(with: [.aside, .comments, .authorBox, .navigation]) else { return false }
        if marks.contains(.comments) { return true }
        return (isFixture || marks.isDisjoint(with: [.body, .post])) && map.text(in: index..<map.page.end(of: index)) <= half
    }

    private static func isFixture(_ tag: Tag) -> Bool {
        switch tag {
        case .nav, .aside, .footer, .form, .noscript, .script, .style, .template, .button, .select, .textarea, .dialog, .head, .menu: true
        default: false
        }
    }

    /// Whether a node belongs to what is none of a post.
    func isOutside(_ index: Int) -> Bool {
        range.contains(index) && outside[index - range.lowerBound]
    }

    /// How much running text stands in some nodes.
    func prose(in nodes: Range<Int>) -> Int {
        let start = min(max(nodes.lowerBound, range.lowerBound), range.upperBound) - range.lowerBound
        let end = min(max(nodes.upperBound, range.lowerBound), range.upperBound) - range.lowerBound
        return Int(proseBefore[end] - proseBefore[start])
    }

    /// The outermost elements inside one that are none of a post, in document order.
    func asides(in element: Node) -> [Node] {
        let first = asides.partitioningIndex { $0 > element.index }
        let behind = asides.partitioningIndex { $0 >= element.end }
        return asides[first..<max(first, behind)].compactMap { element.document.node(Int($0)) }
    }
}
