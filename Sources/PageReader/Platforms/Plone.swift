extension Platform {
    /// Plone 2 to 6 with its discussions.
    ///
    /// Generations: `div.comment` with `documentByLine` and `commentBody`, replies by a level in the class (plone.app.discussion, 4 on);
    /// `.discussionItem`-like blocks with a subject (2 and 3), found by what they are. Sample: plone.html.
    static let plone = Platform(
        name: "plone",
        generators: ["plone"],
        evidence: [
            "link[href*='++plone++']", "link[href*='portal_css']", "link[href*='++resource++plone']", ".discussion .comment .commentBody",
        ],
        post: PostRules(
            title: ["h1.documentFirstHeading", "h1#parent-fieldname-title", "#content h1"],
            body: ["#parent-fieldname-text", "#content-core .newsImageContainer ~ div", "#content-core"],
            author: [".documentAuthor a", ".documentAuthor"],
            date: [".documentPublished", ".documentModified"]),
        comments: [
            CommentRules(
                item: ".discussion div.comment, div.comment[class*='replyTreeLevel']",
                idAttribute: "id",
                body: [".commentBody", ".comment-body"],
                excluded: [".commentActions", ".comment-actions", "h3"],
                byline: [".documentByLine"],
                author: [".documentByLine > a:not([href^='mailto:'])", ".documentByLine .author", ".comment-author"],
                date: [".commentDate", ".comment-date"],
                depthClass: "replyTreeLevel")
        ])
}
