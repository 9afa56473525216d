internal import Markup
internal import ThreadModel

/// Reads a page by the description of its platform.
struct PlatformReader {
    let platform: CompiledPlatform
    let survey: PageSurvey

    /// The comments where this platform has them, in page order.
    func comments() -> [CommentDraft] {
        let comments = drafts(platform.comments, kind: .comment)
        let trackbacks = drafts(platform.trackbacks, kind: .trackback)
        return trackbacks.isEmpty ? comments : (comments + trackbacks).sorted { $0.anchor.index < $1.anchor.index }
    }

    /// The addresses of further pages of the same comments, in page order.
    func furtherPages() -> [String] {
        platform.furtherPages.flatMap { survey.page.all($0) }.compactMap { $0.attribute("href") }
    }

    private func drafts(_ generations: [CompiledPlatform.Comments], kind: Comment.Kind) -> [CommentDraft] {
        var pings: [CommentDraft] = []
        for rules in generations where survey.page.first(rules.item) != nil {
            let drafts = CommentRulesReader(rules: rules, survey: survey, kind: kind).drafts()
            let known = Set(drafts.map(\.anchor))
            pings = (pings.filter { !known.contains($0.anchor) } + drafts).sorted { $0.anchor.index < $1.anchor.index }
            // Pings alone are marked in templates whose comments are not.
            if drafts.contains(where: { $0.kind == .comment }) || kind != .comment && !drafts.isEmpty { return pings }
        }
        return pings
    }
}

/// Reads comments by one entry of a platform's rules.
struct CommentRulesReader {
    let rules: CompiledPlatform.Comments
    let survey: PageSurvey
    let kind: Comment.Kind
    private let body, excluded, byline, author, authorLink, date, permalink, parentLink, pingback, trackback, depth: FoundParts

    init(rules: CompiledPlatform.Comments, survey: PageSurvey, kind: Comment.Kind) {
        self.rules = rules
        self.survey = survey
        self.kind = kind
        func find(_ selectors: [Selector]) -> FoundParts { FoundParts(selectors, on: survey.page) }
        body = find(rules.body)
        excluded = find(rules.excluded)
        byline = find(rules.byline)
        author = find(rules.author)
        authorLink = find(rules.authorLink)
        date = find(rules.date)
        permalink = find(rules.permalink)
        parentLink = find(rules.parentLink)
        pingback = find(rules.pingback)
        trackback = find(rules.trackback)
        depth = find(rules.depth)
    }

    func drafts() -> [CommentDraft] {
        let anchors = outsideForms(survey.page.all(rules.item).filter(hasNumber))
        guard !anchors.isEmpty else { return [] }
        switch rules.rules.shape {
        case .element:
            let single = survey.withoutDoubles(anchors) { platformID(of: $0) }
            return drafts(zip(single, NodeRanges.directlyInside(single)).lazy.map { ($0, CommentItem([$0], nested: $1)) })
        case .beginsWithItem:
            let starts = Set(anchors)
            return drafts(anchors.lazy.map { ($0, CommentItem(survey.run(from: $0, until: starts))) })
        case .endsWithByline:
            return anchors.compactMap(run(endingWith:))
        }
    }

    /// A comment form holds a preview at most, which looks like a comment; a form around several comments is for whoever moderates them.
    private func outsideForms(_ items: [Node]) -> [Node] {
        var counts: [Node: Int] = [:]
        let forms = items.map { item in item.tag == .form ? item : item.ancestors.first { $0.tag == .form } }
        for form in forms { if let form { counts[form, default: 0] += 1 } }
        return zip(items, forms).compactMap { item, form in
            form.map { $0.isPageForm || counts[$0, default: 0] > 1 } ?? true ? item : nil
        }
    }

    /// A comment of a platform that numbers them has a number.
    private func hasNumber(_ item: Node) -> Bool {
        platformID(of: item)?.contains(where: \.isNumber) ?? true
    }

