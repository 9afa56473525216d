extension Platform {
    /// wpDiscuz 2 to 7, the comment plugin of many WordPress sites.
    ///
    /// Version 7 renamed every class from `wc-` to `wpd-`; dates are relative ("2 years ago"), with the full date in `title` from version 7 on.
    /// Replies are inside the comment that they answer, and a class counts the depth. Sample: wpdiscuz.html, wpdiscuz-old.html.
    static let wpDiscuz = Platform(
        name: "wpdiscuz",
        evidence: ["div[id^='wpd-comm-']", "div[id^='wc-comm-']", ".wc-comment[class*='wc_comment_level-']"],
        comments: [
            CommentRules(
                item: ".wpd-comment[id^='wpd-comm-']",
                idPrefixes: ["comment-"],
                body: [".wpd-comment-text"],
                excluded: [".wpd-reply-to", ".wpd-comment-footer", ".wpd-comment-last-edited", ".wpd-inline-feedback-wrapper"],
                author: [".wpd-comment-author a", ".wpd-comment-author"],
                date: [".wpd-comment-date"],
                parentLink: [".wpd-reply-to a[href*='#comment-']"],
                depthClass: "wpd_comment_level-"),
            CommentRules(
                item: ".wc-comment[id^='wc-comm-'], .wc-comment[class*='wc_comment_level-']",
                idPrefixes: ["comment-"],
                body: [".wc-comment-text"],
                excluded: [".wc-comment-footer", ".wc-last-edited", ".wc-reply-to"],
                author: [".wc-comment-author a", ".wc-comment-author"],
                date: [".wc-comment-date"],
                parentLink: [".wc-comment-header .wc-reply-to a[href*='#comment-']"],
                depthClass: "wc_comment_level-"),
        ],
        furtherPages: [".wpdiscuz-comment-pagination a.page-numbers[href]"])
}
