extension Platform {
    /// WordPress, from its first themes to block themes, on wordpress.com and elsewhere.
    ///
    /// `wp_list_comments` (2.7 on) gives every comment a class `comment`, `pingback` or `trackback` and a `depth-N`, whatever the theme
    /// puts inside; older themes have plain lists with `<cite>NAME</cite> Says:` (Kubrick) or `Comment by NAME — DATE` under the words
    /// (Classic), and Thesis had a list of `dt` and `dd`, with replies in a list inside `dd`. A list of latest comments beside the post may
    /// have the class too, but neither ids nor depths. In P2 a heading says who wrote the post, and when. Samples: wordpress-classic.html,
    /// wordpress-html5.html, wordpress-blocks.html, wordpress-thesis.html, wordpress-sidebar.html, wordpress-monochrome.html,
    /// wordpress-p2.html.
    static let wordPress = Platform(
        name: "wordpress",
        generators: ["wordpress"],
        evidence: [
            "link[href*='/wp-content/']", "img[src*='/wp-content/']", "form[action*='wp-comments-post']", "link[rel='https://api.w.org/']",
            "link[href*='/wp-includes/']", "a[href*='/wp-login.php']", "link[href*='xmlrpc.php']", ".wp-block-comment-template",
        ],
        post: PostRules(
            title: [
                "h1.entry-title", "h1.wp-block-post-title", "h1.post-title", ".entry-title", ".post-title", ".wp-block-post-title",
                ".hentry > h1", ".post > h1", "h1 > a[rel='bookmark']", ".headline_area > h1",
                ".post > h2 > a[rel='bookmark']", "h2 > a[rel='bookmark']",
            ],
            body: [
                ".entry-content", ".wp-block-post-content", ".post-content", "div.entry", ".post-entry", ".storycontent",
                ".td-post-content",
                ".post_box .format_text",
            ],
            excluded: [
                ".sharedaddy", "#jp-post-flair", ".wpcnt", ".yarpp-related", ".addtoany_share_save_container",
                ".postmetadata", ".entry-meta", ".post-ratings", ".author-box", ".abh_box", ".sociable", ".essb_links",
                ".heateor_sss_sharing_container", "[class*='related-posts']", "[class*='related_posts']",
                "[class*='relatedposts']", ".crp_related", ".wp_rp_wrap",
                ".st-post-tags", ".post-tags", "#comments", "#respond", ".comments-area", ".wp-block-comments",
            ],
            author: [
                ".byline .author a", ".byline .author", ".entry-author-name", ".wp-block-post-author__name", ".wp-block-post-author-name",
                ".td-post-author-name a", ".entry-meta .author a", ".entry-meta .author", ".post-meta .author a", ".post-meta .author",
                ".post-author-name", ".headline_meta .author", ".fusion-meta-info .fn", ".entry-header a[href*='/author/']",
                "address a[href*='/author/']",
                "a[rel='author'][href*='/author/']", ".post > h4 > a[href*='/author/']", "a[rel='author'][href*='?author=']",
            ],
            date: [
                ".post > h4 > .meta", ".entry-meta time.entry-date", "time.entry-date", ".wp-block-post-date time", ".posted-on time",
                ".entry-header time", ".entry-meta abbr.published", ".entry-date", ".td-post-date time", ".post-meta time", ".post-date",
                ".post > small",
                ".headline_meta abbr.published", ".published[itemprop='datePublished']", ".storymeta", ".post-byline", ".entry-meta",
                ".post-meta", ".postmeta", ".postmetadata",
            ],
            byline: [".post > small", ".hentry > small"]),
        comments: [
            CommentRules(
                item: """
                    li.comment[id], li.comment[class*='depth-'], [class*='comment'] > li.comment, [id*='comment'] > li.comment, \
                    div.comment[id*='comment-'], article.comment[id], section.comment[id], li.pingback, li.trackback, \
                    div.pingback, div.trackback, li[id^='li-comment-'], li[id^='comment-'], .wp-block-comment-template > li
                    """,
                idPrefixes: ["li-comment-", "div-comment-", "comment-"],
                body: [".wp-block-comment-content"],
                excluded: [
                    ".comment-awaiting-moderation", ".reply", ".comment-reply-link", ".comment-edit-link", ".edit-link", ".sharedaddy",
                    ".comment-likes", ".wp-block-comment-reply-link",
                ],
                author: [".wp-block-comment-author-name a", ".wp-block-comment-author-name"],
                date: [".wp-block-comment-date time", ".wp-block-comment-date"],
                depthClass: "depth-",
                pingback: [".pingback", ".pings-list > li"],
                trackback: [
                    ".trackback", "#pinglist > li", "ol.trackback-list > li", ".pinglist > li", "#trackback_area li", "#thetrackbacks > li",
                ]),
            CommentRules(
                shape: .beginsWithItem,
                item: "dl#comment_list dt[id], dl.commentlist > dt, dl#commentlist > dt",
                idPrefixes: ["comment-"],
                body: [".format_text"],
                excluded: ["p.reply", "dl.children"],
                author: [".comment_author"],
                date: [".comment_time a", ".comment_time"],
                permalink: [".comment_time a"],
                depthClass: "depth-"),
            CommentRules(
                item: """
                    ol.commentlist:not(#pinglist) > li, ul.commentlist > li, #commentlist > li, ol#comments > li, .commentlist > div, \
                    ol.comment-list > li, article.comment, section.comment
                    """,
                idPrefixes: ["comment-"]),
        ],
        trackbacks: [
            CommentRules(
                item: """
                    #pinglist > li:not([id^='comment-']):not(.pingback):not(.trackback), #trackbacklist > li:not([id^='comment-']), \
                    #pings li:not(.comment):not(.pingback):not(.trackback):not([id]), .pinglist > li:not([id]):not(.pingback):not(.trackback), \
                    ol.trackback-list > li:not([id^='comment-']):not(.pingback):not(.trackback), ul#trackback_list > li
                    """)
        ],
        furtherPages: [
            ".comment-navigation a[href*='comment-page-']", ".comments-pagination a", ".navigation a[href*='comment-page-']",
            ".wp-block-comments-pagination a[href*='comment-page-']", ".page-numbers[href*='comment-page-']",
            ".nav-previous a[href*='comment-page-']", ".nav-next a[href*='comment-page-']",
        ])
}
