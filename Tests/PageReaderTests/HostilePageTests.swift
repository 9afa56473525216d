import Testing
import ThreadModel

@testable import PageReader

@Suite("What a page repeats without end costs no more than its length")
struct HostilePageTests {
    private static let post =
        "<html lang=en><body><article><h1>A title</h1><p>Some words that are long enough to be the text of a post.</p>"

    // Each of these took minutes while its cost grew with the square of its length.
    @Test(
        "a page that repeats one thing is read",
        .timeLimit(.minutes(1)),
        arguments: [
            ("brackets behind a URL", "<p>http://x.example/" + String(repeating: ")", count: 30_000)),
            ("reply markers", "<p>Bonjour,</p>" + String(repeating: "<p>Ma réponse :</p>", count: 10_000)),
            ("greetings", String(repeating: "<p>Dear Ann,</p>", count: 10_000)),
            ("links in a reply", "<p>Hi Ann,<p>Why?<p>Nico<p>My answer:<p>" + (0..<5_000).map { "http://bit.ly/\($0) " }.joined()),
            ("attributes of one tag", "<p " + (0..<30_000).map { "a\($0)=b " }.joined() + ">text"),
            ("classes of one tag", "<p class='" + (0..<20_000).map { "c\($0) " }.joined() + "'>text"),
            ("classes, each another", (0..<10_000).map { "<p class='post-\($0) entry'>text" }.joined()),
            (
                "posts, too many for a list",
                String(repeating: "<article class=post><h2>Rain</h2><p>Rain fell.</p></article>", count: 10_000)
            ),
            ("headings", String(repeating: "<h2>Rain</h2><p>Rain fell.</p>", count: 10_000)),
            ("bylines", String(repeating: "<p>By Ann Lee, May 3, 2010</p>", count: 10_000)),
            ("what is none of the post", String(repeating: "<div class=sidebar>Rain fell.</div><p>Words</p>", count: 10_000)),
            ("elements inside each other", String(repeating: "<div class=content>", count: 3_400) + "text"),
        ])
    func repeated(_ name: String, _ markup: String) throws {
        let thread = try Page.read(Self.post + markup)
        #expect(thread.title == "A title")
    }

    @Test("2,000 posts are read, each inside its own element", .timeLimit(.minutes(1)))
    func posts() throws {
        let posts = (0..<2_000).map { number in
            """
            <article class=post><h2>Title \(number)</h2>
            <p>These are the words of this post, and they are more than those of an announcement.</p></article>
            """
        }
        let threads = try PageReader().read(Capture(bytes: Array("<html lang=en><body>\(posts.joined())".utf8)))
        #expect(threads.map(\.title) == (0..<2_000).map { "Title \($0)" })
    }

    @Test("5,000 comments with one id are read, each with an id of its own", .timeLimit(.minutes(1)))
    func sameID() throws {
        let comment = """
            <div class="comment" id="comment-6a1"><div class="comment-content">Words</div>
            <p class="comment-footer">Posted by: Ann | March 02, 2009 at 07:41 AM</p></div>
            """
        let page = "<html lang=en><meta name=generator content='http://www.typepad.com/'><body>" + String(repeating: comment, count: 5_000)
        let thread = try Page.read(page)
        #expect(thread.comments.count == 5_000)
        #expect(Set(thread.comments.map(\.id)).count == 5_000)
    }

    @Test("comments inside comments, many and deep, name their parents", .timeLimit(.minutes(1)))
    func nested() throws {
        let depth = 500
        let comments = (0..<depth).map { number in
            """
            <div class="comment" id="comment-6a\(number)"><div class="comment-content">Words</div>
            <p class="comment-footer">Posted by: Ann | March 02, 2009 at 07:41 AM</p>
            """
        }
        let page = "<html lang=en><meta name=generator content='http://www.typepad.com/'><body>" + comments.joined()
        let thread = try Page.read(page)
        #expect(thread.comments.map(\.inReplyTo) == [nil] + (0..<(depth - 1)).map { "6a\($0)" })
    }
}
