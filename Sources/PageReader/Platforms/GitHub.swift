extension Platform {
    /// Issues and pull requests on GitHub: as served from 2013 to 2024, and issues since, whose comments are `div.react-issue-comment`.
    ///
    /// Samples: github.html, github-react.html.
    static let gitHub = Platform(
        name: "github",
        evidence: [
            ".js-issue-title", "[id^='issuecomment-'] .comment-body", ".js-discussion .timeline-comment",
            "[data-testid=issue-viewer-issue-container]",
        ],
        post: PostRules(
            title: [".js-issue-title", "[data-testid=issue-title]"],
            body: [
                "[id^='issue-'] .comment-body", "[id^='pullrequest-'] .comment-body", "[data-testid=issue-body] .markdown-body",
                "[data-testid=issue-viewer-issue-container] .markdown-body",
            ],
            excluded: [".email-hidden-toggle"],
            author: [
                "[id^='issue-'] .timeline-comment-header .author, [id^='pullrequest-'] .timeline-comment-header .author",
                "[data-testid=issue-body-header-author]",
            ],
            date: [
                "[id^='issue-'] .timeline-comment-header relative-time, [id^='pullrequest-'] .timeline-comment-header relative-time",
                "[id^='issue-'] .timeline-comment-header time, [id^='pullrequest-'] .timeline-comment-header time",
                "[data-testid=issue-viewer-issue-container] relative-time",
            ]),
        comments: [
            // Around an element with the id that the older pages have.
            CommentRules(
                item: ".react-issue-comment",
                idPrefixes: ["issuecomment-"],
                body: [".markdown-body"],
                author: ["a[data-testid=avatar-link]"],
                date: ["relative-time"],
                permalink: ["a[href*='#issuecomment-']"]),
            CommentRules(
                item: "[id^='issuecomment-']",
                idPrefixes: ["issuecomment-"],
                body: [".comment-body"],
                excluded: [".email-hidden-toggle"],
                author: [".timeline-comment-header .author", ".author"],
                date: ["relative-time", "time"],
                permalink: ["a.js-timestamp", "a.timestamp"]),
        ],
        furtherPages: ["[data-testid=timeline-crawler-pagination] a[rel=next]"])
}
