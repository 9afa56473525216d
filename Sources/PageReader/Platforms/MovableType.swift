extension Platform {
    /// Movable Type 2 to 7 with its own templates; TypePad's older sister.
    ///
    /// Generations: `div.comments-body` with `span.comments-post` (2.x); `div.comment` with `p.comment-footer`, or
    /// `div#c123` with `p.posted` behind it (3.x); `div.comment` with a
    /// header of `vcard author` and `abbr.published` (4 on), replies named by a link to the comment that is answered. Sample: broken-page.html.
    static let movableType = Platform(
        name: "movabletype",
        generators: ["movable type", "http://www.movabletype.org", "movabletype"],
        evidence: [".comments-body .comments-post", "form[action*='mt-comments']", "form[action*='mt-search']"],
        post: PostRules(
            title: [".asset-header .asset-name", ".entry-header", "h1.entry-title", "h3.title", ".blogbody h3", "#page-title"],
            body: [".asset-body", ".asset-more", ".entry-body", ".entry-more", ".blogbody"],
            excluded: [".posted", ".entry-footer", ".asset-footer", "h3.title", ".date"],
            author: [".asset-meta .author", ".entry-footer .author", ".vcard.author"],
            date: [".asset-meta abbr.published", "abbr.published", "h2.date-header", ".date-header", "h2.date", ".date"],
            byline: [".asset-meta .byline", ".entry-footer", "p.entry-footer", ".blogbody .posted", ".entry .posted", "span.posted"]),
        comments: [
            CommentRules(
                item: "div.comment[id^='comment-'], li.comment[id^='comment-'], div.comment[id^='c']",
                idPrefixes: ["comment-", "c"],
                body: [".comment-content", ".comment-body"],
                byline: [".comment-header .byline", ".comment-footer", ".comment-header", "p.posted"],
                author: [".comment-header .vcard.author", ".comment-header .author"],
                date: [".comment-header abbr.published", "abbr.published"],
                permalink: [".comment-header a[href*='#comment-']", ".comment-footer a[href*='#c']"],
                parentLink: [".comment-header .byline a[href^='#comment-']"]),
            CommentRules(
                item: ".comments-body",
                body: [],
                excluded: [".comments-post", ".posted"],
                byline: [".comments-post", ".posted"],
                permalink: [".comments-post a[href*='#']"]),
            CommentRules(
                shape: .endsWithByline,
                item:
                    ".comments p.posted, #comments p.posted, #comments ~ p.posted, .comments-content p.comment-footer, .comments p.comment-footer",
                idPrefixes: ["comment-", "c"],
                permalink: ["a[href*='#c']"]),
        ],
        trackbacks: [
            CommentRules(
                item: "div.trackback[id^='trackback-'], div.trackback[id^='ping-']",
                idPrefixes: ["trackback-", "ping-"],
                body: [".trackback-content", ".trackback-excerpt"],
                byline: [".trackback-footer"],
                author: [".trackback-header a"],
                date: [".trackback-footer"],
                permalink: [".trackback-header a"])
        ])
}
