internal import Markup

/// Comments of another shape than those that were found first.
extension CommentFinder {
    /// The comments with those of another shape around them: where nearly every comment has a reply, the replies look more like comments.
    func withParents(_ anchors: [Node], from shapes: [CommentShape]) -> [Node] {
        guard anchors.count <= Self.mostCompared else { return anchors }
        let replies = NodeRanges(anchors)
        var tries = 8
        for shape in shapes.reversed() where (2...Self.mostCompared).contains(shape.nodes.count) && tries > 0 {
            let around = NodeRanges(shape.nodes)
            guard anchors.allSatisfy(around.contains), !shape.nodes.contains(where: replies.contains),
                around.ranges.count == shape.nodes.count
            else { continue }
            tries -= 1
            if shape.nodes.allSatisfy({ isComment($0, besides: anchors, isNamed: shape.isNamed) }) {
                return (anchors + shape.nodes).sorted { $0.index < $1.index }
            }
        }
        return anchors
    }

    private func isComment(_ node: Node, besides replies: [Node], isNamed: Bool) -> Bool {
        let replies = replies.filter(node.contains)
        guard (1...2).contains(ownDates(node, replies)) else { return false }
        return isComment(CommentItem([node], nested: replies + forms(in: [node])), isNamed: isNamed)
    }

    /// The comments with those of another shape among or inside them: replies, comments of the post's author.
    func withOthers(_ anchors: [Node], from shapes: [CommentShape]) -> [Node] {
        guard let first = anchors.first, let last = anchors.last, let start = first.parent else { return anchors }
        let parents = Set(anchors.compactMap(\.parent))
        let known = Set(anchors)
        let ranges = NodeRanges(anchors)
        var others: Set<Node> = []
        for shape in shapes {
            for node in shape.nodes where node.index > start.index && node.index < last.end + 200 && !known.contains(node) {
                let isInside = ranges.contains(node)
                let isNeighbour =
                    node.tag == first.tag && (shape.isNamed || node.tag == .li) && node.index < last.end && !isInside
                    && node.parent.map(parents.contains) == true
                let isReply = shape.isNamed && isInside && !holdsAny(of: anchors, node)
                guard isNeighbour || isReply, survey.datePlaces(in: node).count == 1, !others.contains(node) else { continue }
                guard isComment(CommentItem([node], nested: forms(in: [node])), isNamed: false) else { continue }
                // A part of a comment has its date; a reply has one besides the comment's own.
                if let around = node.ancestors.first(where: known.contains) {
                    guard hasDate(around, besides: node, nested: anchors) else { continue }
                }
                others.insert(node)
            }
        }
        // Of one reply the innermost element that is one counts.
        let inner = others.filter { other in
            others.count > Self.mostCompared || !others.contains { $0 != other && other.contains($0) }
        }
        return (anchors + inner).sorted { $0.index < $1.index }
    }

    /// Comparing all with all is for pages that people wrote.
    private static let mostCompared = 400

    private func holdsAny(of anchors: [Node], _ node: Node) -> Bool {
        let place = anchors.partitioningIndex { $0.index > node.index }
        return place < anchors.count && anchors[place].index < node.end
    }

    /// Whether a comment has a date of its own outside a part of it and outside the comments in it.
    private func hasDate(_ anchor: Node, besides part: Node, nested anchors: [Node]) -> Bool {
        let inside = NodeRanges(anchors[anchors.partitioningIndex { $0.index > anchor.index }...].prefix { $0.index < anchor.end })
        return survey.datePlaces(in: anchor).prefix(Self.mostCompared).contains { !part.contains($0.node) && !inside.contains($0.node) }
    }
}
