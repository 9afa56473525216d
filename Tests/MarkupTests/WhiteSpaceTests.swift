import Markup
import Testing

@Suite("White space is trimmed and collapsed")
struct WhiteSpaceTests {
    @Test(
        "the bytes say what the characters say",
        arguments: [
            "", " ", "a", "a b", " a", "a ", "a  b", "a\tb", "a\r\nb", "é è", "日本 語", "日本\u{3000}語", "\u{3000}", "a\u{A0}b", "\u{A0}a",
            "a\u{2009}b", "a\u{2028}b", "a\u{205F}b", "a\u{1680}b", "a\u{85}b", "a\u{200B}b", "…", "a – b", "\u{202F}!", "a\u{0}b", "~a~",
        ])
    func collapse(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        #expect(text.collapsingSpace() == words.joined(separator: " "))
        #expect(Array(text.collapsingSpace().utf8) == Array(words.joined(separator: " ").utf8))
        let trimmed = words.isEmpty ? "" : String(text[words[0].startIndex..<words[words.count - 1].endIndex])
        #expect(text.trimmingSpace() == trimmed)
    }
}
