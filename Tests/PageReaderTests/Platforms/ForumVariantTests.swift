import Testing
import ThreadModel

@testable import PageReader

@Suite("Forums and question sites are read in each of the templates that they have had")
struct ForumVariantTests {
    /// The sample says all that it should, with and without comments, and its comments have the ids of the page.
    private func expect(_ sample: PlatformSample, ids: [String]? = nil, kind: CommentThread.Kind = .post) throws {
        try sample.expectToBeRead()
        try sample.expectToBeReadWithoutComments()
        let thread = try Page.readFixture(sample.file)
        #expect(thread.kind == kind)
        #expect(thread.comments.allSatisfy { $0.kind == .comment })
        if let ids { #expect(thread.comments.map(\.id) == ids) }
    }

    // MARK: - phpBB

    @Test("phpBB, subsilver2: a table for each post, its signature a second box")
    func phpBBTables() throws {
        try expect(
            PlatformSample(
                platform: "phpbb", file: "phpbb-tables.html", title: "The west lamp", author: Author(name: "isla"),
                published: "2011-02-27T21:41", text: "The west lamp has gone out three nights in a row.\nDoes anybody know why?",
                comments: [
                    Said("Orla Finch", nil, "2011-02-28T07:05", "isla wrote:\nDoes anybody know why?\n\nThe wick is too short."),
                    Said("Bram", nil, "2011-02-28T07:30", "Then it is the oil again."),
                ]), ids: ["92", "93"])
    }

    @Test("phpBB, subsilver2: the link to the next page is the last in bold")
    func phpBBTablesFurther() throws {
        let thread = try Page.read(
            String(decoding: Page.fixture("phpbb-tables.html"), as: UTF8.self), url: "http://f.example/viewtopic.php?f=2&t=9")
        #expect(
            thread.warnings.contains("comments are paginated: 1 more page at http://f.example/viewtopic.php?f=2&t=9&start=10"))
    }

    @Test("phpBB: posts that no #page-body is around")
    func phpBBBare() throws {
        try expect(
            PlatformSample(
                platform: "phpbb", file: "phpbb-bare.html", title: "The west lamp", author: Author(name: "isla"),
                published: "2011-02-27T21:41", text: "The west lamp has gone out three nights in a row.",
                comments: [
                    Said("Orla Finch", nil, "2011-02-28T07:05", "three nights\n\nThe wick is too short."),
                    Said("Bram", nil, "2011-02-28T07:30", "Then it is the oil again."),
                ]), ids: ["92", "93"])
    }

    @Test("phpBB: the number of a post is that of an anchor in it")
    func phpBBPostList() throws {
        try expect(
            PlatformSample(
                platform: "phpbb", file: "phpbb-postlist.html", title: "The west lamp", author: Author(name: "isla"),
                published: "2011-02-27T21:41", text: "The west lamp has gone out three nights in a row.",
                comments: [
                    Said("Orla Finch", nil, "2011-02-28T07:05", "three nights\n\nThe wick is too short."),
                    Said("Bram", nil, "2011-02-28T07:30", "Then it is the oil again."),
                ]), ids: ["92", "93"])
    }

    @Test("phpBB: posts that are shown a second time, for whoever answers, are neither answers nor of the first post")
    func phpBBReview() throws {
        func post(_ id: String, _ heading: String, _ name: String, _ time: String, _ text: String) -> String {
            """
            <div id="\(id)" class="post bg2"><div class="inner"><div class="postbody">\(heading)
            <p class="author">by <strong>\(name)</strong> &raquo; Sun Feb 27, 2011 \(time)</p>
            <div class="content">\(text)</div></div></div></div>
            """
        }
        let first = "<h3 class=\"first\"><a href=\"#p91\">The west lamp</a></h3>"
        let other = "<h3><a href=\"#p92\">Re: The west lamp</a></h3>"
        let thread = try Page.read(
            """
            <html lang="en"><head><title>The west lamp</title></head><body id="phpbb">
            <h2 class="topic-title"><a href="./viewtopic.php?t=9">The west lamp</a></h2>
            \(post("p91", first, "isla", "9:41 pm", "It has gone out."))\(post("p92", other, "Bram", "9:50 pm", "The oil again."))
            <div id="topicreview">\(post("pr92", other, "Bram", "9:50 pm", "The oil again."))
            \(post("pr91", other, "isla", "9:41 pm", "It has gone out."))</div></body></html>
            """)
        #expect(thread.source.reader == "phpbb")
        #expect(thread.post?.text == "It has gone out.")
        #expect(thread.said == [Said("Bram", nil, "2011-02-27T21:50", "The oil again.")])
    }

    // MARK: - Invision, vBulletin

