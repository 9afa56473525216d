extension Platform {
    /// Coral (Talk 5 on). Its classes are meant for the style sheets of others, so they stay. Dates may be relative. Sample: coral.html.
    static let coral = Platform(
        name: "coral",
        evidence: [".coral-comment .coral-comment-content"],
        comments: [
            CommentRules(
                item: ".coral-comment",
                idPrefixes: ["comment-"],
                body: [".coral-comment-content"],
                author: [".coral-comment-username"],
                date: [".coral-comment-timestamp"],
                depthClass: "coral-indent-")
        ])
}
