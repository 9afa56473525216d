import Foundation
import Glibc

/// A private copy of an index that may be read but not written: SQLite cannot read a database with a write-ahead log in a directory where
/// it may not make files. Removed with the last reference.
final class ScratchCopy: Sendable {
    let path: String
    private let directory: String

    /// Copies an index; `nil` if it is in use, is not there, or cannot be copied: then it has to be made from the files.
    init?(of index: String) {
        guard Self.isAtRest(index), let before = Self.state(of: index) else { return nil }
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("archive-index-\(UUID().uuidString)").path
        path = directory + "/index.sqlite"
        guard mkdir(directory, 0o700) == 0 else { return nil }
        // From here on the directory is removed when this fails, too.
        guard (try? FileManager.default.copyItem(atPath: index, toPath: path)) != nil, chmod(path, 0o600) == 0 else { return nil }
        guard Self.isAtRest(index), Self.state(of: index) == before else { return nil }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Whether everything is in the file itself: nobody is writing, and nobody was killed while writing.
    private static func isAtRest(_ index: String) -> Bool {
        var status = stat()
        return stat(index + "-wal", &status) != 0 || status.st_size == 0
    }

    /// What changes when the file is written.
    private static func state(of index: String) -> [Int]? {
        var status = stat()
        guard stat(index, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return [Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    }
}
