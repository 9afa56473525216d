extension Platform {
    /// Substack: its posts, and the pages `/comments`, which are served with the comments in them. Replies are inside the comment that they
    /// answer. Sample: substack.html.
    static let substack = Platform(
        name: "substack",
        generators: ["substack"],
        evidence: [
            "link[href*='substackcdn.com/']", "link[href*='.substack.com/']", "img[src*='substackcdn.com/']",
            ".available-content .body.markup",
        ],
        post: PostRules(
            title: ["h1.post-title"],
            body: [".available-content .body.markup", ".single-post .body.markup"],
            excluded: [".subscription-widget-wrap", ".subscribe-widget", ".share-dialog", ".button-wrapper"]),
        comments: [
            CommentRules(
                item: "div.comment",
                idPrefixes: ["comment-"],
                body: [".comment-body"],
                excluded: [".comment-actions"],
                author: [
                    ".comment-meta .commenter-name a", ".comment-meta .commenter-name", ".comment-meta a[href*='/profile/']",
                    ".comment-meta a[href*='substack.com/@']",
                ],
                date: [".comment-meta .comment-timestamp", ".comment-meta a[title]", ".comment-meta time"],
                permalink: [".comment-meta a.comment-timestamp", ".comment-meta a[href*='/comment/']"])
        ])
}
