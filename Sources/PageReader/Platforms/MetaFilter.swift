extension Platform {
    /// MetaFilter and its sister sites: a comment ends with "posted by NAME at TIME on DAY". Sample: metafilter.html.
    static let metaFilter = Platform(
        name: "metafilter",
        evidence: ["h1.posttitle ~ .copy", "div.comments > span.smallcopy", "link[href*='metafilter.com/']"],
        post: PostRules(
            body: [".copy"],
            excluded: [".smallcopy"],
            author: [".copy .smallcopy a[href*='/user/']"],
            date: ["h1.posttitle .smallcopy"]),
        comments: [
            CommentRules(
                shape: .endsWithByline,
                item: "div.comments > span.smallcopy",
                permalink: ["a[href*='#']"])
        ])
}
