import GRDB

/// A URL to which links in threads lead.
public struct LinkedURL: Sendable, Hashable {
    /// The URL as records have it.
    public var url: String
    /// Whether the archive has an expansion record of it.
    public var hasRecord: Bool
}

extension ArchiveReader {
    /// The URLs of all links that stand in threads, each once.
    public func linkedURLs() -> ArchiveCursor<LinkedURL> {
        ArchiveCursor { [index] row in
            let sql = """
                SELECT row, url, segment IS NOT NULL AS hasRecord FROM urls
                WHERE row > ? AND EXISTS (SELECT 1 FROM links WHERE links.url = urls.row) ORDER BY row LIMIT 1000
                """
            let rows = try index.read { try Row.fetchAll($0.cachedStatement(sql: sql), arguments: [row]) }
            return (rows.map { LinkedURL(url: $0["url"], hasRecord: $0["hasRecord"]) }, rows.last?["row"])
        }
    }

    /// When a link was first written, by the dates of the comments and posts in which it stands: ISO 8601 without a zone, to the precision
    /// that pages print. `nil` where none of them has a date.
    ///
    /// - Throws: ``ArchiveError``
    public func firstMention(of url: String) throws -> String? {
        let sql = """
            SELECT min(date) FROM (
                SELECT coalesce(
                    (SELECT published FROM passages
                        WHERE passages.thread = links.thread AND passages.place = links.place AND passages.comment IS links.comment),
                    threads.published) AS date
                FROM urls JOIN links ON links.url = urls.row JOIN threads ON threads.row = links.thread WHERE urls.url = ?)
            WHERE date GLOB '[0-9][0-9][0-9][0-9]*'
            """
        return try index.read { try String.fetchOne($0.cachedStatement(sql: sql), arguments: [url]) }
    }
}
