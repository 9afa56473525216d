internal import Markup
internal import ThreadModel

/// Who wrote a comment.
extension CommentParts {
    private static let nameElements: TagSet = [.strong, .b, .h2, .h3, .h4, .h5, .h6, .address]

    /// Looks for the author where no rule has found one.
    func lookForAuthor(of draft: CommentDraft, outside quotes: NodeRanges) {
        let page = survey.page
        let candidates = item.nodes.numbers.filter { index in
            page.tag(of: index) != .text && page.visibleLength(of: page.range(of: index)) <= 300 && !item.isWhole(index)
                && !quotes.contains(index)
        }
        .compactMap(page.node)
        if draft.kind != .comment {
            // The other page's title, which may be long.
            let named = candidates.first { $0.hasClass("fn") && $0.visibleLength > 0 }
            let links = (named.map { Array(Fragment($0).allNodes) } ?? candidates).filter { $0.tag == .a && $0.visibleLength > 0 }
            draft.authorNode =
                links.first { link in
                    !isControlLink(link) && !(draft.dateNode.map(link.contains) ?? false) && !link.attribute(.href, contains: "#comment-")
                }
                ?? named
            if draft.authorNode != nil { return }
        }
        if let node = declaredAuthor(in: candidates) ?? hintedAuthor(in: candidates, date: draft.dateNode) {
            draft.authorNode = node
            return
        }
        if let cite = candidates.first(where: { $0.tag == .cite && (isName($0) || isRole($0)) }) {
            draft.authorNode = narrowed(cite)
            return
        }
        if let labelled = labelledAuthor(before: draft.dateNode) ?? mailedAuthor(in: candidates, date: draft.dateNode) {
            draft.authorNode = labelled
            return
        }
        if let byline = byline(around: draft.dateNode) {
            draft.byline = byline
            return
        }
        draft.authorNode =
            leadingAuthor(in: candidates) ?? markedAuthor(in: candidates, date: draft.dateNode) ?? introducedAuthor(in: candidates)
            ?? firstAuthor(in: candidates, date: draft.dateNode)
    }

    /// Microdata, RDFa and microformats name the author in so many words.
    private func declaredAuthor(in candidates: [Node]) -> Node? {
        for node in candidates {
            let property = node.attribute(.itemprop) ?? node.attribute(.property) ?? ""
            let isDeclared =
                !property.isEmpty
                && property.split(separator: " ").contains {
                    $0.hasSuffix("author") || $0.hasSuffix("creator") || $0.hasSuffix("has_creator")
                }
            guard isDeclared || node.hasClass("p-author") || node.hasClass("fn") else { continue }
            let named = node.first { $0.attribute("itemprop") == "name" || $0.hasClass("fn") || $0.hasClass("p-name") }
            if let named, isName(named) || isRole(named) { return named }
            if isName(node) || isRole(node) { return narrowed(node) }
        }
        return nil
    }

    private func hintedAuthor(in candidates: [Node], date: Node?) -> Node? {
        let hinted = candidates.filter {
            hints.has(.author, $0) && !hints.has([.control, .subject], $0) && $0 != date && !survey.isAvatar($0)
                && !(date.map($0.contains) ?? false) && !$0.attribute(.class, contains: "signature")
        }
        if let named = named(among: hinted.filter { !hints.has(.body, $0) }) { return narrowed(named) }
        // A line of author and date, with the name in an element of its own, or bare beside that of the date.
        for line in candidates where hints.has(.author, line) && !hints.has(.subject, line) {
            guard let date, line.contains(date) else { continue }
            if let named = line.first(where: { node in
                !node.isText && !date.contains(node) && !node.contains(date) && isName(node) && isNamed(node)
            }) {
                return narrowed(named)
            }
            if let text = line.children.first(where: { $0.isText && $0.hasWords && !date.contains($0) && isName($0) }) { return text }
        }
        // "card-body user" is the body sooner than the user.
        return named(among: hinted.filter { hints.has(.body, $0) }).map { narrowed($0) }
    }

