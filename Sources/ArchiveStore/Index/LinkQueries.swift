import Foundation
import GRDB
import ThreadModel

/// Questions to the index about links.
enum LinkQueries {
    /// The standing of a link before a new record; `nil` if there is no record of it.
    static func standing(of url: String, _ db: Database) throws -> LinkStanding? {
        let sql = "SELECT attempts, strikes, outcome, nextStrike FROM urls WHERE url = ? AND status IS NOT NULL"
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [url]).map { row in
            LinkStanding(
                attempts: row["attempts"] ?? 0, strikes: row["strikes"], outcome: IndexQueries.value(row["outcome"]),
                nextStrike: .init(number: row["nextStrike"]))
        }
    }

    // MARK: The list

    static func links(
        after row: Int64, _ selection: LinkSelection, now: Int64, limit: Int, _ db: Database
    ) throws -> [(Int64, LinkEntry)] {
        let condition = Condition(selection, now: now, for: .places)
        let sql = """
            SELECT links.row, urls.url, links.short, links.shown, status, final, cleaned, via, urls.title, checkedAt, attempts, strikes,
                due, retryAfter, errorClass, error, evidence, threads.id AS thread, links.place, links.comment, links.published
            FROM links JOIN urls ON urls.row = links.url JOIN threads ON threads.row = links.thread
            WHERE links.row > ? AND \(condition.sql) ORDER BY links.row LIMIT ?
            """
        let arguments: StatementArguments = [row] + condition.arguments + [limit]
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map { row in
            let due = LinkCalendar.Due(number: row["due"])
            let entry = LinkEntry(
                url: row["url"], short: row["short"] ? true : nil, shown: row["shown"], expanded: row["final"], cleaned: row["cleaned"],
                expansionStatus: IndexQueries.value(row["status"]), via: IndexQueries.value(row["via"]), title: row["title"],
                checkedAt: row["checkedAt"], attempts: row["attempts"], strikes: row["strikes"], due: due.text,
                retryAfter: row["retryAfter"], errorClass: row["errorClass"], error: row["error"], evidence: evidence(row["evidence"]),
                thread: row["thread"], place: IndexQueries.value(row["place"]) ?? .post, comment: row["comment"],
                published: row["published"])
            return (row["row"], entry)
        }
    }

    static func evidence(_ json: String?) -> [Expansion.Evidence]? {
        json.flatMap { try? JSONDecoder().decode([Expansion.Evidence].self, from: Data($0.utf8)) }
    }

    // MARK: What to ask for

    /// The links of one host, in the order in which they are due.
    struct Lane: Sendable {
        var short: Bool
        var host: String
        /// Where to go on: behind this link.
        var due: Int64 = 0
        var row: Int64 = 0
    }

    /// A link that was selected, and where its newest record stands.
    struct Candidate {
        var link: PendingLink
        var row: Int64
        var due: Int64
        var position: SegmentWriter.Position?
    }

    /// The next hosts that have links to ask for, in the order of their names. Goes from host to host by the index, past all their links.
    static func hosts(
        after host: String, short: Bool, _ condition: Condition, limit: Int, _ db: Database
    ) throws -> [String] {
        let next = "SELECT min(host) AS host FROM urls WHERE uses > 0 AND short = ?1 AND host >"
        let sql = """
            WITH RECURSIVE hosts (host) AS (\(next) ?2 UNION ALL SELECT (\(next) hosts.host) FROM hosts WHERE host IS NOT NULL)
            SELECT host FROM hosts WHERE host IS NOT NULL
                AND EXISTS (SELECT 1 FROM urls WHERE uses > 0 AND short = ?1 AND urls.host = hosts.host AND due <= ?3) LIMIT ?4
            """
        return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [short, host, condition.latest, limit])
    }

    /// The next links of a lane. Two questions, because SQLite uses the order of an index for one unequal column only.
    static func candidates(
        in lane: Lane, _ condition: Condition, limit: Int, _ db: Database
    ) throws -> [Candidate] {
        let found = try candidates(in: lane, "due = ? AND row >", lane.due, lane.row, condition, limit: limit, db)
        guard found.count < limit else { return found }
        return try found + candidates(in: lane, "due > ? AND due <=", lane.due, condition.latest, condition, limit: limit - found.count, db)
    }

    private static func candidates(
        in lane: Lane, _ range: String, _ first: Int64, _ second: Int64, _ condition: Condition, limit: Int, _ db: Database
    ) throws -> [Candidate] {
        // Some links stand below every post of a blog: a look at a thousand places is enough to date them.
        let sql = """
            SELECT row, url, due, short, coalesce(attempts, 0) AS attempts, coalesce(strikes, 0) AS strikes, evidence, segment, start, length,
                (SELECT min(published) FROM (SELECT published FROM links WHERE links.url = urls.row LIMIT 1000)) AS published,
                (SELECT shown FROM links WHERE links.url = urls.row AND shown IS NOT NULL ORDER BY row LIMIT 1) AS shown
            FROM urls
            WHERE uses > 0 AND short = ? AND host = ? AND \(range) ? AND \(condition.sql) ORDER BY due, row LIMIT ?
            """
        let arguments: StatementArguments = [lane.short, lane.host, first, second] + condition.arguments + [limit]
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map { row in
            let link = PendingLink(
                url: row["url"], short: row["short"], shown: row["shown"], published: row["published"], attempts: row["attempts"],
                strikes: row["strikes"], evidence: evidence(row["evidence"]) ?? [])
            let segment: Int? = row["segment"]
            return Candidate(
                link: link, row: row["row"], due: row["due"],
                position: segment.map { .init(segment: Segment(.links, $0), offset: row["start"], length: row["length"]) })
        }
    }
}
