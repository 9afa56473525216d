extension Platform {
    /// The blogs of SharePoint 2007 and 2010: a comment is a heading, a body and a line of name and date. Sample: sharepoint.html.
    static let sharePoint = Platform(
        name: "sharepoint",
        generators: ["microsoft sharepoint"],
        evidence: [".ms-PostBody", ".ms-CommentFooter"],
        post: PostRules(
            title: [".ms-PostTitle"],
            body: [".ms-PostBody"],
            author: [".ms-PostFooter a[href*='userdisp.aspx']"],
            date: [".ms-PostDate"],
            byline: [".ms-PostFooter"]),
        comments: [
            CommentRules(
                shape: .beginsWithItem,
                item: ".ms-CommentHeader",
                body: [".ms-CommentBody"],
                byline: [".ms-CommentFooter"])
        ])
}
