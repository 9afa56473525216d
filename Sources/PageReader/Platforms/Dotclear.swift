extension Platform {
    /// Dotclear 1 and 2.
    ///
    /// Generations: `dl` with "1. On DATE by NAME" in `dt` and the words in `dd`, pings in a list of their own (1.0 to 2.6);
    /// `ul.comments-list` with comments and pings in turn (template sets currywurst, dotty and glaz, 2.7 on); `li.reaction`
    /// (theme Odyssey). Samples: dotclear.html, dotclear-numbers.html.
    static let dotclear = Platform(
        name: "dotclear",
        generators: ["dotclear"],
        evidence: ["body.dc-post", "#comments-feed a.feed", "form#comment-form input#c_site", "link[href*='?pf=']"],
        post: PostRules(
            title: ["h2.post-title", "h1.post-title", ".post-title"],
            body: [".post-excerpt", ".post-content"],
            author: [".post-author a[href]", ".post-info a[rel=author]"],
            date: [".post-date time", ".post-date", ".post-info", ".post-info-co"]),
        comments: [
            CommentRules(
                item: "ul.comments-list > li, ol.comments-list > li",
                idPrefixes: ["c"],
                body: [".comment-content"],
                excluded: [".comment-read-it"],
                author: [".comment-info a:not(.comment-number)"],
                date: [".comment-info time", ".comment-info"],
                permalink: ["a.comment-number"],
                trackback: [".ping"]),
            CommentRules(
                item: "li.reaction",
                idPrefixes: ["commentaire-", "comment-", "retrolien-", "trackback-"],
                body: [".comment-content", ".ping-link"],
                author: [".comment-author", ".ping-author"],
                date: [".comment-date a", ".ping-date a"],
                trackback: [".ping"]),
            CommentRules(
                shape: .beginsWithItem,
                item: "#comments dl > dt, dl.comments > dt",
                idPrefixes: ["c"],
                body: ["dd"],
                byline: ["dt"],
                author: ["dt a:not([href^='#'])", "dt strong"],
                permalink: ["a.comment-number", "dt a[href^='#c']"]),
        ],
        trackbacks: [
            CommentRules(
                shape: .beginsWithItem,
                item: "#pings dl > dt",
                idPrefixes: ["c"],
                body: ["dd"],
                byline: ["dt"],
                permalink: ["a.ping-number", "dt a[href^='#c']"])
        ])
}
