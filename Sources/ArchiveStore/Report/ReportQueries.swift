import GRDB
import ThreadModel

/// Questions to the index about all its short links.
enum ReportQueries {
    static func shortLinks(after row: Int64, limit: Int, _ db: Database) throws -> [(Int64, ShortLinkEntry)] {
        let sql = """
            SELECT row, url, status, final, via, error, checkedAt,
                (SELECT count(*) FROM links WHERE links.url = urls.row AND short) AS places
            FROM urls WHERE row > ? AND EXISTS (SELECT 1 FROM links WHERE links.url = urls.row AND short) ORDER BY row LIMIT ?
            """
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [row, limit]).map { row in
            let entry = ShortLinkEntry(
                url: row["url"], places: row["places"], status: value(row["status"]), final: row["final"], via: value(row["via"]),
                error: row["error"], checkedAt: row["checkedAt"])
            return (row["row"], entry)
        }
    }

    /// A comment's own date, else that of the post; only what begins as an ISO 8601 date has a year.
    ///
    /// The comments' years are put into a table of their own, because the index knows comments only by thread: SQLite then makes an index
    /// on thread and comment for this one question, in place of going through all comments of a thread for each of its links.
    static func years(_ db: Database) throws -> [ShortLinkYear] {
        let sql = """
            WITH dated AS MATERIALIZED (
                SELECT thread, comment, substr(published, 1, 4) AS year FROM passages
                WHERE place = 'comment' AND (published GLOB '[12][0-9][0-9][0-9]' OR published GLOB '[12][0-9][0-9][0-9]-*'))
            SELECT CASE WHEN links.place = 'comment' THEN dated.year
                    WHEN threads.published GLOB '[12][0-9][0-9][0-9]' OR threads.published GLOB '[12][0-9][0-9][0-9]-*'
                    THEN substr(threads.published, 1, 4) END AS year,
                urls.status, urls.via, count(*) AS places
            FROM links JOIN urls ON urls.row = links.url JOIN threads ON threads.row = links.thread
                LEFT JOIN dated ON dated.thread = links.thread AND dated.comment = links.comment
            WHERE links.short GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
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
