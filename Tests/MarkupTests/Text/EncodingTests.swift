import Markup
import Testing

@Suite("Wrong, strange and missing declarations of encodings")
struct EncodingTests {
    private static func page(_ head: String, _ body: [UInt8]) -> [UInt8] { Array("<html><head>\(head)</head><p>".utf8) + body }

    private static func text(_ decoded: DecodedText) -> String { String(decoded.string.split(separator: "<p>").last ?? "") }

    @Test(
        "a label that browsers do not know but every reader understands",
        arguments: [
            ("utf_8", "utf-8"), ("UTF8mb4", "utf-8"), ("\"utf-8\"", "utf-8"), ("'iso-8859-2';", "iso-8859-2"),
            ("windows1251", "windows-1251"),
            ("win-1251", "windows-1251"), ("cp936", "gbk"), ("EUC_KR", "euc-kr"), ("ISO8859_15", "iso-8859-15"), ("ansi", "windows-1252"),
            ("csISO2022KR", "iso-2022-kr"), ("logical", "iso-8859-8-i"), ("x-user-defined", "x-user-defined"),
            ("hz-gb-2312", "hz-gb-2312"),
        ])
    func label(_ label: String, _ name: String) {
        #expect(TextEncoding(label: label)?.name == name)
    }

    @Test(
        "each encoding of the standard is read",
        arguments: [
            ("iso-8859-8-i", [0xF9, 0xEC], "של"), ("visual", [0xF9], "ש"), ("windows-1255", [0xF9, 0xEC], "של"),
            ("iso-8859-2", [0xB3], "ł"),
            ("windows-1250", [0x9C, 0x83], "ś\u{83}"), ("windows-1258", [0xEA, 0xEC], "ê\u{301}"), ("windows-874", [0xA1], "ก"),
            ("macintosh", [0x8E], "é"), ("x-mac-cyrillic", [0xE0], "а"), ("ibm866", [0x8F, 0xE0], "Пр"), ("koi8-u", [0xA4], "є"),
            ("iso-8859-16", [0xFE], "ț"), ("big5", [0xA4, 0xA4], "中"), ("euc-kr", [0xC7, 0xD1], "한"),
            ("gb18030", [0x81, 0x30, 0x84, 0x36], "¥"),
            ("gbk", [0x80, 0xD6, 0xD0], "€中"), ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"),
            ("iso-2022-kr", [0x1B, 0x24, 0x29, 0x43, 0x0E, 0x47, 0x51, 0x0F], "한"),
            // Browsers do not take this for what it says in a page.
            ("x-user-defined", [0xE9], "é"),
        ] as [(String, [UInt8], String)])
    func standard(_ charset: String, _ bytes: [UInt8], _ text: String) {
        let head = charset == "iso-2022-kr" ? "<meta charset=\(charset)>" : "<meta charset='\(charset)'>"
        let decoded = DecodedText(Self.page(head, bytes))
        #expect(Self.text(decoded) == text)
        #expect(decoded.remarks.isEmpty)
    }

    @Test("bytes that a code page leaves free are U+FFFD above 0x9F, and counted")
    func unmapped() {
        let decoded = DecodedText(Self.page("<meta charset=windows-1253>", [0xC1, 0xFF]))
        #expect(Self.text(decoded) == "Α\u{FFFD}")
        #expect(decoded.remarks == ["1 bytes are no windows-1253 and were replaced"])
    }

    @Test(
        "what follows charset in Content-Type may be quoted, or all of it be given",
        arguments: ["koi8-r", "\"koi8-r\"", "'KOI8-R'", " koi8-r; x=y", "text/html; Charset=\"koi8-r\""])
    func transport(_ charset: String) {
        #expect(DecodedText(Self.page("", [0xD0, 0xD2]), transportCharset: charset).encoding.name == "koi8-r")
    }

    @Test("a transport that says UTF-16 of a page without a NUL is not believed")
    func transportUTF16() {
        let decoded = DecodedText(Self.page("", Array("été".utf8)), transportCharset: "utf-16")
        #expect(Self.text(decoded) == "été")
        #expect(decoded.encoding == .utf8)
    }

    @Test(
        "the declaration is found where pages have it",
        arguments: [
            "<meta charset=koi8-r>", "<META CHARSET = 'koi8-r' />", "<meta\ncharset=koi8-r>", "<meta content='text/html; charset=koi8-r'>",
            "<meta http-equiv=\"Content-Type\" content=\"text/html;charset='koi8-r'\">", "<meta/charset=koi8-r>",
            "<meta content='text/html; charset = koi8-r' http-equiv=content-type>", "<metadata charset=utf-8><meta charset=koi8-r>",
            "<meta name=description content='The charset=utf-8 story'><meta charset=koi8-r>",
            "<meta charset=nonsense><meta charset=koi8-r>",
            "<meta name=a content='>'><meta charset=koi8-r>", "<!-- > <meta charset=big5> --><meta charset=koi8-r>",
            "<title>" + String(repeating: "x", count: 4000) + "</title><meta charset=koi8-r>",
        ])
    func declaration(_ head: String) {
        #expect(DecodedText(Self.page(head, [0xD0, 0xD2])).encoding.name == "koi8-r")
    }

