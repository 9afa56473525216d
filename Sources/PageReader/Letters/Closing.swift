internal import Markup

/// How writers take their leave: "Cordialement,", then a name on that line or the next.
enum Closing {
    /// Longer lines are sentences.
    private static let longest = 80

    /// Whether a line takes leave and says nothing else: "Viele Grüße", "Thanks in advance,", "Liebe Grüße ♥".
    static func isClosing(_ line: some StringProtocol) -> Bool {
        // Cheap first: nearly no line begins so.
        guard line.utf8.count <= longest, let first = line.split(maxSplits: 1, whereSeparator: { !$0.isLetter }).first,
            LetterWords.closingStarts.contains(LetterWords.fold(first))
        else { return false }
        return LetterWords.closings.contains(words(of: line))
    }

    /// Whether a line takes leave behind its last sentence: "Je n'ai pas le temps... à bientôt,".
    static func endsInClosing(_ line: some StringProtocol) -> Bool {
        let end = line.utf8.count > longest ? line.suffix(longest / 2) : line[...]
        guard let mark = end.dropLast().lastIndex(where: { $0.isOne(of: ".!?…)") }) else { return isClosing(line) }
        return isClosing(end[end.index(after: mark)...])
    }

    /// Whether a line takes leave so that what follows a comma is the writer, not the one who is thanked: "Best regards", not "Thanks".
    static func isFormal(_ line: some StringProtocol) -> Bool {
        isClosing(line) && LetterWords.formalClosings.contains { words(of: line).contains($0) }
    }

    /// The name on a line that takes leave and names the writer: "Viele Grüße, Anna", "Cordialement - Nico".
    ///
    /// Without a mark between them ("Viele Grüße Anna") the name may be that of the one who is greeted.
    static func name(on line: String) -> String? {
        guard line.utf8.count <= longest, let mark = line.firstIndex(where: { $0.isOne(of: ",-–—:!.") }), isClosing(line[..<mark]) else {
            return nil
        }
        return NameLine.name(on: String(line[line.index(after: mark)...]).trimmingSpace())
    }

    /// A line's words, folded, without signs at its ends.
    private static func words(of line: some StringProtocol) -> String {
        let bare = String(line).trimming { !$0.isLetter }.collapsingSpace()
        return LetterWords.fold(bare).replacing("’", with: "'")
    }
}

/// The name under a letter: `Nico`, `- Nico`, `Signed, Nico`, `— Marie, Lyon`, `Anna (Köln)`.
enum SignedName {
    /// The name on a last line; `nil` if the line is none.
    static func name(on line: String) -> String? {
        guard line.utf8.count <= 100 else { return nil }
        if let name = Closing.name(on: line) { return name }
        let whole = withoutBrackets(line.trimmingSpace())
        // An anonymous writer signs with a few words: "Worried and Sleepless in Ohio".
        if let name = NameLine.name(on: whole, mostWords: isDashed(whole) ? 7 : 4) { return isClosingWord(name) ? nil : name }
        let parts = whole.split(separator: ",", maxSplits: 1)
        guard parts.count == 2, let name = NameLine.name(on: String(parts[0])), !isClosingWord(name),
            parts[1].count <= 30, isDashed(whole) || NameLine.name(on: String(parts[1])) != nil
        else { return nil }
        return name
    }

    /// The text and the name of a last line in which a dash stands between them: "What can I do? — Worried in Ohio".
    static func split(_ line: String) -> (text: String, name: String)? {
        guard let dash = line.suffix(longestTail).lastIndex(where: { $0.isOne(of: "-–—~") }) else { return nil }
        let text = String(line[..<dash]).trimming { $0.isSpace || $0.isOne(of: "-–—~") }
        guard let mark = text.last, mark.isOne(of: ".?!…)\"”»"), let name = name(on: String(line[dash...])) else { return nil }
        return (text, name)
    }

    private static let longestTail = 60

    private static func isDashed(_ line: String) -> Bool {
        line.first.map { $0.isOne(of: "-–—~") } ?? false
    }

    private static func isClosingWord(_ name: String) -> Bool {
        LetterWords.closings.contains(LetterWords.fold(name))
    }

    /// "Anna (Köln)" and "(Anna)".
    private static func withoutBrackets(_ line: String) -> String {
        guard line.last == ")", let open = line.lastIndex(of: "(") else { return line }
        if open == line.startIndex { return String(line.dropFirst().dropLast()) }
        let inside = line[line.index(after: open)...].dropLast()
        return inside.allSatisfy { $0.isLetter || $0.isNumber || $0.isOne(of: " ,.-") } ? String(line[..<open]).trimmingSpace() : line
    }
}