    @Test("IP.Board 2: a table for each post")
    func invisionTables() throws {
        try expect(
            PlatformSample(
                platform: "invision", file: "invision-tables.html", title: "The west lamp",
                author: Author(name: "isla", url: "http://f.example/index.php?showuser=7"), published: "2011-02-27T21:41",
                text: "The west lamp has gone out three nights in a row.",
                comments: [
                    Said(
                        "Orla Finch", "http://f.example/index.php?showuser=8", "2011-02-28T07:05",
                        "QUOTE(isla @ Feb 27 2011, 09:41 PM)\nthree nights\nThe wick is too short."),
                    Said("Bram", "http://f.example/index.php?showuser=9", "2011-02-28T07:30", "Then it is the oil again."),
                ]), ids: ["92", "93"])
    }

    @Test("IP.Board 2: the plain pages")
    func invisionPlain() throws {
        try expect(
            PlatformSample(
                platform: "invision", file: "invision-lofi.html", title: "The west lamp", author: Author(name: "isla"),
                published: "2011-02-27T21:41", text: "The west lamp has gone out three nights in a row.",
                comments: [
                    Said("Orla Finch", nil, "2011-02-28T07:05", "The wick is too short."),
                    Said("Bram", nil, "2011-02-28T07:30", "Then it is the oil again."),
                ]))
    }

    @Test("vBulletin 3.0: tables side by side, whose words have no id")
    func vBulletinNeighbours() throws {
        try expect(
            PlatformSample(
                platform: "vbulletin", file: "vbulletin-neighbours.html", title: "The west lamp", author: Author(name: "isla"),
                published: "2011-02-27T21:41", text: "The west lamp has gone out three nights in a row.",
                comments: [
                    Said(
                        "Orla Finch", nil, "2011-02-28T07:05", "Quote:\n\nOriginally Posted by isla\nthree nights\n\nThe wick is too short."
                    ),
                    Said("Bram", nil, "2011-02-28T07:30", "Then it is the oil again."),
                ]), ids: ["92", "93"])
    }

    @Test("vBulletin: the pages of its archive")
    func vBulletinArchive() throws {
        try expect(
            PlatformSample(
                platform: "vbulletin", file: "vbulletin-archive.html", title: "The west lamp", author: Author(name: "isla"),
                published: "2011-02-27T21:41", text: "The west lamp has gone out three nights in a row.\n\nDoes anybody know why?",
                comments: [
                    Said("Orla Finch", nil, "2011-02-28T07:05", "The wick is too short."),
                    Said("Bram", nil, "2011-02-28T07:30", "Then it is the oil again."),
                ]))
    }

    // MARK: - SMF, MyBB

