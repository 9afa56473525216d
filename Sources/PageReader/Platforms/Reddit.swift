extension Platform {
    /// Reddit: threads of the old site, and of the one of 2023 on whose comments are elements of their own. Sample: reddit.html.
    static let reddit = Platform(
        name: "reddit",
        evidence: [".thing.comment[data-fullname]", ".thing.link[data-fullname]", "shreddit-post", "shreddit-comment"],
        post: PostRules(
            title: [".thing.link a.title", "h1[slot=title]"],
            body: [".thing.link .usertext-body .md", "shreddit-post [slot=text-body]"],
            author: [".thing.link .tagline .author", "shreddit-post [slot=credit-bar] a[href*='/user/']"],
            date: [".thing.link .tagline time", "shreddit-post [slot=credit-bar] time"]),
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
        ])
}
