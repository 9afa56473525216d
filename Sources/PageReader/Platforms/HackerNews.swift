extension Platform {
    /// Hacker News: a table row for each comment, indented by a picture of some width. Sample: hackernews.html.
    static let hackerNews = Platform(
        name: "hackernews",
        evidence: ["table#hnmain", "tr.athing"],
        post: PostRules(
            title: [".fatitem .titleline a", ".fatitem .title a", ".titleline a", "td.title a"],
            body: [".fatitem .toptext"],
            author: [".fatitem .hnuser"],
            date: [".fatitem .age"]),
        comments: [
            CommentRules(
                item: "tr.athing.comtr",
                idAttribute: "id",
                body: [".commtext", ".comment"],
                excluded: [".reply"],
                author: [".hnuser"],
                date: [".age"],
                permalink: [".age a"],
                depthElement: "td.ind img",
                depthAttribute: "width"),
            // 2007 to 2014; dates are relative.
            CommentRules(
                item: "td.default",
                body: [".comment"],
                excluded: [".reply"],
                author: [".comhead a[href^='user?id=']"],
                permalink: [".comhead a[href^='item?id=']"]),
        ],
        furtherPages: ["a.morelink"])
}
