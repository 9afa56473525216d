extension Platform {
    /// Flarum: the first post opens the discussion, the others answer it.
    ///
    /// Generations: the page that scripts build, and the one without scripts, whose posts have no dates. Sample: flarum.html.
    static let flarum = Platform(
        name: "flarum",
        evidence: ["#flarum-content", "#flarum-loading", ".PostStream-item .CommentPost"],
        post: PostRules(
            title: [".DiscussionHero-title", "#flarum-content h1"],
            body: [".Post-body"],
            author: [".PostUser-name .username", ".PostUser-name"],
            date: [".CommentPost .PostMeta time"]),
        comments: [
            CommentRules(
                item: ".PostStream-item ~ .PostStream-item[data-id]",
                idAttribute: "data-id",
                body: [".Post-body"],
                author: [".PostUser-name .username", ".PostUser-name"],
                date: [".PostMeta time"]),
            CommentRules(
                item: "#flarum-content article ~ article, #flarum-content div > .PostUser ~ div",
                body: [".Post-body"],
                author: [".PostUser-name"]),
        ],
        furtherPages: ["#flarum-content a[href*='page=']"])
}
