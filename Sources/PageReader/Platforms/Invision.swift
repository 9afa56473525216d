extension Platform {
    /// Invision Community (IP.Board): the first post opens the topic, the others answer it; a quote of 4.x names the post it is from.
    ///
    /// Generations: `article#elComment_123` (4.x and 5), `div.post_block` (3.x), a table for each post (2.x), and the plain pages of 2.x
    /// ("lo-fi version"). Samples: invision.html, invision-blocks.html, invision-tables.html, invision-lofi.html.
    static let invision = Platform(
        name: "invision",
        evidence: [
            "article[id^='elComment_']", "div.post_block[id^='post_id_']", "link[href*='/public/style_css/']",
            "#copyright a[href*='invisionpower.com']", "#elCopyright", "#ipbwrapper .postcolor", "#ipbwrapper > #content > .postwrapper",
            "table.ipbtable .postcolor",
        ],
        post: PostRules(
            title: [
                ".ipsType_pageTitle [title]", ".ipsType_pageTitle", "h1.ipsType_pagetitle", ".maintitle b", "#largetext a", "h1",
            ],
            body: [
                "article[id^='elComment_'] [data-role=commentContent]", ".post_block .entry-content", ".postcolor",
                "#ipbwrapper .postcontent",
            ],
            excluded: ["[data-excludequote]", "p.edit", ".signature", "[data-role=memberSignature]", ".edit"],
            author: [
                ".cAuthorPane_author a, .ipsEntry__username a, .post_block .author [itemprop=name], .post_block .author",
                ".cAuthorPane_author", ".normalname a, .normalname, #ipbwrapper .postname",
            ],
            date: [
                ".ipsComment_meta time, .ipsEntry__date time, .post_block .published",
                "table:has(.postcolor) td ~ td .postdetails, #ipbwrapper .postdate",
            ]),
        comments: [
            CommentRules(
                item: "article ~ article[id^='elComment_']",
                idPrefixes: ["elComment_"],
                body: ["[data-role=commentContent]"],
                excluded: ["[data-excludequote]", "[data-role=memberSignature]"],
                author: [".cAuthorPane_author a", ".cAuthorPane_author", ".ipsEntry__username"],
                date: [".ipsComment_meta time", ".ipsEntry__date time"],
                permalink: [".ipsComment_meta a[href*='omment']", ".ipsEntry__date"],
                parentAttribute: "data-ipsquote-contentcommentid"),
            CommentRules(
                item: ".post_block ~ .post_block[id^='post_id_']",
                idPrefixes: ["post_id_"],
                body: [".entry-content"],
                excluded: ["p.edit", ".signature"],
                author: [".author [itemprop=name]", ".author"],
                date: [".published"],
                permalink: [".post_id a", "a[rel=bookmark]"]),
            CommentRules(
                item: "table.ipbtable:has(.postcolor) ~ table.ipbtable:has(.postcolor)",
                idPrefixes: ["entry", "post-"],
                body: [".postcolor"],
                excluded: [".edit"],
                author: [".normalname a", ".normalname", ".unreg"],
                date: ["td ~ td .postdetails"]),
            CommentRules(
                item: ".postwrapper ~ .postwrapper",
                body: [".postcontent"],
                author: [".postname"],
                date: [".postdate"]),
        ],
        furtherPages: [".ipsPagination_next a", ".pagination .next a"])
}
