import ShortLinks
import Testing

@testable import LinkRewriter

/// A rewriter that knows where `http://bit.ly/a`, `/b` and `/old` lead.
enum Known {
    static let destinations: [String: Destination] = [
        "http://bit.ly/a": Destination(url: "https://a.example/x?c=d&e=f"),
        "http://bit.ly/b": Destination(url: "https://b.example/"),
        "http://bit.ly/p": Destination(url: "https://p.example/b_(c)"),
        "http://bit.ly/é": Destination(url: "https://é.example/\u{201C}"),
        "http://bit.ly/q?r=s&t=u": Destination(url: "https://q.example/'\"<>"),
        "http://bit.ly/old": Destination(
            url: "http://old.example/",
            version: .init(url: "https://web.archive.org/web/20110209104000/http://bit.ly/old", day: "2011-02-09")),
        "http://bit.ly/next": Destination(url: "http://tinyurl.com/next"),
        "http://tinyurl.com/next": Destination(url: "http://next.example/"),
    ]

    static var rewriter: LinkRewriter { LinkRewriter { destinations[$0] } }

    /// The document with its links replaced, after checking that it does not change again.
    static func rewritten(_ document: [UInt8], _ form: DocumentForm) throws -> LinkRewriter.Result {
        let result = try rewriter.rewrite(document, as: form)
        let again = try rewriter.rewrite(result.bytes, as: form)
        #expect(again.bytes == result.bytes)
        #expect(again.replaced == 0)
        return result
    }

    static func rewritten(_ document: String, _ form: DocumentForm) throws -> String {
        String(decoding: try rewritten(Array(document.utf8), form).bytes, as: UTF8.self)
    }
}
