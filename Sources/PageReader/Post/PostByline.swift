internal import Markup
internal import ThreadModel

/// The line that says who wrote a post, and perhaps when: "By Ann Lee, May 3, 2010", "29. Juni 2017, 23:39 · von Tobi".
enum PostByline {
    /// Words that introduce a name at the start of a line, behind a separator and behind a date.
    private static let introductions: Set<String> = ["by", "von", "par", "por", "door", "przez"]
    /// Words that do so at the start only: they mean too much else.
    private static let firstWords: Set<String> = ["da", "di", "af", "av", "作者", "文"]
    /// Words that do so before a colon.
    private static let labelled: Set<String> = [
        "autor", "autorin", "author", "auteur", "autore", "text", "texte", "testo", "words", "redacción", "redaktion", "verfasser", "作者",
        "文",
    ]
    /// Words at which a name ends.
    private static let ends: Set<String> = [
        "on", "at", "am", "um", "le", "in", "im", "en", "dans", "unter", "el", "il", "op", "om", "den", "à", "a", "vom", "for", "für",
        "pour",
        "with", "says", "published", "updated", "posted", "aus", "from", "du",
    ]
    private static let joints: Set<String> = ["et", "and", "und", "y", "e", "en"]
    /// Words behind such a joint that begin another fact.
    private static let verbs: Set<String> = [
        "publié", "posté", "published", "posted", "updated", "veröffentlicht", "publicado", "pubblicato", "gepubliceerd",
    ]
    private static let roles: Set<String> = [
        "redakteur", "redakteurin", "redaktion", "journalist", "journalistin", "journaliste", "editor", "reporter", "correspondent",
        "staff",
        "contributor", "dpa", "afp", "apa", "ap", "reuters", "kolumnist", "kolumnistin", "volontär", "volontärin", "chefredakteur",
        "rédacteur",
        "rédactrice", "periodista", "redactor", "redactora", "senior", "associate", "freier", "freie", "autor", "autorin", "phd", "md",
    ]
    private static let separators: Set<Character> = ["|", "/", "·", "•", "–", "—", "(", "«", "»", "\u{2022}", "[", "#"]

    /// The name in a byline; `nil` if there is none.
    static func name(in text: String, dates: DateReader) -> String? {
        let line = text.collapsingSpace()
        guard !line.isEmpty, line.utf8.count <= 300 else { return nil }
        if Byline.introduction(of: line) != nil {
            return Byline.read(line, dates: dates)?.name.flatMap { self.name(at: $0[...], dates: dates) }
        }
        // "21:12 Publié par Ida": the time of day, and then the line as anywhere.
        let hasNumber = line.utf8.prefix(16).contains { $0 &- UInt8(ascii: "0") < 10 || $0 >= 0x80 }
        let leading = hasNumber ? dates.findClock(in: String(line.prefix(12))) : nil
        if let leading, leading.range.lowerBound == line.startIndex, let space = line.firstIndex(of: " ") {
            let rest = line[space...].drop { !$0.isLetter }
            if rest.first?.isUppercase == true, Byline.introduction(of: String(rest)) != nil { return name(in: String(rest), dates: dates) }
        }
        guard mayIntroduce(line) else { return nil }
        let tokens = line.split(separator: " ")
        for (index, token) in tokens.enumerated() {
            let isLabel = token.hasSuffix(":") || index + 1 < tokens.count && tokens[index + 1] == ":"
            let word = (token.hasSuffix(":") ? token.dropLast() : token).lowercased()
            let before = line[..<token.startIndex]
            let introduces =
                introductions.contains(word) && (index == 0 || isBreak(before, dates: dates))
                || firstWords.contains(word) && index == 0 && tokens.count <= 6 || labelled.contains(word) && isLabel
            guard introduces, case let rest = line[token.endIndex...], !isClause(rest) else { continue }
            return self.name(at: rest, dates: dates, after: word)
        }
        return nil
    }

    private static let introducing = WordTable(
        introductions.union(firstWords).union(labelled).map { (WordHash(bytes: $0.utf8), 1) })

