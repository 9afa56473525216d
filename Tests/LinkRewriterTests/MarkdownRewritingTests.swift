import Testing

@testable import LinkRewriter

@Suite("Short links in Markdown get their destinations")
struct MarkdownRewritingTests {
    private static let link = "https://b.example/ \"http://bit.ly/b\""
    private static let bare = "[http://bit.ly/b](\(link))"

    private static let replaced: [(String, String)] = [
        ("see [this](http://bit.ly/b)", "see [this](\(link))"), ("[a](<http://bit.ly/b>)", "[a](\(link))"),
        ("[a]( http://bit.ly/b )", "[a]( \(link) )"), ("[`]`](http://bit.ly/b)", "[`]`](\(link))"),
        ("[a](http://bit.ly/b \"Title\")", "[a](https://b.example/ \"Title (http://bit.ly/b)\")"),
        ("[a](http://bit.ly/b 'Title')", "[a](https://b.example/ 'Title (http://bit.ly/b)')"),
        ("[a](http://bit.ly/b (Title))", "[a](https://b.example/ (Title \\(http://bit.ly/b\\)))"),
        ("[http://bit.ly/b](http://bit.ly/b)", "[http://bit.ly/b](\(link))"), ("[![i](j)](http://bit.ly/b)", "[![i](j)](\(link))"),
        ("[a](http://bit.ly/a)", "[a](https://a.example/x?c=d&amp;e=f \"http://bit.ly/a\")"),
        ("[a](http://bit.ly/p)", "[a](<https://p.example/b_(c)> \"http://bit.ly/p\")"),
        ("[a](http://bit.ly/q?r=s&amp;t=u)", "[a](https://q.example/'%22%3C%3E \"http://bit.ly/q?r=s&amp;t=u\")"),
        ("[a](http\\://bit.ly/b)", "[a](https://b.example/ \"http\\://bit.ly/b\")"),
        ("[a]: http://bit.ly/b", "[a]: \(link)"), ("[a]:\n  <http://bit.ly/b>\n", "[a]:\n  \(link)\n"),
        ("[a]: http://bit.ly/b 'T'\n[b]: http://bit.ly/b\nc", "[a]: https://b.example/ 'T (http://bit.ly/b)'\n[b]: \(link)\nc"),
        ("[a]: http://bit.ly/b\n  \"T\"\n", "[a]: https://b.example/ \"T (http://bit.ly/b)\"\n"),
        ("<http://bit.ly/b>", bare), ("http://bit.ly/b", bare), ("see http://bit.ly/b.", "see \(bare)."),
        ("*http://bit.ly/b*", "*\(bare)*"),
        ("(http://bit.ly/b)", "(\(bare))"), ("# http://bit.ly/b", "# \(bare)"), ("| http://bit.ly/b | c |", "| \(bare) | c |"),
        ("- http://bit.ly/b", "- \(bare)"), ("> http://bit.ly/b", "> \(bare)"), ("> > 1. http://bit.ly/b", "> > 1. \(bare)"),
        ("[x] http://bit.ly/b", "[x] \(bare)"), ("[^1]: http://bit.ly/b", "[^1]: \(bare)"), ("\\`http://bit.ly/b\\`", "\\`\(bare)\\`"),
        ("a ` b http://bit.ly/b", "a ` b \(bare)"), ("`a` http://bit.ly/b `c`", "`a` \(bare) `c`"),
        ("\r\nhttp://bit.ly/b\r\n", "\r\n\(bare)\r\n"),
        ("- a\n\n  http://bit.ly/b", "- a\n\n  \(bare)"), ("- a\n\n    http://bit.ly/b", "- a\n\n    \(bare)"),
        ("1. a\n   - b\n\n     http://bit.ly/b", "1. a\n   - b\n\n     \(bare)"), ("a\n    http://bit.ly/b", "a\n    \(bare)"),
        ("```\ncode\n```\nhttp://bit.ly/b", "```\ncode\n```\n\(bare)"), ("> ```\n> code\n\nhttp://bit.ly/b", "> ```\n> code\n\n\(bare)"),
        ("- ```\n  code\nhttp://bit.ly/b", "- ```\n  code\n\(bare)"), ("---\nurl: x\n---\nhttp://bit.ly/b", "---\nurl: x\n---\n\(bare)"),
        ("---\n\nhttp://bit.ly/b", "---\n\n\(bare)"), ("<div>\n\nhttp://bit.ly/b\n\n</div>", "<div>\n\n\(bare)\n\n</div>"),
        // HTML in Markdown is HTML.
        ("a <a href='http://bit.ly/b'>b</a>", "a <a href='https://b.example/' data-originalurl='http://bit.ly/b'>b</a>"),
        ("<p>\n<a href=http://bit.ly/b>b</a>", "<p>\n<a href=\"https://b.example/\" data-originalurl=\"http://bit.ly/b\">b</a>"),
    ]

