import Foundation
import Synchronization
import Testing
import ThreadModel

@testable import ArchiveStore

@Suite("Appending")
struct AppendingTests {
    private let temporary = TemporaryDirectory()
    private var directory: String { temporary.path }

    @Test("a first page makes the archive: its manifest, its folders, one line, an index")
    func firstPage() throws {
        let directory = temporary.path + "/deep/archive"
        #expect(try store([makeThread("a")], in: directory) == [.added])
        #expect(try names(in: directory) == ["archive.json", "index.sqlite", "links", "lock", "threads"])
        #expect(try lines(directory + "/threads/000001.jsonl").count == 1)
        #expect(try names(in: directory + "/links") == [])
        let manifest = try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: URL(fileURLWithPath: directory + "/archive.json")))
        #expect(manifest.format == "comment-thread-archive" && manifest.version == 1)
        #expect(try Date.ISO8601FormatStyle().parse(manifest.created) <= Date())
        try expectSound(directory, threads: 1)
    }

    @Test("a page that is unchanged adds nothing, in the same run and in a later one")
    func unchanged() throws {
        #expect(try store([makeThread("a"), makeThread("a")], in: directory) == [.added, .unchanged])
        #expect(try store([makeThread("a")], in: directory) == [.unchanged])
        #expect(try lines(directory + "/threads/000001.jsonl").count == 1)
    }

    @Test("a page that was moved or captured again is unchanged")
    func moved() throws {
        try store([makeThread("a", path: "old/page.html")], in: directory)
        let moved = makeThread("a", path: "new/page.html", capturedAt: "2026-01-31T08:00:00Z")
        #expect(try store([moved, makeThread("a", path: nil)], in: directory) == [.unchanged, .unchanged])
    }

    @Test("of one id the last line stands, also where a page changes back")
    func updated() throws {
        let old = makeThread("a", title: "Old")
        let new = makeThread("a", title: "New", comments: ["One", "Two"])
        #expect(try store([old, new], in: directory) == [.added, .updated])
        #expect(try ArchiveReader(directory: directory).thread(matching: "a") == new)
        #expect(try store([old], in: directory) == [.updated])
        #expect(try ArchiveReader(directory: directory).thread(matching: "a") == old)
        #expect(try lines(directory + "/threads/000001.jsonl").count == 3)
        try expectSound(directory, threads: 3)
    }

    @Test("what a link leads to is not stored with the thread")
    func linksAreStoredBare() throws {
        var thread = makeThread("a")
        thread.comments[0].links[0].expanded = "https://rail.example/carte"
        thread.comments[0].links[0].expansionStatus = .resolved
        #expect(try store([thread, makeThread("a")], in: directory) == [.added, .unchanged])
        #expect(try !lines(directory + "/threads/000001.jsonl")[0].contains("expanded"))
    }

    @Test("a segment does not grow beyond its limit; a record that is larger has one of its own")
    func segmentsRoll() throws {
        var options = ArchiveWriter.Options()
        options.segmentLimit = 2000
        let large = makeThread("large", comments: [String(repeating: "x", count: 5000)])
        let threads = (1...6).map { makeThread("t\($0)") } + [large, makeThread("last")]
        try store(threads, in: directory, options: options)
        let segments = try names(in: directory + "/threads")
        #expect(segments == (1...segments.count).map { "00000\($0).jsonl" } && segments.count >= 5)
        for segment in segments {
            let lines = try lines(directory + "/threads/" + segment)
            let size = lines.reduce(0) { $0 + $1.utf8.count + 1 }
            #expect(size <= 2000 || lines.count == 1)
        }
        #expect(try elements(ArchiveReader(directory: directory).threads()).map(\.id) == threads.map(\.id))
        try expectSound(directory, threads: 8)
        #expect(try store([makeThread("t1"), makeThread("more")], in: directory, options: options) == [.unchanged, .added])
        try expectSound(directory, threads: 9)
    }

    @Test("a writer that is closed says so")
    func closed() throws {
        let writer = try ArchiveWriter(directory: directory)
        try writer.close()
        try writer.close()
        #expect(throws: ArchiveError.closed(directory: directory)) { try writer.append(makeThread("a")) }
    }

    @Test("attempts to expand a link are history, and the last one stands")
    func expansions() throws {
        let url = "http://bit.ly/a0"
        let first = makeExpansion(url, .undetermined, final: nil)
        let second = makeExpansion(url, .resolved, attempts: 2)
        try store([makeThread("a")], [first, second], in: directory)
        #expect(try lines(directory + "/links/000001.jsonl").count == 2)
        let reader = try ArchiveReader(directory: directory)
        #expect(try reader.expansion(of: url) == second)
        #expect(try reader.expansion(of: "http://bit.ly/other") == nil)
        try expectSound(directory, threads: 1, expansions: 2)
    }
}

