internal import Markup

/// Finds what may be comments that are runs of neighbours: between rules (`hr`), or from one line that says who and when to the next; a run
/// may also be one paragraph among others of the same kind.
///
/// A run is a proposal only: whether it has a person, a date and words is for ``CommentFinder`` to say.
struct CommentRuns {
    let survey: PageSurvey
    let headings: CommentHeadings
    /// Whether a region calls what stands in it comments.
    let isInRegion: (Node) -> Bool

    private var page: HTMLDocument { survey.page }

    /// Pages that people wrote have one place of comments, and some more that look like one.
    private static let mostPlaces = 6
    private static let mostRuns = 2_000
    /// A longer element is no line of name and date.
    private static let longestHead = 200

    /// The rows of runs, the surest first. Each run is some nodes side by side.
    func rows() -> some Sequence<[[Node]]> {
        [ruled, headed].lazy.flatMap { $0() }.filter { $0.first?.first.map(isPlace) ?? false }
    }

    // MARK: - Between rules

    /// `<b>NAME</b> DATE<br>words<hr>`: what stands between the rules of an element.
    private func ruled() -> [[[Node]]] {
        var parents: [Int] = []
        for rule in page.elements(.hr, in: 0..<page.count) {
            guard let parent = page.parent(of: Int(rule)), parents.last != parent, !parents.contains(parent) else { continue }
            guard parents.count < Self.mostPlaces else { break }
            parents.append(parent)
        }
        return parents.compactMap(page.node).compactMap { parent in
            let runs = pieces(of: parent)
            guard (2...Self.mostRuns).contains(runs.count) else { return nil }
            // A heading above the first alone is that of another section.
            let isHeaded = runs.prefix(2).map { run in run.contains { $0.tag.isHeading } }
            guard isHeaded.first == isHeaded.last else { return nil }
            // Rules may also stand between parts of which each holds several comments.
            return runs.count(where: { heads(in: $0) == 1 }) * 10 >= runs.count * 8 ? runs : nil
        }
    }

    /// The parts between rules, from the first with a date to the last. A heading of the page begins anew, a form ends.
    private func pieces(of parent: Node) -> [[Node]] {
        var pieces: [[Node]] = [[]]
        for child in parent.children {
            if child.tag == .hr {
                pieces.append([])
            } else if child.tag == .form, !child.isPageForm {
                break
            } else if child.tag == .h1 || child.tag == .h2 || headings.isOne(child) {
                if pieces.count(where: { heads(in: $0) == 1 }) > 1 { break }
                pieces = [[]]
            } else {
                pieces[pieces.count - 1].append(child)
            }
        }
        let dated = pieces.map { heads(in: $0) > 0 }
        guard let first = dated.firstIndex(of: true), let last = dated.lastIndex(of: true) else { return [] }
        return pieces[first...last].map { Array($0.drop { $0.isText && $0.isBlank }) }.filter { $0.contains { !$0.isBlank } }
    }

    /// How many of some neighbours say when something was written.
    private func heads(in nodes: [Node]) -> Int {
        nodes.count { $0.isText ? survey.isDateText($0) : isHead($0) }
    }

    private func isHead(_ node: Node) -> Bool {
        node.visibleLength <= Self.longestHead && !survey.datePlaces(in: node).isEmpty
    }

    // MARK: - From head to head

    /// A heading, a `dt` or a box with name and date, and the words in the elements behind it or before it.
    private func headed() -> [[[Node]]] {
        datedChildren().flatMap(alike).filter { isInRegion($0[0]) || headings.isAbove($0[0]) }.prefix(Self.mostPlaces).flatMap { dated in
            // Paragraphs that hold all of a comment may stand beside others that have nothing to do with them.
            if areNeighbours(dated) { return [dated.map { [$0] }] }
            let heads = dated.filter(isHead)
            return heads.count > 1 ? runs(heads) : []
        }
    }

    /// Whether elements with a date each stand side by side, with no words between them.
    private func areNeighbours(_ elements: [Node]) -> Bool {
        zip(elements, elements.dropFirst()).allSatisfy { page.visibleLength(of: $0.end..<max($0.end, $1.index)) == 0 }
            && elements.allSatisfy { survey.datePlaces(in: $0).count == 1 }
    }

