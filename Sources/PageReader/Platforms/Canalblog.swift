extension Platform {
    /// Canalblog, 2003 to 2023: its own templates on canalblog.com and on the blogs' own domains.
    ///
    /// Comments are `div.comment_item` in `ul#comment_list`, or without a list on old pages; a heading may stand above the words, and
    /// `div.itemfooter` stands below them: "Posté par NAME, 23 août 2014 à 18:29 | Répondre". Sample: canalblog.html.
    static let canalblog = Platform(
        name: "canalblog",
        generators: ["canalblog"],
        evidence: ["link[href*='static.canalblog.com']", "link[href*='www.canalblog.com/cf/']"],
        post: PostRules(
            title: [".item_div > h3", ".item_div > h2 a[rel=bookmark]", ".blogbody h3"],
            body: [".item_div > .articlebody", ".item_div"],
            excluded: [
                ".item_div > h2", ".item_div > h3", ".dateheader", ".itemfooter", ".share_widget", "#blognavigationnew", ".relatedlinks",
            ],
            author: [".articlecreator"],
            date: [".item_div > .dateheader", ".item_div > h2", "h2.dateheader"],
            byline: [".item_div > .itemfooter", ".blogbody .itemfooter"]),
        comments: [
            CommentRules(
                item: "div.comment_item",
                idPrefixes: ["comment_", "c"],
                excluded: [".pp-container", "h3", ".comment_rating", ".comment_reply", ".share_widget"],
                byline: ["div.itemfooter"],
                depthClass: "level-")
        ])
}
