import Testing
import ThreadModel

@testable import PageReader

private let question = "How much flour goes into the small tin?"
private let answer = "Two cups, and a third if the eggs are large."
private let remark = "Mine rose well and fell again at once."

private func read(_ comments: String, head: String = "", lang: String = "en") throws -> CommentThread {
    try Page.read(
        """
        <html lang="\(lang)"><head><title>Plum bread - Harbour Kitchen</title>\(head)</head><body><article><h1>Plum bread</h1>
        <p>By Isla Marr, 1 March 2021</p><div class="entry-content"><p>The plums are ripe on the south wall, so there is bread with plums
        in it today, and tomorrow, too.</p></div></article>\(comments)</body></html>
        """)
}

private func readWordPress(_ comments: String, lang: String = "en") throws -> CommentThread {
    let thread = try read(
        "<div id=\"comments\"><ol class=\"commentlist\">\(comments)</ol></div>", head: "<meta name=\"generator\" content=\"WordPress 6\">",
        lang: lang)
    #expect(thread.source.reader == "wordpress")
    return thread
}

@Suite("Comments and replies of two shapes are all found")
struct ReplyShapeTests {
    private func comment(_ kind: String, _ name: String, _ day: Int, _ text: String, replies: String = "") -> String {
        "<div class=\"\(kind)\"><p class=\"who\">\(name)</p><p class=\"when\">\(day) June 2021</p><div class=\"what\"><p>\(text)</p></div>\(replies)</div>"
    }

    private static let said = [
        Said("Jen", nil, "2021-06-12", question), Said("Isla", nil, "2021-06-13", answer, to: 0), Said("Bram", nil, "2021-06-14", remark),
        Said("Isla", nil, "2021-06-15", "Longer in the oven, then.", to: 2),
    ]

    @Test("where each comment has a reply of another class inside", arguments: ["", "<div class=\"replies\">"])
    func inside(box: String) throws {
        func thread(_ first: String, _ second: String) -> String {
            first.replacing("REPLY", with: box + second + (box.isEmpty ? "" : "</div>"))
        }
        let comments =
            thread(comment("note", "Jen", 12, question, replies: "REPLY"), comment("note-child", "Isla", 13, answer))
            + thread(comment("note", "Bram", 14, remark, replies: "REPLY"), comment("note-child", "Isla", 15, "Longer in the oven, then."))
        #expect(try read("<div class=\"comments\"><h3>4 comments</h3>\(comments)</div>").said == Self.said)
    }

    @Test(
        "where replies stand beside, and only a class tells them",
        arguments: ["note reply", "note note--indented", "note level-1", "note depth-2"])
    func beside(reply: String) throws {
        let comments =
            comment("note", "Jen", 12, question) + comment(reply, "Isla", 13, answer) + comment("note", "Bram", 14, remark)
            + comment(reply, "Isla", 15, "Longer in the oven, then.")
        #expect(try read("<div class=\"comments\"><h3>4 comments</h3>\(comments)</div>").said == Self.said)
    }

    @Test(
        "and a class that says that a comment has replies makes none of it",
        arguments: ["note has-children", "note can-reply", "note best-answer"])
    func others(kind: String) throws {
        let comments = comment("note", "Jen", 12, question) + comment(kind, "Isla", 13, answer) + comment("note", "Bram", 14, remark)
        #expect(try read("<div class=\"comments\"><h3>3 comments</h3>\(comments)</div>").said.map(\.parent) == [nil, nil, nil])
    }

    @Test("where the reply stands in the words of the comment")
    func inWords() throws {
        func item(_ tag: String, _ id: Int, _ name: String, _ day: Int, _ text: String) -> String {
            """
            <\(tag) class="kit-comment" id="kit-comment-\(id)"><div class="kit-comment-head"><div class="kit-name">\(name)</div>
            <div class="kit-date">\(day) June 2021</div></div><div class="kit-comment-content">\(text)</div></\(tag)>
            """
        }
        let thread = try read(
            "<ul class=\"kit-comments\">" + item("li", 59, "Jen", 12, question + item("div", 60, "Isla", 13, answer))
                + item("li", 61, "Bram", 14, remark)
                + "</ul>")
        #expect(thread.said == Array(Self.said.prefix(3)))
        #expect(thread.comments.map(\.id) == ["kit-comment-59", "kit-comment-60", "kit-comment-61"])
    }
}

