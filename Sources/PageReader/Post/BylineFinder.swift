internal import Markup
internal import ThreadModel

/// Finds who wrote the post and when, in the lines around its words.
struct BylineFinder {
    let map: PostMap
    let facts: PageFacts
    let dates: DateReader
    let title: Node?
    let body: Node
    /// The page's body, or the place of one post of several.
    let range: Range<Int>
    /// Whether that place is no element, so that other posts may stand beside it.
    let isRun: Bool
    /// Where the post's words begin and end.
    let content: Range<Int>

    struct Found {
        var author: Node?
        /// A line with a name in it that no element has alone.
        var byline: Node?
        var date: Node?
    }

    /// How far below the text a name may stand, in nodes.
    private static let reach = 320
    private static let longestLine = 300

    // MARK: - Where to look

    /// The elements and texts above the words: from the post's element, or from the short lines right above it.
    private var head: Range<Int> {
        let anchor = min(title?.index ?? body.index, body.index)
        if isRun { return range.lowerBound..<max(range.lowerBound, content.lowerBound) }
        let outer = scope.flatMap { $0.index < anchor ? $0 : nil } ?? map.page.node(anchor) ?? body
        return linesAbove(outer)..<max(outer.index, content.lowerBound)
    }

    /// The number of the first of the short elements above an element: the day that several posts share is such a line.
    private func linesAbove(_ element: Node) -> Int {
        var level = element
        for _ in 0..<4 {
            var above = level
            while let previous = above.previousElement, map.text(in: previous) <= 80, level.index - previous.index < 60 { above = previous }
            if above != level { return above.index }
            guard let parent = level.parent, parent.index >= range.lowerBound else { break }
            level = parent
        }
        return element.index
    }

    /// The elements and texts below the words, up to the comments: to the end of the post's element, or some way beyond it.
    private func foot(isFar: Bool) -> Range<Int> {
        let start = content.upperBound
        let around = [title, body].lazy.compactMap { $0 }.flatMap { $0.ancestors.prefix(12) }
        let end = isFar ? start + Self.reach : around.first { map.isPost($0.index) }?.end ?? start + Self.reach
        let stop = max(start, min(map.page.count, range.upperBound, max(scope?.end ?? 0, end)))
        let comment = (start..<stop).first {
            map.comments.contains($0) || map.has(.comments, $0) && map.text(in: map.range(of: $0)) > 200
        }
        return start..<(comment ?? stop)
    }

    /// The element of the post, with its heading and its words.
    private var scope: Node? {
        guard let title else { return body.ancestors.first { map.isPost($0.index) } ?? body.parent }
        return title.ancestors.first { $0.contains(body) } ?? (title.contains(body) ? title : nil) ?? (body.contains(title) ? body : nil)
    }

    /// The numbers of the nodes of a range, without lists of other posts and navigation.
    private func nodes(in range: Range<Int>) -> [Int] {
        var found: [Int] = []
        var index = range.lowerBound
        let outer = scope?.index ?? body.index
        while index < range.upperBound {
            let tag = map.tags[index]
            if tag != .text, isElsewhere(index), !holdsPost(index) {
                index = map.page.end(of: index)
                continue
            }
            // Above the post only lines that say they are dates belong to it.
            if index >= outer || map.has([.date, .published, .author], index) || Self.isHead(tag) { found.append(index) }
            index += 1
        }
        return found
    }

    private func holdsPost(_ index: Int) -> Bool {
        let range = index..<map.page.end(of: index)
        return range.contains(body.index) || title.map { range.contains($0.index) } ?? false
    }

    private func isElsewhere(_ index: Int) -> Bool {
        let tag = map.tags[index]
        if tag == .nav || tag == .head || map.isPost(index) || map.comments.contains(index) { return true }
        return map.has(.navigation, index) && !map.has(.meta, index) && !isPostFoot(index)
    }

    private func isPostFoot(_ index: Int) -> Bool {
        map.tags[index] == .footer || map.has([.author, .published, .date], index)
            || map.text(in: map.range(of: index)) <= 1_500
                && map.page.node(index)?.attributeBytes(.class)?.map { $0 | 0x20 }[...].holds(Self.foot) ?? false
    }

    private static let foot = Array("foot".utf8)

