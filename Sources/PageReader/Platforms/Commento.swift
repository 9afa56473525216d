extension Platform {
    /// Commento and Commento++. The full date is in `title`, in the words of JavaScript's `Date`. Sample: commento.html.
    static let commento = Platform(
        name: "commento",
        evidence: ["[id^='commento-comment-card-']"],
        comments: [
            CommentRules(
                item: "[id^='commento-comment-card-']",
                idPrefixes: ["commento-comment-card-"],
                body: ["[id^='commento-comment-text-']", ".commento-body"],
                author: ["[id^='commento-comment-name-']", ".commento-name"],
                date: ["[id^='commento-comment-timeago-']", ".commento-timeago"])
        ])
}
