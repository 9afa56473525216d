extension Platform {
    /// Orchard: comments with a `who` and a `when` in their heading. Sample: orchard.html.
    static let orchard = Platform(
        name: "orchard",
        generators: ["orchard"],
        evidence: ["article.comment > header .who", "ul.comments article.comment header .when", "article.blog-post.content-item"],
        post: PostRules(
            title: ["article.blog-post h1", "article.content-item > header h1"],
            body: ["article.blog-post > p, article.blog-post > div:not(.metadata)"],
            excluded: [".metadata", ".comments", ".tags"],
            date: ["article.blog-post .published", "article.content-item .published"]),
        comments: [
            CommentRules(
                item: "article.comment, .comments article[class*='comment-']",
                idPrefixes: ["comment-"],
                body: [".text", "p.text"],
                author: [".who a", ".who"],
                date: [".when time", ".when"],
                permalink: [".when a"])
        ])
}
