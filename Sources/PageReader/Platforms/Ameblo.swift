extension Platform {
    /// Ameba Blog, as served with its comments. Sample: ameblo.html.
    static let ameblo = Platform(
        name: "ameblo",
        evidence: [
            "link[href*='stat.ameba.jp']", "link[href^='http://ameblo.jp/']",
            "link[href^='https://ameblo.jp/']",
            "[data-uranus-component=entryBody]",
        ],
        post: PostRules(
            title: ["[data-uranus-component=entryTitle]", ".skinArticleTitle", ".articleTitle h1, .articleTitle h2", ".entry h3.title"],
            body: ["[data-uranus-component=entryBody]", ".articleText", ".subContents"],
            date: ["[data-uranus-component=entryDate] time", ".articleTime time", ".articleTime", ".entry .date"]),
        comments: [
            CommentRules(
                item: "[data-uranus-component=commentList] > li, [data-uranus-component=comment]",
                body: ["[data-uranus-component=commentBody]", ".skin-commentBody"],
                author: ["[data-uranus-component=commentAuthor]", ".skin-commentAuthor"],
                date: ["time", "[data-uranus-component=commentTime]"]),
            CommentRules(
                item: "#comment_list > div, #comment_list > li, .commentBox, .commentList > li, .each_comment",
                body: [".commentBody"],
                author: [".commentAuthor"],
                date: [".commentTime time", ".commentTime"]),
        ])
}