@Suite("Strikes in the archive")
struct StoredStrikesTests {
    private let temporary = TemporaryDirectory()
    private var directory: String { temporary.path }
    private let url = "http://bit.ly/a"

    private func attempt(_ status: Expansion.Status, _ day: String, _ attempts: Int, error: String? = nil) -> Expansion {
        Expansion(
            url: url, status: status, checkedAt: "2026-\(day)T12:00:00Z", attempts: attempts,
            retryAfter: error.map { _ in "2026-\(day)T13:00:00Z" }, error: error.map { .init(class: $0, message: "It failed.") })
    }

    private func strikes() throws -> Int? { try ArchiveReader(directory: directory).expansion(of: url)?.strikes }

    @Test(
        "a service that has us come back soon does not make strikes come sooner; by a group, a run, or an index that was made anew",
        arguments: ["group", "run", "rebuilt"])
    func early(kind: String) throws {
        let attempts = [
            attempt(.gone, "01-01", 1), attempt(.undetermined, "01-02", 2, error: "throttled"), attempt(.gone, "01-03", 3),
            attempt(.undetermined, "02-03", 4, error: "throttled"), attempt(.gone, "02-04", 5), attempt(.gone, "02-05", 6),
        ]
        var found: [Int?] = []
        if kind == "group" {
            try store([], attempts, in: directory)
            let lines = try lines(directory + "/links/000001.jsonl")
            found = try lines.map { try JSONDecoder().decode(Expansion.self, from: Data($0.utf8)).strikes }
        } else {
            for attempt in attempts {
                try store([], [attempt], in: directory)
                found.append(try strikes())
                if kind == "rebuilt" { try FileManager.default.removeItem(atPath: directory + "/index.sqlite") }
            }
        }
        #expect(found == [1, 1, 1, 1, 2, 2])
    }

    @Test("a link that was blocked three times, and that a dump knows then, is asked for again")
    func imported() throws {
        var blocked = attempt(.blocked, "01-01", 3)
        blocked.strikes = 3
        let evidence = [Expansion.Evidence(kind: .dump, url: "http://there.example/")]
        let known = DumpEvidence(url: url, evidence: evidence).added(to: blocked, now: "2026-01-05T12:00:00Z") { nil }.record
        try store([makeThread("a", links: [url])], [blocked, known], in: directory)
        #expect(try strikes() == 1)
        let april = Date(timeIntervalSince1970: 1_775_044_800)  // 2026-04-01T12:00:00Z
        #expect(try elements(ArchiveReader(directory: directory).pendingLinks(now: april)).map(\.url) == [url])
        try store([], [attempt(.archived, "04-01", 4)], in: directory)
        #expect(try strikes() == 2)
    }
}

@Suite("Digests")
struct DigestTests {
    private let temporary = TemporaryDirectory()
    private var directory: String { temporary.path }

    @Test("the digest is the last key, over the sorted JSON of all the others")
    func digestIsOverCanonicalJSON() throws {
        let thread = makeThread("a", comments: ["Œuvre \"été\" \\ / \u{1}\n😀"])
        try store([thread], [makeExpansion("http://bit.ly/a0")], in: directory)
        for path in ["/threads/000001.jsonl", "/links/000001.jsonl"] {
            let line = try #require(lines(directory + path).first)
            let match = try #require(line.firstMatch(of: /,"digest":"sha256:([0-9a-f]{64})"}$/))
            var record = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            record["digest"] = nil
            let sorted = try JSONSerialization.data(withJSONObject: record, options: [.sortedKeys, .withoutEscapingSlashes])
            #expect(try sha256sum(sorted) == match.1)
        }
    }

    /// The system's own tool: another implementation than the one under test.
    private func sha256sum(_ data: Data) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: data)
        try input.fileHandleForWriting.close()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return String(text.prefix(64))
    }

    @Test("a record of a later version, with keys that are unknown here, still verifies")
    func laterVersion() throws {
        let later = JSONValue.object([
            .init("type", .string("thread")), .init("formatVersion", .integer(2)),
            .init("mood", .array([.null, .bool(true), .integer(1)])),
        ])
        let line = RecordLine(later)
        guard case .sound = LineCheck(Data(line.bytes.dropLast())) else {
            Issue.record("the line does not verify")
            return
        }
    }

    @Test(
        "a line that was altered is told from one that is no record",
        arguments: [
            (#"{"a":1,"digest":"sha256:00"}"#, false), (#"{"a":1}"#, false), (#"{"a":1"#, true), ("[1]", true), ("", true),
            ("\0\0\0", true),
        ])
    func checks(line: String, isUnreadable: Bool) {
        switch LineCheck(Data(line.utf8)) {
        case .sound: Issue.record("\(line) passed")
        case .altered: #expect(!isUnreadable)
        case .unreadable: #expect(isUnreadable)
        }
    }
}
