import Testing

@testable import Markup

@Suite("How long texts are is known without reading them again")
struct TextLengthTests {
    static let texts: [String] = {
        let pieces = [
            "a", "word", "\u{E9}t\u{E9}", "日本語", " ", "  ", "\t", "\n", "\r\n\u{0B}\u{0C}", "\u{A0}", " \u{A0} ", "\u{C2}", "x\u{A0}y",
            "longer-words-than-eight",
        ]
        var texts: [String] = []
        for first in pieces {
            for second in pieces { for third in pieces { texts.append(first + second + third) } }
        }
        return texts
    }()

    @Test("the length of a line is that of the line, at any place in the page")
    func line() throws {
        for (number, text) in Self.texts.enumerated() where text.contains(where: { !$0.isWhitespace }) {
            let page = try HTMLDocument(Array("<i>\(String(repeating: "-", count: number % 9))</i><b>\(text)</b>".utf8))
            let node = try #require(page.all(.b).first)
            let child = try #require(node.children.first { _ in true })
            #expect(page.lineLength(of: child.index) == child.line.utf8.count, "\(text.debugDescription)")
        }
    }

    @Test("visible bytes are those that are no white space, no-break spaces included")
    func visible() throws {
        for text in Self.texts {
            let page = try HTMLDocument(Array("<p>x<b>\(text)</b></p>".utf8))
            let node = try #require(page.all(.b).first)
            let visible = text.unicodeScalars.filter { !$0.properties.isWhitespace }.reduce(0) { $0 + String($1).utf8.count }
            #expect(node.visibleLength == visible, "\(text.debugDescription)")
        }
    }

    @Test("a text of any length is counted, also where all of it is words or all of it is space", arguments: [2_039, 2_040, 2_041, 20_000])
    func long(length: Int) throws {
        for (unit, visible) in [("a", 1), ("a ", 1), (" ", 0), ("\u{E9}", 2), ("a\n", 1)] {
            let text = "x" + String(repeating: unit, count: length) + "x"
            let page = try HTMLDocument(Array("<p>x<b>\(text)</b></p>".utf8))
            let child = try #require(page.all(.b).first?.children.first { _ in true })
            #expect(child.visibleLength == 2 + visible * length)
            #expect(page.lineLength(of: child.index) == child.line.utf8.count)
        }
    }
}
