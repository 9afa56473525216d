internal import Markup

/// A platform whose selectors have been read. A class: there is much to it, and every page has all of them handed about.
final class CompiledPlatform: Sendable {
    private let platform: Platform
    let name: String
    let generators: [String]
    let evidence: [Selector]
    let isQuestion: Bool
    let post: Post
    let comments: [Comments]
    let trackbacks: [Comments]
    let furtherPages: [Selector]
    private let isAssumed: Bool

    struct Post: Sendable {
        let shape: PostRules.Shape
        let item, title, body, excluded, author, date, byline: [Selector]

        init(_ rules: PostRules) throws(SelectorError) {
            shape = rules.shape
            item = try .init(reading: rules.item)
            title = try .init(reading: rules.title)
            body = try .init(reading: rules.body)
            excluded = try .init(reading: rules.excluded)
            author = try .init(reading: rules.author)
            date = try .init(reading: rules.date)
            byline = try .init(reading: rules.byline)
        }
    }

    struct Comments: Sendable {
        /// What is no selector: shape, ids, depth.
        let rules: CommentRules
        let item: Selector
        let body, excluded, byline, author, authorLink, date, permalink, parentLink, pingback, trackback, depth: [Selector]

        init(_ rules: CommentRules) throws(SelectorError) {
            self.rules = rules
            item = try Selector(rules.item)
            body = try .init(reading: rules.body)
            excluded = try .init(reading: rules.excluded)
            byline = try .init(reading: rules.byline)
            author = try .init(reading: rules.author)
            authorLink = try .init(reading: rules.authorLink)
            date = try .init(reading: rules.date)
            permalink = try .init(reading: rules.permalink)
            parentLink = try .init(reading: rules.parentLink)
            pingback = try .init(reading: rules.pingback)
            trackback = try .init(reading: rules.trackback)
            depth = try .init(reading: [rules.depthElement].compactMap { $0 })
        }
    }

    /// Reads the selectors of a description.
    ///
    /// - Parameter isAssumed: whether every page is taken for one of this platform.
    /// - Throws: `SelectorError` for the first that cannot be read.
    init(_ platform: Platform, isAssumed: Bool = false) throws(SelectorError) {
        (self.platform, self.isAssumed) = (platform, isAssumed)
        name = platform.name
        generators = platform.generators
        evidence = try .init(reading: platform.evidence)
        isQuestion = platform.isQuestion
        post = try Post(platform.post)
        comments = try Self.read(platform.comments)
        trackbacks = try Self.read(platform.trackbacks)
        furtherPages = try .init(reading: platform.furtherPages)
    }

    private static func read(_ rules: [CommentRules]) throws(SelectorError) -> [Comments] {
        var read: [Comments] = []
        for rule in rules { read.append(try Comments(rule)) }
        return read
    }

    /// The same platform, taken for that of every page.
    var always: CompiledPlatform? { try? CompiledPlatform(platform, isAssumed: true) }

    /// Whether a page is of this platform, whatever elements it has: by the program that it names.
    func isNamed(by named: [String]) -> Bool {
        isAssumed || !generators.isEmpty && named.contains { name in generators.contains { name.hasPrefix($0) } }
    }
}

extension [Selector] {
    init(reading selectors: [String]) throws(SelectorError) {
        self = []
        for selector in selectors { append(try Selector(selector)) }
    }

    /// What the first selector that finds something finds.
    func first(in node: Node) -> Node? {
        for selector in self {
            if let found = node.first(selector) { return found }
        }
        return nil
    }
}