    private func named(among nodes: [Node]) -> Node? {
        nodes.first { isName($0) && !PersonName.isRole($0.line) } ?? nodes.first { isRole($0) }
    }

    private func isNamed(_ node: Node) -> Bool {
        Self.nameElements.contains(node.tag) || hints.has(.author, node) || node.tag == .a && !isControlLink(node)
    }

    private func isControlLink(_ node: Node) -> Bool {
        hints.has(.control, node) || node.attribute(.href, hasPrefix: "#") || node.attribute(.href, contains: "reply")
    }

    /// The element inside that holds the name alone, where the element around it has labels or verbs too.
    private func narrowed(_ node: Node) -> Node {
        let inside = node.first { child in
            !child.isText
                && (child.tag == .a || child.tag == .cite || child.tag == .b || child.tag == .strong || hints.has(.author, child))
                && !hints.has(.control, child) && !survey.isAvatar(child) && isName(child)
        }
        return inside ?? node
    }

    /// "Name:", and behind it, in the same line or the next cell, what is one.
    private func labelledAuthor(before date: Node?) -> Node? {
        var isLabelled = false
        for text in item.nodes.prefix(Self.labelReach) where text.isText && text.hasWords {
            // In a run of neighbours the next comment's label may stand behind the date.
            if item.isRun, let date, text.index > date.end { return nil }
            if isLabelled, isName(text) {
                return text.parent.flatMap { $0.visibleLength == text.visibleLength && !item.isWhole($0) ? $0 : nil } ?? text
            }
            isLabelled = text.visibleLength <= 24 && FieldLabel.isOfName(text.line)
        }
        return nil
    }

    private static let labelReach = 80
    private static let longestBare = 5_000

    /// `<a href="mailto:…">NAME</a>` near the date: guestbooks have it.
    private func mailedAuthor(in candidates: [Node], date: Node?) -> Node? {
        candidates.first { node in
            guard node.tag == .a, node.attribute(.href, hasPrefix: "mailto:"), isName(node), !node.line.contains("@") else { return false }
            return date.map { abs($0.index - node.index) < 30 && !isBetweenText(node, $0) } ?? false
        }
    }

    /// The line of the date, if a name is on it: "NAME | DATE", "Von NAME am DATE".
    private func byline(around date: Node?) -> Node? {
        guard let date else { return nil }
        var node = date
        for _ in 0..<3 {
            // A date that stands bare in it makes an element of any size the date's.
            guard node.visibleLength <= Self.longestBare else { return nil }
            if let byline = Byline.read(node.line, dates: survey.dates), let name = byline.name, isName(name) {
                return node
            }
            guard let parent = node.parent, !item.isWhole(parent), item.holds(parent), parent.visibleLength <= 170,
                !holdsParagraph(parent, besides: date)
            else { return nil }
            node = parent
        }
        return nil
    }

    private func isName(_ name: String) -> Bool {
        if PersonName.isAnonymous(name) { return true }
        return PersonName.isPlausible(name) && !PersonName.isOnlyAround(name) && !FieldLabel.isWord(name)
    }

    /// Whether an element holds words beside the date: it is the frame of a short comment, and no byline.
    private func holdsParagraph(_ node: Node, besides date: Node) -> Bool {
        node.first {
            [.p, .blockquote, .ul, .ol, .pre].contains($0.tag) && $0.visibleLength > 0 && !$0.contains(date) && !date.contains($0)
        }
            != nil
    }

    /// A name that stands out: `<cite>`, bold, a heading or a link, before the date rather than behind it.
    private func markedAuthor(in candidates: [Node], date: Node?) -> Node? {
        let marked = candidates.filter {
            Self.nameElements.contains($0.tag) && !hints.has(.subject, $0) && isName($0) && $0 != date && !(date.map($0.contains) ?? false)
        }
        let links = candidates.filter { $0.tag == .a && !isControlLink($0) && isName($0) && $0 != date && !(date?.contains($0) ?? false) }
        guard let date else { return marked.first ?? links.first }
        let before = (marked.filter { $0.index < date.index } + links.filter { $0.index < date.index })
        // Only what stands near the date: bold words and links of the text are no names.
        if let near = before.last(where: { date.index - $0.end < 30 && !isBetweenText($0, date) }) { return near }
        return (marked + links).first { $0.index > date.index && $0.index - date.end < 12 }
    }

