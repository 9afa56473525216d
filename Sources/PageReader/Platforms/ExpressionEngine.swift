extension Platform {
    /// ExpressionEngine, with the templates of the weblog that it brings (1.x) and of the Agile Records site (2.x).
    ///
    /// A comment of 1.x is its paragraphs and a `div.posted` behind them; 2.x has a list with a heading in each item. Sites write their own
    /// templates more often than on other platforms; those are left to the general reader. Sample: expressionengine.html.
    static let expressionEngine = Platform(
        name: "expressionengine",
        generators: ["expressionengine"],
        evidence: [
            "form input[name=ACT] ~ input[name=XID]", "form input[name=XID] ~ input[name=ACT]",
            "form input[name=CSRF_TOKEN] ~ input[name=ACT]",
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
                shape: .endsWithByline,
                item: ".comments .posted, #comments .posted, h2.sidetitle ~ div.posted",
                idPrefixes: ["c"]),
        ])
}
