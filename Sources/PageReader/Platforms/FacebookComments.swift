extension Platform {
    /// The comments plugin of Facebook, whose frame is saved with the page or as a page of its own. Sample: facebook.html.
    ///
    /// The names of its classes are made by machines, yet stayed from 2015 on: `_3-8y` is a comment, `_44ri` the box of its replies.
    static let facebookComments = Platform(
        name: "facebook",
        evidence: [".fbFeedbackPost .postText", "a.UFICommentActorName"],
        comments: [
            CommentRules(
                item: "._3-8y",
                body: ["._5mdd", "._30o4"],
                author: ["a.UFICommentActorName", ".UFICommentActorName"],
                date: ["abbr.livetimestamp"],
                permalink: ["a.uiLinkSubtle"]),
            CommentRules(
                item: ".UFIComment",
                body: [".UFICommentBody", "._5mdd"],
                author: [".UFICommentActorName"],
                date: ["abbr.livetimestamp"]),
            CommentRules(
                item: ".fbFeedbackPost, .fbFeedbackReply",
                body: [".postText"],
                author: ["a.profileName", ".profileName"],
                date: ["abbr.livetimestamp", "abbr.timestamp"]),
        ])
}
