import Foundation
import Glibc

/// What may be asked of a web archive: a token bucket for each of its doors, on disk, shared by every process of the user.
///
/// The archive counts by address, not by process: a run by hand beside one from cron must not be twice as much. Refused requests are as
/// long remembered.
final class ArchiveBudget {
    /// Why the budget could not be kept; then nothing is asked.
    struct Problem: Error {
        var message: String
    }

    enum Turn: Equatable {
        case granted
        /// Not before so many seconds are over.
        case wait(Double)
    }

    /// What the file holds.
    private struct Account: Codable {
        struct Bucket: Codable {
            var tokens: Double
            /// Seconds since 1970.
            var at: Double
        }

        var buckets: [String: Bucket] = [:]
        /// The archive wants to be left alone until then, seconds since 1970.
        var blockedUntil = 0.0
    }

    private let perMinute: [ArchiveEndpoint: Double]
    private let path: String

    /// - Parameter host: the archive's host and port, which gives the file its name.
    init(_ archive: WebArchive, host: String) throws(Problem) {
        perMinute = [.index: Double(archive.indexPerMinute), .playback: Double(archive.playbackPerMinute)]
        let directory = archive.stateDirectory ?? Self.userDirectory
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw Problem(message: "\(directory) cannot be made: \(error.localizedDescription)")
        }
        path = "\(directory)/\(host.replacing("/", with: "_")).json"
    }

    /// Takes a token where there is one. A quarter of a minute's tokens may be used at once; together with those that come in within the
    /// minute that stays below the archive's own limit.
    func take(_ endpoint: ArchiveEndpoint, now: Date = Date()) throws(Problem) -> Turn {
        let rate = (perMinute[endpoint] ?? 1) / 60
        let capacity = max(1, (rate * 15).rounded(.down))
        let instant = now.timeIntervalSince1970
        return try change { account in
            if account.blockedUntil > instant { return .wait(account.blockedUntil - instant) }
            var bucket = account.buckets[endpoint.rawValue] ?? Account.Bucket(tokens: capacity, at: instant)
            // A clock that was set back gives nothing and takes nothing.
            bucket.tokens = min(capacity, bucket.tokens + max(0, instant - bucket.at) * rate)
            bucket.at = instant
            defer { account.buckets[endpoint.rawValue] = bucket }
            guard bucket.tokens >= 1 else { return .wait((1 - bucket.tokens) / rate) }
            bucket.tokens -= 1
            return .granted
        }
    }

    /// Leaves the archive alone for so many seconds, in every process.
    func block(seconds: Double, now: Date = Date()) throws(Problem) {
        let until = now.timeIntervalSince1970 + seconds
        try change { $0.blockedUntil = max($0.blockedUntil, until) }
    }

    /// The specification of XDG base directories: state that outlives a run and is not worth a backup.
    private static var userDirectory: String {
        let environment = ProcessInfo.processInfo.environment
        if let directory = environment["XDG_STATE_HOME"], directory.hasPrefix("/") { return "\(directory)/archive" }
        return "\(environment["HOME"] ?? NSHomeDirectory())/.local/state/archive"
    }

    /// Reads, changes and writes the account while no other process does.
    private func change<Result>(_ body: (inout Account) -> Result) throws(Problem) -> Result {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Problem(message: "\(path) cannot be opened: \(String(cString: strerror(errno)))") }
        defer { close(file) }
        guard flock(file, LOCK_EX) == 0 else { throw Problem(message: "\(path) cannot be locked: \(String(cString: strerror(errno)))") }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = pread(file, &bytes, bytes.count, 0)
        // A file that was torn by a crash starts anew, from an empty bucket: caution costs a minute.
        let isNew = count <= 0
        var account =
            (try? JSONDecoder().decode(Account.self, from: Data(bytes.prefix(max(0, count)))))
            ?? Account(buckets: isNew ? [:] : emptyBuckets)
        let result = body(&account)
        guard let data = try? JSONEncoder().encode(account) else { throw Problem(message: "\(path) cannot be written") }
        let written = data.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
        guard written == data.count, ftruncate(file, data.count) == 0 else {
            throw Problem(message: "\(path) cannot be written: \(String(cString: strerror(errno)))")
        }
        return result
    }

    private var emptyBuckets: [String: Account.Bucket] {
        let now = Date().timeIntervalSince1970
        return Dictionary(uniqueKeysWithValues: ArchiveEndpoint.allCases.map { ($0.rawValue, Account.Bucket(tokens: 0, at: now)) })
    }
}
