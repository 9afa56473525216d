extension Platform {
    /// Blogger, on blogspot domains and on others, with classic, layout and mobile templates and the themes of 2017.
    ///
    /// Generations: `dl#comments-block` with author, body and footer in turn (until 2012, and wherever replies are switched off);
    /// `div.comment-thread` with replies in `div.comment-replies` (2012 on). The date may show a clock time only. Sample: blogger.html.
    static let blogger = Platform(
        name: "blogger",
        generators: ["blogger"],
        evidence: [
            "link[href*='www.blogger.com/feeds/']", "link[href*='www.blogger.com/static/']", "link[href*='www.blogger.com/dyn-css/']",
            "link[href*='.blogspot.com/feeds/']", "dl#comments-block dt.comment-author", ".comment-thread li.comment > .comment-block",
        ],
        post: PostRules(
            title: ["h3.post-title", "h1.post-title", "h2.post-title", ".post h3.entry-title"],
            body: [".post-body"],
            excluded: [".post-share-buttons", ".jump-link", ".reaction-buttons"],
            author: [".post-author .fn", ".post-author"],
            date: ["abbr.published", "time.published", ".date-header", "h2.date-header"],
            byline: [".post-footer-line-1", "p.post-footer", ".post-header .post-timestamp"]),
        comments: [
            CommentRules(
                item: ".comment-thread li.comment",
                idPrefixes: ["c"],
                body: [".comment-content"],
                author: [".comment-header cite.user a[href]", ".comment-header cite.user"],
                date: [".comment-header .datetime a", ".comment-header .datetime"],
                permalink: [".comment-header .datetime a"]),
            CommentRules(
                shape: .beginsWithItem,
                item: "#comments-block dt",
                idPrefixes: ["c"],
                body: ["dd.comment-body"],
                author: ["dt > a[href]", "dt"],
                date: [".comment-timestamp a", ".comment-timestamp"],
                permalink: [".comment-timestamp a"]),
        ],
        furtherPages: ["#comments a.paging-control[href*='commentPage=']", "#comments .paging-control a[href*='commentPage=']"])
}