    /// Cheap first: whether a line has a word at all that may introduce a name; nearly none has.
    private static func mayIntroduce(_ line: String) -> Bool {
        var line = line
        return line.withUTF8 { bytes in
            var isFound = false
            bytes.forEachPart(separatedBy: { $0 == 0x20 || $0 == UInt8(ascii: ":") }) { word in
                guard !isFound, word.count <= 16 else { return }
                var hash = WordHash()
                var before: UInt8 = 0
                for byte in word {
                    let isUpper = byte &- UInt8(ascii: "A") < 26 || before == 0xC3 && byte < 0x9F
                    hash.add(UInt32(isUpper ? byte | 0x20 : byte))
                    before = byte
                }
                isFound = introducing[hash] != nil
            }
            return isFound
        }
    }

    /// What may stand before "by": "Ein Beitrag von", "Posted on".
    private static let openings: Set<String> = [
        "post", "posted", "written", "published", "veröffentlicht", "geschrieben", "verfasst", "erstellt", "eingestellt", "gepostet",
        "beitrag",
        "ein beitrag", "ein artikel", "artikel", "text", "story", "publié", "posté", "écrit", "rédigé", "publicado", "escrito", "article",
        "un article", "article publié", "pubblicato", "scritto", "geplaatst", "geschreven", "skrevet", "kommentar", "ein kommentar",
        "interview", "recipe", "recette", "rezept", "receta", "receita", "ricetta", "recept",
        "gastbeitrag", "ein gastbeitrag", "guest post", "report", "opinion",
    ]

    /// Whether a text ends with a separator, or with the date in front of a name, or opens a byline.
    private static func isBreak(_ before: Substring, dates: DateReader) -> Bool {
        let text = String(before).trimmingEnd()
        if let last = text.last, separators.contains(last) || last.isOne(of: ",-") || openings.contains(text.lowercased()) { return true }
        let found = dates.find(in: text)?.range ?? dates.findClock(in: text)?.range
        return found.map { range in
            let between = text[range.upperBound...].lowercased().trimmingSpace()
            return ["", "uhr", "h", ".", ":"].contains(between)
        } ?? false
    }

    /// Whether what follows "by" is prose: "Por fim, envolva a manteiga", "por dose e por dia".
    private static func isClause(_ rest: Substring) -> Bool {
        // A date, or a mark between the parts of a line, is in no sentence.
        guard !rest.contains(where: { $0.isNumber || $0.isOne(of: "|:·–—") }) else { return false }
        let beginnings = rest.split(separator: " ").compactMap { $0.first(where: \.isLetter) }
        if beginnings.count > 5, beginnings.allSatisfy(\.isLowercase) { return true }
        guard let comma = rest.firstIndex(of: ",") else { return false }
        let words = rest[..<comma].split(separator: " ")
        return (1...3).contains(words.count) && words.allSatisfy { $0.first?.isLowercase == true }
            && rest[comma...].first(where: \.isLetter)?.isLowercase == true && rest[comma...].split(separator: " ").count > 2
    }

    /// The name at the start of a text, up to a separator, a date or a word that ends it.
    ///
    /// - Parameter introduction: the word before it.
    private static func name(at text: Substring, dates: DateReader, after introduction: String = "") -> String? {
        var text = text.drop { $0.isSpace || $0 == ":" }
        if let space = text.utf8.prefix(8).firstIndex(of: 0x20), introductions.contains(text[..<space].lowercased()) {
            text = text[text.utf8.index(after: space)...]
        }
        let whole = String(text)
        if let place = (dates.find(in: whole)?.range ?? dates.findClock(in: whole)?.range)?.lowerBound {
            text = text.prefix(whole[..<place].count)
        }
        var name: [Substring] = []
        let tokens = text.split(separator: " ")
        for (index, token) in tokens.enumerated() {
            if token == "-" || token == "//" || token == "::" || token.allSatisfy({ separators.contains($0) }) { break }
            // "door Ida en Bram": the Dutch "and".
            if !name.isEmpty, ends.contains(String(token)), introduction != "door" || token != "en" { break }
            // "Ida Marr Published: 3 May", "Ida et publié depuis Overblog".
            if !name.isEmpty, token.hasSuffix(":"), token.first?.isUppercase == true { break }
            if !name.isEmpty, index + 1 < tokens.count, joints.contains(String(token)), verbs.contains(String(tokens[index + 1])) { break }
            if Address.isWeb(token) { break }
            if let cut = token.firstIndex(where: { separators.contains($0) }) {
                if cut > token.startIndex { name.append(token[..<cut]) }
                break
            }
            name.append(token)
        }
        // "Ida Marr, Redakteurin": what somebody does is no part of the name.
        if let comma = name.firstIndex(where: { $0.hasSuffix(",") }), comma + 1 < name.count, roles.contains(SiteName.key(name[comma + 1]))
        {
            name.removeSubrange((comma + 1)...)
        }
        let joined = name.joined(separator: " ").drop { $0.isOne(of: ",;:") }.trimmingSpace()
        return plausible(String(joined[...].trimmingPart { $0.isOne(of: ",;:-") || $0.isSpace }))
    }

