import Testing

@testable import LinkRewriter

@Suite("Short links in HTML get their destinations")
struct HTMLRewritingTests {
    private static let a = "https://a.example/x?c=d&amp;e=f"

    private static let replaced: [(String, String)] = [
        ("<a href=\"http://bit.ly/a\">b</a>", "<a href=\"\(a)\" data-originalurl=\"http://bit.ly/a\">b</a>"),
        ("<a href='http://bit.ly/a'>b</a>", "<a href='\(a)' data-originalurl='http://bit.ly/a'>b</a>"),
        ("<a href=http://bit.ly/a>b</a>", "<a href=\"\(a)\" data-originalurl=\"http://bit.ly/a\">b</a>"),
        ("<a href=http://bit.ly/a class=c>b</a>", "<a href=\"\(a)\" data-originalurl=\"http://bit.ly/a\" class=c>b</a>"),
        (
            "<A CLASS=x HREF = \"http://bit.ly/b\"ID=y>",
            "<A CLASS=x HREF = \"https://b.example/\" data-originalurl=\"http://bit.ly/b\"ID=y>"
        ),
        ("<area href='http://bit.ly/b' />", "<area href='https://b.example/' data-originalurl='http://bit.ly/b' />"),
        // Scheme, host and what people type behind a link do not make another link of it; what stood there is kept as it was.
        ("<a href=\" https://www.BIT.ly/b. \">", "<a href=\"https://b.example/\" data-originalurl=\" https://www.BIT.ly/b. \">"),
        ("<a href='//bit.ly/b'>", "<a href='https://b.example/' data-originalurl='//bit.ly/b'>"),
        ("<a href='http://j.mp/b'>", "<a href='https://b.example/' data-originalurl='http://j.mp/b'>"),
        ("<a href='http://bit.ly/\nb'>", "<a href='https://b.example/' data-originalurl='http://bit.ly/\nb'>"),
        // Escapes are undone to look a link up, and made where they are needed.
        (
            "<a href='http://bit.ly/q?r=s&amp;t=u'>",
            "<a href='https://q.example/&#39;%22%3C%3E' data-originalurl='http://bit.ly/q?r=s&amp;t=u'>"
        ),
        (
            "<a href=\"http://bit&#x2E;ly/q?r=s&t=u\">",
            "<a href=\"https://q.example/'%22%3C%3E\" data-originalurl=\"http://bit&#x2E;ly/q?r=s&t=u\">"
        ),
        (
            "<a href=http://bit.ly/é>",
            "<a href=\"https://%C3%A9.example/%E2%80%9C\" data-originalurl=\"http://bit.ly/é\">"
        ),
        // What only a web archive knows.
        (
            "<a href='http://bit.ly/old'>",
            "<a href='http://old.example/' data-originalurl='http://bit.ly/old' "
                + "data-versionurl='https://web.archive.org/web/20110209104000/http://bit.ly/old' data-versiondate='2011-02-09'>"
        ),
        // A destination that is itself a short link is not followed at the next run.
        ("<a href='http://bit.ly/next'>", "<a href='http://tinyurl.com/next' data-originalurl='http://bit.ly/next'>"),
    ]

    @Test("in the quotes that they have, with the original kept behind them", arguments: replaced)
    func replaces(_ page: String, _ expected: String) throws {
        #expect(try Known.rewritten(page, .html) == expected)
        #expect(try Known.rewriter.rewrite(Array(page.utf8), as: .html).replaced == 1)
    }

    @Test(
        "everything else stays",
        arguments: [
            "", "plain text http://bit.ly/a", "<a href='http://a.example/'>http://bit.ly/a</a>", "<a href>x</a>", "<a href=''>x</a>",
            "<img src='http://bit.ly/a'><link href='http://bit.ly/a'><form action='http://bit.ly/a'>", "<a title='http://bit.ly/a'>",
            "<script>x = \"<a href='http://bit.ly/a'>\"</script>", "<style>/* <a href='http://bit.ly/a'> */</style>",
            "<textarea><a href='http://bit.ly/a'></textarea>", "<!-- <a href='http://bit.ly/a'> -->",
            "<pre>&lt;a href='http://bit.ly/a'&gt;</pre>", "<a href='http://bit.ly/a",
            "<a href='http://b.example/' href='http://bit.ly/a'>",
            "<a href='http://bit.ly/a' data-originalurl='http://ow.ly/x'>", "<a href='http://bit.ly/'>", "<a href='/a'>",
            "<abbr href='http://bit.ly/a'>", "<a data-href='http://bit.ly/a'>",
        ])
    func stays(_ page: String) throws {
        #expect(try Known.rewritten(page, .html) == page)
    }

    @Test("a short link of which nothing is known stays, and is counted")
    func unknown() throws {
        let page = "<a href='http://bit.ly/zzz'>a</a><a href='http://bit.ly/b'>b</a><a href='http://bit.ly/zzz'>c</a>"
        let result = try Known.rewritten(Array(page.utf8), .html)
        #expect(result.replaced == 1 && result.unknown == 2)
    }

    @Test("bytes of any encoding stay as they are, whatever the page declares")
    func bytes() throws {
        for encoding in [[0xE9, 0xFF, 0x80], [0x83, 0x5C, 0x81, 0x7C], [0x00, 0x0D, 0x0A]] as [[UInt8]] {
            let page =
                encoding + Array("<p>".utf8) + encoding + Array("<a title='".utf8) + encoding + Array("' href='http://bit.ly/b'>".utf8)
            let expected =
                encoding + Array("<p>".utf8) + encoding + Array("<a title='".utf8) + encoding
                + Array("' href='https://b.example/' data-originalurl='http://bit.ly/b'>".utf8)
            #expect(try Known.rewritten(page + encoding, .html).bytes == expected + encoding)
        }
    }

    @Test("a page in UTF-16 is refused")
    func utf16() {
        let page = "<p><a href=http://bit.ly/a>".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), 0 as UInt8] }
        #expect(throws: RewritingError.utf16) { try Known.rewriter.rewrite(page, as: .html) }
        #expect(throws: RewritingError.utf16) { try Known.rewriter.rewrite([0xFE, 0xFF] + page, as: .html) }
    }

    @Test(
        "a page of nothing but beginnings takes no time",
        arguments: ["<a ", "<a href='", "<!--", "<a href=x", "<textarea>", "</", "<script>"])
    func hostile(_ piece: String) throws {
        let page = Array(String(repeating: piece, count: 50_000).utf8)
        #expect(try Known.rewriter.rewrite(page, as: .html).bytes == page)
    }
}
