extension Platform {
    /// FC2 Blog: templates are the users' own; these are the shapes of the official ones. The
    /// blogger's reply stands inside the comment. Samples: fc2.html, fc2-list.html, fc2-plain.html.
    static let fc2 = Platform(
        name: "fctwo",
        evidence: [
            "link[href*='templates.blog.fc2.com']", "link[href*='blog-imgs-'][href*='.fc2.com']",
            "a[href='http://blog.fc2.com']", "a[href='https://blog.fc2.com/']", "link[href*='static.fc2.com']",
            "input[name='comment[himitu]']",
        ],
        post: PostRules(
            title: [".entry_title h2", ".entry_header", "h2.entry_header", "h2.entry_title", ".ently_title", ".entry h2", ".content h2"],
            body: [".entry_body", ".entry_more", ".ently_text", ".entry_text", "#more"],
            date: [".entry_title .posted", ".entry_date", ".ently_date"]),
        comments: [
            CommentRules(
                item: """
                    .sub_content[id^='comment'], div[id^='comment']:has(.sub_body), #cm > div[id^='comment'], .comment[id^='comment'], \
                    div[id^='comment'] > .sub_footer + div
                    """,
                idPrefixes: ["comment"],
                body: [".sub_body", ".comment_body"],
                author: [".sub_footer li ~ li", ".comment_name"],
                date: [".sub_footer li", ".comment_date"]),
            CommentRules(
                item: "#comment dl.list > dd, #comment dl.list > dd > p.posted + div",
                byline: ["p.posted"]),
        ])
}
