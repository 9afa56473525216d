extension Platform {
    /// Disqus, as far as a saved page holds it: the frame of its comments, the list of the days before frames (2008 to 2012), and the list
    /// that its WordPress plugin served to readers without scripts.
    ///
    /// Visible dates are relative, the full one is in `title`. The plugin's list has no dates at all; pingbacks stand in it without a
    /// number. Samples: disqus.html, disqus-plugin.html, disqus-pingback.html (the plugin's list with a pingback and a second page).
    static let disqus = Platform(
        name: "disqus",
        evidence: [
            "li.post .post-content[data-role='post-content']", "li.post .post-message[data-role='message']", "li[id^='dsq-comment-']",
        ],
        comments: [
            CommentRules(
                item: "li.post[id^='post-']",
                idPrefixes: ["post-", "comment-"],
                body: [".post-message"],
                author: [".post-byline .author a", ".post-byline .author", ".comment__header .author"],
                date: ["a.time-ago", "a[data-role='relative-time']"],
                permalink: ["a.time-ago", "a[data-role='relative-time']"],
                parentLink: ["a.parent-link"]),
            CommentRules(
                item: "li[id^='dsq-comment-'], #dsq-comments li.pingback, #dsq-comments li.trackback",
                idPrefixes: ["dsq-comment-", "comment-"],
                body: [".dsq-comment-text", ".dsq-comment-message"],
                author: ["[id^='dsq-author-user-']", ".dsq-commenter-name", ".dsq-comment-cite", "[id^='dsq-cite-']"],
                date: [".dsq-comment-header-time", "[id^='dsq-time-']", ".dsq-comment-date"],
                permalink: ["a.dsq-comment-header-time"],
                depthClass: "depth-",
                pingback: ["li.pingback"]),
        ],
        furtherPages: ["#dsq-content a.page-numbers"])
}
