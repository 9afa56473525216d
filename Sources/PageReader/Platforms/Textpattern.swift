extension Platform {
    /// Textpattern 1.19 to 4.9 with its default forms.
    ///
    /// Generations: list items whose words end with "— NAME · DATE · #" (1.19 to 4.4); `article.comments` with schema.org names (4.5 on).
    /// Every comment has a link of the id `c000123`. Sample: textpattern.html.
    static let textpattern = Platform(
        name: "textpattern",
        generators: ["textpattern"],
        evidence: [
            "link[href*='/textpattern/css.php']", "link[href*='css.php?n=']", "form[id^='txpCommentInputForm']",
            "a[id^='c0000'][href*='#c0000']",
        ],
        post: PostRules(
            title: ["h1[itemprop=headline]", "article h1", "h1.entry-title"],
            body: ["[itemprop=articleBody]"],
            author: ["[itemprop=author] [itemprop=name]", ".author [itemprop=name]"],
            date: ["time[itemprop=datePublished]"]),
        comments: [
            CommentRules(
                item: "article.comments, article.comment, li.comment, div.comment",
                idPrefixes: ["c"],
                body: ["[itemprop=text]", ".comment-body", ".comment_message"],
                author: [".comment-author [itemprop=name]", ".comment-author"],
                date: ["time[itemprop=dateCreated]", "time"],
                permalink: [".comment-anchor a", "a[href*='#c0']"]),
            CommentRules(
                item: "ol.comments > li, #comments-list > li, div.comments > div, #cpreview ~ ol > li",
                idPrefixes: ["c"],
                permalink: ["a[href*='#c0']"]),
        ])
}
