extension Platform {
    /// Weebly's blogs. Sample: weebly.html.
    static let weebly = Platform(
        name: "weebly",
        generators: ["weebly"],
        evidence: ["link[href*='editmysite.com/']", ".blogCommentWrap", "img[src*='editmysite.com/']"],
        post: PostRules(
            item: [".blog-post"],
            title: ["h2.blog-title a.blog-title-link", "h2.blog-title", "a.blog-title-link"],
            body: [".blog-post .blog-content", ".blog-content"],
            excluded: [".blog-social"],
            author: [".blog-author"],
            date: [".blog-date .date-text", "p.blog-date", ".blog-date"]),
        comments: [
            CommentRules(
                item: ".blogCommentWrap",
                idPrefixes: ["commentContainer", "comment"],
                body: [".blogCommentText"],
                excluded: [".blogCommentReply", ".blogCommentReplyLink"],
                author: [".blogCommentAuthor a.name", ".blogCommentAuthor .name", ".blogCommentAuthor"],
                date: [".blogCommentDate"],
                depthClass: "blogCommentLevel")
        ])
}
