extension Platform {
    /// Blogger, on blogspot domains and on others, with classic, layout and mobile templates and the themes of 2017.
    ///
    /// Generations: `dl#comments-block` with author, body and footer in turn (until 2012, and wherever replies are switched off);
    /// `div.comment-thread` with replies in `div.comment-replies` (2012 on). The date may show a clock time only.
    ///
    /// Variants: `dt.comment-data` with "At DATE, NAME said" (blogger-data.html); the three parts as `div` (blogger-runs.html,
    /// blogger-poster.html) or inside `div.comment` (themes of 2017, blogger-embed.html); links to the post in a list like that of the
    /// comments (blogger-backlinks.html); blocks that a script of a template's author nests (blogger-levels.html). Sample: blogger.html.
    static let blogger = Platform(
        name: "blogger",
        generators: ["blogger"],
        evidence: [
            "link[href*='www.blogger.com/feeds/']", "link[href*='www.blogger.com/static/']", "link[href*='www.blogger.com/dyn-css/']",
            "link[href*='.blogspot.com/feeds/']", "dl#comments-block dt.comment-author", ".comment-thread li.comment > .comment-block",
            "dl#comments-block dt.comment-poster", "dl#comments-block dt.comment-data",
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
                item: "dt.comment-data",
                idPrefixes: ["c"],
                body: ["dd.comment-body"],
                byline: ["dt"],
                author: ["dt > a[rel~='nofollow']", "dt > span:not([class*='icon'])"],
                date: ["dt > a[title]", "dt > a[href^='#']"],
                permalink: ["dt > a[title]", "dt > a[href^='#']"]),
            CommentRules(
                shape: .beginsWithItem,
                item: "#comments-block dt",
                idPrefixes: ["c"],
                body: ["dd.comment-body"],
                author: ["dt > a[href]", "dt"],
                date: [".comment-timestamp a", ".comment-timestamp"],
                permalink: [".comment-timestamp a"],
                trackback: ["dt.comment-title"]),
            CommentRules(
                shape: .beginsWithItem,
                item: "div.comment-poster, div#comments-block > div.comment-author",
                idPrefixes: ["c"],
                body: ["div.comment-body"],
                author: [".comment-poster > a[href]", ".comment-author > a[href]", ".comment-poster", ".comment-author"],
                date: [".comment-timestamp a", ".comment-timestamp"],
                permalink: [".comment-timestamp a"]),
            CommentRules(
                item: "#comments-block > div.comment",
                idPrefixes: ["c"],
                body: [".comment-body"],
                author: [".comment-author a[href]", ".comment-author"],
                date: [".comment-timestamp a", ".comment-timestamp"],
                permalink: [".comment-timestamp a"]),
            CommentRules(
                item: "#comment_block div[data-level][id^='c']",
                idPrefixes: ["c"],
                body: [".comment_body"],
                excluded: [".comment-delete", ".comment_reply", ".comment_reply_form", ".comment_author_flag"],
                author: [".comment_name a[href]", ".comment_name"],
                date: [".comment_date"],
                permalink: [".comment_service a"]),
        ],
        furtherPages: ["#comments a.paging-control[href*='commentPage=']", "#comments .paging-control a[href*='commentPage=']"])
}
