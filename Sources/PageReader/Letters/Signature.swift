internal import Markup

/// The closing line in which a commenter signs.
enum Signature {
    /// Cuts the signature off a comment.
    ///
    /// It is the last line, if that holds nothing but the author's name (`Lola :)`, `Di@ne`), or the author's name behind the end of the last
    /// sentence (`… et de followers ! Clément`). A comment of one line that is the name alone stays as it is.
    static func cut(from text: String, author: String?) -> (text: String, signature: String?) {
        guard let author, !author.isEmpty else { return (text, nil) }
        let body = text.trimmingEnd()
        if let cut = cutFromSentence(body, author: author) { return cut }
        if let lineEnd = body.utf8.lastIndex(of: UInt8(ascii: "\n")) {
            let line = String(body[body.utf8.index(after: lineEnd)...]).trimmingSpace()
            // Cheap first: a signature is short, and no address.
            let isShort = line.utf8.count <= 120 && !line.utf8.contains(UInt8(ascii: "/")) && wordCount(line) <= wordCount(author) + 2
            let text = String(body[..<lineEnd]).trimmingEnd()
            if isShort, isSigned(line, by: author), !isAnnounced(line, by: text, author: author) { return (text, line) }
        }
        return (text, nil)
    }

    private static func cutFromSentence(_ body: String, author: String) -> (text: String, signature: String?)? {
        // Cheap first: the author's name, or something like it, is the end of the text.
        guard let last = author.last, let end = body.last, NameLine.key(String(last)) == NameLine.key(String(end)) else { return nil }
        let words = wordCount(author)
        var start = body.endIndex
        for _ in 0..<words {
            guard let space = body[..<start].lastIndex(of: " ") else { return nil }
            start = space
        }
        let name = String(body[body.index(after: start)...])
        let sentence = String(body[..<start]).trimmingEnd()
        guard let mark = sentence.last, ".!?…)".contains(mark), name.first?.isUppercase == true, !name.contains("\n"),
            NameLine.key(NameLine.bare(name)) == NameLine.key(author)
        else { return nil }
        return (sentence, name)
    }

    /// "He said:" and then a name: the line is part of the text. Behind "The winner is…" only the whole name signs.
    private static func isAnnounced(_ line: String, by text: String, author: String) -> Bool {
        if text.hasSuffix(":") { return true }
        return (text.hasSuffix("…") || text.hasSuffix("...")) && NameLine.key(NameLine.bare(line)) != NameLine.key(author)
    }

    /// "Je suis Lola" names the author too, but its other words are no names.
    private static func isSigned(_ line: String, by author: String) -> Bool {
        let bare = NameLine.bare(line)
        // "Paul." is a short sentence, "P." an initial.
        guard NameLine.isSame(bare, as: author), !line.hasSuffix(".") || bare.count <= 2 || author.hasSuffix(".") else { return false }
        return wordCount(bare) == 1 || NameLine.key(bare) == NameLine.key(author) || NameLine.name(on: line) != nil
    }

    private static func wordCount(_ text: String) -> Int {
        text.split(whereSeparator: \.isSpace).count
    }
}

extension String {
    /// The string without white space at its end.
    func trimmingEnd() -> String {
        if let last, !last.isSpace { return self }
        guard let last = lastIndex(where: { !$0.isSpace }) else { return "" }
        return String(self[...last])
    }
}