    /// - Parameter comments: the items are made when their turn comes. They may hold one another: no more are kept at once than hold as many
    ///   nodes as the page, and no more are read than hold ``PageSurvey/mostRead``.
    private func drafts(_ comments: some Sequence<(anchor: Node, item: CommentItem)>) -> [CommentDraft] {
        var finished: [CommentDraft] = []
        var begun: [(draft: CommentDraft, parts: CommentParts)] = []
        var nodes = 0
        var budget = survey.mostRead
        for (anchor, item) in comments {
            budget -= item.nodes.count
            guard budget >= 0 else { break }
            begun.append(draft(item, anchor: anchor))
            nodes += item.nodes.count
            guard nodes > survey.page.count else { continue }
            finished += completed(begun)
            begun.removeAll()
            nodes = 0
        }
        return finished + completed(begun)
    }

    private func completed(_ comments: [(draft: CommentDraft, parts: CommentParts)]) -> [CommentDraft] {
        let haveBylines = comments.map { $0.draft.byline != nil }
        CommentParts.complete(comments.map(\.draft), comments.map(\.parts))
        return zip(comments, haveBylines).compactMap { comment, hadByline in
            let draft = comment.draft
            let mayBeNothing = draft.authorNode == nil && !hadByline && (draft.id == nil || draft.dateNode == nil)
            return mayBeNothing && draft.body?.text.isEmpty != false ? nil : draft
        }
    }

    /// What the rules say of a comment, and who finds the rest.
    private func draft(_ item: CommentItem, anchor: Node) -> (draft: CommentDraft, parts: CommentParts) {
        let draft = CommentDraft(kind: kind(of: item), anchor: anchor)
        let excluded = excluded.all(in: item)
        draft.byline = byline.firstLabel(in: item)
        draft.authorNode = author.firstLabel(in: item)
        draft.authorLink = authorLink.first(in: item)
        draft.dateNode = date.firstLabel(in: item).map { survey.dateLine(of: $0, in: item) }
        let parentLink = parentLink.first(in: item)
        draft.permalink = permalink.first(in: item) { $0 != parentLink }?.attribute("href")
        draft.id = id(of: item)
        draft.parentReference =
            (parentLink?.attribute("href") ?? attribute(rules.rules.parentAttribute, in: item)).map { withoutPrefix($0) }
        draft.depth = depth(of: item)
        if let body = body.first(in: item) {
            let inside = CommentItem([body], nested: item.nested)
            draft.body = Fragment(
                body,
                excluding: item.nested + excluded
                    + CommentBody(survey: survey, item: inside, draft: draft, excluded: [], isBody: true).controls)
        }
        if draft.id == nil { draft.id = neighbourID(of: item, permalink: draft.permalink) }
        return (draft, CommentParts(survey: survey, item: item, parentLink: parentLink, excluded: excluded))
    }

    // MARK: - Kind, id, depth

    private func kind(of item: CommentItem) -> Comment.Kind {
        let root = item.roots[0]
        if pingback.contain(root) { return .pingback }
        if trackback.contain(root) { return .trackback }
        return item.kind ?? kind
    }

    private func id(of item: CommentItem) -> String? {
        if let id = attribute(rules.rules.idAttribute, in: item) { return id }
        if let id = platformID(of: item.roots[0]) { return id }
        guard !rules.rules.idPrefixes.isEmpty else { return nil }
        for node in item.nodes {
            if let id = platformID(of: node), id.contains(where: \.isNumber) { return id }
        }
        return nil
    }

    /// `<a id="comment-12"></a><div class="comment">`, and the place that the permalink names.
    private func neighbourID(of item: CommentItem, permalink: String?) -> String? {
        guard !rules.rules.idPrefixes.isEmpty else { return nil }
        if let before = item.roots[0].previousElement, before.isBlank, let id = platformID(of: before), id.contains(where: \.isNumber) {
            return id
        }
        guard let permalink, let mark = permalink.firstIndex(of: "#") else { return nil }
        let fragment = permalink[mark...].dropFirst()
        guard let prefix = rules.rules.idPrefixes.first(where: { fragment.hasPrefix($0) })
        else { return nil }
        let id = String(fragment.dropFirst(prefix.count))
        return id.contains(where: \.isNumber) ? id : nil
    }

    private func attribute(_ name: String?, in item: CommentItem) -> String? {
        guard let name else { return nil }
        return item.nodes.lazy.compactMap { $0.attribute(name) }.first { !$0.isEmpty }
    }

