import Testing
import ThreadModel

@testable import PageReader

/// What rules for rarer pages must leave as it is on ordinary ones.
@Suite("Ordinary pages stay as they are read")
struct OrdinaryPageTests {
    private func read(_ markup: String, head: String = "") throws -> CommentThread {
        try Page.read(
            """
            <html lang="en"><head><title>My garden</title>\(head)</head><body><article><h1>My garden</h1><p>The first frost came early this
            year, and took the last of the tomatoes with it.</p><p>What is left of them stands on the window sill.</p></article>\(markup)</body></html>
            """)
    }

    private func items(_ names: [String], _ item: String) -> String {
        names.enumerated().map { number, name in
            item.replacing("NAME", with: name).replacing("DATE", with: "May \(number + 3), 2012 10:00 am").replacing(
                "ID", with: "\(number)"
            )
            .replacing("TEXT", with: "Mine stand in the cellar, and are still green.")
        }
        .joined()
    }

    @Test("whoever gives no name may be called Anonymous")
    func anonymous() throws {
        let comments = try read(
            "<h3>Comments</h3><div>" + items(["Anonymous", "Robert"], "<div><b>NAME</b> <i>DATE</i><p>TEXT</p></div>") + "</div>")
        #expect(comments.comments.map(\.author?.name) == ["Anonymous", "Robert"])
    }

    @Test("particles of names are no words before all names")
    func particles() throws {
        let page = try read(
            "<h3>Comments</h3><div>" + items(["De Vries", "De Boer"], "<div><p><b>NAME</b> <i>DATE</i></p><p>TEXT</p></div>") + "</div>")
        #expect(page.comments.map(\.author?.name) == ["De Vries", "De Boer"])
    }

    @Test("a quoted title in the heading of the comments says nothing of them", arguments: ["The Latest News", "Der letzte Schultag"])
    func quoted(title: String) throws {
        let page = try read(
            "<h2>2 responses to “\(title)”</h2><ul>" + items(["Bob Miller", "Ann Smith"], "<li><b>NAME</b> <i>DATE</i><p>TEXT</p></li>")
                + "</ul>")
        #expect(page.comments.count == 2)
    }

    @Test("a comment under its heading may begin with a link")
    func links() throws {
        let item = "<div><a href=\"http://site.example/ID\">http://site.example/ID</a><br><b>NAME</b>, <i>DATE</i><p>TEXT</p></div>"
        #expect(try read("<h2>Comments</h2><section>" + items(["Robert", "Ann", "Eve"], item) + "</section>").comments.count == 3)
    }

    @Test("lines of a status page are no comments, whatever stands before their times")
    func ticker() throws {
        let item = "<div><span>NAME</span> <span>DATE</span><p>TEXT</p></div>"
        #expect(try read(items(["Investigating", "Identified", "Resolved"], item)).comments.isEmpty)
    }

    @Test("teasers of other posts beside a post of Drupal are no posts of its page, and take none of its comments")
    func teasers() throws {
        let comment =
            "<div class=\"comment\" id=\"comment-ID\"><h3>Subject</h3><div class=\"submitted\">Submitted by NAME on DATE</div><div class=\"content\"><p>TEXT</p></div></div>"
        let teaser = "<div class=\"node node-teaser\"><h2><a href=\"/node/9\">NAME</a></h2><div class=\"content\"><p>TEXT</p></div></div>"
        let page = try read(
            "<div id=\"comments\">" + items(["Bob", "Eve"], comment) + "</div>" + items(["Related one", "Related two"], teaser),
            head: "<meta name=\"Generator\" content=\"Drupal 7 (http://drupal.org)\">")
        #expect(page.title == "My garden")
        #expect(page.comments.count == 2)
    }

    @Test("a link to a trackback script of Movable Type makes no page one of it")
    func trackbackLink() throws {
        let item = "<div><b>NAME</b> <i>DATE</i><p>TEXT <a href=\"http://other.example/mt-tb.cgi/12\">ping</a></p></div>"
        #expect(try read("<h3>Comments</h3><div>" + items(["Bob Miller", "Ann Smith"], item) + "</div>").source.platform == nil)
    }
}
