import Foundation
import Glibc
import Synchronization
import Testing
import ThreadModel

@testable import ArchiveStore

/// What happened, in order.
private final class Journal: Sendable {
    private let events = Mutex<[String]>([])

    func note(_ event: String) { events.withLock { $0.append(event) } }
    var all: [String] { events.withLock { $0 } }
}

@Suite("Durability")
struct DurabilityTests {
    private let temporary = TemporaryDirectory()
    private var directory: String { temporary.path }

    private func ids(_ acknowledgements: [ArchiveWriter.Acknowledgement]) -> [String] {
        acknowledgements.map { acknowledgement in
            switch acknowledgement {
            case .thread(let id, _, _): id
            case .expansion(let url): url
            }
        }
    }

    @Test("a record is acknowledged after it was brought to disk, and a group of records costs one such call")
    func acknowledgedAfterSync() throws {
        try store([makeThread("first")], in: directory)
        let journal = Journal()
        var options = ArchiveWriter.Options()
        options.commitInterval = .seconds(600)
        options.calls.write = { file, bytes in
            journal.note("write")
            return write(file, bytes.baseAddress, bytes.count)
        }
        options.calls.sync = { file in
            journal.note("sync")
            return fsync(file)
        }
        let writer = try ArchiveWriter(directory: directory, options: options) { journal.note("acknowledged \(ids($0))") }
        for id in ["a", "b", "c"] { _ = try writer.append(makeThread(id)) }
        #expect(journal.all == ["write", "write", "write"])
        try writer.close()
        #expect(journal.all == ["write", "write", "write", "sync", #"acknowledged ["a", "b", "c"]"#])
    }

    @Test("a group is closed when it has grown large")
    func largeGroups() throws {
        let journal = Journal()
        var options = ArchiveWriter.Options()
        options.commitInterval = .seconds(600)
        options.commitBytes = 1
        let writer = try ArchiveWriter(directory: directory, options: options) { journal.note("\(ids($0))") }
        for id in ["a", "b", "c", "d"] { _ = try writer.append(makeThread(id)) }
        #expect(journal.all == [#"["a", "b"]"#, #"["c", "d"]"#])
        try writer.close()
    }

    @Test("an idle writer acknowledges what it has, without being called")
    func idleWriter() async throws {
        let (stream, continuation) = AsyncStream.makeStream(of: [String].self)
        var options = ArchiveWriter.Options()
        options.commitInterval = .milliseconds(10)
        let writer = try ArchiveWriter(directory: directory, options: options) { continuation.yield(ids($0)) }
        _ = try writer.append(makeThread("a"))
        var groups = stream.makeAsyncIterator()
        #expect(await groups.next() == ["a"])
        _ = try writer.append(makeThread("b"))
        #expect(await groups.next() == ["b"])
        try writer.close()
    }

