import Markup
import Testing

@Suite("Bytes become text by the rules of browsers")
struct DecodedTextTests {
    private static func page(_ charset: String, _ body: [UInt8]) -> [UInt8] {
        Array("<html><head><meta http-equiv=Content-Type content=\"text/html; charset=\(charset)\"></head><p>".utf8) + body
    }

    @Test(
        "a label means what browsers take it for",
        arguments: [
            ("latin1", "windows-1252"), ("ISO-8859-1", "windows-1252"), (" us-ascii ", "windows-1252"), ("iso-8859-9", "windows-1254"),
            ("gb2312", "gbk"), ("SJIS", "shift_jis"), ("tis-620", "windows-874"), ("utf8", "utf-8"), ("ks_c_5601-1987", "euc-kr"),
        ])
    func label(_ label: String, _ name: String) {
        #expect(TextEncoding(label: label)?.name == name)
    }

    @Test("an unknown label is none")
    func unknownLabel() {
        #expect(TextEncoding(label: "klingon-8") == nil)
        #expect(TextEncoding(label: "") == nil)
    }

    @Test(
        "a page in a declared encoding is read in it",
        arguments: [
            ("windows-1252", [0x93, 0xE9, 0x94, 0x80], "\u{201C}é\u{201D}€"), ("latin1", [0x85], "…"), ("koi8-r", [0xD0, 0xD2], "пр"),
            ("shift_jis", [0x93, 0xFA, 0x96, 0x7B], "日本"), ("euc-jp", [0xC6, 0xFC, 0xCB, 0xDC], "日本"), ("gbk", [0xD6, 0xD0], "中"),
            ("windows-1256", [0xE3, 0xD1], "مر"), ("iso-8859-15", [0xA4], "€"),
        ] as [(String, [UInt8], String)])
    func declared(_ charset: String, _ bytes: [UInt8], _ text: String) {
        let decoded = DecodedText(Self.page(charset, bytes))
        #expect(decoded.string.hasSuffix("<p>" + text))
        #expect(decoded.encoding == TextEncoding(label: charset))
        #expect(decoded.remarks.isEmpty)
    }

    @Test("a byte-order mark wins over the transport and the page, and leaves the text")
    func byteOrderMark() {
        let decoded = DecodedText([0xEF, 0xBB, 0xBF] + Self.page("koi8-r", Array("é".utf8)), transportCharset: "latin1")
        #expect(decoded.encoding == .utf8)
        #expect(decoded.string.hasPrefix("<html>") && decoded.string.hasSuffix("é"))
        #expect(DecodedText([0xFF, 0xFE, 0x41, 0x00, 0xE9, 0x00]).string == "Aé")
        #expect(DecodedText([0xFE, 0xFF, 0x00, 0x41]).string == "A")
    }

    @Test("the transport's charset wins over the page's")
    func transport() {
        #expect(DecodedText(Self.page("koi8-r", [0xE9]), transportCharset: "windows-1252").string.hasSuffix("é"))
    }

    @Test("a page that says latin-1 and is UTF-8 is read as UTF-8, and says so")
    func wrongLatin1() {
        let decoded = DecodedText(Self.page("iso-8859-1", Array("déjà vu".utf8)))
        #expect(decoded.string.hasSuffix("déjà vu"))
        #expect(decoded.remarks == ["the page says windows-1252, but is utf-8"])
    }

    @Test("a page that says UTF-8 and is windows-1252 is read as such, and says so")
    func wrongUTF8() {
        let words = "Les \u{E9}l\u{E8}ves ont \u{E9}t\u{E9} tr\u{E8}s \u{E9}tonn\u{E9}s d'apprendre la nouvelle \u{E0} l'\u{E9}cole"
        let decoded = DecodedText(Self.page("utf-8", words.unicodeScalars.map { UInt8($0.value) }))
        #expect(decoded.string.hasSuffix(words))
        #expect(decoded.remarks.count == 1)
    }

    @Test("single bytes of windows-1252 inside UTF-8 are repaired")
    func strays() {
        let decoded = DecodedText(Self.page("utf-8", Array("déjà ".utf8) + [0x93] + Array("vu".utf8)))
        #expect(decoded.string.hasSuffix("déjà \u{201C}vu"))
        #expect(decoded.remarks == ["1 bytes are no utf-8 and were read as windows-1252"])
    }

    @Test("a declaration of UTF-16 in ASCII letters is not believed")
    func impossibleUTF16() {
        #expect(DecodedText(Self.page("utf-16", Array("é".utf8))).string.hasSuffix("é"))
    }

    @Test("a declaration inside a comment does not count")
    func commentedDeclaration() {
        #expect(DecodedText(Array("<!-- <meta charset=koi8-r> --><meta charset=latin1><p>".utf8) + [0xE9]).string.hasSuffix("é"))
    }

    @Test("NUL characters are dropped and counted")
    func nul() {
        let decoded = DecodedText(Array("a\0b\0".utf8))
        #expect(decoded.string == "ab")
        #expect(decoded.remarks == ["2 NUL characters were dropped"])
    }

    @Test("bytes that an encoding does not have become U+FFFD and are counted")
    func unconvertible() {
        let decoded = DecodedText(Self.page("shift_jis", [0x93, 0xFA, 0xFF, 0x41]))
        #expect(decoded.string.hasSuffix("日\u{FFFD}A"))
        #expect(decoded.remarks == ["1 bytes are no shift_jis and were replaced"])
    }
}
