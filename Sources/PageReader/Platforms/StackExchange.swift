extension Platform {
    /// Stack Exchange: the question is the post, answers are comments, and comments under an answer reply to it.
    ///
    /// Generations: tables with `td.post-signature` and `tr.comment` (2009 to 2015), `div.post-layout` and `li.comment` since. Two signatures
    /// stand under an edited answer: the second is the one of who answered. Sample: stackexchange.html.
    static let stackExchange = Platform(
        name: "stackexchange",
        evidence: ["#question[data-questionid]", ".answer[data-answerid]", "body.question-page #question", "#question .post-signature"],
        isQuestion: true,
        post: PostRules(
            title: ["#question-header h1 a", "h1 .question-hyperlink", "h2 .question-hyperlink", "#question-header h1"],
            body: ["#question .js-post-body", "#question .post-text"],
            excluded: [".js-post-notice", ".post-notice", ".question-originals-of-duplicate"],
            author: [
                "#question .post-signature.owner .user-details a", "#question .post-signature.owner [itemprop=name]",
                "#question .post-signature ~ .post-signature .user-details a", "#question .post-signature .user-details a",
            ],
            date: [
                "#question .post-signature.owner .relativetime", "#question .post-signature ~ .post-signature .relativetime",
                "#question .post-signature .relativetime", "time[itemprop=dateCreated]",
            ]),
        comments: [
            CommentRules(
                item: ".answer[id^='answer-'], .comment[id^='comment-']",
                // An answer and a comment may have the same number.
                idAttribute: "id",
                body: [".js-post-body", ".post-text", ".comment-copy"],
                excluded: [".js-post-notice", ".post-notice"],
                author: [
                    ".post-signature ~ .post-signature .user-details a", ".post-signature ~ .post-signature .user-details [itemprop=name]",
                    ".post-signature .user-details a", ".post-signature .user-details [itemprop=name]", ".comment-user",
                ],
                date: [
                    ".post-signature ~ .post-signature .relativetime", ".post-signature .relativetime", ".comment-date [title]",
                    ".comment-date",
                ],
                permalink: ["a.js-share-link", "a.short-link", "a[id^='link-post-']", ".comment-date a", "a.comment-link"])
        ],
        furtherPages: [".pager-answers a[rel=next]", ".s-pagination a[rel=next]"])
}
