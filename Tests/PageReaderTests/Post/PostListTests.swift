import Markup
import Testing
import ThreadModel

@testable import PageReader

@Suite("A page of several posts is told from a page of one")
struct PostListTests {
    private func posts(_ markup: String) throws -> (finder: PostFinder, posts: [Node]) {
        let page = try HTMLDocument(Array(markup.utf8))
        let facts = PageFacts(page, capture: Capture(bytes: [], url: "http://moor.example/"))
        let map = PostMap(page, comments: NodeRanges([]))
        let finder = PostFinder(map: map, facts: facts.withoutPost(), dates: DateReader(language: "en"))
        return (finder, PostList(map: map, facts: facts).posts)
    }

    private func post(_ name: String, _ day: Int, element: String = "article") -> String {
        """
        <h2 class="date-header">March \(day), 2012</h2><\(element) class="post"><h3><a href="/\(name)">The \(name) post</a></h3>
        <p>This is what the \(name) post has to say of rain and moors, in a sentence that is long enough to be one.</p>
        <p class="post-foot">Posted by Ida Marr at 9:1\(day) PM</p></\(element)>
        """
    }

    @Test("each post of a home page is read inside its own element", arguments: ["article", "div"])
    func home(_ element: String) throws {
        let markup =
            "<html><head><title>Moor Notes</title></head><body><h1>Moor Notes</h1>"
            + ["first", "second", "third"].enumerated().map { post($1, $0 + 1, element: element) }.joined() + "</body>"
        let (finder, posts) = try posts(markup)
        let found = posts.map { finder.find(in: PostPlace($0)) }
        #expect(found.map { $0?.title?.line } == ["The first post", "The second post", "The third post"])
        #expect(found.map { $0?.date?.line } == ["March 1, 2012", "March 2, 2012", "March 3, 2012"])
        #expect(found.map { $0?.body?.text.hasPrefix("This is what the") } == [true, true, true])
        #expect(found.map { $0?.body?.text.hasSuffix("to be one.") } == [true, true, true])
        let links = zip(found, posts).map { found, post in found.flatMap { finder.permalink(of: $0, in: post.range) } }
        #expect(links == ["first", "second", "third"].map { "http://moor.example/\($0)" })
    }

    private func record(_ title: String, _ clock: String, in wrapper: String) -> String {
        wrapper.replacing(
            "POST",
            with: """
                <div class="post"><h3><a href="/\(title)">\(title)</a></h3>
                <p>This is what \(title) is about, in a sentence of rain and moors that is long enough to be one.</p>
                <p class="post-foot">Posted by Ida Marr at \(clock)</p></div>
                """)
    }

    @Test(
        "each post of a day has the date that stands above the first of them",
        arguments: [
            ("<h2 class=\"date-header\">DAY</h2>", "POST"), ("<h2>DAY</h2>", "POST"), ("<p class=\"date\">DAY</p>", "POST"),
            ("<h2 class=\"date-header\"><span>DAY</span></h2>", "<div class=\"outer\"><div class=\"inner\">POST</div></div>"),
        ])
    func days(_ day: String, _ wrapper: String) throws {
        let markup = """
            <html lang="en"><head><title>Moor Notes</title></head><body><h1>Moor Notes</h1>\(day.replacing("DAY", with: "Thursday, 12 March 2009"))
            \(record("Boots", "18:52", in: wrapper))\(record("Eels", "07:10", in: wrapper))\(record("Reeds", "06:03", in: wrapper))
            \(day.replacing("DAY", with: "Wednesday, 11 March 2009"))\(record("Mud", "23:59", in: wrapper))</body></html>
            """
        let threads = try PageReader().read(Capture(bytes: Array(markup.utf8)))
        #expect(threads.map(\.title) == ["Boots", "Eels", "Reeds", "Mud"])
        #expect(
            threads.map(\.post?.published?.local) == ["2009-03-12T18:52", "2009-03-12T07:10", "2009-03-12T06:03", "2009-03-11T23:59"])
    }

    @Test(
        "no list is made of teasers, comments and contributions to one topic",
        arguments: [
            "<title>Rain</title><article class=post><h1>Rain</h1>\(TemplatePage.words)</article><aside><article class=post><h3>Snow</h3><p>Much of it.</p></article></aside>",
            "<title>Rain</title><article><h1>Rain</h1>\(TemplatePage.words)</article><article><h3>Snow</h3>\(TemplatePage.words)</article>",
            "<title>Rain</title><h1>Rain</h1>\(TemplatePage.words)<div id=comments><article><p>\(TemplatePage.words)</p></article><article>\(TemplatePage.words)</article></div>",
            "<title>A forum</title><div class=post><h3>On rain</h3>\(TemplatePage.words)</div><div class=post><h3>Re: On rain</h3>\(TemplatePage.words)</div>",
        ])
    func noList(_ markup: String) throws {
        #expect(try posts("<html><body>" + markup).posts.isEmpty)
    }
}
