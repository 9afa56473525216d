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

    /// - Parameter nodes: all nodes of the page, the root first.
    init(nodes: [Node], facts: PageFacts, comments: NodeRanges) {
        var map = PostMap(nodes)
        map.separate(comments: comments, title: nil)
        let whole = nodes.first.map { map.prose(in: $0) } ?? 0
        var best: (prose: Int, posts: [Node]) = (0, [])
        for group in Self.groups(map) where group.count >= 2 {
            let posts = Self.posts(among: group, map: map, facts: facts)
            let prose = posts.reduce(0) { $0 + map.prose(in: $1) }
            if posts.count >= 2, prose > best.prose, prose * 2 >= whole { best = (prose, posts) }
        }
        posts = best.posts
    }

    /// Elements that may be posts, by their name and kind, none inside another of its group.
    private static func groups(_ map: PostMap) -> [[Node]] {
        var groups: [String: [Node]] = [:]
        var order: [String] = []
        for node in map.nodes where !node.isText && !map.isOutside(node) {
            guard let kind = kind(of: node, map) else { continue }
            let key = "\(node.name) \(kind)"
            if groups[key] == nil { order.append(key) }
            if node.index < groups[key]?.last?.end ?? 0 { continue }
            groups[key, default: []].append(node)
        }
        return order.compactMap { groups[$0] }.filter { $0.count <= most }
    }

    private static let kinds: Set<String> = [
        "post", "entry", "hentry", "h-entry", "blogpost", "blog-post", "story", "item_div", "post-item", "node",
    ]

    private static func kind(of node: Node, _ map: PostMap) -> String? {
        if node.name == "article" { return "article" }
        guard ["div", "section", "li", "td"].contains(node.name) else { return nil }
        if let itemType = node.attribute("itemtype"), itemType.hasSuffix("BlogPosting") || itemType.hasSuffix("Article") { return "schema" }
        return node.classes.first { kinds.contains($0) }
    }

    /// Those of a group with a heading of their own and some text; none if one of them is what the page is about.
    private static func posts(among group: [Node], map: PostMap, facts: PageFacts) -> [Node] {
        let titles = Set(facts.titles.flatMap { [SiteName.key($0), SiteName.key(SiteName.removed(facts.siteNames, from: $0))] })
        var headings: Set<String> = []
        var posts: [Node] = []
        for node in group where map.prose(in: node) >= leastText {
            guard let heading = heading(of: node, map) else { continue }
            let key = SiteName.key(heading.line)
            // "Re: Subject": the same conversation.
            let subject = key.hasPrefix("re ") ? String(key.dropFirst(3)) : key
            guard !subject.isEmpty, !titles.contains(subject) else {
                if titles.contains(subject) { return [] }
                continue
            }
            headings.insert(subject)
            posts.append(node)
        }
        return headings.count * 2 > posts.count && headings.count >= 2 ? posts : []
    }

    private static func heading(of node: Node, _ map: PostMap) -> Node? {
        Fragment(node).allNodes.prefix(80).first { inside in
            let isHeading = ["h1", "h2", "h3", "h4"].contains(inside.name) || map.has(.title, inside) && !inside.isText && inside != node
            return isHeading && (1...400).contains(map.text(in: inside)) && !map.isOutside(inside)
        }
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
    func permalink(of post: Found, in element: Node) -> String? {
        let heading = post.title.flatMap { title in
            title.name == "a" ? title : title.first { $0.name == "a" } ?? title.parent.flatMap { $0.name == "a" ? $0 : nil }
        }
        let reference =
            heading?.attribute("href")
            ?? element.first {
                $0.name == "a" && ($0.attribute("rel")?.contains("bookmark") == true || $0.hasClass("permalink") || $0.hasClass("u-url"))
            }?
            .attribute("href")
        return reference.flatMap { facts.address.absolute($0) }
    }
}
