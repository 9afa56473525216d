extension Platform {
    /// Hautetfort and Blogspirit, one program under two names (2003 on).
    ///
    /// A comment is some paragraphs behind `<a id="c123">`, or an element of that id, and ends with `p.posted`: "Écrit par : NAME | DATE".
    /// Pages since 2013 have schema.org names for the post. Sample: hautetfort.html.
    static let hautetfort = Platform(
        name: "hautetfort",
        generators: [
            "hautetfort", "blogspirit", "http://www.hautetfort", "http://www.blogspirit", "https://www.hautetfort",
            "https://www.blogspirit",
        ],
        evidence: [
            "link[href*='static.hautetfort.com']", "link[href*='static.blogspirit.com']", "link[href*='.hautetfort.com/'][rel=alternate]",
            "link[href*='.blogspirit.com/'][rel=alternate]", "form[action*='hautetfort.com/apps/']", "form[action*='blogspirit.com/apps/']",
            "link[href*='hautetfort.com/backend']", "link[href*='blogspirit.com/backend']",
        ],
        post: PostRules(
            title: ["h1[itemprop='name headline']", "h1[itemprop]", ".posts h3", ".post h3", "h3.storytitle", "#content h3"],
            body: ["section.box-body", ".posttext", ".postbody", ".storycontent"],
            excluded: [".postbottom", ".posted", ".box-article-tags", "a#more"],
            date: ["time[itemprop=datePublished]", "h2.date", ".date"],
            byline: [".box-article-infos", ".postbottom"]),
        comments: [
            CommentRules(
                item: "div.comment[id^='c'], li.comment[id^='c'], .comments > div[id^='c'], article[itemprop=comment]",
                idPrefixes: ["comment-", "c"],
                byline: ["p.posted", ".posted", ".comment-footer"],
                permalink: [".posted a[href*='#c']"]),
            CommentRules(
                shape: .endsWithByline,
                item: "#comments ~ p.posted, .comments p.posted, #comments p.posted, a[id^='c'] ~ p.posted",
                idPrefixes: ["c"],
                permalink: ["a[href*='#c']"]),
        ])
}
