import Foundation
import Synchronization
import Testing
import ThreadModel

@testable import ArchiveStore

@Suite("Pages of one post's comments become one record")
struct JoiningTests {
    private let temporary = TemporaryDirectory()
    private var directory: String { temporary.path }

    // MARK: Pages

    private static let post = "http://blog.example/a.html"

    private static func address(_ page: Int) -> String { page == 1 ? post : "\(post)/comment-page-\(page)/" }

    /// A page with these comments that links to these others.
    private static func page(
        _ number: Int, _ comments: [ThreadModel.Comment], others: [Int], text: String = "The post.", title: String = "Lamps",
        capture: Character = "0"
    ) -> CommentThread {
        let bytes = String(repeating: capture, count: 63) + "\(number)"
        let own = CommentPage(number: number, url: address(number), firstComment: comments.first?.id, sha256: bytes)
        var thread = CommentThread(
            id: "u-1", url: post, title: title, post: Post(text: text), comments: comments,
            pages: ([own] + others.map { CommentPage(number: $0, url: address($0)) }).inOrder,
            source: Source(
                path: "page\(number).html", sha256: bytes, bytes: 1, mediaType: "text/html", encoding: "utf-8", reader: "wordpress"))
        thread.warnings = thread.evidentWarnings
        return thread
    }

    private static func comment(_ id: String, day: Int? = nil, text: String? = nil, inReplyTo: String? = nil) -> ThreadModel.Comment {
        let date = day.map { PublishedDate(printed: "\($0) May 2010", local: "2010-05-\($0 < 10 ? "0" : "")\($0)") }
        return ThreadModel.Comment(id: id, author: Author(name: "Ann"), published: date, text: text ?? "Words \(id)", inReplyTo: inReplyTo)
    }

    private static func comments(_ ids: String...) -> [ThreadModel.Comment] { ids.map { comment($0, day: 1) } }

    private static let first = page(1, comments("1", "2"), others: [2])
    private static let second = page(2, comments("3", "4"), others: [1])

    private func stored() throws -> CommentThread {
        try #require(try ArchiveReader(directory: directory).thread(matching: "u-1"))
    }

    private func size() throws -> Int {
        try names(in: directory + "/threads").reduce(0) {
            $0 + (try FileManager.default.attributesOfItem(atPath: directory + "/threads/" + $1)[.size] as? Int ?? 0)
        }
    }

    // MARK: Two pages

    @Test(
        "two pages in one run or in two, in either order, are one record with the comments in page order",
        arguments: [[[first, second]], [[second, first]], [[first], [second]], [[second], [first]]])
    func twoPages(_ runs: [[CommentThread]]) throws {
        let outcomes = try runs.flatMap { try store($0, in: directory) }
        #expect(outcomes == [.added, .updated])
        let thread = try stored()
        #expect(thread.comments.map(\.id) == ["1", "2", "3", "4"])
        #expect(thread.source == Self.first.source)
        #expect(thread.pages?.map(\.number) == [1, 2])
        #expect(thread.pages?.allSatisfy(\.isRead) == true)
        #expect(thread.warnings == [])
        #expect(try elements(ArchiveReader(directory: directory).threads()).map(\.comments) == [4])
        try expectSound(directory, threads: 2)
    }

    @Test("pages that are stored already add nothing, in any order")
    func again() throws {
        try store([Self.second, Self.first], in: directory)
        let size = try size()
        for pages in [[Self.first, Self.second], [Self.second, Self.first], [Self.second]] {
            #expect(try store(pages, in: directory).allSatisfy { $0 == .unchanged })
        }
        #expect(try self.size() == size)
    }

    @Test("pages that repeat a comment in different words do not take turns")
    func overlapping() throws {
        let second = Self.page(2, [Self.comment("2", day: 1, text: "An excerpt")] + Self.comments("3"), others: [1])
        try store([Self.first, second], in: directory)
        #expect(try stored().comments.map(\.text) == ["Words 1", "An excerpt", "Words 3"])
        #expect(try store([Self.first, second, Self.first], in: directory) == [.unchanged, .unchanged, .unchanged])
    }

    @Test("a page that was moved or captured again is the same page")
    func moved() throws {
        try store([Self.first, Self.second], in: directory)
        var moved = Self.second
        moved.source.path = "elsewhere.html"
        moved.source.capturedAt = "2026-01-31T08:00:00Z"
        #expect(try store([moved], in: directory) == [.unchanged])
    }

