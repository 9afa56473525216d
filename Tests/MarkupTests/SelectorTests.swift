import Markup
import Testing

@Suite("Selectors find elements")
struct SelectorTests {
    private static let page = """
        <div id=top class="comment odd"><p class=meta><a href="http://e.org/#comment-7" rel="author nofollow">A</a></p><p>one</p><p>two</p></div>
        <div class="comments"><span data-x="">s</span></div>
        """

    @Test(
        "each notation finds what it says",
        arguments: [
            ("p", 3), ("*", 9), ("html", 1), ("#top", 1), (".comment", 1), (".odd.comment", 1), ("div.comment p", 3), ("div > a", 0),
            ("p > a", 1),
            ("[rel=author]", 0), ("[rel~=author]", 1), ("a[href*='#comment-']", 1), ("a[href^=\"http:\"]", 1), ("a[href$='7']", 1),
            ("[data-x]", 1), ("p:not(.meta)", 2), (".meta + p", 1), (".meta ~ p", 2), ("span, a", 2), ("body > div p:not([class]) ", 2),
            ("DIV", 2),
        ])
    func finds(_ selector: String, _ count: Int) throws {
        let document = try HTMLDocument(Array(Self.page.utf8))
        #expect(document.all(try Selector(selector)).count == count)
        #expect((document.first(try Selector(selector)) != nil) == (count > 0))
    }

    @Test(
        "what is no selector is refused with the reason", arguments: ["", "p >", ".", "p[", "[a=\"x]", "p:hover", ":not(p", "a,,b", "p)"])
    func refuses(_ selector: String) {
        #expect(throws: SelectorError.self) { try Selector(selector) }
    }

    @Test("the nearest matching element around a node is found")
    func closest() throws {
        let link = try #require(try HTMLDocument(Array(Self.page.utf8)).first(Selector("a")))
        #expect(link.closest(try Selector("div"))?.attribute("id") == "top")
        #expect(link.closest(try Selector("a")) == link)
        #expect(link.closest(try Selector("table")) == nil)
    }
}
