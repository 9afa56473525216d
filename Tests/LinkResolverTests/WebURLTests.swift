import Testing

@testable import LinkResolver

@Suite("URLs in the form in which they are asked")
struct WebURLTests {
    @Test(
        "a link is normalised where that changes nothing, and kept where it might",
        arguments: [
            ("http://BIT.ly/AbC", "http://bit.ly/AbC"), ("HTTP://bit.ly", "http://bit.ly/"), ("http://bit.ly:80/x", "http://bit.ly/x"),
            ("https://bit.ly:443/x", "https://bit.ly/x"), ("http://bit.ly:8080/x", "http://bit.ly:8080/x"),
            ("http://user:secret@bit.ly/x", "http://bit.ly/x"), ("http://bit.ly/x#part", "http://bit.ly/x"),
            (" \n http://bit.ly/x \t", "http://bit.ly/x"), ("http://bit.ly/a\n\tb", "http://bit.ly/ab"),
            ("http:\\\\bit.ly\\x", "http://bit.ly/x"), ("http://a.com/p?q=a\\b", "http://a.com/p?q=a\\b"),
            ("http://a.com/é?ü", "http://a.com/%C3%A9?%C3%BC"), ("http://a.com/a b?c d", "http://a.com/a%20b?c%20d"),
            ("http://a.com/%e9%zz", "http://a.com/%e9%zz"), ("http://a.com/a/../b/./c", "http://a.com/b/c"),
            ("http://café.fr/", "http://xn--caf-dma.fr/"), ("http://CAFÉ.fr/", "http://xn--caf-dma.fr/"),
            ("http://0x7f.1/", "http://127.0.0.1/"),
            ("http://１２７.1/", "http://127.0.0.1/"), ("http://[::1%25eth0]/", "http://[::1]/"), ("http:///bit.ly/x", "http://bit.ly/x"),
        ])
    func normalised(link: String, asked: String) throws {
        #expect(try WebURL(link).text == asked)
    }

    @Test(
        "a target is resolved against the URL that answered",
        arguments: [
            ("/x", "http://a.com:8080/x"), ("x", "http://a.com:8080/p/x"), ("../z", "http://a.com:8080/z"),
            ("?q", "http://a.com:8080/p/q?q"),
            ("//b.com/y", "http://b.com/y"), ("https://b.com", "https://b.com/"), ("", "http://a.com:8080/p/q?w"),
            ("#f", "http://a.com:8080/p/q?w"), ("./a:b", "http://a.com:8080/p/a:b"), ("\\\\b.com\\y", "http://b.com/y"),
            ("a b", "http://a.com:8080/p/a%20b"), ("é", "http://a.com:8080/p/%C3%A9"), ("http://u:p@b.com/", "http://b.com/"),
        ])
    func resolved(target: String, asked: String) throws {
        let base = try WebURL("http://a.com:8080/p/q?w#h")
        #expect(try WebURL(target, relativeTo: base).text == asked)
    }

    @Test(
        "what is not a URL is an error",
        arguments: [
            "", "bit.ly/x", "mailto:a@b", "javascript:alert(1)", "http://", "http://a b/", "http://a.com:99999/", "http://h%00.com/",
            "\u{0}",
        ])
    func problem(link: String) {
        #expect(throws: WebURL.Problem.self) { try WebURL(link) }
    }

    @Test("a target of another scheme is not taken for a path", arguments: ["mailto:a@b", "javascript:x", "intent:#Intent;end"])
    func otherSchemes(target: String) throws {
        let base = try WebURL("http://a.com/")
        #expect(throws: WebURL.Problem.self) { try WebURL(target, relativeTo: base) }
    }

    @Test("the fragment is kept apart, and passed on to a URL without one")
    func fragments() throws {
        let url = try WebURL("http://a.com/x#Ça")
        #expect(url.fragment == "%C3%87a")
        #expect(try WebURL("http://b.com/").text(inheriting: "part") == "http://b.com/#part")
        #expect(url.text(inheriting: "part") == "http://a.com/x#%C3%87a")
        #expect(try WebURL("http://b.com/").text(inheriting: nil) == "http://b.com/")
    }
}

@Suite("The bytes of a target")
struct LocationTextTests {
    @Test("bytes that are not UTF-8 are percent-encoded one by one, so that none is lost")
    func latin1() {
        #expect(LocationText.text(of: [0x2F, 0xE9, 0x74, 0xE9]) == "/%E9t%E9")
        #expect(LocationText.text(of: Array("/été".utf8)) == "/été")
    }

    @Test(
        "a target is tidied as browsers do",
        arguments: [
            ("  /a  ", "/a"), ("/a\r\nb", "/ab"), ("\u{1}/a\u{1F}", "/a"), ("/a\u{1}b", "/a%01b"), ("/\"<>", "/%22%3C%3E"),
            ("/a\u{7F}", "/a%7F"),
            ("\\a?\\#\\", "/a?\\#\\"), ("", ""), (" \t ", ""),
        ])
    func tidied(target: String, tidy: String) {
        #expect(LocationText.tidied(target) == tidy)
    }
}