    @Test("the short link becomes the title, or is added to it", arguments: replaced)
    func replaces(_ text: String, _ expected: String) throws {
        #expect(try Known.rewritten(text, .markdown) == expected)
    }

    @Test(
        "what is code, part of another link, or no link stays",
        arguments: [
            "`http://bit.ly/b`", "`` a ` http://bit.ly/b ``", "`a\nhttp://bit.ly/b`", "    http://bit.ly/b", "\thttp://bit.ly/b",
            "a\n\n    [a](http://bit.ly/b)", "```\nhttp://bit.ly/b\n```", "~~~ sh\nhttp://bit.ly/b\n\n~~~", "```\nhttp://bit.ly/b",
            "> ```\n> http://bit.ly/b\n> ```", "- ```\n  http://bit.ly/b\n\n  http://bit.ly/b\n  ```", "- a\n\n      http://bit.ly/b",
            ">     http://bit.ly/b", "    > http://bit.ly/b", "-     http://bit.ly/b", "- > ```\n  > http://bit.ly/b\n  > ```",
            "````\n```\nhttp://bit.ly/b\n````", "# a\n    http://bit.ly/b",
            "[see http://bit.ly/b](http://c.example/)", "[<http://bit.ly/b>](/c)", "[http://bit.ly/b][1]\n\n[1]: /c",
            "[http://bit.ly/b][]\n\n[http://bit.ly/b]: /c", "[http://bit.ly/b]\n\n[HTTP://bit.ly/B]: /c", "![http://bit.ly/b](c.png)",
            "![a](http://bit.ly/b)", "<!-- http://bit.ly/b -->", "<!--\n\nhttp://bit.ly/b\n-->", "<div>\nhttp://bit.ly/b\n</div>",
            "<script>\n\nhttp://bit.ly/b\n</script>", "<pre>\n\nhttp://bit.ly/b\n</pre>", "<span>\nhttp://bit.ly/b",
            "<a href='/c'>http://bit.ly/b</a>",
            "<img alt='http://bit.ly/b'>", "xhttp://bit.ly/b", "\\http://bit.ly/b", "now!http://bit.ly/b", "[a]http://bit.ly/b",
            "[a](https://b.example/ \"http://bit.ly/b\")",
            "[a](http://bit.ly/b \"was http://ow.ly/c\")", "---\nurl: http://bit.ly/b\n---\n", "+++\nurl = 'http://bit.ly/b'\n+++\n", "",
        ])
    func stays(_ text: String) throws {
        #expect(try Known.rewritten(text, .markdown) == text)
    }

    @Test("signs that mean something in Markdown are made ordinary in the text that a bare URL becomes")
    func signs() throws {
        let rewriter = LinkRewriter { $0 == "http://bit.ly/_a_" ? Destination(url: "https://a.example/") : nil }
        let result = try rewriter.rewrite(Array("http://bit.ly/_a_".utf8), as: .markdown)
        #expect(String(decoding: result.bytes, as: UTF8.self) == "[http://bit.ly/\\_a\\_](https://a.example/ \"http://bit.ly/_a_\")")
    }

    @Test("a text that is no UTF-8 keeps its bytes")
    func latin1() throws {
        let text = [0xE9, 0x20] + Array("http://bit.ly/b".utf8) + [0x20, 0xE8]
        #expect(try Known.rewritten(text, .markdown).bytes == [0xE9, 0x20] + Array(Self.bare.utf8) + [0x20, 0xE8])
    }

    @Test("behind a link, a bracket that is open before it begins none, but an image may end")
    func linksInLinks() throws {
        #expect(try Known.rewritten("[a [b](/c) d](http://bit.ly/b)", .markdown) == "[a [b](/c) d](\(Self.bare))")
        let image = "[a ![b [c](/c) d](e.png)]"
        #expect(try Known.rewritten("\(image)(http://bit.ly/b)", .markdown) == "\(image)(\(Self.bare))")
        #expect(try Known.rewritten("[a [b](/c)] [d](http://bit.ly/b)", .markdown) == "[a [b](/c)] [d](\(Self.link))")
        #expect(try Known.rewritten("![a [b](http://bit.ly/b)](c.png)", .markdown) == "![a [b](http://bit.ly/b)](c.png)")
    }

    @Test("as many links behind as many images that do not end take no time")
    func openImages() throws {
        let text = Array((String(repeating: "![", count: 20_000) + String(repeating: "[a](x)", count: 20_000)).utf8)
        #expect(try Known.rewriter.rewrite(text, as: .markdown).bytes == text)
    }

    @Test(
        "a text of nothing but beginnings takes no time",
        arguments: [
            "[", "](", "[a](", "`", "`a``", "<a ", "<!", "http://", "http://a.b、", "> ", "- ", "[a]: ", "[a]:\n", "<http:", "![", "\\",
        ])
    func hostile(_ piece: String) throws {
        let text = Array(String(repeating: piece, count: 20_000).utf8)
        #expect(try Known.rewriter.rewrite(text, as: .markdown).bytes == text)
    }
}
