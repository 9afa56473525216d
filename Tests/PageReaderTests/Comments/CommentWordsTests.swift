import Testing
import ThreadModel

@testable import PageReader

@Suite("Every word of a comment is kept, and no button")
struct CommentWordsTests {
    /// Comments in the markup of a classic theme: the words stand beside the labels, not in an element of their own.
    private func classic(_ bodies: [String], author: String = "Hal") throws -> [ThreadModel.Comment] {
        let items = bodies.enumerated().map { number, body in
            """
            <li class="comment" id="comment-\(number + 5)"><div class="comment-body"><div class="comment-author vcard"><cite class="fn">\(author)</cite>
            <span class="says">says:</span></div><div class="comment-meta commentmetadata"><a href="#comment-\(number + 5)">March 2, 2009 at 7:41 am</a></div>
            \(body)<div class="reply"><a class="comment-reply-link" href="/?replytocom=5#respond">Reply</a></div></div></li>
            """
        }
        return try Page.read(
            """
            <html lang="en"><head><meta name="generator" content="WordPress 4"></head><body><div class="post"><h1>Lamps</h1>
            <div class="entry"><p>The lamp room was locked when I came up the stairs, and nobody had a key.</p></div></div>
            <ol class="commentlist">\(items.joined())</ol></body></html>
            """
        ).comments
    }

    @Test(
        "words that also stand around names are words inside a comment",
        arguments: [
            ("<p>The <em>best</em> post of the year.</p>", "The best post of the year."),
            ("<p>Am <i>Montag</i> komme ich.</p>", "Am Montag komme ich."),
            ("<p>No.</p><p>I do not agree at all.</p>", "No.\n\nI do not agree at all."),
            ("<p>10/10</p><p>would read again</p>", "10/10\n\nwould read again"),
            ("<p>Look at <a href=\"http://mill.example/\">this</a></p>", "Look at this"), ("<p>No comment.</p>", "No comment."),
            ("<p>100</p>", "100"),
            ("<p>Like!</p>", "Like!"), ("<p>+1</p>", "+1"), ("<p>Reply</p>", "Reply"), ("<p>:-)</p>", ":-)"), ("<p>Danke</p>", "Danke"),
        ])
    func words(_ body: String, _ text: String) throws {
        #expect(try classic([body]).map(\.text) == [text])
    }

    @Test(
        "a link with the word of a button stays, with its address", arguments: ["link", "more", "website", "Lien", "comment", "read more"])
    func links(_ word: String) throws {
        let comment = try #require(try classic(["<p>I wrote about it (<a href=\"http://bit.ly/xyz\">\(word)</a>).</p>"]).first)
        #expect(comment.text == "I wrote about it (\(word)).")
        #expect(comment.links.map(\.url) == ["http://bit.ly/xyz"])
    }

    @Test("who gave no name is called what the page calls them", arguments: ["Guest", "Gast", "Invité"])
    func roles(_ name: String) throws {
        #expect(try classic(["<p>Try the cellar.</p>"], author: name).map(\.author?.name) == [name])
        let anonymous = (1...3).map {
            "<div class=\"comment\"><span class=\"author\">\(name)</span> <time datetime=\"2009-03-0\($0)\"></time><p>Word \($0)</p></div>"
        }
        let thread = try Page.read(
            "<html><body><h1>Lamps</h1><p>All of them are out, and it is dark.</p><div id=\"comments\">\(anonymous.joined())</div></body></html>"
        )
        #expect(thread.comments.map(\.author?.name) == [name, name, name])
    }

    @Test("a link in a comment's words is no permalink")
    func permalink() throws {
        let comment = try #require(try classic(["<p>See <a href=\"http://wiki.example/Mill#History_2\">this</a>.</p>"]).first)
        #expect(comment.url?.contains("wiki.example") != true)
        #expect(comment.text == "See this.")
    }

    @Test("pings that are marked and comments that are not stand in one list")
    func mixed() throws {
        let thread = try Page.read(
            """
            <html><head><meta name="generator" content="Some plug-in 2"><meta name="generator" content="WordPress 2.5"></head><body>
            <div class="post"><h2>Lamps</h2><div class="entry"><p>The lamp room was locked when I came up the stairs.</p></div></div>
            <ol class="commentlist"><li class="alt" id="comment-1"><cite>Hal</cite> Says:<br><small><a href="#comment-1">March 2nd, 2009 at 7:41 am</a></small>
            <p>Try the cellar.</p></li><li class="pingback" id="comment-2">Pingback: <a href="http://x.example/">Other lamps</a></li>
            <li id="comment-3"><cite>Wren</cite> Says:<br><small><a href="#comment-3">March 3rd, 2009 at 7:41 am</a></small><p>It is damp.</p></li></ol></body></html>
            """)
        #expect(thread.source.platform == "wordpress")
        #expect(thread.comments.filter { $0.kind == .comment }.map(\.text) == ["Try the cellar.", "It is damp."])
        #expect(thread.comments.map(\.kind) == [.comment, .pingback, .comment])
    }

    @Test(
        "a weekday that is a month elsewhere does not make the numbers another date",
        arguments: [
            ("en", "Sat, 03/12/2011 - 10:20", "2011-03-12T10:20"), ("en", "Sat, 12/31/2011 - 10:20", "2011-12-31T10:20"),
            ("fr", "mar, 08/03/2011 - 10:20", "2011-03-08T10:20"), ("fr", "mer, 09/03/2011 - 10:20", "2011-03-09T10:20"),
        ])
    func weekdays(_ language: String, _ text: String, _ local: String) {
        #expect(DateReader(language: language).find(in: text)?.date.local == local)
    }

    @Test("the frame of the comments is not one of them")
    func frame() throws {
        let items = ["Anna", "Lena", "Karl"].map { "<li><b>\($0)</b>, 3 March 2011 10:20<br>Word of \($0)</li>" }
        let thread = try Page.read(
            "<html lang=en><body><h1>Lamps</h1><p>All of them are out, and it is dark in here.</p><section id=comments><ul>\(items.joined())</ul></section></body></html>"
        )
        #expect(thread.comments.count == 3)
        #expect(thread.comments.map(\.text) == ["Word of Anna", "Word of Lena", "Word of Karl"])
    }

    @Test("a date that is printed with its time says more than a day for programs; alone, the day counts")
    func dayForPrograms() throws {
        func date(_ printed: String) throws -> String? {
            try Page.read(
                """
                <html lang="fr"><body><h1>Lampes</h1><p>Toutes les lampes sont éteintes, et il fait noir ici.</p><div id="comments">
                <article class="comment" itemscope itemtype="http://schema.org/Review"><meta itemprop="datePublished" content="2019-02-12">
                <span itemprop="author">Zoé</span> \(printed)<p itemprop="reviewBody">Essayez la cave.</p></article></div></body></html>
                """
            ).comments.first?.published?.local
        }
        #expect(
            try date("<span class=\"when\">Le 12/02 à 11:30 <span class=\"value-title\" title=\"2019-02-12\"></span></span>")
                == "2019-02-12T11:30")
        #expect(try date("") == "2019-02-12")
    }
}
