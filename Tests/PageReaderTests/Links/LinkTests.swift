import Markup
import ShortLinks
import Testing
import ThreadModel

@testable import PageReader

@Suite("Links are found as people meant them")
struct LinkTests {
    private static let finder = LinkFinder(shorteners: .bundled, address: Address("http://blog.example/2011/02/a.html"))

    private func links(_ markup: String) throws -> [Link] {
        let page = try HTMLDocument(Array("<div id=x>\(markup)</div>".utf8))
        let body = try #require(page.first(Selector("#x")))
        return Self.finder.links(in: Fragment(body))
    }

    @Test(
        "the punctuation behind a typed URL is not of it, a bracket that it opened is",
        arguments: [
            ("see http://a.example/b.", "http://a.example/b"), ("http://a.example/b, or", "http://a.example/b"),
            ("http://a.example/b?!", "http://a.example/b"), ("http://a.example/b…", "http://a.example/b"),
            ("(http://a.example/b)", "http://a.example/b"), ("(http://a.example/b).", "http://a.example/b"),
            ("http://a.example/b_(c)", "http://a.example/b_(c)"), ("[http://a.example/b_(c)]", "http://a.example/b_(c)"),
            ("\"http://a.example/b\"", "http://a.example/b"), ("'http://a.example/b'", "http://a.example/b"),
            ("« http://a.example/b »", "http://a.example/b"), ("«http://a.example/b»", "http://a.example/b"),
            ("„http://a.example/b“", "http://a.example/b"), ("‘http://a.example/b’", "http://a.example/b"),
            ("<http://a.example/b>", "http://a.example/b"), ("「http://a.example/b」", "http://a.example/b"),
            ("（http://a.example/b）。", "http://a.example/b"), ("http://a.example/b、", "http://a.example/b"),
            ("**http://a.example/b**", "http://a.example/b"), ("http://a.example/b/?c=d&e=f#g;", "http://a.example/b/?c=d&e=f#g"),
            ("HTTP://A.example/b", "HTTP://A.example/b"), ("à lire:https://a.example/b", "https://a.example/b"),
            ("www.a.example/b.", "http://www.a.example/b"), ("http://a.example/é", "http://a.example/é"),
            ("http://a.example:8080/", "http://a.example:8080/"),
        ])
    func typed(_ text: String, _ url: String) {
        #expect(Self.finder.links(in: text).map(\.url) == [url])
    }

    @Test(
        "what is no address of the web is no link",
        arguments: [
            "", "http://", "https://", "www.", "http:// a.example", "http://localhost", "ftp://a.example/", "a.example",
            "nico@www.a.example",
            "awww.cute", "http://.", "file:///etc/passwd",
        ])
    func noLink(_ text: String) {
        #expect(Self.finder.links(in: text) == [])
    }

    @Test("links stand in the order of the text, each once, with short ones marked")
    func order() {
        let found = Self.finder.links(in: "http://bit.ly/b then www.a.example and http://bit.ly/b again, http://ht.ly/c|http://a.example/")
        #expect(
            found == [
                Link(url: "http://bit.ly/b", short: true), Link(url: "http://www.a.example"), Link(url: "http://ht.ly/c", short: true),
                Link(url: "http://a.example/"),
            ])
    }

    @Test(
        "a reference is resolved against the page's address",
        arguments: [
            ("/c.html", "http://blog.example/c.html"), ("c.html", "http://blog.example/2011/02/c.html"),
            ("../c.html", "http://blog.example/2011/c.html"), ("//b.example/c", "http://b.example/c"),
            (" http://b.example/c\n", "http://b.example/c"), ("http://b.exa\n mple/c", "http://b.exa mple/c"),
            ("?c=d", "http://blog.example/2011/02/a.html?c=d"),
            ("https://web.archive.org/web/20110209104000/http://b.example/c", "http://b.example/c"),
            ("http://web.archive.org/web/20110209104000id_/https://b.example/c?d#e", "https://b.example/c?d#e"),
            ("/web/20110209104000/http://b.example/c", "http://b.example/c"),
            ("//web.archive.org/web/20110209104000/http://b.example/c", "http://b.example/c"),
            ("https://web.archive.org/about", "https://web.archive.org/about"),
        ])
    func references(_ reference: String, _ url: String) throws {
        #expect(try links("<a href=\"\(reference)\">text</a>") == [Link(url: url, text: "text")])
    }

    @Test(
        "an anchor that leads to no page is no link",
        arguments: [
            "mailto:a@b.example", "javascript:alert(1)", "JavaScript:void(0)", "tel:+123", "#top", "", "data:text/html,x",
            "ftp://b.example/",
        ])
    func ignored(_ reference: String) throws {
        #expect(try links("<a href=\"\(reference)\">text</a>") == [])
    }

    @Test("where a program made the anchor, the punctuation that it swallowed is left out")
    func autolinked() throws {
        #expect(try links("(<a href=\"http://a.example/b).\">http://a.example/b).</a>") == [Link(url: "http://a.example/b")])
        #expect(try links("<a href=\"http://www.a.example/b,\">www.a.example/b,</a>") == [Link(url: "http://www.a.example/b")])
        #expect(try links("<a href=\"http://a.example/b\">http://a.example/b</a>.") == [Link(url: "http://a.example/b")])
    }

    @Test("an address that a person wrote into an anchor stays as it is, and so does the anchor's text")
    func anchors() throws {
        #expect(try links("<a href=\"http://a.example/b.\"><b>the</b> guide</a>") == [Link(url: "http://a.example/b.", text: "the guide")])
        #expect(try links("<a href=\"http://bit.ly/b\">here</a>") == [Link(url: "http://bit.ly/b", text: "here", short: true)])
        #expect(try links("<a href=\"http://a.example/\"><img src=b.gif></a>") == [Link(url: "http://a.example/")])
    }

    @Test("anchors and typed URLs stand in the order of the page, each URL once")
    func mixed() throws {
        let found = try links(
            "http://a.example/1 <a href='/2'>two</a> <a name=x>http://a.example/3</a> <a href='http://a.example/1'>one</a> www.a.example")
        #expect(
            found.map(\.url) == ["http://a.example/1", "http://blog.example/2", "http://a.example/3", "http://www.a.example"])
    }

    @Test("without the page's address a relative reference means nothing, an absolute one all it says")
    func unknownAddress() {
        #expect(Address(nil).absolute("/c.html") == nil)
        #expect(Address(nil).absolute("http://b.example/c") == "http://b.example/c")
    }
}
