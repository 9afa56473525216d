extension Platform {
    /// Isso, a self-hosted comment server; its comments are in the page once it is saved from a browser.
    ///
    /// Classes have the prefix `isso-` since version 0.13, only the comment itself had it before. Sample: isso.html.
    static let isso = Platform(
        name: "isso",
        evidence: [".isso-comment[id^='isso-']"],
        comments: [
            CommentRules(
                item: ".isso-comment[id^='isso-']",
                idPrefixes: ["isso-"],
                body: [".isso-text", ".text"],
                author: [".isso-author", ".author"],
                date: ["time"],
                permalink: ["a.isso-permalink", "a.permalink"])
        ])
}
