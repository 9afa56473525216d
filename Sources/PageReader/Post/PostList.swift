internal import Markup

/// The posts of a page that has several: a home page, the archive of a month.
///
/// A page of one post with the beginnings of others below it is no list, nor are the contributions to a forum's topic: those have one
/// subject. Each post is read with ``PostFinder/find(given:in:)`` and ``PageFacts/withoutPost()``: what the head of such a page says is of
/// none of its posts.
struct PostList {
    /// The elements of the posts, in page order; empty if the page is no list.
    let posts: [Node]

    /// A post that is shown only by its heading and a line is an announcement of it.
    private static let leastText = 80
    private static let most = 2_000
    /// How many nodes of an element are looked at for its heading.
    private static let headReach = 80

    init(map: PostMap, facts: PageFacts) {
        let whole = map.prose(in: 0..<map.page.count)
        var best: (prose: Int, posts: [Int]) = (0, [])
        let groups = Self.groups(map)
        let titles = groups.isEmpty ? [] : Self.titles(facts)
        for group in groups {
            let posts = Self.posts(among: group, map: map, titles: titles)
            let prose = posts.reduce(0) { $0 + map.prose(in: map.range(of: $1)) }
            if posts.count >= 2, prose > best.prose, prose * 2 >= whole { best = (prose, posts) }
        }
        posts = best.posts.compactMap(map.page.node)
    }

    // MARK: - Candidates

    /// What elements that may be posts have in common.
    private struct Kind: Hashable {
        var tag: Tag
        /// A place in `kinds`; -1 for an `article`, -2 for structured data.
        var name: Int
    }

    private static let kinds = ["post", "entry", "hentry", "h-entry", "blogpost", "blog-post", "story", "item_div", "post-item", "node"]
    private static let kindTable = WordTable(kinds.enumerated().map { (WordHash(bytes: $1.utf8), UInt32($0)) })

    /// Two or more elements that may be posts, by their name and kind, none inside another of its group; in the order of the page.
    private static func groups(_ map: PostMap) -> [[Int]] {
        let all = 0..<map.page.count
        let types = Set(map.page.elements(with: .itemtype, in: all).filter { isOfPost(Int($0), map.page) }.map(Int.init))
        var numbers: [Kind: Int] = [:]
        var groups: [[Int]] = []
        func add(_ index: Int, _ name: Int) {
            guard !map.isOutside(index) else { return }
            let number = numbers[Kind(tag: map.tags[index], name: name), default: groups.count]
            if number == groups.count {
                numbers[Kind(tag: map.tags[index], name: name)] = number
                groups.append([index])
            } else if let last = groups[number].last, index >= map.page.end(of: last) {
                groups[number].append(index)
            }
        }
        for index in map.page.elements(.article, in: all) { add(Int(index), -1) }
        var ofClasses = [Int??](repeating: nil, count: map.page.classValueCount)
        for index in map.page.elements(with: .class, in: all).map(Int.init) where isBox(map.tags[index]) && !types.contains(index) {
            guard let value = map.page.classValue(of: index) else { continue }
            let name = ofClasses[value] ?? kind(ofClasses: index, map.page)
            ofClasses[value] = .some(name)
            if let name { add(index, name) }
        }
        for index in types.sorted() where isBox(map.tags[index]) { add(index, -2) }
        return groups.filter { (2...most).contains($0.count) }.sorted { $0[0] < $1[0] }
    }

    private static func isBox(_ tag: Tag) -> Bool {
        tag == .div || tag == .section || tag == .li || tag == .td
    }

    private static func isOfPost(_ index: Int, _ page: HTMLDocument) -> Bool {
        guard let type = page.node(index)?.attributeBytes(.itemtype) else { return false }
        return type.suffix(11).elementsEqual("BlogPosting".utf8) || type.suffix(7).elementsEqual("Article".utf8)
    }

