internal import Markup
internal import ThreadModel

/// Finds the comments of an unknown page: elements of one shape side by side, each with a person, a date and a text.
struct CommentFinder {
    /// Every node of the page, in document order.
    let nodes: [Node]
    let hints: HintTable
    let dates: DateReader

    /// The comments in page order; none where no repeated structure is evidently one of comments.
    func find() -> [CommentDraft] {
        var best: (score: Int, items: [CommentDraft]) = (0, [])
        for group in groups() {
            guard let first = group.first else { continue }
            let isNamed = group.contains { hints.has(.comment, $0) } || first.ancestors.prefix(3).contains { hints.has(.comment, $0) }
            let isHeaded = isNamed || hasHeading(above: first)
            // One block alone, or blocks that nothing calls comments, may be anything: teasers have authors and dates too.
            guard isHeaded || group.count > 1, let items = comments(in: group), isHeaded || isEvident(items) else { continue }
            let score = items.count * (isNamed ? 4 : isHeaded ? 3 : 2)
            if score > best.score { best = (score, withReplies(items)) }
        }
        return best.items
    }

    // MARK: - Groups

    private static let blocks: Set<String> = ["div", "li", "article", "section", "tr", "dd", "p", "blockquote", "table"]
    /// No conversation is inside these.
    private static let fixtures: Set<String> = ["nav", "footer", "aside", "form", "head"]

    /// Elements with the same parent, name and kind of class, in page order.
    private func groups() -> [[Node]] {
        var byShape: [String: [Node]] = [:]
        var order: [String] = []
        var noiseEnd = 0
        for node in nodes where !node.isText && node.index >= noiseEnd {
            if Self.fixtures.contains(node.name) || (hints.has(.noise, node) && !hints.has(.comment, node)) {
                noiseEnd = node.name == "body" ? noiseEnd : node.end
                continue
            }
            guard Self.blocks.contains(node.name), let parent = node.parent else { continue }
            let shape = "\(parent.index)/\(node.name)/\(Self.kind(of: node))"
            if byShape[shape] == nil { order.append(shape) }
            byShape[shape, default: []].append(node)
        }
        return order.compactMap { byShape[$0] }
    }

    /// The first class that is no number and not about odd or even.
    private static func kind(of node: Node) -> String {
        let stripes: Set<String> = ["odd", "even", "alt", "first", "last", "par", "impar"]
        let name = node.classes.first { name in !stripes.contains(name) && !name.contains(where: \.isNumber) } ?? ""
        return name.isEmpty && node.attribute("id")?.contains(where: \.isNumber) == true ? "#" : name
    }

    /// The comments of a group, if nearly all its elements are comments.
    private func comments(in group: [Node]) -> [CommentDraft]? {
        let items = group.compactMap { draft(of: $0, without: []) }
        return !items.isEmpty && items.count * 10 >= group.count * 8 ? items : nil
    }

    /// Several blocks that all have a date with a time of day, and lead to no other page with a heading: a conversation without the word.
    private func isEvident(_ items: [CommentDraft]) -> Bool {
        items.count >= 2
            && items.allSatisfy { item in
                let hasTime =
                    item.dateNode.flatMap { dates.find(in: $0.attribute("datetime") ?? $0.line) }?.date.local?.contains("T") == true
                return hasTime && item.anchor.first { ["h1", "h2", "h3", "h4"].contains($0.name) } == nil
            }
    }

    /// The comments with the replies that stand inside them: elements of the same kind, at any depth.
    private func withReplies(_ items: [CommentDraft]) -> [CommentDraft] {
        guard let first = items.first?.anchor, let list = first.parent, let stop = items.last?.anchor.end else { return items }
        let kind = Self.kind(of: first)
        guard !kind.isEmpty else { return items }
        let alike = Fragment(list).allNodes.filter { node in
            node.index < stop && node.name == first.name && Self.kind(of: node) == kind && node != list
        }
        guard alike.count > items.count else { return items }
        let drafts = zip(alike, NodeRanges.directlyInside(alike)).compactMap { node, replies in draft(of: node, without: replies) }
        return drafts.count > items.count ? drafts : items
    }

    private static let headingWords = [
        "comment", "kommentar", "comentario", "commento", "commenti", "reacties", "reaktion", "coment", "opinion", "responses", "antworten",
        "コメント",
    ]

