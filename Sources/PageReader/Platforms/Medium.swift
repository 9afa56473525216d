extension Platform {
    /// Medium. The responses of pages of 2015 to 2018 are served with the page; later ones are loaded by a script. Sample: medium.html.
    static let medium = Platform(
        name: "medium",
        evidence: [
            "meta[property='al:ios:app_name'][content='Medium']", "link[href*='medium.com/osd.xml']",
            "link[href*='cdn-static-1.medium.com']",
            "link[href*='miro.medium.com/']",
        ],
        post: PostRules(
            title: ["article h1[data-testid='storyTitle']", "h1.pw-post-title", ".postArticle-content h1.graf--title", "h1.graf--title"],
            body: ["article.postArticle--full .postArticle-content"],
            excluded: ["h1.graf--title"],
            author: [
                "a[data-testid='authorName']", "[data-testid='authorName']", ".postMetaInline-authorLockup a[data-action='show-user-card']",
            ],
            date: ["[data-testid='storyPublishDate']", ".postMetaInline-authorLockup time"]),
        comments: [
            CommentRules(
                item: ".responsesStreamWrapper .streamItem--postPreview, .js-responsesStream .streamItem--postPreview",
                idAttribute: "data-post-id",
                body: [".postArticle-content"],
                excluded: [".postArticle-readMore"],
                author: [".postMetaInline-authorLockup a[data-action='show-user-card']", ".postMetaInline a.ds-link"],
                date: [".postMetaInline time"],
                permalink: [".postMetaInline .ui-caption a"])
        ])
}
