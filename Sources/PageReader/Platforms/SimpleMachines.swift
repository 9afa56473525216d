extension Platform {
    /// Simple Machines Forum (SMF): the first post opens the topic, the others answer it.
    ///
    /// Generations: `div.post_wrapper` (2.0 and 2.1), two cells in a row (1.x), and the page for printing (2.0), where each post is a
    /// line and a box. Samples: smf.html, smf-print.html.
    static let simpleMachines = Platform(
        name: "smf",
        evidence: [
            "li.copyright a[href*='simplemachines.org'], .copyright a[href*='simplemachines.org']", "#forumposts .post_wrapper",
            "form#quickModForm", "form[name=quickModForm]", "#posts .postheader ~ .postbody",
        ],
        post: PostRules(
            title: [
                "#display_head .display_title", "h1.topic_title", ".keyinfo [id^='subject_']", "[id^='subject_']",
                "#posts .postheader strong, #posts .postheader b",
            ],
            body: [".post_wrapper .inner", "td[width='85%'] .post", "#posts .postbody"],
            author: [
                ".post_wrapper .poster h4, #quickModForm td[width='16%'] b", "#posts .postheader br ~ strong, #posts .postheader br ~ b",
            ],
            date: [
                ".postinfo a.smalltext", ".keyinfo .smalltext", "td[width='85%'] .smalltext",
                "#posts .postheader br ~ strong ~ strong, #posts .postheader br ~ b ~ b",
            ]),
        comments: [
            CommentRules(
                item: "#forumposts div ~ div > .post_wrapper",
                idPrefixes: ["msg_icon_", "msg_", "msg"],
                body: [".inner"],
                author: [".poster h4 a[href*='profile']", ".poster h4"],
                date: [".postinfo a.smalltext", ".keyinfo .smalltext"],
                permalink: [".postinfo a[href*='#msg']", ".keyinfo a[href*='#msg']"]),
            CommentRules(
                shape: .beginsWithItem,
                item: "#quickModForm tr ~ tr td[width='16%'][rowspan]",
                idPrefixes: ["subject_"],
                body: [".post"],
                author: ["td > b"],
                date: ["[id^='subject_'] ~ .smalltext"],
                permalink: ["[id^='subject_'] a"]),
            CommentRules(
                shape: .beginsWithItem,
                item: "#posts .postheader ~ .postheader",
                body: [".postbody"],
                author: ["br ~ strong, br ~ b"],
                date: ["br ~ strong ~ strong, br ~ b ~ b"]),
        ],
        furtherPages: [".pagelinks a.nav_page"])
}
