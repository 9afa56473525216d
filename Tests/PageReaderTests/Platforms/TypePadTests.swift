import Testing
import ThreadModel

@testable import PageReader

@Suite("TypePad pages of every language and generation are read")
struct TypePadTests {
    /// The words of the interface in one language, as its pages have them.
    struct Interface: Sendable, CustomTestStringConvertible {
        var language: String
        /// Behind the comment.
        var introduction: String
        /// The date behind the name in a comment's footer.
        var date: String
        /// Behind the post; NAME stands for the author.
        var footer: String
        /// Above the post.
        var day: String

        var testDescription: String { language }
    }

    /// All dates mean the same: the comment is of 9 February 2011 at 10:40, the post of 7 February at 22:05.
    static let interfaces = [
        Interface(
            language: "fr", introduction: "Rédigé par :", date: "09 février 2011 à 10:40",
            footer: "Rédigé par NAME le 07 février 2011 à 22:05 dans Jardin | Lien permanent", day: "07 février 2011"),
        Interface(
            language: "en", introduction: "Posted by:", date: "February 09, 2011 at 10:40 AM",
            footer: "Posted by NAME at 10:05 PM in Garden | Permalink", day: "February 07, 2011"),
        Interface(
            language: "de", introduction: "Kommentiert von:", date: "09. Februar 2011 um 10:40",
            footer: "Geschrieben von NAME um 22:05 in Garten | Permalink", day: "07. Februar 2011"),
        Interface(
            language: "es", introduction: "Publicado por:", date: "09/02/2011 en 10:40",
            footer: "Publicado por NAME en 22:05 en Jardín | Enlace permanente", day: "07/02/2011"),
        Interface(
            language: "it", introduction: "Scritto da:", date: "09 febbraio 2011 alle 10:40",
            footer: "Scritto da NAME alle 22:05 nella Orto | Permalink", day: "07 febbraio 2011"),
        Interface(
            language: "pt", introduction: "Postado por:", date: "fevereiro 09, 2011 às 10:40",
            footer: "Publicado por NAME às 22:05 em Jardim | Link permanente", day: "fevereiro 07, 2011"),
        Interface(
            language: "nl", introduction: "Geplaatst door:", date: "09 februari 2011 om 10:40",
            footer: "Geplaatst door NAME om 22:05 in Tuin | Permalink", day: "07 februari 2011"),
        Interface(
            language: "ja", introduction: "投稿:", date: "2011年2月 9日 (水) 10時40分",
            footer: "投稿者 NAME 2011年2月 7日 (月) 22時05分 庭 | 個別ページ", day: "2011年2月 7日 (月)"),
    ]

    private func page(_ interface: Interface, lang: Bool = true) -> String {
        """
        <html id="typepad-standard"\(lang ? " lang=\"\(interface.language)\"" : "")><head>
        <meta name="generator" content="http://www.typepad.com/"><title>Plot: Frost</title>
        <link rel="canonical" href="http://plot.typepad.example/2011/02/frost.html"></head><body>
        <h2 class="date-header">\(interface.day)</h2>
        <div class="entry"><h3 class="entry-header">Frost</h3>
        <div class="entry-body"><p>Ice on the water butt again.</p></div>
        <div class="entry-footer"><p class="entry-footer-info"><span class="post-footers">\(
            interface.footer.replacing("NAME", with: "<a rel=\"author\" href=\"http://ana.example/\">Ana Weiss</a>"))</span></p></div></div>
        <div class="comments" id="all-comments"><div class="comments-content">
        \(comment("6a01", by: "<a href=\"http://bo.example/\">Bo Ek</a>", interface))
        \(comment("6a02", by: "Zoë", interface))
        </div></div>
        <div id="comment-preview" class="comment"><div class="comment-content"><p>Preview</p></div>
        <p class="comment-footer">\(interface.introduction) <span></span> | <a href="#">\(interface.date)</a></p></div>
        </body></html>
        """
    }

    private func comment(_ id: String, by name: String, _ interface: Interface) -> String {
        """
        <a id="c\(id)"></a><div class="comment font-entrybody comment-odd" id="comment-\(id)">
        <div class="comment-content"><span><p>Hoops help.</p><p>Two of them.</p></span></div>
        <p class="comment-footer font-entryfooter">\(interface.introduction) \(name) |
        <a href="http://plot.typepad.example/2011/02/frost.html?cid=\(id)#comment-\(id)">\(interface.date)</a></p></div>
        """
    }

    @Test("the footer behind a comment names its author and date in the language of the interface", arguments: interfaces)
    func comments(_ interface: Interface) throws {
        let thread = try Page.read(page(interface))
        #expect(thread.source.platform == "typepad")
        #expect(thread.comments.map(\.author) == [Author(name: "Bo Ek", url: "http://bo.example/"), Author(name: "Zoë")])
        #expect(thread.comments.map(\.id) == ["6a01", "6a02"])
        for comment in thread.comments {
            #expect(comment.published == PublishedDate(printed: interface.date, local: "2011-02-09T10:40"))
            #expect(comment.text == "Hoops help.\n\nTwo of them.")
            #expect(comment.url == "http://plot.typepad.example/2011/02/frost.html?cid=\(comment.id)#comment-\(comment.id)")
        }
    }

