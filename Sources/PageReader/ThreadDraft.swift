internal import ThreadModel

/// What a reader has read: values, no longer places of a page. `ThreadWriter` makes the record of it, the same way for every reader.
struct ThreadDraft {
    var reader: String
    var platform: String?
    var url: String?
    var title: String?
    var language: String?
    var post: Post?
    /// Every link of the post with its place in the text: a letter and its reply divide them.
    var postLinks: [LocatedLink] = []
    var comments: [Entry] = []
    /// Whether the post is a question, and the comments answer it.
    var isQuestion = false
    /// This page among those of the comments; `nil` where they are all on it.
    var page: CommentPage?
    /// The other pages of the comments.
    var furtherPages: [CommentPage] = []
    var warnings: [String] = []

    /// A comment whose id may still be missing (empty), and the one it answers.
    struct Entry {
        var comment: Comment
        /// The place in `comments` of the comment that is answered.
        var parent: Int?
        /// The platform's id of the comment that is answered, where that is on another page.
        var absentParent: String?
    }

    init(reader: String, platform: String? = nil) {
        self.reader = reader
        self.platform = platform
    }
}