@Suite("Prompts to comment are no comments")
struct PromptTests {
    @Test(
        "a lone element without a date, a number or an author's part is none",
        arguments: [
            """
            <div class="comments"><div id="thread"></div><noscript>Please enable JavaScript to view the <a href="https://d.example/?ref">comments
            powered by Dingo.</a></noscript><a href="https://d.example" class="brlink">comments powered by <span>Dingo</span></a></div>
            """,
            "<div class=\"feedback-list\"><h2>Reviews</h2><p>What do you think of this recipe? Share it to help others.</p></div>",
            "<div class=\"login-to-comment\">Please <a class=\"sign-in-link\">sign in</a> or <a>register</a> to send a comment.</div>",
            "<div class=\"comments\"><div class=\"comment\"><b>Service</b> <div class=\"author\">{{reply.name}}</div><p>{{reply.text}}</p></div></div>",
            "<div class=\"comments-count\"><h4>5</h4><h6>people discussing</h6><a>Join in now</a></div><div class=\"comments-count\"><h6>people discussing</h6></div>",
            "<div class=\"comments-bar\"><span class=\"stars\">A rating of 3 out of 5.</span><span>1 rating</span></div>",
            """
            <h3>Comments</h3><div class="bylines-author"><span>By</span> <div><b>Isla Marr</b><p>Isla writes of bread.</p></div><div>Updated on August 29,
            2014</div></div>
            """,
            "<div class=\"comments\"><h2>Comments</h2><p>To write a comment you have to be <a href=\"/login\">signed in.</a></p></div>",
        ])
    func prompt(markup: String) throws {
        #expect(try read(markup).comments.map(\.text) == [])
    }

    @Test(
        "comments without dates are comments all the same",
        arguments: [
            "<div class=\"comment\"><strong>NAME</strong><p>TEXT</p></div>",
            "<li class=\"comment\"><cite>NAME</cite> says:<p>TEXT</p></li>",
        ])
    func undated(item: String) throws {
        let items = ["Jen", "Bram"].map { item.replacing("NAME", with: $0).replacing("TEXT", with: "\(remark) Says \($0).") }
        let thread = try read("<div class=\"comments\"><h3>2 comments</h3>\(items.joined())</div>")
        #expect(thread.comments.map(\.author?.name) == ["Jen", "Bram"])
    }

    @Test("one that is longer than its post is a comment")
    func long() throws {
        let words = Array(repeating: remark, count: 20).joined(separator: " ")
        let thread = try Page.read(
            """
            <html lang="en"><head><title>Plum bread</title></head><body><h1>Plum bread</h1><p>Bread with plums in it, and a picture.</p>
            <div id="comments"><div class="comment" id="comment-5"><span class="author">Jen</span> <span class="date">4 March 2010, 10:12</span>
            <p>\(words)</p></div></div></body></html>
            """)
        #expect(thread.said == [Said("Jen", nil, "2010-03-04T10:12", words)])
    }

    @Test("one among comments that have dates is none")
    func among() throws {
        let comments = ["Jen", "Bram"].map { name in
            "<li class=\"review-comment\"><b>\(name)</b> <i>12 June 2021</i><p>\(remark)</p></li>"
        }
        let thread = try read(
            "<h3>Comments</h3><ul><li class=\"review-comment\"><a href=\"/login\">Connect to Kitchen</a> <p>to review this bread</p></li>\(comments.joined())</ul>"
        )
        #expect(thread.comments.map(\.author?.name) == ["Jen", "Bram"])
    }
}

