extension Platform {
    /// Subtext, and .Text before it.
    ///
    /// Skins differ, but a comment is a box behind `a[name=feedback]`, or a heading and a paragraph (`h4` and `p`), or a `.post` like the
    /// post itself. Samples: subtext.html, subtext-colors.html (a box in `#commments`, as that skin spells it), subtext-headings.html,
    /// subtext-posts.html.
    static let subtext = Platform(
        name: "subtext",
        generators: ["subtext"],
        evidence: [
            "a[name=feedback][title='feedback anchor']", "a[id=feedback][title='feedback anchor']", "a[title^='permalink: re:']",
            "a[id$='_NameLink'][id*='CommentList']",
        ],
        post: PostRules(
            title: [".post h2", ".postTitle", "h2.title", ".post h1"],
            body: [".postBody", ".postText", ".postcontent", ".post .body", ".postbody", ".post"],
            excluded: ["h2", "h5", ".postTitle", ".posthead", ".postfoot", ".postFoot", ".postInfo"],
            byline: [".postFoot", ".postfoot", ".postInfo", "p.postfoot", ".posthead"]),
        comments: [
            CommentRules(
                item:
                    "#comments .comment, #moreinfo .comment, .comments .comment, #comments .blogpost, #comments .target, dl.Comments dl.Comment, .moreinfo li.morelistitem, #commments .comment, #comments > .post, a[name=feedback] ~ div .comment",
                // The skins' own names for a part end in the control's.
                author: ["a[id$='_NameLink']", "dd.Name", ".commentInfo cite", ".commentInfo a"],
                date: ["dd.Date"],
                permalink: ["a[title^='permalink']"]),
            CommentRules(
                shape: .beginsWithItem,
                item: "#comments > h4",
                body: ["p"],
                author: ["a[id$='_NameLink']"],
                date: ["h4 > span"],
                permalink: ["a[title^='permalink']"]),
            CommentRules(
                item: "h3 ~ .post:has(a[title^='permalink: re:'])",
                body: [".postbody"],
                byline: [".posthead"],
                author: ["a[id$='_NameLink']"],
                permalink: ["a[title^='permalink']"]),
        ])
}
