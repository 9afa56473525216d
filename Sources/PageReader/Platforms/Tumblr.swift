extension Platform {
    /// Tumblr: of the notes under a post, replies and reblogs with words of their own are comments; likes and bare reblogs say nothing.
    ///
    /// Notes carry no dates. Themes are free, so the post is found by what posts are. Sample: tumblr.html.
    static let tumblr = Platform(
        name: "tumblr",
        generators: ["tumblr"],
        evidence: [
            "link[href*='assets.tumblr.com/']", "meta[name='tumblr:theme']", "ol.notes li.note[class*='tumblelog_']",
            "link[href*='static.tumblr.com/']", "meta[property='al:ios:app_name'][content='Tumblr']",
        ],
        comments: [
            CommentRules(
                item: "ol.notes li.note.reply, ol.notes li.note.answer, ol.notes li.note.with_commentary",
                body: [".answer_content", "blockquote", ".note_text"],
                author: [".action a.tumblelog", "a.tumblelog"],
                permalink: ["blockquote a[href*='/post/']"])
        ],
        furtherPages: ["a.more_notes_link[href]"])
}
