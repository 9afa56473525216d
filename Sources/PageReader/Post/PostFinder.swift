internal import Markup

/// Finds the post of a page: its heading, its words, and the lines around them that say who wrote it and when.
///
/// What a platform's description has found already is given to it; it checks the heading and fills what is missing.
struct PostFinder {
    /// The parts of a post, as far as they are known.
    struct Found {
        var title: Node?
        var body: Fragment?
        var author: Node?
        /// A line that says who wrote the post, or at what time.
        var byline: Node?
        var date: Node?
    }

    let map: PostMap
    let facts: PageFacts
    let dates: DateReader

    /// The post of the page, or of one element of it; `nil` if there are no words of one.
    ///
    /// - Parameters:
    ///   - given: what is known.
    ///   - place: where one post stands on a page of several.
    func find(given: Found = Found(), in place: PostPlace? = nil) -> Found? {
        guard let top = place?.element ?? map.page.root?.first(.body) ?? map.page.root else { return nil }
        let range = place?.range ?? top.index..<top.end
        var given = given
        if let date = given.date, Modification(dates: dates).isOne(date) { given.date = nil }
        var found = given
        let titles = TitleFinder(map: map, facts: facts)
        found.title = titles.find(in: range, isOfPost: place != nil, given: given.title) ?? given.title
        let map = map.keeping(found.title, in: place?.range ?? 0..<map.page.count)
        if let body = given.body?.nodes.first, isOfOther(body, below: found.title, map) { given.body = nil }
        guard let body = given.body?.nodes.first ?? BodyFinder(map: map, title: found.title).find(in: top) else {
            return given.body == nil ? nil : found
        }
        read(body, in: range, isRun: place?.isRun ?? false, given: given, map: map, into: &found)
        return found
    }

    /// Whether the words that a description names stand below far more running text under the heading: they announce another post.
    private func isOfOther(_ body: Node, below title: Node?, _ map: PostMap) -> Bool {
        guard let title, title.end < body.index else { return false }
        return map.prose(in: title.end..<body.index) >= max(600, 3 * map.prose(in: body))
    }

    private func read(_ body: Node, in range: Range<Int>, isRun: Bool, given: Found, map: PostMap, into found: inout Found) {
        var trimmer = BodyTrimmer(map: map, facts: facts, title: found.title, dates: dates, body: body)
        trimmer.trimHead()
        func bylines() -> BylineFinder {
            BylineFinder(
                map: map, facts: facts, dates: dates, title: found.title, body: body, range: range, isRun: isRun,
                content: trimmer.start..<trimmer.end)
        }
        let author = given.author.flatMap { PostByline.cleaned($0.line, dates: dates) } ?? bylines().authorAbove()
        trimmer.trimFoot(author: author)
        if let body = given.body {
            found.body = Fragment(body.nodes, excluding: Array(body.excluded.union(body.nodes.count == 1 ? trimmer.excluded : [])))
        } else {
            found.body = Fragment(body, excluding: trimmer.excluded)
        }
        guard given.author == nil || given.date == nil else { return }
        let lines = bylines().find()
        found.author = given.author ?? (given.byline == nil ? lines.author : nil)
        found.byline = given.byline ?? lines.byline
        found.date = given.date ?? lines.date
    }
}
