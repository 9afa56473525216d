internal import Markup

/// Elements of a page with all that is inside them, for many questions of the kind "is this node in one of them?".
struct NodeRanges {
    /// The outermost elements, in document order.
    private(set) var ranges: [Range<Int>] = []

    init(_ nodes: some Sequence<Node>) {
        for node in nodes.sorted(by: { $0.index < $1.index }) where node.index >= ranges.last?.upperBound ?? 0 {
            ranges.append(node.index..<node.end)
        }
    }

    /// Whether a node is one of the elements or inside one.
    func contains(_ node: Node) -> Bool { contains(node.index) }

    /// Whether the node of a number is one of the elements or inside one.
    func contains(_ index: Int) -> Bool {
        guard !ranges.isEmpty else { return false }
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= index { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(index)
    }

    /// For each of some nodes in document order, those of them that stand directly inside it.
    static func directlyInside(_ nodes: [Node]) -> [[Node]] {
        var inside: [[Node]] = Array(repeating: [], count: nodes.count)
        var open: [Int] = []
        for (index, node) in nodes.enumerated() {
            while let last = open.last, nodes[last].end <= node.index { open.removeLast() }
            if let around = open.last { inside[around].append(node) }
            open.append(index)
        }
        return inside
    }
}