    /// The first class that names a post.
    private static func kind(ofClasses index: Int, _ page: HTMLDocument) -> Int? {
        page.node(index)?.attributeBytes(.class)?.withUnsafeBufferPointer { value in
            var found: Int?
            value.forEachPart(separatedBy: { $0 == 0x20 || $0 &- 9 < 5 }) { name in
                if found == nil { found = kindTable[WordHash(bytes: name)].map(Int.init) }
            }
            return found
        }
    }

    // MARK: - Posts

    private static func titles(_ facts: PageFacts) -> Set<String> {
        Set(facts.titles.flatMap { [SiteName.key($0), SiteName.key(SiteName.removed(facts.siteNames, from: $0))] })
    }

    /// Those of a group with a heading of their own and some text; none if one of them is what the page is about.
    private static func posts(among group: [Int], map: PostMap, titles: Set<String>) -> [Int] {
        var headings: Set<String> = []
        var posts: [Int] = []
        var firstOrder: [String] = []
        for index in group where map.prose(in: map.range(of: index)) >= leastText {
            guard let heading = heading(of: index, map) else { continue }
            let key = SiteName.key(heading.line)
            // "Re: Subject": the same conversation.
            let subject = key.hasPrefix("re ") ? String(key.dropFirst(3)) : key
            guard !subject.isEmpty, !titles.contains(subject) else {
                if titles.contains(subject) { return [] }
                continue
            }
            headings.insert(subject)
            posts.append(index)
            if heading.tag == .h1 { firstOrder.append(subject) }
        }
        guard headings.count * 2 > posts.count, headings.count >= 2 else { return [] }
        // One heading of the first order, with which the page's title begins: the others are parts of that post.
        if firstOrder.count == 1, titles.contains(where: { $0.hasPrefix(firstOrder[0] + " ") }) { return [] }
        return posts.contains { isOfOwn($0, map) } ? posts : []
    }

    /// Whether anything in an element says that it is a post of its own, and no part of one: where its heading leads, or a day.
    private static func isOfOwn(_ post: Int, _ map: PostMap) -> Bool {
        let range = map.range(of: post)
        if map.has([.post, .body], post) || range.contains(where: { map.tags[$0] == .time || map.has([.date, .published, .author], $0) }) {
            return true
        }
        guard let heading = heading(of: post, map) else { return false }
        return heading.first(.a) != nil || heading.tag == .a || heading.parent?.tag == .a
    }

    private static func heading(of post: Int, _ map: PostMap) -> Node? {
        let range = map.range(of: post)
        for index in range.prefix(headReach) {
            let tag = map.tags[index]
            let isHeading = tag == .h1 || tag == .h2 || tag == .h3 || tag == .h4 || map.has(.title, index) && index != post
            if isHeading, (1...400).contains(map.text(in: map.range(of: index))), !map.isOutside(index) { return map.page.node(index) }
        }
        return nil
    }
}

extension PageFacts {
    /// What the head says of the page, without what it says of a post.
    func withoutPost() -> PageFacts {
        var facts = self
        facts.titles = []
        facts.authors = []
        facts.authorURL = nil
        facts.claimedAuthors = []
        facts.statedAuthor = nil
        facts.published = nil
        return facts
    }
}

extension PostFinder {
    /// The address of a post's own page: where its heading leads, or the link that says it is the permanent one.
    func permalink(of post: Found, in range: Range<Int>) -> String? {
        let heading = post.title.flatMap { title in
            title.tag == .a ? title : title.first(.a) ?? title.parent.flatMap { $0.tag == .a ? $0 : nil }
        }
        let reference = heading?.attribute(.href) ?? permanentLink(in: range)?.attribute(.href)
        return reference.flatMap { facts.address.absolute($0) }
    }

    private func permanentLink(in range: Range<Int>) -> Node? {
        for index in map.page.elements(.a, in: range.dropFirst()) {
            guard let link = map.page.node(Int(index)) else { continue }
            if link.attribute(.rel, contains: "bookmark") || link.hasClass("permalink") || link.hasClass("u-url") { return link }
        }
        return nil
    }
}