    @Test("the post's footer names its author, and the time of the day above it", arguments: interfaces)
    func post(_ interface: Interface) throws {
        let thread = try Page.read(page(interface))
        #expect(thread.title == "Frost")
        #expect(thread.post?.text == "Ice on the water butt again.")
        #expect(thread.post?.author == Author(name: "Ana Weiss", url: "http://ana.example/"))
        #expect(thread.post?.published?.local == "2011-02-07T22:05")
    }

    @Test("the name ends before the words that lead to the time, without any markup", arguments: interfaces)
    func plainFooter(_ interface: Interface) throws {
        let markup = page(interface).replacing("<a rel=\"author\" href=\"http://ana.example/\">Ana Weiss</a>", with: "Ana Weiss")
        #expect(try Page.read(markup).post?.author == Author(name: "Ana Weiss"))
    }

    @Test("a page that does not name its language is taken for that of its footers", arguments: interfaces)
    func language(_ interface: Interface) throws {
        #expect(try Page.read(page(interface, lang: false)).language == interface.language)
    }

    static let oldWrappers = [
        ("<h2><a id=\"comments\"></a>Comments</h2>", ""), ("<a id=\"comments\"></a><h2>Comments</h2>", ""),
        ("<h2 id=\"comments\">Comments</h2>", ""), ("<div class=\"comments\"><h2>Comments</h2>", "</div>"),
    ]

    @Test("the old templates put paragraphs between an anchor and a footer", arguments: oldWrappers)
    func oldGeneration(_ opening: String, _ closing: String) throws {
        let thread = try Page.read(
            """
            <html><head><meta name="generator" content="http://www.typepad.com/"><title>Plot: Frost</title></head><body>
            <div class="content"><h2 class="date-header">March 01, 2005</h2>
            <div class="entry"><h3 class="entry-header">Frost</h3><div class="entry-body"><p>Ice again.</p></div>
            <p class="posted">Posted by Ana Weiss on March 01, 2005 at 09:00 PM in Garden | Permalink</p></div>
            \(opening)
            <a id="c101"></a>
            <p>Hoops help.</p><p>Two of them.</p>
            <p class="posted">Posted by: <a href="http://bo.example/">Bo Ek</a> | <a href="http://plot.example/a.html#c101">March 02, 2005 at 07:41 AM</a></p>
            <a id="c102"></a>
            <p>No, they do not.</p>
            <p class="posted">Posted by: Zoë | March 03, 2005 at 12:15 PM</p>
            \(closing)
            <h2>Post a comment</h2><p>Name, please.</p></div></body></html>
            """)
        #expect(thread.post?.text == "Ice again.")
        #expect(thread.post?.author?.name == "Ana Weiss")
        #expect(thread.post?.published?.local == "2005-03-01T21:00")
        #expect(thread.comments.map(\.id) == ["101", "102"])
        #expect(thread.comments.map(\.author) == [Author(name: "Bo Ek", url: "http://bo.example/"), Author(name: "Zoë")])
        #expect(thread.comments.map(\.published?.local) == ["2005-03-02T07:41", "2005-03-03T12:15"])
        #expect(thread.comments.map(\.text) == ["Hoops help.\n\nTwo of them.", "No, they do not."])
        #expect(thread.comments.first?.url == "http://plot.example/a.html#c101")
    }

    @Test("a post without comments is a record, and nothing is invented")
    func noComments() throws {
        let thread = try Page.read(
            """
            <html id="typepad-standard" lang="en"><body><div class="entry"><h3 class="entry-header">Frost</h3>
            <div class="entry-body"><p>Ice again.</p></div></div><div class="comments"><h3>Comments</h3>
            <div id="comment-preview" class="comment"><div class="comment-content">Preview</div></div>
            <form><div class="comment" id="comment-1"><p class="comment-footer">Posted by: You | March 03, 2005 at 12:15 PM</p></div></form>
            </div></body></html>
            """)
        #expect(thread.comments.isEmpty)
        #expect(thread.post?.text == "Ice again.")
    }

    @Test("the parts of a post are read wherever they stand in it, and a second post is a record of its own")
    func parts() throws {
        let entry = """
            <div class="entry"><h3 class="entry-header">One</h3><div class="entry-body"><p>First part.</p></div>
            <div class="wrapped"><div class="entry-more"><p>Second part.</p></div></div></div>
            """
        let head = "<html id=typepad-standard lang=en><meta name=generator content='http://www.typepad.com/'><body>"
        #expect(try Page.read(head + entry).post?.text == "First part.\n\nSecond part.")
        #expect(try Page.read(head + entry).warnings == [])
        let both = head + entry + entry.replacing("part", with: "word").replacing(">One<", with: ">Two<")
        let threads = try PageReader().read(Capture(bytes: Array(both.utf8)))
        #expect(threads.map(\.title) == ["One", "Two"])
        #expect(threads.map(\.post?.text) == ["First part.\n\nSecond part.", "First word.\n\nSecond word."])
    }
}
