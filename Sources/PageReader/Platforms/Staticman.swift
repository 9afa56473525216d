extension Platform {
    /// Comments that Staticman commits to the sources of a static site, in the templates that brought it about: Minimal Mistakes, Beautiful Hugo,
    /// and the themes that copied them.
    ///
    /// A site names the comment that is answered only where its template nests replies. Sample: staticman.html.
    static let staticman = Platform(
        name: "staticman",
        evidence: [
            "article.js-comment", "form[action*='staticman']", ".static-comment", "#comment-form input[name='options[slug]']",
            "input[name='options[postId]']", "input[name='options[entryId]']",
        ],
        comments: [
            CommentRules(
                item: "article.js-comment",
                idPrefixes: ["comment-", "comment"],
                body: ["[itemprop='text']", ".comment__text", ".comment__body"],
                author: [".comment__author [itemprop='name'] a", ".comment__author [itemprop='name']", ".comment__author"],
                date: [".comment__date time", ".comment__date"],
                permalink: [".comment__date a"]),
            CommentRules(
                item: ".static-comment, .staticman-comment, article.comment[id^='comment']",
                idPrefixes: ["comment-", "comment"],
                body: [".comment-content", ".comment__body"],
                author: [".comment-author a", ".comment-author"],
                date: [".comment-timestamp time", ".comment-date time", ".comment-date"]),
        ])
}
