extension Platform {
    /// Twikoo, a comment script of Hexo and Hugo sites, as a saved page holds it. Sample: twikoo.html.
    static let twikoo = Platform(
        name: "twikoo",
        evidence: [".tk-comment .tk-content"],
        comments: [
            CommentRules(
                item: ".tk-comment",
                idAttribute: "id",
                body: [".tk-content"],
                excluded: [".tk-action", ".tk-extras", ".tk-ruser"],
                author: [".tk-nick"],
                date: [".tk-time time", ".tk-time"])
        ])
}
