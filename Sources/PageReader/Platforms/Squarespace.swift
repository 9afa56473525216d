extension Platform {
    /// Squarespace 5 (its journals) and 6 to 7.1. Samples: squarespace.html, squarespace-journal.html.
    static let squarespace = Platform(
        name: "squarespace",
        generators: ["squarespace"],
        evidence: [
            "link[href*='static1.squarespace.com']", "link[href*='assets.squarespace.com']", ".squarespace-comments",
            ".journal-entry-wrapper .journal-entry", "link[href*='/universal/styles/'][href*='squarespace']",
        ],
        post: PostRules(
            title: [
                "h1.blog-item-title", "h1.BlogItem-title", "article h1.entry-title", ".entry-title", ".journal-entry-text h2.title",
                "h2.title",
            ],
            body: [
                ".blog-item-content", "article .entry-content", ".BlogItem .sqs-layout", "article .sqs-layout", ".journal-entry-text .body",
            ],
            excluded: [".sqs-block-summary-v2", ".squarespace-comments", ".newsletter-form"],
            author: [
                ".blog-author-name", ".blog-item-author-name", ".BlogItem-meta .Blog-meta-item--author", "article .author a",
                ".journal-entry-tag .posted-by a", ".posted-by a", ".posted-by .registered-author",
            ],
            date: [
                "time.blog-meta-item--date", ".blog-item-meta-wrapper time", "time.Blog-meta-item--date", "article time.published",
                "time.published",
                ".journal-entry-tag .posted-on", ".posted-on",
            ]),
        comments: [
            CommentRules(
                item: ".squarespace-comments .comment, .sqs-comments .comment",
                idPrefixes: ["comment-"],
                body: [".comment-body"],
                excluded: [".comment-btns", ".comment-actions", ".comment-controls"],
                author: [".comment-header .author a", ".comment-header .author", ".comment-author"],
                date: [".timesince[data-date]", ".comment-header .date", ".comment-date", ".comment-header time"],
                parentAttribute: "data-replyto"),
            CommentRules(
                item: ".comment-wrapper .comment, .comment-wrapper",
                idPrefixes: ["comment"],
                body: [".body"],
                byline: [".signature"],
                author: [".signature .author a", ".signature .author", ".signature .registered-author", ".signature .unregistered-author"]),
        ])
}
