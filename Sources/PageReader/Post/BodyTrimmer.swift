internal import Markup

/// Takes from the element with the post's words what stands before the first and behind the last of them: heading, byline, tags, notes.
///
/// The head is cut before the foot: who wrote the post is read between the two.
struct BodyTrimmer {
    let map: PostMap
    let facts: PageFacts
    let title: Node?
    let dates: DateReader
    let body: Node

    /// What is none of the post's words, inside the body.
    private(set) var excluded: [Node]
    /// Where the post's words begin and end.
    private(set) var start: Int
    private(set) var end: Int

    private static let mostLines = 12
    private static let longestLine = 240

    init(map: PostMap, facts: PageFacts, title: Node?, dates: DateReader, body: Node) {
        self.map = map
        self.facts = facts
        self.title = title
        self.dates = dates
        self.body = body
        start = body.index
        end = body.end
        excluded = map.aside.asides(in: body)
    }

    mutating func trimHead() {
        cutTitle()
        for _ in 0..<Self.mostLines {
            guard let text = firstText(), let block = block(around: text), isHeadLine(block) else { break }
            cut(block)
            start = block.end
        }
        start = firstText()?.index ?? start
    }

    /// - Parameter author: the author's name, where it is known: a link with it alone is no part of the text.
    mutating func trimFoot(author: String?) {
        cutSections()
        for _ in 0..<Self.mostLines {
            guard let text = lastText(), let block = block(around: text) else { break }
            if let list = otherPosts(endingWith: block) {
                for node in list { cut(node) }
                end = list[0].index
            } else if isFootLine(block, author: author) {
                cut(block)
                end = block.index
            } else {
                break
            }
        }
        end = max(start, lastText()?.end ?? end)
    }

    private mutating func cut(_ node: Node) {
        excluded.append(node)
    }

    // MARK: - The heading

    /// The title with all before it: kickers, paths, pictures of the head. What is around it goes too where it is a head: no running text
    /// to speak of stands in it. Below much of the words, it is the heading of a part of them, and nothing is cut.
    private mutating func cutTitle() {
        guard let title, body.contains(title), title != body, map.prose(in: body.index..<title.index) * 3 <= map.prose(in: body) else {
            return
        }
        var head = title
        while let parent = head.parent, parent != body, map.prose(in: parent) * 4 <= map.prose(in: body) { head = parent }
        var level: Node = head
        while level != body, let parent = level.parent {
            for sibling in parent.children {
                if sibling.index >= level.index { break }
                cut(sibling)
            }
            level = parent
        }
        cut(head)
        start = head.end
    }

    // MARK: - Sections

    /// A heading of something else in the second half of the words ends them: other posts, comments, the author's portrait.
    private mutating func cutSections() {
        let whole = map.prose(in: body)
        guard let later = sectionHeading(inSecondHalfOf: whole) else { return }
        var level = later
        while level != body, let parent = level.parent {
            for sibling in parent.children where sibling.index >= level.end { cut(sibling) }
            level = parent
        }
        cut(later)
        end = later.index
    }

    private func sectionHeading(inSecondHalfOf whole: Int) -> Node? {
        for index in start..<max(start, end) where Self.isHeading(map.tags[index]) {
            guard !map.isOutside(index), map.text(in: map.range(of: index)) <= 90, map.prose(in: body.index..<index) * 2 >= whole,
                let node = map.page.node(index)
            else { continue }
            let key = SiteName.key(node.line)
            if FootWords.sections.begin(key), key.utf8.count(where: { $0 == 0x20 }) < 8 { return node }
        }
        return nil
    }

    // MARK: - Lines

    private func text(at index: Int) -> Node? {
        guard map.tags[index] == .text, !map.isOutside(index), let node = map.page.node(index), node.hasWords else { return nil }
        return node
    }

    private func firstText() -> Node? {
        (start..<max(start, end)).lazy.compactMap(text(at:)).first
    }

    private func lastText() -> Node? {
        (start..<max(start, end)).reversed().lazy.compactMap(text(at:)).first
    }

    private static func isInline(_ tag: Tag) -> Bool {
        switch tag {
        case .a, .span, .em, .i, .b, .strong, .font, .time, .abbr, .code, .u, .s, .sub, .sup, .cite, .q, .small, .big, .tt, .mark, .ins,
            .del,
            .label, .address:
            true
        default: false
        }
    }

    /// The line in which a text stands: its paragraph, and the elements that hold nothing else. `nil` where the text stands in the body itself.
    private func block(around text: Node) -> Node? {
        guard var block = text.parent, body.contains(block) else { return nil }
        while Self.isInline(block.tag), let parent = block.parent, parent != body, body.contains(parent), !Self.holdsBlocks(parent) {
            block = parent
        }
        guard block != body, block.index >= start, block.end <= end else { return nil }
        while let parent = block.parent, parent != body, body.contains(parent), parent.index >= start, parent.end <= end,
            map.text(in: parent) == map.text(in: block)
        {
            block = parent
        }
        return block
    }

    /// Paragraphs and the like directly inside: an element with such is no line.
    private static func holdsBlocks(_ node: Node) -> Bool {
        node.children.contains {
            switch $0.tag {
            case .p, .div, .h1, .h2, .h3, .h4, .ul, .ol, .table, .blockquote, .section, .article: true
            default: false
            }
        }
    }

    /// Whether an element is marked, or the only one in it is.
    private func hasMark(_ marks: PostMarks, _ block: Node) -> Bool {
        if map.has(marks, block) { return true }
        guard let child = block.children.first(where: { !$0.isText }), map.has(marks, child) else { return false }
        return child.nextElement == nil
    }

