internal import Markup
internal import ThreadModel

/// Finds who wrote the post and when, in the lines around its words.
struct BylineFinder {
    let map: PostMap
    let facts: PageFacts
    let dates: DateReader
    let comments: NodeRanges
    let title: Node?
    let body: Node
    /// The page's body, or the element of one post of several.
    let top: Node
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
        let outer = scope.map { $0.index < anchor ? $0 : map.nodes[anchor] } ?? map.nodes[anchor]
        return linesAbove(outer)..<max(outer.index, content.lowerBound)
    }

    /// The number of the first of the short elements above an element: the day that several posts share is such a line.
    private func linesAbove(_ element: Node) -> Int {
        var level = element
        for _ in 0..<4 {
            var above = level
            while let previous = above.previousElement, map.text(in: previous) <= 80, level.index - previous.index < 60 { above = previous }
            if above != level { return above.index }
            guard let parent = level.parent, parent.index >= top.index else { break }
            level = parent
        }
        return element.index
    }

    /// The elements and texts below the words, up to the comments: to the end of the post's element, or some way beyond it.
    private func foot(isFar: Bool) -> Range<Int> {
        let start = content.upperBound
        let ends = ([title, body].compactMap { $0 }.flatMap { Array($0.ancestors.prefix(12)) }).first {
            $0.name == "article" || map.has(.post, $0)
        }?.end
        let end = isFar ? start + Self.reach : ends ?? start + Self.reach
        let stop = min(map.nodes.count, top.end, max(scope?.end ?? 0, end))
        let comment = map.nodes[start..<max(start, stop)].first {
            comments.contains($0) || map.has(.comments, $0) && map.text(in: $0) > 200
        }
        return start..<max(start, comment?.index ?? stop)
    }

    /// The element of the post, with its heading and its words.
    private var scope: Node? {
        guard let title else { return body.ancestors.first { $0.name == "article" || map.has(.post, $0) } ?? body.parent }
        return title.ancestors.first { $0.contains(body) } ?? (title.contains(body) ? title : nil) ?? (body.contains(title) ? body : nil)
    }

    /// The nodes of a range, without lists of other posts and navigation.
    private func nodes(in range: Range<Int>) -> [Node] {
        var found: [Node] = []
        var index = range.lowerBound
        let outer = scope?.index ?? body.index
        while index < range.upperBound {
            let node = map.nodes[index]
            let isElsewhere = node.name == "nav" || map.has(.navigation, node) && !map.has(.meta, node) && !isPostFoot(node)
            let holdsPost = node.contains(body) || title.map { node.contains($0) } ?? false
            let isOtherPost = (node.name == "article" || map.has(.post, node)) && !holdsPost
            if !node.isText, !holdsPost, isElsewhere || isOtherPost || comments.contains(node) || node.name == "head" {
                index = node.end
                continue
            }
            // Above the post only lines that say they are dates belong to it.
            if index >= outer || map.has([.date, .published, .author], node) || node.name.first == "h" { found.append(node) }
            index += 1
        }
        return found
    }

    private func isPostFoot(_ node: Node) -> Bool {
        node.name == "footer" || map.has([.author, .published, .date], node)
            || map.text(in: node) <= 1_500 && node.classes.contains { $0.lowercased().contains("foot") }
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
            found.author = named(knownNames, in: far) ?? marked(in: far.filter(isPortrait))
        }
        // The clock often stands in another line than the day.
        if found.byline == nil { found.byline = clockLine(in: foot, with: found.author) ?? clockLine(in: head, with: found.author) }
        return found
    }

    private func author(in nodes: [Node]) -> (author: Node?, byline: Node?) {
        if let author = named(knownNames, in: nodes) ?? marked(in: nodes) { return (author, nil) }
        return (nil, line(in: nodes))
    }

    private func isPortrait(_ node: Node) -> Bool {
        map.has(.authorBox, node) || node.attribute("rel")?.contains("author") == true || node.attribute("itemprop") == "author"
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
    private func named(_ names: Set<String>, in nodes: [Node]) -> Node? {
        guard !names.isEmpty else { return nil }
        return nodes.first { node in
            guard node.isText, (1...120).contains(map.text(in: node)) else { return false }
            return names.contains(NameLine.key(node.line))
        }?.parent
    }

    /// The element that is marked as the author's name; those of an author's portrait come last.
    private func marked(in nodes: [Node]) -> Node? {
        var second: Node?
        for node in nodes
        where !node.isText && !["meta", "link", "img"].contains(node.name) && map.has(.author, node) && !map.has(.hidden, node) {
            guard let name = nameElement(in: node) else { continue }
            if isInBox(node) {
                second = second ?? name
            } else {
                return name
            }
        }
        return second
    }

    private func isInBox(_ node: Node) -> Bool {
        map.has(.authorBox, node) || node.ancestors.prefix(4).contains { map.has(.authorBox, $0) }
    }

    /// The smallest element with the name inside one that is marked.
    private func nameElement(in node: Node) -> Node? {
        guard map.text(in: node) <= 4_000 else { return nil }
        let inside = elements(in: node, atMost: 80)
        let precise = inside.dropFirst().first { element in
            element.attribute("itemprop") == "name" || element.attribute("property") == "name" || element.hasClass("fn")
                || element.hasClass("author-name") || element.hasClass("name") || element.hasClass("p-name")
        }
        // "Post by NAME": not the first link's words.
        if precise == nil, isName(node), PostByline.name(in: node.line, dates: dates) != nil { return node }
        for element in [precise, inside.first { $0.name == "a" && isName($0) && $0 != node }, node].compactMap({ $0 }) where isName(element)
        {
            return element
        }
        return nil
    }

    private func isName(_ node: Node) -> Bool {
        guard (1...Self.longestLine).contains(map.text(in: node)) else { return false }
        let line = node.line
        return !line.isEmpty && line.utf8.count <= 120 && PostByline.cleaned(line, dates: dates) != nil && !line.hasSuffix(".")
    }

    // MARK: - Lines

    /// A line that introduces a name.
    private func line(in nodes: [Node]) -> Node? {
        lines(in: nodes).first { PostByline.name(in: $0.line, dates: dates) != nil }
    }

    /// A line with a time of day and no day, that is about the post: marked so, or with its author in it.
    private func clockLine(in nodes: [Node], with author: Node?) -> Node? {
        lines(in: nodes).first { node in
            guard map.has([.meta, .date, .published], node) || author.map({ node.contains($0) }) ?? false else { return false }
            let line = node.line
            return dates.find(in: line) == nil && dates.findClock(in: line) != nil
        }
    }

    /// The short lines among some nodes.
    private func lines(in nodes: [Node]) -> [Node] {
        var last = -1
        return nodes.compactMap { node in
            guard node.isText, node.index >= last, map.isWritten(node), let block = block(around: node), !map.has(.hidden, block) else {
                return nil
            }
            last = block.end
            return block
        }
    }

    private func block(around text: Node) -> Node? {
        guard var block = text.parent, map.text(in: block) <= Self.longestLine else { return nil }
        let inline: Set<String> = ["a", "span", "em", "i", "b", "strong", "time", "abbr", "cite", "font"]
        while inline.contains(block.name), let parent = block.parent, map.text(in: parent) <= Self.longestLine, !parent.contains(body) {
            block = parent
        }
        if block.name.first == "h", block.name.count == 2, block == title { return nil }
        return block
    }

    // MARK: - Dates

    private func isDate(_ node: Node) -> Bool {
        guard map.text(in: node) <= 200 else { return false }
        if node.name == "time" || node.name == "abbr", let value = node.attribute("datetime") ?? node.attribute("title"),
            dates.find(in: value) != nil
        {
            return true
        }
        let line = node.line
        return line.utf8.count <= 160 && dates.find(in: line) != nil && !Self.isModification(line)
    }

    private static let modifications = [
        "updated", "last updated", "modified", "last modified", "mis à jour", "article mis à jour", "mise à jour", "aktualisiert",
        "zuletzt aktualisiert", "letzte aktualisierung", "geändert", "zuletzt geändert", "actualizado", "aggiornato", "bijgewerkt",
        "edited",
    ]

    static func isModification(_ line: String) -> Bool {
        let start = SiteName.key(line.prefix(40))
        return modifications.contains { start.hasPrefix($0) }
    }

    private func isOnlyModified(_ node: Node) -> Bool {
        map.has(.modified, node) && !map.has(.published, node)
            && !node.classes.contains { $0.contains("date") || $0.contains("publish") || $0.contains("time") }
    }

    /// The element inside one of several lines that has the day of publication.
    private func precise(_ node: Node) -> Node {
        elements(in: node, atMost: 60).dropFirst().first { !isOnlyModified($0) && isDate($0) } ?? node
    }

    /// An element and the first of those inside it.
    private func elements(in node: Node, atMost most: Int) -> [Node] {
        map.nodes[node.index..<min(node.end, node.index + most)].filter { !$0.isText }
    }

    /// The first element with the day that programs are told.
    private func agreed(in nodes: [Node]) -> Node? {
        guard let told = facts.published.flatMap({ dates.find(in: $0)?.date.local?.prefix(10) }) else { return nil }
        func isTold(_ node: Node) -> Bool {
            isDate(node) && dates.find(in: node.line)?.date.local?.prefix(10) == told
        }
        return nodes.first { !$0.isText && $0.name == "time" && !isOnlyModified($0) && isTold($0) }
            ?? lines(in: nodes).first { !isOnlyModified($0) && isTold($0) }
    }

    /// The element with the day of publication: what is marked so, any `time`, what is marked as a date, any line that is one.
    private func date(in nodes: [Node]) -> Node? {
        let elements = nodes.filter { !$0.isText && !isOnlyModified($0) && $0.name != "meta" && !map.has(.hidden, $0) }
        return elements.first { map.has(.published, $0) && map.text(in: $0) > 0 && isDate($0) }
            ?? elements.first { $0.name == "time" && isDate($0) }
            ?? elements.first { map.has([.date, .meta], $0) && isDate($0) }.map { precise($0) }
            ?? lines(in: nodes).first { !isOnlyModified($0) && isDate($0) }
            ?? nodes.first { $0.name == "meta" && map.has(.published, $0) && dates.find(in: $0.attribute("content") ?? "") != nil }
    }
}
