import Testing
import ThreadModel

@testable import LinkResolver

@Suite("Titles of destinations")
struct PageTitleTests {
    @Test(
        "The title is the first one's text on one line",
        arguments: [
            ("<!DOCTYPE html><TITLE>\n Tom &amp; Jerry\n at home </TITLE><title>other</title>", "Tom & Jerry at home"),
            ("<head><title lang=fr>Où est-il ?</title>", "Où est-il ?"),
            ("<title>a &lt;b&gt;</title><body><p>The rest of the page", "a <b>"),
        ])
    func title(page: String, expected: String) {
        #expect(PageTitle.read(Array(page.utf8), charset: nil) == expected)
    }

    @Test("A page without a title has none", arguments: ["", "<p>words", "<title> \n </title>", "<title>cut off"])
    func none(page: String) {
        #expect(PageTitle.read(Array(page.utf8), charset: nil) == nil)
    }

    @Test("The charset of the answer counts, and so does one that the page declares behind the title")
    func charsets() {
        #expect(PageTitle.read(Array("<title>caf".utf8) + [0xE9] + Array("</title>".utf8), charset: "iso-8859-1") == "café")
        let late = Array("<title>".utf8) + [0xE4, 0xEE, 0xEC] + Array("</title><meta charset=windows-1251>".utf8)
        #expect(PageTitle.read(late, charset: nil) == "дом")
    }

    @Test("The page's other words tell its charset, wherever a letter of theirs stands")
    func cutLetters() {
        for padding in 980...1030 {
            let page = "<title>Café</title><p>" + String(repeating: "x", count: padding) + "é</p>"
            #expect(PageTitle.read(Array(page.utf8), charset: nil) == "Café")
        }
    }

    @Test("Titles in comments and drawings are not the page's, nor is a title cut that speaks of tags")
    func others() {
        let long = String(repeating: "x", count: 20_000)
        let drawing = "<svg><title>Menu icon</title><path/></svg>"
        let pages = [
            "<!-- <title>old</title> --><title>New</title>": "New", "<!-- <title>old</title> \(long) --><title>New</title>": "New",
            "<body><p>\(long)</p>\(drawing)<p>x": nil,
            "<title>\(long.prefix(200)) <div> &amp; more</title>": "\(long.prefix(200)) <div> & more",
            "<p>\(long)</p><title>Using <div> tags</title>": "Using <div> tags",
        ]
        for (page, title) in pages { #expect(PageTitle.read(Array(page.utf8), charset: nil) == title) }
    }

    @Test("A page in UTF-16 has its title read")
    func wide() {
        let page = "<html><title>größer</title></html>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(PageTitle.read([0xFF, 0xFE] + page, charset: nil) == "größer")
    }

    @Test("No server decides how long a record is")
    func long() throws {
        let page = "<title>" + String(repeating: "word ", count: 10_000) + "</title>"
        let title = try #require(PageTitle.read(Array(page.utf8), charset: nil))
        #expect(title.count == PageTitle.longest)
        #expect(title.hasSuffix("…"))
    }

    @Test("A destination that was asked for has its title in the record; one that answers with an error has none", arguments: [200, 404])
    func recorded(status: Int) {
        var driver = ChainDriver("http://bit.ly/x")
        driver.answers(Answer(status: 301, location: "http://example.org/page"))
        var page = Answer(status: status)
        page.page = Array("<title>There</title>".utf8)
        driver.answers(page)
        #expect(driver.result?.status == .resolved)
        #expect(driver.result?.title == (status == 200 ? "There" : nil))
    }
}
