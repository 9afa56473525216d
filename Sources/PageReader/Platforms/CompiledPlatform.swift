internal import Markup

/// A platform whose selectors have been read.
struct CompiledPlatform: Sendable {
    let name: String
    let generators: [String]
    let evidence: [Selector]
    let post: Post
    let comments: [Comments]
    let trackbacks: [Comments]

    struct Post: Sendable {
        let title, body, excluded, author, date, byline: [Selector]
    }

    struct Comments: Sendable {
        let shape: CommentRules.Shape
        let item: Selector
        let idPrefixes: [String]
        let body, excluded, byline, author, date, permalink, parentLink: [Selector]
    }

    /// Reads the selectors of a description.
    ///
    /// - Throws: `SelectorError` for the first that cannot be read.
    init(_ platform: Platform) throws(SelectorError) {
        name = platform.name
        generators = platform.generators
        evidence = try Self.read(platform.evidence)
        let rules = platform.post
        post = Post(
            title: try Self.read(rules.title), body: try Self.read(rules.body), excluded: try Self.read(rules.excluded),
            author: try Self.read(rules.author), date: try Self.read(rules.date), byline: try Self.read(rules.byline))
        comments = try Self.read(platform.comments)
        trackbacks = try Self.read(platform.trackbacks)
    }

    private static func read(_ selectors: [String]) throws(SelectorError) -> [Selector] {
        var read: [Selector] = []
        for selector in selectors { read.append(try Selector(selector)) }
        return read
    }

    private static func read(_ rules: [CommentRules]) throws(SelectorError) -> [Comments] {
        var read: [Comments] = []
        for rule in rules {
            read.append(
                Comments(
                    shape: rule.shape, item: try Selector(rule.item), idPrefixes: rule.idPrefixes, body: try Self.read(rule.body),
                    excluded: try Self.read(rule.excluded), byline: try Self.read(rule.byline), author: try Self.read(rule.author),
                    date: try Self.read(rule.date), permalink: try Self.read(rule.permalink), parentLink: try Self.read(rule.parentLink)))
        }
        return read
    }

    /// Whether a page is of this platform.
    func isEvident(on page: HTMLDocument, generator: String?) -> Bool {
        if let generator, generators.contains(where: { generator.hasPrefix($0) }) { return true }
        return evidence.contains { page.first($0) != nil }
    }
}

extension [Selector] {
    /// What the first selector that finds something finds.
    func first(in node: Node) -> Node? {
        for selector in self {
            if let found = node.first(selector) { return found }
        }
        return nil
    }
}
