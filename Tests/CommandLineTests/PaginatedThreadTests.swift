import ArchiveStore
import Foundation
import Testing
import ThreadModel

@Suite("Pages of comments given to ingest")
struct PaginatedThreadTests {
    private let program = Program()

    private static let address = "http://blog.example/beans/"

    private static func address(of page: Int) -> String { page == 1 ? address : "\(address)comment-page-\(page)/" }

    /// A page of the comments of one post, as WordPress makes them. The comments have ids of their own if `hasIDs`.
    private static func html(_ page: Int, of count: Int, comments: [Int], hasIDs: Bool = true) -> String {
        let items = comments.map { number in
            """
            <li class="comment"\(hasIDs ? " id=\"comment-\(number)\"" : "")><div class="comment-author vcard"><cite class="fn">Ann \(number)</cite></div>
            <div class="comment-meta">March \(number), 2009 at 10:00 am</div><div class="comment-body"><p>Words number \(number).</p></div></li>
            """
        }
        let links = (1...count).filter { $0 != page }.map { number in
            "<a class=\"page-numbers\" href=\"\(address(of: number))#comments\">\(number < page ? "« Older comments" : "Newer comments »")</a>"
        }
        return Pages.html("beans").replacing("http://blog.example/beans.html", with: address(of: page))
            .replacing("</head>", with: "<meta name=\"generator\" content=\"WordPress 2.9\"></head>")
            .replacing(
                "</article>",
                with: "</article><div id=\"comments\"><ol class=\"commentlist\">\(items.joined())</ol>"
                    + "<div class=\"comment-navigation\">\(links.joined(separator: " "))</div></div>")
    }

    private func write(_ page: Int, of count: Int, comments: [Int], hasIDs: Bool = true) throws {
        try program.write(Self.html(page, of: count, comments: comments, hasIDs: hasIDs), to: "page\(page).html")
    }

    private func thread() throws -> CommentThread {
        try #require(try ArchiveReader(directory: program.path("archive")).thread(matching: Self.address))
    }

    private func texts() throws -> [String] { try thread().comments.map(\.text) }

    private static func words(_ numbers: Int...) -> [String] { numbers.map { "Words number \($0)." } }

    @Test(
        "two pages given together are one thread: the first is new, the other an update, and nothing is missing",
        arguments: [["page1.html", "page2.html"], ["page2.html", "page1.html"]], [true, false])
    func together(_ pages: [String], hasIDs: Bool) async throws {
        try write(1, of: 2, comments: [1, 2], hasIDs: hasIDs)
        try write(2, of: 2, comments: [3], hasIDs: hasIDs)
        let summary = "2 pages: 1 new, 1 updated, 0 unchanged, 0 failed; 3 comments, 0 links (0 short)\n"
        #expect(try await program.run("ingest", pages[0], pages[1]) == Outcome(0, output: summary))
        #expect(try texts() == Self.words(1, 2, 3))
        let again = "2 pages: 0 new, 0 updated, 2 unchanged, 0 failed; 3 comments, 0 links (0 short)\n"
        for order in [pages, pages.reversed()] {
            #expect(try await program.run("ingest", order[0], order[1]) == Outcome(0, output: again))
        }
        #expect(try await program.run("verify") == Outcome(0, output: "2 thread records, 0 expansion records, index agrees\n"))
        #expect(try await program.run("list").output.split(separator: "\n").count == 1)
    }

    @Test("pages that come in several runs are one thread; a page that is missing is named, once, until it comes")
    func severalRuns() async throws {
        try write(1, of: 3, comments: [1])
        try write(2, of: 3, comments: [2])
        try write(3, of: 3, comments: [3])
        let warning = "archive: page3.html: warning: comments are paginated: 1 more page at http://blog.example/beans/comment-page-2/\n"
        let first = try await program.run("ingest", "page1.html", "page3.html")
        #expect(first.code == 0 && first.errors == warning, "\(first)")
        #expect(try thread().warnings == ["comments are paginated: 1 more page at http://blog.example/beans/comment-page-2/"])
        let second = "1 page: 0 new, 1 updated, 0 unchanged, 0 failed; 1 comment, 0 links (0 short)\n"
        #expect(try await program.run("ingest", "page2.html") == Outcome(0, output: second))
        #expect(try texts() == Self.words(1, 2, 3))
        #expect(try thread().warnings == [])
    }

    @Test("a page that has a new comment is an update, and the rest of the thread stays")
    func newComment() async throws {
        try write(1, of: 2, comments: [1, 2])
        try write(2, of: 2, comments: [3])
        #expect(try await program.run("ingest", "page1.html", "page2.html").code == 0)
        try write(2, of: 2, comments: [3, 4])
        let summary = "2 pages: 0 new, 1 updated, 1 unchanged, 0 failed; 4 comments, 0 links (0 short)\n"
        #expect(try await program.run("ingest", "page1.html", "page2.html") == Outcome(0, output: summary))
        #expect(try texts() == Self.words(1, 2, 3, 4))
    }

    @Test("parse prints a record for each page, all of one thread")
    func parse() async throws {
        try write(1, of: 2, comments: [1, 2])
        try write(2, of: 2, comments: [3])
        let run = try await program.run("parse", "page2.html", "page1.html")
        let records = try run.output.split(separator: "\n").map { try JSONDecoder().decode(CommentThread.self, from: Data($0.utf8)) }
        #expect(run.code == 0 && records.map(\.comments.count) == [1, 2])
        #expect(Set(records.map(\.id)).count == 1)
        #expect(records.map(\.url) == [Self.address, Self.address])
        #expect(records.map { $0.pages?.filter(\.isRead).map(\.number) } == [[2], [1]])
        #expect(records.allSatisfy { $0.missingPages != nil })
    }
}