    @Test("a declaration farther down is found where it is needed")
    func late() {
        let head = "<meta charset=utf-8><title>" + String(repeating: "x", count: 40_000) + "</title><meta charset=koi8-r>"
        #expect(Self.text(DecodedText(Self.page(head, [0xD0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4]))) == "привет")
    }

    @Test("an XML declaration counts, a <meta> more")
    func xml() {
        let start = "<?xml version=\"1.0\" encoding='koi8-r'?>"
        #expect(DecodedText(Array(start.utf8) + Self.page("", [0xD0])).encoding.name == "koi8-r")
        #expect(DecodedText(Array(start.utf8) + Self.page("<meta charset=windows-1251>", [0xEF])).encoding.name == "windows-1251")
    }

    @Test("of two declarations the first counts, unless the bytes disprove it")
    func two() {
        let metas = "<meta charset=utf-8><meta http-equiv=content-type content='text/html; charset=windows-1251'>"
        #expect(Self.text(DecodedText(Self.page(metas, [0xEF, 0xF0, 0xE8]))) == "при")
        #expect(Self.text(DecodedText(Self.page(metas, Array("при".utf8)))) == "при")
    }

    @Test("UTF-16 without a mark is read in its order, whatever is declared", arguments: [true, false])
    func utf16(isLittle: Bool) {
        let page = "<html><head><meta charset=utf-8></head><p>Привет, всем! été 日本</p></html>"
        let bytes = page.utf16.flatMap { isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let decoded = DecodedText(bytes, transportCharset: "utf-16")
        #expect(decoded.string == page)
        #expect(decoded.encoding.name == (isLittle ? "utf-16le" : "utf-16be"))
        #expect(decoded.remarks.isEmpty)
    }

    @Test(
        "UTF-8 under another name is UTF-8",
        arguments: ["windows-1252", "iso-8859-15", "gbk", "shift_jis", "euc-kr", "windows-1251", "big5"], ["日本語", "déjà vu à l’été"])
    func disguised(_ charset: String, _ text: String) {
        let decoded = DecodedText(Self.page("<meta charset=\(charset)>", Array(text.utf8)))
        #expect(Self.text(decoded) == text)
        #expect(decoded.remarks == ["the page says \(TextEncoding(label: charset)?.name ?? ""), but is utf-8"])
    }

    @Test("two bytes that are UTF-8 by chance are Chinese where the page says so")
    func byChance() {
        #expect(Self.text(DecodedText(Self.page("<meta charset=gbk>", [0xCD, 0xA8]))) == "通")
    }

    @Test("UTF-8 with damage is UTF-8, whatever is declared")
    func damaged() {
        let body = Array("Déjà l’été à l’école, ".utf8) + [0xE9] + Array("té.".utf8)
        let decoded = DecodedText(Self.page("<meta charset=iso-8859-1>", body))
        #expect(Self.text(decoded) == "Déjà l’été à l’école, été.")
        #expect(decoded.remarks == ["the page says windows-1252, but is utf-8", "1 bytes are no utf-8 and were read as windows-1252"])
        #expect(Self.text(DecodedText([0xEF, 0xBB, 0xBF] + Self.page("", body))) == "Déjà l’été à l’école, été.")
    }

    @Test("a page in a wrong encoding of two bytes is told by what is no character of it")
    func wrongMultiByte() {
        // The Japanese of a letter, in EUC-JP, under the name of another encoding.
        let words = "日本語の文章は、文字の種類が多いので、機械にも見分けがつきます。今日はとても良い天気です。"
        let bytes: [UInt8] = [
            0xC6, 0xFC, 0xCB, 0xDC, 0xB8, 0xEC, 0xA4, 0xCE, 0xCA, 0xB8, 0xBE, 0xCF, 0xA4, 0xCF, 0xA1, 0xA2, 0xCA, 0xB8, 0xBB, 0xFA, 0xA4,
            0xCE,
            0xBC, 0xEF, 0xCE, 0xE0, 0xA4, 0xAC, 0xC2, 0xBF, 0xA4, 0xA4, 0xA4, 0xCE, 0xA4, 0xC7, 0xA1, 0xA2, 0xB5, 0xA1, 0xB3, 0xA3, 0xA4,
            0xCB,
            0xA4, 0xE2, 0xB8, 0xAB, 0xCA, 0xAC, 0xA4, 0xB1, 0xA4, 0xAC, 0xA4, 0xC4, 0xA4, 0xAD, 0xA4, 0xDE, 0xA4, 0xB9, 0xA1, 0xA3, 0xBA,
            0xA3,
            0xC6, 0xFC, 0xA4, 0xCF, 0xA4, 0xC8, 0xA4, 0xC6, 0xA4, 0xE2, 0xCE, 0xC9, 0xA4, 0xA4, 0xC5, 0xB7, 0xB5, 0xA4, 0xA4, 0xC7, 0xA4,
            0xB9,
            0xA1, 0xA3,
        ]
        let decoded = DecodedText(Self.page("<meta charset=iso-2022-jp>", bytes))
        #expect(Self.text(decoded) == words)
        #expect(decoded.remarks == ["the page says iso-2022-jp, but is euc-jp"])
    }

    @Test(
        "an encoding that nobody declares is told by the words in it, however thin they are spread",
        arguments: [
            (
                [
                    0xBE, 0xC8, 0xB3, 0xE7, 0xC7, 0xCF, 0xBC, 0xBC, 0xBF, 0xE4, 0x20, 0xB9, 0xDD, 0xB0, 0xA9, 0xBD, 0xC0, 0xB4, 0xCF, 0xB4,
                    0xD9, 0x2E, 0x20, 0xBF, 0xC0, 0xB4, 0xC3, 0xC0, 0xBA, 0x20, 0xB3, 0xAF, 0xBE, 0xBE, 0xB0, 0xA1, 0x20, 0xC1, 0xC1, 0xB3,
                    0xD7, 0xBF, 0xE4, 0x2E,
                ], "안녕하세요 반갑습니다. 오늘은 날씨가 좋네요.", "euc-kr"
            ),
            (
                [
                    0x83, 0x5C, 0x83, 0x74, 0x83, 0x67, 0x82, 0xCC, 0x95, 0x5C, 0x8E, 0xA6, 0x94, 0x5C, 0x97, 0xCD, 0x81, 0x41, 0x93, 0x8C,
                    0x8B, 0x9E, 0x83, 0x5E, 0x83, 0x8F, 0x81, 0x5B, 0x82, 0xCC, 0x8E, 0xCA, 0x90, 0x5E, 0x82, 0xC5, 0x82, 0xB7, 0x81, 0x42,
                ], "ソフトの表示能力、東京タワーの写真です。", "shift_jis"
            ),
            (
                [
                    0xF3, 0xD0, 0xC1, 0xD3, 0xC9, 0xC2, 0xCF, 0x20, 0xDA, 0xC1, 0x20, 0xD3, 0xD4, 0xC1, 0xD4, 0xD8, 0xC0, 0x2C, 0x20, 0xCF,
                    0xDE, 0xC5, 0xCE, 0xD8, 0x20, 0xC9, 0xCE, 0xD4, 0xC5, 0xD2, 0xC5, 0xD3, 0xCE, 0xCF, 0x2E,
                ], "Спасибо за статью, очень интересно.", "koi8-r"
            ),
        ] as [([UInt8], String, String)])
    func guessed(_ words: [UInt8], _ text: String, _ name: String) {
        let gap = Array("<div class='comment odd alt thread-odd depth-1' id='comment-1234'></div><p>".utf8)
        let page = Self.page("", []) + [[UInt8]](repeating: gap + words, count: 20).flatMap(\.self)
        let decoded = DecodedText(page)
        #expect(decoded.encoding.name == name)
        #expect(Self.text(decoded) == text)
    }

    @Test("ISO-2022-JP is known by its escapes")
    func undeclaredJapanese() {
        let decoded = DecodedText(Self.page("", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42]))
        #expect(Self.text(decoded) == "日本")
        #expect(decoded.encoding.name == "iso-2022-jp")
    }

