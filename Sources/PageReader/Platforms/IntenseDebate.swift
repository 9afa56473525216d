extension Platform {
    /// IntenseDebate, as a saved page holds it. The answered comment is the one in front of the thread that a reply stands in.
    ///
    /// Dates are relative ("3 weeks ago"). Sample: intensedebate.html.
    static let intenseDebate = Platform(
        name: "intensedebate",
        evidence: ["div.idc-c[id^='IDComment']", "#idc-cover .idc-c-t"],
        comments: [
            CommentRules(
                item: "div.idc-c",
                idPrefixes: ["IDComment-CommentText", "IDComment"],
                body: [".idc-c-t-inner", ".idc-c-t"],
                excluded: [".idc-v", ".idc-c-b", ".idc-right"],
                author: [".idc-i a:not(.IDCommentTime)", ".idc-i span", ".idc-c-h h4"],
                date: ["a.IDCommentTime", ".IDCommentTime"],
                permalink: ["a.IDCommentTime"])
        ])
}
