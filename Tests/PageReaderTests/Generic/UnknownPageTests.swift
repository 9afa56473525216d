import Testing
import ThreadModel

@testable import PageReader

@Suite("Comments of unknown pages are found by what comments are")
struct UnknownPageTests {
    private func read(_ comments: String, lang: String = "en") throws -> CommentThread {
        try Page.read(
            """
            <html lang="\(lang)"><head><title>Lamps</title></head><body><div class="page"><h1>Lamps</h1>
            <p>The lamp room was locked when I came up the stairs, and nobody had the key to it.</p>
            <p>So I sat on the top step until it got dark, and went home without having seen it.</p></div>
            \(comments)</body></html>
            """)
    }

    /// One comment in several shapes of markup; NAME, DATE and TEXT are filled in.
    struct Template: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var opening: String
        var comment: String
        var closing: String
    }

    static let templates = [
        Template(
            testDescription: "a list with cite and says", opening: "<h3>Comments</h3><ol>",
            comment: "<li id=\"c-ID\"><cite>NAME</cite> Says:<br><small><a href=\"#c-ID\">DATE</a></small><p>TEXT</p></li>",
            closing: "</ol>"),
        Template(
            testDescription: "boxes with hinted classes", opening: "<div class=\"comments\">",
            comment: """
                <div class="comment" id="comment-ID"><div class="meta"><span class="author">NAME</span> <span class="date">DATE</span></div>
                <div class="text">TEXT</div><a href="#reply">Reply</a></div>
                """, closing: "</div>"),
        Template(
            testDescription: "words first, the byline behind", opening: "<h2>3 Kommentare</h2><div>",
            comment: "<div class=\"item\"><p>TEXT</p><p class=\"foot\">Kommentar von NAME — DATE</p></div>", closing: "</div>"),
        Template(
            testDescription: "a definition list", opening: "<h2>Commentaires</h2><dl>",
            comment: "<dt>Le DATE, par NAME</dt><dd><p>TEXT</p></dd>", closing: "</dl>"),
        Template(
            testDescription: "microdata", opening: "<section>",
            comment: """
                <article itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author" itemscope
                itemtype="https://schema.org/Person"><span itemprop="name">NAME</span></span> <time itemprop="dateCreated">DATE</time>
                <div itemprop="text">TEXT</div></article>
                """, closing: "</section>"),
        Template(
            testDescription: "table rows", opening: "<h3>Opinions (3)</h3><table>",
            comment: "<tr><td><b>NAME</b><br>DATE</td><td>TEXT</td></tr>", closing: "</table>"),
    ]

    @Test("each template of comments gives its authors, dates and words", arguments: templates)
    func shapes(_ template: Template) throws {
        let wanted = [
            ("Hal", "2 March 2009 07:41", "Try the cellar, the key hangs there."), ("Wren", "3 March 2009 12:15", "It is damp down there."),
            ("Isla Marr", "4 March 2009 21:00", "Found it. Thank you both."),
        ]
        let items = wanted.enumerated().map { index, comment in
            template.comment.replacing("NAME", with: comment.0).replacing("DATE", with: comment.1).replacing("TEXT", with: comment.2)
                .replacing("ID", with: "\(index + 11)")
        }
        let thread = try read(template.opening + items.joined(separator: "\n") + template.closing)
        #expect(thread.comments.map(\.author?.name) == ["Hal", "Wren", "Isla Marr"])
        #expect(thread.comments.map(\.published?.local) == ["2009-03-02T07:41", "2009-03-03T12:15", "2009-03-04T21:00"])
        #expect(thread.comments.map(\.text) == wanted.map(\.2))
        #expect(thread.post?.text.hasPrefix("The lamp room") == true)
    }

    @Test("a subject, a rating, a badge and a portrait are no words of the comment")
    func surroundings() throws {
        let comment = """
            <div class="comment" id="comment-ID"><a class="avatar" href="http://u.example/ID"><img class="avatar" src="a.png" alt="Hal"></a>
            <h4 class="title">About the key</h4><div class="submitted"><strong class="username">Hal</strong> <span class="badge">Author</span> |
            <time datetime="2009-03-02T07:41:00">2 March</time></div><div class="content"><p>Try the cellar.</p>
            <span class="screen-reader-text">Rated 4 of 5</span></div>
            <div class="like-count">12</div><ul class="links"><li><a href="/reply/ID">reply</a></li></ul></div>
            """
        let thread = try read("<div id=\"comments\">\(comment.replacing("ID", with: "7"))\(comment.replacing("ID", with: "8"))</div>")
        #expect(thread.comments.map(\.text) == ["Try the cellar.", "Try the cellar."])
        #expect(thread.comments.map(\.author?.name) == ["Hal", "Hal"])
        #expect(thread.comments.map(\.published?.local) == ["2009-03-02T07:41:00", "2009-03-02T07:41:00"])
        #expect(thread.comments.flatMap(\.links).isEmpty)
    }

    private static func item(_ id: Int, _ inside: String = "") -> String {
        "<div class=\"comment\" id=\"comment-\(id)\"><b class=\"author\">N\(id)</b> <i class=\"date\">2 March 2009 07:4\(id)</i><p>Words \(id)</p></div>\(inside)"
    }

    @Test("a reply in a box behind the comment names its parent, also two boxes deep")
    func boxesBehind() throws {
        let thread = try read(
            """
            <div id="comments">\(Self.item(1))<div class="indented">\(Self.item(2))<div class="indented">\(Self.item(3))</div>\(Self.item(4))</div>
            \(Self.item(5))</div>
            """)
        #expect(thread.comments.map(\.author?.name) == ["N1", "N2", "N3", "N4", "N5"])
        let ids = thread.comments.map(\.id)
        #expect(thread.comments.map { $0.inReplyTo.flatMap(ids.firstIndex) } == [nil, 0, 1, 0, nil])
    }

    @Test("a depth in the class makes replies of a flat list")
    func depths() throws {
        let levels = [1, 2, 3, 2, 1]
        let items = levels.enumerated().map { Self.item($0 + 1).replacing("class=\"comment\"", with: "class=\"comment level-\($1)\"") }
        let thread = try read("<div id=\"comments\">\(items.joined())</div>")
        let ids = thread.comments.map(\.id)
        #expect(thread.comments.map { $0.inReplyTo.flatMap(ids.firstIndex) } == [nil, 0, 1, 0, nil])
    }

    static let silentPages = [
        "<h3>Comments</h3><p>Comments are closed.</p>",
        "<div id=\"comments\"><h3>0 comments</h3><form class=\"comment-form\"><label>Name</label><input><textarea></textarea></form></div>",
        "<div class=\"sidebar\"><h3>Recent comments</h3><ul><li class=\"comment\"><b>Hal</b> on <a href=\"/a\">Stairs</a> 2 March 2009 07:41 Try it</li></ul></div>",
        """
        <div class="related"><div class="teaser"><h3><a href="/a">Stairs</a></h3><span class="author">Isla</span> <time>1 March 2009 10:00</time><p>All of
        the stairs.</p></div><div class="teaser"><h3><a href="/b">Doors</a></h3><span class="author">Isla</span> <time>2 March 2009 10:00</time><p>All
        of the doors.</p></div></div>
        """,
        "<div class=\"entry\"><p>Posted by Isla on 1 March 2009 10:00 | <a href=\"#comments\">2 comments</a></p></div>",
    ]

    @Test("forms, sidebars, teasers and empty headings give no comments", arguments: silentPages)
    func nothing(_ markup: String) throws {
        #expect(try read(markup).comments == [])
    }

    @Test("pingbacks are told from comments by their class or their first word")
    func pingbacks() throws {
        let thread = try read(
            """
            <ol class="commentlist">\([1, 2].map { Self.item($0).replacing("<div", with: "<li").replacing("</div", with: "</li") }.joined())
            <li class="comment" id="comment-3">Pingback: <a href="http://other.example/">Other lamps</a> 3 March 2009 10:00</li>
            <li class="pingback" id="comment-4"><a class="author" href="http://more.example/">More lamps</a> <i class="date">3 March 2009 11:00</i><p>[…] the key […]</p></li></ol>
            """)
        #expect(thread.comments.map(\.kind).suffix(2).allSatisfy { $0 == .pingback })
        #expect(thread.comments.filter { $0.kind == .comment }.map(\.text) == ["Words 1", "Words 2"])
    }

    @Test("links to further pages of the comments are listed in a warning, each once")
    func furtherPages() throws {
        let links =
            "<a href=\"http://l.example/a/comment-page-2/#comments\">2</a> <a href=\"http://l.example/a/comment-page-2/\">Older comments</a>"
        let thread = try read("<div id=\"comments\">\(Self.item(1))\(Self.item(2))</div>\(links)")
        #expect(thread.warnings.contains("comments are paginated: 1 more page at http://l.example/a/comment-page-2/"))
    }

    @Test("a page that promises more comments than it holds is said to")
    func promised() throws {
        let thread = try read("<h3>61 comments</h3><div id=\"comments\">\(Self.item(1))\(Self.item(2))</div>")
        #expect(thread.warnings.contains("the page speaks of 61 comments and holds 2"))
    }
}
