internal import Markup

/// Reads the comments of a page of no known platform by what comments are everywhere, and claims no more than is evident.
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
}
