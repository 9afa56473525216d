extension Platform {
    /// Askbot: the question is the post, answers and comments on it are comments, and comments under an answer reply to it.
    ///
    /// Like OSQA it comes from CNPROG, and its first versions share some markup with it. Sample: askbot.html.
    static let askbot = Platform(
        name: "askbot",
        evidence: [
            ".powered-link a[href*='askbot.com']", ".post.answer[id^='post-id-']", ".js-question .question-body .js-editable-content",
            "body.question-page #ContentLeft .answer-body",
        ],
        isQuestion: true,
        post: PostRules(
            title: ["h1.section-title a", "#ContentLeft h1 a", ".js-question h1 .js-editable-content", "#ContentLeft h1"],
            body: [".question-body .js-editable-content", ".js-question .post-body .js-editable-content", ".question-body"],
            excluded: [".post-update-info-container", ".tags", ".post-controls", ".comments"],
            author: [
                ".question-content .post-update-info .user-info > a, .js-question .post-update-info .user-info > a",
                "#question-table .post-update-info .user-info > a", ".js-question .post-update-info a[href*='/users/']:not(:has(img))",
            ],
            date: [
                ".question-content .post-update-info .timeago, .js-question .post-update-info .timeago",
                "#question-table .post-update-info .timeago",
            ]),
        comments: [
            CommentRules(
                item: ".answer[id^='post-id-'], .answer[id^='answer-container-'], .comment[id^='comment-']",
                idPrefixes: ["post-id-", "answer-container-", "comment-"],
                body: [".answer-body .js-editable-content, .post-body .js-editable-content", ".answer-body", ".comment-body"],
                excluded: [
                    ".post-update-info-container", ".post-controls", "a.author", ".age", "a.edit", ".delete-icon", ".convert-comment",
                ],
                author: [
                    ".post-update-info .user-info > a", ".comment-body > a.author", "a.author",
                    ".post-update-info a[href*='/users/']:not(:has(img))",
                ],
                date: [".post-update-info .timeago", ".age .timeago", ".age"],
                permalink: ["a.permant-link"])
        ],
        furtherPages: [".paginator a.next", ".paginator .next a"])
}
