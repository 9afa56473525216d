extension Platform {
    /// Lobsters: replies stand in a list behind the comment. Sample: lobsters.html.
    static let lobsters = Platform(
        name: "lobsters",
        evidence: [".comments .comment[data-shortid]", "ol.stories li.story[data-shortid]"],
        post: PostRules(
            title: [".story .link a"],
            body: [".story_text"],
            author: [".story .byline a.u-author", ".story .byline a ~ a[href^='/~'], .story .byline a ~ a[href^='/u/']"],
            date: [".story .byline time", ".story .byline span[title]"]),
        comments: [
            CommentRules(
                item: ".comment[data-shortid]",
                idAttribute: "data-shortid",
                body: [".comment_text"],
                // The first link is a picture.
                author: [
                    ".byline a[href^='/~'] ~ a[href^='/~'], .byline a[href^='/u/'] ~ a[href^='/u/']",
                    ".byline a[href^='/~'], .byline a[href^='/u/']",
                ],
                date: [".byline time", ".byline span[title]"],
                permalink: [".byline a[href*='/c/']", ".byline a[href*='#c_']"])
        ])
}
