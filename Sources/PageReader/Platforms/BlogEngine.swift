extension Platform {
    /// BlogEngine.NET: comments with an `id_` and a number of the system, replies in a box inside.
    ///
    /// Generations: `ul.media-list` (3.x); `div.vcard.comment` (1.x and 2.x, and themes of those under 3.x), where the words may have no
    /// element of their own. Pingbacks may stand in `#trackbacks`. Samples: blogengine.html, blogengine-vcard.html, blogengine-flat.html
    /// (words without an element).
    static let blogEngine = Platform(
        name: "blogengine",
        generators: ["blogengine.net"],
        evidence: [
            "#commentlist [id^='id_']", "link[href*='/opensearch.axd']", "link[href*='/syndication.axd']",
        ],
        post: PostRules(
            title: [".post-title", ".post h1", ".post h2"],
            body: [".post-body", ".post .entry", ".post .text", ".post .PostBody"],
            author: [
                ".post-author", ".post .pubauthor", ".post .author", ".post-info a[href*='/author/']", ".post a[href*='/author/']",
            ],
            date: [".post-date", ".post .pubDate", ".post .pubdate", ".post .descr", ".post .PubDate"]),
        comments: [
            CommentRules(
                item: "ul.media-list[id^='id_'], div.comment[id^='id_'], li.comment[id^='id_']",
                idPrefixes: ["id_"],
                body: ["p.content", ".content", ".comment-content"],
                excluded: [".comment-header", ".comment_header", ".reply-to", ".visitor", ".author", ".gravatar"],
                author: [".fn"],
                date: [".comment-header small", "p.date", ".date", ".DateTime"],
                permalink: ["a[href*='#id_']"],
                pingback: ["#trackbacks [id^='id_']"])
        ])
}
