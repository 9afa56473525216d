extension Platform {
    /// Valine and Waline, comment scripts of Hexo and Hugo sites, as a saved page holds them: `.vcard` (Valine, Waline 1), `.wl-card-item` (Waline 2 on).
    /// Samples: valine.html, waline.html.
    static let valine = Platform(
        name: "valine",
        evidence: [".vcards .vcard .vhead", ".wl-cards .wl-item", ".wl-cards .wl-card-item"],
        comments: [
            CommentRules(
                item: ".wl-card-item, .wl-item",
                idAttribute: "id",
                body: [".wl-content"],
                excluded: [".wl-meta"],
                author: [".wl-nick"],
                date: [".wl-time"]),
            CommentRules(
                item: ".vcards .vcard",
                idAttribute: "id",
                body: [".vcontent"],
                excluded: [".vmeta", ".vsys"],
                author: [".vnick"],
                date: [".vtime"],
                parentLink: [".vcontent a.at[href^='#']"]),
        ])
}
