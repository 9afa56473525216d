import Foundation
import GRDB
import Testing
import ThreadModel

@testable import ArchiveStore

@Suite("The index")
struct IndexTests {
    private let temporary = TemporaryDirectory()
    private var directory: String { temporary.path }
    private var path: String { directory + "/index.sqlite" }

    /// Everything that the tables of an index hold.
    private func contents() throws -> [String: [Row]] {
        let queue = try DatabaseQueue(path: path)
        return try queue.read { db in
            var contents: [String: [Row]] = [:]
            for table in ["segments", "threads", "urls", "links", "passages"] {
                contents[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table)")
            }
            return contents
        }
    }

    private func fill() throws {
        var options = ArchiveWriter.Options()
        options.segmentLimit = 3000
        let threads = (1...8).map { makeThread("t\($0)") } + [makeThread("t2", title: "Nouveau titre", comments: ["Un", "Deux"])]
        let expansions = [("t10", .resolved), ("t20", .resolved), ("t10", .gone)].map { makeExpansion("http://bit.ly/\($0)", $1) }
        try store(threads, expansions, in: directory, options: options)
    }

    private func removeIndex() {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    @Test("an index that was deleted is made again by whoever comes next, the same as it was")
    func deleted() throws {
        try fill()
        let before = try contents()
        removeIndex()
        #expect(try ArchiveReader(directory: directory).notices == [])
        // Rows keep their order; the numbers of those that an update replaced may differ.
        let after = try contents()
        for table in ["segments", "threads", "urls"] { #expect(after[table] == before[table], "\(table)") }
        #expect(after.mapValues(\.count) == before.mapValues(\.count))
        try expectSound(directory, threads: 9, expansions: 3)
        removeIndex()
        #expect(try store([makeThread("t1")], in: directory) == [.unchanged])
        try expectSound(directory, threads: 9, expansions: 3)
    }

    @Test("an index that is no database, or a torn one, is made again")
    func corrupt() throws {
        try fill()
        for damage in [Data("not a database, but long enough to look at".utf8), Data(count: 8192)] {
            removeIndex()
            try damage.write(to: URL(fileURLWithPath: path))
            let reader = try ArchiveReader(directory: directory)
            #expect(reader.notices.count == 1)
            #expect(try reader.counts().threads == 8)
            try expectSound(directory, threads: 9, expansions: 3)
        }
        try edit(path) { $0.replaceSubrange(1024..., with: Data(repeating: 0xA5, count: $0.count - 1024)) }
        #expect(try store([makeThread("t1"), makeThread("new")], in: directory) == [.unchanged, .added])
        try expectSound(directory, threads: 10, expansions: 3)
    }

    /// Overwrites the page where the tree of a table begins. Opening an archive does not look at it.
    private func damage(table: String) throws {
        let (root, size) = try DatabaseQueue(path: path).read { db in
            let root = try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_master WHERE name = ?", arguments: [table])
            return (try #require(root), try #require(try Int.fetchOne(db, sql: "PRAGMA page_size")))
        }
        try edit(path) { $0.replaceSubrange((root - 1) * size..<root * size, with: Data(repeating: 0xA5, count: size)) }
    }

    @Test("damage deep in the index is found by verify")
    func verifyFindsDamage() throws {
        try fill()
        try damage(table: "passages")
        let (findings, result) = try verify(directory)
        #expect(result.problems > 0 && findings.allSatisfy { $0.file == "index.sqlite" })
        #expect(result.threadRecords == 9 && result.expansionRecords == 3)
    }

    @Test("an index whose damage shows in use is removed, and the next run has a new one")
    func damageInUse() throws {
        try fill()
        try damage(table: "passages")
        let reader = try ArchiveReader(directory: directory)
        #expect {
            try reader.search("nouveau")
        } throws: { error in
            guard case ArchiveError.damaged(path, nil, _) = error else { return false }
            return true
        }
        #expect(try ArchiveReader(directory: directory).search("nouveau").map(\.thread) == ["t2"])
        try expectSound(directory, threads: 9, expansions: 3)
    }

    @Test("an index of another version is made again, and the writer says so")
    func otherVersion() throws {
        try fill()
        try DatabaseQueue(path: path).write { db in
            try db.execute(sql: "DROP TABLE passages; CREATE TABLE later (a); PRAGMA user_version = 99")
        }
        let writer = try ArchiveWriter(directory: directory)
        #expect(writer.notices.count == 1)
        try writer.close()
        try expectSound(directory, threads: 9, expansions: 3)
    }

    @Test("an index that does not fit the files is made again: a file shorter, changed at its end, gone")
    func files() throws {
        try fill()
        let last = directory + "/threads/" + (try #require(names(in: directory + "/threads").last))
        try edit(last) { $0.removeLast(50) }
        #expect(try ArchiveReader(directory: directory).notices.count == 1)
        try fill()
        try edit(last) { data in data.replaceSubrange(data.count - 10..<data.count - 9, with: Data("Z".utf8)) }
        #expect(try ArchiveReader(directory: directory).notices.count == 1)
        try FileManager.default.removeItem(atPath: last)
        #expect(try ArchiveReader(directory: directory).notices.count == 1)
        #expect(try ArchiveReader(directory: directory).notices == [])
    }

    @Test("an index that is behind goes on where it stopped")
    func behind() throws {
        try store([makeThread("a")], in: directory)
        let early = try Data(contentsOf: URL(fileURLWithPath: path))
        try store([makeThread("b"), makeThread("a", title: "New")], [makeExpansion("http://bit.ly/b0")], in: directory)
        removeIndex()
        try early.write(to: URL(fileURLWithPath: path))
        let reader = try ArchiveReader(directory: directory)
        #expect(reader.notices == [])
        #expect(try elements(reader.threads()).map(\.title) == ["New", "Le voyage en train"])
        try expectSound(directory, threads: 3, expansions: 1)
    }

    @Test("a copy of the index serves a reader who may not write it, and goes with them")
    func copy() throws {
        try fill()
        var copy = ScratchCopy(of: path)
        let place = try #require(copy?.path)
        #expect(try DatabaseQueue(path: place).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM threads") } == 8)
        copy = nil
        #expect(!FileManager.default.fileExists(atPath: place))
        // While a writer is at work, part of the index is in its log.
        let writer = try ArchiveWriter(directory: directory)
        _ = try writer.append(makeThread("new"))
        try writer.flush()
        #expect(ScratchCopy(of: path) == nil)
        try writer.close()
        #expect(ScratchCopy(of: path + "-none") == nil && ScratchCopy(of: directory) == nil)
    }

    @Test("where the index can be neither written nor read, a reader does without; a writer says what is wrong")
    func unusable() throws {
        try fill()
        removeIndex()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        let reader = try ArchiveReader(directory: directory)
        #expect(try reader.thread(matching: "t3") == makeThread("t3"))
        #expect(try reader.search("nouveau").map(\.thread) == ["t2"])
        #expect(try reader.verify { _ in }.hasIndex == false)
        #expect(throws: ArchiveError.self) { try ArchiveWriter(directory: directory) }
    }
}

@Suite("Opening")
struct OpeningTests {
    private let temporary = TemporaryDirectory()
    private var directory: String { temporary.path }

    @Test("reading where there is no archive says so, and makes nothing")
    func missing() throws {
        for path in [directory, directory + "/none"] {
            #expect(throws: ArchiveError.missing(directory: path)) { try ArchiveReader(directory: path) }
        }
        #expect(try names(in: directory) == [])
    }

    @Test("a slash at the end of the path does not matter")
    func slash() throws {
        try store([makeThread("a")], in: directory + "/x/")
        try expectSound(directory + "/x", threads: 1)
    }

    @Test("a directory with other files is not made an archive")
    func foreignFiles() throws {
        try Data().write(to: URL(fileURLWithPath: directory + "/letter.txt"))
        #expect(throws: ArchiveError.notAnArchive(directory: directory, reason: "it has files, but no archive.json")) {
            try ArchiveWriter(directory: directory)
        }
        #expect(try names(in: directory) == ["letter.txt"])
    }

    @Test("what a first run leaves that was cut short becomes an archive")
    func interruptedCreation() throws {
        for name in ["lock", "archive.json.new", ".hidden"] { try Data("{".utf8).write(to: URL(fileURLWithPath: directory + "/" + name)) }
        #expect(try store([makeThread("a")], in: directory) == [.added])
        try expectSound(directory, threads: 1)
    }

    @Test(
        "another format, or none, is refused",
        arguments: ["", "{}", "[]", #"{"format":"warc","version":1}"#, #"{"format":"comment-thread-archive"}"#])
    func otherFormat(manifest: String) throws {
        try Data(manifest.utf8).write(to: URL(fileURLWithPath: directory + "/archive.json"))
        for open in [{ _ = try ArchiveReader(directory: directory) }, { _ = try ArchiveWriter(directory: directory) }] {
            do {
                try open()
                Issue.record("it was opened")
            } catch ArchiveError.notAnArchive(directory, _) {
                #expect(try names(in: directory) == ["archive.json"])
            }
        }
    }

    @Test("a later version is refused by its number")
    func laterVersion() throws {
        let path = directory + "/archive.json"
        try Data(#"{"format":"comment-thread-archive","version":2,"layout":"other"}"#.utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: ArchiveError.newerFormat(file: path, version: 2)) { try ArchiveReader(directory: directory) }
        #expect(throws: ArchiveError.newerFormat(file: path, version: 2)) { try ArchiveWriter(directory: directory) }
    }

    @Test("a path below a regular file is an error of the system, not a missing archive")
    func belowAFile() throws {
        try Data().write(to: URL(fileURLWithPath: directory + "/file"))
        let path = directory + "/file/archive"
        for open in [{ _ = try ArchiveReader(directory: path) }, { _ = try ArchiveWriter(directory: path) }] {
            #expect { try open() } throws: { error in
                guard case ArchiveError.inputOutput(_, _, let code) = error else { return false }
                return code == ENOTDIR
            }
        }
    }

    @Test("every error names the file, and what to do about it where something can be done")
    func messages() {
        let messages: [ArchiveError: String] = [
            .missing(directory: "a"): "a: there is no archive here; `archive ingest` makes one, --archive names another",
            .locked(directory: "a"): "a: another writer holds the archive; try again later, or wait for it with --wait",
            .inputOutput(operation: "write", file: "a/b", code: ENOSPC): "a/b: could not write: No space left on device",
            .damaged(file: "a/b", line: 3, reason: "it is odd"): "a/b, line 3: it is odd",
        ]
        for (error, message) in messages { #expect("\(error)" == message) }
    }
}