    /// Whether comments may begin at a node: where they are called so, and not in a sidebar or a menu.
    private func isPlace(_ node: Node) -> Bool {
        (isInRegion(node) || headings.isRightAbove(node)) && !node.ancestors.contains { CommentShapes.isOutside($0, survey) }
    }

    /// The children that hold dates and little else, of each element that has several, in page order.
    private func datedChildren() -> [[Node]] {
        var children: [Int: [Int]] = [:]
        for place in survey.datePlaces {
            var child = place.node.index
            // The date, the line around it, and the box around that.
            for _ in 0..<3 {
                guard let parent = page.parent(of: child) else { break }
                if children[parent]?.last != child { children[parent, default: []].append(child) }
                child = parent
            }
        }
        return children.filter { (2...Self.mostRuns).contains($0.value.count) }.sorted { $0.key < $1.key }
            .map { $0.value.compactMap(page.node) }
    }

    /// What two lines that one template wrote have in common. Words with a date in them may be in such an element too, but no name in bold.
    private struct Shape: Hashable {
        var tag: Tag
        var classes: Int?
        var first: Tag?

        init(_ node: Node) {
            tag = node.tag
            classes = node.document.classValue(of: node.index)
            first = node.childElements.first?.tag
        }
    }

    /// Lines of one shape each, where there are several; an item of a list is a comment of its own.
    private func alike(_ lines: [Node]) -> [[Node]] {
        Dictionary(grouping: lines.filter { $0.tag != .li }, by: Shape.init).values.filter { $0.count > 1 }.sorted {
            $0[0].index < $1[0].index
        }
    }

    /// The runs that may belong to lines of dates: those behind them; or before them, where the last one has nothing behind it.
    private func runs(_ heads: [Node]) -> [[[Node]]] {
        guard let last = heads.last else { return [] }
        guard survey.run(from: last, until: []).dropFirst().contains(where: { !$0.isBlank }) else { return [runs(endingWith: heads)] }
        // The name may stand in an element of its own before that of the date.
        return (0...2).compactMap { starts(of: heads, distance: $0) }.map { starts in
            let stops = Set(starts)
            return starts.map { anchors(before: $0) + survey.run(from: $0, until: stops) }
        }
    }

    /// The elements so far before some lines, where they are alike, and nothing but a heading stands before the first.
    private func starts(of heads: [Node], distance: Int) -> [Node]? {
        var starts: [Node] = []
        for head in heads {
            var start = head
            for _ in 0..<distance {
                guard let previous = start.previousElement, previous.visibleLength <= Self.longestHead, !previous.isBlank else {
                    return nil
                }
                start = previous
            }
            guard starts.last.map({ start.index > $0.index && start.tag == $0.tag }) ?? true else { return nil }
            starts.append(start)
        }
        guard let first = starts.first, first.tag.isHeading || Self.headTags.contains(first.tag) || isFirst(first) else { return nil }
        // What stands between a line and the one before it has words of that one.
        return distance == 0 || zip(heads, starts.dropFirst()).allSatisfy { $0.end < $1.index && !headings.isOne($1) } ? starts : nil
    }

    /// What is written for nothing but heads; other elements may hold the words before a line.
    private static let headTags: TagSet = [.dt, .tr]

    /// Whether no words stand before a node in its parent, or none but a heading.
    private func isFirst(_ node: Node) -> Bool {
        var previous = node.previousSibling
        while let other = previous, other.isBlank { previous = other.previousSibling }
        return previous.map { $0.tag.isHeading || headings.isOne($0) } ?? true
    }

    /// `<a name="c12"></a>` stands before what it names.
    private func anchors(before start: Node) -> [Node] {
        guard let anchor = start.previousElement, anchor.tag == .a, anchor.isBlank else { return [] }
        return [anchor]
    }

    /// Each line with the neighbours up to the line before it, or up to the heading above them all.
    private func runs(endingWith heads: [Node]) -> [[Node]] {
        let stops = Set(heads)
        return heads.map { head in
            var run = [head]
            var previous = head.previousSibling
            while let node = previous, !stops.contains(node), node.tag != .form, !(node.tag.isHeading && headings.isOne(node)),
                node.tag != .h1, node.tag != .h2, run.count < Self.mostRuns
            {
                run.append(node)
                previous = node.previousSibling
            }
            return run.reversed()
        }
    }
}
