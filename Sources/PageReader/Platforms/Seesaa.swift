extension Platform {
    /// Seesaa Blog and So-net Blog on the same software: a comment ends with "Posted by NAME at DATE". Sample: seesaa.html.
    static let seesaa = Platform(
        name: "seesaa",
        evidence: [
            "link[href*='.seesaa.net/']", "link[href*='blog.seesaa.jp']", "form[action*='blog.seesaa.jp']",
        ],
        post: PostRules(
            title: [".blogbody h3.title", "h3.title", ".article__title"],
            body: [".blogbody .text", ".article__content", ".mainblock .text"],
            date: ["h2.date", ".date", ".article__date"],
            byline: [".posted"]),
        comments: [
            CommentRules(
                item: "#comment .comment, .comments .comment, .comment-list > li",
                byline: [".posted", ".comment-posted"])
        ])
}
