import Testing
import ThreadModel

@Suite("The addresses of a page")
struct PageAddressTests {
    @Test(
        "scheme and its port, www, a fragment, a slash at the end and line ends do not make another page",
        arguments: [
            "https://a.example/b?c", "HTTP://www.A.example/b?c", "http://a.example:80/b?c", "https://a.example:443/b?c#d",
            "http://lea@a.example/b?c", "//a.example/b?c", "http://a.example./b\r\n?c", "http://a.exa\tmple/b?c",
        ])
    func same(address: String) {
        #expect(PageAddress.isSame(address, "http://a.example/b?c"))
        #expect(PageAddress.isSame("http://a.example/b?c", address))
    }

    @Test("nor does a slash alone")
    func slash() {
        #expect(PageAddress.isSame("http://a.example", "https://a.example/"))
        #expect(PageAddress.isSame("http://a.example/b/#c", "http://a.example/b"))
    }

    @Test(
        "what else differs does, and what has no host is compared as it is",
        arguments: [
            ("http://a.example/b", "http://a.example/B"), ("http://a.example/b", "http://a.example:8080/b"),
            ("http://a.example/b", "http://a.example/b?c"), ("http://a.example/b", "http://b.example/b"),
            ("http://a.example/#!/b", "http://a.example/#!/c"), ("http://a.example/#!/b", "http://a.example/"),
            ("mailto:lea@a.example", "mailto:tom@a.example"), ("one", "other"), ("page1.html", "page2.html"),
            ("see a.example/b", "see c.example/b"), ("http://a.example/", ""),
        ])
    func different(left: String, right: String) {
        #expect(!PageAddress.isSame(left, right))
        #expect(PageAddress.isSame(left, left))
    }

    @Test(
        "the host of a link is what services are known by",
        arguments: [
            ("http://bit.ly/a", "bit.ly"), ("HTTPS://user:pw@WWW.Bit.LY.:443?x", "bit.ly"), ("http://[::1]:80/a", "[::1"),
            ("http://a.example\\@b.example/", "a.example"), ("mailto:lea@blog.example", nil), ("page2.html", nil), ("http:///a", nil),
            ("http://", nil), ("", nil), ("ftp://a.example/", nil),
        ])
    func host(url: String, host: String?) {
        #expect(PageAddress.host(of: url) == host)
    }
}
