internal import Markup
internal import ThreadModel

/// The line that says who wrote something, and when: "Rédigé par : Lola | 09 février 2011 à 10:40".
struct Byline: Equatable {
    var name: String?
    var date: PublishedDate?
    /// The language of its introduction.
    var language: String?
    var isAmbiguousDate = false

    /// What introduces a name, by language, as the interfaces of blog programs have it.
    private static let introductions: [(words: String, language: String)] = [
        ("Posted by", "en"), ("Comment by", "en"), ("Written by", "en"), ("Commented by", "en"), ("Submitted by", "en"), ("Left by", "en"),
        ("Rédigé par", "fr"), ("Ecrit par", "fr"), ("Écrit par", "fr"), ("Posté par", "fr"), ("Publié par", "fr"), ("Commentaire de", "fr"),
        ("Commentaire par", "fr"), ("Kommentiert von", "de"), ("Verfasst von", "de"), ("Geschrieben von", "de"), ("Gepostet von", "de"),
        ("Eingestellt von", "de"), ("Kommentar von", "de"), ("Erstellt von", "de"), ("Publicado por", "es"), ("Escrito por", "es"),
        ("Enviado por", "es"), ("Comentario de", "es"), ("Dicho por", "es"), ("Scritto da", "it"), ("Inviato da", "it"),
        ("Pubblicato da", "it"), ("Postato da", "it"), ("Commento di", "it"), ("Postado por", "pt"), ("Escrito por", "pt"),
        ("Comentário de", "pt"), ("Geplaatst door", "nl"), ("Geschreven door", "nl"), ("Gepost door", "nl"), ("Reactie van", "nl"),
        ("Pingback by", "en"), ("Pingback from", "en"), ("Trackback from", "en"), ("Pingback von", "de"), ("Pingback par", "fr"),
        ("Ping par", "fr"), ("Pingback por", "es"),
        ("Pingback di", "it"), ("Pingback door", "nl"), ("Pingback av", "sv"), ("Trackback by", "en"), ("Trackback von", "de"),
        ("Reactie door", "nl"), ("Komentarz - autor", "pl"), ("Kommentar av", "sv"), ("Kommentar af", "da"), ("Comentario por", "es"),
        ("Комментарий от", "ru"),
        ("Пингбэк от", "ru"), ("Автор", "ru"), ("コメント by", "ja"), ("ピンバック by", "ja"), ("评论 由", "zh"), ("由", "zh"), ("投稿者", "ja"),
        ("投稿", "ja"), ("Skrevet af", "da"), ("Skrevet av", "nb"), ("Postat av", "sv"), ("Skrivet av", "sv"),
        ("Kirjoittanut", "fi"), ("Autor", "pl"), ("Dodane przez", "pl"), ("Gönderen", "tr"),
    ]
    /// Folded, by their first letter, the longest first.
    private static let byLetter: [Character: [(words: String, language: String)]] = Dictionary(
        grouping: introductions.map { (words: DateNames.fold($0.words), language: $0.language) }.sorted { $0.words.count > $1.words.count },
        by: { $0.words.first ?? " " })

    /// Words between a name and its date.
    private static let connectors: Set<String> = [
        "at", "on", "le", "am", "um", "il", "el", "em", "op", "den", "the", "a", "says", "said", "ecrit", "a ecrit", "dit", "wrote",
        "schrieb",
        "vom", "from", "du", "kl", "om", "alle", "las",
        "en", "as", "ore",
    ]

    /// Reads a byline; `nil` if a text is none: it has neither an introduction nor a date behind a name.
    static func read(_ text: String, dates: DateReader) -> Byline? {
        let line = withoutNumber(text.collapsingSpace(), dates: dates)
        let introduction = introduction(of: line)
        let rest = introduction.map { String($0.rest) } ?? line
        let found = dates.find(in: rest)
        let (relative, partial) = found == nil ? dates.findIncomplete(in: rest) : (nil, nil)
        guard introduction != nil || found != nil || partial != nil || relative != nil else { return nil }
        var byline = Byline(date: found?.date, language: introduction?.language, isAmbiguousDate: found?.isAmbiguous ?? false)
        // "Posted by NAME at 06:12 PM in Weather": the day is elsewhere, the clock ends the name all the same.
        let end = (found?.range ?? partial?.range ?? relative?.range ?? dates.findClock(in: rest)?.range)?.lowerBound
        byline.name = name(in: rest[..<(end ?? rest.endIndex)], isDateKnown: end != nil)
        if byline.name == nil || byline.name.map(PersonName.isOnlyAround) == true,
            let after = found?.range.upperBound ?? dates.findClock(in: rest)?.range.upperBound
        {
            byline.name = nameAfterDate(rest[after...]) ?? byline.name
        }
        return byline
    }

