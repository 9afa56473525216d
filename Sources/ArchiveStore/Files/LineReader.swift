import Foundation
import Glibc

/// The lines of a file one after the other, in memory that depends on the longest line only.
struct LineReader {
    struct Line {
        /// Where the line begins, in bytes.
        var offset: Int
        /// Without the line end.
        var bytes: Data
        /// Whether it has a line end. Only the last line of a file can lack one.
        var isWhole: Bool

        /// The line's length in the file, in bytes.
        var length: Int { bytes.count + (isWhole ? 1 : 0) }
    }

    private static let chunk = 256 * 1024

    private let file: Descriptor
    private let end: Int
    /// Where the buffer begins in the file.
    private var start: Int
    private var buffer = Data()
    /// How much of the buffer has been given out.
    private var given = 0

    /// - Parameter range: the bytes to read; the first one begins a line.
    init(_ file: Descriptor, _ range: Range<Int>) {
        self.file = file
        start = range.lowerBound
        end = range.upperBound
    }

    mutating func next() throws -> Line? {
        var searched = given
        while true {
            if let newline = newline(from: searched) {
                defer { given = newline + 1 }
                return Line(offset: start + given, bytes: Data(buffer[given..<newline]), isWhole: true)
            }
            guard try readMore() else { break }
            searched = buffer.count - lastRead
        }
        guard given < buffer.count else { return nil }
        defer { given = buffer.count }
        return Line(offset: start + given, bytes: Data(buffer[given...]), isWhole: false)
    }

    private var lastRead = 0

    /// Reads as much again as a long line already has, so that its bytes are moved only a few times.
    private mutating func readMore() throws -> Bool {
        let position = start + buffer.count
        let more = try file.read(position..<max(position, min(end, position + max(Self.chunk, buffer.count - given))))
        guard !more.isEmpty else { return false }
        buffer = Data(buffer[given...]) + more
        start += given
        given = 0
        lastRead = more.count
        return true
    }

    private func newline(from index: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard index < bytes.count, let base = bytes.baseAddress else { return nil }
            return memchr(base + index, Int32(UInt8(ascii: "\n")), bytes.count - index).map { UnsafeRawPointer($0) - base }
        }
    }
}
