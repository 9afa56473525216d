internal import Markup

/// Names of people as bylines print them, and the words around them that are no names.
enum PersonName {
    /// What stands in front of a name: "By", "Posted by", "Kommentar von".
    private static let introductions = folded(
        """
        by, posted by, written by, comment by, comment from, submitted by, added by, published by, author, name, from, von, verfasst von,
        geschrieben von, kommentar von, kommentiert von, gepostet von, eingestellt von, autor, par, de, poste par, ecrit par, redige par,
        publie par, commentaire de, commentaire par, message de, auteur, por, publicado por, escrito por, enviado por, comentario de,
        comentario por, comentario por, da, di, scritto da, inviato da, pubblicato da, commento di, commento da, autore, postado por,
        comentado por, door, geplaatst door, geschreven door, reactie van, skrevet af, skrevet av, postat av, skrivet av, av, af,
        pingback from, pingback by, pingback von, pingback de, pingback par, pingback di, trackback from, trackback by, trackback von,
        trackback de, ping par, מאת, автор, от, од, od, 由, 名前, kirjoittanut, dodane przez, przez, gonderen, reply by, reply from, antwort von,
        reponse de, respuesta de, avatar, photo of, foto de
        """)
    /// The words of one language each that lead to a name: "by", "von".
    static let prepositions: Set<String> = ["by", "from", "von", "par", "por", "da", "di", "de", "door", "af", "av", "przez", "od"]
    /// What stands behind a name: "says", "sagt", "a écrit".
    private static let verbs = folded(
        """
        says, said, wrote, writes, replied, replies, responded, commented, comments, posted, asked, on, at, in, sagt, sagte, meint, meinte, schreibt,
        schrieb, schrieb am, hat geschrieben, antwortet, kommentiert, kommentierte, am, um, vom, dit, a dit, a ecrit, ecrit, a commente,
        le, repond, a repondu, dice, dijo, escribio, ha dicho, coment, comento, respondio, disse, escreveu, comentou, diz, scrive, ha scritto, ha detto, ha commentato, zegt,
        schreef, schrijft, op, zei, sier, skrev, skriver, sager, siger, sanoo, kirjoitti, pisze, napisal, napisala, mowi, rekl, pise, dedi ki, diyor ki,
        napsal, el, il, the, from, den, kl, is, wrote on, said on, says on, ai, a las, alle, ore, thinks, remarked, cita, пишет, говорит,
        написал, gesagt, geschrieben, kommentiert, detto, scritto, commentato, risposto, dicho, escrito, dito, geschreven, gezegd, sagde,
        skrevet, skrivit, sa, комментирует, сказал, каже, каза, napísal, říká, řekl, kaže, spune, spunea, írta, szerint, mondta, ki, dedi,
        demiş, λέει, είπε, אמר, אמר/ה, قال, يقول, كتب, گفت, कहा, ने, กล่าวว่า, berkata, mengatakan, viết, nói, さんのコメント, のコメント, 님의 말, 表示, 提到,
        發表於, 发表于, 发表於, さん, より, 說道, 说道, 說, 说, 回覆, 於, 于, : uhr, uhr
        """)
    /// What stands between a name and such a verb: "Lola a écrit", "Anna hat geschrieben".
    private static let auxiliaries: Set<String> = ["a", "ha", "has", "hat", "har", "heeft"]
    /// What platforms call people: labels beside a name, and names of those who gave none.
    private static let roles = folded(
        """
        author, autor, auteur, autore, autorin, post author, op, guest, gast, invite, moderator, subscriber, member, mitglied, community,
        anonymous user
        """)
    /// Words on the buttons and labels of a comment: no names, no text.
    private static let controls = folded(
        """
        reply, quote, report, permalink, link, edit, delete, like, likes, dislike, share, flag, spam,
        commented, comments,
        antworten, antwort, zitieren, zitat, melden, bearbeiten, loschen, gefallt mir, teilen, auf diesen kommentar antworten, kommentieren,
        repondre, repondre a ce message, repondre au message, repondre a ce commentaire, reagissez a ce message, citer, signaler, modifier,
        supprimer, lien permanent, lien, partager, j'aime, responder, citar, reportar, denunciar, editar,
        borrar, enlace, enlace permanente, me gusta, compartir, rispondi, cita, segnala, modifica, elimina, condividi, mi piace, excluir,
        compartilhar, curtir, reageer, reageren, beantwoorden, rapporteer, svar, svara, citera, vastaa, odpowiedz, cytuj, cevapla, yanitla, 返信,
        回覆, 回复, 引用, 返信する, ответить, цитировать, commenter, comment, kommentar, commentaire, comentario, commento, log in to reply, sign in to reply, up, down, vote, votes, reply to this,
        reviews, kommentarer, kommentare, commentaires, comentarios, commenti, reacties, komentarze, комментарии,
        sign in, sign up, register, einloggen, registrieren, se connecter, connexion, iniciar sesion, accedi, entrar, inloggen, logga in, logg inn,
        log ind, zaloguj sie, войти,
        reply to this comment, anmelden zum antworten, login, log in, profile, profil, website, homepage, web, url, email, mail,
        pingback, trackback, pingbacks, trackbacks, alerter, signaler un abus, report abuse, missbrauch melden, read more, weiterlesen, more, mehr, show more, mehr anzeigen, view, hide, top, parent, next, prev, previous, zuruck, weiter, subscribe, follow
        """)

