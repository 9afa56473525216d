extension Platform {
    /// Livefyre, as a saved page holds it. Sample: livefyre.html.
    static let livefyre = Platform(
        name: "livefyre",
        evidence: ["article.fyre-comment-article"],
        comments: [
            CommentRules(
                item: "article.fyre-comment-article",
                idPrefixes: ["fyre-message-"],
                idAttribute: "data-message-id",
                body: [".fyre-comment"],
                author: [".fyre-comment-username"],
                date: ["time.fyre-comment-date", ".fyre-comment-date"])
        ])
}
