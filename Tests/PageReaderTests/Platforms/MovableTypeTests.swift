import Testing
import ThreadModel

@testable import PageReader

@Suite("Movable Type pages of every generation are read")
struct MovableTypeTests {
    private func page(_ version: String, _ body: String) throws -> CommentThread {
        try Page.read(
            """
            <html lang="en"><head><meta name="generator" content="Movable Type \(version)"><title>Log: Lamps</title>
            <link rel="canonical" href="http://log.example/lamps.html"></head><body>\(body)</body></html>
            """)
    }

    @Test("2.x: comments are bodies that end with their post line")
    func second() throws {
        let thread = try page(
            "2.64",
            """
            <div class="blog"><div class="blogbody"><h3 class="title">Lamps</h3><p>The lamp room was locked.</p>
            <span class="posted">Posted by Isla Marr at March 1, 2004 09:00 PM</span></div></div>
            <div class="comments-head"><a name="comments"></a>Comments</div>
            <div class="comments-body"><p>Try the cellar.</p><p>It is damp.</p>
            <span class="comments-post">Posted by: <a href="http://fergus.example/">Fergus</a> at March 2, 2004 07:41 AM</span></div>
            <div class="comments-body"><p>Or the roof.</p><span class="comments-post">Posted by: Wren at March 3, 2004 12:15 PM</span></div>
            """)
        #expect(thread.source.platform == "movabletype")
        #expect(thread.title == "Lamps")
        #expect(thread.post?.text == "The lamp room was locked.")
        #expect(thread.post?.author?.name == "Isla Marr")
        #expect(thread.comments.map(\.author) == [Author(name: "Fergus", url: "http://fergus.example/"), Author(name: "Wren")])
        #expect(thread.comments.map(\.published?.local) == ["2004-03-02T07:41", "2004-03-03T12:15"])
        #expect(thread.comments.map(\.text) == ["Try the cellar.\n\nIt is damp.", "Or the roof."])
    }

    @Test("3.x: a comment is an element with its number and a footer")
    func third() throws {
        let thread = try page(
            "3.2",
            """
            <div class="entry" id="entry-7"><h3 class="entry-header">Lamps</h3><div class="entry-body"><p>The lamp room was locked.</p></div>
            <p class="entry-footer"><span class="post-footers">Posted by Isla Marr on March 1, 2005 9:00 PM</span> | Permalink</p></div>
            <div class="comments"><h3 class="comments-header">Comments (2)</h3>
            <div class="comment" id="c101"><div class="comment-content"><p>Try the cellar.</p></div>
            <p class="comment-footer">Posted by: <a href="http://fergus.example/">Fergus</a> | <a href="#c101">March 2, 2005 07:41 AM</a></p></div>
            <div class="comment" id="c102"><div class="comment-content"><p>Or the roof.</p></div>
            <p class="comment-footer">Posted by: Wren | <a href="#c102">March 3, 2005 12:15 PM</a></p></div></div>
            """)
        #expect(thread.post?.published?.local == "2005-03-01T21:00")
        #expect(thread.comments.map(\.id) == ["101", "102"])
        #expect(thread.comments.map(\.author) == [Author(name: "Fergus", url: "http://fergus.example/"), Author(name: "Wren")])
        #expect(thread.comments.map(\.published?.local) == ["2005-03-02T07:41", "2005-03-03T12:15"])
        #expect(thread.comments.map(\.text) == ["Try the cellar.", "Or the roof."])
        #expect(thread.comments.last?.url == "http://log.example/lamps.html#c102")
    }

    @Test("3.1: a numbered element holds the words, and the line behind it says whose they are")
    func thirdWithPosted() throws {
        let thread = try page(
            "3.15",
            """
            <div class="content"><h2 class="date">March 1, 2005</h2><div class="entry"><h3 class="title">Lamps</h3>
            <div class="entry-body"><p>The lamp room was locked.</p></div><p class="posted">Posted by Isla Marr at 09:00 PM</p></div>
            <h2 id="comments">Comments</h2>
            <div id="c101"><p>Try the cellar.</p></div><p class="posted">Posted by Fergus at <a href="#c101">March 2, 2005 07:41 AM</a></p>
            <div id="c102"><p>Or the roof.</p></div><p class="posted">Posted by Wren at <a href="#c102">March 3, 2005 12:15 PM</a></p></div>
            """)
        #expect(thread.post?.published?.local == "2005-03-01T21:00")
        #expect(thread.post?.author?.name == "Isla Marr")
        #expect(thread.comments.map(\.id) == ["101", "102"])
        #expect(thread.comments.map(\.author?.name) == ["Fergus", "Wren"])
        #expect(thread.comments.map(\.published?.local) == ["2005-03-02T07:41", "2005-03-03T12:15"])
        #expect(thread.comments.map(\.text) == ["Try the cellar.", "Or the roof."])
    }

