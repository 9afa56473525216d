extension Platform {
    /// TYPO3 with the extensions comments (4 to 6, under news and pages), t3extblog (6 on) and blog (8 on).
    ///
    /// Generations: `article.postcomment` with schema.org names (blog); `div.tx-comments-comment-1` and `-2` in turn (comments);
    /// `div.comment` with columns (t3extblog); `li.comment` (pw_comments). Samples: typo3.html, typo3-columns.html (t3extblog).
    static let typo3 = Platform(
        name: "typothree",
        generators: ["typo3"],
        evidence: [
            "link[href*='typo3conf/ext/']", "link[href*='typo3temp/']", ".tx-comments-comments", ".tx-blog-comment", "article.postcomment",
            "#typo3-page", ".tx-t3extblog",
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
                item: ".tx-t3extblog div.comment[id^='comment-']",
                idPrefixes: ["comment-"],
                body: [".row > div ~ div"],
                excluded: [".row > div ~ div > strong:first-child"],
                author: [".row > div:first-child strong"],
                date: [".row > div:first-child p"]),
            CommentRules(
                item: ".tx-pwcomments li.comment, #comments .comments-list > li, .tx-blog-comment",
                idPrefixes: ["comment-", "comment", "c"]),
        ])
}