    /// "14. Mai 2012, von Jorinde Falk", "At 10:12, Anonymous said…": the name behind the date, where a word says that it is one.
    private static func nameAfterDate(_ text: Substring) -> String? {
        if let name = nameBehindDash(text) { return name }
        let words = text.split { $0.isSpace || $0.isOne(of: ",|·–—-") }
        guard let first = words.first, PersonName.prepositions.contains(DateNames.fold(first)) else {
            guard text.first != ":" else { return nil }
            let rest = String(text.trimmingPrefix { $0.isSpace || $0.isOne(of: ",|-–—") }).trimmingEnd()
            let name = PersonName.cleaned(rest)
            return name.split(separator: " ").count <= 4 && !name.isEmpty && name.first?.isLowercase != true
                && name.count < rest.count(where: { !$0.isOne(of: ":.…") }) ? name : nil
        }
        let name = text[first.endIndex...].prefix { !$0.isOne(of: "|(·–—") }.trimmingPrefix { $0.isSpace }
        return name.isEmpty || name.count > 60 ? nil : String(name).trimmingEnd()
    }

    /// "Fri, 03/02/2007 - 10:12 — kate": nothing but a name stands behind such a dash.
    private static func nameBehindDash(_ text: Substring) -> String? {
        let rest = text.drop(while: \.isSpace)
        guard rest.first == "—", rest.utf8.count <= 80 else { return nil }
        let name = PersonName.cleaned(rest.dropFirst().trimmingSpace())
        let words = name.split(separator: " ")
        // Several words without capitals go on with a sentence.
        guard (1...4).contains(words.count), words.count == 1 || words.allSatisfy({ $0.first?.isLowercase != true }),
            name.last.map({ !$0.isOne(of: ".!?:") }) ?? false
        else { return nil }
        return name
    }

    /// The name in "DATE — NAME", as Drupal's line of submission has it.
    static func nameBehindDate(in line: String, dates: DateReader) -> String? {
        guard line.contains("—"), let date = dates.find(in: line) else { return nil }
        return nameBehindDash(line[date.range.upperBound...])
    }

    /// "2. Le jeudi 15 mai", "#3 | NAME", "Commentaire n°1 posté par NAME": the number of a comment is no part of what follows.
    private static func withoutNumber(_ line: String, dates: DateReader) -> String {
        let word = line.prefix { $0.isLetter }
        var rest = line[...]
        if !word.isEmpty {
            guard Hints(in: String(word)).contains(.comment) else { return line }
            rest = rest.dropFirst(word.count).drop { $0.isSpace }
            if rest.hasPrefix("n°") || rest.hasPrefix("nr") || rest.hasPrefix("no") {
                rest = rest.dropFirst(2).drop { $0 == "." || $0.isSpace }
            }
        }
        let hash = rest.first == "#"
        let number = rest.drop { $0 == "#" }.prefix { $0.isASCII && $0.isNumber }
        guard !number.isEmpty, number.count <= 5 else { return line }
        let behind = line[number.endIndex...]
        let marks = behind.prefix { $0.isOne(of: ".):|-–—") || $0.isSpace }
        // "12.3.2011" and "9 février" begin with a number too: it counts with a mark and a space behind it.
        guard hash || !word.isEmpty || marks.contains(where: { $0.isOne(of: ".):|") }) && marks.contains(where: \.isSpace), !behind.isEmpty,
            marks.endIndex < line.endIndex
        else { return line }
        if dates.find(in: line)?.range.lowerBound == number.startIndex { return line }
        return String(line[marks.endIndex...])
    }

    private static let beginnings = Beginnings(byLetter.values.joined().map(\.words))

    /// The introduction at the start of a line and what follows it.
    static func introduction(of line: String) -> (language: String, rest: Substring)? {
        // Cheap first: nearly no line begins so.
        guard beginnings.mayBegin(line) else { return nil }
        let folded = DateNames.fold(line.prefix(32))
        guard let first = folded.first, let found = byLetter[first]?.first(where: { folded.utf8.starts(with: $0.words.utf8) }) else {
            return nil
        }
        // Folding keeps the number of characters of these words; what follows must not be part of one of them.
        let rest = line.dropFirst(found.words.count)
        guard let next = rest.first, !next.isLetter || found.language == "ja" else { return nil }
        let name = rest.drop { $0.isSpace || $0 == ":" || $0 == "：" }
        return (found.language, name)
    }

    /// Whether a word leads from the name to the date. A capital letter alone is an initial: `Marie A`; behind a name, a capital begins
    /// another: `Marie Le`.
    private static func isConnector(_ word: Substring, isAlone: Bool) -> Bool {
        guard connectors.contains(DateNames.fold(word)) else { return false }
        guard word.first?.isUppercase == true else { return true }
        return word.count > 1 && (isAlone || word.dropFirst().contains(where: \.isUppercase))
    }

    private static func name(in text: Substring, isDateKnown: Bool) -> String? {
        var name = isDateKnown ? FieldLabel.withoutDate(text) : text
        // With no date to end it, only a separator can.
        if !isDateKnown, let first = name.split(separator: "|").first { name = first }
        while let last = name.last {
            if !name.endsWithWord, last.isSpace || last.isOne(of: ",|-–—(@·•:;~/") {
                name.removeLast()
            } else if isDateKnown, let word = name.split(separator: " ").last,
                isConnector(word, isAlone: word.startIndex == name.drop(while: \.isSpace).startIndex)
            {
                name = name.dropLast(word.count)
            } else {
                break
            }
        }
        let trimmed = name.beginsWithWord ? name : name.drop { $0.isSpace || $0.isOne(of: "-–—:") }
        return trimmed.isEmpty ? nil : String(trimmed)
    }
}
