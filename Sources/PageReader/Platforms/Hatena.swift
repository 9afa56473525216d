extension Platform {
    /// Hatena Blog, and Hatena Diary before it (2003 to 2019). Sample: hatena.html.
    static let hatena = Platform(
        name: "hatena",
        generators: ["hatena diary", "hatena::diary"],
        evidence: [
            "html[data-admin-domain*='hatena.ne.jp']", "li.entry-comment[id^='comment-'] .comment-nickname",
            "link[href*='cdn.blog.st-hatena.com']",
            ".hatena-body .commentator", "div.comment .commentator",
        ],
        post: PostRules(
            title: ["h1.entry-title", ".entry-title", "div.day .section h3.title", "div.day h2 .title"],
            body: [".entry-content", "div.day .section"],
            excluded: [".customized-footer", "h3.title", ".sectionheader", ".entry-footer", ".sectionfooter"],
            author: [".entry-footer .author .fn", ".author .fn"],
            date: [".entry-date time", ".entry-footer-time time", "div.day h2 .date"]),
        comments: [
            CommentRules(
                item: "li.entry-comment[id^='comment-']",
                idPrefixes: ["comment-"],
                body: [".comment-content"],
                author: [".comment-user-name"],
                date: [".comment-metadata time"]),
            CommentRules(
                item: "div.comment p:has(.commentbody)",
                idPrefixes: ["c"],
                body: [".commentbody"],
                author: [".commentator"],
                date: [".timestamp"]),
        ],
        trackbacks: [CommentRules(item: ".refererlist:has(a[name=tb]) li", author: ["a"])])
}
