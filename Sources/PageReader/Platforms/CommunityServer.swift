extension Platform {
    /// Community Server and Telligent, the software behind many blogs of Microsoft until 2015.
    ///
    /// Generations: `.blog-feedback-list` (Telligent 5 and later), `.CommonCommentArea` (Community Server 2007 and 2008). Sample: communityserver.html.
    static let communityServer = Platform(
        name: "communityserver",
        generators: ["community server", "communityserver", "telligent"],
        evidence: [
            ".blog-feedback-list .content-list", ".CommonCommentArea", ".CommonContentBoxHeader", "link[href*='/Themes/Blogs/']",
            ".layout-region .content-fragment.blog-post",
        ],
        post: PostRules(
            title: [".full-post .post-name", ".CommonTitle", ".post-name", "h2.pageTitle"],
            body: [".full-post > .post-content", ".full-post .post-content", ".CommonContent .BlogPostContent", ".postcontent"],
            excluded: [".post-tags", ".post-actions"],
            author: [".full-post .post-author .user-name", ".full-post .user-name"],
            date: [".full-post .post-date .value", ".full-post .post-date"]),
        comments: [
            CommentRules(
                item: ".blog-feedback-list .content-list > li",
                body: [".post-content"],
                author: [".post-author .user-name a", ".post-author .user-name"],
                date: [".post-date .value", ".post-date"],
                permalink: [".post-date a"]),
            CommentRules(
                item: ".CommonCommentArea",
                excluded: [".CommonMessageActions", ".CommonMessageHeader strong ~ strong"],
                author: [".CommonMessageHeader strong"],
                date: [".CommonMessageDate"]),
        ])
}
