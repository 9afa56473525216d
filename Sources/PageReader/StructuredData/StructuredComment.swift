/// A comment as JSON-LD describes it.
struct StructuredComment: Equatable {
    var text: String
    /// The markup, where the text has any.
    var html: String?
    var author: StructuredPost.Person?
    /// As it is written.
    var published: String?
    var url: String?
    /// The place in the list of the comment that is answered.
    var parent: Int?
    /// Whether it answers the question of the page.
    var isAnswer: Bool
}

/// Finds the comments, each before its replies, in the order in which they are written.
enum StructuredComments {
    private static let types: Set<String> = ["Comment", "UserComments", "Answer", "CorrectionComment"]
    /// Where an object holds what was said to it.
    private static let members = ["acceptedAnswer", "suggestedAnswer", "comment", "comments", "reply"]
    private static let most = 20_000

    private struct Pending {
        var value: LooseJSON
        var parent: Int?
        var isAnswer: Bool
    }

    static func read(post: LooseJSON?, in data: LinkedData) -> [StructuredComment] {
        var found: [StructuredComment] = []
        var pending: [Pending] = []
        if let post { pending += said(to: post, parent: nil, in: data) }
        // Some list the comments beside the post, or have them name it ("@reverse").
        for root in data.roots {
            if LinkedData.isOf(types, root) { pending.append(Pending(value: root, parent: nil, isAnswer: false)) }
            if let reversed = root["@reverse"] { pending += said(to: reversed, parent: nil, in: data) }
        }
        pending.reverse()
        var seen = Set<String>()
        while let next = pending.popLast(), found.count < most {
            let object = next.value
            // The same comment may be listed in two places; an address without a fragment is only the page's.
            let id = object["@id"]?.text ?? object["url"]?.text.flatMap { $0.contains("#") ? $0 : nil }
            if let id, !seen.insert(id).inserted { continue }
            let rendered = StructuredText.rendered((object["text"] ?? object["commentText"] ?? object["description"])?.text ?? "")
            let author = StructuredPost.people(object, in: data).first
            guard !rendered.text.isEmpty || author != nil else { continue }
            found.append(
                StructuredComment(
                    text: rendered.text, html: rendered.html, author: author,
                    published: (object["dateCreated"] ?? object["datePublished"] ?? object["commentTime"])?.text, url: object["url"]?.text,
                    parent: next.parent, isAnswer: next.isAnswer))
            pending += said(to: object, parent: found.count - 1, in: data).reversed()
        }
        return found
    }

    /// What the members of an object say to it.
    private static func said(to object: LooseJSON, parent: Int?, in data: LinkedData) -> [Pending] {
        members.flatMap { key in
            data.values(key, of: object).filter { $0["text"] != nil || LinkedData.isOf(types, $0) }.map {
                Pending(value: $0, parent: parent, isAnswer: key.hasSuffix("Answer"))
            }
        }
    }
}
