extension Platform {
    /// phpBB: the first post opens the topic, the others answer it.
    ///
    /// Generations: prosilver (3.0 to 3.3) with `div.post#p123`; subSilver (2.0) with two cells in a row of a table. Sample: phpbb.html.
    static let phpBB = Platform(
        name: "phpbb",
        evidence: [
            "body#phpbb", ".copyright a[href*='phpbb.com']", "link[href*='styles/prosilver/']", "link[href*='templates/subSilver/']",
            "div.post > .inner > .postbody",
        ],
        post: PostRules(
            title: ["h2.topic-title a", "h2.topic-title", "#page-body > h2 a", "a.maintitle", "#pageheader h2 a.titles"],
            body: ["h3.first ~ .content", "tr ~ tr ~ tr span.postbody"],
            excluded: [".signature", ".notice"],
            author: ["p.author strong, td[width='150'] span.name b"],
            date: ["p.author time", "p.author"],
            byline: ["td[width='150'] + td span.postdetails"]),
        comments: [
            CommentRules(
                item: "#page-body div.post ~ div.post[id^='p']",
                idPrefixes: ["p"],
                body: [".content"],
                excluded: [".signature", ".notice"],
                author: ["p.author strong", ".postprofile .username, .postprofile .username-coloured"],
                date: ["p.author time", "p.author"],
                permalink: ["p.author a[href*='#p']", "h3 a[href*='#p']"]),
            // Three rows a post, and at least two rows of headings above the first.
            CommentRules(
                shape: .beginsWithItem,
                item: ".forumline tr ~ tr ~ tr ~ tr ~ tr > td[width='150'][valign=top]",
                body: ["span.postbody"],
                author: ["span.name b"],
                date: ["td + td span.postdetails"],
                permalink: ["td + td a[href*='viewtopic.php']"]),
        ],
        furtherPages: [".pagination .next a", ".pagination a[rel=next]"])
}
