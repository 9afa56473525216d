extension Platform {
    /// vBulletin: the first post opens the thread, the others answer it.
    ///
    /// Generations: tables (3.x), `li.postcontainer` (4.x), `li.b-post` (5.x and 6), tables side by side in which the words have no id
    /// (3.0), and the plain pages of its archive. Samples: vbulletin-tables.html, vbulletin.html, vbulletin-nodes.html,
    /// vbulletin-neighbours.html, vbulletin-archive.html.
    static let vBulletin = Platform(
        name: "vbulletin",
        generators: ["vbulletin"],
        evidence: [
            "link[href*='clientscript/vbulletin']", "input[name=vb_login_username]", "li.postcontainer[id^='post_']",
            "table[id^='post'] [id^='post_message_']",
            "table[id^='post'] > tr > [id^='td_post_'], table[id^='post'] > tbody > tr > [id^='td_post_']",
            ".pagebody > .post > .posttop > .username",
        ],
        post: PostRules(
            title: [
                ".threadtitle a", ".threadtitle", "h1.b-page-title, h1.main-title", "td.navbar strong", ".pagebody .largefont a",
            ],
            body: [
                ".postcontent", ".js-post__content-text", "[id^='post_message_']",
                "[id^='td_post_']:not(:has([id^='post_message_'])) > div:not(.smallfont)", ".pagebody .posttext",
            ],
            excluded: [".signaturecontainer", ".after_content", ".postbit-signature"],
            author: [
                "#posts .username_container .username, .b-post .b-userinfo__details .author, #posts .bigusername, #posts [id^='postmenu_']",
                ".bigusername, [id^='postmenu_']", ".pagebody .posttop .username",
            ],
            date: [
                ".posthead .postdate .date", ".b-post__timestamp time", "#posts td.thead", "table[id^='post'] td.thead",
                ".pagebody .posttop .date",
            ]),
        comments: [
            CommentRules(
                item: "li.postcontainer ~ li.postcontainer",
                idPrefixes: ["post_"],
                body: [".postcontent"],
                author: [".username_container .username", ".userinfo .username"],
                date: [".posthead .postdate .date", ".posthead .date"],
                permalink: ["a.postcounter"]),
            CommentRules(
                item: "li.b-post ~ li.b-post[data-node-id]",
                idAttribute: "data-node-id",
                body: [".js-post__content-text", ".b-post__content"],
                excluded: [".b-post__edit", ".postbit-signature"],
                author: [".author a", ".author"],
                date: ["time[itemprop=dateCreated]", ".b-post__timestamp"],
                permalink: ["a.b-post__count"]),
            CommentRules(
                item: "#posts > div ~ div table[id^='post']:not([id^='post_'])",
                idPrefixes: ["post"],
                body: ["[id^='post_message_']"],
                author: [".bigusername", "[id^='postmenu_']"],
                date: ["td.thead"],
                permalink: ["a[href*='showpost.php']", "a[href*='#post']"]),
            CommentRules(
                item: "table[id^='post'] ~ table[id^='post']:has([id^='td_post_'])",
                idPrefixes: ["post"],
                body: ["[id^='post_message_']", "[id^='td_post_'] > div:not(.smallfont)"],
                author: [".bigusername", "[id^='postmenu_']"],
                date: ["td.thead"],
                permalink: ["a[href*='showpost.php']", "a[href*='#post']"]),
            CommentRules(
                item: ".pagebody > .post ~ .post",
                body: [".posttext"],
                author: [".username"],
                date: [".date"]),
        ],
        furtherPages: [".pagination .prev_next a[rel=next]", ".pagenav a[rel=next]"])
}
