internal import Markup

/// What a page says of comments that are not on it: links to further pages of them, and how many there are in all.
struct CommentPages {
    let survey: PageSurvey

    /// Parts of addresses that lead to further pages of comments: WordPress, TypePad, Drupal and others have them in common.
    private static let marks = [UInt8].words(
        "comment-page-", "cpage=", "/comments/page/", "commentPage=", "commentpage=", "comments_page=", "comment_page=", "comments-page-")
    private static let replies = Array("replytocom".utf8)
    /// What such links say, without letters that have two forms beyond ASCII.
    private static let words = [UInt8].words(
        "older comments", "newer comments", "previous comments", "next comments", "ltere kommentare", "neuere kommentare",
        "vorherige kommentare", "weitere kommentare", "commentaires pr", "commentaires suivants", "commentaires plus anciens",
        "commentaires plus r", "comentarios anteriores", "comentarios m", "rios anteriores", "commenti precedenti", "commenti successivi",
        "oudere reacties", "nieuwere reacties", "load more comments", "前のコメント", "次のコメント")
    private static let longestLabel = 60
    private static let mostPages = 200

    /// The references of links that lead to further pages of the comments, in page order.
    func references(besides found: [String]) -> [String] {
        var references = found
        let page = survey.page
        for index in page.elements(.a, in: 0..<page.count) {
            guard references.count < Self.mostPages, let link = page.node(Int(index)), let bytes = link.attributeBytes(.href),
                bytes.first != UInt8(ascii: "#")
            else { continue }
            let isMarked = bytes.holds(anyOf: Self.marks) && !bytes.holds(Self.replies)
            if isMarked || isCalledSo(link) { references.append(String(decoding: bytes, as: UTF8.self)) }
        }
        return references
    }

    private func isCalledSo(_ link: Node) -> Bool {
        (12...Self.longestLabel).contains(link.visibleLength) && link.foldedLineBytes[...].holds(anyOf: Self.words)
    }

    /// How many comments the heading above them speaks of.
    func announcedCount(above first: Node) -> Int? {
        for index in stride(from: first.index - 1, to: max(0, first.index - 60), by: -1) {
            let node = survey.nodes[index]
            guard node.tag.isHeading, node.visibleLength <= 120 else { continue }
            let line = node.line
            guard Hints(in: line.lowercased()).contains(.comment) else { continue }
            let digits = line.prefix { !$0.isLetter || $0.isNumber }.filter(\.isNumber)
            return digits.isEmpty || digits.count > 6 ? nil : Int(digits)
        }
        return nil
    }
}
