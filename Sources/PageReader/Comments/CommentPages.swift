internal import Markup

/// What a page says of comments that are not on it: links to further pages of them, and how many there are in all.
struct CommentPages {
    let survey: PageSurvey

    /// Parts of addresses that lead to further pages of comments: WordPress, TypePad, Drupal and Disqus-less systems have them in common.
    private static let marks = [
        "comment-page-", "cpage=", "/comments/page/", "commentpage=", "comments_page=", "comment_page=", "cp=", "comments-page-",
    ]
    private static let words = [
        "older comments", "newer comments", "previous comments", "next comments", "ältere kommentare", "neuere kommentare",
        "vorherige kommentare",
        "weitere kommentare", "commentaires précédents", "commentaires suivants", "commentaires plus anciens", "commentaires plus récents",
        "comentarios anteriores", "comentarios más", "comentários anteriores", "comentários mais", "commenti precedenti",
        "commenti successivi",
        "commenti più", "oudere reacties", "nieuwere reacties", "load more comments", "前のコメント", "次のコメント",
    ]
    private static let longestLabel = 60
    private static let mostPages = 200

    /// The references of links that lead to further pages of the comments, in page order.
    func references(besides found: [String]) -> [String] {
        var references = found
        for node in survey.nodes where node.name == "a" {
            guard references.count < Self.mostPages, let reference = node.attribute("href"), !reference.hasPrefix("#") else { continue }
            let isMarked = Self.marks.contains { reference.contains($0) } && !reference.contains("replytocom")
            if isMarked || isCalledSo(node) { references.append(reference) }
        }
        return references
    }

    private func isCalledSo(_ link: Node) -> Bool {
        guard (8...Self.longestLabel).contains(link.visibleLength) else { return false }
        let line = link.line.lowercased()
        return Self.words.contains { line.contains($0) }
    }

    /// How many comments the heading above them speaks of.
    func announcedCount(above first: Node) -> Int? {
        for index in stride(from: first.index - 1, to: max(0, first.index - 60), by: -1) {
            let node = survey.nodes[index]
            guard ["h1", "h2", "h3", "h4", "h5"].contains(node.name), node.visibleLength <= 120 else { continue }
            let line = node.line
            guard Hints(in: line.lowercased()).contains(.comment) else { continue }
            let digits = line.prefix { !$0.isLetter || $0.isNumber }.filter(\.isNumber)
            return digits.isEmpty || digits.count > 6 ? nil : Int(digits)
        }
        return nil
    }
}
