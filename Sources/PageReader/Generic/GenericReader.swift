internal import Markup

/// Reads a page of no known platform by what posts and comments are everywhere, and claims no more than is evident.
struct GenericReader {
    /// The name that records carry in `source.reader`.
    static let name = "generic"

    let survey: PageSurvey

    /// The comments, in page order.
    func comments() -> [CommentDraft] {
        CommentFinder(survey: survey).find()
    }

    /// The post, looked for outside the comments.
    func readPost(besides comments: [CommentDraft], into draft: inout PageDraft) {
        let finder = PostFinder(
            comments: NodeRanges(comments.map(\.anchor)), nodes: survey.nodes, hints: survey.hints, dates: survey.dates)
        guard let post = finder.find() else { return }
        draft.postBody = post.body
        draft.titleNode = post.title
        draft.postAuthorNode = post.author
        draft.postDateNode = post.date
        draft.postBylineNode = post.byline
    }
}
