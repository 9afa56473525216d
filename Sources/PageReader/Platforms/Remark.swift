extension Platform {
    /// Remark42, a self-hosted comment server whose frame is saved with the page or as a page of its own. Sample: remark.html.
    static let remark = Platform(
        name: "remark",
        evidence: ["[id^='remark42__comment-']", "#remark42 .comment__text"],
        comments: [
            CommentRules(
                item: ".comment[id^='remark42__comment-']",
                idPrefixes: ["remark42__comment-"],
                body: [".comment__text"],
                author: [".comment__username"],
                date: [".comment__time"],
                permalink: ["a.comment__time"],
                parentLink: [
                    ".comment__link-to-parent", ".comment__info > a[href*='#remark42__comment-']:not(.comment__time)",
                ])
        ])
}
