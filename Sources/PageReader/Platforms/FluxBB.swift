extension Platform {
    /// FluxBB and PunBB: the first post opens the topic, the others answer it.
    ///
    /// Generations: `div.blockpost` (PunBB 1.2, FluxBB), `div.post` with a `posthead` (PunBB 1.3 and 1.4). Sample: fluxbb.html.
    static let fluxBB = Platform(
        name: "fluxbb",
        evidence: ["div.blockpost[id^='p'] .postright", "#brd-viewtopic", ".pun #punviewtopic", "#punviewtopic"],
        post: PostRules(
            title: [".crumbs strong", ".linkst ul li + li + li", "#brd-main .main-title", ".postright h3"],
            body: [".blockpost .postmsg", ".firstpost .entry-content"],
            excluded: [".postedit", ".postsignature", ".sig-content"],
            author: [".postleft dt strong, .firstpost .author-ident .username"],
            date: [".blockpost h2 a, .firstpost .post-link"]),
        comments: [
            CommentRules(
                item: ".blockpost ~ .blockpost[id^='p']",
                idPrefixes: ["p"],
                body: [".postmsg"],
                excluded: [".postedit", ".postsignature"],
                author: [".postleft dt strong"],
                date: ["h2 a"],
                permalink: ["h2 a"]),
            CommentRules(
                item: ".post.replypost",
                idPrefixes: ["p"],
                body: [".entry-content"],
                excluded: [".sig-content"],
                author: [".author-ident .username a", ".author-ident .username"],
                date: [".post-link"],
                permalink: [".post-link a"]),
        ],
        furtherPages: [".pagelink a[rel=next]", ".paging a.next"])
}