    /// Headings, and what else begins with this letter.
    private static func isHead(_ tag: Tag) -> Bool {
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .html, .head: true
        default: false
        }
    }

    // MARK: - Finding

    func find() -> Found {
        let head = nodes(in: head)
        let foot = nodes(in: foot(isFar: false))
        var found = Found()
        // The day that programs are told, where it is printed. Any other day below the text is another post's.
        found.date = agreed(in: head) ?? agreed(in: foot) ?? date(in: head) ?? (facts.published == nil ? date(in: foot) : nil)
        (found.author, found.byline) = author(in: head)
        if found.author == nil, found.byline == nil { (found.author, found.byline) = author(in: foot) }
        if found.author == nil, found.byline == nil {
            // A portrait beside the post names its author; a bare line so far off may name anybody.
            let far = nodes(in: self.foot(isFar: true))
            found.author = named(knownNames, in: far) ?? marked(in: far.filter { map.tags[$0] != .text && isPortrait($0) })
        }
        // The clock often stands in another line than the day.
        if found.byline == nil { found.byline = clockLine(in: foot, with: found.author) ?? clockLine(in: head, with: found.author) }
        return found
    }

    private func author(in nodes: [Int]) -> (author: Node?, byline: Node?) {
        if let author = named(knownNames, in: nodes) ?? marked(in: nodes) { return (author, nil) }
        return (nil, line(in: nodes))
    }

    private func isPortrait(_ index: Int) -> Bool {
        if map.has(.authorBox, index) { return true }
        return map.page.node(index).map { $0.attribute(.rel, contains: "author") || $0.attribute(.itemprop, is: "author") } ?? false
    }

    /// A name that stands above the words.
    func authorAbove() -> String? {
        let nodes = nodes(in: head)
        guard let node = named(knownNames, in: nodes) ?? marked(in: nodes) else { return nil }
        return PostByline.cleaned(node.line, dates: dates)
    }

    // MARK: - Authors

    /// Names that the page gives to programs.
    private var knownNames: Set<String> {
        Set((facts.authors + facts.claimedAuthors).map { NameLine.key($0) }.filter { $0.count > 2 })
    }

    /// The element that holds nothing but a name that programs are told too.
    private func named(_ names: Set<String>, in nodes: [Int]) -> Node? {
        guard !names.isEmpty else { return nil }
        for index in nodes where map.tags[index] == .text && (1...120).contains(map.text(in: index..<(index + 1))) {
            if let text = map.page.node(index), names.contains(NameLine.key(text.line)) { return text.parent }
        }
        return nil
    }

    /// The element that is marked as the author's name; those of an author's portrait come last.
    private func marked(in nodes: [Int]) -> Node? {
        var second: Node?
        for index in nodes where map.has(.author, index) && !map.has(.hidden, index) {
            guard map.tags[index] != .meta, map.tags[index] != .link, map.tags[index] != .img, let node = map.page.node(index),
                let name = nameElement(in: node), !isOfReview(node)
            else { continue }
            if !isInBox(node) { return name }
            second = second ?? name
        }
        return second
    }

    /// Whether an element is marked as a part of what a reader says of the post.
    private func isOfReview(_ node: Node) -> Bool {
        ([node] + node.ancestors.prefix(5)).contains { element in
            guard element.index >= body.end, let name = element.attributeBytes(.class) else { return false }
            return name.map { $0 | 0x20 }[...].holds(Self.review)
        }
    }

    private static let review = Array("review".utf8)

    private func isInBox(_ node: Node) -> Bool {
        map.has(.authorBox, node) || node.ancestors.prefix(4).contains { map.has(.authorBox, $0) }
    }

    /// The smallest element with the name inside one that is marked.
    private func nameElement(in node: Node) -> Node? {
        guard map.text(in: node) <= 4_000 else { return nil }
        let inside = elements(in: node, atMost: 80)
        let precise = inside.dropFirst().first(where: Self.isCalledName)
        // "Post by NAME": not the first link's words.
        if precise == nil, isName(node), PostByline.name(in: node.line, dates: dates) != nil { return node }
        for element in [precise, inside.first { $0.tag == .a && $0 != node && isName($0) }, node].compactMap({ $0 }) where isName(element) {
            return element
        }
        return nil
    }

    private static func isCalledName(_ element: Node) -> Bool {
        element.attribute(.itemprop, is: "name") || element.attribute(.property, is: "name")
            || element.hasAttribute(.class) && ["fn", "author-name", "name", "p-name"].contains(where: element.hasClass)
    }

    private func isName(_ node: Node) -> Bool {
        guard (1...Self.longestLine).contains(map.text(in: node)) else { return false }
        let line = node.line
        return !line.isEmpty && line.utf8.count <= 120 && PostByline.cleaned(line, dates: dates) != nil && !line.hasSuffix(".")
    }

    // MARK: - Lines

    /// A line that introduces a name.
    private func line(in nodes: [Int]) -> Node? {
        lines(in: nodes).first { PostByline.name(in: $0.line, dates: dates) != nil }.map(piece(withNameIn:))
    }

    /// The element with the name in a line whose elements stand together without a space: what begins behind it is no part of the name.
    private func piece(withNameIn line: Node) -> Node {
        line.childElements.first { child in
            child.nextSibling.map { !$0.isText } ?? false && PostByline.name(in: child.line, dates: dates) != nil
        } ?? line
    }

    /// A line with a time of day and no day, that is about the post: marked so, or with its author in it.
    private func clockLine(in nodes: [Int], with author: Node?) -> Node? {
        lines(in: nodes).first { node in
            guard map.has([.meta, .date, .published], node) || author.map({ node.contains($0) }) ?? false else { return false }
            let line = node.line
            return dates.find(in: line) == nil && dates.findClock(in: line) != nil
        }
    }

    /// The elements with one text of several in a line: where they stand together without a space, the line has no date to be read.
    private func pieces(in nodes: [Int]) -> some Sequence<Node> {
        nodes.lazy.filter { map.tags[$0] == .text && (6...60).contains(map.text(in: $0..<($0 + 1))) }.compactMap { index -> Node? in
            guard let parent = map.page.node(index)?.parent, Self.isInline(parent.tag), parent.nextSibling != nil else { return nil }
            return map.has(.hidden, parent) ? nil : parent
        }
    }

    /// The short lines among some nodes, found as they are asked for.
    private func lines(in nodes: [Int]) -> some Sequence<Node> {
        var last = -1
        return nodes.lazy.compactMap { index -> Node? in
            guard map.tags[index] == .text, index >= last, let text = map.page.node(index), map.isWritten(text),
                !(text.parent.map { map.has(.hidden, $0) } ?? false), let block = block(around: text), !map.has(.hidden, block)
            else { return nil }
            last = block.end
            return block
        }
    }

    private func block(around text: Node) -> Node? {
        guard var block = text.parent, map.text(in: block) <= Self.longestLine else { return nil }
        while Self.isInline(block.tag), let parent = block.parent, map.text(in: parent) <= Self.longestLine, !parent.contains(body) {
            block = parent
        }
        return block == title && BodyTrimmer.isHeading(block.tag) ? nil : block
    }

    private static func isInline(_ tag: Tag) -> Bool {
        switch tag {
        case .a, .span, .em, .i, .b, .strong, .time, .abbr, .cite, .font: true
        default: false
        }
    }

    // MARK: - Dates

    private func isDate(_ node: Node) -> Bool {
        guard map.text(in: node) <= 200 else { return false }
        if node.tag == .time || node.tag == .abbr, let value = node.attribute(.datetime) ?? node.attribute(.title),
            dates.find(in: value) != nil
        {
            return !modification.isOne(node)
        }
        let line = node.line
        return line.utf8.count <= 160 && dates.find(in: line) != nil && !modification.isOne(node)
    }

    private var modification: Modification { Modification(dates: dates) }

    /// Whether the marks of an element call it the day of a change. Where programs are told the day of publication, a mark as that day is
    /// needed against it; else templates write "date updated" at any date.
    private func isOnlyModified(_ node: Node) -> Bool {
        guard map.has(.modified, node), !map.has(.published, node) else { return false }
        return facts.published != nil
            || !node.classes.contains { $0.contains("date") || $0.contains("publish") || $0.contains("time") }
    }

    /// The element inside one of several lines that has the day of publication.
    private func precise(_ node: Node) -> Node {
        elements(in: node, atMost: 60).dropFirst().first { !isOnlyModified($0) && isDate($0) } ?? node
    }

    /// An element and the first of those inside it.
    private func elements(in node: Node, atMost most: Int) -> [Node] {
        (node.index..<min(node.end, node.index + most)).lazy.filter { map.tags[$0] != .text }.compactMap(map.page.node)
    }

    /// The first element with the day that programs are told.
    private func agreed(in nodes: [Int]) -> Node? {
        guard let told = facts.published.flatMap({ dates.find(in: $0)?.date.local?.prefix(10) }) else { return nil }
        func isTold(_ node: Node) -> Bool {
            isDate(node) && dates.find(in: node.line)?.date.local?.prefix(10) == told
        }
        return nodes.lazy.filter { map.tags[$0] == .time }.compactMap(map.page.node).first { !isOnlyModified($0) && isTold($0) }
            ?? lines(in: nodes).first { !isOnlyModified($0) && isTold($0) }
    }

    /// The element with the day of publication: what is marked so, any `time`, what is marked as a date, any line that is one.
    private func date(in nodes: [Int]) -> Node? {
        func first(_ isWanted: (Int) -> Bool) -> Node? {
            for index in nodes where isWanted(index) {
                guard map.tags[index] != .text, map.tags[index] != .meta, !map.has(.hidden, index), let node = map.page.node(index),
                    !isOnlyModified(node), isDate(node)
                else { continue }
                return node
            }
            return nil
        }
        return first { map.has(.published, $0) && map.text(in: map.range(of: $0)) > 0 }
            ?? first { map.tags[$0] == .time }
            ?? first { map.has([.date, .meta], $0) }.map { precise($0) }
            ?? lines(in: nodes).first { !isOnlyModified($0) && isDate($0) }
            ?? pieces(in: nodes).first { !isOnlyModified($0) && isDate($0) }
            ?? nodes.lazy.filter { map.tags[$0] == .meta && map.has(.published, $0) }.compactMap(map.page.node)
            .first { dates.find(in: $0.attribute(.content) ?? "") != nil }
    }
}
