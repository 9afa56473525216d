extension Platform {
    /// Giscus: discussions of GitHub as comments, in a frame that is saved with the page or as a page of its own. Sample: giscus.html.
    static let giscus = Platform(
        name: "giscus",
        evidence: [".gsc-comment .gsc-comment-content", ".gsc-comments .gsc-timeline"],
        comments: [
            CommentRules(
                item: ".gsc-comment, .gsc-reply",
                body: [".gsc-comment-content", ".gsc-reply-content"],
                author: [
                    ".gsc-comment-author-avatar span", ".gsc-comment-author-avatar", ".gsc-reply-author .link-primary",
                    ".gsc-reply-author a",
                ],
                date: [".gsc-comment-author time", ".gsc-reply-author time"],
                permalink: [".gsc-comment-author a.link-secondary", ".gsc-reply-author a.link-secondary"])
        ])
}
