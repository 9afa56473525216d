import Glibc

/// Why an archive could not be opened, read or written. Each case has a message for people: what failed, on which file, why, what to do.
public enum ArchiveError: Error, Sendable, Hashable {
    /// There is no archive at this path.
    case missing(directory: String)
    /// The directory is there, but it is not an archive that this library can use.
    case notAnArchive(directory: String, reason: String)
    /// The archive was made by a later version of this library.
    case newerFormat(file: String, version: Int)
    /// Another writer holds the archive, and still did when the time to wait was over.
    case locked(directory: String)
    /// An operation of the system failed; `code` is its `errno`.
    case inputOutput(operation: String, file: String, code: Int32)
    /// A file holds something that it should not; `line` counts from one.
    case damaged(file: String, line: Int?, reason: String)
    /// The index failed in a way that building it again does not mend. The records themselves are not affected.
    case index(file: String, reason: String)
    /// A record cannot be written as JSON.
    case unencodable(record: String, reason: String)
    /// The writer has been closed, or had to stop after an error that left a file's state unknown.
    case closed(directory: String)
    /// More than one thread has an id that begins like this; `ids` are some of them.
    case ambiguous(key: String, ids: [String])

    /// An ``inputOutput(operation:file:code:)`` with the current `errno`.
    static func system(_ operation: String, _ file: String) -> ArchiveError {
        .inputOutput(operation: operation, file: file, code: errno)
    }
}

extension ArchiveError: CustomStringConvertible {
    /// The message, without the program's name and without a full stop.
    public var description: String {
        switch self {
        case .missing(let directory):
            "\(directory): there is no archive here; `archive ingest` makes one, --archive names another"
        case .notAnArchive(let directory, let reason):
            "\(directory): not an archive: \(reason); name another directory with --archive"
        case .newerFormat(let file, let version):
            "\(file): the archive has version \(version), which is later than this program knows; use a newer program"
        case .locked(let directory):
            "\(directory): another writer holds the archive; try again later, or wait for it with --wait"
        case .inputOutput(let operation, let file, let code):
            "\(file): could not \(operation): \(String(cString: strerror(code)))"
        case .damaged(let file, let line, let reason):
            "\(file)\(line.map { ", line \($0)" } ?? ""): \(reason)"
        case .index(let file, let reason):
            "\(file): the index failed: \(reason); the records are safe, delete the file and it is built again"
        case .unencodable(let record, let reason):
            "\(record): cannot be written as a record: \(reason)"
        case .closed(let directory):
            "\(directory): nothing more can be written through this writer; open the archive again"
        case .ambiguous(let key, let ids):
            "\(key): more than one thread has an id that begins so: \(ids.joined(separator: ", "))"
        }
    }
}
