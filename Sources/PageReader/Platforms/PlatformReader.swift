internal import Markup
internal import ThreadModel

/// Reads a page by the description of its platform.
struct PlatformReader {
    let platform: CompiledPlatform
    let page: HTMLDocument
    let facts: PageFacts

    /// What the page holds; `nil` if it holds neither a post's body nor a comment where this platform has them.
    func read() -> PageDraft? {
        guard let root = page.root else { return nil }
        let items = commentItems(platform.comments, in: root, kind: .comment)
        let trackbacks = commentItems(platform.trackbacks, in: root, kind: .trackback)
        let all = (items + trackbacks).sorted { $0.anchor.index < $1.anchor.index }
        var draft = PageDraft(reader: platform.name, platform: platform.name)
        readPost(in: root, comments: all, into: &draft)
        guard draft.postBody != nil || !all.isEmpty else { return nil }
        draft.comments = all
        return draft
    }

    // MARK: - The post

    private func readPost(in root: Node, comments: [CommentDraft], into draft: inout PageDraft) {
        let rules = platform.post
        draft.titleNode = rules.title.first(in: root)
        let (bodies, furtherPosts) = bodies(in: root)
        if furtherPosts > 0 {
            draft.warnings.append("this page has more than one post; the first was read, \(furtherPosts) further were not")
        }
        if !bodies.isEmpty {
            draft.postBody = Fragment(bodies, excluding: rules.excluded.flatMap { selector in bodies.flatMap { $0.all(selector) } })
        }
        draft.postAuthorNode = rules.author.first(in: root)
        draft.postDateNode = rules.date.first(in: root)
        // The byline of the post, not one of a comment.
        let ranges = NodeRanges(comments.map(\.anchor))
        draft.postBylineNode = rules.byline.lazy.flatMap { root.all($0) }.first { !ranges.contains($0) }
        completePost(in: root, comments: ranges, &draft)
    }

    /// What the rules of the platform leave open is found as on any page.
    private func completePost(in root: Node, comments: NodeRanges, _ draft: inout PageDraft) {
        let finder = PostFinder(
            nodes: Fragment(root).allNodes, facts: facts, comments: comments, dates: DateReader(language: facts.language))
        let given = PostFinder.Found(
            title: draft.titleNode, body: draft.postBody, author: draft.postAuthorNode, byline: draft.postBylineNode,
            date: draft.postDateNode)
        guard let post = finder.find(given: given) else { return }
        draft.titleNode = post.title
        draft.postBody = post.body
        draft.postAuthorNode = post.author
        draft.postDateNode = post.date
        draft.postBylineNode = post.byline
    }

    /// The parts of the first post, and how many further posts begin on the page: where what found the first body finds another.
    private func bodies(in root: Node) -> (first: [Node], furtherPosts: Int) {
        let found = platform.post.body.map { selector in root.all(selector).filter { $0.textLength > 0 } }.filter { !$0.isEmpty }
        guard let main = found.min(by: { $0[0].index < $1[0].index }) else { return ([], 0) }
        let starts = main.filter { $0.index == main[0].index || $0.index >= main[0].end }
        let stop = starts.count > 1 ? starts[1].index : root.end
        var parts: [Node] = []
        for node in found.joined().sorted(by: { $0.index < $1.index }) where node.index < stop && node.index >= parts.last?.end ?? 0 {
            if !node.text.isEmpty { parts.append(node) }
        }
        return (parts, starts.count - 1)
    }

    // MARK: - Comments

    private func commentItems(_ generations: [CompiledPlatform.Comments], in root: Node, kind: Comment.Kind) -> [CommentDraft] {
        for rules in generations {
            // A form with its preview looks like a comment; a comment of a platform that numbers them has a number.
            let items = root.all(rules.item).filter { item in
                let id = platformID(of: item, prefixes: rules.idPrefixes)
                return id?.contains(where: \.isNumber) ?? true && !item.ancestors.contains { $0.name == "form" }
            }
            guard !items.isEmpty else { continue }
            let nested = NodeRanges.directlyInside(items)
            let drafts = zip(items, nested).compactMap { item, nested in
                rules.shape == .element
                    ? element(item, without: nested, by: rules, kind: kind) : run(endingWith: item, by: rules, kind: kind)
            }
            if !drafts.isEmpty { return drafts }
        }
        return []
    }

    private func element(_ item: Node, without nested: [Node], by rules: CompiledPlatform.Comments, kind: Comment.Kind) -> CommentDraft? {
        let nodes = Fragment(item, excluding: nested).allNodes.dropFirst().filter { !$0.isText }
        func own(_ selectors: [Selector], besides other: Node? = nil) -> Node? {
            for selector in selectors {
                if let found = nodes.first(where: { $0 != other && $0.matches(selector) }) { return found }
            }
            return nil
        }
        let body = own(rules.body) ?? (rules.body.isEmpty ? item : nil)
        let byline = own(rules.byline)
        guard body != nil || byline != nil else { return nil }
        var draft = CommentDraft(kind: kind, anchor: item)
        let excluded = nested + rules.excluded.flatMap { item.all($0) }
        draft.body = body.map { Fragment($0, excluding: excluded) }
        draft.byline = byline
        draft.authorNode = own(rules.author)
        draft.dateNode = own(rules.date)
        let parentLink = own(rules.parentLink)
        draft.permalink = own(rules.permalink, besides: parentLink)?.attribute("href")
        draft.id = platformID(of: item, prefixes: rules.idPrefixes)
        draft.parentReference = parentLink?.attribute("href").map { Self.fragment(of: $0, without: rules.idPrefixes) }
        return draft
    }

    /// A comment of the old kind: what stands between the byline before it and its own.
    private func run(endingWith byline: Node, by rules: CompiledPlatform.Comments, kind: Comment.Kind) -> CommentDraft? {
        var nodes: [Node] = []
        var id: String?
        var previous = byline.previousSibling
        while let node = previous, !node.matches(rules.item) {
            let isHeading = ["h1", "h2", "h3", "h4"].contains(node.name)
            if isHeading { break }
            // Before the words or around them: `<a id="c123">`, `<div id="c123">`; never `<a id="comments">`.
            if id == nil, let found = platformID(of: node, prefixes: rules.idPrefixes), found.first?.isNumber == true { id = found }
            nodes.append(node)
            previous = node.previousSibling
        }
        guard !nodes.isEmpty else { return nil }
        var draft = CommentDraft(kind: kind, anchor: byline)
        draft.body = Fragment(nodes.reversed())
        draft.byline = byline
        draft.permalink = rules.permalink.first(in: byline)?.attribute("href")
        draft.id = id
        return draft
    }

    private func platformID(of node: Node, prefixes: [String]) -> String? {
        guard let attribute = node.attribute("id") ?? node.attribute("name") else { return nil }
        return prefixes.first { attribute.hasPrefix($0) && attribute.count > $0.count }.map { String(attribute.dropFirst($0.count)) }
    }

    private static func fragment(of reference: String, without prefixes: [String]) -> String {
        let fragment = reference.split(separator: "#").last.map(String.init) ?? reference
        let prefix = prefixes.first { fragment.hasPrefix($0) } ?? ""
        return String(fragment.dropFirst(prefix.count))
    }
}
