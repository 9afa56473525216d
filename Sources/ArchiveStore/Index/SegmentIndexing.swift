import Foundation
import GRDB

/// How far the index has come in a segment.
struct SegmentIndexing {
    /// How many bytes at the end of the indexed part are hashed, to notice that a file was replaced.
    private static let markLength = 4096

    enum State: Equatable {
        case current
        /// There are more records in the files than in the index.
        case behind
        /// There is nothing in it yet.
        case new
        /// The files are not those that were indexed.
        case unusable(reason: String)
    }

    let layout: Layout

    /// Compares the index with the files. Cheap: it looks at the end of each segment only.
    func state(_ db: Database) throws -> State {
        guard try IndexSchema.isCurrent(db) else {
            return try IndexSchema.isEmpty(db) ? .new : .unusable(reason: "it was made by another version of this program")
        }
        var files = Set(try Folder.allCases.flatMap(layout.segments))
        var isBehind = false
        for row in try Row.fetchAll(db, sql: "SELECT folder, number, indexed, mark FROM segments") {
            guard let folder = Folder(rawValue: row["folder"]) else { return .unusable(reason: "it names an unknown folder") }
            let segment = Segment(folder, row["number"])
            guard files.remove(segment) != nil else { return .unusable(reason: "\(segment.path) is missing") }
            let file = try Descriptor(layout.path(segment), O_RDONLY)
            let indexed: Int = row["indexed"]
            let size = try file.size()
            guard size >= indexed else { return .unusable(reason: "\(segment.path) is shorter than it was") }
            guard try mark(file, indexed) == row["mark"] else { return .unusable(reason: "\(segment.path) is not what it was") }
            isBehind = isBehind || size > indexed
        }
        return isBehind || !files.isEmpty ? .behind : .current
    }

    /// Puts all records into the index that are not in it yet.
    func catchUp(_ db: Database) throws {
        for segment in try Folder.allCases.flatMap(layout.segments) {
            try catchUp(segment, db)
        }
    }

    /// Lines that hold no record are passed over. Those at the end do not count as indexed: a write may have been interrupted there, and
    /// what is set aside must not make the file look shorter than it was.
    func catchUp(_ segment: Segment, _ db: Database) throws {
        let file = try Descriptor(layout.path(segment), O_RDONLY)
        var indexed = try self.indexed(segment, db)
        let size = try file.size()
        guard size > indexed else { return }
        var lines = LineReader(file, indexed..<size)
        while let line = try lines.next() {
            guard let entry = IndexEntry(line, in: segment) else { continue }
            try IndexRows.put(entry, db)
            indexed = line.offset + line.length
        }
        try setIndexed(segment, indexed, file, db)
    }

    /// How many bytes of a segment are in the index.
    func indexed(_ segment: Segment, _ db: Database) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT indexed FROM segments WHERE folder = ? AND number = ?")
        return try Int.fetchOne(statement, arguments: [segment.folder.rawValue, segment.number]) ?? 0
    }

    /// Notes how many bytes of a segment are in the index.
    func setIndexed(_ segment: Segment, _ indexed: Int, _ file: Descriptor, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO segments (folder, number, indexed, mark) VALUES (?, ?, ?, ?)")
            .execute(arguments: [segment.folder.rawValue, segment.number, indexed, mark(file, indexed)])
    }

    private func mark(_ file: Descriptor, _ indexed: Int) throws -> String {
        RecordLine.hash(try file.read(max(0, indexed - Self.markLength)..<indexed))
    }
}
