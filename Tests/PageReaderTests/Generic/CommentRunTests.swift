import Testing
import ThreadModel

@testable import PageReader

/// Names, dates and words to be filled into markup.
private let said = [
    Said("Hal", nil, "2009-03-02T07:41", "Try the cellar, the key hangs there."),
    Said("Wren", nil, "2009-03-03T12:15", "It is damp down there."),
    Said("Isla Marr", nil, "2009-03-04T21:00", "Found it. Thank you both."),
]

private let dates = ["2 March 2009 07:41", "3 March 2009 12:15", "4 March 2009 21:00"]

private func fill(_ comment: String, between: String = "") -> String {
    zip(said, dates).map {
        comment.replacing("NAME", with: $0.name ?? "").replacing("DATE", with: $1).replacing("TEXT", with: $0.text)
    }
    .joined(separator: between)
}

private func read(_ comments: String) throws -> CommentThread {
    try Page.read(
        """
        <html lang="en"><head><title>Lamps</title></head><body><div class="page"><h1>Lamps</h1>
        <p>The lamp room was locked when I came up the stairs, and nobody had the key to it.</p>
        <p>So I sat on the top step until it got dark, and went home without having seen it.</p></div>
        \(comments)</body></html>
        """)
}

@Suite("Comments that are no elements of their own are runs of neighbours")
struct CommentRunTests {
    @Test(
        "rules divide the comments",
        arguments: [
            "<p><b>NAME</b> DATE</p><p>TEXT</p><hr>", "<b>NAME</b> DATE<br>TEXT<hr>", "<b>NAME</b> (DATE)<br><br>TEXT<br><br><hr>",
            "<p>NAME, DATE</p><p>TEXT</p><hr>", "<p>TEXT</p><p><i>NAME, DATE</i></p><hr>", "TEXT<br>-- NAME, DATE<hr>",
            "<a name=\"c1\"></a><i>NAME</i> wrote on DATE:<br>TEXT<hr>",
        ])
    func rules(_ comment: String) throws {
        let inside = try read("<h2>Comments</h2><div>\(fill(comment))</div>")
        #expect(inside.said == said)
        #expect(inside.post?.text.hasSuffix("without having seen it.") == true)
        #expect(inside.post?.published == nil)
        #expect(try read("<h2>Comments</h2>\(fill(comment))").said == said)
        #expect(try read("<h2>Comments</h2>\(fill(comment.replacing("<hr>", with: ""), between: "<hr>"))").said == said)
    }

    @Test("a rule between the words of one comment divides nothing")
    func ruleInside() throws {
        let thread = try read("<h2>Comments</h2><div>\(fill("<h4>NAME, DATE</h4><p>TEXT</p><hr><p>PS.</p>"))</div>")
        #expect(thread.comments.map(\.author?.name) == said.map(\.name))
        #expect(thread.comments.allSatisfy { $0.text.hasSuffix("PS.") })
    }

    @Test(
        "a head with name and date is followed by the words",
        arguments: [
            "<div class=\"head\">NAME, DATE</div><div class=\"text\">TEXT</div>", "<dt><b>NAME</b> DATE</dt><dd>TEXT</dd>",
            "<h4>NAME, DATE</h4><p>TEXT</p>", "<h4>NAME</h4><p class=\"date\">DATE</p><p>TEXT</p>", "<h3>NAME</h3><h5>DATE</h5><p>TEXT</p>",
            "<div class=\"tab\"><span>NAME</span><span>DATE</span></div><div class=\"panel\"><p>TEXT</p></div>",
            "<div>NAME</div><div>DATE</div><div>TEXT</div>", "<tr><td>NAME</td><td>DATE</td></tr><tr><td colspan=\"2\">TEXT</td></tr>",
            "<dt>NAME</dt><dd class=\"date\">DATE</dd><dd>TEXT</dd>", "<p><b>NAME</b> DATE</p><p>TEXT</p>",
            "<a name=\"c1\"></a><h4>NAME</h4><div class=\"d\">DATE</div><blockquote><p>TEXT</p></blockquote>",
        ])
    func heads(_ comment: String) throws {
        let around = comment.hasPrefix("<dt") ? "dl" : comment.hasPrefix("<tr") ? "table" : "div"
        let thread = try read("<h2>Comments</h2><\(around)>\(fill(comment))</\(around)><form><input><textarea></textarea></form>")
        #expect(thread.said == said)
        #expect(thread.post?.text.hasSuffix("without having seen it.") == true)
    }

    @Test(
        "a foot with name and date is behind the words",
        arguments: [
            "<div class=\"comment-text\">TEXT</div><div class=\"comment-foot\">NAME, DATE</div>",
            "<p>TEXT</p><p class=\"foot\">NAME, DATE</p>",
            "<dt>TEXT</dt><dd>NAME, DATE</dd>",
        ])
    func feet(_ comment: String) throws {
        let around = comment.hasPrefix("<dt") ? "dl" : "div"
        #expect(try read("<h2>Comments</h2><\(around)>\(fill(comment))</\(around)>").said == said)
    }

    @Test(
        "a guestbook may be plain paragraphs",
        arguments: [
            "<p><b>NAME</b> wrote on DATE:<br>TEXT</p>", "<p><b>NAME</b><br>DATE</p><p>TEXT</p><hr>", "<p>TEXT</p><p>NAME<br>DATE</p><hr>",
        ])
    func guestbook(_ entry: String) throws {
        let thread = try Page.read(
            """
            <html lang="en"><head><title>Guestbook</title></head><body><h1>Guestbook of the lamp room</h1><p>Leave a word.</p><hr>
            \(fill(entry))<p><a href="/">Home</a></p></body></html>
            """)
        #expect(thread.said == said)
    }

    @Test(
        "news, notes of a diary and lists of posts are no comments",
        arguments: [
            "<h2>News</h2><div>\(fill("<p><b>NAME</b> DATE</p><p>TEXT</p><hr>"))</div>",
            "<h2>Diary</h2>\(fill("<h4>DATE</h4><p>TEXT</p>"))",
            "<h2>Comments</h2>\(fill("<p>DATE</p><p>TEXT</p><hr>"))",
            "<h2>Opinion</h2>\(fill("<h3><a href=\"/a/NAME\">A lamp by NAME</a></h3><p>DATE</p><p>TEXT</p>"))",
            "<h2>Opinion</h2><div>\(fill("<p><a href=\"/a/NAME\"><b>A lamp by NAME</b></a> DATE</p><p>TEXT</p>"))</div>",
            "<h2>Comments</h2><p>None yet.</p><hr><h3>Events</h3>\(fill("<p><b>NAME at the pier</b> DATE</p><p>TEXT</p><hr>"))",
            "<h2>Comments</h2><p>None yet.</p><h3>Related</h3>\(fill("<p><b>Lamps of NAME</b> DATE</p><p>TEXT</p><hr>"))",
            "<h2>Comments</h2><p>None yet.</p><h2>More posts</h2>\(fill("<h4><a href=\"/p\">NAME</a></h4><p>DATE</p><p>TEXT</p>"))",
        ])
    func others(_ markup: String) throws {
        #expect(try read(markup).comments == [])
    }
}
