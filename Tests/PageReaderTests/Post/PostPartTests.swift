import Testing
import ThreadModel

@testable import PageReader

@Suite("What templates put between the words of a post is told from them")
struct PostPartTests {
    private static let words = TemplatePage.words
    private static let card =
        "<p>Two cups of water, one onion in thin slices and a little salt: cook them for an hour and serve them hot.</p>"

    private func post(_ body: String, head: String = "", title: String = "Rain on the moor") throws -> CommentThread {
        try Page.read(
            "<!DOCTYPE html><html lang=en><head><title>\(title) | Moor Notes</title>\(head)</head><body>\(body)</body></html>",
            url: "http://moornotes.example/7")
    }

    private func isWhole(_ thread: CommentThread, upTo end: String = TemplatePage.lastWords) -> Bool {
        thread.post?.text.hasPrefix(TemplatePage.firstWords) == true && thread.post?.text.hasSuffix(end) == true
    }

    // MARK: - Headings inside the words

    @Test(
        "a card on which the title is printed once more ends the story, and does not begin it",
        arguments: [
            "<h1>Rain on the moor</h1><div class='blog-post'>\(words)<div class='recipe-card'><header><h2 class='recipe-card-title'>Rain on the moor</h2></header>\(card)</div></div>",
            "<h1>Rain on the moor</h1><div class='blog-post'>\(words)<h2>Rain on the moor</h2>\(card)</div>",
            "<h1>Rain on the moor</h1><div class='copy'>\(words)<h2 class='title'>Rain on the moor</h2>\(card)</div>",
            "<h1 class='entry-title'>Rain on the moor</h1><article class='post'><div class='entry-content'>\(words)<div><h1 class='card-title'>Rain on the moor</h1>\(card)</div></div></article>",
        ])
    func repeatedTitle(_ markup: String) throws {
        #expect(isWhole(try post(markup), upTo: "serve them hot."))
    }

    @Test("the heading of a card inside the words is not the title, though it agrees better with what programs are told")
    func cardTitle() throws {
        let thread = try post(
            """
            <div class="blog-post"><h1 class="entry-title">Rain on the moor</h1>\(Self.words)
            <div class="recipe-card"><h2 class="card-title">Moor soup for rainy days</h2>\(Self.card)</div></div>
            """, title: "Moor soup for rainy days")
        #expect(thread.title == "Rain on the moor")
        #expect(isWhole(thread, upTo: "serve them hot."))
    }
}
