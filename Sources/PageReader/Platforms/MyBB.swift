extension Platform {
    /// MyBB: the first post opens the thread, the others answer it.
    ///
    /// Generations: `div.post#post_123` (1.8), a table of the same id (1.2 to 1.6). Sample: mybb.html.
    static let myBB = Platform(
        name: "mybb",
        evidence: [
            "a[href='http://www.mybb.com']", "a[href='https://mybb.com']", "a[href='http://mybb.com']", "a[href='http://www.mybboard.net']",
            "link[href*='/cache/themes/theme']", "#posts .post_content > .post_head", "input[name=my_post_key]",
        ],
        post: PostRules(
            title: ["#posts_container .thead strong", ".thead strong", "#posts strong"],
            body: [".post_body"],
            excluded: [".post_edit"],
            author: ["#posts .largetext"],
            date: ["#posts .post_date", "#posts td.trow1 > .float_left"]),
        comments: [
            CommentRules(
                item: "#posts .post ~ .post[id^='post_'], #posts table ~ table[id^='post_']",
                idPrefixes: ["post_"],
                body: [".post_body"],
                excluded: [".post_edit"],
                author: [".author_information .largetext", ".largetext"],
                date: [".post_date"],
                permalink: ["a[href*='#pid']"])
        ],
        furtherPages: [".pagination a.pagination_next"])
}
