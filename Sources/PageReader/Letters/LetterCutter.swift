internal import Markup
internal import ThreadModel

/// Cuts a post that is a reader's letter and the blogger's reply into question and answer.
struct LetterCutter {
    struct Letter: Equatable {
        var question: String
        var asker: String?
        var answer: String
        /// The name under the answer.
        var answerer: String?
        /// The answer with that name.
        var signedAnswer: String
        /// Where the answer begins in the post's text, in bytes of UTF-8.
        var answerStart: Int
    }

    /// Words that announce the reply and whose it is; the reply may begin on the same line.
    private static let ownAnswerMarkers = folded(
        """
        ma reponse, notre reponse, mon avis, my answer, my reply, our answer, our reply, my response, meine antwort, unsere antwort,
        mi respuesta, nuestra respuesta, la mia risposta, la nostra risposta, minha resposta, a minha resposta, nossa resposta,
        mijn antwoord, ons antwoord, mitt svar
        """)
    /// Words that announce a reply of anybody, also that of a riddle: they count alone on their line, or behind an announced question.
    private static let answerMarkers = folded(
        """
        la reponse, reponse, the answer, answer, reply, die antwort, antwort, la respuesta, respuesta, risposta, resposta, antwoord, svar, 回答
        """)
    /// Lines that announce the letter.
    private static let questionMarkers = folded(
        """
        question, la question, votre question, la question du jour, the question, your question, frage, die frage, leserfrage, pregunta,
        la pregunta, domanda, la domanda, pergunta, a pergunta, vraag, de vraag, lezersvraag, 質問
        """)
    /// Words that begin a letter.
    private static let salutations = folded(
        """
        bonjour, bonsoir, cher, chere, chers, salut, coucou, dear, hello, hi, hey, hallo, liebe, lieber, guten, sehr, moin, servus, hola,
        querido, querida, estimado, estimada, buenos, buenas, ciao, caro, cara, buongiorno, salve, gentile, ola, prezado, prezada, bom, boa,
        beste, geachte, dag, hoi
        """)
    /// Words by which a blogger greets all readers: what follows is no letter to the blogger.
    private static let publicWords = folded(
        """
        everyone, everybody, all, readers, reader, friends, folks, guys, world, tous, toutes, lecteurs, lectrices, amis, monde, leser,
        leserinnen, zusammen, allerseits, alle, freunde, todos, todas, lectores, amigos, tutti, tutte, lettori, amici, pessoal, leitores, gente,
        allemaal, lezers, iedereen, vrienden
        """)

    private static func folded(_ words: String) -> Set<String> {
        Set(words.split(separator: ",").map { DateNames.fold($0.collapsingSpace()) })
    }