    /// The element with the first words of the item, if "says:" or the like follows it.
    private func leadingAuthor(in candidates: [Node]) -> Node? {
        guard let first = item.nodes.first(where: { $0.isText && $0.hasWords }) else { return nil }
        let around = candidates.filter { Self.leadingElements.contains($0.tag) && $0.contains(first) && isName($0) }
        guard let name = around.first(where: { $0.visibleLength == first.visibleLength }) else { return nil }
        let next = item.nodes.first { $0.index >= name.end && $0.isText && $0.hasWords }
        return next.map { $0.visibleLength <= 40 && PersonName.isOnlyAround($0.line) } == true ? name : nil
    }

    /// The first words of the item, in an element of their own, with nothing but marks up to the date; or bare, with a verb behind them.
    private func firstAuthor(in candidates: [Node], date: Node?) -> Node? {
        guard mayGuess, let date, let first = item.nodes.first(where: { $0.isText && $0.hasWords }), first.index < date.index,
            !date.contains(first), first.line.split(separator: " ").count <= 5,
            // What has no words behind the date are the words themselves.
            item.nodes.contains(where: { $0.isText && $0.hasWords && $0.index >= date.end && !PersonName.isOnlyAround($0.line) })
        else { return nil }
        let own = candidates.first {
            $0.contains(first) && $0.visibleLength == first.visibleLength && !$0.contains(date) && isName($0)
        }
        guard let name = own ?? (saysWho(first) ? first : nil) else { return nil }
        let between = item.nodes.filter { $0.isText && $0.hasWords && $0.index >= name.end && $0.index < date.index }
        return between.allSatisfy { PersonName.isOnlyAround($0.line) } ? name : nil
    }

    /// Whether a text is a name with a verb: "NAME says:".
    private func saysWho(_ text: Node) -> Bool {
        guard text.visibleLength <= 60, isName(text) else { return false }
        let line = text.line.trimming { $0.isOne(of: ":：.…,") || $0.isSpace }
        return PersonName.cleaned(text.line).count < line.count
    }

    private static let leadingElements: TagSet = [.strong, .b, .a, .em, .h3, .h4, .h5, .h6, .span]

    /// Whether running text stands between two nodes.
    private func isBetweenText(_ first: Node, _ second: Node) -> Bool {
        guard first.end < second.index else { return false }
        return (first.end..<second.index).contains {
            survey.page.tag(of: $0) == .text && survey.page.visibleLength(of: $0..<($0 + 1)) > 70
        }
    }

    /// "Kommentar von NAME" anywhere in the item, on a line of its own.
    private func introducedAuthor(in candidates: [Node]) -> Node? {
        candidates.first { node in
            guard (1...100).contains(node.visibleLength) else { return false }
            let line = node.line
            return Byline.introduction(of: line) != nil && isName(node)
        }
    }

    private func isName(_ node: Node) -> Bool {
        guard (1...200).contains(node.visibleLength) else { return false }
        let line = node.line
        guard PersonName.isPlausible(line), line.contains(where: \.isLetter), !FieldLabel.isOne(line) else { return false }
        // A link may be the title of a page.
        if PersonName.isSentence(line), node.tag != .a, node.first(.a) == nil, !hints.has(.author, node) || hints.has(.body, node) {
            return false
        }
        // "by" is none.
        if line.first?.isLowercase == true, PersonName.isIntroduction(line) { return false }
        return survey.datePlaces(in: node).isEmpty || survey.dates.find(in: line) == nil
    }

    /// "Guest" is a name where the page puts it in a name's place.
    private func isRole(_ node: Node) -> Bool {
        (1...40).contains(node.visibleLength) && PersonName.isRole(node.line)
    }
}
