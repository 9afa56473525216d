internal import Markup

/// Finds the heading of the post: the one that agrees with what the page tells programs of its title.
struct TitleFinder {
    let map: PostMap
    let facts: PageFacts
    let comments: NodeRanges

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
        var best: (score: Int, node: Node)?
        var seen = 0
        var navigationEnd = 0
        var postEnd = 0
        var siteEnd = 0
        for node in map.nodes[range] where !node.isText {
            if map.has([.navigation, .comments], node) || node.name == "nav" || node.name == "aside", !map.has(.post, node),
                node.name != "article"
            {
                navigationEnd = max(navigationEnd, isWide(node) ? 0 : node.end)
            }
            if node.name == "article" || map.has(.post, node) { postEnd = max(postEnd, node.end) }
            if map.has(.site, node) { siteEnd = max(siteEnd, isWide(node) ? 0 : node.end) }
            guard let level = level(of: node), seen < Self.mostHeadings, map.text(in: node) <= Self.longest, !comments.contains(node),
                !map.has(.hidden, node)
            else { continue }
            let line = node.line
            guard !line.isEmpty else { continue }
            seen += 1
            var score = level + match(line, references)
            if node == given { score += 25 }
            if node.index < postEnd { score += 6 }
            if node.index < navigationEnd { score -= 45 }
            if node.index < siteEnd { score -= 40 }
            if isSite(node, line) { score -= 60 }
            if score > best?.score ?? (isOfPost ? 0 : Self.least) { best = (score, node) }
        }
        return best?.node
    }

    /// What a heading must have at least: one that agrees with nothing needs to be of the first order, or in the post.
    private static let least = 17

    /// Elements around most of the page say nothing of a heading in it.
    private func isWide(_ node: Node) -> Bool {
        map.text(in: node) * 2 > map.nodes.first.map { map.text(in: $0) } ?? 0
    }

    private func level(of node: Node) -> Int? {
        let isTitle = map.has(.title, node)
        switch node.name {
        case "h1": return isTitle ? 20 : 16
        case "h2": return isTitle ? 17 : 12
        case "h3": return isTitle ? 15 : 8
        case "h4": return isTitle ? 10 : 4
        case "title", "meta", "a", "link", "html", "body", "head": return nil
        default: return isTitle && node.childElements.count <= 4 ? 6 : nil
        }
    }

    /// A heading that leads home or says the site's name only.
    private func isSite(_ node: Node, _ line: String) -> Bool {
        if SiteName.isOne(SiteName.key(line), of: facts.siteNames, url: facts.url) { return true }
        guard node.end - node.index <= 12,
            let link = node.first(where: { $0.name == "a" }) ?? (node.parent?.name == "a" ? node.parent : nil),
            link.attribute("rel")?.contains("bookmark") != true, let reference = link.attribute("href")
        else { return false }
        if link.attribute("rel")?.contains("home") == true || reference == "/" { return true }
        return Address.isWeb(reference) && reference.split(separator: "/").count <= 2
    }

    // MARK: - Agreement

    /// A title that the page gives to programs.
    private struct Reference {
        var whole: String
        var withoutSite: String

        init(_ title: String, siteNames: [String]) {
            whole = SiteName.key(title)
            withoutSite = SiteName.key(SiteName.removed(siteNames, from: title))
        }
    }

    /// How well a heading agrees with the best of the references, up to 100.
    private func match(_ line: String, _ references: [Reference]) -> Int {
        let key = SiteName.key(line)
        guard !key.isEmpty else { return 0 }
        return references.map { Self.match(key, $0) }.max() ?? 0
    }

    private static func match(_ key: String, _ reference: Reference) -> Int {
        if key == reference.withoutSite || key == reference.whole { return 100 }
        let length = max(1, reference.whole.utf8.count)
        // "TITLE – Site", "Site » TITLE", and a kicker before it.
        if reference.whole.hasPrefix(key + " ") || reference.whole.hasSuffix(" " + key) { return 45 + 45 * key.utf8.count / length }
        // A heading with more words than the title has: the title is cut off, or the heading is another's ("Comments on TITLE").
        if key.hasPrefix(reference.withoutSite + " "), reference.withoutSite.utf8.count > 12 {
            return 20 + 40 * reference.withoutSite.utf8.count / key.utf8.count
        }
        if (" " + reference.whole + " ").contains(" " + key + " ") { return 30 + 40 * key.utf8.count / length }
        return 0
    }
}
