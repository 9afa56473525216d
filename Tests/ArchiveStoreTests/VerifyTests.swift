import Foundation
import GRDB
import Testing
import ThreadModel

@testable import ArchiveStore

@Suite("Verifying")
struct VerifyTests {
    private let temporary = TemporaryDirectory()
    private var directory: String { temporary.path }
    private var segment: String { directory + "/threads/000001.jsonl" }

    /// Replaces a line of the first segment of threads.
    private func replace(line number: Int, with change: (String) -> String) throws {
        var lines = try lines(segment)
        lines[number - 1] = change(lines[number - 1])
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: segment))
    }

    private func fill() throws {
        let threads = (1...4).map { makeThread("t\($0)", comments: [String(repeating: "mot ", count: 1500)]) }
        try store(threads + [makeThread("t1", title: "New")], [makeExpansion("http://bit.ly/t10")], in: directory)
    }

    @Test("a sound archive has no findings, and every version is counted")
    func sound() throws {
        try fill()
        let (findings, result) = try verify(directory)
        #expect(findings == [])
        #expect(result == Verification(threadRecords: 5, expansionRecords: 1, problems: 0, hasIndex: true))
    }

    @Test(
        "damage in the middle is reported by file and line, and stays as it is",
        arguments: [
            ("altered", "the record does not match its digest: it has been altered or damaged"), ("cut", "the line is not a JSON object"),
            ("empty", "the line is not a JSON object"), ("no digest", "the record has no digest"),
        ])
    func damagedMiddle(kind: String, message: String) throws {
        try fill()
        try replace(line: 2) { line in
            switch kind {
            case "altered": line.replacing("Le voyage en train", with: "Le voyage en avion")
            case "cut": String(line.dropLast(100))
            case "no digest": line.replacing(/,"digest":"[^"]*"/, with: "")
            default: "  "
            }
        }
        let damaged = try Data(contentsOf: URL(fileURLWithPath: segment))
        let (findings, _) = try verify(directory)
        #expect(findings.contains(Finding(severity: .problem, file: "threads/000001.jsonl", line: 2, message: message)), "\(findings)")
        try store([makeThread("new")], in: directory)
        #expect(try Data(contentsOf: URL(fileURLWithPath: segment)).prefix(damaged.count) == damaged)
    }

    @Test("one bit that flipped is found, wherever it is")
    func everyBit() throws {
        let line = Data(RecordLine(try RecordEncoder.encode(makeExpansion("http://bit.ly/a"))).bytes.dropLast())
        for index in line.indices {
            var damaged = line
            damaged[index] ^= 1
            if case .sound = LineCheck(damaged) { Issue.record("byte \(index) of \(String(decoding: line, as: UTF8.self))") }
        }
    }

    @Test("a record in the wrong folder is reported")
    func wrongFolder() throws {
        try fill()
        let links = directory + "/links/000001.jsonl"
        try edit(links) { links in links = ((try? Data(contentsOf: URL(fileURLWithPath: segment))) ?? Data()) + links }
        let (findings, result) = try verify(directory)
        #expect(findings.count == 5 && findings.allSatisfy { $0.message.hasPrefix("the record is not of type \"expansion\"") })
        #expect(result.problems == 5 && result.expansionRecords == 1)
    }

    @Test("a file that is missing between others is reported")
    func missingSegment() throws {
        var options = ArchiveWriter.Options()
        options.segmentLimit = 1
        try store((1...3).map { makeThread("t\($0)") }, in: directory, options: options)
        try FileManager.default.removeItem(atPath: directory + "/threads/000002.jsonl")
        let (findings, _) = try verify(directory)
        #expect(findings.map(\.file) == ["threads/000002.jsonl"] && findings.map(\.message) == ["the file is missing"])
    }

    @Test(
        "an index that does not agree with the files is reported",
        arguments: [
            "UPDATE threads SET start = start + 1 WHERE id = 't1'", "UPDATE threads SET length = 1 WHERE id = 't2'",
            "UPDATE threads SET digest = 'x' WHERE id = 't3'", "DELETE FROM threads WHERE id = 't4'",
            "UPDATE threads SET start = 0 WHERE id = 't1'",
            "DELETE FROM links WHERE row = 4", "DELETE FROM passages WHERE row = 4", "UPDATE urls SET segment = NULL",
            "UPDATE urls SET due = 1 WHERE segment IS NOT NULL", "UPDATE urls SET host = NULL WHERE segment IS NOT NULL",
            "UPDATE urls SET status = 'gone' WHERE segment IS NOT NULL", "UPDATE urls SET final = NULL WHERE segment IS NOT NULL",
            "UPDATE urls SET cleaned = 'x' WHERE segment IS NOT NULL", "UPDATE urls SET via = 'local' WHERE segment IS NOT NULL",
            "UPDATE urls SET title = 'x' WHERE segment IS NOT NULL", "UPDATE urls SET checkedAt = 'x' WHERE segment IS NOT NULL",
            "UPDATE urls SET retryAfter = 'x' WHERE segment IS NOT NULL", "UPDATE urls SET errorClass = 'x' WHERE segment IS NOT NULL",
            "UPDATE urls SET error = 'x' WHERE segment IS NOT NULL", "UPDATE urls SET evidence = '[]' WHERE segment IS NOT NULL",
            "UPDATE urls SET attempts = 2 WHERE segment IS NOT NULL", "UPDATE urls SET strikes = 2 WHERE segment IS NOT NULL",
            "UPDATE urls SET checked = 1 WHERE segment IS NOT NULL", "UPDATE urls SET outcome = 'blocked' WHERE segment IS NOT NULL",
            "UPDATE urls SET uses = 2 WHERE row = 1", "UPDATE urls SET shortUses = 0",
            "INSERT INTO urls (url, segment, start, length, digest) VALUES ('http://x.example/', 1, 0, 1, '')",
        ])
    func index(sql: String) throws {
        try fill()
        try DatabaseQueue(path: directory + "/index.sqlite").write { try $0.execute(sql: sql) }
        let (findings, result) = try verify(directory)
        #expect(result.problems > 0 && findings.contains { $0.message.contains("index") || $0.file == "index.sqlite" }, "\(findings)")
        try FileManager.default.removeItem(atPath: directory + "/index.sqlite")
        try expectSound(directory, threads: 5, expansions: 1)
    }

    @Test("what a writer has not yet closed is no problem")
    func whileWriting() throws {
        try fill()
        let writer = try ArchiveWriter(directory: directory)
        _ = try writer.append(makeThread("new"))
        let reader = try ArchiveReader(directory: directory)
        _ = try writer.append(makeThread("newer"))
        try writer.flush()
        var findings: [Finding] = []
        let result = try reader.verify { findings.append($0) }
        #expect(result.problems == 0 && findings.allSatisfy { $0.severity == .note })
        try writer.close()
    }
}
