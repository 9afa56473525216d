extension Platform {
    /// Overblog (over-blog.com, .fr, .org and own domains), the blogs of 2004 to 2012 and those of the platform after.
    ///
    /// Generations: `li.ob-comment` or `div.ob-comment` with `ob-name`, `ob-date` and `ob-text`, replies in `ob-list` inside (2012 on); boxes
    /// in `.commentaires` whose line reads "Commentaire n°1 posté par NAME le DATE" (before). Sample: overblog.html.
    static let overblog = Platform(
        name: "overblog",
        generators: ["over-blog", "overblog"],
        evidence: [
            ".ob-comments .ob-comment", ".ob-sections .ob-section", "link[href*='assets.over-blog']", "link[href*='fdata.over-blog']",
            "link[href*='resize.over-blog']", "link[href*='.over-blog.com/'][rel=alternate]", ".beforeArticle ~ .divTitreArticle",
        ],
        post: PostRules(
            title: [".ob-post-title", ".post-title", ".divTitreArticle h2", "h2.titreArticle", ".titreArticle"],
            body: [".ob-sections", ".contenuArticle"],
            excluded: [".ob-section-ads", ".ob-pub"],
            author: [".ob-post-author", ".post-author a", ".post-author"],
            date: [".ob-post-date", "time.published", ".post-date", ".beforeArticle"],
            byline: [".afterArticle"]),
        comments: [
            CommentRules(
                item: ".ob-comment",
                idPrefixes: ["comment-", "ob-comment-", "comment"],
                body: [".ob-text", ".ob-message"],
                author: [".ob-website", ".ob-name", ".ob-user"],
                date: [".ob-date"]),
            CommentRules(
                item: ".commentaires .commentaire, #comments .commentaire, .commentaires > div.comment, #comments > div.comment",
                idPrefixes: ["comment"]),
        ],
        furtherPages: [".ob-comments .ob-pagination a"])
}
