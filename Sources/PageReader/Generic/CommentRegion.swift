internal import Markup
internal import ThreadModel

/// The comments of a page: elements of one shape side by side, each with a person, a date and a text.
struct CommentRegion {
    var items: [CommentDraft]

    /// The best region of a page; `nil` where no repeated structure is evidently one of comments.
    static func find(in root: Node, dates: DateReader) -> CommentRegion? {
        var best: (score: Int, region: CommentRegion)?
        for group in groups(in: root) {
            guard let first = group.first else { continue }
            let isNamed = group.contains { Hint.has(Hint.comment, $0) } || first.ancestors.prefix(3).contains { Hint.has(Hint.comment, $0) }
            let isHeaded = hasHeading(above: first)
            guard let region = region(of: group, dates: dates) else { continue }
            // One block alone, or blocks that nothing calls comments, may be anything: teasers have authors and dates too.
            guard isNamed || isHeaded || region.isEvident(by: dates) else { continue }
            let score = region.items.count * (isNamed ? 4 : isHeaded ? 3 : 2)
            if score > best?.score ?? 0 { best = (score, region.withReplies(in: root, dates: dates)) }
        }
        return best?.region
    }

    /// Several blocks that all have a date with a time of day, and lead to no other page with a heading: a conversation without the word.
    private func isEvident(by dates: DateReader) -> Bool {
        items.count >= 2
            && items.allSatisfy { item in
                let hasTime = item.dateNode.flatMap { dates.find(in: $0.attribute("datetime") ?? $0.line) }?.date.local?.contains("T") == true
                let isTeaser = Fragment(item.anchor).allNodes.contains { ["h1", "h2", "h3", "h4"].contains($0.name) }
                return hasTime && !isTeaser
            }
    }

    /// The region with the replies that stand inside its comments: elements of the same kind, at any depth.
    private func withReplies(in root: Node, dates: DateReader) -> CommentRegion {
        guard let first = items.first?.anchor, let list = first.parent, let stop = items.last?.anchor.end else { return self }
        let kind = Self.kind(of: first)
        guard !kind.isEmpty else { return self }
        let alike = Fragment(list).allNodes.filter { node in
            node.index < stop && node.name == first.name && Self.kind(of: node) == kind && node != list
        }
        guard alike.count > items.count else { return self }
        let drafts = alike.compactMap { node in
            Self.draft(of: node, without: alike.filter { $0 != node && node.contains($0) }, dates: dates)
        }
        return drafts.count > items.count ? CommentRegion(items: drafts) : self
    }

    /// Elements with the same parent, name and kind of class, in page order.
    private static func groups(in root: Node) -> [[Node]] {
        var byShape: [String: [Node]] = [:]
        var order: [String] = []
        for node in Fragment(root).allNodes where !node.isText && !node.isNoise {
            guard ["div", "li", "article", "section", "tr", "dd", "p", "blockquote", "table"].contains(node.name), let parent = node.parent else { continue }
            let shape = "\(parent.index)/\(node.name)/\(kind(of: node))"
            if byShape[shape] == nil { order.append(shape) }
            byShape[shape, default: []].append(node)
        }
        return order.compactMap { byShape[$0] }
    }

    /// The first class that is no number and not about odd or even.
    private static func kind(of node: Node) -> String {
        let stripes: Set<String> = ["odd", "even", "alt", "first", "last", "par", "impar"]
        let name = node.classes.first { name in !stripes.contains(name) && !name.contains(where: \.isNumber) } ?? ""
        return name.isEmpty && node.attribute("id").map { $0.contains { $0.isNumber } } == true ? "#" : name
    }

    private static func region(of group: [Node], dates: DateReader) -> CommentRegion? {
        // A cheap look first: a comment with a date has a digit somewhere.
        let items = group.compactMap { draft(of: $0, without: [], dates: dates) }
        guard !items.isEmpty, items.count * 10 >= group.count * 8 else { return nil }
        return CommentRegion(items: items)
    }

    /// The parts of one comment; `nil` if there is no date, no person or no text.
    private static func draft(of item: Node, without replies: [Node], dates: DateReader) -> CommentDraft? {
        let nodes = Fragment(item, excluding: replies).allNodes
        guard nodes.count < 400, let dateNode = dateNode(in: nodes, dates: dates) else { return nil }
        guard let authorNode = authorNode(in: nodes, date: dateNode, dates: dates) else { return nil }
        var draft = CommentDraft(kind: .comment, anchor: item)
        draft.dateNode = dateNode
        let isByline = authorNode == dateNode || authorNode.contains(dateNode)
        if isByline { draft.byline = authorNode } else { draft.authorNode = authorNode }
        draft.body = body(of: item, without: replies, nodes: nodes, author: authorNode, date: dateNode)
        guard let text = draft.body?.text, !text.isEmpty else { return nil }
        draft.permalink = nodes.first { $0.name == "a" && $0.attribute("href")?.contains("#") == true && $0.attribute("href")?.last != "#" }?
            .attribute("href")
        draft.id = item.attribute("id").flatMap { id in id.contains(where: \.isNumber) ? id : nil }
        return draft
    }