    private func depth(of item: CommentItem) -> Int? {
        if let attribute = rules.rules.depthAttribute {
            let element = rules.depth.isEmpty ? item.roots[0] : depth.first(in: item)
            let depth = element?.attribute(attribute).flatMap { Int($0.drop { !$0.isNumber }.prefix { $0.isNumber }) }
            // What is not indented has no such attribute.
            return depth ?? (rules.depth.isEmpty ? 0 : nil)
        }
        guard let prefix = rules.rules.depthClass else { return nil }
        let near = [item.roots[0]] + item.roots[0].ancestors.prefix(2) + item.nodes.prefix(12)
        return near.lazy.compactMap { $0.number(inClassWithPrefix: prefix) }.first
    }

    private func platformID(of node: Node) -> String? {
        guard let attribute = node.attribute("id") ?? node.attribute("name") else { return nil }
        return rules.rules.idPrefixes.first { attribute.hasPrefix($0) && attribute.count > $0.count }
            .map { String(attribute.dropFirst($0.count)) }
    }

    private func withoutPrefix(_ reference: String) -> String {
        let fragment = reference.split(separator: "#").last.map(String.init) ?? reference
        let prefix = rules.rules.idPrefixes.first { fragment.hasPrefix($0) } ?? ""
        return String(fragment.dropFirst(prefix.count))
    }

    // MARK: - Runs that end with their byline

    /// A comment of the old kind: what stands between the byline before it and its own.
    private func run(endingWith byline: Node) -> CommentDraft? {
        var nodes: [Node] = []
        var id: String?
        var previous = byline.previousSibling
        while let node = previous, !node.matches(rules.item) {
            let isHeading = node.tag.isHeading
            if isHeading { break }
            // Before the words or around them: `<a id="c123">`, `<div id="c123">`; never `<a id="comments">`.
            if id == nil, let found = platformID(of: node), found.first?.isNumber == true { id = found }
            nodes.append(node)
            previous = node.previousSibling
        }
        guard !nodes.isEmpty else { return nil }
        let draft = CommentDraft(kind: kind, anchor: byline)
        let body = Fragment(nodes.reversed())
        draft.body = rules.excluded.isEmpty ? body : Fragment(body.nodes, excluding: rules.excluded.flatMap { body.all($0) })
        draft.byline = byline
        draft.permalink = rules.permalink.first(in: byline)?.attribute("href")
        draft.id = id
        return draft
    }
}

extension PageSurvey {
    /// `li#li-comment-9` around `article#comment-9`: one comment with two elements. The outer one stays, for its replies are in it.
    func withoutDoubles(_ anchors: [Node], id: (Node) -> String?) -> [Node] {
        var kept: [Node] = []
        var open: [(end: Int, id: String?)] = []
        for anchor in anchors {
            while let last = open.last, last.end <= anchor.index { open.removeLast() }
            let own = id(anchor)
            if let around = open.last, own != nil, around.id == own { continue }
            kept.append(anchor)
            open.append((anchor.end, own))
        }
        return kept
    }

    /// An element and its neighbours up to the next of some elements, a heading or the end of their parent.
    func run(from start: Node, until stops: Set<Node>) -> [Node] {
        var nodes = [start]
        var next = start.nextSibling
        while let node = next, !stops.contains(node), node.tag != .form && node.tag != .h1 && node.tag != .h2 && node.tag != .h3 {
            // The next comment may begin inside a neighbour.
            nodes.append(node)
            next = node.nextSibling
        }
        return nodes
    }
}

extension Node {
    /// The number behind a prefix in the first class that is made so: 2 in `depth-2`.
    fileprivate func number(inClassWithPrefix prefix: String) -> Int? {
        guard let value = document.classValue(of: index) else { return nil }
        var number: Int?
        document.forEachClassToken(ofValue: value) { token in
            document.withClassToken(token) { name in
                guard number == nil, name.starts(with: prefix.utf8) else { return }
                number = Int(String(decoding: name.dropFirst(prefix.utf8.count), as: UTF8.self))
            }
        }
        return number
    }

    /// ASP.NET wraps the whole page in one form: that is no comment form.
    var isPageForm: Bool {
        tag == .form && (end - index > 400 || first { $0.tag == .h1 || $0.tag == .h2 } != nil)
    }
}
