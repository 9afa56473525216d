import Testing
import ThreadModel

@testable import PageReader

@Suite("What a page repeats without end costs no more than its length")
struct HostilePageTests {
    private static let post =
        "<html lang=en><body><article><h1>A title</h1><p>Some words that are long enough to be the text of a post.</p>"

    private static func repeated(_ count: Int, _ markup: String) -> String { String(repeating: markup, count: count) }

    private static func numbered(_ count: Int, _ markup: (Int) -> String) -> String { (0..<count).map(markup).joined() }

    // Each of these takes minutes where its cost grows with the square of its length.
    private static let pages: [(name: String, markup: String)] = [
        ("brackets behind a URL", "<p>http://x.example/\(repeated(30_000, ")"))"),
        ("reply markers", "<p>Bonjour,</p>\(repeated(10_000, "<p>Ma réponse :</p>"))"),
        ("greetings", repeated(10_000, "<p>Dear Ann,</p>")),
        ("links in a reply", "<p>Hi Ann,<p>Why?<p>Nico<p>My answer:<p>\(numbered(5_000) { "http://bit.ly/\($0) " })"),
        ("attributes of one tag", "<p \(numbered(30_000) { "a\($0)=b " })>text"),
        ("classes of one tag", "<p class='\(numbered(20_000) { "c\($0) " })'>text"),
        ("classes, each another", numbered(10_000) { "<p class='post-\($0) entry'>text" }),
        ("posts, too many for a list", repeated(10_000, "<article class=post><h2>Rain</h2><p>Rain fell.</p></article>")),
        ("headings", repeated(10_000, "<h2>Rain</h2><p>Rain fell.</p>")),
        ("bylines", repeated(10_000, "<p>By Ann Lee, May 3, 2010</p>")),
        ("what is none of the post", repeated(10_000, "<div class=sidebar>Rain fell.</div><p>Words</p>")),
        ("elements inside each other", "\(repeated(3_400, "<div class=content>"))text"),
        (
            "comments that each hold all that follow",
            "<meta name=generator content=WordPress>\(repeated(1_000, "<dl class=commentlist><dt>"))\(repeated(10_000, "<br>"))"
        ),
    ]

    @Test("a page that repeats one thing is read", .timeLimit(.minutes(1)), arguments: pages)
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