    private func hasHeading(above first: Node) -> Bool {
        for index in max(0, first.index - 60)..<first.index {
            guard let node = first.document.node(index), ["h1", "h2", "h3", "h4", "h5", "legend", "summary"].contains(node.name) else {
                continue
            }
            let line = node.line.lowercased()
            if line.utf8.count <= 120, Self.headingWords.contains(where: { line.contains($0) }) { return true }
        }
        return false
    }

    // MARK: - One comment

    /// The parts of one comment; `nil` if there is no date, no person or no text.
    private func draft(of item: Node, without replies: [Node]) -> CommentDraft? {
        guard item.end - item.index < 4_000 else { return nil }
        let nodes = Fragment(item, excluding: replies).allNodes
        guard nodes.count < 400, let dateNode = dateNode(in: nodes) else { return nil }
        guard let authorNode = authorNode(in: nodes, date: dateNode) else { return nil }
        var draft = CommentDraft(kind: .comment, anchor: item)
        draft.dateNode = dateNode
        let isByline = authorNode == dateNode || authorNode.contains(dateNode)
        if isByline { draft.byline = authorNode } else { draft.authorNode = authorNode }
        draft.body = body(of: item, without: replies, nodes: nodes, author: authorNode, date: dateNode)
        guard let text = draft.body?.text, !text.isEmpty else { return nil }
        draft.permalink = nodes.first {
            $0.name == "a" && $0.attribute("href")?.contains("#") == true && $0.attribute("href")?.last != "#"
        }?
        .attribute("href")
        draft.id = item.attribute("id").flatMap { id in id.contains(where: \.isNumber) ? id : nil }
        return draft
    }

    /// The smallest element whose text is hardly more than a date.
    private func dateNode(in nodes: [Node]) -> Node? {
        if let time = nodes.first(where: { $0.name == "time" || ($0.name == "abbr" && $0.attribute("title") != nil) }),
            dates.find(in: time.attribute("datetime") ?? time.attribute("title") ?? time.line) != nil
        {
            return time
        }
        for node in nodes where node.isText && node.textLength <= 240 {
            let text = node.line
            // A date in running text is not the comment's: the line must be short, or be a byline.
            guard let found = dates.find(in: text), text.count - text[found.range].count <= 60 else { continue }
            return node.parent
        }
        return nil
    }

    private static let nameElements: Set<String> = ["cite", "strong", "b", "h3", "h4", "h5", "address", "a"]

    private func authorNode(in nodes: [Node], date: Node) -> Node? {
        let elements = nodes.dropFirst().filter { !$0.isText }
        func isName(_ node: Node) -> Bool {
            guard node.textLength <= 200 else { return false }
            let line = node.line
            return (1...60).contains(line.count) && line.contains(where: \.isLetter) && dates.find(in: line) == nil
        }
        if let hinted = elements.first(where: { hints.has(.author, $0) && isName($0) }) {
            return hinted.first { $0.name == "a" && isName($0) } ?? hinted
        }
        let marked = elements.filter { Self.nameElements.contains($0.name) }
        return marked.first { $0.index < date.end && !date.contains($0) && isName($0) } ?? marked.first { date.contains($0) && isName($0) }
            ?? (Byline.read(date.line, dates: dates)?.name != nil ? date : nil)
    }

    private func body(of item: Node, without replies: [Node], nodes: [Node], author: Node, date: Node) -> Fragment {
        let hinted = nodes.dropFirst().first { node in
            hints.has(.body, node) && !node.contains(author) && !node.contains(date) && !Fragment(node).text.isEmpty
        }
        if let hinted { return Fragment(hinted, excluding: replies) }
        // Everything but the lines of author and date.
        return Fragment(item, excluding: [line(around: author, in: item), line(around: date, in: item)] + controls(in: nodes) + replies)
    }

    /// The largest element around a name or a date that has no running text of its own.
    private func line(around node: Node, in item: Node) -> Node {
        let longest = node.textLength + 60
        var line = node
        while let parent = line.parent, parent != item, item.contains(parent), parent.textLength <= longest { line = parent }
        return line
    }

    /// "Reply", "Permalink": anchors that lead nowhere but to the comment.
    private func controls(in nodes: [Node]) -> [Node] {
        nodes.filter { node in
            guard node.name == "a", let reference = node.attribute("href"), node.textLength < 40 else { return false }
            return reference.hasPrefix("#") || reference.contains("reply")
        }
    }
}

extension Node {
    /// The first node below this one that is as asked for.
    func first(where isWanted: (Node) -> Bool) -> Node? {
        Fragment(self).allNodes.dropFirst().first(where: isWanted)
    }
}
