internal import Markup

/// Finds the words of a comment: the element that templates call the body, else all that is neither author, date nor button.
struct CommentBody {
    private let survey: PageSurvey
    private let item: CommentItem
    /// Author, date and byline, where they are known.
    private let said: [Node]
    /// What the platform's rules leave out.
    private let excluded: [Node]
    private let isBody: Bool
    /// The elements that say who and when.
    private let labels: [Node]

    private var hints: HintTable { survey.hints }

    /// - Parameters:
    ///   - excluded: what the platform's rules leave out.
    ///   - isBody: whether the item is the body itself: then only what is evidently a button is none of it.
    init(survey: PageSurvey, item: CommentItem, draft: CommentDraft, excluded: [Node], isBody: Bool = false) {
        let said = [draft.authorNode, draft.dateNode, draft.byline].compactMap { $0 }
        self.init(survey: survey, item: item, said: said, excluded: excluded, isBody: isBody)
    }

    private init(survey: PageSurvey, item: CommentItem, said: [Node], excluded: [Node], isBody: Bool) {
        (self.survey, self.item, self.said, self.excluded, self.isBody) = (survey, item, said, excluded, isBody)
        let bare = said.filter { item.isRoot($0) && !Self.isLine($0, in: item) }
        labels = bare.isEmpty ? said : said.filter { !bare.contains($0) } + bare.flatMap { Self.bareLabels(in: $0, survey: survey) }
    }

    /// Of a run of neighbours, one may hold the name or the date and nothing else.
    private static func isLine(_ root: Node, in item: CommentItem) -> Bool {
        item.isRun && root.visibleLength <= 200 && root.first { $0.tag == .br || $0.tag == .p } == nil
    }

    /// `<li><b>NAME</b>, DATE<br>words`: author and date are no elements of their own, but what stands up to the text with the date; behind
    /// the words, that text and the name before it.
    private static func bareLabels(in root: Node, survey: PageSurvey) -> [Node] {
        let children = root.children.filter { $0.visibleLength > 0 }
        let place = children.firstIndex { $0.isText && survey.isDateText($0) }
        guard let place else { return [] }
        if place < 4 { return Array(children[...place]) }
        let isName = [.b, .strong, .a, .cite].contains(children[place - 1].tag)
        return Array(children[(isName ? place - 1 : place)...place])
    }

    func fragment() -> Fragment {
        let marked = marked()
        // Most of the item's text: what else there is are labels. Else what is left without them is looked at.
        let own = item.roots.reduce(0) { $0 + $1.visibleLength } - item.nested.reduce(0) { $0 + $1.visibleLength }
        let isMost = marked.map { $0.visibleLength * 2 >= own || isDeclared($0.index) } ?? false
        let rest = isMost ? nil : remainder()
        guard let marked, isMost || marked.visibleLength * 2 >= rest?.visibleLength ?? 0 else { return rest ?? Fragment(item.roots) }
        return Fragment(marked, excluding: item.nested + excluded + within(marked).controls)
    }

    /// The same questions about the body alone.
    private func within(_ body: Node) -> CommentBody {
        CommentBody(survey: survey, item: CommentItem([body], nested: item.nested), said: said, excluded: excluded, isBody: true)
    }

    /// The outermost element with most text that is called a body and holds neither the author nor the date.
    private func marked() -> Node? {
        var end = 0
        var best: Node?
        for index in item.nodes.numbers where index >= end && survey.page.tag(of: index) != .text && !item.isRoot(index) {
            guard isBodyMarked(index), let node = survey.page.node(index),
                !labels.contains(where: { node.contains($0) || $0.contains(node) })
            else { continue }
            end = node.end
            if node.visibleLength > best?.visibleLength ?? 0 { best = node }
        }
        return best
    }

    private static let declarations: Set<String> = [
        "text", "commentText", "description", "schema:text", "sioc:content", "content:encoded", "articleBody", "reviewBody",
    ]

    /// Microdata and RDFa say in so many words what the body is.
    private func isDeclared(_ index: Int) -> Bool {
        (survey.page.attribute(.itemprop, of: index) ?? survey.page.attribute(.property, of: index)).map(Self.declarations.contains)
            ?? false
    }

    private func isBodyMarked(_ index: Int) -> Bool {
        if hints.has(.body, index) && !hints.has([.subject, .meta], index) { return true }
        return isDeclared(index)
    }

    // MARK: - What is left

    /// The item without the lines of author and date, its buttons, and its subject.
    private func remainder() -> Fragment {
        var out = Set(item.nested + excluded + labels.map { line(around: $0) })
        out.formUnion(controls(in: item.nodes))
        out.formUnion(subjects())
        out.formUnion(crumbs(besides: out))
        return Fragment(item.roots, excluding: Array(out))
    }

