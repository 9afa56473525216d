extension Platform {
    /// phpBB: the first post opens the topic, the others answer it.
    ///
    /// Generations: prosilver (3.0 to 3.3) with `div.post#p123`; its offspring without `#page-body`, or with the number on an anchor in
    /// `div.post.has-profile`; subsilver2 (3.0) with a table for each post; subSilver (2.0) with two cells in a row of a table. Samples:
    /// phpbb.html, phpbb-bare.html, phpbb-postlist.html, phpbb-tables.html, phpbb-subsilver.html.
    static let phpBB = Platform(
        name: "phpbb",
        evidence: [
            "body#phpbb", ".copyright a[href*='phpbb.com']", "link[href*='styles/prosilver/']", "link[href*='templates/subSilver/']",
            "link[href*='styles/subsilver2/']", "div.post > .inner > .postbody", "table.tablebg b.postauthor",
        ],
        post: PostRules(
            title: [
                "h2.topic-title a", "h2.topic-title", "#page-body > h2 a", "a.maintitle", "#pageheader h2", "#pageheader h2 a.titles",
            ],
            // One selector for what posts have in prosilver, so that the body ends where the next of them begins.
            body: [
                "h3.first ~ .content, .post .postbody .content", "table.tablebg div.postbody:not(.sig)", "tr ~ tr ~ tr span.postbody",
            ],
            excluded: [".signature", ".notice"],
            author: ["p.author strong, td[width='150'] span.name b, b.postauthor"],
            date: ["p.author time", "p.author", "td.gensmall:has(a[href*='#p']) div ~ div"],
            byline: ["td[width='150'] + td span.postdetails"]),
        comments: [
            CommentRules(
                // Posts that are only shown again, below a form to answer them, are numbered with `pr`.
                item: "div.post ~ div.post[id^='p']:not([id^='pr']), div.post.has-profile ~ div.post.has-profile:not([id^='pr'])",
                idPrefixes: ["p"],
                body: [".content"],
                excluded: [".signature", ".notice"],
                author: ["p.author strong", ".postprofile .username, .postprofile .username-coloured"],
                date: ["p.author time", "p.author"],
                permalink: ["p.author a[href*='#p']", "h3 a[href*='#p']"]),
            CommentRules(
                item: "table.tablebg:has(b.postauthor) ~ table.tablebg:has(b.postauthor)",
                idPrefixes: ["p"],
                body: ["div.postbody:not(.sig)"],
                author: ["b.postauthor"],
                date: ["td.gensmall div ~ div"],
                permalink: ["a[href*='#p']"]),
            // Three rows a post, and at least two rows of headings above the first.
            CommentRules(
                shape: .beginsWithItem,
                item: ".forumline tr ~ tr ~ tr ~ tr ~ tr > td[width='150'][valign=top]",
                body: ["span.postbody"],
                author: ["span.name b"],
                date: ["td + td span.postdetails"],
                permalink: ["td + td a[href*='viewtopic.php']"]),
        ],
        furtherPages: [".pagination .next a", ".pagination a[rel=next]", "#pagecontent b > a[href*='start=']:last-child"])
}