@Suite("Themes with markup of their own")
struct ThemeMarkupTests {
    private func item(_ inside: String) -> String { "<li class=\"comment even depth-1\" id=\"comment-7\">\(inside)</li>" }

    @Test(
        "words without a paragraph are found in a frame with any name",
        arguments: [
            "<div class=\"comment-block\"><i></i>\(answer)<span class=\"reply\"><a class=\"comment-reply-link\" href=\"#respond\">Reply</a></span></div>",
            "<div class=\"comment-block\"><p><div class=\"stars\"></div> \(answer)</p></div>",
        ])
    func bareWords(block: String) throws {
        let head = "<span class=\"comment-author__name\">Jen</span> <span class=\"comment__date\">12 June 2021 - 17:02</span>"
        let thread = try readWordPress(item("<div class=\"comment-data\"><div class=\"comment-author_info\">\(head)</div>\(block)</div>"))
        #expect(thread.said == [Said("Jen", nil, "2021-06-12T17:02", answer)])
    }

    @Test("a body that is called the user's too is no name")
    func userBody() throws {
        let thread = try readWordPress(
            item(
                """
                <div class="card-header cuser">Comment by <strong>Jen</strong> <span>12 June 2021 11:59 am</span></div>
                <div class="card-body comm_user"><p>\(remark)</p><div><a href="#">Reply</a></div></div>
                """))
        #expect(thread.said == [Said("Jen", nil, "2021-06-12T11:59", remark)])
    }

    @Test("a name behind the words is found, whatever the frame of cards calls it")
    func nameBehind() throws {
        let thread = try readWordPress(
            item(
                "<div class=\"card-body\"><p class=\"card-text\">\(remark)</p><div class=\"author card-subtitle\">Jen <span class=\"says\"></span></div></div>"
            ))
        #expect(thread.said == [Said("Jen", nil, nil, remark)])
    }

    @Test("the page that pings is named without a link, and comes once")
    func pingback() throws {
        let thread = try readWordPress(
            """
            <li id="comment-1" class="pingback even"><article id="div-comment-1" class="comment-body"><footer class="comment-meta">
            <div class="comment-author vcard"><b class="fn">Bread for a week - Cellar Blog</b> <span class="says">says:</span></div>
            <a href="https://k.example/plum-bread/#comment-1"><time datetime="2021-06-20T09:29:59+02:00">June 20, 2021 at 9:29 am</time></a></footer>
            <div class="comment-content"><p>[&#8230;] plums [&#8230;]</p></div></article></li>
            """)
        #expect(thread.comments.map(\.kind) == [.pingback])
        #expect(thread.said == [Said("Bread for a week - Cellar Blog", nil, "2021-06-20T09:29:59", "[…] plums […]")])
    }

    @Test("a date for programs beside the words leaves the words alone")
    func datedWords() throws {
        let thread = try readWordPress(
            item(
                """
                <cite class="fn">Jen</cite><div class="comment-content"><div class="rating" itemprop="review"><meta itemprop="datePublished"
                content="2021-06-12"><div itemprop="description"><p>\(answer)</p></div></div></div>
                """))
        #expect(thread.said == [Said("Jen", nil, "2021-06-12", answer)])
    }

    @Test("the page that Cloudflare puts in the place of an e-mail address is nobody's")
    func hiddenAddress() throws {
        let hidden = "<a href=\"/cdn-cgi/l/email-protection\" class=\"__cf_email__\" data-cfemail=\"5a3b\">[email&#160;protected]</a>"
        let thread = try Page.read(
            """
            <html><head><title>Plum bread</title><meta name="generator" content="WordPress 6"></head><body><h1>Plum bread</h1>
            <p>There is bread with plums.</p><ol class="commentlist">\(item("<cite class=\"fn\">\(hidden)</cite> <p>Write to \(hidden) or me.</p>"))</ol></body></html>
            """, url: "https://k.example/plum-bread/")
        #expect(thread.comments.map(\.author?.url) == [nil])
        #expect(thread.comments.flatMap(\.links).map(\.url) == [])
    }

