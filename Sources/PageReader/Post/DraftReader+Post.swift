internal import Markup
internal import ThreadModel

/// The post's values, read off its places.
extension DraftReader {
    /// The heading as it is printed; without one what programs are told, less the site's name.
    func title(of page: PageDraft) -> String? {
        if let node = page.titleNode, case let line = node.line, !line.isEmpty { return withoutAddition(line, of: node) }
        guard let title = facts.titles.first else { return nil }
        return SiteName.removed(facts.siteNames, from: title)
    }

    /// A date or a button in the heading, in an element of its own behind the title that programs are told, is no part of it.
    private func withoutAddition(_ line: String, of heading: Node) -> String {
        let told = facts.titles.first { $0.utf8.count >= 8 && line.utf8.count > $0.utf8.count && line.hasPrefix($0) }
        guard let told else { return line }
        let addition = line.dropFirst(told.count).trimmingSpace()
        return heading.childElements.contains { $0.line == addition } ? told : line
    }

    func post(of page: PageDraft, links located: inout [LocatedLink]) -> Post? {
        guard let body = page.postBody else { return nil }
        let rendered = body.rendered()
        located = links.located(in: body, rendered: rendered)
        return Post(
            author: author(of: page), published: postDate(of: page), text: rendered.text, html: body.html, links: located.unique)
    }

    // MARK: - The author

    private func author(of page: PageDraft) -> Author? {
        if let node = page.postAuthorNode, let name = name(in: node) {
            return Author(name: coAuthors(of: node, name), url: anchor(named: name, in: node) ?? url(of: node))
        }
        if let node = page.postBylineNode, case let line = node.line,
            let name = PostByline.name(in: line, dates: dates) ?? Byline.nameBehindDate(in: line, dates: dates)
        {
            return Author(name: name, url: anchor(named: name, in: node))
        }
        guard !facts.authors.isEmpty else { return facts.statedAuthor.map { Author(name: $0) } }
        return Author(name: facts.authors.joined(separator: ", "), url: facts.authors.count == 1 ? facts.authorURL : nil)
    }

    /// The name in an element. What programs are told as a name is one as it stands, though a word in it may end others: "Rust en Ruimte".
    private func name(in node: Node) -> String? {
        let line = node.line
        return facts.authors.contains(line) || facts.claimedAuthors.contains(line) ? line : PostByline.cleaned(line, dates: dates)
    }

    /// "A and B": the names that stand beside the first, in elements like its own.
    private func coAuthors(of node: Node, _ name: String) -> String {
        var names = name
        var last = node
        // What is around one name only stands for it.
        for _ in 0..<3 {
            guard let parent = last.parent, parent.childElements.count == 1, parent.textLength <= 200, parent.line == last.line else {
                break
            }
            last = parent
        }
        while let text = last.nextSibling, text.isText, let next = text.nextSibling, next.tag == last.tag, next.name == last.name,
            next.classes == last.classes
        {
            let joint = text.line
            guard Self.joints.contains(joint.lowercased()), next.textLength <= 200,
                let further = PostByline.cleaned(next.line, dates: dates)
            else { break }
            names += joint == "," ? ", \(further)" : " \(joint) \(further)"
            last = next
        }
        return names
    }

    private static let joints: Set<String> = [",", "und", "and", "&", "et", "y", "e", "en", "och", "og"]

    // MARK: - The date

    /// What is printed counts before what programs are told; that adds the time of day to a printed day, and the instant to a printed time.
    private func postDate(of page: PageDraft) -> PublishedDate? {
        let line = page.postDateNode?.line ?? ""
        let told = told(of: page.postDateNode)
        var printed = page.postDateNode.flatMap(printedDate).map { ordered($0, told: told) }
        let byline = page.postBylineNode.flatMap { publication(in: $0.line) }
        if let byline, Self.hasClock(byline), printed.map({ !Self.hasClock($0) && Self.isSameDay($0, byline) }) ?? true { printed = byline }
        let clock = clock(beside: printed, in: line, page.postBylineNode)
        if let day = printed, let local = day.local, !local.contains("T"), let clock {
            printed = PublishedDate(printed: "\(day.printed) \(clock.words)", local: ISODate.local(local, clock.clock))
        }
        guard let printed, let local = printed.local else {
            var date = told.first ?? byline
            if !line.isEmpty, page.postDateNode?.tag == .time { date?.printed = line }
            return date
        }
        if local.contains("T") {
            guard printed.instant == nil else { return printed }
            let same = told.first { $0.local?.hasPrefix(local) == true }
            // The same moment by another clock.
            let moment = told.first { $0.instant != nil && dates.combine(printed: printed.printed, attribute: $0).local == local }
            return PublishedDate(printed: printed.printed, local: same?.local ?? local, instant: same?.instant ?? moment?.instant)
        }
        guard let precise = told.first(where: { Self.isSameDay($0, printed) && Self.hasClock($0) }) else { return printed }
        return PublishedDate(printed: printed.printed, local: precise.local, instant: precise.instant)
    }

