extension Platform {
    /// OpenWeb, formerly Spot.IM, as a saved page holds it: the hooks for style sheets stay while its classes change. Sample: openweb.html.
    static let openWeb = Platform(
        name: "openweb",
        evidence: ["[data-spot-im-class='message-text']"],
        comments: [
            CommentRules(
                item: "[data-spot-im-class='message-view'], [data-message-id]",
                idAttribute: "data-message-id",
                body: ["[data-spot-im-class='message-text']"],
                author: ["[data-spot-im-class='message-username']"],
                date: ["[data-spot-im-class='message-timestamp']"])
        ])
}
