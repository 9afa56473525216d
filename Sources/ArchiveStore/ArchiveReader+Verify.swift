import Foundation
import GRDB
import ThreadModel

/// Something that ``ArchiveReader/verify(report:)`` has found.
public struct Finding: Codable, Sendable, Hashable {
    /// How serious it is.
    public enum Severity: String, Codable, Sendable {
        /// The archive is not what was written.
        case problem
        /// Worth knowing; nothing that was acknowledged is lost.
        case note
    }

    /// How serious it is.
    public var severity: Severity
    /// The file, by its path in the archive.
    public var file: String
    /// The line, from one; absent where the whole file is meant.
    public var line: Int?
    /// What was found, in words for people.
    public var message: String
}

/// What ``ArchiveReader/verify(report:)`` has looked at.
public struct Verification: Codable, Sendable, Hashable {
    /// How many sound thread records there are, all versions of a thread counted.
    public var threadRecords = 0
    /// How many sound expansion records there are.
    public var expansionRecords = 0
    /// How many findings are problems.
    public var problems = 0
    /// Whether the shared index was there to be compared with the files.
    public var hasIndex = true
}

extension ArchiveReader {
    /// Reads every record of every segment, compares it with its digest, and the index with the files.
    ///
    /// - Parameter report: called for each finding, in the order of the files. Findings are not collected: there may be many.
    /// - Throws: ``ArchiveError`` if a file cannot be read; what `report` throws.
    public func verify(report: (Finding) throws -> Void) throws -> Verification {
        let damage = index.damage()
        return try withoutActuallyEscaping(report) { report in
            // One transaction: what a writer adds while this runs is not compared with what was there before.
            try index.read { db in
                var run = VerificationRun(layout: layout, db: db, report: report)
                run.result.hasIndex = index.isShared
                try run.reportDamage(damage)
                for folder in Folder.allCases { try run.check(folder) }
                return run.result
            }
        }
    }
}

private struct VerificationRun {
    let layout: Layout
    let db: Database
    let report: (Finding) throws -> Void
    var result = Verification()
    /// A database that is damaged is reported once, and not asked for anything.
    private var canAskIndex = true

    init(layout: Layout, db: Database, report: @escaping (Finding) throws -> Void) {
        self.layout = layout
        self.db = db
        self.report = report
    }

    private mutating func problem(_ file: String, _ line: Int?, _ message: String) throws {
        result.problems += 1
        try report(Finding(severity: .problem, file: file, line: line, message: message))
    }

    private func note(_ file: String, _ line: Int?, _ message: String) throws {
        try report(Finding(severity: .note, file: file, line: line, message: message))
    }

    mutating func reportDamage(_ damage: [String]) throws {
        for message in damage {
            try problem("index.sqlite", nil, "\(message); \(Self.advice)")
            canAskIndex = false
        }
    }

    mutating func check(_ folder: Folder) throws {
        for side in try layout.setAside(folder) {
            try note(side, nil, "set aside after an interrupted write")
        }
        let segments = try layout.segments(folder)
        for (segment, number) in zip(segments, 1...) where segment.number != number {
            try problem(Segment(folder, number).path, nil, "the file is missing")
            break
        }
        let before = result.problems
        var standing = 0
        for segment in segments {
            standing += try check(segment, isLast: segment == segments.last)
        }
        // A record that can no longer be read may well be in the index; that is no fault of the index.
        guard canAskIndex, result.problems == before else { return }
        let table = folder == .threads ? "threads" : "urls"
        let indexed = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE segment IS NOT NULL") ?? 0
        if indexed != standing {
            try problem("index.sqlite", nil, "it has \(indexed) entries for \(folder.rawValue), the files have \(standing); \(Self.advice)")
        }
        if folder == .threads, try hasMiscounts() {
            try problem("index.sqlite", nil, "it has miscounted the places where links stand; \(Self.advice)")
        }
    }

    private func hasMiscounts() throws -> Bool {
        let sql = """
            SELECT EXISTS (SELECT 1 FROM urls WHERE uses <> (SELECT count(*) FROM links WHERE links.url = urls.row)
                OR shortUses <> (SELECT count(*) FROM links WHERE links.url = urls.row AND short))
            """
        return try Bool.fetchOne(db, sql: sql) ?? false
    }

    private static let advice = "delete index.sqlite and it is built again"

    /// Gives the number of records that the index names as the newest of their id.
    private mutating func check(_ segment: Segment, isLast: Bool) throws -> Int {
        let file = try Descriptor(layout.path(segment), O_RDONLY)
        let indexed = canAskIndex ? try SegmentIndexing(layout: layout).indexed(segment, db) : 0
        var lines = LineReader(file, 0..<(try file.size()))
        var number = 0
        var standing = 0
        while let line = try lines.next() {
            number += 1
            guard line.isWhole || !isLast else {
                let message = "the record is incomplete: a write is going on or was interrupted; the next one sets it aside"
                try note(segment.path, number, message)
                break
            }
            if let entry = try check(line, number, segment), line.offset < indexed, try agrees(entry, number) { standing += 1 }
        }
        return standing
    }

    /// The record of a line; `nil` if it holds none. What is wrong with it is reported.
    private mutating func check(_ line: LineReader.Line, _ number: Int, _ segment: Segment) throws -> IndexEntry? {
        let type = segment.folder.recordType
        let entry = IndexEntry(line, in: segment)
        switch LineCheck(line.bytes) {
        case .unreadable(let reason), .altered(let reason):
            try problem(segment.path, number, reason)
        case .sound(let record) where record["type"] != .string(type):
            try problem(segment.path, number, "the record is not of type \"\(type)\", which belongs in this folder")
        case .sound where entry == nil:
            try problem(segment.path, number, "the record lacks what every \(type) record has")
        case .sound:
            if segment.folder == .threads { result.threadRecords += 1 } else { result.expansionRecords += 1 }
        }
        return entry
    }

    /// Whether the index names this very record as the newest of its id. It may name a later one; anything else is reported.
    private mutating func agrees(_ entry: IndexEntry, _ number: Int) throws -> Bool {
        let file = entry.position.segment.path
        let key = entry.key
        guard let place = try IndexQueries.place(entry.position.segment.folder, key, db) else {
            try problem(file, number, "the index does not know \(key); \(Self.advice)")
            return false
        }
        let order = (place.position.segment.number, place.position.offset)
        let here = (entry.position.segment.number, entry.position.offset)
        guard order >= here else {
            try problem(file, number, "the index names an earlier record of \(key); \(Self.advice)")
            return false
        }
        guard order == here else { return false }
        if try place.position.length != entry.position.length || place.digest != entry.record.digest || !isRight(entry) {
            try problem(file, number, "the index has something else for \(key); \(Self.advice)")
        }
        return true
    }

    /// Whether the index has of a record what it is to have.
    private func isRight(_ entry: IndexEntry) throws -> Bool {
        let stored: StoredRecord<CommentThread>
        switch entry.record {
        case .thread(let thread): stored = thread
        case .expansion(let expansion): return try LinkRows.isRight(expansion, entry.position, db)
        }
        func count(_ table: String) throws -> Int? {
            let sql = "SELECT count(*) FROM \(table) WHERE thread = (SELECT row FROM threads WHERE id = ?)"
            return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [entry.key])
        }
        return try count("links") == stored.record.placedLinks.count && count("passages") == IndexRows.passageCount(of: stored.record)
    }
}

extension IndexEntry {
    /// The id or the URL of which the newest record stands.
    fileprivate var key: String {
        switch record {
        case .thread(let stored): stored.record.id
        case .expansion(let stored): stored.record.url
        }
    }
}
