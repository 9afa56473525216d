internal import Markup
internal import ThreadModel

/// Reads a page of no known platform by what posts and comments are everywhere, and claims no more than is evident.
struct GenericReader {
    let page: HTMLDocument
    let facts: PageFacts

    /// What the page holds; `nil` if it has neither a post's text nor comments.
    func read(platform: String?) -> PageDraft? {
        guard let root = page.root else { return nil }
        let dates = DateReader(language: facts.language)
        let region = CommentRegion.find(in: root, dates: dates)
        let comments = region?.items ?? []
        let post = PostFinder(comments: comments.map(\.anchor), dates: dates).find(in: root)
        guard post != nil || !comments.isEmpty else { return nil }
        var draft = PageDraft(reader: "generic", platform: platform)
        draft.comments = comments
        guard let post else { return draft }
        draft.postBody = post.body
        draft.titleNode = post.title
        draft.postAuthorNode = post.author
        draft.postDateNode = post.date
        draft.postBylineNode = post.byline
        return draft
    }
}

/// Words in `id` and `class` by which templates say what an element is.
enum Hint {
    static let comment = ["comment", "kommentar", "comentario", "commento", "commenti", "reactie", "reaction", "coment", "respuesta", "reply", "reponse"]
    static let author = ["author", "autor", "auteur", "autore", "name", "user", "nick", "poster", "commenter", "fn", "by", "quien", "von"]
    static let date = ["date", "time", "datum", "fecha", "published", "posted", "data", "when", "zeit", "hora", "meta", "cuando"]
    static let body = ["body", "text", "content", "message", "texto", "inhalt", "texte", "msg", "mensaje", "testo", "entry"]
    /// What stands around posts and comments and is neither.
    static let noise = ["sidebar", "nav", "menu", "footer", "widget", "related", "share", "social", "banner", "promo", "recent", "archive", "form", "preview"]

    /// Whether the element's own id or class has one of the words in it.
    static func has(_ words: [String], _ node: Node) -> Bool {
        let names = node.classes + [node.attribute("id") ?? "", node.attribute("itemprop") ?? "", node.attribute("rel") ?? ""]
        return names.contains { name in
            guard !name.isEmpty else { return false }
            let lower = name.lowercased()
            return words.contains { word in word.count > 3 ? lower.contains(word) : parts(of: lower).contains(Substring(word)) }
        }
    }

    private static func parts(of name: String) -> [Substring] {
        name.split { !$0.isLetter }
    }
}
