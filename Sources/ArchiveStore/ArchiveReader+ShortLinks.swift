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
        ArchiveCursor(
            RowPages { [index] row in
                let sql = """
                    SELECT row, url, segment IS NOT NULL AS hasRecord FROM urls WHERE row > ? AND uses > 0 ORDER BY row LIMIT 1000
                    """
                return try index.read { db in
                    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [row]).map { row in
                        (row["row"], LinkedURL(url: row["url"], hasRecord: row["hasRecord"]))
                    }
                }
            })
    }

    /// When a link was first written, by the dates of the comments and posts in which it stands: ISO 8601 without a zone, to the precision
    /// that pages print. `nil` where none of them has a date.
    ///
    /// - Throws: ``ArchiveError``
    public func firstMention(of url: String) throws -> String? {
        let sql = "SELECT min(links.published) FROM urls JOIN links ON links.url = urls.row WHERE urls.url = ?"
        return try index.read { try String.fetchOne($0.cachedStatement(sql: sql), arguments: [url]) }
    }
}
