internal import Markup
internal import ThreadModel

/// What a reader found on a page, still as places of the page. `ThreadWriter` makes the record of it, the same way for every reader.
struct PageDraft {
    var reader: String
    var platform: String?
    var titleNode: Node?
    var postBody: Fragment?
    var postAuthorNode: Node?
    var postDateNode: Node?
    var postBylineNode: Node?
    /// In page order.
    var comments: [CommentDraft] = []
    /// Whether the page holds other posts too, so that what its head says is of none of them.
    var isOneOfSeveral = false
    /// The post's own address, where the page holds several posts.
    var url: String?
    /// References of links to further pages of the comments.
    var furtherPages: [String] = []
    /// Those among them that are said to lead back.
    var earlierPages: [String] = []
    /// Whether the post is a question, and the comments answer it.
    var isQuestion = false
    /// Comments that only JSON-LD describes.
    var structuredComments: [StructuredComment] = []
    /// How many comments the page speaks of.
    var announcedComments: Int?
    var warnings: [String] = []

    init(reader: String, platform: String? = nil) {
        self.reader = reader
        self.platform = platform
    }
}

/// A comment as places of a page. An object, because several readers fill it one after the other, and there is much to it.
final class CommentDraft {
    var kind: Comment.Kind
    /// The element that stands for the comment: replies are inside it.
    var anchor: Node
    var body: Fragment?
    var byline: Node?
    var authorNode: Node?
    /// The link to the author's page, where it is not in the author's element.
    var authorLink: Node?
    var dateNode: Node?
    var permalink: String?
    /// The platform's own id.
    var id: String?
    /// The platform's id of the comment that is answered, where the page names it.
    var parentReference: String?
    /// How deep among replies the comment is, where the page says it in a number; only "deeper than" has a meaning.
    var depth: Int?

    init(kind: Comment.Kind, anchor: Node) {
        self.kind = kind
        self.anchor = anchor
    }
}
