import GRDB
import ThreadModel

/// Questions to the index about all its short links.
enum ReportQueries {
    static func shortLinks(after row: Int64, limit: Int, _ db: Database) throws -> [(Int64, ShortLinkEntry)] {
        let sql = """
            SELECT row, url, status, final, via, error, checkedAt, due, shortUses AS places
            FROM urls WHERE row > ? AND shortUses > 0 ORDER BY row LIMIT ?
            """
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [row, limit]).map { row in
            let entry = ShortLinkEntry(
                url: row["url"], places: row["places"], status: value(row["status"]), final: row["final"], via: value(row["via"]),
                error: row["error"], checkedAt: row["checkedAt"], due: .init(number: row["due"]))
            return (row["row"], entry)
        }
    }

    /// Only what begins as an ISO 8601 date has a year.
    static func years(_ db: Database) throws -> [ShortLinkYear] {
        let sql = """
            SELECT CASE WHEN links.published GLOB '[12][0-9][0-9][0-9]' OR links.published GLOB '[12][0-9][0-9][0-9]-*'
                    THEN substr(links.published, 1, 4) END AS year,
                urls.status, urls.via, count(*) AS places
            FROM links JOIN urls ON urls.row = links.url WHERE links.short GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """
        return try Row.fetchAll(db, sql: sql).map { row in
            let year: String? = row["year"]
            return ShortLinkYear(
                year: year.flatMap { Int($0) }, status: value(row["status"]), via: value(row["via"]), places: row["places"])
        }
    }

    static func places(of url: String, limit: Int, _ db: Database) throws -> [LinkPlace] {
        let sql = """
            SELECT threads.id, threads.url, threads.title, links.comment
            FROM links JOIN threads ON threads.row = links.thread
            WHERE links.url = (SELECT row FROM urls WHERE url = ?) ORDER BY links.row LIMIT ?
            """
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [url, limit]).map { row in
            LinkPlace(thread: row["id"], url: row["url"], title: row["title"], comment: row["comment"])
        }
    }

    private static func value<Value: RawRepresentable<String>>(_ text: String?) -> Value? {
        text.flatMap(Value.init(rawValue:))
    }
}
