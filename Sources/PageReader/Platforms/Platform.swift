/// How the pages of a blog platform, a forum or a comment system are read: data only, one value a platform.
///
/// All strings are selectors (see `Selector` in Markup) unless said otherwise. Where several are given, the first that finds something
/// counts. What is left empty is found by what posts and comments are everywhere (`CommentParts`, `PostFinder`): a description says only
/// what is particular.
struct Platform: Codable, Sendable {
    /// The name that records carry in `source.platform`.
    var name: String
    /// Beginnings of `<meta name="generator">`, in lower case, that prove the platform.
    var generators: [String] = []
    /// What else proves it: any of these on the page.
    var evidence: [String] = []
    /// Whether the post is a question and what follows are answers to it.
    var isQuestion = false
    /// Where the post is.
    var post = PostRules()
    /// Where comments are: one entry for each generation of templates. The first that finds comments is used.
    var comments: [CommentRules] = []
    /// Where trackbacks and pingbacks are, where they are not among the comments.
    var trackbacks: [CommentRules] = []
    /// Links to further pages of the same comments.
    var furtherPages: [String] = []
}

/// Where the parts of a post are.
struct PostRules: Codable, Sendable {
    /// How posts stand in a page that holds several.
    enum Shape: String, Codable, Sendable {
        /// Each post is one element.
        case element
        /// Each post is a run of neighbours that begins with its `item`: a heading, and the words behind it.
        case beginsWithItem
    }

    var shape = Shape.element
    /// One post with all its parts, where a page may hold several; or the first part of one.
    var item: [String] = []
    var title: [String] = []
    /// The body; here all that match are read, in page order.
    var body: [String] = []
    /// What is inside the body but not of it.
    var excluded: [String] = []
    /// Elements that hold nothing but the author's name.
    var author: [String] = []
    /// Elements that hold the date; where the first has only a day, a clock time is taken from the byline.
    var date: [String] = []
    /// The line that says who wrote it, and perhaps when.
    var byline: [String] = []
}

/// Where the parts of a comment are.
struct CommentRules: Codable, Sendable {
    /// How comments stand in the page.
    enum Shape: String, Codable, Sendable {
        /// Each comment is one element; replies are inside the element of the comment that they answer.
        case element
        /// Each comment is a run of neighbours that begins with its `item`: `dt` and `dd`, a heading and a box, two rows of a table.
        case beginsWithItem
        /// Each comment is a run of neighbours that ends with its byline; `item` is the byline.
        case endsWithByline
    }

    var shape = Shape.element
    /// A comment.
    var item: String
    /// Beginnings of the `id` or `name` attribute that stand before the platform's own id of the comment (no selectors).
    var idPrefixes: [String] = []
    /// An attribute of the item, or of an element in it, whose value is the platform's own id (no selector).
    var idAttribute: String?
    /// The body, inside the item.
    var body: [String] = []
    /// What is inside the body but not of it.
    var excluded: [String] = []
    /// The line "Posted by NAME | DATE", inside the item.
    var byline: [String] = []
    /// Elements that hold nothing but the author's name, where there are such.
    var author: [String] = []
    /// The link to the author's own page, where it is not the author's element.
    var authorLink: [String] = []
    /// Elements that hold nothing but the date, where there are such. A `datetime` or `title` attribute with a full date wins over the text.
    var date: [String] = []
    /// The link to the comment itself.
    var permalink: [String] = []
    /// The link to the comment that is answered, where replies do not stand inside it.
    var parentLink: [String] = []
    /// An attribute of the item, or of an element in it, with the id of the comment that is answered (no selector).
    var parentAttribute: String?
    /// How deep a reply is: the beginning of a class of the item, or of the elements around and inside it, before the number (`depth-`).
    var depthClass: String?
    /// How deep a reply is: an element in the item and its attribute whose number grows with the depth (`td.ind img`, `width`).
    var depthElement: String?
    var depthAttribute: String?
    /// Items that are comments of another kind.
    var pingback: [String] = []
    var trackback: [String] = []
}
