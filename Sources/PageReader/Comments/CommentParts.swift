internal import Markup
internal import ThreadModel

/// Finds the parts of a comment inside its element by what they are on every page: a person, a date, words.
///
/// What the rules of a platform have found is kept; this reader finds the rest.
final class CommentParts {
    let survey: PageSurvey
    let item: CommentItem
    /// The link to the comment that is answered, which is no permalink.
    private let parentLink: Node?
    /// Whether the first words may be a name for no other reason than that they are.
    let mayGuess: Bool
    /// What is not part of the words.
    private let excluded: [Node]

    init(survey: PageSurvey, item: CommentItem, parentLink: Node? = nil, mayGuess: Bool = true, excluded: [Node] = []) {
        self.survey = survey
        self.item = item
        self.parentLink = parentLink
        self.mayGuess = mayGuess
        self.excluded = excluded
    }

    var hints: HintTable { survey.hints }

    /// Fills what is missing in drafts: the dates of all, then the authors of all, and so on. The code that finds one of them fills the
    /// processor's cache; so it stays there for the next comment.
    static func complete(_ drafts: [CommentDraft], _ parts: [CommentParts]) {
        let all = drafts.indices
        let quotes = all.map { parts[$0].quotes(of: drafts[$0]) }
        for index in all { parts[index].findDate(of: drafts[index], outside: quotes[index]) }
        for index in all { parts[index].findAuthor(of: drafts[index], outside: quotes[index]) }
        for index in all { parts[index].findBody(of: drafts[index]) }
        for index in all { parts[index].findKind(of: drafts[index]) }
        for index in all where drafts[index].permalink == nil {
            drafts[index].permalink = parts[index].permalink(near: drafts[index].dateNode ?? drafts[index].byline)
        }
    }

    private func quotes(of draft: CommentDraft) -> NodeRanges {
        let page = survey.page
        let quotes = item.nodes.numbers.filter { page.tag(of: $0) == .blockquote || page.tag(of: $0) == .q }
        return NodeRanges(quotes.compactMap(page.node) + (draft.body?.nodes ?? []))
    }

    private func findDate(of draft: CommentDraft, outside quotes: NodeRanges) {
        if draft.dateNode == nil, draft.byline == nil || !isDated(draft.byline) { draft.dateNode = date(outside: quotes) }
    }

    private func findAuthor(of draft: CommentDraft, outside quotes: NodeRanges) {
        if draft.authorNode == nil, draft.byline == nil { lookForAuthor(of: draft, outside: quotes) }
        // "Pingback by NAME": what it is stands before the name.
        if draft.kind == .comment, let label = draft.byline ?? draft.authorNode, let kind = CommentItem.kind(before: label.line) {
            draft.kind = kind
        }
    }

    private func findBody(of draft: CommentDraft) {
        if draft.body == nil { draft.body = CommentBody(survey: survey, item: item, draft: draft, excluded: excluded).fragment() }
    }

    private func findKind(of draft: CommentDraft) {
        if draft.kind == .comment || draft.authorNode.map({ PersonName.isControl($0.line) }) == true { findKindInBody(of: draft) }
        if draft.kind != .comment { leaveAuthorOut(of: draft) }
    }

    /// A pingback's words are often nothing but its label and the link that is its author.
    private func leaveAuthorOut(of draft: CommentDraft) {
        guard let body = draft.body, let author = draft.authorNode ?? draft.byline else { return }
        let rest = Fragment(body.nodes, excluding: Array(body.excluded.union([author] + source(beside: author))))
        draft.body = PersonName.isOnlyAround(rest.line) ? nil : body.nodes.contains { $0.contains(author) } ? rest : body
    }

    /// "» PAGE from BLOG", on a line of its own: all that stands beside the name of the page.
    private func source(beside author: Node) -> [Node] {
        guard let text = author.nextSibling, text.isText, PersonName.prepositions.contains(DateNames.fold(text.line.prefix { $0 != " " }))
        else { return [] }
        var source: [Node] = []
        var next: Node? = text
        while let node = next, node.tag != .br {
            source.append(node)
            next = node.nextSibling
        }
        // Without a break the words go on.
        guard next != nil else { return [] }
        if let before = author.previousSibling, before.isText, before.visibleLength <= 2 { source.append(before) }
        return source
    }

