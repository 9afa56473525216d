internal import Markup

/// Which comment answers which.
///
/// A page says it by a link or an attribute, by putting the reply into the comment's element, by a number for the depth, or by putting
/// the replies into a box right behind the comment (Drupal's `div.indented`).
struct ReplyTree {
    let comments: [CommentDraft]

    /// For each comment the place of the one it answers.
    var parents: [Int?] {
        let numbers = Dictionary(
            comments.indices.compactMap { index in comments[index].id.map { ($0, index) } }, uniquingKeysWith: { first, _ in first })
        let around = containers()
        let hasDepths = comments.contains { ($0.depth ?? 0) > 0 }
        let behind = hasDepths ? [] : owners()
        var byDepth: [(depth: Int, index: Int)] = []
        return comments.indices.map { index in
            if let depth = comments[index].depth {
                while let last = byDepth.last, last.depth >= depth { byDepth.removeLast() }
                defer { byDepth.append((depth, index)) }
                if comments[index].parentReference == nil, around[index] == nil { return byDepth.last?.index }
            }
            // A reference to a comment that is not on this page, or to the post, is no parent here.
            if let reference = comments[index].parentReference { return numbers[reference].flatMap { $0 == index ? nil : $0 } }
            return around[index] ?? (hasDepths ? nil : behind[index])
        }
    }

    /// The innermost comment whose element is around each.
    private func containers() -> [Int?] {
        var open: [(end: Int, index: Int)] = []
        return comments.indices.map { index in
            let anchor = comments[index].anchor
            while let last = open.last, last.end <= anchor.index { open.removeLast() }
            defer { open.append((anchor.end, index)) }
            return open.last?.index
        }
    }

    private static let deepest = 12

    /// The comment right before a box that holds others: the box is the next element of its parent, and no comment itself.
    private func owners() -> [Int?] {
        let anchors = Dictionary(comments.indices.map { (comments[$0].anchor, $0) }, uniquingKeysWith: { first, _ in first })
        // Where comments stand in boxes of their own, a box behind a comment means nothing.
        return comments.indices.map { index in
            let anchor = comments[index].anchor
            var box = anchor
            for _ in 0..<Self.deepest {
                guard let parent = box.parent, anchors[parent] == nil else { return nil }
                if box != anchor, let before = box.previousElementThatSpeaks, let owner = anchors[before] { return owner }
                box = parent
            }
            return nil
        }
    }
}

extension Node {
    /// The element before this one, empty anchors and clearing boxes left out.
    var previousElementThatSpeaks: Node? {
        var previous = previousElement
        for _ in 0..<3 {
            guard let node = previous, node.isBlank || node.tag == .a else { return previous }
            previous = node.previousElement
        }
        return previous
    }
}
