extension Platform {
    /// Pixnet (痞客邦): the blogger's reply stands inside the comment, with a line of name and date at its end. Sample: pixnet.html.
    static let pixnet = Platform(
        name: "pixnet",
        generators: ["pchoc"],
        evidence: ["link[href*='.pixfs.net/']", "form[action*='.pixnet.net/blog/postcomment/']", "ul.single-post > li.post-info"],
        post: PostRules(
            title: [".article-head .title h2", "li.title h2"],
            body: [".article-content-inner", ".article-content"],
            date: [".article-head .publish", "li.publish"],
            byline: [".article-body > p.author"]),
        comments: [
            CommentRules(
                // A whispered comment says only that it is one.
                item: "ul.single-post:not(.secret), ul.single-post:not(.secret) > li.reply-text",
                idPrefixes: ["comment-"],
                body: ["li.post-text"],
                author: [".post-info .user-name", ".reply-text > p > a"],
                date: [".post-info .post-time"])
        ],
        furtherPages: [".page a[href*='#comments']"])
}
