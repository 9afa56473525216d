extension Platform {
    /// Yahoo Answers: the question is the post, answers are comments. All dates are relative ("6 years ago"). Sample: yahooanswers.html.
    static let yahooAnswers = Platform(
        name: "yahooanswers",
        evidence: ["#ya-question-detail", "#ya-qn-answers"],
        isQuestion: true,
        post: PostRules(
            title: ["h1[itemprop=name]"],
            body: ["#ya-question-detail .ya-q-full-text", "#ya-question-detail .ya-q-text"],
            author: ["#ya-question-detail .uname"]),
        comments: [
            CommentRules(
                item: "[data-ya-type=answer], #ya-best-answer",
                idAttribute: "data-ya-answer-id",
                body: [".ya-q-full-text", ".answer-detail"],
                author: ["a.uname"],
                date: [".Clr-88"])
        ])
}
