import ShortLinks
import Testing

@Suite("Short links are told by their host")
struct ShortenerListTests {
    private static let list = ShortenerList(text: "# Living.\nbit.ly\n\n  \nT.co\t# Twitter\r\ngoo.gl # closed in 2025\n#x.example\n")

    @Test("a list has one host a line, and notes behind a hash", arguments: ["bit.ly", "t.co", "goo.gl"])
    func reads(_ host: String) {
        #expect(Self.list.contains(host: host))
    }

    @Test(
        "what is a note, a part or a neighbour of a host is no host", arguments: ["", "#", "x.example", "Twitter", "bit", "ly", "a.bit.ly"])
    func others(_ host: String) {
        #expect(!Self.list.contains(host: host))
    }

    @Test("case, www. and a trailing dot do not count", arguments: ["BIT.LY", "www.bit.ly", "WWW.Bit.Ly", "bit.ly.", "www.t.co."])
    func spellings(_ host: String) {
        #expect(Self.list.contains(host: host))
    }

    @Test(
        "a shortener's host with a code behind it is a short link",
        arguments: [
            "http://bit.ly/cCpTFZ", "https://bit.ly/a", "HTTP://BIT.LY/a", "http://www.bit.ly/a", "http://bit.ly./a", "http://bit.ly:80/a",
            "http://user@bit.ly/a", "http://user:secret@bit.ly:8080/a/b?c#d", "http://bit.ly//a",
        ])
    func short(_ url: String) {
        #expect(Self.list.isShort(url))
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
        #expect(!Self.list.isShort(url))
    }
}
