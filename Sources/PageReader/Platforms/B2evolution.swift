extension Platform {
    /// b2evolution 0.8 to 7.
    ///
    /// Generations: `div.bComment` with `bCommentTitle`, `bCommentText` and `bCommentSmallPrint` (until 5); `article.evo_comment` (6 on).
    /// Trackbacks and pingbacks stand among the comments and differ only in words. Samples: b2evolution.html, b2evolution-early.html (0.9).
    static let b2evolution = Platform(
        name: "btwoevolution",
        generators: ["b2evolution"],
        evidence: [
            ".bComment .bCommentText", "article.evo_comment", ".evo_comment .evo_comment_text", "link[href*='b2evo']", ".bPost .bText",
        ],
        post: PostRules(
            title: [".evo_post_title h1", ".evo_post_title", "h2.bTitle", "h3.bTitle", ".bTitle"],
            body: [".evo_post__full_text", ".bPost .bText", ".bText"],
            author: [".evo_post_header .identity_link_a", ".bSmallHead .identity_link_a", ".bSmallHead .nickname", ".bSmallHead strong"],
            date: [".evo_post_header time", ".evo_post_header .evo_post_info", ".bDate", ".bPost .bSmallHead", ".bSmallHead"],
            byline: [".bSmallHead"]),
        comments: [
            CommentRules(
                item: "article.evo_comment, div.evo_comment",
                idPrefixes: ["comment_", "c"],
                body: [".evo_comment_text"],
                author: [
                    ".evo_comment_title .user", ".evo_comment_title a[rel*='nofollow']:not(.evo_comment_type)",
                    ".evo_comment_title a:not(.evo_comment_type)", ".evo_comment_title",
                ],
                date: [".evo_comment_footer"],
                permalink: ["a.evo_comment_type"]),
            CommentRules(
                item: "div.bComment",
                idPrefixes: ["c"],
                body: [".bCommentText"],
                excluded: [".comment_rating"],
                author: [
                    ".bCommentTitle a[rel*='nofollow']:not([href*='#c'])", ".bCommentTitle .user", ".bCommentTitle .bUser",
                    ".bCommentTitle strong", ".bCommentTitle",
                ],
                authorLink: [".bCommentTitle > a[href^='http']:not([href*='#c']):not([title])"],
                date: [".bCommentSmallPrint"],
                permalink: [".permalink_right", ".bCommentTitle a[href*='#c']"]),
        ])
}
