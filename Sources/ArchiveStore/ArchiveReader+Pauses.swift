public import Foundation
import GRDB
import ThreadModel

extension ArchiveReader {
    /// The hosts whose services have asked not to be asked before an instant that is still to come, by the newest records of their links.
    ///
    /// - Throws: ``ArchiveError``
    public func pausedHosts(now: Date = Date()) throws -> [String: Date] {
        let sql = """
            SELECT host, max(retryAfter) AS until FROM urls
            WHERE errorClass = ? AND retryAfter > ? AND host IS NOT NULL GROUP BY host
            """
        return try index.read { db in
            let rows = try Row.fetchAll(db, sql: sql, arguments: [Expansion.Failure.throttled, now.formatted(.iso8601)])
            return Dictionary(
                rows.compactMap { row in LinkCalendar.instant(row["until"]).map { (row["host"], $0) } }, uniquingKeysWith: max)
        }
    }
}