    /// The largest element around a name or a date that says nothing else.
    private func line(around label: Node) -> Node {
        var line = label
        var steps = 0
        while steps < Self.mostAround, let parent = line.parent, !item.isRoot(parent), item.holds(parent) {
            guard !holdsWords(parent) else { break }
            let isCalledSo = hints.has([.meta, .author, .date], parent) && !hints.has(.body, parent) && parent.visibleLength <= 300
            guard isCalledSo && !isAllThatIsSaid(parent) || saysNothingElse(parent) else { break }
            line = parent
            steps += 1
        }
        return line
    }

    /// Frames around a label that say nothing else: templates have a few.
    private static let mostAround = 12
    /// No more stands beside the words than name, date and buttons.
    private static let mostBesideWords = 200

    /// Whether nothing is said outside an element: then the words are in it, whatever it is called.
    private func isAllThatIsSaid(_ node: Node) -> Bool {
        guard item.roots.reduce(0, { $0 + $1.visibleLength }) - node.visibleLength < Self.mostBesideWords else { return false }
        return PersonName.isOnlyAround(Fragment(item.roots, excluding: item.nested + labels + [node] + controls(in: item.nodes)).line)
    }

    private static let blocks: TagSet = [.p, .blockquote, .dd, .td, .ul, .ol, .pre]

    /// Whether an element has a part that is for words: a paragraph or what templates call a body, with neither author nor date in it.
    private func holdsWords(_ node: Node) -> Bool {
        let page = survey.page
        return node.range.dropFirst().contains { index in
            guard Self.blocks.contains(page.tag(of: index)) || hints.has(.body, index) && !hints.has([.meta, .control], index),
                page.hasWords(index), let part = page.node(index)
            else { return false }
            return !labels.contains { part.contains($0) || $0.contains(part) } && !isInControl(part, below: node)
        }
    }

    private func isInControl(_ part: Node, below node: Node) -> Bool {
        isControl(part) || part.ancestors.prefix(4).contains { $0.index > node.index && isControl($0) }
    }

    private func saysNothingElse(_ node: Node) -> Bool {
        guard node.visibleLength <= 300 else { return false }
        let rest = Fragment(node, excluding: item.nested + labels + controls(in: Fragment(node).allNodes)).line
        return PersonName.isOnlyAround(rest) || FieldLabel.isOne(rest)
    }

    /// "Reply", "Permalink", likes, avatars, badges: what templates call so, and links that lead nowhere but to the comment.
    var controls: [Node] { controls(in: item.nodes) }

    private func controls(in nodes: NodeList) -> [Node] {
        var found: [Node] = []
        var end = 0
        for index in nodes.numbers where index >= end && mayBeControl(index) && !item.isWhole(index) {
            guard let node = survey.page.node(index), isControl(node), !labels.contains(where: { node.contains($0) || $0.contains(node) })
            else { continue }
            found.append(node)
            end = node.end
        }
        return found
    }

    /// Cheap first: whether an element is short, or a link, or called so, as all are for which ``isControl(_:)`` may hold.
    private func mayBeControl(_ index: Int) -> Bool {
        let page = survey.page
        let tag = page.tag(of: index)
        guard tag != .text else { return false }
        return tag == .a || page.visibleLength(of: page.range(of: index)) <= Self.longestButton || Self.alwaysControls.contains(tag)
            || hints.has(.control, index)
    }

    private static let longestButton = 60
    private static let alwaysControls: TagSet = [.form, .button, .nav, .select, .textarea]

    private func isControl(_ node: Node) -> Bool {
        if Self.alwaysControls.contains(node.tag) { return true }
        if isHidden(node) { return true }
        if node.tag == .a, node.visibleLength == 0 ? isPortrait(node) : isAddress(node) { return true }
        // The words that templates use for buttons are used for whole blocks too; those have text.
        if hints.has(.control, node), !hints.has(.body, node), node.visibleLength <= (isBody ? Self.longestButton : 250),
            node.first(where: { $0.tag == .p && $0.visibleLength > (isBody ? 0 : 100) }) == nil, node.tag != .a || !leadsAway(node)
        {
            return true
        }
        return node.visibleLength <= Self.longestButton && isButton(node)
    }