    @Test("SMF: the page for printing has a line and a box for each post")
    func simpleMachinesPrint() throws {
        let thread = try Page.readFixture("smf-print.html")
        #expect(thread.source.reader == "smf")
        #expect(thread.title == "The west lamp")
        #expect(thread.post?.author == Author(name: "isla"))
        #expect(thread.post?.published?.local == "2011-02-27T21:41:00")
        #expect(thread.post?.text == "The west lamp has gone out three nights in a row.")
        #expect(
            thread.said == [
                Said("Orla Finch", nil, "2011-02-28T07:05:12", "The wick is too short."),
                Said("Bram", nil, "2011-02-28T07:30:12", "Then it is the oil again."),
            ])
        #expect(thread.comments.allSatisfy { $0.kind == .comment })
        #expect(try Page.read(Page.fixtureWithoutComments("smf-print.html")).said == [])
    }

    @Test("MyBB: the pages of its archive")
    func myBBArchive() throws {
        let thread = try Page.readFixture("mybb-archive.html")
        #expect(thread.source.reader == "mybb")
        #expect(thread.title == "The west lamp")
        #expect(thread.post?.author == Author(name: "isla", url: "http://f.example/user-7.html"))
        #expect(thread.post?.published?.local == "2011-02-27T21:41")
        #expect(thread.post?.text == "The west lamp has gone out three nights in a row.")
        #expect(
            thread.said == [
                Said("Orla Finch", "http://f.example/user-8.html", "2011-02-28T07:05", "The wick is too short."),
                Said("Bram", "http://f.example/user-9.html", "2011-02-28T07:30", "Then it is the oil again."),
            ])
        #expect(thread.comments.allSatisfy { $0.kind == .comment })
        #expect(thread.comments.map(\.id) == ["92", "93"])
        #expect(try Page.read(Page.fixtureWithoutComments("mybb-archive.html")).said == [])
    }

    // MARK: - GitHub, Reddit

    @Test("GitHub: an issue that a script has built")
    func gitHubReact() throws {
        try expect(
            PlatformSample(
                platform: "github", file: "github-react.html", title: "The west lamp goes out",
                author: Author(name: "isla", url: "https://github.com/isla"), published: "2025-02-27T21:41:00",
                text: "The west lamp has gone out three nights in a row.",
                comments: [
                    Said("orla", "https://github.com/orla", "2025-02-28T07:05:00", "The wick is too short."),
                    Said("bram", "https://github.com/bram", "2025-02-28T07:30:00", "Then it is the oil again."),
                ]), ids: ["11", "12"])
    }

    @Test("Reddit in 2018: only an indent says how deep a reply is, and dates are relative")
    func redditIndents() throws {
        let thread = try Page.readFixture("reddit-indents.html")
        #expect(thread.source.reader == "reddit")
        #expect(thread.title == "The west lamp goes out")
        #expect(thread.post?.text == "The west lamp has gone out three nights in a row.")
        #expect(thread.post?.published?.local == nil)
        #expect(
            thread.said == [
                Said("orla", "https://www.reddit.com/user/orla/", nil, "The wick is too short."),
                Said("isla", "https://www.reddit.com/user/isla/", nil, "We changed it yesterday.", to: 0),
                Said("bram", "https://www.reddit.com/user/bram/", nil, "Then it is the oil again."),
            ])
        #expect(thread.comments.allSatisfy { $0.kind == .comment })
        #expect(thread.comments.map(\.id) == ["aa1", "aa2", "aa3"])
    }

    // MARK: - Questions and answers

    private static let question = "Why does the west lamp go out?"

    @Test("Question2Answer: comments under an answer reply to it, those under the question do not")
    func question2Answer() throws {
        try expect(
            PlatformSample(
                platform: "questiontwoanswer", file: "questiontwoanswer.html", title: Self.question,
                author: Author(name: "isla", url: "https://q.example/user/isla"), published: "2018-10-21T11:19:06",
                text: "The west lamp has gone out three nights in a row. What could it be?",
                comments: [
                    Said("anonymous", nil, "2018-10-21T12:00:00", "Which oil do you burn?"),
                    Said(
                        "orla", "https://q.example/user/orla", "2018-10-22T08:02:11",
                        "The wick is too short for a lamp of that size.\n\nBuy one of 12 cm."),
                    Said("isla", "https://q.example/user/isla", "2018-10-23T08:01:00", "That was it, thank you!", to: 1),
                    Said("bram", "https://q.example/user/bram", "2018-10-24T07:00:00", "Clean the glass."),
                ]), ids: ["13", "14", "15", "16"], kind: .questionAnswer)
    }

    @Test("OSQA: the first of two signatures is the author's")
    func osqa() throws {
        try expect(
            PlatformSample(
                platform: "osqa", file: "osqa.html", title: Self.question, author: Author(name: "isla"), published: "2010-09-19T15:49",
                text: "The west lamp has gone out three nights in a row.",
                comments: [
                    Said("orla", nil, "2010-09-20T08:00", "Which oil do you burn?"),
                    Said("bram", nil, "2010-09-20T23:10", "The wick is too short for a lamp of that size.\n\nBuy one of 12 cm."),
                    Said("isla", nil, "2010-09-21T09:56", "That was it, thank you!", to: 1),
                    Said("tove", nil, "2010-09-22T07:00", "Clean the glass."),
                ]), ids: ["10", "11", "12", "13"], kind: .questionAnswer)
    }

    @Test("Askbot: name and date of a comment stand in its last line")
    func askbot() throws {
        try expect(
            PlatformSample(
                platform: "askbot", file: "askbot.html", title: Self.question, author: Author(name: "isla"),
                published: "2013-02-27T09:41:00",
                text: "The west lamp has gone out three nights in a row.",
                comments: [
                    Said("orla", nil, "2013-02-27T10:00:00", "Which oil do you burn?"),
                    Said("bram", nil, "2013-02-28T07:05:00", "The wick is too short for a lamp of that size.\n\nBuy one of 12 cm."),
                    Said("isla", nil, "2013-02-28T09:56:00", "That was it, thank you!", to: 1),
                    Said("tove", nil, "2013-03-01T07:00:00", "Clean the glass."),
                ]), ids: ["10", "11", "12", "13"], kind: .questionAnswer)
    }

    @Test("Yahoo Answers: answers whose dates are relative, to a question without a name")
    func yahooAnswers() throws {
        try expect(
            PlatformSample(
                platform: "yahooanswers", file: "yahooanswers.html", title: Self.question, author: nil, published: nil,
                text: "The west lamp has gone out three nights in a row.",
                comments: [
                    Said("bram", nil, nil, "The wick is too short for a lamp of that size.\n\nBuy one of 12 cm."),
                    Said("tove", nil, nil, "Clean the glass."),
                ]), kind: .questionAnswer)
    }
}
