extension Platform {
    /// TYPO3 with the extensions comments (4 to 6, under news and pages) and blog (8 on).
    ///
    /// Generations: `article.postcomment` with schema.org names (blog); `div.tx-comments-comment-1` and `-2` in turn (comments); `li.comment`
    /// (pw_comments). Sample: typo3.html.
    static let typo3 = Platform(
        name: "typothree",
        generators: ["typo3"],
        evidence: [
            "link[href*='typo3conf/ext/']", "link[href*='typo3temp/']", ".tx-comments-comments", ".tx-blog-comment", "article.postcomment",
            "#typo3-page",
        ],
        post: PostRules(
            title: [".news-single-item h1", ".news-single-item h2", ".news-single h1", "article.post h1", ".article [itemprop=headline]"],
            body: [".news-single-item .news-text-wrap", ".news-text-wrap", "[itemprop=articleBody]"],
            author: [".postauthor__title", ".news-list-author", ".news-single-author"],
            date: ["time[itemprop=datePublished]", ".news-list-date time", ".news-single-timedata", ".news-single-rightbox"]),
        comments: [
            CommentRules(
                item: "article.postcomment",
                idPrefixes: ["comment-"],
                body: [".postcomment__comment"],
                author: [".postcomment__author"],
                date: [".postcomment__time time", ".postcomment__time"]),
            CommentRules(
                item: ".tx-comments-comments > div[class*='tx-comments-comment-']",
                body: [".tx-comments-comment-content"],
                excluded: [".tx-comments-rating", ".tx-comments-comment-report"],
                author: [".tx-comments-comment-name"],
                date: [".tx-comments-comment-date"]),
            CommentRules(
                item: ".tx-pwcomments li.comment, #comments .comments-list > li, .tx-blog-comment",
                idPrefixes: ["comment-", "comment", "c"]),
        ])
}
