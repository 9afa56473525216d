extension Platform {
    /// bbPress, the forum in WordPress (2.0 on).
    ///
    /// Each message is a header with date and number, and behind it an element with author and words; the first message of a page is the
    /// topic. Sample: bbpress.html.
    static let bbPress = Platform(
        name: "bbpress",
        evidence: ["#bbpress-forums .bbp-reply-content", "#bbpress-forums .bbp-topic-content"],
        post: PostRules(
            title: ["h1.entry-title", "h1.page-title"],
            body: [
                "ul.bbp-replies .bbp-reply-header:first-child + div .bbp-reply-content",
                "ul.bbp-replies .bbp-topic-header + div .bbp-topic-content", ".bbp-lead-topic .bbp-topic-content",
            ],
            excluded: [".bbp-topic-revision-log", ".bbp-reply-revision-log", ".bbp-signature"],
            author: [
                "ul.bbp-replies .bbp-reply-header:first-child + div .bbp-author-name", ".bbp-topic-author .bbp-author-name",
            ],
            date: ["ul.bbp-replies .bbp-reply-header:first-child .bbp-reply-post-date", ".bbp-topic-post-date"]),
        comments: [
            CommentRules(
                shape: .beginsWithItem,
                item: """
                    ul.bbp-replies .bbp-body > .bbp-reply-header:not(:first-child), \
                    ul.bbp-replies .bbp-body > .bbp-topic-header ~ .bbp-reply-header
                    """,
                idPrefixes: ["post-"],
                body: [".bbp-reply-content"],
                excluded: [".bbp-reply-revision-log", ".bbp-signature", ".bbp-admin-links", ".bbp-author-role"],
                author: [".bbp-author-name"],
                date: [".bbp-reply-post-date"],
                permalink: ["a.bbp-reply-permalink"])
        ],
        furtherPages: [".bbp-pagination-links a.page-numbers"])
}
