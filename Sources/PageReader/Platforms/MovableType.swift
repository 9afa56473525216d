extension Platform {
    /// Movable Type 2 to 7 with its own templates; TypePad's older sister.
    ///
    /// Generations: `div.comments-body` with `span.comments-post` (2.x); `div.comment` with `p.comment-footer`, or `div#c123` with
    /// `p.posted` behind it, or a numbered element in a list (3.x); `div.comment` with a header of `vcard author` and `abbr.published` (4
    /// on), replies named by a link to the comment that is answered. Trackbacks are `p#p123` with `p.posted` behind it (3.x) and
    /// `div.trackback` (3.2 on). Archives of months and days hold several `div.blogbody` (2.x), or
    /// runs of neighbours, each from a numbered heading to the line "Posted by NAME" (3.x). Samples: broken-page.html, movabletype-list.html
    /// (a month of 2.x), movabletype-month.html, movabletype-pings.html and movabletype-numbered.html (3.x), movabletype-assets.html (4).
    static let movableType = Platform(
        name: "movabletype",
        generators: ["movable type", "http://www.movabletype.org", "movabletype"],
        evidence: [
            ".comments-body .comments-post", "form[action*='mt-comments']", "form[action*='mt-search']",
            ".posted a[href*='mt-tb.cgi']", "a[href*='mt-comments.cgi'][onclick]", "#trackbacks a[href*='mt-tb.cgi']",
        ],
        post: PostRules(
            shape: .beginsWithItem,
            item: [".blogbody", ".content > h3[id^='a0']"],
            title: [
                ".asset-header .asset-name", ".entry-header", "h1.entry-title", "h3.title", ".blogbody h3", ".content > h3[id^='a0']",
                "#page-title",
            ],
            body: [".asset-body", ".asset-more", ".entry-body", ".entry-more", ".blogbody", "#container .content"],
            excluded: [
                ".posted", ".entry-footer", ".asset-footer", "p.extended", "h3.title", ".date", "p.posted", "div.posted", ".techstuff",
                "#trackbacks",
                // In the templates of 3.x everything else on the page stands beside the words.
                "#trackbacks ~ *", "#comments", "#comments ~ *", ".content > h2", ".content > h3", ".content > p[align=right]",
            ],
            author: [".asset-meta .author", ".entry-footer .author", ".vcard.author"],
            date: [".asset-meta abbr.published", "abbr.published", "h2.date-header", ".date-header", "h2.date", ".date"],
            byline: [
                ".asset-meta .byline", ".entry-footer", "p.entry-footer", ".blogbody .posted", ".entry .posted", "span.posted",
                ".content > p.posted",
            ]),
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
                item: ".comments-body, .comments > .comment",
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
            CommentRules(
                item: "#comments ol > li, #comments ul > li",
                idPrefixes: ["comment-", "c"],
                byline: ["div[id^='c0']", ".CommentInfo"],
                permalink: ["a[href^='#comment-']"]),
        ],
        trackbacks: [
            CommentRules(
                item: "div.trackback[id^='trackback-'], div.trackback[id^='p']",
                idPrefixes: ["trackback-", "ping-", "p"],
                body: [".trackback-content", ".trackback-excerpt"],
                excluded: [".trackback-content a", ".trackback-excerpt a", ".trackback > p > a"],
                author: [
                    ".trackback-header a:first-of-type", ".trackback-content p > a:first-of-type", ".trackback > p > a:first-of-type",
                ],
                date: [".trackback-footer", ".trackback-header a[href^='#']"],
                permalink: [".trackback-footer a[href^='#']", ".trackback-header a[href^='#']"]),
            CommentRules(
                shape: .beginsWithItem,
                item: "#trackbacks ~ p[id^='p']",
                idPrefixes: ["p"],
                excluded: ["p.posted", "p > a"],
                author: ["a:first-of-type"],
                date: ["p.posted"]),
        ])
}
