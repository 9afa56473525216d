extension Platform {
    /// MyBB: the first post opens the thread, the others answer it.
    ///
    /// Generations: `div.post#post_123` (1.8), a table of the same id (1.2 to 1.6), and the plain pages of its archive, whose ids are
    /// nothing but the number. Samples: mybb.html, mybb-archive.html.
    static let myBB = Platform(
        name: "mybb",
        evidence: [
            "a[href='http://www.mybb.com']", "a[href='https://mybb.com']", "a[href='http://mybb.com']", "a[href='http://www.mybboard.net']",
            "link[href*='/cache/themes/theme']", "#posts .post_content > .post_head", "input[name=my_post_key]",
            "link[href*='/archive/screen.css']", "#content > .post > .header > .dateline",
        ],
        post: PostRules(
            title: ["#posts_container .thead strong", ".thead strong", "#posts strong", "#fullversion a"],
            body: [".post_body", "#content .post .message"],
            excluded: [".post_edit"],
            author: ["#posts .largetext", "#content .post .author"],
            date: ["#posts .post_date", "#posts td.trow1 > .float_left", "#content .post .dateline"]),
        comments: [
            CommentRules(
                item: "#posts .post ~ .post[id^='post_'], #posts table ~ table[id^='post_']",
                idPrefixes: ["post_"],
                body: [".post_body"],
                excluded: [".post_edit"],
                author: [".author_information .largetext", ".largetext"],
                date: [".post_date"],
                permalink: ["a[href*='#pid']"]),
            CommentRules(
                item: "#content > .post ~ .post",
                idAttribute: "id",
                body: [".message"],
                author: [".author"],
                date: [".dateline"]),
        ],
        furtherPages: [".pagination a.pagination_next"])
}
