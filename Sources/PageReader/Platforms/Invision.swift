extension Platform {
    /// Invision Community (IP.Board): the first post opens the topic, the others answer it; a quote of 4.x names the post it is from.
    ///
    /// Generations: `article#elComment_123` (4.x and 5), `div.post_block` (3.x). Sample: invision.html.
    static let invision = Platform(
        name: "invision",
        evidence: [
            "article[id^='elComment_']", "div.post_block[id^='post_id_']", "link[href*='/public/style_css/']",
            "#copyright a[href*='invisionpower.com']", "#elCopyright",
        ],
        post: PostRules(
            title: [".ipsType_pageTitle [title]", ".ipsType_pageTitle", "h1.ipsType_pagetitle", "h1"],
            body: ["article[id^='elComment_'] [data-role=commentContent]", ".post_block .entry-content"],
            excluded: ["[data-excludequote]", "p.edit", ".signature", "[data-role=memberSignature]"],
            author: [
                ".cAuthorPane_author a, .ipsEntry__username a, .post_block .author [itemprop=name], .post_block .author",
                ".cAuthorPane_author",
            ],
            date: [".ipsComment_meta time, .ipsEntry__date time, .post_block .published"]),
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
        ],
        furtherPages: [".ipsPagination_next a", ".pagination .next a"])
}