    @Test("on a full disk the record is not stored, all others are, and the next one that fits is")
    func fullDisk() throws {
        let room = Mutex(Int.max)
        var options = ArchiveWriter.Options()
        // Like a file system: takes what fits, then says that it is full.
        options.calls.write = { file, bytes in
            let count = room.withLock { room in
                let count = min(bytes.count, room)
                room -= count
                return count
            }
            if count == 0 { errno = ENOSPC }
            return count == 0 ? -1 : write(file, bytes.baseAddress, count)
        }
        let writer = try ArchiveWriter(directory: directory, options: options)
        _ = try writer.append(makeThread("a"))
        room.withLock { $0 = 100 }
        #expect(throws: ArchiveError.inputOutput(operation: "write", file: directory + "/threads/000001.jsonl", code: ENOSPC)) {
            try writer.append(makeThread("b"))
        }
        #expect(try lines(directory + "/threads/000001.jsonl").count == 1)
        room.withLock { $0 = Int.max }
        #expect(try writer.append(makeThread("b")) == .added)
        try writer.close()
        try expectSound(directory, threads: 2)
    }

    @Test("when the disk fails, nothing is acknowledged and the writer stops; the next one goes on")
    func failingDisk() throws {
        try store([makeThread("a")], in: directory)
        let journal = Journal()
        var options = ArchiveWriter.Options()
        options.commitInterval = .seconds(600)
        options.calls.sync = { _ in
            errno = EIO
            return -1
        }
        let writer = try ArchiveWriter(directory: directory, options: options) { journal.note("\($0)") }
        _ = try writer.append(makeThread("b"))
        let failure = ArchiveError.inputOutput(operation: "bring to disk", file: directory + "/threads/000001.jsonl", code: EIO)
        #expect(throws: failure) { try writer.flush() }
        #expect(throws: ArchiveError.closed(directory: directory)) { try writer.append(makeThread("c")) }
        #expect(throws: ArchiveError.closed(directory: directory)) { try writer.close() }
        #expect(journal.all.isEmpty)
        try store([makeThread("c")], in: directory)
        try expectSound(directory, threads: 3)
    }

    @Test("a disk that fails while nobody is calling is reported to the next call")
    func failureInTheBackground() async throws {
        try store([makeThread("a")], in: directory)
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        var options = ArchiveWriter.Options()
        options.commitInterval = .milliseconds(10)
        options.calls.sync = { _ in
            continuation.yield()
            errno = EIO
            return -1
        }
        let writer = try ArchiveWriter(directory: directory, options: options)
        _ = try writer.append(makeThread("b"))
        for await _ in stream { break }
        #expect(throws: ArchiveError.self) { try writer.append(makeThread("c")) }
        #expect(throws: ArchiveError.self) { try writer.close() }
    }
}

@Suite("One writer at a time")
struct LockTests {
    private let temporary = TemporaryDirectory()
    private var directory: String { temporary.path }

    @Test("a second writer is told that there is a first, and gets in once that has left")
    func secondWriter() throws {
        let first = try ArchiveWriter(directory: directory)
        #expect(throws: ArchiveError.locked(directory: directory)) { try ArchiveWriter(directory: directory) }
        try first.close()
        let second = try ArchiveWriter(directory: directory)
        try second.close()
    }

    @Test("a second writer that waits gets in when the first one leaves")
    func waitingWriter() async throws {
        let first = try ArchiveWriter(directory: directory)
        _ = try first.append(makeThread("a"))
        async let waiting = Task.detached { [directory] in
            var options = ArchiveWriter.Options()
            options.wait = .seconds(60)
            return try store([makeThread("a"), makeThread("b")], in: directory, options: options)
        }.value
        try first.close()
        #expect(try await waiting == [.unchanged, .added])
    }

    @Test("a reader needs no lock: it sees what a writer at work has acknowledged")
    func readWhileWriting() throws {
        let writer = try ArchiveWriter(directory: directory)
        _ = try writer.append(makeThread("a"))
        try writer.flush()
        let reader = try ArchiveReader(directory: directory)
        #expect(try elements(reader.threads()).map(\.id) == ["a"])
        _ = try writer.append(makeThread("b"))
        try writer.flush()
        #expect(try elements(reader.threads()).map(\.id) == ["a", "b"])
        // A reader that comes before the group is closed may put its records into the index itself; the writer copes.
        _ = try writer.append(makeThread("c"))
        #expect(try ArchiveReader(directory: directory).thread(matching: "c") == makeThread("c"))
        _ = try writer.append(makeThread("d"))
        try writer.close()
        try expectSound(directory, threads: 4)
    }

    @Test("readers and a writer at the same time see whole records only")
    func manyReaders() async throws {
        let writer = try ArchiveWriter(directory: directory)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 1...60 {
                    _ = try writer.append(makeThread("t\(number)"))
                    if number.isMultiple(of: 7) { try writer.flush() }
                }
            }
            for _ in 1...2 {
                group.addTask {
                    for _ in 1...10 {
                        let reader = try ArchiveReader(directory: directory)
                        for summary in try elements(reader.threads()) {
                            #expect(try reader.thread(matching: summary.id) == makeThread(summary.id))
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        try writer.close()
        try expectSound(directory, threads: 60)
    }
}
