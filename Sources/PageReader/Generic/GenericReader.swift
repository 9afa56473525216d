internal import Markup

/// Reads a page of no known platform by what posts and comments are everywhere, and claims no more than is evident.
struct GenericReader {
    /// The name that records carry in `source.reader`.
    static let name = "generic"

    let survey: PageSurvey

    /// The comments, in page order.
    ///
    /// - Parameter isKnown: the page is of a platform whose rules found no comments: then only what is beyond doubt is taken.
    func comments(isKnown: Bool) -> [CommentDraft] {
        CommentFinder(survey: survey, isStrict: isKnown).find()
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
