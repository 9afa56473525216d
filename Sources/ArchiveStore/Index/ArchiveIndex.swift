import Foundation
import GRDB
import Glibc
import Synchronization

/// The index of an archive: a SQLite database that follows the records, and can always be made again from them.
final class ArchiveIndex: Sendable {
    enum Purpose {
        /// Holds the archive's lock; must be able to write the index.
        case writing
        /// Waits for nobody: makes do with an index of its own where the shared one cannot be used.
        case reading
    }

    /// Why the index was built again, if it was there and could not be used.
    let rebuiltBecause: String?
    /// Whether this is `index.sqlite`, not a private stand-in for it.
    let isShared: Bool
    private let layout: Layout
    private let queue: DatabaseQueue
    /// The file behind a private database.
    private let copy: ScratchCopy?

    private init(_ layout: Layout, _ queue: DatabaseQueue, copy: ScratchCopy? = nil, isShared: Bool, rebuiltBecause: String?) {
        self.copy = copy
        self.layout = layout
        self.queue = queue
        self.isShared = isShared
        self.rebuiltBecause = rebuiltBecause
    }

    // MARK: Opening

    /// Opens the index and brings it up to date with the files; makes it where it is missing, and again where it is damaged.
    static func open(_ layout: Layout, for purpose: Purpose) throws -> ArchiveIndex {
        do {
            return try openShared(layout, for: purpose)
        } catch let error as DatabaseError where error.isDamage {
            if try remove(layout, for: purpose), let index = try? openShared(layout, for: purpose, damage: "it was damaged") {
                return index
            }
            return try fallback(layout, for: purpose, error)
        } catch let error as DatabaseError {
            return try fallback(layout, for: purpose, error)
        }
    }

