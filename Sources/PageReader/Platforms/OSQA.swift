extension Platform {
    /// OSQA: the question is the post, answers and comments on it are comments, and comments under an answer reply to it.
    ///
    /// Sample: osqa.html.
    static let osqa = Platform(
        name: "osqa",
        evidence: [
            ".answer[id^='answer-container-'] .answer-body", "#question-table .question-body", "#footer a[href*='osqa.net']",
        ],
        isQuestion: true,
        post: PostRules(
            title: [".headNormal h1 a", ".headNormal h1"],
            body: ["#question-table .question-body"],
            author: ["#question-table .post-update-info-user p ~ p a", "#question-table .post-update-info-user p ~ p"],
            date: ["#question-table .post-update-info-user p > strong"]),
        comments: [
            CommentRules(
                item: ".answer[id^='answer-container-'], .comment[id^='comment-']",
                idPrefixes: ["answer-container-", "comment-"],
                body: [".answer-body, .comment-text"],
                excluded: [".post-update-info-container", ".post-controls"],
                author: [".post-update-info-user p ~ p a", "a.comment-user", ".post-update-info-user p ~ p"],
                date: [".post-update-info-user p > strong", ".comment-age"])
        ],
        furtherPages: [".paginator a.next"])
}
