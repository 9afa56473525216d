import Foundation
import GRDB
import ThreadModel

/// Counts links.
enum LinkSummaryQueries {
    static func summary(_ selection: LinkSelection, now: Int64, hosts limit: Int?, _ db: Database) throws -> LinkSummary {
        let condition = LinkQueries.Condition(selection, now: now, for: .urls)
        let (statuses, due) = try statuses(condition, now: now, db)
        let (hostCount, hosts) = try hosts(condition, limit: limit, db)
        return LinkSummary(
            links: statuses.reduce(0) { $0 + $1.links }, due: due, next: try next(condition, now: now, db), statuses: statuses,
            hostCount: hostCount, hosts: hosts)
    }

    private static func statuses(
        _ condition: LinkQueries.Condition, now: Int64, _ db: Database
    ) throws -> (counts: [LinkSummary.StatusCount], due: Int) {
        let sql = """
            SELECT \(counts), sum(due <= ? AND host IS NOT NULL) AS due FROM urls WHERE uses > 0 AND \(condition.sql)
            """
        let row = try Row.fetchOne(db, sql: sql, arguments: [now] + condition.arguments)
        return (row.map(statusCounts) ?? [], row?["due"] ?? 0)
    }

    /// What is due within a day after the first link that is due later than now.
    private static func next(_ condition: LinkQueries.Condition, now: Int64, _ db: Database) throws -> LinkSummary.Next? {
        let rest = "FROM urls WHERE uses > 0 AND host IS NOT NULL AND due > ? AND due < ? AND \(condition.sql)"
        let later = StatementArguments([now, Int64.max]) + condition.arguments
        guard let first = try Int64.fetchOne(db, sql: "SELECT min(due) \(rest)", arguments: later) else { return nil }
        let day = StatementArguments([now, first + 86_400]) + condition.arguments
        let count = try Int.fetchOne(db, sql: "SELECT count(*) \(rest)", arguments: day) ?? 0
        return LinkCalendar.Due(number: first).text.map { LinkSummary.Next(at: $0, links: count) }
    }

    private static func hosts(
        _ condition: LinkQueries.Condition, limit: Int?, _ db: Database
    ) throws -> (count: Int, hosts: [LinkSummary.HostCount]) {
        let selected = "FROM urls WHERE uses > 0 AND host IS NOT NULL AND \(condition.sql)"
        let count = try Int.fetchOne(db, sql: "SELECT count(DISTINCT host) \(selected)", arguments: condition.arguments) ?? 0
        // A negative limit is none.
        let sql = "SELECT host, count(*) AS links, \(counts) \(selected) GROUP BY host ORDER BY links DESC, host LIMIT ?"
        let rows = try Row.fetchAll(db, sql: sql, arguments: condition.arguments + [Int64(limit ?? -1)])
        return (count, rows.map { LinkSummary.HostCount(host: $0["host"], links: $0["links"], statuses: statusCounts($0)) })
    }

    private static let statuses: [Expansion.Status?] = Expansion.Status.allCases + [nil]

    /// One column for each status.
    private static var counts: String {
        statuses.enumerated().map { number, status in
            "sum(status \(status.map { "IS '\($0.rawValue)'" } ?? "IS NULL")) AS status\(number)"
        }.joined(separator: ", ")
    }

    private static func statusCounts(_ row: Row) -> [LinkSummary.StatusCount] {
        statuses.enumerated().compactMap { number, status in
            let count: Int = row["status\(number)"] ?? 0
            return count > 0 ? LinkSummary.StatusCount(status: status, links: count) : nil
        }
    }
}