    @Test("a subject before the byline is no part of the name", arguments: [("de", "Verfasst von", "am"), ("en", "Posted by", "on")])
    func subject(language: String, by: String, on: String) throws {
        let comments = [("Very good!", "Jen", remark), ("Tasty", "Bram9", answer)].map { subject, name, text in
            """
            <li class="comment"><div class="head"><h3 class="comment-subject">\(subject)</h3> \(by) <a href="/user/1">\(name)</a> \(on)
            <small>21. September 2021 - 12:30.</small></div><div class="content"><p>\(text)</p></div><div class="user-signature"><p>Jenny</p></div></li>
            """
        }
        let thread = try read("<ul class=\"comments\">\(comments.joined())</ul>", lang: language)
        #expect(thread.comments.map(\.author?.name) == ["Jen", "Bram9"])
        #expect(thread.comments.map(\.text) == [remark, answer])
    }

    @Test("a site that runs WordPress and prints comments of its own is read all the same")
    func ownComments() throws {
        let comments = ["Jen", "Bram"].map { name in
            """
            <li class="kitchen-comments__single-entry"><div class="kitchen-comments__meta-bar"><span class="kitchen-comments__author">\(name)</span></div>
            <div class="kitchen-comments__date">Jul 7, 2021</div><p class="kitchen-comments__comment">\(remark)</p></li>
            """
        }
        let thread = try read(
            "<div class=\"comments\"><ul class=\"kitchen-comments__collection\">\(comments.joined())</ul></div>",
            head: "<meta name=\"generator\" content=\"WordPress 6\">")
        #expect(thread.said == ["Jen", "Bram"].map { Said($0, nil, "2021-07-07", remark) })
    }
}

@Suite("Dates with dots between the numbers")
struct DottedDateTests {
    private func locals(_ dates: [String], lang: String = "en") throws -> [String?] {
        let comments = dates.enumerated().map { number, date in
            "<li class=\"comment\" id=\"comment-\(number + 1)\"><cite class=\"fn\">Jen</cite> <span class=\"date\">\(date)</span><p>\(answer)</p></li>"
        }
        return try readWordPress(comments.joined(), lang: lang).comments.map(\.published?.local)
    }

    @Test("have the order that another date of the page proves")
    func proven() throws {
        #expect(try locals(["5.25.2014", "2.8.2011", "8.19.2012"]) == ["2014-05-25", "2011-02-08", "2012-08-19"])
        #expect(try locals(["25.5.2014", "2.8.2011"]) == ["2014-05-25", "2011-08-02"])
        #expect(
            try locals(["06.7.12 at 7:26 pm", "06.12.12 at 1:42 pm", "07.20.12 at 10:51 am"])
                == ["2012-06-07T19:26", "2012-06-12T13:42", "2012-07-20T10:51"])
    }

    @Test("have the day first where nothing else is evident, in any language")
    func dayFirst() throws {
        #expect(try locals(["2.8.2021", "2.8.2021"]) == ["2021-08-02", "2021-08-02"])
        #expect(try locals(["2.8.2021", "5.25.2021"], lang: "de").first == "2021-08-02")
    }

    @Test("mean what the attribute of their element says", arguments: ["07.06.2015", "07/06/2015"])
    func attribute(printed: String) throws {
        let post = try Page.read(
            """
            <html lang="en"><head><title>Plum bread</title><meta property="article:published_time" content="2015-07-06T13:25:09+02:00"></head>
            <body><article class="post"><h1 class="entry-title">Plum bread</h1><span class="entry-date">\(printed)</span><div class="entry-content">
            <p>The plums are ripe on the south wall, so there is bread with plums in it.</p></div></article></body></html>
            """)
        #expect(post.post?.published?.local == "2015-07-06T13:25:09")
    }
}
