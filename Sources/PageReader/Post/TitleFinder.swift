internal import Markup

/// Finds the heading of the post: the one that agrees with what the page tells programs of its title.
struct TitleFinder {
    let map: PostMap
    let facts: PageFacts

    /// More headings than this are a list of something.
    private static let mostHeadings = 600
    private static let longest = 600

    /// The heading that agrees best; `nil` if none is evidently the post's.
    ///
    /// - Parameters:
    ///   - range: where to look.
    ///   - isOfPost: whether nothing but one post is there: any heading in it may be its own.
    ///   - given: the heading that the description of a platform names.
    func find(in range: Range<Int>, isOfPost: Bool = false, given: Node? = nil) -> Node? {
        let references = facts.titles.map { Reference($0, siteNames: facts.siteNames) }
        let site = SiteName.Identity(names: facts.siteNames, url: facts.url)
        var best: Candidate?
        var seen = 0
        var around = Surroundings()
        let given = given.map(Self.heading(around:))
        for index in range where map.isNamed(index) || index == given?.index {
            around.enter(index, map)
            guard let level = level(of: index) ?? (index == given?.index ? Self.givenLevel : nil), seen < Self.mostHeadings,
                map.text(in: map.range(of: index)) <= Self.longest,
                !map.comments.contains(index), !map.has(.hidden, index), let node = map.page.node(index)
            else { continue }
            let line = node.line
            guard !line.isEmpty else { continue }
            seen += 1
            let key = SiteName.key(line)
            var score = level + Self.match(key, references) + around.score(of: index, map, isFirst: best == nil)
            if node == given { score += 25 }
            if site.isNamed(key) || leadsHome(node) { score -= 60 }
            if let best, best.key == key, best.node.end < index, map.prose(in: best.node.end..<index) >= Self.leastStory {
                score -= Self.ofRepetition
            }
            if score > best?.score ?? (isOfPost ? 0 : Self.least) { best = Candidate(score: score, node: node, key: key) }
        }
        return best?.node
    }

    /// The heading around a link that is all of it: the link's address is the post's, the words are the heading's.
    private static func heading(around given: Node) -> Node {
        guard given.tag == .a, let heading = given.closestHeading, heading.visibleLength == given.visibleLength else { return given }
        return heading
    }

    /// A description may name a link or a box, which are headings by nothing but its word.
    private static let givenLevel = 6

    private struct Candidate {
        var score: Int
        var node: Node
        /// The heading's words, as ``SiteName/key(_:)`` makes them.
        var key: String
    }

    /// What a heading must have at least: one that agrees with nothing needs to be of the first order, or in the post.
    private static let least = 17

    /// So much running text between two headings, or between the beginning of a post and a heading, is the post's: what follows is the
    /// heading of a part of it, such as the card with a recipe, on which plug-ins print the title once more.
    private static let leastStory = 300
    /// What a heading loses that only repeats one above the text: more than marks and order make up for.
    private static let ofRepetition = 20
    /// What a heading loses that has running text of its post above it: all that words in common bring.
    private static let ofPart = 100

    /// What a walk over a page is inside of.
    private struct Surroundings {
        private var navigationEnd = 0
        private var postEnd = 0
        private var siteEnd = 0
        /// The outermost element with a post, or with its words.
        private var words = 0..<0

        mutating func enter(_ index: Int, _ map: PostMap) {
            let tag = map.tags[index]
            let isPost = map.isPost(index)
            let end = map.page.end(of: index)
            // Elements around most of the page say nothing of a heading in it.
            var isWide: Bool { map.text(in: map.range(of: index)) * 2 > map.wholeText }
            if map.has([.navigation, .comments], index) || tag == .nav || tag == .aside, !isPost {
                navigationEnd = max(navigationEnd, isWide ? 0 : end)
            }
            if isPost { postEnd = max(postEnd, end) }
            if isPost || map.has(.body, index), index >= words.upperBound { words = index..<end }
            if map.has(.site, index) { siteEnd = max(siteEnd, isWide ? 0 : end) }
        }

        /// What a heading has because of where it stands.
        func score(of index: Int, _ map: PostMap, isFirst: Bool) -> Int {
            let isPart = !isFirst && words.contains(index) && map.prose(in: words.lowerBound..<index) >= TitleFinder.leastStory
            return (index < postEnd ? 6 : 0) - (index < navigationEnd ? 45 : 0) - (index < siteEnd ? 40 : 0)
                - (isPart ? TitleFinder.ofPart : 0)
        }
    }

    private func level(of index: Int) -> Int? {
        let isTitle = map.has(.title, index)
        switch map.tags[index] {
        case .h1: return isTitle ? 20 : 16
        case .h2: return isTitle ? 17 : 12
        case .h3: return isTitle ? 15 : 8
        case .h4: return isTitle ? 10 : 4
        case .title, .meta, .a, .link, .html, .body, .head: return nil
        default: return isTitle && hasFewChildren(index) ? 6 : nil
        }
    }

    private func hasFewChildren(_ index: Int) -> Bool {
        map.page.node(index)?.children.lazy.filter { !$0.isText }.prefix(5).count ?? 0 <= 4
    }

    /// A heading that is a link to the first page of the site.
    private func leadsHome(_ node: Node) -> Bool {
        guard node.end - node.index <= 12, let link = node.first(.a) ?? node.parent.flatMap({ $0.tag == .a ? $0 : nil }),
            !link.attribute(.rel, contains: "bookmark"), let reference = link.attribute(.href)
        else { return false }
        if link.attribute(.rel, contains: "home") || reference == "/" { return true }
        return Address.isWeb(reference) && reference.utf8.split(separator: UInt8(ascii: "/")).count <= 2
    }

    // MARK: - Agreement

    /// A title that the page gives to programs, with a space at both ends.
    private struct Reference {
        var whole: [UInt8]
        var withoutSite: [UInt8]

        init(_ title: String, siteNames: [String]) {
            whole = Self.spaced(SiteName.key(title))
            withoutSite = Self.spaced(SiteName.key(SiteName.removed(siteNames, from: title)))
        }

        static func spaced(_ key: String) -> [UInt8] {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(key.utf8.count + 2)
            bytes.append(0x20)
            bytes.append(contentsOf: key.utf8)
            bytes.append(0x20)
            return bytes
        }
    }

    /// How well a heading agrees with the best of the references, up to 100.
    private static func match(_ key: String, _ references: [Reference]) -> Int {
        guard !key.isEmpty, !references.isEmpty else { return 0 }
        let key = Reference.spaced(key)
        return references.reduce(0) { max($0, match(key, $1)) }
    }

    private static func match(_ key: [UInt8], _ reference: Reference) -> Int {
        if key == reference.withoutSite || key == reference.whole { return 100 }
        let length = max(1, reference.whole.count - 2)
        let own = key.count - 2
        // "TITLE – Site", "Site » TITLE", and a kicker before it.
        if reference.whole.starts(with: key) || reference.whole.suffix(key.count).elementsEqual(key) { return 45 + 45 * own / length }
        // A heading with more words than the title has: the title is cut off, or the heading is another's ("Comments on TITLE").
        let title = reference.withoutSite.count - 2
        if title > 12, key.starts(with: reference.withoutSite) { return 20 + 40 * title / own }
        return reference.whole[...].holds(key) ? 30 + 40 * own / length : 0
    }
}
