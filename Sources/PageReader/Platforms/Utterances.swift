extension Platform {
    /// Utterances: issues of GitHub as comments, in a frame that is saved with the page or as a page of its own.
    ///
    /// Dates are relative ("3 months ago") or bare ("on Mar 3, 2021"). Sample: utterances.html.
    static let utterances = Platform(
        name: "utterances",
        evidence: ["article.timeline-comment .comment-meta .text-link", "link[href*='utteranc.es/']"],
        comments: [
            CommentRules(
                item: "article.timeline-comment:not(.new-comment-component)",
                idPrefixes: ["issuecomment-"],
                body: [".markdown-body"],
                author: [".comment-meta a.text-link strong"],
                date: [".comment-meta a[href*='#issuecomment-']", ".comment-meta a[href*='/issues/']"],
                permalink: [".comment-meta a[href*='#issuecomment-']"])
        ])
}