    private static let controlBeginnings = Beginnings(controls.union(roles))
    private static let introductionBeginnings = Beginnings(introductions.union(FieldLabel.names))

    static func folded(_ words: String) -> Set<String> {
        Set(words.split(separator: ",").map { DateNames.fold($0.collapsingSpace()) })
    }

    private static let small: Set<String> = ["in", "at", "on", "le", "el", "il", "is", "ai", "the", "sa", "ki"]

    private static let singleWords: Set<String> = {
        var words: Set<String> = []
        for phrase in introductions.union(verbs) { words.formUnion(phrase.split(separator: " ").map(String.init)) }
        words.formUnion(["and", "und", "et", "y", "e", "a", "as", "to", "o", "clock", "h", "pm", "am", "with", "via", "no", "nr", "n"])
        return words
    }()
    private static let controlWords: Set<String> = {
        var words: Set<String> = []
        for phrase in controls.union(roles) { words.formUnion(phrase.split(separator: " ").map(String.init)) }
        return words
    }()

    private static let longestName = 80

    /// Everyday words, which are in phrases around names too: alone they say something.
    private static let everyday: Set<String> = ["no", "not", "this", "the", "more", "mehr", "is", "mi", "me"]
    private static let known: Set<[UInt8]> = Set(singleWords.union(controlWords).subtracting(everyday).map { Array($0.utf8) })
    /// Marks that divide the parts of a line. A face or a picture is something said.
    private static let dividers: Set<Character> = Set(" \u{A0}|·•–—-/#,.:@[]0123456789")

    /// Whether a text says nothing but what stands around names and dates: "says:", "| #3 |", "Permalink".
    static func isOnlyAround(_ text: String) -> Bool {
        var rest = text.utf8[...]
        var hasLetters = false
        while let start = rest.firstIndex(where: isLetter) {
            hasLetters = true
            let word = rest[start...].prefix(while: isLetter)
            rest = rest[word.endIndex...]
            // The first other word ends the search: texts are long.
            guard word.count <= 40, isKnown(word) else { return false }
        }
        return hasLetters ? !text.utf8.contains { Self.saysSomething($0) } : text.allSatisfy { dividers.contains($0) }
    }

    /// Marks of ASCII that stand in what people say, not between names and dates: "+1", "No!", "?".
    private static func saysSomething(_ byte: UInt8) -> Bool {
        "+!?*=<>%$&\"~".utf8.contains(byte)
    }

