import Foundation
import Glibc

/// Puts right what an interrupted write leaves at the end of the last segment.
///
/// Only the end is touched: a damaged line that a sound one follows was not being written, and is left for `verify` to report.
struct TornTail {
    static let mark = ".torn-"

    private let path: String
    private let calls: SystemCalls
    private let file: Descriptor

    /// Repairs a segment; `nil` if there is nothing to repair.
    static func repair(_ path: String, _ calls: SystemCalls) throws -> ArchiveNotice? {
        try TornTail(path, calls).repair()
    }

    private init(_ path: String, _ calls: SystemCalls) throws {
        self.path = path
        self.calls = calls
        file = try Descriptor(path, O_RDWR | O_APPEND)
    }

    private func repair() throws -> ArchiveNotice? {
        let size = try file.size()
        var end = size
        if size > 0, try file.read(size - 1..<size).first != UInt8(ascii: "\n") {
            end = try lineStart(endingAt: size)
            if case .sound = LineCheck(try file.read(end..<size)) { return try complete() }
        }
        end = try endOfSoundLines(before: end, isEnd: end == size)
        return end == size ? nil : try setAside(end..<size)
    }

    /// Where the last line stands that an interrupted write cannot have left.
    ///
    /// After a power failure the blocks of several lines can be missing, so unreadable lines are passed over up to a readable one. A
    /// line that is JSON but not what its digest says is taken for a torn write only if nothing follows it.
    private func endOfSoundLines(before end: Int, isEnd: Bool) throws -> Int {
        var end = end
        var isLast = isEnd
        while end > 0 {
            let start = try lineStart(endingAt: end - 1)
            switch LineCheck(try file.read(start..<end - 1)) {
            case .sound: return end
            case .altered: return isLast ? start : end
            case .unreadable: end = start
            }
            isLast = false
        }
        return 0
    }

    /// Where the line begins that ends before `end`.
    private func lineStart(endingAt end: Int) throws -> Int {
        var end = end
        while end > 0 {
            let start = max(0, end - 65536)
            if let newline = try file.read(start..<end).lastIndex(of: UInt8(ascii: "\n")) { return start + newline + 1 }
            end = start
        }
        return 0
    }

    private func complete() throws -> ArchiveNotice {
        try calls.writeAll(Data("\n".utf8), to: file)
        try calls.syncFile(file)
        return .completed(file: path)
    }

    /// The bytes are safe in the side file before they leave the segment.
    private func setAside(_ range: Range<Int>) throws -> ArchiveNotice {
        let side = try makeSideFile(named: "\(path)\(Self.mark)\(range.lowerBound)")
        var position = range.lowerBound
        while position < range.upperBound {
            let part = try file.read(position..<min(range.upperBound, position + (1 << 20)))
            if part.isEmpty { break }
            try calls.writeAll(part, to: side)
            position += part.count
        }
        try calls.syncFile(side)
        try calls.syncDirectory(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
        try file.truncate(to: range.lowerBound)
        try calls.syncFile(file)
        return .setAside(file: path, bytes: range.count, sideFile: side.path)
    }

    /// Never overwrites what was set aside before at the same offset.
    private func makeSideFile(named name: String) throws -> Descriptor {
        var attempt = 1
        while true {
            do {
                return try Descriptor(attempt == 1 ? name : "\(name)-\(attempt)", O_WRONLY | O_CREAT | O_EXCL, toDo: "create")
            } catch ArchiveError.inputOutput(_, _, code: EEXIST) {
                attempt += 1
            }
        }
    }
}
