internal import Markup
internal import ThreadModel

/// Reads the values off the places of a page that a reader found.
struct DraftReader {
    let facts: PageFacts
    let links: LinkFinder
    /// When the page was captured, in ISO 8601 UTC, if that is known.
    let capturedAt: String?
    var dates: DateReader
    /// What stands before the names of all comments, with the space behind it.
    private var introduction: String?

    init(facts: PageFacts, links: LinkFinder, capturedAt: String?) {
        self.facts = facts
        self.links = links
        self.capturedAt = capturedAt
        dates = DateReader(language: facts.language)
    }

    /// The values of a page.
    mutating func read(_ page: PageDraft) -> ThreadDraft {
        var draft = ThreadDraft(reader: page.reader, platform: page.platform)
        let pagination = page.isOneOfSeveral ? nil : pagination(of: page)
        draft.url = page.isOneOfSeveral ? page.url : pagination?.post
        draft.page = pagination?.page
        draft.furtherPages = pagination?.others ?? []
        draft.warnings = page.warnings
        let ambiguous = settleNumericOrder(of: page)
        introduction = SharedIntroduction.find(
            in: page.comments.compactMap { $0.authorNode.map({ nameLine(of: $0) }) ?? $0.byline.map(Self.bylineLine) })
        let parents = ReplyTree(comments: page.comments).parents
        // A value that does not change any more is handed to all of them without a copy.
        let reader = self
        let bylines = page.comments.map { $0.byline.flatMap { reader.byline($0) } }
        draft.comments = reader.entries(page.comments, bylines: bylines, parents: parents)
        for comment in page.structuredComments { draft.comments.append(reader.entry(comment)) }
        draft.isQuestion = page.isQuestion
        if !page.structuredComments.isEmpty { draft.warnings.append("the comments are those of the page's data for programs (JSON-LD)") }
        if draft.page != nil { nameAbsentParents(page.comments, in: &draft) }
        draft.language = facts.language ?? bylines.lazy.compactMap { $0?.language }.first
        draft.warnings += Self.warnings(about: draft, announced: page.announcedComments)
        draft.title = title(of: page)
        draft.post = post(of: page, links: &draft.postLinks)
        if ambiguous {
            let order = dates.numericOrder == .dayFirst ? "day/month/year" : "month/day/year"
            draft.warnings.append("the order of day and month is not evident from this page; dates were read as \(order)")
        }
        return draft
    }

    // MARK: - What is not on the page

    private func pagination(of page: PageDraft) -> CommentPagination {
        CommentPagination(
            addresses: facts.addresses,
            links: page.furtherPages.compactMap { facts.address.absolute($0) },
            earlier: page.earlierPages.compactMap { facts.address.absolute($0) },
            permalinks: page.comments.compactMap(\.permalink))
    }

    /// A comment may answer one on another page.
    private func nameAbsentParents(_ comments: [CommentDraft], in draft: inout ThreadDraft) {
        let present = Set(comments.compactMap(\.id))
        for (index, comment) in comments.enumerated() {
            guard let reference = comment.parentReference, !reference.isEmpty, reference != "0", !present.contains(reference) else {
                continue
            }
            draft.comments[index].absentParent = reference
        }
    }

    private static func warnings(about draft: ThreadDraft, announced: Int?) -> [String] {
        guard draft.page == nil else { return [] }
        // Trackbacks are counted by some pages and not by others; only a page that promises more than it holds is remarkable.
        guard let announced, announced > draft.comments.count else { return [] }
        return ["the page speaks of \(announced) comments and holds \(draft.comments.count)"]
    }

    // MARK: - Comments

    /// All authors, then all dates, and so on: each takes much code, which is still at the processor's hand when the next comment's turn comes.
    private func entries(_ drafts: [CommentDraft], bylines: [Byline?], parents: [Int?]) -> [ThreadDraft.Entry] {
        var entries = drafts.indices.map { index in
            ThreadDraft.Entry(
                comment: Comment(id: drafts[index].id ?? "", kind: drafts[index].kind, text: ""), parent: parents[index])
        }
        for index in drafts.indices { entries[index].comment.author = author(of: drafts[index], byline: bylines[index]) }
        for index in drafts.indices { entries[index].comment.published = published(drafts[index], byline: bylines[index]) }
        let rendered = drafts.map { $0.body?.rendered() }
        for index in drafts.indices {
            guard let text = rendered[index]?.text else { continue }
            let signed = Signature.cut(from: text, author: entries[index].comment.author?.name)
            entries[index].comment.text = signed.text
            entries[index].comment.signature = signed.signature
        }
        for index in drafts.indices { entries[index].comment.html = drafts[index].body?.html }
        for index in drafts.indices {
            guard let body = drafts[index].body, let rendered = rendered[index] else { continue }
            entries[index].comment.links = links.located(in: body, rendered: rendered).unique
        }
        for index in drafts.indices { entries[index].comment.url = drafts[index].permalink.flatMap { permalink($0) } }
        return entries
    }

    /// Labels may be somebody's name after all: "Guest".
    private func byline(_ node: Node) -> Byline? {
        if let byline = bylineBesideSubject(node) { return byline }
        let line = Self.bylineLine(of: node)
        let byline = Byline.read(line, dates: dates)
        return byline?.name != nil || line == node.line ? byline : Byline.read(node.line, dates: dates)
    }