    /// The letter in a post's text; `nil` for an ordinary post.
    static func cut(_ text: String) -> Letter? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count > 2 else { return nil }
        return cutAtMarker(lines) ?? cutAtSecondSalutation(lines)
    }

    /// Markers and greetings beyond this many make no letter; each costs a look at all lines.
    private static let mostCandidates = 8

    /// The lines before and after one that says "Ma réponse :" and nothing else, or begins so.
    private static func cutAtMarker(_ lines: [String]) -> Letter? {
        let isAnnounced = lines.first { !$0.isEmpty }.flatMap { after(questionMarkers, on: $0) } != nil
        let found = lines.indices.dropFirst().lazy.compactMap { index in
            answer(on: lines[index], isAnnounced: isAnnounced).map { (index, $0.rest, $0.isOwn) }
        }
        for (index, rest, isOwn) in found.prefix(mostCandidates) {
            let before = lines[..<index]
            let after = lines[(index + 1)...]
            guard isAnnounced || isLetter(before, isReplyOwn: isOwn), !rest.isEmpty || after.contains(where: { !$0.isEmpty }) else {
                continue
            }
            // A second question makes it an interview.
            if after.contains(where: { self.after(questionMarkers, on: $0) != nil }) { return nil }
            return letter(question: Array(before), answer: (rest.isEmpty ? [] : [rest]) + after, startingAt: index, of: lines)
        }
        return nil
    }

    /// What follows on a line that announces the reply; `nil` for any other line.
    private static func answer(on line: String, isAnnounced: Bool) -> (rest: String, isOwn: Bool)? {
        if let rest = after(ownAnswerMarkers, on: line) { return (rest, true) }
        guard let rest = after(answerMarkers, on: line), rest.isEmpty || isAnnounced else { return nil }
        return (rest, false)
    }

    private static let longestMarker = 60

    /// What follows a marker on a line; `nil` if the line has none. A marker without a colon is the whole line.
    private static func after(_ markers: Set<String>, on line: String) -> String? {
        // A marker is a few words at the start of a line.
        let head = line.prefix(longestMarker)
        guard head.count < longestMarker || head.contains(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let trimmed = line.trimming { $0.isSpace || "*-–—_".contains($0) }
        guard let colon = trimmed.firstIndex(where: { $0 == ":" || $0 == "：" }) else {
            return markers.contains(DateNames.fold(trimmed)) && trimmed.contains(" ") ? "" : nil
        }
        let words = DateNames.fold(trimmed[..<colon])
        let rest = String(trimmed[trimmed.index(after: colon)...]).trimmingSpace()
        if markers.contains(words) { return rest }
        // "La réponse de Gilles :", "Antwort von Anna:"
        let isNamed = markers.contains { marker in [" d", " v", " by", " from"].contains { words.hasPrefix(marker + $0) } }
        return isNamed && words.split(separator: " ").count <= 6 ? rest : nil
    }

    /// "Dear X, … Y" and then "Dear Y, …": the reply greets the one who signed.
    private static func cutAtSecondSalutation(_ lines: [String]) -> Letter? {
        guard let first = lines.firstIndex(where: { !$0.isEmpty }), greeting(on: lines[first]) != nil else { return nil }
        let greetings = lines.indices.dropFirst(first + 2).lazy.filter { greeting(on: lines[$0]) != nil }
        for index in greetings.prefix(mostCandidates) {
            guard let last = lines[..<index].last(where: { !$0.isEmpty }), let name = signedName(on: last),
                let firstName = name.split(separator: " ").first, DateNames.fold(lines[index]).contains(DateNames.fold(firstName))
            else { continue }
            return letter(question: Array(lines[..<index]), answer: Array(lines[index...]), startingAt: index, of: lines)
        }
        return nil
    }

    /// A letter greets the blogger and asks or is signed; without a name in the greeting, or a greeting at all, one of the two is not enough.
    private static func isLetter(_ lines: ArraySlice<String>, isReplyOwn: Bool) -> Bool {
        guard let first = lines.first(where: { !$0.isEmpty }) else { return false }
        let isSigned = lines.last { !$0.isEmpty }.flatMap { signedName(on: $0) } != nil
        let asks = lines.contains { $0.contains("?") || $0.contains("？") }
        switch greeting(on: first) {
        case .person: return isSigned || asks
        case .nobody: return isSigned || isReplyOwn && asks
        case nil: return isSigned && asks && !isPublicGreeting(first)
        }
    }

    private enum Greeting {
        case person
        case nobody
    }

    /// The greeting on a line: "Bonjour Gilles,". "Hello world is the first program that" is none, and "Dear readers," greets the public.
    private static func greeting(on line: String) -> Greeting? {
        let head = line.prefix { !",!:".contains($0) }
        let words = head.split(whereSeparator: \.isSpace).map { DateNames.fold($0) }
        guard let first = words.first, salutations.contains(first), words.count <= 6, !isPublicGreeting(line) else { return nil }
        guard head.endIndex < line.endIndex || words.count <= 3 else { return nil }
        return words.count > 1 ? .person : .nobody
    }

    private static func isPublicGreeting(_ line: String) -> Bool {
        let words = line.prefix(longestMarker).split { !$0.isLetter }.prefix(6).map { DateNames.fold($0) }
        guard let first = words.first, salutations.contains(first) else { return false }
        return words.contains { publicWords.contains($0) }
    }

    private static func letter(question: [String], answer: [String], startingAt line: Int, of lines: [String]) -> Letter? {
        var question = question
        if let index = question.firstIndex(where: { !$0.isEmpty }), let rest = after(questionMarkers, on: question[index]) {
            question[index] = rest
        }
        let asked = signed(question)
        let answered = signed(answer)
        guard !asked.text.isEmpty, !answered.text.isEmpty else { return nil }
        let start = lines[..<line].reduce(0) { $0 + $1.utf8.count + 1 }
        return Letter(
            question: asked.text, asker: asked.name, answer: answered.text, answerer: answered.name,
            signedAnswer: answer.joined(separator: "\n"),
            answerStart: start)
    }

    /// A passage without the name under it.
    private static func signed(_ lines: [String]) -> (text: String, name: String?) {
        let whole = lines.joined(separator: "\n").trimmingSpace()
        guard let last = lines.lastIndex(where: { !$0.isEmpty }), last > 0, let name = signedName(on: lines[last]) else {
            return (whole, nil)
        }
        let text = lines[..<last].joined(separator: "\n").trimmingSpace()
        return text.isEmpty ? (whole, nil) : (text, name)
    }

    private static let closings = folded(
        """
        signed, cordialement, merci, yours, regards, best, cheers, thanks, gruss, viele grusse, liebe grusse, saludos, un saludo, gracias,
        saluti, grazie, um abraco, abracos, obrigado, obrigada, groeten, groetjes, signe, bien a vous, best regards, kind regards,
        mit freundlichen grussen, danke, bedankt, sincerely, amicalement
        """)

    /// `Nico`, `- Nico`, `Signed, Nico`.
    private static func signedName(on line: String) -> String? {
        let parts = line.split(separator: ",", maxSplits: 1)
        if parts.count == 2, closings.contains(DateNames.fold(parts[0])) {
            return NameLine.name(on: String(parts[1]).trimmingSpace())
        }
        return NameLine.name(on: line)
    }
}
