import Foundation
import ShortLinks
import Testing

@Suite("Short links are told by their host")
struct ServiceTableTests {
    private static let table = ServiceTable([
        Service(name: "bit.ly", hosts: ["j.mp"], evidence: "test"), Service(name: "T.co", evidence: "test"),
        Service(name: "wrap.example", wrapper: true, evidence: "test"),
    ])

    @Test("every host of a service is known", arguments: ["bit.ly", "j.mp", "t.co"])
    func hosts(_ host: String) {
        #expect(Self.table.isShortener(host: host))
    }

    @Test(
        "what is a part or a neighbour of a host, or wraps links, shortens none", arguments: ["", "bit", "ly", "a.bit.ly", "wrap.example"])
    func others(_ host: String) {
        #expect(!Self.table.isShortener(host: host))
    }

    @Test("the hosts of one service are one service", arguments: ["bit.ly", "J.MP", "www.j.mp"])
    func alias(_ host: String) {
        #expect(Self.table.service(ofHost: host)?.name == "bit.ly")
    }

    @Test("case, www. and a trailing dot do not count", arguments: ["BIT.LY", "www.bit.ly", "WWW.Bit.Ly", "bit.ly.", "www.t.co."])
    func spellings(_ host: String) {
        #expect(Self.table.isShortener(host: host))
    }

    @Test("a user's services take precedence over those of the table")
    func user() throws {
        let json = #"[{"name": "bit.ly", "closed": "2030", "evidence": "mine"}, {"name": "own.example", "evidence": "mine"}]"#
        let table = try Self.table.adding(json: Data(json.utf8))
        #expect(table.service(ofHost: "bit.ly")?.closed == "2030")
        #expect(table.service(ofHost: "j.mp")?.closed == nil)
        #expect(table.isShort("http://own.example/x"))
        #expect(throws: DecodingError.self) { try Self.table.adding(json: Data(#"[{"evidence": "no name"}]"#.utf8)) }
    }

    @Test(
        "a short link is known by its service and its code, byte for byte",
        arguments: [
            ("http://bit.ly/AbC", "AbC"), ("https://www.j.mp/AbC", "AbC"), ("http://bit.ly/AbC/", "AbC"), ("http://bit.ly/AbC).", "AbC"),
            ("http://bit.ly//AbC#x", "AbC"), ("http://bit.ly:80/a?b=c", "a?b=c"), ("http://bit.ly/AbC\u{200B}", "AbC"),
        ])
    func code(_ url: String, _ code: String) {
        #expect(ShortCode(url, in: Self.table) == ShortCode(service: "bit.ly", code: code))
    }

    @Test("what is no short link has no code", arguments: ["http://bit.ly/", "http://a.example/x", "http://bit.ly/).", "bit.ly/x"])
    func noCode(_ url: String) {
        #expect(ShortCode(url, in: Self.table) == nil)
    }

    @Test(
        "a shortener's host with a code behind it is a short link",
        arguments: [
            "http://bit.ly/cCpTFZ", "https://bit.ly/a", "HTTP://BIT.LY/a", "http://www.bit.ly/a", "http://bit.ly./a", "http://bit.ly:80/a",
            "http://user@bit.ly/a", "http://user:secret@bit.ly:8080/a/b?c#d", "http://bit.ly//a",
        ])
    func short(_ url: String) {
        #expect(Self.table.isShort(url))
    }

    @Test(
        "a link without a code, to another host, of another scheme or of none is not short",
        arguments: [
            "http://bit.ly", "http://bit.ly/", "http://bit.ly//", "http://bit.ly#top", "http://bit.ly/#top", "http://bit.ly:80",
            "http://notbit.ly/a", "http://bit.ly.example/a", "http://bit.ly@evil.example/a", "http://evil.example/bit.ly/a",
            "http://a.example/?u=http://bit.ly/a", "ftp://bit.ly/a", "mailto:bit.ly/a", "bit.ly/a", "//bit.ly/a", "", "://", "http://",
            "http:///a", "http://@/a",
        ])
    func notShort(_ url: String) {
        #expect(!Self.table.isShort(url))
    }
}