    @Test(
        "a character that was cut in two is replaced, a letter of windows-1252 is read",
        arguments: [
            ("日本語の文", [0xE6, 0x97], "…", "日本語の文\u{FFFD}…"), ("Привет", [0xD0], "...", "Привет\u{FFFD}..."),
            ("déjà vu, l’ét", [0xC3], "...", "déjà vu, l’ét\u{FFFD}..."),
            ("L’été déjà, SÃO e N", [0xC3], "O!", "L’été déjà, SÃO e NÃO!"),
            ("L’été déjà, voil", [0xE0, 0xBB], ".", "L’été déjà, voilà»."),
            ("Déjà l", [0x92], "or", "Déjà l’or"), ("日本語の文", [0x95], "", "日本語の文•"), ("日本", [0xE6], "", "日本\u{FFFD}"),
        ] as [(String, [UInt8], String, String)])
    func cut(_ before: String, _ strays: [UInt8], _ behind: String, _ text: String) {
        #expect(Self.text(DecodedText(Self.page("<meta charset=utf-8>", Array(before.utf8) + strays + Array(behind.utf8)))) == text)
    }

    @Test("a character of two bytes that the end cuts is replaced once")
    func cutEnd() {
        let decoded = DecodedText(Self.page("<meta charset=gb18030>", [0xD6, 0xD0, 0x81, 0x30, 0x84]))
        #expect(Self.text(decoded) == "中\u{FFFD}")
    }

    @Test("a page of nothing but strays costs no more than its length")
    func strays() {
        let bytes = [UInt8](repeating: 0xE9, count: 300_000)
        #expect(DecodedText(Self.page("<meta charset=utf-8>", bytes)).utf8.count > 600_000)
        let mixed = [[UInt8]](repeating: Array("é".utf8) + Array("é".utf8) + [0x92, 0x20], count: 50_000).flatMap(\.self)
        #expect(DecodedText(mixed, isHTML: false).remarks == ["50000 bytes are no utf-8 and were read as windows-1252"])
    }
}
