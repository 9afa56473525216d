import Testing
import ThreadModel

@testable import PageReader

/// Names, dates and words to be filled into markup.
private let said = [
    ("Orla Finch", "2 March 2021, 21:41", "The wick is too short for a lamp of that size, I would say."),
    ("Bram", "3 March 2021, 07:05", "Then it is the oil again."),
    ("K. Olsen", "4 March 2021, 09:12", "No, the glass was dirty when I came by on Sunday."),
]

private func fill(_ item: String) -> String {
    said.enumerated().map { number, one in
        item.replacing("ID", with: "\(number)").replacing("NAME", with: one.0).replacing("DATE", with: one.1).replacing("TEXT", with: one.2)
    }
    .joined(separator: "\n")
}

private func read(_ markup: String, lang: String = "en") throws -> CommentThread {
    try Page.read(
        """
        <html lang="\(lang)"><head><title>The west lamp - Harbour Log</title></head><body><main><article><h1>The west lamp</h1>
        <p class="meta">By Isla Marr, 1 March 2021</p><div class="content"><p>The west lamp has gone out three nights in a row, and nobody
        on the pier knows why it did.</p><p>We looked at the wick, at the oil and at the glass, and all three were as they should be.</p>
        </div></article>\(markup)</main></body></html>
        """)
}

@Suite("What is no comment of an unknown page is not taken for one")
struct NoCommentTests {
    private static let pages: [(name: String, markup: String)] = [
        (
            "events under a heading of their own",
            "<section><h2>Upcoming events</h2>"
                + fill("<div class=\"event\"><div>DATE</div><strong>Talk with NAME</strong><p>TEXT</p></div>") + "</section>"
        ),
        (
            "other posts under a heading behind that of the comments",
            "<div><h3>Comments</h3><p>No comments yet.</p></div><section><h3>You may also like</h3>"
                + fill(
                    "<div class=\"card\"><a href=\"/p/ID\"><strong>A lamp in the rain</strong></a><p>by NAME · DATE</p><p>TEXT</p></div>")
                + "</section>"
        ),
        (
            "posts that begin with a link to themselves",
            "<div></div>" + fill("<div><a href=\"/p/ID\">A lamp in the rain</a><p>TEXT</p><small>NAME - DATE</small></div>")
        ),
        (
            "posts that end with a link to read more",
            "<div></div>"
                + fill("<div><div><span>NAME</span> <span>DATE</span></div><p>TEXT</p><a href=\"/p/ID\">Read more</a></div>")
        ),
        (
            "recent comments of other posts",
            "<section><h3>Recent comments</h3>"
                + fill("<div><b>NAME</b> on <a href=\"/p/ID#c1\">The east lamp</a> <span>DATE</span><p>TEXT</p></div>") + "</section>"
        ),
        (
            "the hidden model of a comment",
            """
            <div id="comments"><h3>Comments</h3><div class="comment" style="display:none"><span class="author">NAME</span>
            <span class="date">1 January 2000</span><p>TEXT</p></div><p>Be the first to comment.</p></div>
            """
        ),
    ]

    @Test("none is made up", arguments: pages)
    func none(name: String, markup: String) throws {
        #expect(try read(markup).comments.map(\.text) == [])
    }
}

