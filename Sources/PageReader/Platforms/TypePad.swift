extension Platform {
    /// TypePad, 2003 to 2025, in all interface languages: the words of bylines are in `Bylines.swift`.
    ///
    /// Generations: `div.comment` with a footer (2008 on; replies of TypePad Connect inside their parent); plain paragraphs between
    /// `<a id="c123">` and `p.posted` (2003 to 2008). Samples: conseils-twitter.html, english-typepad.html.
    static let typePad = Platform(
        name: "typepad",
        generators: ["http://www.typepad.com", "https://www.typepad.com", "typepad"],
        evidence: ["html#typepad-standard", "link[href*='.typepad.com/'][rel=EditURI]", "link[href*='static.typepad.com']"],
        post: PostRules(
            item: ["div.entry"],
            title: [".entry-header", ".entry h3", "h3.title"],
            body: [".entry-body", ".entry-more"],
            excluded: [".entry-footer", ".entry-footer-share"],
            author: [".entry-footer a[rel=author]", ".entry-footer .author"],
            date: ["h2.date-header", ".date-header", "h2.date"],
            byline: [".entry-footer .post-footers", ".entry-footer-info", "p.entry-footer", ".entry-footer", ".entry p.posted", "p.posted"]),
        comments: [
            CommentRules(
                item: "div.comment[id^='comment-'], li.comment[id^='comment-']",
                idPrefixes: ["comment-"],
                body: [".comment-content", ".comment-body"],
                byline: ["p.comment-footer", ".comment-footer"],
                permalink: [".comment-footer a[href*='#comment-']", ".comment-footer a[href*='#c']"]),
            CommentRules(
                shape: .endsWithByline,
                item:
                    ".comments p.posted, #comments ~ p.posted, a[id^='c'] ~ p.posted, .comments-body p.posted, .comments p.comment-footer, .comments-content p.comment-footer",
                idPrefixes: ["c", "comment-"],
                permalink: ["a[href*='#c']"]),
        ],
        trackbacks: [
            CommentRules(
                item: "div.trackback[id^='trackback-']",
                idPrefixes: ["trackback-"],
                body: [".trackback-excerpt", ".trackback-content"],
                author: [".trackback-header a"],
                date: [".trackback-footer"],
                permalink: [".trackback-header a"])
        ])
}
