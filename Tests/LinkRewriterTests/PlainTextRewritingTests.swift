import Testing
import ThreadModel

@testable import LinkRewriter

@Suite("Short links in plain text get their destinations")
struct PlainTextRewritingTests {
    private static let pair = "https://b.example/ (http://bit.ly/b)"

    @Test(
        "the short link stands in brackets behind where it leads",
        arguments: [
            ("http://bit.ly/b", pair), ("see http://bit.ly/b.", "see \(pair)."), ("(http://bit.ly/b)", "(\(pair))"),
            ("<http://bit.ly/b>", "<\(pair)>"), ("é http://bit.ly/b、http://bit.ly/b", "é \(pair)、\(pair)"),
            ("http://bit.ly/old\n", "http://old.example/ (http://bit.ly/old)\n"),
            ("http://bit.ly/a", "https://a.example/x?c=d&e=f (http://bit.ly/a)"),
        ])
    func replaces(_ text: String, _ expected: String) throws {
        #expect(try Known.rewritten(text, .text) == expected)
    }

    @Test(
        "what is shown already, and what is no short link, stays",
        arguments: [
            "", "words", "http://a.example/ (http://bit.ly/b)", "http://a.example/b. (http://bit.ly/b)", "http://bit.ly/", "bit.ly/b",
        ])
    func stays(_ text: String) throws {
        #expect(try Known.rewritten(text, .text) == text)
    }

    @Test("bytes that are no UTF-8 stay")
    func latin1() throws {
        let text =
            [0xE9, 0xE9, 0x20] + Array("http://bit.ly/b".utf8) + [0x0A, 0xE9, 0x20] + Array("http://bit.ly/b".utf8) + [0xE9 as UInt8]
        let pair = Array(Self.pair.utf8)
        let last = Array("http://bit.ly/b".utf8) + [0xE9 as UInt8]
        #expect(try Known.rewritten(text, .text).bytes == [0xE9, 0xE9, 0x20] + pair + [0x0A, 0xE9, 0x20] + last)
    }
}

@Suite("What an expansion knows of a link's destination")
struct DestinationTests {
    private func expansion(_ status: Expansion.Status, _ final: String?, via: Expansion.Via? = nil, _ evidence: [Expansion.Evidence]? = nil)
        -> Expansion
    {
        Expansion(url: "http://bit.ly/a", status: status, final: final, via: via, checkedAt: "2026-01-31T08:00:00Z", evidence: evidence)
    }

    @Test("only what is resolved or archived is a destination, and only one on the web", arguments: Expansion.Status.allCases)
    func statuses(_ status: Expansion.Status) {
        let isKnown = status == .resolved || status == .archived
        #expect(Destination(expansion(status, "http://a.example/")) == (isKnown ? Destination(url: "http://a.example/") : nil))
        #expect(Destination(expansion(status, nil)) == nil)
        #expect(Destination(expansion(status, "javascript:alert(1)")) == nil)
        #expect(Destination(expansion(status, "http://bit.ly/a")) == nil)
    }

    @Test("what a web archive knows comes with its capture and the day of it")
    func versions() {
        let capture = "https://web.archive.org/web/20110209104000/http://bit.ly/a"
        let evidence = [
            Expansion.Evidence(kind: .dump, url: "http://a.example/", source: "bit.ly.txt.xz"),
            Expansion.Evidence(kind: .wayback, url: "http://a.example/", at: "2011-02-09T10:40:00Z", source: capture),
        ]
        let expected = Destination(url: "http://a.example/", version: .init(url: capture, day: "2011-02-09"))
        #expect(Destination(expansion(.archived, "http://a.example/", via: .wayback, evidence)) == expected)
        #expect(Destination(expansion(.resolved, "http://a.example/", via: .redirect, evidence))?.version == nil)
        let unsafe = [Expansion.Evidence(kind: .wayback, url: "http://a.example/", source: "javascript:alert(1)")]
        #expect(Destination(expansion(.archived, "http://a.example/", via: .wayback, unsafe))?.version == nil)
    }
}

@Suite("How links are written in a document")
struct DocumentFormTests {
    @Test(
        "the end of its name says it, else its first character",
        arguments: [
            ("a.html", "x", DocumentForm.html), ("A.HTM", "", .html), ("a.md", "<p>", .markdown), ("README.markdown", "", .markdown),
            ("a.txt", "<p>", .text), ("standard input", "\u{FEFF} \n<!DOCTYPE html>", .html), ("a", "words", .text), ("a", "", .text),
        ])
    func forms(_ name: String, _ text: String, _ form: DocumentForm) {
        #expect(DocumentForm(name: name, bytes: Array(text.utf8)) == form)
    }
}
