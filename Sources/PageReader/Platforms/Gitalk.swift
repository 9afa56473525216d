extension Platform {
    /// Gitalk and Gitment: issues of GitHub as comments, rendered into the page itself. Sample: gitalk.html.
    static let gitalk = Platform(
        name: "gitalk",
        evidence: [".gt-comment .gt-comment-body", ".gitment-comment .gitment-comment-body"],
        comments: [
            CommentRules(
                item: ".gt-comment",
                body: [".gt-comment-body"],
                author: ["a.gt-comment-username", ".gt-comment-username"],
                date: [".gt-comment-date"]),
            CommentRules(
                item: ".gitment-comment",
                body: [".gitment-comment-body"],
                author: ["a.gitment-comment-name", ".gitment-comment-name"],
                date: [".gitment-comment-date"]),
        ])
}
