import Foundation
import Glibc

/// An open file, closed when the last reference goes.
final class Descriptor: Sendable {
    let number: Int32
    /// As it was given, for messages.
    let path: String

    init(_ path: String, _ flags: Int32, toDo operation: String = "open") throws {
        let number = open(path, flags | O_CLOEXEC, 0o666)
        guard number >= 0 else { throw ArchiveError.system(operation, path) }
        self.number = number
        self.path = path
    }

    deinit {
        close(number)
    }

    /// The size in bytes.
    func size() throws -> Int {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw ArchiveError.system("look at", path) }
        return Int(status.st_size)
    }

    /// The bytes of `range`, fewer where the file ends before.
    func read(_ range: Range<Int>) throws -> Data {
        var data = Data(count: range.count)
        var filled = 0
        while filled < range.count {
            let count = data.withUnsafeMutableBytes { buffer in
                pread(number, buffer.baseAddress?.advanced(by: filled), range.count - filled, off_t(range.lowerBound + filled))
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw ArchiveError.system("read", path) }
            if count == 0 { break }
            filled += count
        }
        return data.prefix(filled)
    }

    func truncate(to size: Int) throws {
        guard ftruncate(number, off_t(size)) == 0 else { throw ArchiveError.system("shorten", path) }
    }
}

/// The two calls on which durability rests. A value, so that tests can make them fail as a full disk does, and count them.
struct SystemCalls: Sendable {
    var write: @Sendable (_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int = { Glibc.write($0, $1.baseAddress, $1.count) }
    var sync: @Sendable (_ file: Int32) -> Int32 = { fsync($0) }

    /// Writes all bytes, with one call where the system takes them at once.
    func writeAll(_ bytes: some ContiguousBytes, to file: Descriptor) throws {
        try bytes.withUnsafeBytes { buffer in
            var rest = UnsafeRawBufferPointer(rebasing: buffer[...])
            while !rest.isEmpty {
                let count = write(file.number, rest)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { throw ArchiveError.system("write", file.path) }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }

    func syncFile(_ file: Descriptor) throws {
        guard sync(file.number) == 0 else { throw ArchiveError.system("bring to disk", file.path) }
    }

    /// A new name in a directory is durable only once the directory itself is (fsync(2)).
    func syncDirectory(_ path: String) throws {
        try syncFile(Descriptor(path, O_RDONLY | O_DIRECTORY))
    }
}