    /// "Pingback from PAGE": some programs write what a note is before its words, and for its author.
    private func findKindInBody(of draft: CommentDraft) {
        guard let body = draft.body, let first = firstText(of: body), CommentItem.mayBeKind(first.textBytes) else { return }
        let whole = first.parent.flatMap { first.visibleLength <= 20 && $0.visibleLength <= 300 ? $0 : nil } ?? first
        guard let kind = CommentItem.kind(before: whole.line) else { return }
        // Somebody who is named already may speak of pingbacks.
        guard draft.authorNode.map({ whole.contains($0) || PersonName.isControl($0.line) }) ?? true else { return }
        draft.kind = kind
        guard draft.authorNode.map({ PersonName.isControl($0.line) }) ?? (draft.byline == nil), whole.visibleLength <= 120 else { return }
        if draft.dateNode == nil { draft.dateNode = draft.byline }
        (draft.authorNode, draft.byline) = (nil, whole)
    }

    private func firstText(of body: Fragment) -> Node? {
        let page = survey.page
        return body.ranges.joined().first { page.tag(of: $0) == .text && page.hasWords($0) }.flatMap(page.node)
    }

    // MARK: - Date

    private func isDated(_ byline: Node?) -> Bool {
        byline.map { !survey.datePlaces(in: $0).isEmpty } ?? false
    }

    /// The date place that is most surely the comment's own.
    private func date(outside quotes: NodeRanges) -> Node? {
        var best: (score: Int, node: Node)?
        for place in item.roots.flatMap({ survey.datePlaces(in: $0) }) {
            guard !item.isNested(place.node), !quotes.contains(place.node) else { continue }
            var score = place.isPrecise ? 4 : 0
            if place.hasClock { score += 1 }
            // `<meta itemprop="datePublished" content="2019-02-12">`: what is printed says more, if anything is.
            if place.node.isBlank, place.node.parent.map({ item.isRoot($0) }) == true { score -= 6 }
            if hints.has(.date, place.node) { score += 3 } else if isInside(.date, place.node) { score += 2 }
            if place.node.tag == .a || place.node.parent?.tag == .a { score += 1 }
            if place.node.parent.map({ hints.has(.body, $0) && !hints.has(.meta, $0) }) == true { score -= 2 }
            if best.map({ score > $0.score }) ?? true { best = (score, place.node) }
        }
        guard let best else { return item.isRun ? item.roots.first { $0.isText && survey.isDateText($0) } : nil }
        return survey.dateLine(of: best.node, in: item)
    }

    private func isInside(_ hint: Hints, _ node: Node) -> Bool {
        for (depth, ancestor) in node.ancestors.enumerated() {
            if depth > 2 || item.isRoot(ancestor) { return false }
            if hints.has(hint, ancestor) { return true }
        }
        return false
    }

    // MARK: - Permalink

    private func permalink(near date: Node?) -> String? {
        if let date, let anchor = date.tag == .a ? date : (date.parent?.tag == .a ? date.parent : date.first { $0.tag == .a }),
            anchor.attribute(.href, contains: "#") || anchor.attribute(.href, contains: "comment"),
            let reference = anchor.attribute(.href), reference.utf8.last != UInt8(ascii: "#"),
            !hints.has(.control, anchor) || anchor == date
        {
            return reference
        }
        let page = survey.page
        for index in item.nodes.numbers where page.tag(of: index) == .a {
            guard let node = page.node(index), node != parentLink,
                node.attribute(.href, hasPrefix: "#") || node.attribute(.href, contains: "#comment"),
                let reference = node.attribute(.href), let mark = reference.firstIndex(of: "#")
            else { continue }
            if reference[mark...].contains(where: \.isNumber) { return reference }
        }
        return nil
    }
}

extension PageSurvey {
    /// Whether a text without an element of its own holds a date and little else.
    func isDateText(_ text: Node) -> Bool {
        guard (4...200).contains(text.visibleLength), text.mayHoldNumber else { return false }
        let line = text.line
        return dates.find(in: line).map { line.count - line[$0.range].count <= 60 } ?? false
    }

    /// The element of a date, or where that is empty the line around it: `<span title="2019-02-12"></span>` stands behind what is printed.
    func dateLine(of node: Node, in item: CommentItem) -> Node {
        guard node.isBlank, let parent = node.parent, !item.isRoot(parent), item.holds(parent), (1...200).contains(parent.visibleLength)
        else {
            return node
        }
        // `<meta itemprop="datePublished">` may stand beside the words, too.
        let line = parent.line
        let incomplete = dates.findIncomplete(in: line)
        return dates.find(in: line) != nil || incomplete.relative != nil || incomplete.partial != nil ? parent : node
    }

    /// Whether an element is a picture of a person, or the frame of one.
    func isAvatar(_ node: Node) -> Bool {
        node.tag == .img || node.attribute(.class, contains: "avatar")
    }
}
