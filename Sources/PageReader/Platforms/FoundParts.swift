internal import Markup

/// What the selectors of a platform's rules find on a page, looked for once a page and asked for each comment.
struct FoundParts {
    /// For each selector that finds anything, in its order, what that is, in document order.
    private let lists: [[Node]]

    /// Longer elements are no name and no date.
    private static let longestLabel = 400

    init(_ selectors: [Selector], on page: HTMLDocument) {
        lists = selectors.map { page.all($0) }.filter { !$0.isEmpty }
    }

    /// The first element of a comment that the first selector finds which finds any there.
    func first(in item: CommentItem, where isWanted: (Node) -> Bool = { _ in true }) -> Node? {
        for list in lists {
            for root in item.roots {
                var place = list.partitioningIndex { $0.index >= root.index }
                while place < list.count, list[place].index < root.end {
                    if !item.isNested(list[place]), isWanted(list[place]) { return list[place] }
                    place += 1
                }
            }
        }
        return nil
    }

    /// The same, of a name's or a date's length.
    func firstLabel(in item: CommentItem) -> Node? {
        first(in: item) { $0.visibleLength <= Self.longestLabel }
    }

    /// Every element of a comment that any selector finds.
    func all(in item: CommentItem) -> [Node] {
        lists.flatMap { list in
            item.roots.flatMap { root in
                let start = list.partitioningIndex { $0.index >= root.index }
                let end = list.partitioningIndex { $0.index >= root.end }
                return list[start..<max(start, end)].filter { !item.isNested($0) }
            }
        }
    }

    /// Whether any selector finds this element.
    func contain(_ node: Node) -> Bool {
        lists.contains { list in
            let place = list.partitioningIndex { $0.index >= node.index }
            return place < list.count && list[place] == node
        }
    }
}