    /// "SUBJECT Posted by NAME on DATE", the subject being a heading.
    private func bylineBesideSubject(_ node: Node) -> Byline? {
        guard node.first(where: { $0.tag.isHeading }) != nil else { return nil }
        let headings = Fragment(node).allNodes.filter { $0.tag.isHeading && !$0.isBlank && $0 != node }
        let rest = Fragment(node, excluding: headings).line
        guard Byline.introduction(of: rest) != nil, let byline = Byline.read(rest, dates: dates), byline.name != nil else { return nil }
        return byline
    }

    /// "3 De NAME - DATE", "NAME URL DATE": links with the comment's number, or a label, are no part of the name.
    private static func bylineLine(of node: Node) -> String {
        let links = node.all(.a)
        let numbers = links.filter(isNumber)
        let others = numbers + links.filter { PersonName.isControl($0.line) }
        guard !others.isEmpty else { return node.line }
        let line = Fragment(node, excluding: others).line.trimmingSpace()
        // What stands between the number and the name.
        guard !numbers.isEmpty, let space = line.firstIndex(of: " "), PersonName.prepositions.contains(DateNames.fold(line[..<space]))
        else {
            return line
        }
        return String(line[line.index(after: space)...])
    }

    /// `<a href="#c3">3</a>`: the number of a comment.
    private static func isNumber(_ link: Node) -> Bool {
        link.tag == .a && link.attribute(.href, hasPrefix: "#") && !link.isBlank
            && link.line.allSatisfy { $0.isNumber || $0.isOne(of: ".#") }
    }

    /// A comment that only JSON-LD describes.
    private func entry(_ comment: StructuredComment) -> ThreadDraft.Entry {
        let name = comment.author?.name
        let signed = Signature.cut(from: comment.text, author: name)
        let url = comment.author?.url.flatMap { facts.address.absolute($0) }
        return ThreadDraft.Entry(
            comment: Comment(
                id: "", author: name.map { Author(name: $0, url: url) }, published: comment.published.flatMap { dates.attribute($0) },
                text: signed.text, html: comment.html, signature: signed.signature, url: comment.url.flatMap { permalink($0) },
                links: links.links(in: signed.text)),
            parent: comment.parent)
    }

    private func author(of draft: CommentDraft, byline: Byline?) -> Author? {
        if let node = draft.authorNode {
            let line = withoutIntroduction(nameLine(of: node))
            if !line.isEmpty { return Author(name: PersonName.cleaned(line), url: url(of: draft.authorLink ?? node)) }
        }
        guard let line = byline?.name.map({ withoutIntroduction($0) }) else { return nil }
        let name = draft.byline.map { Self.withoutNumber(line, in: $0) } ?? line
        // "3 NAME // DATE", "NAME Posted on DATE": the name stands out.
        let marked = draft.byline.flatMap { markedName(in: $0, within: name) } ?? PersonName.cleaned(name)
        return Author(name: marked, url: draft.byline.flatMap { anchor(named: marked, in: $0) ?? anchor(named: name, in: $0) })
    }

    private func withoutIntroduction(_ name: String) -> String {
        introduction.map { name.hasPrefix($0) ? String(name.dropFirst($0.count)) : name } ?? name
    }

    /// `<span>3</span> NAME`: the number of a comment in an element of its own.
    private static func withoutNumber(_ name: String, in byline: Node) -> String {
        guard name.first?.isNumber == true, let number = byline.childElements.first(where: { !$0.isBlank })?.line,
            number.utf8.count <= 5, number.allSatisfy(\.isNumber), name.hasPrefix("\(number) ")
        else { return name }
        return name.dropFirst(number.count).trimmingSpace()
    }

    /// The one link or bold part of a byline that is in what was read as the name.
    private func markedName(in byline: Node, within name: String) -> String? {
        var lines: Set<String> = []
        let (bare, cleaned) = (name.drop { !$0.isLetter }, PersonName.cleaned(name))
        for tag in [Tag.a, .strong, .b, .cite] {
            for node in byline.all(tag) where !node.isBlank && !node.attribute(.href, hasPrefix: "#") {
                let line = node.line
                if bare.hasPrefix(line) || cleaned.hasPrefix(line), PersonName.isPlausible(line), !PersonName.isOnlyAround(line) {
                    lines.insert(line)
                }
            }
        }
        return lines.count == 1 ? lines.first.map(PersonName.cleaned) : nil
    }

    /// The words of an author's element without the labels in it: "Guest", "says".
    private func nameLine(of node: Node) -> String {
        guard node.elementCount > 1, node.elementCount < 40 else { return node.line }
        let labels = Fragment(node).allNodes.dropFirst().filter { child in
            !child.isText && child.visibleLength <= 60
                && (child.hasClass("says") || child.hasClass("screen-reader-text") || PersonName.isControl(child.line)
                    || Self.isNumber(child))
        }
        guard !labels.isEmpty else { return node.line }
        let line = Fragment(node, excluding: labels).line
        return line.isEmpty ? node.line : line
    }

    private func permalink(_ reference: String) -> String? {
        guard reference.utf8.first == UInt8(ascii: "#") else { return facts.address.absolute(reference) }
        return facts.url.map { url in String(url.utf8.firstIndex(of: UInt8(ascii: "#")).map { url[..<$0] } ?? url[...]) + reference }
    }

    /// The element's own link, the one inside or the one around it.
    func url(of node: Node) -> String? {
        let anchor =
            node.tag == .a ? node : node.first(.a) ?? node.parent.flatMap { $0.tag == .a ? $0 : nil }
        return anchor?.attribute("href").flatMap { facts.address.absolute($0) }
    }

    func anchor(named name: String, in byline: Node) -> String? {
        let anchor = byline.all(.a).first { $0.hasAttribute(.href) && $0.line == name }
        return anchor?.attribute("href").flatMap { facts.address.absolute($0) }
    }
}
