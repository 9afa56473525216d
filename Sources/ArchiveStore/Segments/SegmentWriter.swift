import Foundation
import Glibc

/// Appends lines to the segments of one folder.
struct SegmentWriter {
    /// Where a line stands.
    struct Position: Hashable {
        var segment: Segment
        var offset: Int
        var length: Int
    }

    private let layout: Layout
    private let folder: Folder
    private let limit: Int
    private let calls: SystemCalls
    private var segment: Segment
    /// `nil` until the first line: an archive without links has no file of links.
    private var file: Descriptor?
    private var size = 0
    /// Set when a file's state is unknown: after a failed fsync the kernel may have thrown the bytes away (fsync(2), NOTES).
    private var isBroken = false
    private var isSynced = true

    /// Goes on after the last segment of the folder.
    init(_ layout: Layout, _ folder: Folder, limit: Int, _ calls: SystemCalls) throws {
        self.layout = layout
        self.folder = folder
        self.limit = limit
        self.calls = calls
        segment = Segment(folder, 1)
        guard let last = try layout.segments(folder).last else { return }
        segment = last
        let file = try Descriptor(layout.path(last), O_WRONLY | O_APPEND)
        self.file = file
        size = try file.size()
    }

    /// Appends a whole line. If that fails, as on a full disk, the segment ends where it ended before.
    mutating func append(_ line: [UInt8]) throws -> Position {
        guard !isBroken else { throw ArchiveError.closed(directory: layout.directory) }
        let file = try fileWithRoom(for: line.count)
        isSynced = false
        do {
            try calls.writeAll(line, to: file)
        } catch {
            do { try file.truncate(to: size) } catch { isBroken = true }
            throw error
        }
        defer { size += line.count }
        return Position(segment: segment, offset: size, length: line.count)
    }

    /// Makes everything durable that was appended.
    mutating func sync() throws {
        guard !isSynced, let file else { return }
        guard !isBroken else { throw ArchiveError.closed(directory: layout.directory) }
        do {
            try calls.syncFile(file)
            isSynced = true
        } catch {
            isBroken = true
            throw error
        }
    }

    private mutating func fileWithRoom(for count: Int) throws -> Descriptor {
        if let file, size == 0 || size + count <= limit { return file }
        var next = segment
        if file != nil {
            try sync()
            next.number += 1
        }
        try layout.makeDirectory(layout.path(folder), calls)
        let new = try Descriptor(layout.path(next), O_WRONLY | O_APPEND | O_CREAT | O_EXCL, toDo: "create")
        segment = next
        file = new
        size = 0
        try calls.syncDirectory(layout.path(folder))
        return new
    }
}
