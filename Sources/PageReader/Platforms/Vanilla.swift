extension Platform {
    /// Vanilla Forums: the discussion is the post, each comment an item of its list. Sample: vanilla.html.
    static let vanilla = Platform(
        name: "vanilla",
        evidence: [
            "li.ItemComment[id^='Comment_']", ".ItemDiscussion[id^='Discussion_']", "link[href*='/applications/dashboard/design/']",
        ],
        post: PostRules(
            title: [".Discussion .PageTitle h1", ".PageTitle h1", "#Item_0 h1"],
            body: [".ItemDiscussion .Message"],
            excluded: [".Signature", ".UserSignature"],
            author: [".ItemDiscussion .Author a.Username, .ItemDiscussion .Author .Username", ".ItemDiscussion .Author"],
            date: [".ItemDiscussion .DateCreated time", ".ItemDiscussion .DateCreated"]),
        comments: [
            CommentRules(
                item: "li.ItemComment[id^='Comment_']",
                idPrefixes: ["Comment_"],
                body: [".Message"],
                excluded: [".Signature", ".UserSignature"],
                author: [".Author a.Username", ".Author .Username", ".Author"],
                date: [".DateCreated time", ".DateCreated"],
                permalink: [".DateCreated a", "a.Permalink"])
        ],
        furtherPages: [".Pager a.Next", ".PageControls a.Next"])
}
