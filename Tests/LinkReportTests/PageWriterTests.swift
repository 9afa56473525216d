import Testing

@testable import LinkReport

@Suite("Pages are written so that nothing from outside is markup")
struct PageWriterTests {
    private func written(_ write: (inout PageWriter) -> Void) -> String {
        var page = PageWriter()
        write(&page)
        return page.html
    }

    @Test("texts and attributes are escaped, what steers text is shown as what cannot be shown")
    func escaped() {
        let hostile = "</p><script>'\"&\u{0}\u{1B}[2J\u{202E}\n"
        let safe = "&lt;/p&gt;&lt;script&gt;&#39;&quot;&amp;\u{FFFD}\u{FFFD}[2J\u{FFFD} "
        #expect(written { $0.element("p", [("title", hostile)], text: hostile) } == "<p title=\"\(safe)\">\(safe)</p>")
    }

    @Test("only addresses of the web become links", arguments: ["http://a.example/", "HTTPS://a.example/?b=\"c"])
    func link(_ url: String) {
        let escaped = PageWriter.escaped(url)
        #expect(
            written { $0.link(url) } == "<a href=\"\(escaped)\" rel=\"nofollow noreferrer\"><bdi>\(escaped)</bdi></a>")
    }

    @Test(
        "anything else is shown as its text",
        arguments: [
            "javascript:alert(1)", "data:text/html,x", "//a.example/", "", " http://a.example/", "http://a.example/\nb", "https:/a",
        ])
    func noLink(_ url: String) {
        #expect(written { $0.link(url) } == "<bdi>\(PageWriter.escaped(url))</bdi>")
    }

    @Test("a line without an end is cut, its link is not")
    func clipped() {
        let url = "http://a.example/" + String(repeating: "b", count: 500)
        let page = written { $0.link(url) }
        #expect(page.contains("href=\"\(url)\"") && page.contains("bbb…</bdi>"))
    }

    @Test("elements of SVG that hold nothing are closed, those of HTML are not")
    func empty() {
        #expect(written { $0.empty("line", [("x1", "1")], isSVG: true) } == "<line x1=\"1\"/>")
        #expect(written { $0.empty("meta") } == "<meta>")
    }

    @Test(
        "numbers are the same in every language",
        arguments: [(0, "0"), (999, "999"), (1_000, "1\u{202F}000"), (1_234_567, "1\u{202F}234\u{202F}567")])
    func numbers(_ number: Int, _ text: String) {
        #expect(Numbers.grouped(number) == text)
    }

    @Test(
        "shares are rounded to a tenth, and what is there is never nothing",
        arguments: [(0, 3, "0.0 %"), (1, 3, "33.3 %"), (2, 3, "66.7 %"), (3, 3, "100.0 %"), (1, 100_000, "< 0.1 %"), (0, 0, "–")])
    func shares(_ part: Int, _ whole: Int, _ text: String) {
        #expect(Numbers.share(part, of: whole) == text)
    }
}
