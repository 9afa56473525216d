import Foundation
import Testing
import ThreadModel

@testable import ArchiveStore

@Suite("After an interrupted write")
struct RecoveryTests {
    private let temporary = TemporaryDirectory()
    private var directory: String { temporary.path }

    private func line(_ id: String) throws -> Data {
        Data(RecordLine(try RecordEncoder.encode(makeThread(id))).bytes)
    }

    @Test("a tail torn at any byte is set aside, and nothing before it is touched")
    func everyByte() throws {
        let (first, last) = (try line("a"), try line("b"))
        for kept in 1..<last.count - 1 {
            let path = "\(directory)/\(kept).jsonl"
            try (first + last.prefix(kept)).write(to: URL(fileURLWithPath: path))
            let side = "\(path).torn-\(first.count)"
            let expected = ArchiveNotice.setAside(file: path, bytes: kept, sideFile: side)
            let notice = try TornTail.repair(path, SystemCalls())
            let (rest, aside) = (try Data(contentsOf: URL(fileURLWithPath: path)), try Data(contentsOf: URL(fileURLWithPath: side)))
            guard notice == expected, rest == first, aside == last.prefix(kept) else {
                Issue.record("torn after \(kept) bytes: \(String(describing: notice))")
                return
            }
        }
    }

    @Test("a record that lacks only its line end is whole, and kept")
    func missingLineEnd() throws {
        let path = directory + "/000001.jsonl"
        let whole = try line("a") + line("b")
        try whole.dropLast().write(to: URL(fileURLWithPath: path))
        #expect(try TornTail.repair(path, SystemCalls()) == .completed(file: path))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == whole)
        #expect(try TornTail.repair(path, SystemCalls()) == nil)
    }

    @Test(
        "what is set aside at the end of a file",
        arguments: [
            // What follows a sound line, and how many bytes of it go.
            ("", 0), ("\n", 1), ("{\n", 2), ("\0\0\0\n\0\0\0", 7), ("x\ny\n{\"a\":", 9), ("{\"a\":1}\n", 8), ("{\"a\":1}\n{\"b\":1}\n", 8),
        ])
    func tails(tail: String, gone: Int) throws {
        let path = directory + "/000001.jsonl"
        let sound = try line("a")
        try (sound + Data(tail.utf8)).write(to: URL(fileURLWithPath: path))
        let notice = try TornTail.repair(path, SystemCalls())
        #expect((notice == nil) == (gone == 0))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == sound + Data(tail.utf8.dropLast(gone)))
    }

    @Test("damage before a sound line is left alone")
    func damagedMiddle() throws {
        let path = directory + "/000001.jsonl"
        let all = try line("a") + Data("garbage\n".utf8) + line("b")
        try all.write(to: URL(fileURLWithPath: path))
        #expect(try TornTail.repair(path, SystemCalls()) == nil)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == all)
    }

    @Test("what was set aside before is never overwritten")
    func sideFilesStay() throws {
        let path = directory + "/000001.jsonl"
        for tail in ["{first", "{second"] {
            try Data(tail.utf8).write(to: URL(fileURLWithPath: path))
            _ = try TornTail.repair(path, SystemCalls())
        }
        #expect(try names(in: directory) == ["000001.jsonl", "000001.jsonl.torn-0", "000001.jsonl.torn-0-2"])
        #expect(try String(contentsOfFile: path + ".torn-0-2", encoding: .utf8) == "{second")
    }

    @Test("the next run says what it set aside and goes on; verify notes it and is content")
    func wholeArchive() throws {
        try store([makeThread("a"), makeThread("b")], [makeExpansion("http://bit.ly/a0")], in: directory)
        let path = directory + "/threads/000001.jsonl"
        try edit(path) { $0.append(contentsOf: #"{"formatVersion":1,"ty"#.utf8) }
        let before = try verify(directory)
        #expect(before.findings.map(\.severity) == [.note] && before.findings.map(\.line) == [3])

        let writer = try ArchiveWriter(directory: directory)
        guard case .setAside(path, bytes: 22, let side)? = writer.notices.first, writer.notices.count == 1 else {
            Issue.record("unexpected: \(writer.notices)")
            return
        }
        #expect(try writer.append(makeThread("c")) == .added)
        try writer.close()
        #expect(try String(contentsOfFile: side, encoding: .utf8) == #"{"formatVersion":1,"ty"#)
        let after = try verify(directory)
        #expect(after.findings.map(\.severity) == [.note] && after.result.threadRecords == 3)
        #expect(try elements(ArchiveReader(directory: directory).threads()).map(\.id) == ["a", "b", "c"])
    }

    @Test("a record in the files that the index has not seen is found, and not stored twice")
    func crashBeforeTheIndex() throws {
        try store([makeThread("a")], in: directory)
        try edit(directory + "/threads/000001.jsonl") { $0.append(contentsOf: (try? line("b")) ?? Data()) }
        #expect(try store([makeThread("b")], in: directory) == [.unchanged])
        #expect(try ArchiveReader(directory: directory).search("récit").map(\.thread).sorted() == ["a", "b"])
        try expectSound(directory, threads: 2)
    }
}
