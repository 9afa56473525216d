import Markup
import Testing

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
        let found = posts.map { finder.find(in: $0) }
        #expect(found.map { $0?.title?.line } == ["The first post", "The second post", "The third post"])
        #expect(found.map { $0?.date?.line } == ["March 1, 2012", "March 2, 2012", "March 3, 2012"])
        #expect(found.map { $0?.body?.text.hasPrefix("This is what the") } == [true, true, true])
        #expect(found.map { $0?.body?.text.hasSuffix("to be one.") } == [true, true, true])
        let links = zip(found, posts).map { found, post in found.flatMap { finder.permalink(of: $0, in: post) } }
        #expect(links == ["first", "second", "third"].map { "http://moor.example/\($0)" })
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
