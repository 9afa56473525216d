extension Platform {
    /// Subtext, and .Text before it: skins differ, but a comment is a box behind `a[name=feedback]`. Sample: subtext.html.
    static let subtext = Platform(
        name: "subtext",
        generators: ["subtext"],
        evidence: [
            "a[name=feedback][title='feedback anchor']", "a[id=feedback][title='feedback anchor']",
        ],
        post: PostRules(
            title: [".post h2", ".postTitle", "h2.title", ".post h1"],
            body: [".postBody", ".postText", ".postcontent", ".post .body"],
            byline: [".postFoot", ".postfoot", ".postInfo", "p.postfoot"]),
        comments: [
            CommentRules(
                item:
                    "#comments .comment, #moreinfo .comment, .comments .comment, #comments .blogpost, #comments .target, dl.Comments dl.Comment, .moreinfo li.morelistitem",
                // The skins' own names for a part end in the control's.
                author: ["a[id$='_NameLink']", "dd.Name", ".commentInfo cite", ".commentInfo a"],
                date: ["dd.Date"],
                permalink: ["a[title^='permalink']"])
        ])
}
