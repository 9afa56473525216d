extension Platform {
    /// Ghost, whose own comments are loaded by a script into a frame: a page as served has the post alone. Sample: ghost.html.
    static let ghost = Platform(
        name: "ghost",
        generators: ["ghost "],
        evidence: [".gh-content.gh-canvas", "article.post-full .post-full-content"],
        post: PostRules(
            title: ["h1.gh-article-title", "h1.article-title", "h1.post-full-title", "h1.post-title"],
            body: [".gh-content", ".post-full-content .post-content", ".post-full-content", "section.post-content"],
            excluded: [".subscribe-form", ".post-upgrade-cta", ".kg-signup-card"],
            author: [
                ".gh-article-author-name a", ".gh-article-author-name", "h4.author-name a", ".post-full-byline .author-name a",
                ".author-card-name a", ".author-card-name",
            ],
            date: [
                "time.gh-article-meta-date", ".gh-article-meta time", "time.byline-meta-date", "time.post-full-meta-date", "time.post-date",
            ]))
}
