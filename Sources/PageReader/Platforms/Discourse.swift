extension Platform {
    /// Discourse: the first post opens the topic, the others answer it.
    ///
    /// Generations: `article` in the page that scripts build; `div.crawler-post` in the one that is served to readers without scripts (2018 on),
    /// before that a `div.creator` and a `div.post` in an element of the posting. A quote names the number of the post it is from. Sample: discourse.html.
    static let discourse = Platform(
        name: "discourse",
        generators: ["discourse"],
        evidence: [
            ".topic-body.crawler-post", "article[data-post-id][data-topic-id]", "[itemtype$='/DiscussionForumPosting'] > .creator ~ .post",
        ],
        post: PostRules(
            title: ["#topic-title h1 a", "#topic-title h1", ".fancy-title", "h1"],
            body: ["#post_1 .cooked", "#post_1 .post", "[itemtype$='/DiscussionForumPosting'] > .post"],
            author: [
                ".crawler-post-meta [itemprop=author] a, .topic-meta-data .username a, .creator [itemprop=author]",
                ".crawler-post-meta [itemprop=author]",
            ],
            date: [".crawler-post-infos time, .topic-meta-data .post-date .relative-date, .creator time", ".topic-meta-data .post-date"]),
        comments: [
            CommentRules(
                item: ".topic-post ~ .topic-post article[id^='post_']",
                idPrefixes: ["post_"],
                body: [".cooked"],
                author: [".topic-meta-data .username a", ".topic-meta-data .names a"],
                date: [".topic-meta-data .post-date .relative-date", ".topic-meta-data .post-date"],
                permalink: [".topic-meta-data .post-date"],
                parentAttribute: "data-post"),
            CommentRules(
                item: ".crawler-post ~ .crawler-post",
                idPrefixes: ["post_"],
                body: [".post"],
                author: [".crawler-post-meta [itemprop=author] a", ".crawler-post-meta [itemprop=author]"],
                date: [".crawler-post-infos time", "time"],
                parentAttribute: "data-post"),
            CommentRules(
                item: "[itemtype$='/DiscussionForumPosting'] ~ [itemtype$='/DiscussionForumPosting']",
                body: [".post"],
                author: [".creator [itemprop=author]"],
                date: [".creator time"]),
        ],
        furtherPages: ["[role=navigation] a[rel=next]"])
}
