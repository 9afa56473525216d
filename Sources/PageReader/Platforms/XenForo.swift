extension Platform {
    /// XenForo: the first message opens the thread, the others answer it; a quote names the message it is from.
    ///
    /// Generations: `article.message--post` (2.x), `li.message` (1.x). Sample: xenforo.html.
    static let xenForo = Platform(
        name: "xenforo",
        evidence: ["html#XF", "html#XenForo", "article.message--post[data-content^='post-']", "ol.messageList > li.message[data-author]"],
        post: PostRules(
            title: [".p-title-value", ".titleBar h1"],
            body: [".message--post .message-body .bbWrapper", "li.message .messageText"],
            excluded: [".bbCodeBlock-expandLink", ".js-selectToQuoteEnd", ".messageTextEndMarker", ".quoteExpand"],
            author: [".message--post .message-name .username, .messageUserBlock .username"],
            date: [".message--post .message-attribution time, .messageList .messageMeta .DateTime"]),
        comments: [
            CommentRules(
                item: ".message--post ~ .message--post",
                idPrefixes: ["js-post-", "post-"],
                body: [".message-body .bbWrapper", ".message-body"],
                excluded: [".bbCodeBlock-expandLink", ".js-selectToQuoteEnd"],
                author: [".message-name .username", ".message-name"],
                date: [".message-attribution time"],
                permalink: [".message-attribution a[href*='post-']"],
                parentAttribute: "data-content-selector"),
            CommentRules(
                item: "li.message ~ li.message[id^='post-']",
                idPrefixes: ["post-"],
                body: [".messageText"],
                excluded: [".messageTextEndMarker", ".quoteExpand", ".AttributionLink"],
                author: [".messageUserBlock .username", ".messageMeta .author"],
                date: [".messageMeta .DateTime"],
                permalink: [".messageMeta a.datePermalink", ".messageMeta a.postNumber"],
                parentLink: [".bbCodeQuote a.AttributionLink"]),
        ],
        furtherPages: [".pageNav-jump--next", ".PageNav a.text[href*='page-']"])
}
