internal import Markup
internal import ThreadModel

/// The post's values, read off its places.
extension DraftReader {
    func title(of page: PageDraft) -> String? {
        if let line = page.titleNode?.line, !line.isEmpty { return line }
        guard let title = facts.title?.collapsingSpace(), !title.isEmpty else { return nil }
        return SiteName.removed(facts.siteName, from: title)
    }

    func post(of page: PageDraft, links located: inout [LocatedLink]) -> Post? {
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
}
