import Foundation
import GRDB
import ThreadModel

/// Puts links, and what is known of them, into the tables of the index.
enum LinkRows {
    /// Takes the links of a thread away. Their URLs stay: what is known of them may be of use again.
    static func remove(thread: Int64, _ db: Database) throws {
        let count = """
            UPDATE urls SET uses = urls.uses - gone.uses, shortUses = urls.shortUses - gone.shortUses
            FROM (SELECT url, count(*) AS uses, sum(short) AS shortUses FROM links WHERE thread = ? GROUP BY url) AS gone
            WHERE urls.row = gone.url
            """
        try db.cachedStatement(sql: count).execute(arguments: [thread])
        try db.cachedStatement(sql: "DELETE FROM links WHERE thread = ?").execute(arguments: [thread])
    }

    static func put(_ links: [CommentThread.PlacedLink], thread: Int64, _ db: Database) throws {
        guard !links.isEmpty else { return }
        let use = """
            INSERT INTO urls (url, host, uses, shortUses) VALUES (?, ?, 1, ?)
            ON CONFLICT (url) DO UPDATE SET uses = uses + 1, shortUses = shortUses + excluded.shortUses RETURNING row
            """
        let stand = """
            INSERT INTO links (thread, url, place, comment, position, text, short, shown, published) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        let (using, standing) = (try db.cachedStatement(sql: use), try db.cachedStatement(sql: stand))
        for (position, placed) in links.enumerated() {
            let link = placed.link
            let short = link.short == true
            guard let url = try Int64.fetchOne(using, arguments: [link.url, PageAddress.host(of: link.url), short ? 1 : 0]) else {
                throw DatabaseError(resultCode: .SQLITE_INTERNAL, message: "no row was given back", sql: use)
            }
            try standing.execute(arguments: [
                thread, url, placed.place.rawValue, placed.comment, position, link.text, short, link.shown, placed.published,
            ])
        }
    }

    /// Of one URL the last record stands.
    static func put(_ stored: StoredRecord<Expansion>, _ position: SegmentWriter.Position, _ db: Database) throws {
        let earlier = try LinkQueries.standing(of: stored.record.url, db)
        let nextStrike = LinkStanding(stored.record, after: earlier).nextStrike
        _ = try IndexRows.upsert("urls", key: "url", columns(of: stored, position) + [("nextStrike", nextStrike.number)], db)
    }

    /// Whether a row has what its newest record says. What hangs on earlier records too is not looked at: `nextStrike`.
    static func isRight(_ stored: StoredRecord<Expansion>, _ position: SegmentWriter.Position, _ db: Database) throws -> Bool {
        let columns = try columns(of: stored, position)
        let sql = "SELECT \(columns.map { "\($0.name) IS ?" }.joined(separator: " AND ")) FROM urls WHERE url = ?"
        let arguments = StatementArguments(columns.map(\.value)) + [stored.record.url]
        return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) ?? false
    }

    private static func columns(
        of stored: StoredRecord<Expansion>, _ position: SegmentWriter.Position
    ) throws -> [(name: String, value: (any DatabaseValueConvertible)?)] {
        let expansion = stored.record
        let outcome = LinkCalendar.outcome(of: expansion)
        let columns: [(String, (any DatabaseValueConvertible)?)] = [
            ("url", expansion.url), ("host", PageAddress.host(of: expansion.url)), ("status", expansion.status.rawValue),
            ("final", expansion.final), ("cleaned", expansion.cleaned), ("via", expansion.via?.rawValue), ("title", expansion.title),
            ("checkedAt", expansion.checkedAt), ("retryAfter", expansion.retryAfter), ("errorClass", expansion.error?.class),
            ("error", expansion.error?.message), ("evidence", try json(expansion.evidence)), ("attempts", expansion.attempts),
            ("strikes", expansion.strikes), ("checked", LinkCalendar.instant(expansion.checkedAt)?.wholeSeconds),
            ("due", LinkCalendar.due(after: expansion).number), ("segment", position.segment.number), ("start", position.offset),
            ("length", position.length), ("digest", stored.digest),
        ]
        // Being throttled says nothing of the link, so what was found before is kept.
        return columns + (outcome == .throttled ? [] : [("outcome", outcome.rawValue)])
    }

    private static func json(_ evidence: [Expansion.Evidence]?) throws -> String? {
        guard let evidence, !evidence.isEmpty else { return nil }
        return String(decoding: try RecordEncoder.encode(evidence).bytes(.line), as: UTF8.self)
    }
}
