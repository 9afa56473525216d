extension Platform {
    /// Slashdot and others that run Slash since 2006. Sample: slashdot.html.
    static let slashdot = Platform(
        name: "slashdot",
        evidence: ["#commentlisting li.comment[id^='tree_']", "ul#commentlisting", "li.comment .commentTop .otherdetails"],
        post: PostRules(
            title: [".story-title a", "h2.story a", "#firehoselist h3 a"],
            body: ["article .body .p", "article [id^='text-']", "#firehoselist .intro"],
            author: [".story-byline a", ".details a"],
            date: [".story-byline time", "article time"]),
        comments: [
            CommentRules(
                item: "li.comment[id^='tree_']",
                idPrefixes: ["tree_"],
                body: ["[id^='comment_body_']", ".commentBody"],
                excluded: [".sig"],
                author: [".details .by a", ".details .by"],
                date: [".otherdetails"],
                permalink: [".otherdetails a[href*='cid=']"])
        ])
}
