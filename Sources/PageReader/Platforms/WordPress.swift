extension Platform {
    /// WordPress, from Kubrick to block themes, on wordpress.com and elsewhere.
    ///
    /// `wp_list_comments` (2.7 on) gives every comment a class `comment`, `pingback` or `trackback` and a `depth-N`, whatever the theme puts
    /// inside; older themes have `ol.commentlist` with `<cite>NAME</cite> Says:`. Sample: wordpress.html.
    static let wordPress = Platform(
        name: "wordpress",
        generators: ["wordpress"],
        evidence: [
            "link[href*='/wp-content/']", "img[src*='/wp-content/']", "form[action*='wp-comments-post']", "link[rel='https://api.w.org/']",
            "link[href*='/wp-includes/']", "a[href*='/wp-login.php']", "link[href*='xmlrpc.php']",
        ],
        post: PostRules(
            title: ["h1.entry-title", ".entry-title", "h1.post-title", ".post-title"],
            body: [".entry-content", ".post-content", ".entry", ".post-entry", ".storycontent"]),
        comments: [
            CommentRules(
                item:
                    "li.comment, div.comment[id*='comment-'], article.comment, li.pingback, li.trackback, div.pingback, div.trackback, section.comment",
                idPrefixes: ["li-comment-", "div-comment-", "comment-"],
                excluded: [
                    ".comment-awaiting-moderation", ".reply", ".comment-reply-link", ".comment-edit-link", ".edit-link", ".sharedaddy",
                    ".comment-likes", ".wp-block-comment-reply-link",
                ],
                depthClass: "depth-",
                pingback: [".pingback"], trackback: [".trackback"]),
            CommentRules(
                item: "ol.commentlist > li, ul.commentlist > li, #commentlist > li, ol#comments > li, .commentlist > div",
                idPrefixes: ["comment-"]),
        ],
        furtherPages: [".comment-navigation a[href*='comment-page-']", ".comments-pagination a", ".navigation a[href*='comment-page-']"])
}
