extension Platform {
    /// Dreamwidth, in all styles that are built on its second core, and with the site's own scheme.
    ///
    /// Each comment is in a box with its depth; the thread's parent is named by a link where there is one. Sample: dreamwidth.html.
    static let dreamwidth = Platform(
        name: "dreamwidth",
        generators: ["dreamwidth"],
        evidence: ["link[href*='.dreamwidth.org/']", "a[href*='.dreamwidth.org/'] img[src*='dreamwidth.org/img/']", ".dwexpcomment"],
        post: PostRules(
            title: [".entry h3.entry-title", ".entry-title"],
            body: [".entry .entry-content", ".entry-content"],
            author: [".entry-poster .ljuser a:not([href*='/profile'])", ".entry-poster .ljuser b"],
            date: [".entry .header .datetime", ".entry .datetime"]),
        comments: [
            CommentRules(
                item: ".dwexpcomment[id^='cmt']",
                idPrefixes: ["cmt"],
                body: [".comment-content"],
                excluded: [".edittime"],
                author: [
                    ".comment-poster .ljuser a:not([href*='/profile'])", ".comment-poster .anonymous", ".comment-poster .ljuser b",
                    ".comment-poster",
                ],
                date: [".datetime"],
                permalink: [".commentpermalink a", ".comment-permalink a", "a[href*='#cmt']"],
                parentLink: [".commentparent a[href*='#cmt']", ".comment-parent a[href*='#cmt']"],
                depthClass: "comment-depth-")
        ],
        furtherPages: [".comment-pages a[href*='page=']"])
}
