extension Platform {
    /// Question2Answer: the question is the post, answers and comments on it are comments, and comments under an answer reply to it.
    ///
    /// The line under an answer says a second time "by NAME" where the asker has selected it: the first is the one of who answered. Sample:
    /// questiontwoanswer.html.
    static let question2Answer = Platform(
        name: "questiontwoanswer",
        evidence: [".qa-q-view[id^='q'] .qa-q-view-content", ".qa-attribution a[href*='question2answer.org']"],
        isQuestion: true,
        post: PostRules(
            title: [".qa-main-heading h1", ".qa-main h1"],
            body: [".qa-q-view-content"],
            author: [".qa-q-view .qa-q-view-who-data"],
            date: [".qa-q-view .qa-q-view-when-data"]),
        comments: [
            CommentRules(
                item: ".qa-a-list-item[id^='a'], .qa-c-list-item[id^='c']",
                idPrefixes: ["a", "c"],
                body: [".qa-a-item-content, .qa-c-item-content"],
                author: [".qa-a-item-who-data, .qa-c-item-who-data"],
                date: [".qa-a-item-when-data, .qa-c-item-when-data"],
                permalink: ["a.qa-a-item-what, a.qa-c-item-what"])
        ],
        furtherPages: [".qa-page-links-list a.qa-page-next"])
}
