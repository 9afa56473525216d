import Testing
import ThreadModel

@testable import PageReader

@Suite("The post is found on pages of every program and of none")
struct PostTests {
    @Test(
        "title, author and date are those that the page prints for the post",
        arguments: TemplatePage.all + TemplatePage.hard + TemplatePage.blogs)
    func facts(_ page: TemplatePage) throws {
        let thread = try Page.read(page.markup, url: "http://moor.example/7")
        #expect(thread.title == page.title)
        #expect(thread.post?.author?.name == page.author)
        #expect(thread.post?.published?.local?.prefix(page.date?.count ?? 0) == page.date.map { $0[...] })
    }

    @Test("the text begins and ends with the post's words", arguments: TemplatePage.all + TemplatePage.hard + TemplatePage.blogs)
    func text(_ page: TemplatePage) throws {
        let text = try #require(Page.read(page.markup).post?.text)
        #expect(text.hasPrefix(TemplatePage.firstWords))
        #expect(text.hasSuffix(TemplatePage.lastWords))
        #expect(text.split(separator: "\n\n").count == 3)
    }
}
