extension Platform {
    /// BlogEngine.NET: comments with an `id_` and a number of the system, replies in a box inside.
    ///
    /// Generations: `ul.media-list` (3.x), `div.vcard.comment` (1.x and 2.x). Sample: blogengine.html.
    static let blogEngine = Platform(
        name: "blogengine",
        generators: ["blogengine.net"],
        evidence: [
            "#commentlist [id^='id_']", "link[href*='/opensearch.axd']", "link[href*='/syndication.axd']",
        ],
        post: PostRules(
            title: [".post-title", ".post h1", ".post h2"],
            body: [".post-body", ".post .entry", ".post .text"],
            author: [".post-author", ".post .pubauthor", ".post .author"],
            date: [".post-date", ".post .pubDate", ".post .pubdate", ".post .descr"]),
        comments: [
            CommentRules(
                item: "ul.media-list[id^='id_'], div.comment[id^='id_'], li.comment[id^='id_']",
                idPrefixes: ["id_"],
                body: [".comment-content > p", "p.content", ".content"],
                author: [".fn"],
                date: [".comment-header small", "p.date", ".date"],
                permalink: ["a[href*='#id_']"])
        ])
}
