extension Platform {
    /// Echo and JS-Kit, which took over the comments of HaloScan, as a saved page holds them. Sample: echo.html.
    static let echo = Platform(
        name: "echo",
        evidence: [".echo-item-container", ".js-singleComment"],
        comments: [
            CommentRules(
                item: ".echo-item-container",
                body: [".echo-item-body .echo-item-text", ".echo-item-text", ".echo-item-body"],
                author: [".echo-item-authorName a", ".echo-item-authorName"],
                date: [".echo-item-date"],
                depthClass: "echo-item-depth-"),
            CommentRules(
                item: ".js-singleComment",
                idPrefixes: ["jsid-"],
                body: [".js-singleCommentText", ".js-singleCommentBody"],
                author: [".js-singleCommentName a", ".js-singleCommentName"],
                date: [".js-singleCommentDate"],
                depthClass: "js-singleCommentDepth"),
        ])
}
