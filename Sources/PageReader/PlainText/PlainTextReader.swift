internal import Markup
internal import ThreadModel

/// Reads a page that was saved or copied as plain text: the post, then comments that each end with their byline.
struct PlainTextReader {
    let links: LinkFinder

    /// What the text holds; `nil` if it has no words.
    func read(_ text: String) -> ThreadDraft? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0).trimmingSpace() }
        guard lines.contains(where: { $0.contains(where: \.isLetter) }) else { return nil }
        var draft = ThreadDraft(reader: "plain-text")
        let language = lines.lazy.compactMap { Byline.introduction(of: $0)?.language }.first
        draft.language = language
        let dates = DateReader(language: language)
        let bylines = lines.indices.compactMap { index in byline(at: index, in: lines, dates: dates).map { (index, $0) } }
        guard let first = bylines.first else {
            readPost(Array(lines), dates: dates, into: &draft)
            return draft
        }
        let split = firstComment(endingAt: first.0, author: first.1.name, in: lines, into: &draft)
        readPost(Array(lines[..<split.postEnd]), dates: dates, into: &draft)
        var start = split.commentStart
        for (index, byline) in bylines {
            draft.comments.append(ThreadDraft.Entry(comment: comment(Array(lines[start..<index]), byline)))
            start = index + 1
        }
        return draft
    }

    /// A line that says who wrote the lines before it: introduced, and with a date.
    private func byline(at index: Int, in lines: [String], dates: DateReader) -> Byline? {
        guard lines[index].count <= 200, Byline.introduction(of: lines[index]) != nil, let byline = Byline.read(lines[index], dates: dates),
            byline.date?.local != nil, byline.name != nil
        else { return nil }
        return byline
    }

    private func comment(_ lines: [String], _ byline: Byline) -> Comment {
        let signed = Signature.cut(from: paragraphs(lines), author: byline.name)
        return Comment(
            id: "", author: byline.name.map { Author(name: $0) }, published: byline.date, text: signed.text, signature: signed.signature,
            links: links.links(in: signed.text))
    }

    private func readPost(_ lines: [String], dates: DateReader, into draft: inout ThreadDraft) {
        var lines = lines[...]
        lines = lines.drop { $0.isEmpty }
        // A short first line with an empty line behind it, and no sentence, is the title.
        if lines.count > 2, let first = lines.first, first.count <= 150, lines.dropFirst().first?.isEmpty == true, let last = first.last,
            !last.isOne(of: ".,:;!…")
        {
            draft.title = first
            lines = lines.dropFirst()
        }
        let text = paragraphs(Array(lines))
        guard !text.isEmpty else { return }
        draft.postLinks = links.located(in: text)
        draft.post = Post(text: text, links: draft.postLinks.unique)
    }

    /// Words that stand over the comments, alone or with their number.
    private static let headings: Set<String> = [
        "commentaires", "commentaire", "comments", "comment", "kommentare", "kommentar", "comentarios", "comentario", "commenti",
        "commento",
        "reacties", "reactie", "responses", "reponses", "コメント",
    ]

    /// Where the post ends and the first comment begins: at a heading, else behind the last line before the byline in which somebody else
    /// signs, else before the paragraph that ends with the byline.
    private func firstComment(
        endingAt end: Int, author: String?, in lines: [String], into draft: inout ThreadDraft
    ) -> (postEnd: Int, commentStart: Int) {
        if let heading = lines[..<end].lastIndex(where: isHeading) { return (heading, heading + 1) }
        // The comment has one line at least, besides the commenter's own signature.
        let candidates = lines.indices.prefix(max(0, end - 1)).dropFirst()
        let signed = candidates.last { index in
            guard let name = NameLine.name(on: lines[index]), author.map({ NameLine.isSame(name, as: $0) }) != true else { return false }
            return lines[(index + 1)..<end].contains { !$0.isEmpty && !isSignature($0, of: author) }
        }
        if let signed { return (signed + 1, signed + 1) }
        draft.warnings.append("where the post ends and the first comment begins is not marked")
        let words = lines[..<end].lastIndex { !$0.isEmpty && !isSignature($0, of: author) } ?? end
        let start = lines[..<words].lastIndex(where: \.isEmpty).map { $0 + 1 } ?? words
        return (start, start)
    }

    private func isSignature(_ line: String, of author: String?) -> Bool {
        author.map { NameLine.isSame(NameLine.bare(line), as: $0) } ?? false
    }

    private func isHeading(_ line: String) -> Bool {
        let words = line.split { !$0.isLetter }.map { DateNames.fold($0) }
        return line.count <= 40 && words.count == 1 && words.allSatisfy { Self.headings.contains($0) }
    }

    private func paragraphs(_ lines: [String]) -> String {
        var text: [String] = []
        for line in lines where !(line.isEmpty && (text.last?.isEmpty ?? true)) { text.append(line) }
        return text.joined(separator: "\n").trimmingSpace()
    }
}
