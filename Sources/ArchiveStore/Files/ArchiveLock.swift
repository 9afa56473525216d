import Foundation
import Glibc

/// The right to write: an exclusive `flock` on a file, which the kernel takes back when the process ends, however it ends.
struct ArchiveLock {
    /// Given up by name, not by closing the file alone: where this process has just started another one, that still has the file open for a
    /// moment, and would keep the lock as long.
    private final class Hold: Sendable {
        private let file: Descriptor

        init(_ file: Descriptor) { self.file = file }

        deinit { flock(file.number, LOCK_UN) }
    }

    private let hold: Hold

    /// Takes the lock, waiting at most `wait` for another process to leave; `nil` if it did not.
    init?(path: String, flags: Int32 = O_RDWR | O_CREAT, wait: Duration = .zero) throws {
        let file = try Descriptor(path, flags)
        let deadline = ContinuousClock.now.advanced(by: wait)
        // Asked again and again: a blocking flock could only be given a limit with a signal, and those belong to the program.
        while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw ArchiveError.system("lock", path) }
            guard ContinuousClock.now < deadline else { return nil }
            usleep(20_000)
        }
        hold = Hold(file)
    }
}
