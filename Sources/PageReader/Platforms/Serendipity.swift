extension Platform {
    /// Serendipity (s9y) 0.5 to 2, with its default templates and those made from them.
    ///
    /// Generations: `div.serendipity_comment` with the words above or below `div.serendipity_comment_source` (templates default,
    /// carl_contest, bulletproof); `article.serendipity_comment` with a header and a footer (2k11 on). Replies are shown by a depth in the
    /// style or the class; 2k11 may link them too. Index pages put the posts of a day into one `div.serendipity_Entry_Date`, each a heading and a
    /// box. Trackbacks are elements of the same class in a section of their own. Samples:
    /// serendipity.html, serendipity-default.html and serendipity-index.html (1.3).
    static let serendipity = Platform(
        name: "serendipity",
        generators: ["serendipity"],
        evidence: [
            "link[href*='serendipity.css']", "div.serendipity_comment", "article.serendipity_comment", ".serendipity_entry",
            "link[href*='serendipity[']",
        ],
        post: PostRules(
            shape: .beginsWithItem,
            item: [".serendipity_Entry_Date > .serendipity_title"],
            title: [".serendipity_title", "article.serendipity_entry header h2", ".serendipity_entry h2"],
            body: [".serendipity_entry_body", ".serendipity_entry_extended", ".serendipity_entry #extended"],
            excluded: [".serendipity_entryFooter"],
            author: [
                ".serendipity_byline .single_user a", ".serendipity_entryFooter > a[href*='authors']", ".serendipity_entryFooter > a",
            ],
            date: [".serendipity_byline time", ".serendipity_date"],
            byline: [".serendipity_byline", ".serendipity_entryFooter"]),
        comments: [
            CommentRules(
                item:
                    ".serendipity_section_comments div.serendipity_comment, #comments div.serendipity_comment, div.serendipity_comment[class*='serendipity_comment_author_']",
                idPrefixes: ["serendipity_comment_", "c"],
                body: [".serendipity_commentBody"],
                excluded: [".pc-owner"],
                author: [
                    ".comment_source_author", ".comment_left > a[href^='mailto:']", ".serendipity_commentFooter > a", ".comment_left",
                ],
                authorLink: ["a.comment_source_url", ".comment_right > a[href]"],
                date: [".comment_source_date", ".comment_right"],
                permalink: ["a.comment_source_trace", "a[href^='#c']"],
                parentLink: ["a.reply_origin"],
                depthAttribute: "style"),
            CommentRules(
                item: ".serendipity_section_comments article.serendipity_comment, #comments article.serendipity_comment",
                idPrefixes: ["serendipity_comment_", "c"],
                body: [".serendipity_commentBody"],
                author: [".comment_source_author", ".serendipity_comment > header h4 > a", ".serendipity_comment h4 cite"],
                date: [".comment_source_date", ".serendipity_comment > header time", ".serendipity_comment h4 time"],
                permalink: ["a.comment_source_trace", "a[href^='#c']"],
                parentLink: ["a.reply_origin"],
                depthClass: "commentlevel-"),
        ],
        trackbacks: [
            CommentRules(
                item:
                    ".serendipity_section_trackbacks .serendipity_comment, #trackbacks .serendipity_comment, #trackbacks ~ .serendipity_comment:not([class*='serendipity_comment_author_'])",
                idPrefixes: ["c"],
                body: [".serendipity_commentBody"],
                excluded: ["h4 a", ".serendipity_commentBody > a:first-child"],
                author: [".serendipity_comment h4 cite", ".serendipity_commentBody > a:first-child"],
                date: [".serendipity_comment h4 time"])
        ])
}
