extension Platform {
    /// Skyrock, Skyblog before (2002 to 2023).
    ///
    /// Articles are `div#a-123` with `time[itemprop=dateCreated]`. The comments' markup changed often; they are found by what they are.
    /// Sample: skyrock.html.
    static let skyrock = Platform(
        name: "skyrock",
        generators: ["skyrock", "skyblog"],
        evidence: [
            "link[href*='.skyrock.net/']", "link[href*='.skyrock.com/'][rel=canonical]", "link[href*='.skyrock.com/'][rel=alternate]",
            "link[href*='.skyblog.com/']", "link[href*='static.v41.skyrock.com']", "#global.skyrock #articles_container .article_item",
        ],
        post: PostRules(
            item: ["#articles_container .article_item"],
            title: [".bloc_title", "div[id^='a-'] h2", "div[id^='a-'] h3", "article h1"],
            body: [".text-image-container", "div[id^='a-'] .text-container"],
            excluded: [".share", ".article-share"],
            date: ["time[itemprop=dateCreated]"]),
        comments: [
            CommentRules(
                item: "#blogcomments .comment-item",
                body: [".comment_info ~ p"],
                author: [".comment_info > strong:first-child", ".comment_info > a"],
                date: [".comment_info"]),
            CommentRules(
                item: "li[itemprop=comment], div[itemprop=comment], ul.comments > li[id], ol.comments > li[id], #comments li[id]",
                idPrefixes: ["com-", "comment-", "comment", "com", "c-", "r-"]),
        ],
        furtherPages: [".comments .pagination a", "#comments .pagination a"])
}
