extension Platform {
    /// Tistory: skins are the users' own, but every comment is an element `comment123` in the box that the system fills. Sample: tistory.html.
    static let tistory = Platform(
        name: "tistory",
        evidence: [
            "link[href*='.tistory.com/']", "link[href*='tistory_admin/']", "link[href*='tistory1.daumcdn.net']",
            "[id^='entry'][id$='Comment'] li[id^='comment']", "#tistorySnsLayer",
        ],
        post: PostRules(
            title: [".titleWrap h2", ".hd-inner h1, .box-meta .title-article", ".area_title h3", ".titleWrap h1"],
            body: [".tt_article_useless_p_margin", ".contents_style", ".area_view", ".article_view", ".article"],
            excluded: [".author", ".container_postbtn", ".another_category", ".tagTrail"],
            date: [".titleWrap .date", ".box-meta .date", ".info_post .date", ".article-header .date"]),
        comments: [
            CommentRules(
                item: "[id^='entry'][id$='Comment'] li[id^='comment'], .commentList li[id^='comment'], .area-reply li[id^='comment']",
                idPrefixes: ["comment"],
                excluded: [".control", ".commentControl"],
                author: [".name", ".author-meta .author", ".nickname"],
                date: [".date"])
        ])
}
