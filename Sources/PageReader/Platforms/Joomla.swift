extension Platform {
    /// Joomla with the comment extensions JComments, K2 and Komento.
    ///
    /// Generations: `div#comment-item-12` around `.comment-box`, replies inside or under it (JComments); `ul.itemCommentsList > li` (K2);
    /// `li.kmt-item` with the parent's id in an attribute (Komento). Samples: joomla.html, joomla-buttons.html (JComments with title and
    /// buttons among the words).
    static let joomla = Platform(
        name: "joomla",
        generators: ["joomla"],
        evidence: [
            "#jc .comment-box", "#jc #comments", "ul.itemCommentsList", ".kmt-list .kmt-item", "link[href*='/components/com_']",
            "link[href*='/media/jui/']",
            "link[href*='/media/system/css/']", "link[href*='/media/k2/']", "#k2Container",
        ],
        post: PostRules(
            title: [
                "h2.itemTitle", ".item-page h1[itemprop=headline]", ".item-page h2[itemprop=headline]", ".item-page h1", ".item-page h2",
                "h2.contentheading", "td.contentheading",
            ],
            body: [".itemIntroText", ".itemFullText", "[itemprop=articleBody]", ".article-content"],
            author: [".itemAuthor a", ".itemAuthor", ".createdby [itemprop=name]"],
            date: [".itemDateCreated", "time[itemprop=datePublished]", ".published time", ".create time", ".createdate"],
            byline: [".createdby"]),
        comments: [
            CommentRules(
                item: "#jc div[id^='comment-item-'], #comments div[id^='comment-item-']",
                idPrefixes: ["comment-item-"],
                body: [".comment-body"],
                excluded: [".comment-title", ".comments-buttons", ".comments-vote"],
                author: [".comment-author", ".author-homepage"],
                date: [".comment-date"],
                permalink: ["a.comment-anchor"]),
            CommentRules(
                item: "ul.itemCommentsList > li",
                idPrefixes: ["comment"],
                excluded: [".commentLink", ".commentToolbar"],
                author: [".commentAuthorName a", ".commentAuthorName"],
                date: [".commentDate"],
                permalink: [".commentLink a"]),
            CommentRules(
                item: "li.kmt-item",
                idPrefixes: ["kmt-"],
                body: [".kmt-text", ".commentText"],
                author: [".kmt-author"],
                date: [".kmt-time time", ".kmt-time"],
                permalink: [".kmt-permalink a", ".kmt-permalink-wrap a", ".kmt-time a"],
                parentAttribute: "parentid"),
        ],
        furtherPages: ["#jc #nav-top a", "#jc .pagination a", ".itemCommentsPagination a"])
}