    /// A printed date; of two readings of its numbers the one that programs are told.
    private func ordered(_ date: PublishedDate, told: [PublishedDate]) -> PublishedDate {
        guard !told.contains(where: { Self.isSameDay($0, date) }), dates.find(in: date.printed)?.isAmbiguous == true else { return date }
        return dates.readingsInBothOrders(of: date.printed).first { reading in told.contains { Self.isSameDay($0, reading) } } ?? date
    }

    /// The date in a line, unless it is that of a change.
    private func publication(in line: String) -> PublishedDate? {
        guard let found = dates.find(in: line), !Modification.announces(line[..<found.range.lowerBound]) else { return nil }
        return found.date
    }

    /// The time of day in the line of the day, or in the byline.
    private func clock(beside day: PublishedDate?, in line: String, _ byline: Node?) -> (clock: DateReader.Clock, words: Substring)? {
        guard let day else { return nil }
        let rest = line.replacing(day.printed, with: " ")
        if let found = dates.findClock(in: rest), Self.isClock(rest[found.range]) { return (found.clock, rest[found.range]) }
        guard let line = byline?.line else { return nil }
        if let other = dates.find(in: line), !Self.isSameDay(other.date, day) { return nil }
        return dates.findClock(in: line).flatMap { Self.isClock(line[$0.range]) ? ($0.clock, line[$0.range]) : nil }
    }

    /// The date in an element: of one inside it, where what stands beside that is no time of day. "3 u" is how long a cake takes, too.
    private func printedDate(in node: Node) -> PublishedDate? {
        let date = dates.find(in: node.line)?.date
        guard date.map(Self.hasClock) ?? true, node.end - node.index < 60,
            let inside = node.childElements.lazy.compactMap({ dates.find(in: $0.line)?.date }).first
        else { return date }
        guard let date else { return inside }
        return date.printed.hasPrefix(inside.printed) && !Self.isClock(date.printed.dropFirst(inside.printed.count)) ? inside : date
    }

    /// Whether a time of day that stands beside a date looks like one: with minutes, or with a word that no span of time has.
    private static func isClock(_ words: Substring) -> Bool {
        var digits = 0
        for character in words {
            if character.isNumber { digits += 1 }
            if character.isLetter && digits == 0 || !character.isASCII || character.isOne(of: "mMU") { return true }
        }
        return digits > 2
    }

    private static func hasClock(_ date: PublishedDate) -> Bool {
        date.local?.contains("T") == true
    }

    private static func isSameDay(_ date: PublishedDate, _ other: PublishedDate) -> Bool {
        date.local?.prefix(10) == other.local?.prefix(10)
    }

    /// What attributes and the head say. Of two that name the same day, the one with a zone comes first.
    private func told(of node: Node?) -> [PublishedDate] {
        let attributes = [AttributeName.datetime, .content, .title].compactMap { node?.attribute($0) }
        let inside = node.flatMap { $0.end - $0.index < 30 ? $0.first(.time)?.attribute(.datetime) : nil }
        let epoch = [node.flatMap(attributeDate)].compactMap { $0 }
        let found =
            (attributes + [inside].compactMap { $0 }).compactMap { dates.find(in: $0)?.date } + epoch
            + [facts.published].compactMap { $0 }.compactMap { dates.find(in: $0)?.date }
        let same = found.filter { $0.local?.prefix(10) == found.first?.local?.prefix(10) }
        let others = found.filter { !same.contains($0) }
        return same.filter { $0.instant != nil } + same.filter { $0.instant == nil } + others
    }
}
