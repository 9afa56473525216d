extension Platform {
    /// Issues and pull requests on GitHub, as served from 2013 to 2024. Sample: github.html.
    static let gitHub = Platform(
        name: "github",
        evidence: [".js-issue-title", "[id^='issuecomment-'] .comment-body", ".js-discussion .timeline-comment"],
        post: PostRules(
            title: [".js-issue-title"],
            body: ["[id^='issue-'] .comment-body", "[id^='pullrequest-'] .comment-body"],
            excluded: [".email-hidden-toggle"],
            author: ["[id^='issue-'] .timeline-comment-header .author, [id^='pullrequest-'] .timeline-comment-header .author"],
            date: [
                "[id^='issue-'] .timeline-comment-header relative-time, [id^='pullrequest-'] .timeline-comment-header relative-time",
                "[id^='issue-'] .timeline-comment-header time, [id^='pullrequest-'] .timeline-comment-header time",
            ]),
        comments: [
            CommentRules(
                item: "[id^='issuecomment-']",
                idPrefixes: ["issuecomment-"],
                body: [".comment-body"],
                excluded: [".email-hidden-toggle"],
                author: [".timeline-comment-header .author", ".author"],
                date: ["relative-time", "time"],
                permalink: ["a.js-timestamp", "a.timestamp"])
        ])
}
