internal import Markup

/// The labels of a comment's parts, as forms and guestbooks print them before what was filled in: "Name: Hal", "Date: 2 March 2009".
enum FieldLabel {
    /// Labels before a name, as forms and guestbooks print them.
    static let names = PersonName.folded(
        """
        name, your name, author, commenter, commentator, reviewer, poster, user, username, nick, nickname, posted by, written by, reviewed by,
        submitted by, from, by, nom, auteur, pseudo, pseudonyme, utilisateur, autor, autorin, verfasser, verfasserin, kommentator, benutzer,
        benutzername, von, nombre, usuario, de, por, nome, autore, utente, da, utilizador, naam, gebruiker, door, van, namn, navn, af, av,
        nimi, nimimerkki, imie, podpis, jmeno, meno, nev, nume, isim, ime, имя, автор, ник, імя, όνομα, 名前, お名前, 姓名, 昵称, 이름
        """)
    /// Labels before a date.
    private static let dates = PersonName.folded(
        """
        date, time, date/time, date and time, posted, posted on, posted at, written, written on, submitted, submitted on, added, added on, on,
        at, when, datum, uhrzeit, zeit, am, vom, geschrieben am, datum und uhrzeit, le, poste le, ecrit le, heure, date et heure, fecha, hora,
        el, data, data e ora, ora, il, data e hora, em, tijd, op, datum en tijd, dato, tid, den, paivamaara, pvm, aika, czas, dne, datum a cas,
        dátum, tarih, дата, время, ημερομηνία, 日付, 日時, 投稿日, 日期, 时间, 날짜
        """)
    /// Labels before everything else.
    private static let others = PersonName.folded(
        """
        email, e-mail, mail, message, comment, comments, review, text, nachricht, kommentar, beitrag, eintrag, commentaire, avis, texte,
        comentario, mensaje, opinion, commento, messaggio, bericht, reactie, besked, meddelande, kommentti, viesti, komentarz, wiadomosc,
        komentar, сообщение, комментарий, コメント, 本文, 留言, 评论
        """)

    /// Those that are labels without a colon, too, and nobody's name.
    private static let words = PersonName.folded(
        """
        name, nom, nombre, nome, naam, namn, navn, nimi, author, auteur, autor, commenter, date, datum, fecha, data, dato, time, date/time,
        posted, email, e-mail, message, comment, nachricht, kommentar, commentaire, comentario
        """)

    /// Whether a name is none, but the label of one: "Name".
    static func isWord(_ name: String) -> Bool { words.contains(DateNames.fold(name)) }

    /// Whether a line is the label of a field: "Date:".
    static func isOne(_ line: String) -> Bool {
        label(line).map { names.contains($0) || dates.contains($0) || others.contains($0) } ?? false
    }

    /// Whether a line is the label of a name and nothing else: "Commenter:".
    static func isOfName(_ line: String) -> Bool { label(line).map(names.contains) ?? false }

    /// The words before the colon of a short line that ends with one.
    private static func label(_ line: String) -> String? {
        guard let last = line.last, last == ":" || last == "：", line.utf8.count <= 40 else { return nil }
        return DateNames.fold(line.dropLast().trimmingSpace())
    }

    /// "Hal Date:", "Hal Posted on:": a text without the label at its end that belongs to the date behind it.
    static func withoutDate(_ text: Substring) -> Substring {
        let line = text.trimmingPart(\.isSpace)
        guard let last = line.last, last == ":" || last == "：" else { return text }
        let parts = line.dropLast().split(separator: " ").suffix(3)
        let label = parts.first { dates.contains(DateNames.fold(line[$0.startIndex...].dropLast().trimmingSpace())) }
        return label.map { text[..<$0.startIndex] } ?? text
    }
}
