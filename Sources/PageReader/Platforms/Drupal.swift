extension Platform {
    /// Drupal 5 to 11 with its core themes and those that keep their class names.
    ///
    /// Generations: `div.comment` behind `<a id="comment-12">` with a subject, `div.submitted` and `div.content` (5 to 7, since 7 with
    /// RDFa); `article.comment` with `footer.comment__meta` (8 on). Replies stand behind the comment in `div.indented`. A page that holds
    /// teasers and no whole post is a list of posts. The `data-comment-timestamp` of the mark for new comments (8 on) is the moment of the
    /// last change: where comments are moderated, that of the approval. So it is no date of a comment, not even of one that is "3 years
    /// ago". Samples: drupal.html, drupal-garland.html (6), drupal-bartik.html (7), drupal-list.html (teasers of 7), drupal-rows.html
    /// (teasers of 8 on), drupal-olivero.html (10).
    static let drupal = Platform(
        name: "drupal",
        generators: ["drupal"],
        evidence: [
            "link[href*='/sites/default/files/']", "link[href*='/sites/all/themes/']", "link[href*='/sites/all/modules/']",
            "link[href*='/core/themes/']", "link[href*='/modules/system/system.css']", "div.comment[typeof~='sioct:Comment']",
            "article[data-comment-user-id]", "form#comment-form[data-drupal-selector]",
        ],
        post: PostRules(
            item: [
                "body:not([class*='node-type-']):not(:has(.node-full, .node--view-mode-full, .view-mode-full, form.comment-form, .comment)) .node-teaser",
                "body:not([class*='node-type-']):not(:has(.node-full, .node--view-mode-full, .view-mode-full, form.comment-form, .comment)) .node--view-mode-teaser",
            ],
            title: [
                "h1.page-header", "h1#page-title", "h1.title", "#page-title", "h1.page-title", "h1.with-tabs", "h2.with-tabs",
                "body:not([class*='node-type-']):not(:has(.node-full, .node--view-mode-full, .view-mode-full, form.comment-form, .comment)) .node-teaser > h2",
            ],
            body: [".node .field-name-body", ".node__content .field--name-body", ".node > .content"],
            excluded: ["ul.links", ".links", "#comments", ".field-name-comments"],
            author: [
                ".node .submitted .username", ".node__submitted .username", ".node__meta .username", "[rel~='schema:author'] .username",
                ".node__meta .field--name-uid",
            ],
            date: [
                ".node .submitted [property~='dc:created']", ".node__meta [property='schema:dateCreated']", ".node > .submitted",
                ".node .submitted",
                ".node__submitted", ".node__meta",
            ],
            byline: [".node > .submitted", ".node .submitted"]),
        comments: [
            CommentRules(
                item: "article.comment, div.comment, article[data-comment-user-id], article.js-comment",
                idPrefixes: ["comment-"],
                body: [
                    "[property~='content:encoded']", "[property~='schema:text']", ".field--name-comment-body", ".field-name-comment-body",
                    ".comment__content .text-formatted",
                    ".comment > .content", ".comment .content",
                ],
                excluded: [".user-signature", ".links", "ul.links", "h3", ".comment__title"],
                byline: [".submitted", ".comment__submitted", "article.comment > footer"],
                author: [
                    ".comment__author .username", ".comment__author span", ".comment__author", ".submitted .username", ".username",
                    ".submitted a",
                ],
                date: [
                    ".comment__time", ".comment__submitted time", "[property~='dc:created']", ".comment-time", ".comment-date",
                ],
                permalink: [
                    "a.permalink", ".comment__permalink a", "h3 a[href*='#comment-']", ".title a[href*='#comment-']",
                    "a[href*='#comment-']",
                ],
                parentLink: [
                    ".parent a[href*='#comment-']", ".visually-hidden a[href*='#comment-']", ".element-invisible a[href*='#comment-']",
                ])
        ],
        furtherPages: ["#comments .pager a[href*='page=']", "#comments ul.pager li a", ".comment-wrapper .pager a"])
}
