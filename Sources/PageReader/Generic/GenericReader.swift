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
        let nodes = Fragment(root).allNodes
        let hints = HintTable(nodes)
        let comments = CommentFinder(nodes: nodes, hints: hints, dates: dates).find()
        let post = PostFinder(nodes: nodes, facts: facts, comments: NodeRanges(comments.map(\.anchor)), dates: dates).find()
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