    /// The smallest element whose text is hardly more than a date.
    private static func dateNode(in nodes: [Node], dates: DateReader) -> Node? {
        if let time = nodes.first(where: { $0.name == "time" || ($0.name == "abbr" && $0.attribute("title") != nil) }),
            dates.find(in: time.attribute("datetime") ?? time.attribute("title") ?? time.line) != nil
        {
            return time
        }
        for node in nodes where node.isText {
            let text = node.line
            guard text.count <= 120, let found = dates.find(in: text) else { continue }
            let parent = node.parent
            // A date in running text is not the comment's: the line must be short, or be a byline.
            let rest = text.count - text[found.range].count
            guard rest <= 60, let parent else { continue }
            return parent
        }
        return nil
    }

    private static func authorNode(in nodes: [Node], date: Node, dates: DateReader) -> Node? {
        let elements = nodes.filter { !$0.isText && $0 != nodes.first }
        func isName(_ node: Node) -> Bool {
            let line = node.line
            return !line.isEmpty && line.count <= 60 && dates.find(in: line) == nil && line.contains(where: \.isLetter)
        }
        if let hinted = elements.first(where: { Hint.has(Hint.author, $0) && isName($0) }) {
            return hinted.first(where: { $0.name == "a" && isName($0) }) ?? hinted
        }
        let nameElements: Set<String> = ["cite", "strong", "b", "h3", "h4", "h5", "address", "a"]
        if let marked = elements.first(where: { nameElements.contains($0.name) && isName($0) && $0.index < date.end && !date.contains($0) }) { return marked }
        if let marked = elements.first(where: { nameElements.contains($0.name) && isName($0) && date.contains($0) }) { return marked }
        return Byline.read(date.line, dates: dates)?.name != nil ? date : nil
    }

    private static func body(of item: Node, without replies: [Node], nodes: [Node], author: Node, date: Node) -> Fragment {
        let hinted = nodes.first { node in
            !node.isText && node != item && Hint.has(Hint.body, node) && !node.contains(author) && !node.contains(date) && !node.text.isEmpty
        }
        if let hinted { return Fragment(hinted, excluding: replies) }
        // Everything but the line of author and date: the largest element around each that has no running text of its own.
        return Fragment(item, excluding: [line(around: author, in: item), line(around: date, in: item)] + controls(in: nodes) + replies)
    }

    private static func line(around node: Node, in item: Node) -> Node {
        var line = node
        while let parent = line.parent, parent != item, item.contains(parent), parent.line.count <= node.line.count + 60 { line = parent }
        return line
    }

    /// "Reply", "Permalink": anchors that lead nowhere but to the comment.
    private static func controls(in nodes: [Node]) -> [Node] {
        nodes.filter { $0.name == "a" && ($0.attribute("href")?.hasPrefix("#") == true || $0.attribute("href")?.contains("reply") == true) && $0.line.count < 30 }
    }

    private static let headingWords = [
        "comment", "kommentar", "comentario", "commento", "commenti", "reacties", "reaktion", "coment", "opinion", "responses", "antworten", "コメント",
    ]

    private static func hasHeading(above first: Node) -> Bool {
        let start = max(0, first.index - 60)
        for index in start..<first.index {
            guard let node = first.document.node(index), ["h1", "h2", "h3", "h4", "h5", "legend", "summary"].contains(node.name) else { continue }
            let line = node.line.lowercased()
            if line.count <= 80, headingWords.contains(where: { line.contains($0) }) { return true }
        }
        return false
    }
}

extension Node {
    /// Whether this element or one around it says that it is no part of the conversation.
    fileprivate var isNoise: Bool {
        ["nav", "footer", "aside", "form", "head"].contains(name) || Hint.has(Hint.noise, self)
            || ancestors.prefix(4).contains { ["nav", "aside", "form", "head"].contains($0.name) || Hint.has(["sidebar", "recent", "form", "widget"], $0) }
    }
}

extension Node {
    /// The first node below this one that is as asked for.
    func first(where isWanted: (Node) -> Bool) -> Node? {
        Fragment(self).allNodes.dropFirst().first(where: isWanted)
    }
}
