import Foundation
import GRDB
import ThreadModel

/// Questions to the index.
enum IndexQueries {
    /// Where a record stands in the files.
    struct Place {
        var key: String
        var position: SegmentWriter.Position
        var digest: String

        init(_ row: Row, _ folder: Folder) {
            key = row["key"]
            position = .init(segment: Segment(folder, row["segment"]), offset: row["start"], length: row["length"])
            digest = row["digest"]
        }
    }

    static func fingerprint(of id: String, _ db: Database) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT fingerprint FROM threads WHERE id = ?"), arguments: [id])
    }

    static func place(_ folder: Folder, _ key: String, _ db: Database) throws -> Place? {
        let (table, column) = folder == .threads ? ("threads", "id") : ("urls", "url")
        let sql = "SELECT \(column) AS key, segment, start, length, digest FROM \(table) WHERE \(column) = ? AND segment IS NOT NULL"
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [key]).map { Place($0, folder) }
    }

    /// Where the next expansion record will stand, or one in a later segment: all that are in the index stand before it.
    static func endOfLinks(_ db: Database) throws -> SegmentWriter.Position {
        let sql = "SELECT number, indexed FROM segments WHERE folder = ? ORDER BY number DESC LIMIT 1"
        let row = try Row.fetchOne(db, sql: sql, arguments: [Folder.links.rawValue])
        return .init(segment: Segment(.links, row?["number"] ?? 1), offset: row?["indexed"] ?? 0, length: 0)
    }

    /// The ids of the threads that a person may mean: the one of this id or URL, else those whose id begins like this.
    static func ids(matching key: String, limit: Int, _ db: Database) throws -> [String] {
        let named = "SELECT id FROM threads WHERE id = ?1 OR url = ?1 ORDER BY id <> ?1, row"
        let exact = try String.fetchAll(db, sql: named, arguments: [key])
        guard exact.isEmpty, !key.isEmpty else { return Array(exact.prefix(1)) }
        let sql = "SELECT id FROM threads WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
        return try String.fetchAll(db, sql: sql, arguments: [key, key + "\u{10FFFF}", limit])
    }

    static func counts(_ db: Database) throws -> ArchiveCounts {
        let sql = """
            SELECT count(*) AS threads, coalesce(sum(comments), 0) AS comments, coalesce(sum(links), 0) AS links,
                coalesce(sum(shortLinks), 0) AS short FROM threads
            """
        guard let row = try Row.fetchOne(db, sql: sql) else { return ArchiveCounts(threads: 0, comments: 0, links: 0, shortLinks: 0) }
        return ArchiveCounts(threads: row["threads"], comments: row["comments"], links: row["links"], shortLinks: row["short"])
    }

    static func threads(after row: Int64, limit: Int, _ db: Database) throws -> [(Int64, ThreadSummary)] {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM threads WHERE row > ? ORDER BY row LIMIT ?", arguments: [row, limit])
        return rows.map { row in
            let summary = ThreadSummary(
                id: row["id"], url: row["url"], title: row["title"], language: row["language"],
                kind: CommentThread.Kind(rawValue: row["kind"]) ?? .post, platform: row["platform"], author: row["author"],
                published: row["published"], comments: row["comments"], links: row["links"], shortLinks: row["shortLinks"])
            return (row["row"], summary)
        }
    }

    /// What is known of a URL: where it leads, and how the newest attempt ended.
    static func expansion(of url: String, _ db: Database) throws -> (final: String?, status: Expansion.Status)? {
        let statement = try db.cachedStatement(sql: "SELECT final, status FROM urls WHERE url = ? AND status IS NOT NULL")
        guard let row = try Row.fetchOne(statement, arguments: [url]) else { return nil }
        return value(row["status"]).map { (row["final"], $0) }
    }

    static func search(_ words: String, limit: Int, _ db: Database) throws -> [SearchHit] {
        guard let pattern = FTS5Pattern(matchingAllTokensIn: words) else { return [] }
        let sql = """
            SELECT threads.id, threads.url, threads.title, place, comment, passages.author, passages.published,
                snippet(words, 1, '', '', '…', 32) AS snippet
            FROM words JOIN passages ON passages.row = words.rowid JOIN threads ON threads.row = passages.thread
            WHERE words MATCH ? ORDER BY words.rank, passages.row LIMIT ?
            """
        return try Row.fetchAll(db, sql: sql, arguments: [pattern, limit]).map { row in
            let snippet: String = row["snippet"]
            return SearchHit(
                thread: row["id"], url: row["url"], title: row["title"], place: value(row["place"]) ?? .post, comment: row["comment"],
                author: row["author"], published: row["published"],
                snippet: snippet.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
    }

    static func value<Value: RawRepresentable<String>>(_ text: String?) -> Value? {
        text.flatMap(Value.init(rawValue:))
    }
}
