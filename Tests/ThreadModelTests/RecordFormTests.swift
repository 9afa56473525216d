import Foundation
import Testing
import ThreadModel

@Suite("Records have one written form")
struct RecordFormTests {
    private func line(_ value: some Encodable) throws -> String {
        try RecordEncoder.encode(value).text(.line)
    }

    @Test("a thread record is written with all its keys in the order of the contract")
    func wholeThread() throws {
        let link =
            #"{"url":"http://bit.ly/cCpTFZ","text":"le \"guide\"","short":true,"shown":"https://guide.example/x","#
            + #""expanded":"https://guide.example/","expansionStatus":"resolved"}"#
        let author = #"{"name":"Gilles","url":"http://gilles.example/"}"#
        let date = #"{"printed":"09 février 2011 à 10:40","local":"2011-02-09T10:40","instant":"2011-02-09T09:40:00Z"}"#
        let comment =
            #"{"id":"6a01","kind":"trackback","author":\#(author),"published":\#(date),"text":"Un\n\nDeux","html":"<p>Un</p>","#
            + #""signature":"G.","inReplyTo":"6a00","url":"http://blog.example/a.html#6a01","links":[\#(link)]}"#
        let source =
            #"{"path":"page.html","sha256":"\#(String(repeating: "0", count: 64))","bytes":5,"mediaType":"text/html","#
            + #""encoding":"windows-1252","capturedAt":"2026-01-31T08:00:00Z","platform":"typepad","reader":"typepad"}"#
        let page =
            #"{"number":1,"url":"http://blog.example/a.html","firstComment":"6a01","sha256":"\#(String(repeating: "0", count: 64))","#
            + #""record":"sha256:00"}"#
        #expect(
            try line(FullRecord.thread)
                == #"{"formatVersion":1,"type":"thread","id":"u-1","url":"http://blog.example/a.html","title":"Titre","language":"fr","#
                + #""kind":"question-answer","post":{"author":\#(author),"published":\#(date),"text":"Billet","html":"<p>Billet</p>","#
                + #""links":[\#(link)]},"question":{"author":\#(author),"text":"Q","links":[\#(link)]},"#
                + #""answer":{"author":\#(author),"text":"R","links":[\#(link)]},"comments":[\#(comment)],"pages":[\#(page)],"source":\#(source),"#
                + #""warnings":["no page is perfect"]}"#)
    }

    @Test("an expansion record is written with all its keys in the order of the contract")
    func wholeExpansion() throws {
        #expect(
            try line(FullRecord.expansion)
                == #"{"formatVersion":1,"type":"expansion","url":"http://bit.ly/cCpTFZ","status":"host-dead","#
                + #""final":"https://guide.example/?utm_source=x","cleaned":"https://guide.example/","via":"meta-refresh","title":"Guide","chain":[{"url":"http://bit.ly/cCpTFZ","#
                + #""status":301,"type":"location","location":"/x","at":"2026-01-31T08:00:00Z","ip":"192.0.2.1","ms":12}],"#
                + #""checkedAt":"2026-01-31T08:00:01Z","attempts":2,"strikes":1,"retryAfter":"2026-02-01T08:00:00Z","#
                + #""error":{"class":"dns","message":"no such host"},"steps":[{"step":"live","status":"host-dead","outcome":"no such host"}],"#
                + #""evidence":[{"kind":"wayback","url":"https://guide.example/","at":"2011-02-09T10:40:00Z","#
                + #""source":"https://a.example/1"}]}"#)
    }

    @Test("what is absent is left out, and arrays are written even when they are empty")
    func smallest() throws {
        #expect(
            try line(FullRecord.smallestThread)
                == #"{"formatVersion":1,"type":"thread","id":"p-1","kind":"post","comments":[],"#
                + #""source":{"sha256":"00","bytes":1,"mediaType":"text/plain","encoding":"utf-8","reader":"plain-text"},"warnings":[]}"#)
        #expect(
            try line(FullRecord.smallestExpansion)
                == #"{"formatVersion":1,"type":"expansion","url":"http://bit.ly/x","status":"undetermined","chain":[],"#
                + #""checkedAt":"2026-01-31T08:00:01Z","attempts":1}"#)
        #expect(try line(Post(text: "x")) == #"{"text":"x","links":[]}"#)
        #expect(try line(Passage(text: "x")) == #"{"text":"x","links":[]}"#)
        #expect(try line(Comment(id: "1", text: "")) == #"{"id":"1","kind":"comment","text":"","links":[]}"#)
    }

    @Test("a link says `short` only where it is, and where it leads only where that is known")
    func link() throws {
        #expect(try line(Link(url: "http://a.example/")) == #"{"url":"http://a.example/"}"#)
        #expect(try line(Link(url: "http://bit.ly/x", short: true)) == #"{"url":"http://bit.ly/x","short":true}"#)
        var gone = Link(url: "http://bit.ly/x", short: true)
        gone.expansionStatus = .gone
        #expect(try line(gone) == #"{"url":"http://bit.ly/x","short":true,"expansionStatus":"gone"}"#)
    }

    @Test("a thread that is written and read again is the same", arguments: [FullRecord.thread, FullRecord.smallestThread])
    func threadRoundTrip(_ thread: CommentThread) throws {
        for form in [JSONValue.Form.line, .pretty, .canonical] {
            let bytes = try RecordEncoder.encode(thread).bytes(form)
            #expect(try JSONDecoder().decode(CommentThread.self, from: Data(bytes)) == thread)
        }
    }

    @Test("an expansion that is written and read again is the same", arguments: [FullRecord.expansion, FullRecord.smallestExpansion])
    func expansionRoundTrip(_ expansion: Expansion) throws {
        for form in [JSONValue.Form.line, .pretty, .canonical] {
            let bytes = try RecordEncoder.encode(expansion).bytes(form)
            #expect(try JSONDecoder().decode(Expansion.self, from: Data(bytes)) == expansion)
        }
    }

    @Test("an archive's digest beside the record's own keys does not disturb the reader")
    func unknownKey() throws {
        guard case .object(let members) = try RecordEncoder.encode(FullRecord.thread) else {
            Issue.record("a record is an object")
            return
        }
        let stored = JSONValue.object(members + [JSONValue.Member("digest", .string("sha256:00"))])
        #expect(try JSONDecoder().decode(CommentThread.self, from: Data(stored.bytes(.line))) == FullRecord.thread)
    }

    @Test("the same record gives the same bytes every time")
    func repeatable() throws {
        let first = try RecordEncoder.encode(FullRecord.thread).bytes(.line)
        for _ in 0..<20 { #expect(try RecordEncoder.encode(FullRecord.thread).bytes(.line) == first) }
    }
}
