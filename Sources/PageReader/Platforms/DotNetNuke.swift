extension Platform {
    /// DotNetNuke with its Blog module (6 on).
    ///
    /// A comment is `div.comment` with a number, replies stand in `.subcomments` inside; `data-time` has the moment. Sample:
    /// dotnetnuke.html.
    static let dotNetNuke = Platform(
        name: "dotnetnuke",
        evidence: ["link[href*='/DesktopModules/Blog/']", ".blog_comments .blog_commenttotals"],
        post: PostRules(
            title: ["article.post-details > header h2", ".blog-main-content header h2"],
            body: ["article.post-details"],
            excluded: ["header", ".info", ".socialbar"],
            author: ["article.post-details .byline a[href*='author=']"],
            date: ["article.post-details .info .date"]),
        comments: [
            CommentRules(
                item: "div.comment[id^='commentDiv']",
                idPrefixes: ["commentDiv"],
                body: [".content"],
                excluded: [".actions"],
                author: [".author .profile"],
                date: ["abbr.moment"])
        ])
}
