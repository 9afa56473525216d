extension Platform {
    /// Cackle, a comment service of Russian sites: its widget as saved, and the list that its plugins put into the page for search engines.
    /// Sample: cackle.html.
    static let cackle = Platform(
        name: "cackle",
        evidence: ["#mc-container .mc-comment", "li[id^='cackle-comment-']", "#mc-content .mc-comment"],
        comments: [
            CommentRules(
                item: ".mc-comment",
                idPrefixes: ["mc-comment-", "mc-"],
                body: [".mc-comment-msg"],
                author: [".mc-comment-username", ".mc-comment-head > a"],
                date: [".mc-comment-created", ".mc-comment-time"],
                permalink: ["a.mc-comment-created"]),
            CommentRules(
                item: "li[id^='cackle-comment-']",
                idPrefixes: ["cackle-comment-"],
                body: [".cackle-comment-message"],
                author: ["[id^='cackle-author-user-']", "[id^='cackle-cite-']"]),
        ])
}
