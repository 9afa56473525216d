extension Platform {
    /// Livedoor Blog: a list of name and date, and a body. Sample: livedoor.html.
    static let livedoorBlog = Platform(
        name: "livedoor",
        evidence: [
            "link[href*='livedoor.blogimg.jp']", "link[href*='parts.blog.livedoor.jp']",
            "link[href*='blog.livedoor.jp/'][type='application/rss+xml']", "form[action*='blogcms.jp']",
        ],
        post: PostRules(
            title: ["h1.article-title", ".article-title", "h2.article-title", "h3.title"],
            body: [".article-body-inner", ".article-body", ".main .mainbody"],
            excluded: [".article-social-btn", ".article-option"],
            date: [".article-date abbr", ".article-date time", ".article-date", ".article-header-date"]),
        comments: [
            CommentRules(
                item: "#comments li.comment, #comments .comment-set, .comment-list > li, .comments-list > li, ol.comment-body-outer > li",
                idPrefixes: ["comment-"],
                body: [".comment-body"],
                author: [".comment-author a", ".comment-author"],
                date: [".comment-date"])
        ])
}
