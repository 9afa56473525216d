extension Platform {
    /// dasBlog (2003 to 2012). Sample: dasblog.html.
    static let dasBlog = Platform(
        name: "dasblog",
        generators: ["newtelligence dasblog", "dasblog"],
        evidence: [
            ".commentBoxStyle .commentBodyStyle", ".commentViewBoxStyle", "a[href*='CommentView.aspx?guid=']",
            "link[href*='SyndicationService.asmx']",
        ],
        post: PostRules(
            title: [".itemTitleStyle", ".itemTitleStyle a", ".TitleLinkStyle"],
            body: [".itemBodyStyle"],
            date: [".itemDateStyle", ".date"],
            byline: [".itemFooterStyle"]),
        comments: [
            CommentRules(
                item: ".commentBoxStyle",
                body: [".commentBodyStyle"],
                author: [
                    ".commentAuthorStyle", "a.commentPermalinkStyle[rel~=nofollow]", ".commentBodyStyle ~ a", ".commentDateStyle ~ a",
                ],
                date: [".commentDateStyle"],
                permalink: ["a[href*='#']"])
        ])
}
