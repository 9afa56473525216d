extension Platform {
    /// ExpressionEngine, with the templates of the weblog that it brings (1.x), of the Agile Records site (2.x) and of its default site (3
    /// on).
    ///
    /// A comment of 1.x is its paragraphs and a `div.posted` behind them; 2.x has a list with a heading in each item; 3 has two columns,
    /// the words and who wrote them. Sites write their own templates more often than on other platforms; those are left to the general
    /// reader. Samples: expressionengine.html, expressionengine-columns.html (3).
    static let expressionEngine = Platform(
        name: "expressionengine",
        generators: ["expressionengine"],
        evidence: [
            "form input[name=ACT] ~ input[name=XID]", "form input[name=XID] ~ input[name=ACT]",
            "form input[name=CSRF_TOKEN] ~ input[name=ACT]", ".hiddenFields > input[name=ACT]",
        ],
        post: PostRules(
            title: [".entry h2.title", "h2.title"],
            byline: [".entry .posted", ".entry ~ .posted"]),
        comments: [
            CommentRules(
                item: "#comments ol > li[id^='comment'], ol.comments > li, div.comment[id^='comment']",
                idPrefixes: ["comment-", "comment"],
                excluded: [".reply", ".comment_controls"]),
            CommentRules(
                item: "#comments > div.comment",
                body: ["section.w-12"],
                excluded: [".reply"],
                author: ["section.w-4 h3"],
                date: ["section.w-4 p"]),
            CommentRules(
                shape: .endsWithByline,
                item: ".comments .posted, #comments .posted, h2.sidetitle ~ div.posted",
                idPrefixes: ["c"]),
        ])
}
