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
    }

    /// Lines that announce the reply, folded; the language does not matter, so they are not sorted by it.
    private static let answerMarkers = [
        "ma reponse", "notre reponse", "la reponse", "reponse", "mon avis", "my answer", "my reply", "our answer", "our reply",
        "the answer", "answer",
        "reply", "my response", "meine antwort", "unsere antwort", "die antwort", "antwort", "mi respuesta", "nuestra respuesta",
        "la respuesta",
        "respuesta", "la mia risposta", "la nostra risposta", "risposta", "minha resposta", "a minha resposta", "nossa resposta",
        "resposta",
        "mijn antwoord", "ons antwoord", "antwoord", "mitt svar", "svar", "回答",
    ].map { DateNames.fold($0) }
    /// Lines that announce the letter.
    private static let questionMarkers = [
        "question", "la question", "votre question", "la question du jour", "the question", "your question", "frage", "die frage",
        "leserfrage",
        "pregunta", "la pregunta", "domanda", "la domanda", "pergunta", "a pergunta", "vraag", "de vraag", "lezersvraag", "質問",
    ].map { DateNames.fold($0) }
    /// Words that begin a letter.
    private static let salutations: Set<String> = [
        "bonjour", "bonsoir", "cher", "chere", "chers", "salut", "coucou", "dear", "hello", "hi", "hey", "hallo", "liebe", "lieber",
        "guten", "sehr",
        "moin", "servus", "hola", "querido", "querida", "estimado", "estimada", "buenos", "buenas", "ciao", "caro", "cara", "buongiorno",
        "salve",
        "gentile", "ola", "prezado", "prezada", "bom", "boa", "beste", "geachte", "dag", "hoi",
    ]

    /// The letter in a post's text; `nil` for an ordinary post.
    static func cut(_ text: String) -> Letter? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count > 2 else { return nil }
        return cutAtMarker(lines) ?? cutAtSecondSalutation(lines)
    }

    /// The lines before and after one that says "Ma réponse :" and nothing else, or begins so.
    private static func cutAtMarker(_ lines: [String]) -> Letter? {
        for (index, line) in lines.enumerated() where index > 0 {
            guard let rest = after(answerMarkers, on: line) else { continue }
            let before = Array(lines[..<index])
            let after = (rest.isEmpty ? [] : [rest]) + lines[(index + 1)...]
            guard isLetter(before), after.contains(where: { !$0.isEmpty }) else { continue }
            // A second question makes it an interview.
            if after.contains(where: { self.after(questionMarkers, on: $0) != nil }) { return nil }
            return letter(question: before, answer: after)
        }
        return nil
    }

    private static let longestMarker = 60

    /// What follows a marker on a line; `nil` if the line has none. A marker without a colon is the whole line.
    private static func after(_ markers: [String], on line: String) -> String? {
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
        guard let first = lines.firstIndex(where: { !$0.isEmpty }), isSalutation(lines[first]) else { return nil }
        for index in lines.indices.dropFirst(first + 2) where isSalutation(lines[index]) {
            let before = Array(lines[..<index])
            guard let last = before.last(where: { !$0.isEmpty }), let name = signedName(on: last),
                let firstName = name.split(separator: " ").first, DateNames.fold(lines[index]).contains(DateNames.fold(firstName))
            else { continue }
            return letter(question: before, answer: Array(lines[index...]))
        }
        return nil
    }

    /// A letter greets, asks, or is announced; anything else before a marker is an ordinary text.
    private static func isLetter(_ lines: [String]) -> Bool {
        guard let first = lines.first(where: { !$0.isEmpty }) else { return false }
        if isSalutation(first) || after(questionMarkers, on: first) != nil { return true }
        let isSigned = lines.last { !$0.isEmpty }.flatMap { signedName(on: $0) } != nil
        return isSigned && lines.contains { $0.contains("?") || $0.contains("？") }
    }

    private static func isSalutation(_ line: String) -> Bool {
        let words = line.split { $0.isSpace || ",!:".contains($0) }
        guard let first = words.first, salutations.contains(DateNames.fold(first)) else { return false }
        // "Bonjour à tous," is one; "Hello world is the first program that" is none, whatever comes behind a later comma.
        let greeting = line.prefix { !",!:".contains($0) }
        return words.count <= 3 || greeting.endIndex < line.endIndex && greeting.split(whereSeparator: \.isSpace).count <= 6
    }

    private static func letter(question: [String], answer: [String]) -> Letter? {
        var question = question
        if let index = question.firstIndex(where: { !$0.isEmpty }), let rest = after(questionMarkers, on: question[index]) {
            question[index] = rest
        }
        let asked = signed(question)
        let answered = signed(answer)
        guard !asked.text.isEmpty, !answered.text.isEmpty else { return nil }
        return Letter(question: asked.text, asker: asked.name, answer: answered.text, answerer: answered.name)
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

    /// `Nico`, `- Nico`, `Signed, Nico`.
    private static func signedName(on line: String) -> String? {
        let parts = line.split(separator: ",", maxSplits: 1)
        let closings: Set<String> = [
            "signed", "cordialement", "merci", "yours", "regards", "best", "cheers", "thanks", "gruss", "viele grusse", "liebe grusse",
            "saludos",
            "un saludo", "gracias", "saluti", "grazie", "um abraco", "abracos", "obrigado", "obrigada", "groeten", "groetjes", "signe",
            "bien a vous",
            "best regards", "kind regards", "mit freundlichen grussen", "danke", "bedankt", "sincerely", "amicalement",
        ]
        if parts.count == 2, closings.contains(DateNames.fold(parts[0])) {
            return NameLine.name(on: String(parts[1]).trimmingSpace())
        }
        return NameLine.name(on: line)
    }
}
