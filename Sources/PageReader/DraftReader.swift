internal import Markup
internal import ThreadModel

/// Reads the values off the places of a page that a reader found.
struct DraftReader {
    let facts: PageFacts
    let links: LinkFinder
    private var dates: DateReader

    init(facts: PageFacts, links: LinkFinder) {
        self.facts = facts
        self.links = links
        dates = DateReader(language: facts.language)
    }

    /// The values of a page.
    mutating func read(_ page: PageDraft) -> ThreadDraft {
        var draft = ThreadDraft(reader: page.reader, platform: page.platform)
        draft.url = facts.url
        draft.warnings = page.warnings
        let ambiguous = settleNumericOrder(of: page)
        let entries = zip(page.comments, page.parents).map { entry($0, parent: $1) }
        draft.comments = entries.map(\.entry)
        draft.language = facts.language ?? entries.lazy.compactMap(\.language).first
        draft.title = title(of: page)
        draft.post = post(of: page, links: &draft.postLinks)
        if ambiguous {
            let order = dates.numericOrder == .dayFirst ? "day/month/year" : "month/day/year"
            draft.warnings.append("the order of day and month is not evident from this page; dates were read as \(order)")
        }
        return draft
    }

    // MARK: - Dates

    /// All dates of a page use one format. Returns whether nothing on the page decides which.
    private mutating func settleNumericOrder(of page: PageDraft) -> Bool {
        let comments = page.comments.compactMap { ($0.dateNode ?? $0.byline)?.line }
        let evidence = DateEvidence(comments: comments, post: (page.postDateNode ?? page.postBylineNode)?.line)
        let decision = evidence.decision(by: dates)
        dates.numericOrder = decision.order
        return !decision.isEvident
    }

    /// The date of an element: `datetime` or `title` if they hold a full date, else its text.
    private func date(of node: Node) -> PublishedDate? {
        let text = node.line
        let precise = ["datetime", "title", "content"].lazy.compactMap { node.attribute($0) }.compactMap { dates.attribute($0) }.first
        guard let precise else { return dates.find(in: text)?.date }
        return dates.combine(printed: text, attribute: precise)
    }

    // MARK: - The post

    private func title(of page: PageDraft) -> String? {
        if let line = page.titleNode?.line, !line.isEmpty { return line }
        guard let title = facts.title?.collapsingSpace(), !title.isEmpty else { return nil }
        return SiteName.removed(facts.siteName, from: title)
    }

    private func post(of page: PageDraft, links located: inout [LocatedLink]) -> Post? {
        guard let body = page.postBody else { return nil }
        let rendered = body.rendered()
        located = links.located(in: body, rendered: rendered)
        let byline = page.postBylineNode.flatMap { Byline.read($0.line, dates: dates) }
        var author: Author?
        if let node = page.postAuthorNode, !node.line.isEmpty {
            author = Author(name: node.line, url: url(of: node))
        } else if let name = byline?.name {
            author = Author(name: name, url: page.postBylineNode.flatMap { anchor(named: name, in: $0) })
        } else {
            author = facts.author.map { Author(name: $0) }
        }
        let published = postDate(of: page, byline: byline) ?? facts.published.flatMap { dates.find(in: $0)?.date }
        return Post(
            author: author, published: published, text: rendered.text, html: body.html, links: located.unique)
    }

    /// The day often stands above the post and the time below it. Where an attribute gives the zone, nothing printed says more.
    private func postDate(of page: PageDraft, byline: Byline?) -> PublishedDate? {
        let day = page.postDateNode.flatMap(date)
        if let date = byline?.date, date.local?.contains("T") == true, day?.instant == nil { return date }
        guard let day else { return byline?.date }
        guard let local = day.local, !local.contains("T"), let line = page.postBylineNode?.line, let found = dates.findClock(in: line)
        else {
            return day
        }
        return PublishedDate(printed: "\(day.printed) \(line[found.range])", local: ISODate.local(local, found.clock))
    }

    // MARK: - Comments

    private func entry(_ draft: CommentDraft, parent: Int?) -> (entry: ThreadDraft.Entry, language: String?) {
        let byline = draft.byline.flatMap { Byline.read($0.line, dates: dates) }
        var comment = Comment(id: draft.id ?? "", kind: draft.kind, text: "")
        comment.author = author(of: draft, byline: byline)
        comment.published = draft.dateNode.flatMap(date) ?? byline?.date
        if comment.published == nil, let words = draft.dateNode?.line, !words.isEmpty { comment.published = PublishedDate(printed: words) }
        if let body = draft.body {
            let rendered = body.rendered()
            let signed = Signature.cut(from: rendered.text, author: comment.author?.name)
            comment.text = signed.text
            comment.signature = signed.signature
            comment.html = body.html
            comment.links = links.located(in: body, rendered: rendered).unique
        }
        comment.url = draft.permalink.flatMap { permalink($0) }
        return (ThreadDraft.Entry(comment: comment, parent: parent), byline?.language)
    }

    private func author(of draft: CommentDraft, byline: Byline?) -> Author? {
        if let node = draft.authorNode, !node.line.isEmpty { return Author(name: node.line, url: url(of: node)) }
        guard let name = byline?.name else { return nil }
        return Author(name: name, url: draft.byline.flatMap { anchor(named: name, in: $0) })
    }

    private func permalink(_ reference: String) -> String? {
        reference.hasPrefix("#") ? facts.url.map { $0.prefix { $0 != "#" } + reference } : facts.address.absolute(reference)
    }

    /// The element's own link, the one inside or the one around it.
    private func url(of node: Node) -> String? {
        let anchor =
            node.name == "a" ? node : Fragment(node).allNodes.first { $0.name == "a" } ?? node.parent.flatMap { $0.name == "a" ? $0 : nil }
        return anchor?.attribute("href").flatMap { facts.address.absolute($0) }
    }

    private func anchor(named name: String, in byline: Node) -> String? {
        let anchor = Fragment(byline).allNodes.first { $0.name == "a" && $0.attribute("href") != nil && $0.line == name }
        return anchor?.attribute("href").flatMap { facts.address.absolute($0) }
    }
}

/// The name of a site in the titles of its pages.
enum SiteName {
    private static let separators = [" : ", " | ", " - ", " – ", " — ", " » ", " « ", " · ", ": "]

    /// A title without the site's name in front of or behind it.
    static func removed(_ site: String?, from title: String) -> String {
        guard let site, !site.isEmpty else { return title }
        for separator in separators {
            if title.hasSuffix(separator + site) { return String(title.dropLast(separator.count + site.count)) }
            if title.hasPrefix(site + separator) { return String(title.dropFirst(separator.count + site.count)) }
        }
        return title
    }
}
