import Markup
import ShortLinks
import Testing
import ThreadModel

@testable import PageReader

@Suite("Where the page itself says that a short link leads")
struct ShownDestinationTests {
    private static let finder = LinkFinder(shorteners: .bundled, address: Address("http://blog.example/2011/02/a.html"))

    private func link(_ anchor: String) throws -> Link {
        let page = try HTMLDocument(Array("<div id=x>\(anchor)</div>".utf8))
        let body = try #require(page.first(Selector("#x")))
        return try #require(Self.finder.links(in: Fragment(body)).first)
    }

    private static let shown: [String] = [
        "<a href='https://t.co/Ab1' data-expanded-url='http://a.example/b'>a.example/…</a>",
        "<a href='https://t.co/Ab1' title='http://a.example/b'>a.example/…</a>",
        "<a href='http://disq.us/url?url=http%3A%2F%2Fa.example%2Fb%3Aabc&amp;cuid=1' title='http://a.example/b'>http://a.example…</a>",
        "<a href='http://bit.ly/Ab1' data-originalurl=' http://a.example/b '>here</a>",
        "<a href='http://bit.ly/Ab1' data-original-url=http://a.example/b>here</a>",
        "<a href='http://bit.ly/Ab1' data-full-url='http://a.example/b' title='a good read'>here</a>",
        "<a href='http://bit.ly/Ab1'>http://a.example/b</a>", "<a href='http://bit.ly/Ab1'><b>http://a.example/b</b></a>",
        "<a href='http://bit.ly/Ab1'>a.example/b</a>",
        "<a href='http://bit.ly/Ab1' title='http://web.archive.org/web/20110209104000/http://a.example/b'>here</a>",
        // As Twitter cuts what it shows, and as Mastodon does.
        """
        <a href='http://t.co/Ab1'><span class='tco-ellipsis'></span><span class='invisible'>http://</span><span \
        class='js-display-url'>a.example</span><span class='invisible'>/b</span><span class='tco-ellipsis'><span class='invisible'>&nbsp;\
        </span>…</span></a>
        """,
        "<a href='http://t.co/Ab1'><span class='invisible'>http://</span><span class='ellipsis'>a.exam</span>"
            + "<span class='invisible'>ple/b</span></a>",
    ]

    @Test("an attribute or the text that is the whole URL says it", arguments: shown)
    func says(_ anchor: String) throws {
        #expect(try link(anchor).shown == "http://a.example/b")
    }

    private static let silent: [String] = [
        "<a href='http://bit.ly/Ab1'>here</a>", "<a href='http://bit.ly/Ab1'>http://bit.ly/Ab1</a>",
        "<a href='http://bit.ly/Ab1'>bit.ly/Ab1</a>",
        // Cut off, at the end or in the middle.
        "<a href='http://bit.ly/Ab1'>http://a.example/lon…</a>", "<a href='http://bit.ly/Ab1'>http://a.example/lon...</a>",
        "<a href='http://bit.ly/Ab1'>http://a.example/lo...ng.html</a>", "<a href='http://bit.ly/Ab1'>http://a.example/lo ... ng.html</a>",
        "<a href='http://t.co/Ab1'><span class='invisible'>http://</span><span class='js-display-url'>a.example/lo…</span></a>",
        // Another short link, the short link's host, another name of the link itself.
        "<a href='http://bit.ly/Ab1' title='http://ow.ly/Xy2'>here</a>", "<a href='http://bit.ly/Ab1'>http://www.bit.ly/Xy2</a>",
        "<a href='http://bit.ly/Ab1' title='HTTP://BIT.LY/about'>here</a>", "<a href='https://t.co/Ab1'>pic.twitter.com/Ab1</a>",
        // Names of sites and words.
        "<a href='http://bit.ly/Ab1'>a.example</a>", "<a href='http://bit.ly/Ab1'>Node.js/Express</a>",
        "<a href='http://bit.ly/Ab1'>and/or</a>",
        "<a href='http://bit.ly/Ab1' title='see http://a.example/b'>here</a>", "<a href='http://bit.ly/Ab1' title='http://a'>here</a>",
        "<a href='http://bit.ly/Ab1' title='javascript:alert(1)'>here</a>", "<a href='http://bit.ly/Ab1' title='http://a@b.example/'>x</a>",
        "<a href='http://bit.ly/Ab1' title='/about'>here</a>",
    ]

    @Test("what is cut off, another name of the link, or no URL says nothing", arguments: silent)
    func saysNothing(_ anchor: String) throws {
        let link = try link(anchor)
        #expect(link.short == true)
        #expect(link.shown == nil)
    }

    @Test("the more explicit attribute counts, and one that says nothing is passed over")
    func order() throws {
        let anchor = "<a href=http://t.co/a title=http://a.example/title data-expanded-url=http://a.example/b>http://a.example/text</a>"
        #expect(try link(anchor).shown == "http://a.example/b")
        let passed = "<a href=http://t.co/a title=http://a.example/title data-expanded-url=http://t.co/b>http://a.example/text</a>"
        #expect(try link(passed).shown == "http://a.example/title")
    }

    @Test("a link that is not short needs nobody to say where it leads")
    func notShort() throws {
        #expect(try link("<a href='http://b.example/c' data-expanded-url='http://a.example/b'>text</a>").shown == nil)
    }
}
