internal import Markup

/// The closing line in which a commenter signs.
enum Signature {
    /// Lines of more bytes are sentences.
    private static let longestLine = 120

    /// Cuts the signature off a comment.
    ///
    /// It is the last line, if that holds
    /// - nothing but the author's name (`Lola :)`, `Di@ne`), or a part of it (`Lola` of Lola Martin),
    /// - words of leave and that name (`Viele Grüße Lola`),
    /// - any name behind words of leave (`Cordialement,` and `Nico` on the next line; `Best regards, Nico`);
    ///
    /// or the author's name behind the end of the last sentence (`… et de followers ! Clément`). A comment of one line that is the name alone
    /// stays as it is, and so does a last line that says anything else.
    static func cut(from text: String, author: String?) -> (text: String, signature: String?) {
        guard let author, !author.isEmpty else { return (text, nil) }
        let body = text.trimmingEnd()
        if let cut = cutFromSentence(body, author: author) { return cut }
        let bytes = body.utf8
        guard let lineEnd = bytes.suffix(longestLine + 1).lastIndex(of: UInt8(ascii: "\n")) else { return (text, nil) }
        let lastLine = body[bytes.index(after: lineEnd)...]
        // Cheap first: a signature is no address, and has few words.
        guard !lastLine.utf8.contains(UInt8(ascii: "/")), spaces(in: lastLine) <= 10 else { return (text, nil) }
        let line = lastLine.trimmingSpace()
        let rest = String(body[..<lineEnd]).trimmingEnd()
        guard isSignature(line, of: author, behind: rest) else { return (text, nil) }
        return (rest, line)
    }

    private static func cutFromSentence(_ body: String, author: String) -> (text: String, signature: String?)? {
        guard mayEnd(body, in: author) else { return nil }
        let words = wordCount(author)
        var start = body.endIndex
        for _ in 0..<words {
            guard let space = body[..<start].lastIndex(of: " ") else { return nil }
            start = space
        }
        let name = String(body[body.index(after: start)...])
        let sentence = String(body[..<start]).trimmingEnd()
        guard let mark = sentence.last, mark.isOne(of: ".!?…)"), name.first?.isUppercase == true, !name.contains("\n"),
            NameLine.key(NameLine.bare(name)) == NameLine.key(author)
        else { return nil }
        return (sentence, name)
    }

    /// Cheap first: whether the author's name, or something like it, can be the end of the text.
    private static func mayEnd(_ body: String, in author: String) -> Bool {
        guard let last = author.utf8.last, let end = body.utf8.last else { return false }
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        if letters.contains(last | 0x20), letters.contains(end | 0x20) { return last | 0x20 == end | 0x20 }
        guard let last = author.last, let end = body.last else { return false }
        return NameLine.key(String(last)) == NameLine.key(String(end))
    }

    private static func isSignature(_ line: String, of author: String, behind text: String) -> Bool {
        if spaces(in: line) <= spaces(in: author) + 2, isName(line, of: author) { return !isAnnounced(line, by: text, author: author) }
        return isLeave(line, of: author) || isNameBehindLeave(line, in: text)
    }

    /// "Je suis Lola" names the author too, but its other words are no names.
    private static func isName(_ line: String, of author: String) -> Bool {
        guard mayBeName(line, of: author) else { return false }
        let bare = NameLine.bare(line)
        // "Paul." is a short sentence, "P." an initial.
        guard NameLine.isSame(bare, as: author), !line.hasSuffix(".") || bare.count <= 2 || author.hasSuffix(".") else { return false }
        if NameLine.key(bare) == NameLine.key(author) { return true }
        // A part of a name must look like one: "Super !" is none of Super Mario, "Merci Lola" none of Lola.
        guard let first = bare.split(separator: " ").first, first.first.map({ $0.isUppercase || !$0.isCased }) ?? false,
            !LetterWords.interjections.contains(LetterWords.fold(first))
        else { return false }
        return NameLine.name(on: line) != nil
    }

    /// Cheap first: whether a line has the first letter of a word of the author's name, as far as both are plain ASCII letters.
    private static func mayBeName(_ line: String, of author: String) -> Bool {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        guard let first = line.utf8.first(where: { letters.contains($0 | 0x20) || $0 >= 0x80 }), first < 0x80 else { return true }
        var isStart = true
        for byte in author.utf8 {
            let isLetter = letters.contains(byte | 0x20)
            if isStart, !isLetter || byte | 0x20 == first | 0x20 { return true }
            isStart = !isLetter
        }
        return false
    }

    /// "Viele Grüße Lola": leave and the author's name; with a mark between them, any name.
    private static func isLeave(_ line: String, of author: String) -> Bool {
        guard (1...7).contains(spaces(in: line)) else { return false }
        let words = line.split(separator: " ")
        guard words.count > 1, LetterWords.closingStarts.contains(LetterWords.fold(words[0].filter(\.isLetter))) else {
            return false
        }
        if let name = Closing.name(on: line) {
            return NameLine.isSame(name, as: author)
                || line.firstIndex { $0.isOne(of: ",-–—:.") }.map { Closing.isFormal(line[..<$0]) } ?? false
        }
        return (1..<words.count).contains { count in
            isName(words[count...].joined(separator: " "), of: author)
                && Closing.isClosing(words[..<count].joined(separator: " "))
        }
    }

    /// A name on its own line, when the line before it takes leave.
    private static func isNameBehindLeave(_ line: String, in text: String) -> Bool {
        // "Merci !" and a name thanks somebody of that name.
        guard spaces(in: line) <= 3, mayEndName(line), let end = text.last, end.isLetter || end == "," else { return false }
        let before = text.utf8.lastIndex(of: UInt8(ascii: "\n")).map { text[text.utf8.index(after: $0)...] } ?? text[...]
        guard Closing.endsInClosing(before), let name = NameLine.name(on: line), spaces(in: name) <= 2 else { return false }
        return !LetterWords.interjections.contains(LetterWords.fold(name)) && !Closing.isClosing(name)
    }

    /// Cheap first: a name has a capital letter, and no mark behind it.
    private static func mayEndName(_ line: String) -> Bool {
        guard let end = line.utf8.last, !",:;!?".utf8.contains(end) else { return false }
        return line.utf8.contains { $0 &- UInt8(ascii: "A") < 26 || $0 >= 0x80 }
    }

    /// "He said:" and then a name: the line is part of the text. Behind "The winner is…" only the whole name signs.
    private static func isAnnounced(_ line: String, by text: String, author: String) -> Bool {
        if text.hasSuffix(":") { return true }
        return (text.hasSuffix("…") || text.hasSuffix("...")) && NameLine.key(NameLine.bare(line)) != NameLine.key(author)
    }

    private static func spaces(in text: some StringProtocol) -> Int {
        text.utf8.count { $0 == 0x20 }
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