    /// "Reply", "Permalink": what says so and leads nowhere but to this comment or its form.
    private func isButton(_ node: Node) -> Bool {
        guard node.tag == .a || !isBody && (node.tag == .span || node.tag == .small || node.tag == .li), node.visibleLength > 0 else {
            return false
        }
        if node.tag == .a {
            return !leadsAway(node) && (node.attribute(.href, contains: "replyto") || PersonName.isControl(node.line) || isNumber(node))
        }
        let link = node.first(.a)
        return PersonName.isControl(node.line) && node.elementCount <= 3 && !(link.map { leadsAway($0) } ?? false)
    }

    /// `<a href="#comment-3">3</a>`: the number of the comment, outside its words.
    private func isNumber(_ link: Node) -> Bool {
        !isBody && link.attribute(.href, hasPrefix: "#") && link.line.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0 & 0xDF) }
    }

    /// Whether a link leads to another page: what people link to in their words.
    private func leadsAway(_ link: Node) -> Bool {
        guard link.attribute(.href, hasPrefix: "http") || link.attribute(.href, hasPrefix: "//") else { return false }
        return link.attributeBytes(.href)?.holds(anyOf: Self.nearby) != true
    }

    /// Parts of the addresses of comments, and of what is done with them.
    private static let nearby = [UInt8].words("#comment", "#c", "#respond", "reply", "login", "/comment", "delete-comment", "#p")

    /// `<a href="mailto:a@b.example">a@b.example</a>` beside the name or the date.
    private func isAddress(_ link: Node) -> Bool {
        guard !isBody, link.attribute(.href, hasPrefix: "mailto:"), link.line.contains("@") else { return false }
        return labels.contains { abs($0.end - link.index) < Self.nearness || abs($0.index - link.end) < Self.nearness }
    }

    /// A link without words around a picture of a person: to the profile of whoever wrote.
    private func isPortrait(_ link: Node) -> Bool {
        let picture = link.first { $0.tag == .img }
        guard let picture else { return false }
        return hints.has([.control, .author], picture) || hints.has([.control, .author], link)
            || link.parent.map { !item.isRoot($0) && $0.visibleLength == 0 } == true && link == item.nodes.first { $0.tag == .a }
    }

    private func isHidden(_ node: Node) -> Bool {
        // Long ones are what a button shows: words of the comment.
        guard node.visibleLength <= Self.longestButton else { return false }
        return hints.has(.hidden, node)
            || !isBody && node.isHiddenByAttribute
    }

    /// A comment's subject: a heading, or what templates call so.
    private func subjects() -> [Node] {
        let page = survey.page
        return item.nodes.numbers.filter { index in
            let tag = page.tag(of: index)
            guard tag.isHeading || tag != .text && hints.has(.subject, index) && !hints.has([.body, .author], index) else { return false }
            return page.visibleLength(of: page.range(of: index)) <= 250 && !item.isWhole(index)
        }
        .compactMap(page.node).filter { node in
            !labels.contains { node.contains($0) } && (node.tag.isHeading || node.first { $0.tag == .p } == nil)
        }
    }

    /// Texts that stand between the labels or beside them: "says:", "|", "#3", "am". What stands in a paragraph of its own is said.
    private func crumbs(besides out: Set<Node>) -> [Node] {
        guard let first = labels.map(\.index).min(), let last = labels.map(\.end).max() else { return [] }
        let page = survey.page
        let texts = Fragment(item.roots, excluding: Array(out)).allNodes.numbers.filter { page.tag(of: $0) == .text && page.hasWords($0) }
            .compactMap(page.node)
        guard texts.count > 1 else { return [] }
        return texts.filter { text in
            let isNear = text.index > first - Self.nearness && text.index < last + Self.nearness
            // "NAME szerint: DATE": in any language.
            let isVerb =
                text.index > first && text.index < last && text.visibleLength <= 40
                && !texts.contains { $0.index > text.index && $0.index < last } && text.line.last.map { $0.isOne(of: ":：") } ?? false
            if isNear, text.visibleLength <= 24, FieldLabel.isOne(text.line) || text.line.allSatisfy({ $0.isOne(of: "<>()[]") }) {
                return true
            }
            guard isVerb || isNear && text.visibleLength <= 100 && PersonName.isOnlyAround(text.line) else { return false }
            let block = text.ancestors.prefix(8).first { Self.blocks.contains($0.tag) && item.holds($0) && !item.isRoot($0) }
            return block.map { block in labels.contains { block.contains($0) } } ?? true
        }
    }

    private static let nearness = 8
}

extension Node {
    /// Whether a text holds anything but white space.
    var hasWords: Bool { visibleLength > 0 }
}

extension HTMLDocument {
    /// Whether the node of a number holds anything but white space.
    func hasWords(_ index: Int) -> Bool { visibleLength(of: range(of: index)) > 0 }
}