    /// A name as an element gives it: without introduction, date and label; `nil` if nothing that may be a name is left.
    static func cleaned(_ text: String, dates: DateReader) -> String? {
        let line = text.collapsingSpace()
        if let name = name(in: line, dates: dates) { return name }
        for start in authorPages where line.hasPrefix(start) { return plausible(String(line.dropFirst(start.count))) }
        return name(at: line[...], dates: dates)
    }

    private static let authorPages = [
        "View all posts by ", "Alle Beiträge von ", "Alle Artikel von ", "Voir tous les articles de ", "Voir tous les articles par ",
        "Ver todas las entradas de ", "Vedi tutti gli articoli di ", "Posts by ", "Beiträge von ", "More posts by ", "Mehr von ",
        "More by ",
        "Articles by ", "Recette de: ", "Recette de : ", "Receta de: ", "Ricetta di: ", "Receita de: ",
    ]

    /// Labels that stand where a name could.
    private static let labels: Set<String> = [
        "author", "autor", "auteur", "autore", "by", "von", "par", "por", "about the author", "über den autor", "posted", "published",
        "written",
        "written by", "posted by", "verfasst von", "geschrieben von", "published by", "website", "twitter", "facebook", "follow", "more",
        "mehr",
        "kommentar von", "autoreninfo", "author archives", "view all posts", "recent posts", "authors", "permalink", "home", "email",
        "print", "drucken", "imprimer", "imprimir", "stampa", "share", "save",
    ]

    /// A text that may be one or more names.
    private static func plausible(_ text: String) -> String? {
        func isAround(_ character: Character) -> Bool { character.isSpace || character.isOne(of: "©→←»›") }
        let name = String(text.drop(while: isAround).trimmingPart(isAround))
        guard (1...80).contains(name.count), name.contains(where: \.isLetter), !Address.isWeb(name) else { return nil }
        guard name.split(separator: " ").count <= 10, !labels.contains(name.lowercased()) else { return nil }
        return name.hasSuffix("!") || name.hasSuffix("?") ? nil : name
    }

    /// Whether a line is no more than a byline or a date.
    static func isOne(_ line: String, dates: DateReader) -> Bool {
        let line = String(line.drop { $0 == "|" || $0.isSpace })
        let found = dates.find(in: line)
        let rest = found.map { String(line[..<$0.range.lowerBound] + line[$0.range.upperBound...]) } ?? line
        let others = rest.filter { $0.isLetter || $0.isNumber }.count
        if found != nil, others <= 4 { return true }
        let words = line.split(separator: " ").count
        guard words <= 12, !line.hasSuffix("."), let name = name(in: line, dates: dates) else { return false }
        guard Byline.introduction(of: line) == nil else { return true }
        // A bare "by" introduces sentences too: the line must be the name and little else.
        let names = name.filter { $0.isLetter || $0.isNumber }.count
        let isNamed = name.split(separator: " ").allSatisfy { $0.first?.isLowercase != true || $0.count <= 3 } || words <= 2
        return isNamed && others - names <= 14
    }
}