    /// A byline or a date above the text.
    private func isHeadLine(_ block: Node) -> Bool {
        if hasMark(.meta, block), map.prose(in: block) <= Self.longestLine, map.text(in: block) <= 1_000 { return true }
        guard map.text(in: block) <= Self.longestLine else { return false }
        // The title once more.
        if let title, Self.isHeading(block.tag), SiteName.key(block.line) == SiteName.key(title.line) { return true }
        if block.tag == .time || hasMark([.meta, .published, .modified, .author], block) { return true }
        let line = block.line
        guard line.utf8.count <= 120 else { return false }
        if leadsDown(block) { return true }
        let key = SiteName.key(line)
        if FootWords.jumps.areStart(of: key), line.utf8.count <= 60, !map.page.elements(.a, in: block.range).isEmpty || key.utf8.count <= 24
        {
            return true
        }
        if FootWords.isCount(key) || isDay(line, key) || FootWords.readingTimes.begin(key) || key.utf8.ends(with: " min read".utf8) {
            return true
        }
        return PostByline.isOne(line, dates: dates)
    }

    /// "Submitted on Mon, 2019-01-21".
    private func isDay(_ line: String, _ key: String) -> Bool {
        guard line.utf8.count <= 60, FootWords.days.begin(key), let found = dates.find(in: line) else { return false }
        // One word, and what stands around a date: else something is said of that day.
        let around = line[..<found.range.lowerBound].split(separator: " ").count
        return around <= 3 && !line[found.range.upperBound...].contains(where: \.isLetter)
    }

    /// Whether what is around a line is a short part that is marked as facts about the post, with its day among them.
    private func isInMeta(_ block: Node) -> Bool {
        block.ancestors.lazy.prefix { $0 != body && body.contains($0) && map.text(in: $0) <= Self.longestLine }
            .contains { map.has(.meta, $0) && dates.find(in: $0.line) != nil }
    }

    /// Nothing but links to places of this page: "Jump to the recipe", "12 comments".
    private func leadsDown(_ block: Node) -> Bool {
        guard map.prose(in: block) <= 4 else { return false }
        var isLink = false
        for index in map.page.elements(.a, in: block.range) {
            let reference = map.page.node(Int(index))?.attributeBytes(.href)
            guard let reference, reference.first == UInt8(ascii: "#"), reference.count > 1 else { return false }
            isLink = true
        }
        return isLink
    }

    /// A line of facts, of tags, of other posts or of thanks for a picture's source below the text.
    private func isFootLine(_ block: Node, author: String?) -> Bool {
        let length = map.text(in: block)
        // A heading with nothing below it is the next part's.
        if Self.isHeading(block.tag), length <= Self.longestLine { return true }
        if hasMark([.meta, .authorBox, .modified], block) || isInMeta(block), length <= Self.longestLine { return true }
        guard length <= 700 else { return false }
        let line = block.line
        let key = SiteName.key(line.prefix(60))
        if FootWords.isCount(key) || isDay(line, key) || FootWords.sentences.begin(key) { return true }
        let isLabel = FootWords.labels.begin(key)
        // "Tags: …", and no sentence that begins so.
        if isLabel, line.prefix(40).utf8.contains(UInt8(ascii: ":")) || key.utf8.count(where: { $0 == 0x20 }) < 3 { return true }
        if line.utf8.count <= 120, PostByline.isOne(line, dates: dates) { return true }
        if length <= Self.longestLine, hasMark(.published, block), dates.find(in: line) != nil || dates.findClock(in: line) != nil {
            return true
        }
        guard map.prose(in: block) == 0, length > 0 else { return false }
        if FootWords.ways.begin(key) { return true }
        // Nothing but a link: the author's name, or the source of what is embedded above it.
        if let author, NameLine.key(line) == NameLine.key(author) { return true }
        let embedded = block.previousElement
        return line.utf8.count <= 60 && embedded.map { Self.isEmbedding($0) } ?? false
    }

    /// Links to other pages of the site with the heading above them: "Read also".
    private func otherPosts(endingWith block: Node) -> [Node]? {
        guard map.prose(in: block) == 0 else { return nil }
        var list = block
        while let parent = list.parent, parent != body, body.contains(parent), parent.index >= start, parent.end <= end, isLinks(parent) {
            list = parent
        }
        guard list != block || block.tag == .ul || block.tag == .ol else { return nil }
        let links = map.page.elements(.a, in: list.range).lazy.compactMap { map.page.node(Int($0))?.attribute(.href) }
        guard links.prefix(2).count == 2, links.allSatisfy(facts.isOfSite) else { return nil }
        guard let heading = list.previousElement, heading.index >= start, !map.isOutside(heading), map.text(in: heading) <= 80,
            Self.isHeading(heading.tag) || heading.line.hasSuffix(":") || FootWords.sections.begin(SiteName.key(heading.line))
        else { return Self.hasHeading(list) ? [list] : nil }
        return [heading, list]
    }

    /// Links and at most a heading.
    private func isLinks(_ node: Node) -> Bool {
        map.prose(in: node) <= 60 && map.prose(in: node) * 3 <= map.text(in: node)
    }

    private static func hasHeading(_ list: Node) -> Bool {
        list.document.tags(in: (list.index + 1)..<list.range.upperBound).contains(where: isHeading)
    }

    static func isHeading(_ tag: Tag) -> Bool {
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }

    private static func isEmbedding(_ node: Node) -> Bool {
        guard node.textLength < 40, node.end - node.index < 40 else { return false }
        return node.document.tags(in: node.range).contains {
            switch $0 {
            case .iframe, .embed, .object, .video, .audio: true
            default: false
            }
        }
    }
}

extension HTMLDocument {
    fileprivate func tags(in nodes: Range<Int>) -> LazyMapSequence<Range<Int>, Tag> { nodes.lazy.map(tag(of:)) }
}
