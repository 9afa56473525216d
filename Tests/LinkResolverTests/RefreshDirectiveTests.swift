import Testing

@testable import LinkResolver

@Suite("Refresh, as a header and in a page")
struct RefreshDirectiveTests {
    @Test(
        "a value is read as browsers read it",
        arguments: [
            ("0; url=http://a.com/", 0, "http://a.com/"), ("0;URL=http://a.com/", 0, "http://a.com/"), ("5;url=/x", 5, "/x"),
            ("0, url=/x", 0, "/x"), ("0 url=/x", 0, "/x"), ("0;url = /x", 0, "/x"), ("  3  ;  url  =  /x  ", 3, "/x"),
            ("0.5;url=/x", 0, "/x"),
            (".5;url=/x", 0, "/x"), ("1.2.3;url=/x", 1, "/x"), ("0;/x", 0, "/x"), ("0 http://a.com/", 0, "http://a.com/"),
            ("0;url='/x'", 0, "/x"), ("0;url=\"/x\" y", 0, "/x"), ("0;url='/x", 0, "/x"), ("0;'/x'", 0, "/x"), ("0;url=a;b,c", 0, "a;b,c"),
            ("0;urlish", 0, "urlish"), ("0;\n url=/x\n", 0, "/x"), ("url=/x", 0, "/x"), ("; url=/x", 0, "/x"),
            ("0;url=http://a.com/?url=b", 0, "http://a.com/?url=b"),
        ])
    func read(value: String, delay: Double, url: String) {
        #expect(RefreshDirective.parse(value) == RefreshDirective(delay: delay, url: url))
    }

    @Test("a value without a URL loads the same page again", arguments: ["5", "5;", "5; url=", "5;url=''", "0 "])
    func reload(value: String) {
        #expect(RefreshDirective.parse(value)?.url == nil)
        #expect(RefreshDirective.parse(value) != nil)
    }

    @Test("what is no refresh says nothing", arguments: ["", " ", "x", "http://a.com/", "0x;url=/x", "-1;url=/x", "٣;url=/x", ";"])
    func nothing(value: String) {
        #expect(RefreshDirective.parse(value) == nil)
    }

    @Test("a number of any length is a long delay")
    func hugeDelay() {
        let delay = RefreshDirective.parse(String(repeating: "9", count: 400) + ";url=/x")?.delay
        #expect(delay == .infinity)
    }

    @Test("of several refreshes in a page, the first that leads anywhere soon counts")
    func severalInAPage() {
        #expect(MetaRefresh.target(inContents: ["300", "300;url=/late", "0;url=/soon", "0;url=/second"]) == "/soon")
        #expect(MetaRefresh.target(inContents: ["300", "31;url=/late"]) == nil)
    }
}