    @Test("an acknowledgement names the page that was stored, not the one that gave the post")
    func acknowledgement() throws {
        let log = Log()
        let writer = try ArchiveWriter(directory: directory) { more in log.all.withLock { $0 += more } }
        for page in [Self.first, Self.second] { _ = try writer.append(page) }
        try writer.close()
        #expect(
            log.all.withLock(\.self) == [
                .thread(id: "u-1", path: "page1.html", outcome: .added), .thread(id: "u-1", path: "page2.html", outcome: .updated),
            ])
    }

    // MARK: Later

    @Test("a page with a new comment updates the thread; what is only in the archive stays")
    func newComment() throws {
        try store([Self.first, Self.second], in: directory)
        let newer = [Self.comment("4", day: 1, text: "Edited")] + Self.comments("5")
        #expect(try store([Self.page(2, newer, others: [1], capture: "a")], in: directory) == [.updated])
        let thread = try stored()
        #expect(thread.comments.map(\.text) == ["Words 1", "Words 2", "Words 3", "Edited", "Words 5"])
        #expect(thread.pages?.count == 2)
        #expect(try store([Self.first], in: directory) == [.unchanged])
    }

    @Test("new comments of a page that shows the newest first stand before the others")
    func newestFirst() throws {
        try store([Self.page(1, Self.comments("4", "3"), others: [2]), Self.page(2, Self.comments("2", "1"), others: [1])], in: directory)
        try store([Self.page(1, Self.comments("6", "5", "4"), others: [2], capture: "a")], in: directory)
        #expect(try stored().comments.map(\.id) == ["6", "5", "4", "3", "2", "1"])
    }

    @Test("of three pages the missing one is named until it comes, and its comments stand in the middle")
    func missingMiddle() throws {
        try store(
            [Self.page(3, Self.comments("5"), others: [1, 2]), Self.page(1, Self.comments("1"), others: [2, 3])], in: directory)
        let incomplete = try stored()
        #expect(incomplete.comments.map(\.id) == ["1", "5"])
        #expect(incomplete.warnings == ["comments are paginated: 1 more page at http://blog.example/a.html/comment-page-2/"])
        try store([Self.page(2, Self.comments("3"), others: [1, 3])], in: directory)
        let complete = try stored()
        #expect(complete.comments.map(\.id) == ["1", "3", "5"])
        #expect(complete.warnings == [])
        #expect(complete.missingPages == nil)
    }

    @Test("a reply to a comment on another page keeps its parent, also when a newer capture does not show it")
    func parents() throws {
        let reply = Self.page(2, [Self.comment("3", day: 1, inReplyTo: "1")], others: [1])
        try store([Self.first, reply], in: directory)
        #expect(try stored().comments.last?.inReplyTo == "1")
        try store([Self.page(2, [Self.comment("3", day: 1)], others: [1], capture: "a")], in: directory)
        #expect(try stored().comments.last?.inReplyTo == "1")
    }

    @Test("warnings count the comments of the whole thread; others are kept once")
    func warnings() throws {
        var pages = [
            Self.page(1, Self.comments("1"), others: [2]), Self.page(2, [Self.comment("2")], others: [1]),
        ]
        for index in pages.indices { pages[index].warnings = ["a remark"] + pages[index].warnings }
        try store(pages, in: directory)
        #expect(try stored().warnings == ["a remark", "comment 2 has no readable date"])
    }

    // MARK: Ids

    @Test("comments that each page counts anew stay apart, and replies to them stay right")
    func countedAnew() throws {
        func page(_ number: Int, capture: Character = "0", more: [ThreadModel.Comment] = []) -> CommentThread {
            let question = ThreadModel.Comment(id: "1", author: Author(name: "Ann \(number)"), text: "Question \(number)")
            let answer = ThreadModel.Comment(id: "2", author: Author(name: "Bob \(number)"), text: "Answer \(number)", inReplyTo: "1")
            return Self.page(number, [question, answer] + more, others: [3 - number], capture: capture)
        }
        try store([page(1), page(2)], in: directory)
        #expect(try stored().comments.map(\.text) == ["Question 1", "Answer 1", "Question 2", "Answer 2"])
        #expect(try stored().comments.map(\.inReplyTo) == [nil, "1", nil, "1-p2"])
        #expect(try store([page(2), page(1)], in: directory) == [.unchanged, .unchanged])
        try store([page(2, capture: "a", more: [Self.comment("3")]), page(1, capture: "a")], in: directory)
        #expect(try stored().comments.map(\.id) == ["1", "2", "1-p2", "2-p2", "3"])
    }

    @Test("a made id that follows the words of a relative date does not make the comment another one")
    func remade() throws {
        func page(_ id: String, capture: Character) -> CommentThread {
            let comment = ThreadModel.Comment(id: id, author: Author(name: "Ann"), text: "Thanks!")
            return Self.page(2, [comment, Self.comment("c-9", text: "Bye")], others: [1], capture: capture)
        }
        try store([Self.first, page("c-1", capture: "a"), page("c-2", capture: "b")], in: directory)
        #expect(try stored().comments.map(\.id) == ["1", "2", "c-1", "c-9"])
        #expect(try store([page("c-2", capture: "b")], in: directory) == [.unchanged])
    }

    // MARK: The post

    @Test("the longer post is kept with its source and its title")
    func longerPost() throws {
        let short = Self.page(1, Self.comments("1"), others: [2], text: "The…", title: "Lamps – excerpt")
        try store([short, Self.page(2, Self.comments("2"), others: [1], text: "The whole post.")], in: directory)
        let thread = try stored()
        #expect(thread.post?.text == "The whole post.")
        #expect(thread.title == "Lamps")
        #expect(thread.source.path == "page2.html")
    }

    // MARK: Order

    private static func numberless(_ thread: CommentThread) -> CommentThread {
        var thread = thread
        for index in thread.pages?.indices ?? 0..<0 { thread.pages?[index].number = nil }
        return thread
    }

    @Test("pages without numbers are put in order by the dates of their comments, oldest or newest first")
    func byDate() throws {
        let days = [[1, 2], [3, 5], [4, 6]]
        for (turn, order) in [[0, 1, 2], [2, 1, 0], [1, 0, 2]].enumerated() {
            let directory = temporary.path + "/\(turn)"
            let pages = order.map { page in
                Self.numberless(Self.page(page + 1, days[page].map { (day: Int) in Self.comment("\(day)", day: day) }, others: []))
            }
            try store(pages, in: directory)
            let thread = try ArchiveReader(directory: directory).thread(matching: "u-1")
            #expect(thread?.comments.map(\.id) == ["1", "2", "3", "4", "5", "6"])
        }
        let newest = [[6, 5], [2, 1]].enumerated().map { page, days in
            Self.numberless(Self.page(page + 1, days.map { (day: Int) in Self.comment("\(day)", day: day) }, others: []))
        }
        let directory = temporary.path + "/newest"
        try store(newest.reversed(), in: directory)
        #expect(try ArchiveReader(directory: directory).thread(matching: "u-1")?.comments.map(\.id) == ["6", "5", "2", "1"])
    }

    @Test("pages without numbers and readable dates stand in the order in which they came")
    func unordered() throws {
        let pages = [(2, "3"), (1, "1")].map { Self.numberless(Self.page($0, [Self.comment($1)], others: [])) }
        try store(pages, in: directory)
        #expect(try stored().comments.map(\.id) == ["3", "1"])
    }

    // MARK: Whole pages

    @Test("a page with all comments takes the place of what there was")
    func whole() throws {
        try store([Self.first, Self.second], in: directory)
        var whole = Self.first
        whole.pages = nil
        whole.comments = Self.comments("1")
        whole.warnings = []
        #expect(try store([whole], in: directory) == [.updated])
        #expect(try stored() == whole)
    }

    @Test("a page of comments adds nothing to a record of all of them that has the same")
    func partOfWhole() throws {
        var whole = Self.first
        whole.pages = nil
        whole.comments = Self.comments("1", "2", "3")
        #expect(try store([whole, Self.first], in: directory) == [.added, .unchanged])
        #expect(try store([Self.second], in: directory) == [.updated])
        #expect(try stored().comments.map(\.id) == ["1", "2", "3", "4"])
    }

    @Test("a thread that has grown to several pages since it was stored is joined")
    func grown() throws {
        var whole = Self.first
        whole.pages = nil
        #expect(try store([whole, Self.first, Self.second, Self.first], in: directory) == [.added, .updated, .updated, .unchanged])
        #expect(try stored().missingPages == nil)
    }

    // MARK: Damage

    @Test("a page is not joined with a record that is damaged; the other pages are named, and can be given again")
    func damaged() throws {
        try store([Self.first], in: directory)
        let file = directory + "/threads/000001.jsonl"
        let writer = try ArchiveWriter(directory: directory)
        try edit(file) { data in
            if let place = data.firstRange(of: Data("Words 1".utf8)) { data[place.lowerBound] = UInt8(ascii: "w") }
        }
        #expect(try writer.append(Self.second) == .updated)
        try writer.close()
        #expect(try stored().comments.map(\.id) == ["3", "4"])
        #expect(try stored().warnings == ["comments are paginated: 1 more page at http://blog.example/a.html"])
        #expect(try store([Self.first], in: directory) == [.updated])
        #expect(try stored().comments.map(\.text) == ["Words 1", "Words 2", "Words 3", "Words 4"])
        #expect(try verify(directory).findings.map(\.line) == [1])
    }
}

/// What a writer acknowledges.
private final class Log: Sendable {
    let all = Mutex<[ArchiveWriter.Acknowledgement]>([])
}
