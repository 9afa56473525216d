extension Platform {
    /// Talkyard's embedded comments and topics, and its ancestor Debiki: every post is `post-N` with its head and body. Sample: talkyard.html.
    static let talkyard = Platform(
        name: "talkyard",
        evidence: [".dw-p .dw-p-bd", ".dw-t .dw-p-hd"],
        comments: [
            CommentRules(
                item: ".dw-t .dw-p[id^='post-'], .dw-res .dw-p[id^='post-'], .dw-single-and-multireply-blocks .dw-p[id^='post-']",
                idPrefixes: ["post-"],
                body: [".dw-p-bd-blk", ".dw-p-bd"],
                author: [".dw-p-by .esP_By_F", ".dw-p-by .esP_By_U", ".dw-p-by"],
                date: [".dw-p-at"],
                depthClass: "dw-depth-")
        ])
}