    /// Letters of ASCII, and all that other letters are made of.
    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
    }

    private static func isKnown(_ word: Substring.UTF8View) -> Bool {
        var bytes = Array(word)
        if bytes.allSatisfy({ $0 < 0x80 }) {
            bytes.lowercaseASCII()
            return known.contains(bytes)
        }
        let words = Substring(word).split { !$0.isLetter }
        return words.allSatisfy { known.contains(Array(DateNames.fold($0).utf8)) }
            && (!words.isEmpty || Substring(word).allSatisfy { dividers.contains($0) })
    }

    /// Whether a text has letters or one of the bars that divide the parts of a line.
    static func hasWordOrBar(_ text: String) -> Bool {
        text.contains { $0.isLetter || $0.isOne(of: "|·•—–#/") }
    }

    /// Whether a text is what buttons and labels say.
    static func isControl(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        // Cheap first: most texts begin as no button does.
        guard controlBeginnings.mayBegin(text) else { return false }
        let words = text.trimming { !$0.isLetter && !$0.isNumber }
        guard !words.isEmpty else { return false }
        let folded = DateNames.fold(words)
        return controls.contains(folded) || roles.contains(folded)
    }

    /// Whether a line is what platforms call somebody: a name only where nothing else is one.
    static func isRole(_ line: String) -> Bool {
        line.utf8.count <= 40 && roles.contains(DateNames.fold(line.trimming { !$0.isLetter }))
    }

    /// Whether a line could be a person's name: short, not a button, not a date.
    static func isPlausible(_ line: String) -> Bool {
        guard (1...longestName).contains(line.count), line.contains(where: { !$0.isSpace && !$0.isPunctuation }) else { return false }
        return !isControl(line) && !(line.hasSuffix("?") && line.contains(" "))
    }

    /// Whether a line is something said: five words or more, and the mark of an end.
    static func isSentence(_ line: String) -> Bool {
        guard let last = line.trimmingSpace().last, last.isOne(of: ".!…") else { return false }
        return line.utf8.count { $0 == 0x20 } >= 4
    }

    private static let anonymous = folded("anonymous, anonyme, anonym, anonimo, anonimno, аноним, guest, gast, invite, invitado, ospite")

    /// Whether a name is that of whoever gave none.
    static func isAnonymous(_ name: String) -> Bool { anonymous.contains(DateNames.fold(name)) }

    /// Whether a line is what introduces a name, and no name: "by".
    static func isIntroduction(_ line: String) -> Bool { introductions.contains(DateNames.fold(line)) }

    /// A name without what stands around it: "Par Bruno Gobin," is Bruno Gobin, "wmu says:" is wmu.
    static func cleaned(_ line: String) -> String {
        var name = withoutAddress(withoutNumber(line[...]))
        if let rest = withoutIntroduction(name) { name = rest }
        name = withoutTail(withoutVerb(name))
        if !name.beginsWithWord { name = name.drop { $0.isSpace || $0.isOne(of: "-–—:|·•,>»") } }
        while !name.endsWithWord, let last = name.last, last.isSpace || last.isOne(of: ",:|-–—·•<«;("), !isSmileyEnd(name) {
            name.removeLast()
        }
        let cleaned = String(name)
        return cleaned.isEmpty ? line.trimmingSpace() : cleaned
    }

    /// A list's number: "12. Anonymous" is Anonymous.
    private static func withoutNumber(_ line: Substring) -> Substring {
        guard let first = line.utf8.first, first &- UInt8(ascii: "0") < 10 else { return line }
        let rest = line.drop { $0.isASCII && $0.isNumber }
        guard (1...5).contains(line.utf8.count - rest.utf8.count), let mark = rest.first, mark.isOne(of: ".．):："),
            let next = rest.dropFirst().first, next.isSpace
        else { return line }
        return rest.dropFirst(2)
    }

    /// "Hal <hal@harbour.example> Lund": the mail address, and the place that guestbooks print behind it.
    private static func withoutAddress(_ line: Substring) -> Substring {
        guard line.utf8.contains(UInt8(ascii: "<")), let start = line.firstIndex(of: "<"), start > line.startIndex,
            let end = line[start...].firstIndex(of: ">"),
            line[start..<end].contains("@")
        else { return line }
        return line[..<start].trimmingPart(\.isSpace)
    }

    /// "Lola :-": the colon of a face.
    private static func isSmileyEnd(_ name: Substring) -> Bool { name.hasSuffix(":-") || name.hasSuffix(";-") }

    /// What follows "Posted by" or "Von:" at the start. A short word such as "de" introduces only with a colon or before a capital letter.
    private static func withoutIntroduction(_ line: Substring) -> Substring? {
        guard introductionBeginnings.mayBegin(line) else { return nil }
        var end = line.startIndex
        var longest: Substring?
        var words = 0
        while words < 3, end < line.endIndex {
            let word = line[end...].drop(while: \.isSpace).prefix { !$0.isSpace && $0 != ":" && $0 != "：" }
            guard !word.isEmpty else { break }
            words += 1
            end = word.endIndex
            let rest = line[end...].drop { $0.isSpace || $0 == ":" || $0 == "：" }
            let folded = DateNames.fold(line[..<end].trimmingSpace())
            let hasColon = line[end...].drop(while: \.isSpace).first.map { $0 == ":" || $0 == "：" } ?? false
            guard let next = rest.first, introductions.contains(folded) || hasColon && FieldLabel.names.contains(folded) else { continue }
            let isSure = words > 1 || hasColon || line.first?.isUppercase == true || next.isUppercase
            // "De Gaulle", "Da Silva", "Di Marco" are names: in one word only what is no particle of names introduces without a colon.
            let isParticle = ["de", "da", "di", "name", "author", "autor", "auteur", "autore", "av", "af"].contains(DateNames.fold(word))
            // "Von Hagen", "By Jove", "Par Hasard" are names; what introduces stands before a whole name, or has a mark behind it.
            let isWhole = rest.contains { $0.isSpace } || rest.last.map { $0.isOne(of: ",:;|-–—") } ?? false
            let isBy = DateNames.fold(word) == "by"
            if words == 1, !hasColon, !isWhole, !isBy { continue }
            if isSure || isBy, hasColon || words > 1 || !isParticle { longest = rest }
        }
        return longest
    }

    /// What platforms write behind the names of people who are not their members.
    private static let tails = [
        "(not verified)", "(nicht überprüft)", "(non vérifié)", "(no verificado)", "(niet gecontroleerd)", "(non verificato)",
        "(não verificado)",
        "(ikke bekræftet)", "(ei varmistettu)", "[Visitor]", "[Member]", "[Besucher]", "[Mitglied]", "[Visiteur]", "(unregistered)",
        "(visitor)",
    ]

    private static func withoutTail(_ name: Substring) -> Substring {
        guard let last = name.utf8.last(where: { $0 > 0x20 }), last == UInt8(ascii: ")") || last == UInt8(ascii: "]") else { return name }
        let trimmed = name.trimmingPart(\.isSpace)
        guard let tail = tails.first(where: { trimmed.hasSuffix($0) }), trimmed.count > tail.count else { return name }
        return trimmed.dropLast(tail.count)
    }

    /// A line without "says:", "a écrit :", "sagte am" at its end.
    private static func withoutVerb(_ line: Substring) -> Substring {
        var name = line
        for _ in 0..<4 {
            let trimmed =
                name.endsWithWord ? name : name.trimmingPart { $0.isSpace || $0.isOne(of: ",:：;.…") && !name.hasSuffix(":)") }
            guard let space = trimmed.unicodeScalars.lastIndex(where: \.isSpace) else { return name }
            let word = trimmed[trimmed.index(after: space)...]
            // "anna in" may be called so; "Anna sagte am" is not.
            let isMarked = !line.endsWithWord && line.last.map { $0.isOne(of: ",:：.…") || $0.isSpace } ?? false
            if name == line, !isMarked, small.contains(DateNames.fold(word)) { return name }
            let isAuxiliary = name != line && auxiliaries.contains(DateNames.fold(word))
            guard word.first?.isLowercase == true || !(word.first?.isCased ?? false), isAuxiliary || verbs.contains(DateNames.fold(word))
            else {
                // "Lisa Says:" stands with capitals in some themes.
                let isLabel = line.trimmingSpace().hasSuffix(":") && verbs.contains(DateNames.fold(word))
                guard isLabel, name == line else { return name == line ? line : name }
                name = trimmed[..<space]
                continue
            }
            name = trimmed[..<space]
        }
        return name
    }
}

extension Substring {
    /// Whether the first character is a letter or digit of ASCII: then it is no mark, and no space.
    var beginsWithWord: Bool { utf8.first.map(Self.isWordPart) ?? false }

    /// Whether the last character is a letter or digit of ASCII.
    var endsWithWord: Bool { utf8.last.map(Self.isWordPart) ?? false }

    private static func isWordPart(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

    func trimmingPart(_ isTrimmed: (Character) -> Bool) -> Substring {
        var part = self
        while let last = part.last, isTrimmed(last) { part.removeLast() }
        return part
    }
}