    private static func openShared(_ layout: Layout, for purpose: Purpose, damage: String? = nil) throws -> ArchiveIndex {
        let queue = try DatabaseQueue(path: layout.index, configuration: configuration(for: purpose))
        let indexing = SegmentIndexing(layout: layout)
        var state = try queue.read(indexing.state)
        guard state != .current else { return ArchiveIndex(layout, queue, isShared: true, rebuiltBecause: damage) }
        do {
            // Looked at again inside: another process may have been quicker.
            state = try queue.write { db in try bringUpToDate(indexing, db) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && state == .behind && purpose == .reading {
            // A writer is at work. What it has not finished yet is not in the archive yet.
            return ArchiveIndex(layout, queue, isShared: true, rebuiltBecause: nil)
        }
        if case .unusable(let reason) = state { return ArchiveIndex(layout, queue, isShared: true, rebuiltBecause: reason) }
        return ArchiveIndex(layout, queue, isShared: true, rebuiltBecause: damage)
    }

    private static func bringUpToDate(_ indexing: SegmentIndexing, _ db: Database) throws -> SegmentIndexing.State {
        let state = try indexing.state(db)
        switch state {
        case .current, .behind: break
        case .new, .unusable: try IndexSchema.reset(db)
        }
        try indexing.catchUp(db)
        return state
    }

    /// A reader can do without the shared index: in a directory that it may not write to, or while another process builds it.
    private static func fallback(_ layout: Layout, for purpose: Purpose, _ error: DatabaseError) throws -> ArchiveIndex {
        guard purpose == .reading else { throw ArchiveError(error, layout) }
        do {
            if let copy = ScratchCopy(of: layout.index), let index = try? openPrivate(layout, path: copy.path, copy) { return index }
            // An empty path is a private database that SQLite keeps in memory, and on disk where it grows large.
            return try openPrivate(layout, path: "")
        } catch let error as DatabaseError {
            throw ArchiveError(error, layout)
        }
    }

    private static func openPrivate(_ layout: Layout, path: String, _ copy: ScratchCopy? = nil) throws -> ArchiveIndex {
        let queue = try DatabaseQueue(path: path)
        _ = try queue.write { db in try bringUpToDate(SegmentIndexing(layout: layout), db) }
        return ArchiveIndex(layout, queue, copy: copy, isShared: false, rebuiltBecause: nil)
    }

    /// Removes a damaged index; `false` if that was not possible. One process at a time: the manifest's lock is for this alone, so that a
    /// reader never keeps a writer from the archive.
    private static func remove(_ layout: Layout, for purpose: Purpose) throws -> Bool {
        let wait: Duration = purpose == .writing ? .seconds(30) : .zero
        guard let lock = try ArchiveLock(path: layout.manifest, flags: O_RDONLY, wait: wait) else { return false }
        return withExtendedLifetime(lock) {
            for suffix in ["", "-wal", "-shm", "-journal"] where unlink(layout.index + suffix) != 0 && errno != ENOENT { return false }
            return true
        }
    }

    private static func configuration(for purpose: Purpose) -> Configuration {
        var configuration = Configuration()
        configuration.journalMode = .wal
        // With a write-ahead log other readers hold nobody up; what remains are moments, as when the log of a killed process is read.
        configuration.busyMode = .timeout(purpose == .writing ? 30 : 2)
        configuration.prepareDatabase { db in
            // The records are on disk before they come here. A lost transaction is found and made up for at the next opening.
            try db.execute(sql: "PRAGMA synchronous = NORMAL")
        }
        return configuration
    }

    /// Closes the database; what it has in its write-ahead log goes into the file itself, unless others have it open too.
    func close() {
        // If that fails, the log stays beside the file, and whoever opens it next reads both.
        try? queue.close()
    }

    // MARK: Using

    /// One question, of one statement: without the transaction that several would need to agree with each other, which costs more than most
    /// questions do.
    func ask<Result>(_ question: (Database) throws -> Result) throws -> Result {
        do {
            return try queue.inDatabase(question)
        } catch let error as DatabaseError {
            throw failure(error)
        }
    }

    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        do {
            return try queue.read(body)
        } catch let error as DatabaseError {
            throw failure(error)
        }
    }

    /// What is wrong with the database file itself; empty if nothing is.
    func damage() -> [String] {
        var messages: [String] = []
        do {
            try queue.read { messages = try String.fetchAll($0, sql: "PRAGMA integrity_check(5)") }
        } catch {
            // SQLite may also give up, and that can be when the transaction ends.
            messages.append("\(error)")
        }
        return messages.filter { $0 != "ok" }
    }

    /// Damage deep in the file shows only when its place is read. The file is then removed, so that the next run builds it again.
    private func failure(_ error: DatabaseError) -> ArchiveError {
        guard isShared, [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) else { return ArchiveError(error, layout) }
        guard (try? Self.remove(layout, for: .reading)) == true else { return ArchiveError(error, layout) }
        let reason = "the index was damaged and has been removed; run the command again and it is rebuilt"
        return .damaged(file: layout.index, line: nil, reason: reason)
    }

    /// Puts entries into the index that have been appended to the files, in one transaction.
    func put(_ entries: [IndexEntry]) throws {
        let indexing = SegmentIndexing(layout: layout)
        do {
            try queue.write { db in
                for (segment, entries) in Dictionary(grouping: entries, by: \.position.segment).sorted(by: { $0.key < $1.key }) {
                    guard let first = entries.first, let last = entries.last else { continue }
                    // Where the index is not at the first of them, a reader has put some in already: then the file says what is missing.
                    guard try indexing.indexed(segment, db) == first.position.offset else {
                        try indexing.catchUp(segment, db)
                        continue
                    }
                    for entry in entries { try IndexRows.put(entry, db) }
                    let file = try Descriptor(layout.path(segment), O_RDONLY)
                    try indexing.setIndexed(segment, last.position.offset + last.position.length, file, db)
                }
            }
        } catch let error as DatabaseError {
            throw failure(error)
        }
    }
}

extension DatabaseError {
    /// Whether the database file is not what SQLite wrote. A directory or a table that is not as expected counts too.
    fileprivate var isDamage: Bool {
        [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_ERROR, .SQLITE_MISMATCH].contains(resultCode)
    }
}

extension ArchiveError {
    fileprivate init(_ error: DatabaseError, _ layout: Layout) {
        self = .index(file: layout.index, reason: error.message ?? error.resultCode.description)
    }
}