@Suite("Comments of unknown pages in rarer markup")
struct UnknownPageVariantTests {
    private static let pages: [(name: String, markup: String)] = [
        (
            "a name in an element that says nothing",
            "<h2>Comments</h2><div class=\"comments\">"
                + fill("<div class=\"comment\"><span>NAME</span> <span>DATE</span><p>TEXT</p></div>") + "</div>"
        ),
        (
            "a short comment in one frame with its labels",
            "<h3>Comments</h3><ol>"
                + fill("<li><div class=\"box\"><cite>NAME</cite> <small>DATE</small><div><p>TEXT</p></div></div></li>") + "</ol>"
        ),
        (
            "by before each name",
            "<h3>Comments</h3><div>" + fill("<div><p><b>by NAME</b> <i>DATE</i></p><p>TEXT</p></div>") + "</div>"
        ),
        (
            "von before each name",
            "<h3>Kommentare</h3><div>" + fill("<div><p><b>von NAME</b> <i>DATE</i></p><p>TEXT</p></div>") + "</div>"
        ),
        (
            "a verb of any language between name and date",
            "<h3>Comments</h3><ol>" + fill("<li id=\"c-ID\"><cite>NAME</cite> zkrátka mumlá: <small>DATE</small><p>TEXT</p></li>") + "</ol>"
        ),
        (
            "a bare name with a verb",
            "<h3>Comments</h3><ol>" + fill("<li><div class=\"box\">NAME says:<br><small>DATE</small><p>TEXT</p></div></li>") + "</ol>"
        ),
        (
            "a table with a cell for each",
            "<h2>Comments</h2><table>" + fill("<tr><td>NAME</td><td>DATE</td><td>TEXT</td></tr>") + "</table>"
        ),
        (
            "a bold name with a word behind it in its line",
            "<h2>Comments</h2><div>" + fill("<div><p>ID <strong>NAME</strong> // DATE</p><p>TEXT</p></div>") + "</div>"
        ),
    ]

    @Test(
        "a heading that invites to talk does not end the comments",
        arguments: ["Join the conversation", "Join in!", "Leave a reply", "Beteiligen Sie sich", "Participez à la conversation"])
    func inviting(heading: String) throws {
        let comments = try read(
            "<div><h3>Comments</h3><h3>\(heading)</h3><ul>" + fill("<li><b>NAME</b> <i>DATE</i><p>TEXT</p></li>") + "</ul></div>"
        ).comments
        #expect(comments.map(\.author?.name) == said.map(\.0))
    }

    @Test("names, dates and words are found", arguments: pages)
    func found(name: String, markup: String) throws {
        let comments = try read(markup).comments
        #expect(comments.map(\.author?.name) == said.map(\.0))
        #expect(comments.map(\.published?.local) == ["2021-03-02T21:41", "2021-03-03T07:05", "2021-03-04T09:12"])
        #expect(comments.map(\.text) == said.map(\.2))
    }

    @Test(
        "a heading says comments in many languages",
        arguments: [
            "Комментарии (3)", "Коментарі", "3 komentarze", "Komentáře", "Komentáre", "Hozzászólások", "Kommentit", "Σχόλια", "תגובות",
            "دیدگاه‌ها", "تعليقات", "Bình luận", "Iruzkinak", "評論", "Kommentaarid", "Livre d'or", "Księga gości",
        ])
    func headings(heading: String) throws {
        let comments = try read("<h2>\(heading)</h2><ul>" + fill("<li><b>NAME</b> <i>DATE</i><p>TEXT</p></li>") + "</ul>").comments
        #expect(comments.map(\.author?.name) == said.map(\.0))
    }

    @Test("three short numbers are a date where they stand alone with a clock")
    func shortNumbers() throws {
        let dates = ["3.13.12 / 9am", "3.24.12 / 10pm"]
        let items = dates.map { "<li><cite>Bram</cite> <small>\($0)</small><p>Then it is the oil again.</p></li>" }.joined()
        let comments = try read("<h3>Comments</h3><ol class=\"comments\">\(items)</ol>").comments
        #expect(comments.map(\.published?.local) == ["2012-03-13T09:00", "2012-03-24T22:00"])
    }

    @Test("the label of a field is nobody's name")
    func labels() throws {
        let markup = fill("<div class=\"comment\"><p><b>Date:</b> DATE</p><p>TEXT</p></div>")
        #expect(try read("<div id=\"comments\"><h2>Comments</h2>\(markup)</div>").comments.compactMap(\.author?.name) == [])
    }

    @Test("a comment may have no author, where the page calls it one")
    func anonymous() throws {
        let markup = fill(
            "<div class=\"comment\"><div class=\"comment-date\">DATE</div><div class=\"comment-body\"><p>TEXT</p></div></div>")
        let comments = try read("<h3>Comments</h3><div class=\"comments\">\(markup)</div>").comments
        #expect(comments.map(\.text) == said.map(\.2))
    }
}
