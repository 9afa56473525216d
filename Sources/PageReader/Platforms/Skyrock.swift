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
            "link[href*='.skyblog.com/']", "link[href*='static.v41.skyrock.com']",
        ],
        post: PostRules(
            title: ["div[id^='a-'] h2", "div[id^='a-'] h3", "article h1"],
            body: ["div[id^='a-'] .text-image-container", "div[id^='a-'] .text-container"],
            excluded: [".share", ".article-share"],
            date: ["div[id^='a-'] time[itemprop=dateCreated]"]),
        comments: [
            CommentRules(
                item: "li[itemprop=comment], div[itemprop=comment], ul.comments > li[id], ol.comments > li[id], #comments li[id]",
                idPrefixes: ["com-", "comment-", "comment", "com", "c-", "r-"])
        ],
        furtherPages: [".comments .pagination a", "#comments .pagination a"])
}
