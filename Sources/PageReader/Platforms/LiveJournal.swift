extension Platform {
    /// LiveJournal: the tree of comments of today (`b-leaf`), the styles of S2 (`ljcmt123`), and the tables of S1, where a spacer image is as
    /// wide as the reply is deep.
    ///
    /// Samples: livejournal.html, livejournal-styles.html, livejournal-bars.html, livejournal-tables.html.
    static let liveJournal = Platform(
        name: "livejournal",
        generators: ["livejournal"],
        evidence: [
            "link[href*='.livejournal.net/']", "link[href*='.livejournal.com/'][rel~='alternate']", "link[href*='stat.livejournal.com']",
            "img[src*='stat.livejournal.com/']", "img[src*='l-stat.livejournal.net/']", "form[action*='livejournal.com/talkpost']",
            "meta[property='og:site_name'][content='LiveJournal']", "div[id^='ljcmt']", ".b-tree .b-leaf",
        ],
        post: PostRules(
            title: [
                "h1.aentry-post__title", ".b-singlepost-title", "dt.entry-title", ".entry .subject", ".entry-title", "h3.entryHeader",
                "font[size='+1'] > i > b",
            ],
            body: [
                ".aentry-post__text", ".b-singlepost-body", ".entry-content .entry-text", "dd.entry-text .entry-content", ".entry-content",
                "dd.entry-text", ".entryText", ".entry_text",
            ],
            excluded: [".entry-poster", ".entry-date", ".lj-like", ".ljtags", ".currents"],
            author: [
                ".aentry-head__username .i-ljuser-username", ".b-singlepost-author .i-ljuser-username",
                ".entry-poster .ljuser a:not([href*='/profile'])",
            ],
            date: [
                "time.aentry-head__date", ".b-singlepost-author-date", ".entry-date abbr.updated", ".entry-date", ".date-entry",
            ]),
        comments: [
            CommentRules(
                item: ".b-leaf[id^='t']",
                idPrefixes: ["t"],
                body: [".b-leaf-article"],
                excluded: [".b-leaf-subject", ".b-leaf-footer"],
                author: [".b-leaf-username .i-ljuser-username", ".b-leaf-username .ljuser a:not([href*='/profile'])", ".b-leaf-username"],
                date: [".b-leaf-createdtime"],
                permalink: ["a.b-leaf-permalink"],
                depthClass: "b-tree-twig-"),
            CommentRules(
                item: "div[id^='ljcmt']",
                idPrefixes: ["ljcmt", "t"],
                body: [
                    ".comment-text", ".comment-body", ".comment_text", ".commentText", ".comment_bar_one + div, .comment_bar_two + div",
                    "table[id^='cmtbar'] > tr + tr > td, table[id^='cmtbar'] > tbody > tr + tr > td",
                ],
                author: [
                    ".ljuser a:not([href*='/profile']):not([href*='userinfo'])", ".ljuser b", ".comment-poster", ".comment-poster-info",
                    ".comment-author", "span.ljuser", ".comment_bar_one th + td, .comment_bar_two th + td",
                    "table[id^='cmtbar'] table td > i",
                ],
                date: [".comment-date abbr", ".comment-date", ".comment_date", ".datesubject abbr"],
                permalink: [".comment-permalink a", "a.comment-permalink"],
                parentLink: [".comment-parent a[href*='#t']", "a.comment-parent"],
                // margin-left: 25px
                depthAttribute: "style"),
            CommentRules(
                shape: .beginsWithItem,
                item: "a[name^='t']:not([href])",
                idPrefixes: ["t"],
                body: ["tr + tr > td"],
                excluded: ["font[size='-2']"],
                author: [".ljuser a:not([href*='/profile']):not([href*='userinfo'])", ".ljuser b"],
                permalink: ["a[href*='thread=']"],
                depthElement: "td > img[src*='dot.gif']", depthAttribute: "width"),
        ],
        furtherPages: [".comments-pages a[href*='page=']", ".b-pager a[href*='page=']"])
}
