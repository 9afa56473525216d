internal import Markup

/// Reads the comments of a page of no known platform by what comments are everywhere, and claims no more than is evident.
struct GenericReader {
    /// The name that records carry in `source.reader`.
    static let name = "generic"

    let survey: PageSurvey

    /// The comments, in page order.
    ///
    /// - Parameters:
    ///   - isKnown: the page is of a platform whose rules found no comments: then only what is beyond doubt is taken.
    ///   - idPrefixes: what stands before the platform's own ids: a comment keeps its id when its theme changes.
    func comments(isKnown: Bool, idPrefixes: [String]) -> [CommentDraft] {
        CommentFinder(survey: survey, isStrict: isKnown, idPrefixes: idPrefixes).find()
    }
}
