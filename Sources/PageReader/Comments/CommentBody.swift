internal import Markup

/// Finds the words of a comment: the element that templates call the body, else all that is neither author, date nor button.
struct CommentBody {
    let survey: PageSurvey
    let item: CommentItem
    let draft: CommentDraft
    /// What the platform's rules leave out.
    let excluded: [Node]

    private var hints: HintTable { survey.hints }
    /// The elements that say who and when.
    private var labels: [Node] { [draft.authorNode, draft.dateNode, draft.byline].compactMap { $0 } }

    func fragment() -> Fragment {
        let marked = marked()
        // Most of the item's text: what else there is are labels. Else what is left without them is looked at.
        let own = item.roots.reduce(0) { $0 + $1.visibleLength } - item.nested.reduce(0) { $0 + $1.visibleLength }
        let isMost = marked.map { $0.visibleLength * 2 >= own } ?? false
        let rest = isMost ? nil : remainder()
        guard let marked, isMost || marked.visibleLength * 2 >= rest?.visibleLength ?? 0 else { return rest ?? Fragment(item.roots) }
        return Fragment(marked, excluding: item.nested + excluded + controls(in: Fragment(marked, excluding: item.nested).allNodes))
    }

    /// The outermost element with most text that is called a body and holds neither the author nor the date.
    private func marked() -> Node? {
        var end = 0
        var best: Node?
        for node in item.nodes where node.index >= end && !node.isText && !item.isRoot(node) {
            guard isBody(node), !labels.contains(where: { node.contains($0) || $0.contains(node) }) else { continue }
            end = node.end
            if node.visibleLength > best?.visibleLength ?? 0 { best = node }
        }
        return best
    }

    private func isBody(_ node: Node) -> Bool {
        let property = node.attribute(.itemprop) ?? node.attribute(.property) ?? ""
        if ["text", "commentText", "description", "schema:text", "sioc:content", "content:encoded", "articleBody", "reviewBody"].contains(
            property)
        {
            return true
        }
        return hints.has(.body, node) && !hints.has([.subject, .meta], node)
    }

    // MARK: - What is left

    /// The item without the lines of author and date, its buttons, and its subject.
    private func remainder() -> Fragment {
        var out = Set(item.nested + excluded + labels.map(line(around:)))
        out.formUnion(controls(in: item.nodes))
        out.formUnion(subjects())
        out.formUnion(crumbs(besides: out))
        return Fragment(item.roots, excluding: out)
    }

    /// The largest element around a name or a date that says nothing else.
    private func line(around label: Node) -> Node {
        var line = label
        while let parent = line.parent, !item.isRoot(parent), item.holds(parent) {
            let isCalledSo = hints.has([.meta, .author, .date], parent) && !hints.has(.body, parent) && parent.visibleLength <= 300
            guard isCalledSo && !hasParagraph(parent) || saysNothingElse(parent) else { break }
            line = parent
        }
        return line
    }

    private func hasParagraph(_ node: Node) -> Bool {
        node.first { $0.tag == .p && $0.visibleLength > 0 && !labels.contains(where: $0.contains) && !PersonName.isOnlyAround($0.line) }
            != nil
    }

    private func saysNothingElse(_ node: Node) -> Bool {
        guard node.visibleLength <= 300 else { return false }
        let rest = Fragment(node, excluding: item.nested + labels + controls(in: Fragment(node).allNodes)).line
        return PersonName.isOnlyAround(rest)
    }

    /// "Reply", "Permalink", likes, avatars, badges: what templates call so, and links that lead nowhere but to the comment.
    var controls: [Node] { controls(in: item.nodes) }

    private func controls(in nodes: [Node]) -> [Node] {
        var found: [Node] = []
        var end = 0
        for node in nodes where !node.isText && node.index >= end && !item.isRoot(node) {
            guard isControl(node), !labels.contains(where: { node.contains($0) || $0.contains(node) }) else { continue }
            found.append(node)
            end = node.end
        }
        return found
    }

    private static let alwaysControls: Set<Tag> = [.form, .button, .nav, .select, .textarea]

    private func isControl(_ node: Node) -> Bool {
        if Self.alwaysControls.contains(node.tag) { return true }
        if isHidden(node) { return true }
        if node.tag == .a, node.visibleLength == 0, isPortrait(node) { return true }
        // The words that templates use for buttons are used for whole blocks too; those have text.
        if hints.has(.control, node), !hints.has(.body, node), node.visibleLength <= 250,
            node.first(where: { $0.tag == .p && $0.visibleLength > 100 }) == nil
        {
            return true
        }
        guard node.tag == .a || node.tag == .span || node.tag == .small || node.tag == .li, node.visibleLength <= 80 else {
            return false
        }
        let line = node.line
        if line.isEmpty { return false }
        if node.tag == .a, node.attribute(.href, hasPrefix: "#") || node.attribute(.href, contains: "replyto"), line.count <= 40 {
            return true
        }
        return PersonName.isControl(line) && (node.tag == .a || node.childElements.count <= 2)
    }

    /// A link without words around a picture of a person: to the profile of whoever wrote.
    private func isPortrait(_ link: Node) -> Bool {
        let picture = link.first { $0.tag == .img }
        guard let picture else { return false }
        return hints.has([.control, .author], picture) || hints.has([.control, .author], link)
            || link.parent.map { !item.isRoot($0) && $0.visibleLength == 0 } == true && link == item.nodes.first { $0.tag == .a }
    }

    private func isHidden(_ node: Node) -> Bool {
        hints.has(.hidden, node) || node.attribute(.style, contains: "display:none") || node.attribute(.style, contains: "display: none")
    }

    /// A comment's subject: a heading, or what templates call so.
    private func subjects() -> [Node] {
        item.nodes.filter { node in
            guard !node.isText, !item.isRoot(node), node.visibleLength <= 250, !labels.contains(where: { node.contains($0) }) else {
                return false
            }
            if node.tag.isHeading { return true }
            return hints.has(.subject, node) && !hints.has([.body, .author], node) && node.first { $0.tag == .p } == nil
        }
    }

    /// Texts that stand between the labels: "says:", "|", "#3", "am".
    private func crumbs(besides out: Set<Node>) -> [Node] {
        let texts = Fragment(item.roots, excluding: out).allNodes.filter { $0.isText && $0.hasWords }
        guard texts.count > 1 else { return [] }
        let isCrumb: (Node) -> Bool = { $0.visibleLength <= 100 && PersonName.isOnlyAround($0.line) }
        let first = Array(texts.prefix(6).prefix(while: isCrumb))
        // A full stop behind a link is the end of the sentence.
        let last = Array(texts.dropFirst(first.count).reversed().prefix(6).prefix { isCrumb($0) && PersonName.hasWordOrBar($0.line) })
        // A comment that says nothing else says this.
        return first.count + last.count < texts.count ? first + last : first.count == texts.count ? [] : first
    }
}

extension Node {
    /// Whether a text holds anything but white space.
    var hasWords: Bool { visibleLength > 0 }
}
