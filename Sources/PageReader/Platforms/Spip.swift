extension Platform {
    /// SPIP 1.9 to 4: its forum under articles, with the skeletons of the distribution and those of the plugin Comments.
    ///
    /// `li.forum-fil` holds a message and a list of its replies. The distribution puts the title, the date and the author above the words
    /// (`forum-chapo`), the plugin puts them below (`comment-meta`). Skeletons made from that of 1.9 have no class for a reply, but one for
    /// its message. Samples: spip.html, spip-forum.html.
    static let spip = Platform(
        name: "spip",
        generators: ["spip "],
        evidence: [
            "link[href*='spip.php?page=backend']", "a[href*='spip.php?page=forum&']", "link[href*='prive/spip_style']",
            "form[action*='spip.php'] input[name=page][value=recherche]", "li.forum-fil .forum-message",
        ],
        post: PostRules(
            title: ["h1.titre", "h1.entry-title", ".cartouche h1", "h1.crayon", "h2.crayon"],
            body: [".crayon[class*='article-chapo-']", ".crayon[class*='article-texte-']", ".chapo", ".texte.entry-content", ".texte"],
            author: [".info-publi .author", ".info-publi .vcard .fn", ".auteurs .fn", "p.info-publi a[href*='auteur']"],
            date: [".info-publi abbr.published", "abbr.published", ".info-publi time", "p.info-publi"]),
        comments: [
            CommentRules(
                item:
                    "li.forum-fil, li.comment-fil, div.forum-fil, li.comment-item, .comments-list li.comment, li:has(.forum-message)",
                idPrefixes: ["forum", "comment"],
                body: [".comment-texte", "[class*='forum-texte-']", ".comment-content", ".forum-texte", ".forum-item"],
                excluded: [
                    ".repondre", ".forum-repondre-message", ".comment-reply", ".forum-titre", ".comment-titre", ".hyperlien", ".forum-lien",
                    ".comment-external-link",
                ],
                author: [
                    ".comment-author .fn", ".comment-author", "[class*='forum-qui-']", ".comment-meta [class*='forum-auteur-']",
                    ".forum-chapo .vcard", ".forum-chapo small span",
                    ".forum-chapo small strong", ".forum-chapo > strong:not(.forum-titre)",
                ],
                date: [
                    ".comment-meta abbr.date", ".comment-meta abbr.dtreviewed", ".forum-chapo abbr", ".forum-chapo time",
                    ".comment-meta .date", ".forum-chapo small",
                ],
                permalink: [".comment-number a", ".forum-titre a[href*='#forum']", "a.permalink[href*='#forum']", "a[href^='#comment']"])
        ],
        furtherPages: [
            "#comments .pagination a[href*='debut_comments']", ".pagination a[href*='debut_forums']",
            ".pagination a[href*='debut_comments-list']",
        ])
}
