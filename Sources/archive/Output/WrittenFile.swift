import Foundation
import Glibc

/// Why nothing can be written at all.
struct FileError: Error, CustomStringConvertible {
    var path: String
    var reason: String

    var description: String { "\(path): \(reason)" }
}

/// A file that is written whole or not at all: whoever looks finds the old one or the new one.
struct WrittenFile {
    /// Why a file could not be written; reads well after the file's name.
    struct Failure: Error, CustomStringConvertible {
        var description: String

        init(_ code: Int32) {
            description = "cannot be written: \(String(cString: strerror(code)))"
        }

        static let noFile = Failure("cannot be written: it is no file")

        private init(_ description: String) {
            self.description = description
        }
    }

    private let path: String

    /// A file at a path. A symbolic link stays, and the file that it leads to is replaced.
    init(_ path: String) {
        guard let real = realpath(path, nil) else {
            self.path = path
            return
        }
        defer { free(real) }
        self.path = String(cString: real)
    }

    /// Writes all bytes, and only then lets the file take its name.
    ///
    /// - Parameter mode: who may read and write it; those of the file that is replaced, where there is one, else `rw-rw-rw-` without what
    ///   the process's mask takes away.
    func write(_ bytes: [UInt8], mode: mode_t? = nil) throws(Failure) {
        // A device or a directory would be replaced by a file.
        if let status = currentStatus, status.st_mode & S_IFMT != S_IFREG { throw .noFile }
        // A name of its own for each process; what a killed one left behind is written over.
        let template = "\(path).\(getpid()).tmp"
        unlink(template)
        let descriptor = open(template, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(errno) }
        var failure = fill(descriptor, bytes, mode: mode)
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure == 0, rename(template, path) != 0 { failure = errno }
        guard failure == 0 else {
            unlink(template)
            throw Failure(failure)
        }
    }

    /// Gives the error's number, or 0.
    private func fill(_ descriptor: Int32, _ bytes: [UInt8], mode: mode_t?) -> Int32 {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return errno }
            start += count
        }
        let status = currentStatus
        // Only the superuser may give files away; for others the file stays theirs.
        if let status { _ = fchown(descriptor, status.st_uid, status.st_gid) }
        guard fchmod(descriptor, mode ?? status.map { $0.st_mode & 0o7777 } ?? Self.newMode) == 0, fsync(descriptor) == 0 else {
            return errno
        }
        return 0
    }

    private var currentStatus: stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    private static var newMode: mode_t {
        let mask = umask(0o077)
        umask(mask)
        return 0o666 & ~mask
    }
}
