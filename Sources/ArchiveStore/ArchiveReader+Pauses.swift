public import Foundation
import GRDB

extension ArchiveReader {
    /// The hosts whose services have asked not to be asked before an instant that is still to come, by the newest records of their links.
    ///
    /// - Throws: ``ArchiveError``
    public func pausedHosts(now: Date = Date()) throws -> [String: Date] {
        let sql = """
            SELECT throttledBy, max(retryAfter) AS until FROM urls
            WHERE throttledBy IS NOT NULL AND retryAfter > ? GROUP BY throttledBy
            """
        return try index.read { db in
            let rows = try Row.fetchAll(db, sql: sql, arguments: [now.formatted(.iso8601)])
            return Dictionary(
                rows.compactMap { row in LinkCalendar.instant(row["until"]).map { (row["throttledBy"], $0) } }, uniquingKeysWith: max)
        }
    }
}
