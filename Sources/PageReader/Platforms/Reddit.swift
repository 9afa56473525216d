extension Platform {
    /// Reddit: threads of the old site, of the one of 2018, where only an indent says how deep a reply is, and of the one of 2023 on whose
    /// comments are elements of their own. Samples: reddit.html, reddit-indents.html, reddit-elements.html.
    static let reddit = Platform(
        name: "reddit",
        evidence: [
            ".thing.comment[data-fullname]", ".thing.link[data-fullname]", "shreddit-post", "shreddit-comment",
            "[data-testid=post-comment-header] a[data-testid=comment_author_link]",
        ],
        post: PostRules(
            title: [".thing.link a.title", "h1[slot=title]", "[data-testid=post-container] h1"],
            body: [
                ".thing.link .usertext-body .md", "shreddit-post [slot=text-body]",
                "[data-testid=post-container] [data-click-id=text] .RichTextJSON-root", "[data-test-id=post-content] .RichTextJSON-root",
            ],
            author: [
                ".thing.link .tagline .author", "shreddit-post [slot=credit-bar] a[href*='/user/']", "a[data-testid=post_author_link]",
            ],
            date: [
                ".thing.link .tagline time", "shreddit-post [slot=credit-bar] time", "[data-testid=post_timestamp]",
                "a[data-click-id=timestamp]",
            ]),
        comments: [
            CommentRules(
                item: ".thing.comment",
                idAttribute: "data-fullname",
                body: [".usertext-body .md", ".usertext-body"],
                author: [".tagline .author", ".tagline em"],
                date: [".tagline time"],
                permalink: ["a.bylink"]),
            CommentRules(
                item: "shreddit-comment",
                idAttribute: "thingid",
                body: ["[slot=comment]"],
                author: ["[slot=commentMeta] a[href*='/user/']"],
                date: ["time"],
                permalink: ["a[href*='/comment/']"],
                parentAttribute: "parentid"),
            CommentRules(
                item: "div[style*='padding-left']:has(.Comment[class*='t1_'])",
                idPrefixes: ["t1_"],
                body: ["[data-testid=comment]"],
                author: ["a[data-testid=comment_author_link]"],
                date: ["a[data-testid=comment_timestamp]"],
                permalink: ["a[data-testid=comment_timestamp]"],
                depthAttribute: "style"),
        ])
}
