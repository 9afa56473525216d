import Foundation
import Testing
import ThreadModel

@testable import ArchiveStore

@Suite("Reading")
struct ReadingTests {
    private let temporary = TemporaryDirectory()
    private var directory: String { temporary.path }

    @Test("a list has the threads in the order in which they first came")
    func list() throws {
        try store([makeThread("b"), makeThread("a"), makeThread("b", title: "New", comments: ["1", "2", "3"])], in: directory)
        let reader = try ArchiveReader(directory: directory)
        let summaries = try elements(reader.threads())
        #expect(summaries.map(\.id) == ["b", "a"])
        #expect(
            summaries.first
                == ThreadSummary(
                    id: "b", url: "http://blog.example/b.html", title: "New", language: "fr", kind: .post, platform: "typepad",
                    author: "Élodie",
                    published: "2011-02-09", comments: 3, links: 4, shortLinks: 3))
        #expect(try reader.counts() == ArchiveCounts(threads: 2, comments: 4, links: 6, shortLinks: 4))
    }

    @Test("a cursor goes through more than one page of rows")
    func cursor() throws {
        try store((1...1203).map { makeThread("t\($0)", comments: []) }, in: directory)
        #expect(try elements(ArchiveReader(directory: directory).threads()).map(\.id) == (1...1203).map { "t\($0)" })
    }

    @Test("a thread is found by its id, its URL, or a beginning that only its id has")
    func find() throws {
        try store(["abc1", "abc2", "x", "xy", "100%_"].map { makeThread($0) }, in: directory)
        let reader = try ArchiveReader(directory: directory)
        for (key, id) in [("abc1", "abc1"), ("http://blog.example/abc2.html", "abc2"), ("x", "x"), ("xy", "xy"), ("100", "100%_")] {
            #expect(try reader.thread(matching: key)?.id == id)
        }
        for key in ["", "z", "%", "_", "abc11", "http://blog.example/"] { #expect(try reader.thread(matching: key) == nil) }
        #expect(throws: ArchiveError.ambiguous(key: "abc", ids: ["abc1", "abc2"])) { try reader.thread(matching: "abc") }
    }

    @Test("a thread comes with what its links lead to, by the newest attempt")
    func expansions() throws {
        let url = "http://bit.ly/a0"
        try store(
            [makeThread("a")], [makeExpansion(url, .hostDead), makeExpansion(url, .archived, final: "https://new.example/")], in: directory)
        let thread = try #require(try ArchiveReader(directory: directory).thread(matching: "a"))
        #expect(thread.comments[0].links[0].expanded == "https://new.example/")
        #expect(thread.comments[0].links[0].expansionStatus == .archived)
        #expect(thread.post?.links[0].expanded == nil && thread.post?.links[0].expansionStatus == nil)
    }

    @Test(
        "search folds case and diacritics, and wants all words in one passage",
        arguments: [
            ("fevrier", ["a post", "a c1", "b post"]), ("FÉVRIER train", ["a c1"]), ("voyage", ["a title", "b title"]),
            ("élodie aube", ["a post", "b post"]),
            ("di@ne quai", ["b c1"]), ("absent", []), ("", []), ("\"'*()-:^", []), ("NOT train OR", []), ("l'aube", ["a post", "b post"]),
        ])
    func search(words: String, expected: [String]) throws {
        try store([makeThread("a", comments: ["Le train de février."]), makeThread("b", comments: ["Sur le quai."])], in: directory)
        let hits = try ArchiveReader(directory: directory).search(words)
        #expect(hits.map { "\($0.thread) \($0.comment ?? $0.place.rawValue)" }.sorted() == expected.sorted())
    }

    @Test("a hit says who wrote the passage, and shows its words on one line")
    func hit() throws {
        let text = String(repeating: "mot ", count: 200) + "avant\n\nle signal\naprès " + String(repeating: "mot ", count: 200)
        try store([makeThread("a", comments: [text])], in: directory)
        let hit = try #require(try ArchiveReader(directory: directory).search("signal").first)
        #expect(
            hit.thread == "a" && hit.title == "Le voyage en train" && hit.place == .comment && hit.comment == "c1" && hit.author == "Di@ne")
        #expect(hit.snippet.contains("avant le signal après") && hit.snippet.hasPrefix("…") && hit.snippet.count < 300)
    }

    @Test("words that a page no longer has are no longer found")
    func searchAfterUpdate() throws {
        try store([makeThread("a", comments: ["ancien"]), makeThread("a", comments: ["nouveau"])], in: directory)
        let reader = try ArchiveReader(directory: directory)
        #expect(try reader.search("ancien").isEmpty)
        #expect(try reader.search("nouveau").count == 1)
    }

    @Test("a question and its answer are found as such, and their links come once")
    func letter() throws {
        var letter = makeThread("a", comments: [])
        letter.kind = .questionAnswer
        letter.question = Passage(author: Author(name: "Léa"), text: "Où est le quai ?", links: [Link(url: "http://one.example/")])
        letter.answer = Passage(text: "Au fond.", links: [Link(url: "http://two.example/")])
        letter.post?.links = [Link(url: "http://one.example/"), Link(url: "http://two.example/"), Link(url: "http://three.example/")]
        try store([letter], in: directory)
        let reader = try ArchiveReader(directory: directory)
        #expect(try reader.search("quai").map(\.place) == [.question])
        let links = try elements(reader.links())
        #expect(
            links.map { "\($0.url) \($0.place.rawValue)" } == [
                "http://three.example/ post", "http://one.example/ question", "http://two.example/ answer",
            ])
        try expectSound(directory, threads: 1)
    }

    @Test("whoever goes through many links takes a damaged record for none, whoever asks for one link is told")
    func damagedExpansion() throws {
        let directory = temporary.path
        try store([], [makeExpansion("http://bit.ly/a"), makeExpansion("http://bit.ly/b")], in: directory)
        let reader = try ArchiveReader(directory: directory)
        #expect(try reader.soundExpansion(of: "http://bit.ly/a") == makeExpansion("http://bit.ly/a"))
        try edit(directory + "/links/000001.jsonl") { $0[$0.startIndex] = UInt8(ascii: "x") }
        #expect(try reader.soundExpansion(of: "http://bit.ly/a") == nil)
        #expect(try reader.soundExpansion(of: "http://bit.ly/b") == makeExpansion("http://bit.ly/b"))
        #expect(try reader.soundExpansion(of: "http://bit.ly/c") == nil)
        #expect(throws: ArchiveError.self) { try reader.expansion(of: "http://bit.ly/a") }
    }
}
