extension Platform {
    /// Eklablog (2008 on; on Overblog's program since 2023, which is read as that).
    ///
    /// Modules hold everything: `.module_article` the post, `.comments` the comments, each with its number. Sample: eklablog.html.
    static let eklablog = Platform(
        name: "eklablog",
        generators: ["eklablog"],
        evidence: [
            "link[rel=stylesheet][href*='ekladata.com/']", "link[href*='.eklablog.com/'][rel=alternate]",
            "link[href*='.eklablog.fr/'][rel=alternate]",
            "link[href*='.eklablog.com/'][rel=canonical]", "link[href*='.eklablog.fr/'][rel=canonical]",
            "link[href*='static.eklablog.com']",
        ],
        post: PostRules(
            title: [".module_article .module_titre", ".article_title", ".module_titre h1", ".module_titre h2"],
            body: [".module_article .module_contenu", ".article_text"],
            excluded: [".module_article_footer", ".comments", ".share", "#comments"],
            author: [".article_info a[href*='profile']"],
            date: [".module_article time", ".article_info time", ".article_date"],
            byline: [".module_article_footer"]),
        comments: [
            CommentRules(
                item: ".comments .comment[id], #comments .comment[id], .module_comments .comment",
                idPrefixes: ["comment_", "comment-", "comment"],
                body: [".comment_text", ".comment_content"],
                author: [".comment_author", ".comment_pseudo"],
                date: [".comment_date", "time"])
        ])
}
