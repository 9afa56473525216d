extension Platform {
    /// Cusdis, whose frame is saved with the page or as a page of its own. Its classes are those of a style kit, so the comments are looked for in
    /// its frame only. Sample: cusdis.html.
    static let cusdis = Platform(
        name: "cusdis",
        evidence: ["link[href*='cusdis']", ".cusdis-comment-content", "a[href*='//cusdis.com'].underline"],
        comments: [
            CommentRules(
                item: "#root div.my-4",
                body: [".my-2"],
                author: [".items-center > .font-medium"],
                date: ["div.text-sm"]),
            CommentRules(
                item: ".cusdis-padding",
                body: [".cusdis-comment-content"],
                author: [".cusdis-comment-nickname"],
                date: [".cusdis-comment-date"]),
        ])
}
