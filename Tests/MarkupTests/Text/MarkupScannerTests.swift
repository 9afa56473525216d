import Testing

@testable import Markup

@Suite("Tags are found by their bytes")
struct MarkupScannerTests {
    private func tags(_ page: String, _ names: [String] = ["a", "area"]) -> [String] {
        let bytes = Array(page.utf8)
        return MarkupScanner(bytes).startTags(of: names, in: 0..<bytes.count).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    @Test(
        "a start tag ends where browsers end it",
        arguments: [
            ("<a href=b>c</a>", ["<a href=b>"]), ("<A HREF='>'>", ["<A HREF='>'>"]), ("<a\nhref = \"<b>\" >", ["<a\nhref = \"<b>\" >"]),
            ("<a href=x/>", ["<a href=x/>"]), ("<a href=>b", ["<a href=>"]), ("<a>", ["<a>"]), ("<a b='c'd=\"e\">", ["<a b='c'd=\"e\">"]),
            ("<area/><abbr><article a>", ["<area/>"]), ("<b><a x>< a y></a z><a w>", ["<a x>", "<a w>"]),
        ])
    func ends(_ page: String, _ expected: [String]) {
        #expect(tags(page) == expected)
    }

    @Test(
        "what is shown as text, is in a script or a style, or in a comment is no tag",
        arguments: [
            "<script>'<a b>'</script>", "<SCRIPT><!-- <a b> --></Script >", "<style><a b></style>", "<textarea><a b></textarea>",
            "<title><a b></title>", "<xmp><a b></xmp>", "<iframe><a b></iframe>", "<!-- <a b> -->", "<!-- > <a b> --!>", "<!x <a b>",
            "<?php <a b>", "</3 <a b>", "&lt;a b&gt;", "<plaintext><a b>", "<script><a b>", "<!-- <a b>", "<a b", "<a b='>", "<b c=\"<a d>",
        ])
    func noTag(_ page: String) {
        #expect(tags(page) == [])
    }

    @Test("behind what is no tag the page goes on")
    func goesOn() {
        let page = "<script><a 1></script><!----><!--><a 2><style></style ><a 3></textarea><textarea/><a 4></textarea><a 5>"
        #expect(tags(page) == ["<a 2>", "<a 3>", "<a 5>"])
    }

    @Test("attributes have their places, with names in small letters and quotes apart")
    func attributes() throws {
        let bytes = Array("<a HREF=\"b&amp;c\" d='e' f=g/h i = \"\" j k>".utf8)
        let scanner = MarkupScanner(bytes)
        let tag = try #require(scanner.piece(at: 0, before: bytes.count))
        let found = scanner.attributes(of: tag)
        #expect(found.map(\.name) == ["href", "d", "f", "i", "j", "k"])
        #expect(found.map { String(decoding: bytes[$0.value], as: UTF8.self) } == ["b&amp;c", "e", "g/h", "", "", ""])
        #expect(found.map(\.quote) == [0x22, 0x27, nil, 0x22, nil, nil])
    }

    @Test(
        "a piece says what it is",
        arguments: [
            ("<a>b", MarkupScanner.Piece.Kind?.some(.startTag), 3), ("</a b>c", .endTag, 6), ("<!-- a -->b", .comment, 10),
            ("<!a>b", .comment, 4), ("<?a?>b", .comment, 5), ("</>a", .comment, 3), ("<a b", .unfinished, 4), ("< a>", nil, 0),
            ("<3", nil, 0),
            ("<", nil, 0), ("a", nil, 0),
        ])
    func pieces(_ page: String, _ kind: MarkupScanner.Piece.Kind?, _ length: Int) {
        let bytes = Array(page.utf8)
        let piece = MarkupScanner(bytes).piece(at: 0, before: bytes.count)
        #expect(piece?.kind == kind)
        #expect((piece?.range.count ?? 0) == length)
    }

    @Test("a part of a page is looked at alone")
    func part() {
        let bytes = Array("<a 1><a 2><a 3>".utf8)
        #expect(MarkupScanner(bytes).startTags(of: ["a"], in: 5..<13).map(\.range) == [5..<10])
        #expect(MarkupScanner(bytes).startTags(of: ["a"], in: 20..<30).isEmpty)
    }

    @Test("bytes of UTF-16 are told, with and without a byte-order mark")
    func utf16() {
        #expect(MarkupScanner.isUTF16([0xFF, 0xFE, 0x3C, 0]))
        #expect(MarkupScanner.isUTF16("<html><body>".utf16.flatMap { [UInt8($0), 0] }))
        #expect(!MarkupScanner.isUTF16(Array("<html><body>".utf8)))
    }
}
