internal import Markup

/// Words at the start of a line that say what follows: "Question de Marie :", "Q:", "Anna antwortet:".
struct LetterMarker: Equatable {
    enum Role { case question, answer }

    var role: Role
    /// Who asks or answers, where the line says so.
    var name: String?
    /// Whether the blogger says that the reply is by nobody else.
    var isOwn = false
    /// The letter, if one letter is all the words: `q`.
    var initial: Character?
    /// Whether it is one word alone on its line, like a heading.
    var isHeading = false
    /// What follows on the line.
    var rest = ""

    private static let longest = 60

    /// The marker of a line; `nil` for any other line. A marker without a colon is the whole line.
    static func read(_ line: String) -> LetterMarker? {
        // Cheap first: a long line has its colon early, or is a list's item.
        let start = line.utf8.prefix(4 * longest)
        guard
            start.endIndex == line.utf8.endIndex || start.contains(where: { $0 == UInt8(ascii: ":") || $0 == 0xEF })
                || start.dropFirst().first.map({ $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }) ?? false
        else { return nil }
        let trimmed = line.trimming { $0.isSpace || $0.isOne(of: "*-–—_#>•=") }
        if let marker = initial(of: trimmed) { return marker }
        let head = trimmed.prefix(longest)
        let colon = head.firstIndex { $0 == ":" || $0 == "：" }
        guard colon != nil || head.endIndex == trimmed.endIndex, !head.isEmpty else { return nil }
        guard var marker = words(String(head[..<(colon ?? head.endIndex)])) else { return nil }
        if let colon {
            marker.rest = trimmed[trimmed.index(after: colon)...].trimmingSpace()
        } else if marker.name == nil, !trimmed.contains(" ") {
            marker.isHeading = true
        }
        return marker
    }

    /// "Q: …", "R. …", "A) …", "Q : …".
    private static func initial(of line: String) -> LetterMarker? {
        guard let first = line.first, first.isUppercase, first.isASCII else { return nil }
        let rest = line.dropFirst().drop(while: \.isSpace)
        let isSpaced = rest.startIndex != line.index(after: line.startIndex)
        guard let mark = rest.first, mark == ":" || mark == "：" || !isSpaced && mark.isOne(of: ".)") else { return nil }
        let text = rest.dropFirst()
        // "A.B. Smith", "P.S."
        guard mark == ":" || mark == "：" || text.first.map(\.isSpace) ?? true else { return nil }
        let letter = Character(first.lowercased())
        let isQuestion = LetterWords.initials[letter] != nil
        guard isQuestion || letter == "a" || letter == "r" else { return nil }
        return LetterMarker(role: isQuestion ? .question : .answer, initial: letter, rest: text.trimmingSpace())
    }

    private static func words(_ head: String) -> LetterMarker? {
        let words = head.split { $0.isSpace || $0 == "'" || $0 == "’" }
        guard (1...9).contains(words.count) else { return nil }
        let folded = words.map { LetterWords.fold($0.trimmingPrefix { $0.isOne(of: "\"«“(") }) }
        let whole = folded.joined(separator: " ")
        if LetterWords.ownAnswers.contains(whole) { return LetterMarker(role: .answer, isOwn: true) }
        if LetterWords.answers.contains(whole) { return LetterMarker(role: .answer) }
        if LetterWords.questions.contains(whole) { return LetterMarker(role: .question) }
        return ofName(words, folded) ?? withVerb(words, folded)
    }

    /// "La réponse de Gilles", "Antwort von Anna", "Ann's answer".
    private static func ofName(_ words: [Substring], _ folded: [String]) -> LetterMarker? {
        for count in 1...3 where count + 1 < words.count && LetterWords.prepositions.contains(folded[count]) {
            let marker = folded[..<count].joined(separator: " ")
            guard let role = role(of: marker), let name = name(words[(count + 1)...]) else { continue }
            return LetterMarker(role: role, name: name, isOwn: role == .answer)
        }
        if words.count > 2, let last = folded.last, folded[words.count - 2] == "s", let role = role(of: last),
            let name = name(words[..<(words.count - 2)])
        {
            return LetterMarker(role: role, name: name, isOwn: role == .answer)
        }
        return nil
    }

    private static func role(of words: String) -> Role? {
        if LetterWords.answers.contains(words) { return .answer }
        return LetterWords.questions.contains(words) ? .question : nil
    }

    /// "Marie nous demande", "O Rui pergunta", "Anna aus Köln fragt".
    private static func withVerb(_ words: [Substring], _ folded: [String]) -> LetterMarker? {
        guard let verb = folded.lastIndex(where: { !LetterWords.pronouns.contains($0) }), verb > 0 else { return nil }
        let isAnswer = LetterWords.answeringVerbs.contains(folded[verb])
        guard isAnswer || LetterWords.askingVerbs.contains(folded[verb]) else { return nil }
        let start = verb > 1 && ["o", "a"].contains(folded[0]) ? 1 : 0
        let end = folded[..<verb].lastIndex { !LetterWords.pronouns.contains($0) } ?? 0
        guard end >= start, let name = name(words[start...end]) else { return nil }
        return LetterMarker(role: isAnswer ? .answer : .question, name: name, isOwn: isAnswer)
    }

    /// A name, without the place behind it.
    private static func name(_ words: ArraySlice<Substring>) -> String? {
        let places = LetterWords.prepositions.union(["aus", "in", "uit"])
        var end = words.startIndex
        while end < words.endIndex, end == words.startIndex || !places.contains(LetterWords.fold(words[end])) { end += 1 }
        let text = words[words.startIndex..<end].joined(separator: " ").prefix { $0 != "," && $0 != "(" }
        guard let name = NameLine.name(on: text.trimmingSpace()) else { return nil }
        // "Everybody asks", "Qui demande": words that stand at the start of any sentence are no names.
        let first = LetterWords.fold(name.split(separator: " ").first ?? "")
        return notNames.contains(first) ? nil : name
    }

    private static let notNames: Set<String> = [
        "he", "she", "it", "they", "who", "everybody", "everyone", "nobody", "somebody", "someone", "one", "this", "that", "the", "my",
        "il", "elle",
        "on", "qui", "tout", "personne", "ce", "cela", "ca", "le", "la", "les", "un", "une", "er", "sie", "es", "man", "wer", "jeder",
        "niemand",
        "der", "die", "das", "ein", "eine", "el", "ella", "quien", "nadie", "se", "lui", "lei", "chi", "nessuno", "ele", "ela", "quem",
        "hij", "zij",
        "ze", "wie", "men", "wat", "what", "was", "que", "che", "si", "you", "vous", "tu", "du", "voce", "je", "u", "i", "ich", "yo", "io",
        "eu", "ik",
        "we", "wir", "nous",
    ]
}