    private static let fourth = """
        <div id="entry-7" class="entry-asset asset"><div class="asset-header"><h2 class="asset-name">Lamps</h2>
        <div class="asset-meta"><span class="byline">By <span class="vcard author">Isla Marr</span> on
        <abbr class="published" title="2009-03-01T21:00:00+01:00">March 1, 2009 9:00 PM</abbr></span></div></div>
        <div class="asset-content"><div class="asset-body"><p>The lamp room was locked.</p></div></div></div>
        <div id="comments" class="comments"><div class="comments-content">
        <div class="comment" id="comment-101"><div class="inner"><div class="comment-header"><div class="asset-meta">
        <span class="byline"><span class="vcard author"><a href="http://fergus.example/">Fergus</a></span></span>
        <span class="separator">|</span> <a href="http://log.example/lamps.html#comment-101">
        <abbr class="published" title="2009-03-02T07:41:30+01:00">March 2, 2009 7:41 AM</abbr></a> | <a href="#">Reply</a></div></div>
        <div class="comment-content"><p>Try the cellar.</p></div></div></div>
        <div class="comment" id="comment-102"><div class="inner"><div class="comment-header"><div class="asset-meta">
        <span class="byline"><span class="vcard author">Wren</span> replied to <a href="#comment-101">comment from Fergus</a></span>
        <span class="separator">|</span> <a href="http://log.example/lamps.html#comment-102">
        <abbr class="published" title="2009-03-03T12:15:00+01:00">March 3, 2009 12:15 PM</abbr></a></div></div>
        <div class="comment-content"><p>Or the roof.</p></div></div></div></div></div>
        """

    @Test("4 and later: the date's attribute gives the zone, so the instant is known")
    func fourthDates() throws {
        let thread = try page("4.25", Self.fourth)
        #expect(thread.title == "Lamps")
        #expect(thread.post?.author?.name == "Isla Marr")
        #expect(thread.post?.published?.instant == "2009-03-01T20:00:00Z")
        #expect(
            thread.comments.map(\.published) == [
                PublishedDate(printed: "March 2, 2009 7:41 AM", local: "2009-03-02T07:41:30", instant: "2009-03-02T06:41:30Z"),
                PublishedDate(printed: "March 3, 2009 12:15 PM", local: "2009-03-03T12:15:00", instant: "2009-03-03T11:15:00Z"),
            ])
    }

    @Test("4 and later: a reply names its parent by a link in the byline")
    func fourthReplies() throws {
        let comments = try page("5.2", Self.fourth).comments
        #expect(comments.map(\.id) == ["101", "102"])
        #expect(comments.map(\.author) == [Author(name: "Fergus", url: "http://fergus.example/"), Author(name: "Wren")])
        #expect(comments.map(\.inReplyTo) == [nil, "101"])
        #expect(comments.map(\.url) == ["http://log.example/lamps.html#comment-101", "http://log.example/lamps.html#comment-102"])
    }

    @Test("3.2: a trackback is a numbered element, and names its page and its blog on a line of their own")
    func trackbacks() throws {
        let thread = try page(
            "3.2",
            """
            <div class="entry"><h3 class="entry-header">Lamps</h3><div class="entry-body"><p>The lamp room was locked.</p></div></div>
            <div class="trackbacks"><h3 id="trackback" class="trackbacks-header">TrackBack (2)</h3>
            <div class="trackback" id="p31"><p>&raquo; <a href="http://cod.example/1">The cod year</a> from Cod Blog<br />
            In our year it was cod. <a href="http://cod.example/1">[Read More]</a></p>
            <p class="trackback-footer">Tracked on <a href="#p31">June 1, 2006 8:00 AM</a></p></div>
            <div class="trackback" id="p32"><div class="trackback-content"><p>&raquo; <a href="http://eel.example/1">The eel year</a> from
            <a href="http://eel.example/">Eel Blog</a><br />Eels again. <a href="http://eel.example/1">[Read More]</a></p></div>
            <p class="trackback-footer">Tracked on <a href="#p32">June 2, 2006 8:00 AM</a></p></div></div>
            """)
        #expect(thread.comments.map(\.kind) == [.trackback, .trackback])
        #expect(thread.comments.map(\.id) == ["31", "32"])
        #expect(
            thread.said == [
                Said("The cod year", "http://cod.example/1", "2006-06-01T08:00", "In our year it was cod."),
                Said("The eel year", "http://eel.example/1", "2006-06-02T08:00", "Eels again."),
            ])
    }

    @Test("a note of another page among the comments is told by its first words")
    func notes() throws {
        let notes = [
            "Pingback from Sprat Blog", "Trackback from <a href=\"http://eel.example/1\">Eels</a><br>Eels again.", "It is damp down there.",
        ]
        let comments = notes.enumerated().map { number, words in
            """
            <div class="comment" id="comment-\(number)"><div class="comment-header"><span class="vcard author">\(number < 2 ? "TrackBack" : "Wren")</span>
            <abbr class="published" title="2009-03-16T10:05:10+01:00">March 16, 2009 10:05 AM</abbr></div>
            <div class="comment-content"><p>\(words)</p></div></div>
            """
        }
        let thread = try page(
            "4.25",
            """
            <h1 class="asset-name">Lamps</h1><div class="asset-body"><p>The lamp room was locked.</p></div>
            <div id="comments" class="comments">\(comments.joined())</div>
            """)
        #expect(thread.comments.map(\.kind) == [.pingback, .trackback, .comment])
        #expect(thread.comments.map(\.author?.name) == ["Sprat Blog", "Eels", "Wren"])
        #expect(thread.comments.last?.text == "It is damp down there.")
    }

    @Test("a page without the generator's name is known by its forms")
    func evidence() throws {
        for mark in ["<form action=\"/mt/mt-search.cgi\"></form>", "<form action=\"/cgi-bin/mt-comments.cgi\"></form>"] {
            let thread = try Page.read("<html><body><div class=entry-body><p>The lamp room was locked.</p></div>\(mark)</body></html>")
            #expect(thread.source.platform == "movabletype", "\(mark)")
        }
    }
}
