extension Platform {
    /// dasBlog (2003 to 2012) and DasBlog Core (2018 on).
    ///
    /// Generations: `.commentBoxStyle` with parts whose names end in `Style`; boxes around `.dbc-comment-content` (Core). Samples:
    /// dasblog.html, dasblog-core.html.
    static let dasBlog = Platform(
        name: "dasblog",
        generators: ["newtelligence dasblog", "dasblog"],
        evidence: [
            ".commentBoxStyle .commentBodyStyle", ".commentViewBoxStyle", "a[href*='CommentView.aspx?guid=']",
            "link[href*='SyndicationService.asmx']", ".dbc-comment-content", ".dbc-post-content", "form.dbc-form",
            "a.dbc-comment-user-homepage-name",
        ],
        post: PostRules(
            title: [".itemTitleStyle", ".itemTitleStyle a", ".TitleLinkStyle", ".dbc-post-title", ".post-title h1"],
            body: [".itemBodyStyle", ".dbc-post-content", ".post > .post-body"],
            date: [".itemDateStyle", ".date", ".dbc-post-date", ".dbc-post-creation-date"],
            byline: [".itemFooterStyle"]),
        comments: [
            CommentRules(
                item: ".commentBoxStyle",
                body: [".commentBodyStyle"],
                author: [
                    ".commentAuthorStyle", "a.commentPermalinkStyle[rel~=nofollow]", ".commentBodyStyle ~ a", ".commentDateStyle ~ a",
                ],
                date: [".commentDateStyle"],
                permalink: ["a[href*='#']"]),
            CommentRules(
                item: ".post-comments-list > :has(.dbc-comment-content), .dbc-comment-list > :has(.dbc-comment-content)",
                body: [".dbc-comment-content"],
                author: [".dbc-comment-user-homepage-name"],
                date: [".dbc-comment-date"]),
        ])
}
