internal import Markup

/// Where one of several posts of a page stands: in an element, or in a run of neighbours.
struct PostPlace {
    /// The element, or the first of the run.
    let element: Node
    /// The neighbours with the element, side by side; none where the element is all.
    let run: [Node]

    init(_ element: Node, run: [Node] = []) {
        (self.element, self.run) = (element, run)
    }

    var isRun: Bool { !run.isEmpty }

    /// The numbers of all nodes of the post.
    var range: Range<Int> { element.index..<max(element.range.upperBound, run.last?.range.upperBound ?? 0) }

    /// The first node that a selector finds: inside the element, or in the run and inside its parts.
    func first(_ selector: Selector, where isWanted: (Node) -> Bool) -> Node? {
        guard isRun else { return element.first(selector, where: isWanted) }
        for node in run where !node.isText {
            if node.matches(selector), isWanted(node) { return node }
            if let found = node.first(selector, where: isWanted) { return found }
        }
        return nil
    }

    /// All nodes that a selector finds.
    func all(_ selector: Selector) -> [Node] {
        guard isRun else { return element.all(selector) }
        return run.flatMap { node in node.isText ? [] : (node.matches(selector) ? [node] : []) + node.all(selector) }
    }
}
