import Testing
import ThreadModel

@testable import PageReader

@Suite("Labels before the parts of a comment are none of them")
struct FieldLabelTests {
    private func read(_ comment: String, lang: String) throws -> CommentThread {
        let comments = [("Hal", "2009-03-02 07:41", "Try the cellar."), ("Nick Marr", "2009-03-03 12:15", "It is damp down there.")].map {
            comment.replacing("NAME", with: $0).replacing("DATE", with: $1).replacing("TEXT", with: $2)
        }
        return try Page.read(
            """
            <html lang="\(lang)"><head><title>Lamps</title></head><body><div class="page"><h1>Lamps</h1>
            <p>The lamp room was locked when I came up the stairs, and nobody had the key to it.</p></div>
            <h2>Comments</h2>\(comments.joined())</body></html>
            """)
    }

    private static let wanted = [
        Said("Hal", nil, "2009-03-02T07:41", "Try the cellar."), Said("Nick Marr", nil, "2009-03-03T12:15", "It is damp down there."),
    ]

    private static let languages = [
        ("en", "Commenter:", "Date:"), ("en", "Name:", "Posted:"), ("en", "Posted by:", "On:"), ("en", "Reviewer:", "Date:"),
        ("de", "Name:", "Datum:"), ("de", "Verfasser:", "Am:"), ("fr", "Nom :", "Date :"), ("fr", "Pseudo :", "Posté le :"),
        ("es", "Nombre:", "Fecha:"), ("it", "Autore:", "Data:"), ("pt", "Nome:", "Data:"), ("nl", "Naam:", "Datum:"),
        ("sv", "Namn:", "Datum:"), ("da", "Navn:", "Dato:"), ("fi", "Nimi:", "Päivämäärä:"), ("pl", "Imię:", "Data:"),
        ("cs", "Jméno:", "Datum:"), ("ru", "Имя:", "Дата:"),
    ]

    @Test("a line, a word in bold, a cell or a part of a line may be the label", arguments: languages)
    func labels(_ lang: String, _ name: String, _ date: String) throws {
        let shapes = [
            "<div class=\"review\"><p>\(name) NAME</p><p>\(date) DATE</p><p>TEXT</p></div>",
            "<div class=\"review\">\(name) <b>NAME</b><br>\(date) DATE<br>TEXT</div>",
            "<div class=\"review\"><b>\(name)</b> NAME<br><b>\(date)</b> DATE<br><br>TEXT</div>",
            "<div class=\"review\"><div><i>\(name)</i> <i>NAME</i></div><div><i>\(date)</i> <i>DATE</i></div><div>TEXT</div></div>",
            "<p><b>\(name)</b> NAME</p><p><b>Comment:</b> TEXT</p><p><b>\(date)</b> DATE</p><hr>",
        ]
        for shape in shapes { #expect(try read(shape, lang: lang).said == Self.wanted, "\(shape)") }
    }

    @Test("the label may be a cell, and the part the next one")
    func rows() throws {
        let rows = "<tr><td>Name:</td><td>NAME</td></tr><tr><td>Date:</td><td>DATE</td></tr><tr><td>Message:</td><td>TEXT</td></tr>"
        #expect(try read("<table>\(rows)</table>", lang: "en").said == Self.wanted)
    }

    @Test("a mail address beside the name is no part of the comment, and a name that leads to one is the author's")
    func addresses() throws {
        let entry = """
            <b>TEXT</b><br><a href="mailto:a@b.example">NAME</a> &lt;<a href="mailto:a@b.example">a@b.example</a>&gt;<br>Lund, Sweden - DATE<hr>
            """
        #expect(try read(entry, lang: "en").comments.map(\.author?.name) == ["Hal", "Nick Marr"])
        #expect(try read(entry, lang: "en").comments.map(\.text) == ["Try the cellar.", "It is damp down there."])
    }

    @Test("a mail address behind a name ends it")
    func bareAddress() throws {
        let entry = "<p>TEXT</p><p>NAME &lt;a@b.example&gt;<br>Lund - DATE</p><hr>"
        #expect(try read(entry, lang: "en").said == Self.wanted)
    }

    @Test("what is said of an author or a date is said")
    func words() throws {
        let comment = "<div class=\"comment\"><b class=\"author\">NAME</b> <i class=\"date\">DATE</i><p>Author: unknown. TEXT</p></div>"
        #expect(try read(comment, lang: "en").comments.map(\.author?.name) == ["Hal", "Nick Marr"])
        #expect(try read(comment, lang: "en").comments.map(\.text).first == "Author: unknown. Try the cellar.")
    }
}
