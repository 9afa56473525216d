extension Platform {
    /// Tistory: skins are the users' own, but nearly every comment is an element `comment123` in the box that the system fills; today it is the
    /// system's own list (`tt-item-reply`). Samples: tistory.html, tistory-list.html.
    static let tistory = Platform(
        name: "tistory",
        evidence: [
            "link[href*='.tistory.com/']", "link[href*='tistory_admin/']", "link[href*='tistory1.daumcdn.net']",
            "[id^='entry'][id$='Comment'] li[id^='comment']", "[data-tistory-react-app]", "#tistorySnsLayer",
        ],
        post: PostRules(
            title: [".titleWrap h2", ".hd-inner h1, .box-meta .title-article", ".area_title h3", ".titleWrap h1"],
            body: [".tt_article_useless_p_margin", ".contents_style", ".area_view", ".article_view", ".article"],
            excluded: [".author", ".container_postbtn", ".another_category", ".tagTrail"],
            date: [".titleWrap .date", ".box-meta .date", ".info_post .date", ".article-header .date"]),
        comments: [
            CommentRules(
                item: "li.tt-item-reply:has(.tt-wrap-cmt)",
                idPrefixes: ["comment"],
                body: [".tt_desc"],
                author: [".tt-link-user"],
                date: [".tt_date"]),
            CommentRules(
                item: "[id^='entry'][id$='Comment'] [id^='comment'], .commentList li[id^='comment'], .area-reply li[id^='comment']",
                idPrefixes: ["comment"],
                body: [".txt_reply"],
                excluded: [".control", ".commentControl", ".area_more"],
                author: [".name", ".author-meta .author", ".nickname", ".tit_nickname"],
                date: [".date", ".txt_date"]),
            CommentRules(
                item: "[id^='entry'][id$='Comment'] .cmt_box .box, .cmt_box .reply_box",
                body: [".desc"],
                author: [".name"],
                date: [".opt"]),
        ])
}
