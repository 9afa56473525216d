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
    ///
    /// - Parameter standing: what it makes of the link, where that is known.
    static func put(
        _ stored: StoredRecord<Expansion>, _ position: SegmentWriter.Position, standing: LinkStanding?, _ db: Database
    ) throws {
        let standing = try standing ?? LinkStanding(stored.record, after: LinkQueries.standing(of: stored.record.url, db))
        let row = Row(stored, position)
        let values = try row.columns.map { try $0.value(row) } + [standing.nextStrike.number]
        try db.cachedStatement(sql: row.isThrottled ? upsertThrottled : upsert).execute(arguments: StatementArguments(values))
    }

    /// Whether a row has what its newest record says. What hangs on earlier records too is not looked at: `nextStrike`.
    static func isRight(_ stored: StoredRecord<Expansion>, _ position: SegmentWriter.Position, _ db: Database) throws -> Bool {
        let row = Row(stored, position)
        let sql = "SELECT \(row.columns.map { "\($0.name) IS ?" }.joined(separator: " AND ")) FROM urls WHERE url = ?"
        let arguments = StatementArguments(try row.columns.map { try $0.value(row) }) + [stored.record.url]
        return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) ?? false
    }

    /// What the columns of a link are made of.
    private struct Row {
        typealias Value = (any DatabaseValueConvertible)?
        struct Column: Sendable {
            var name: String
            var value: @Sendable (Row) throws -> Value

            init(_ name: String, _ value: @escaping @Sendable (Row) throws -> Value) { (self.name, self.value) = (name, value) }
        }

        let stored: StoredRecord<Expansion>
        let position: SegmentWriter.Position
        let outcome: LinkCalendar.Outcome
        var record: Expansion { stored.record }

        init(_ stored: StoredRecord<Expansion>, _ position: SegmentWriter.Position) {
            (self.stored, self.position) = (stored, position)
            outcome = LinkCalendar.outcome(of: stored.record)
        }

        /// Being throttled says nothing of the link, so what was found before is kept.
        var isThrottled: Bool { outcome == .throttled }

        /// It is the host of the last request that has had enough, which need not be the link's own.
        var throttledBy: String? {
            isThrottled ? PageAddress.host(of: record.chain.last?.url ?? record.url) : nil
        }

        var columns: [Column] { isThrottled ? Self.always : Self.all }

        static let always = [
            Column("url", { $0.record.url }),
            Column("host", { PageAddress.host(of: $0.record.url) }),
            Column("status", { $0.record.status.rawValue }),
            Column("final", { $0.record.final }),
            Column("cleaned", { $0.record.cleaned }),
            Column("via", { $0.record.via?.rawValue }),
            Column("title", { $0.record.title }),
            Column("checkedAt", { $0.record.checkedAt }),
            Column("retryAfter", { $0.record.retryAfter }),
            Column("throttledBy", { $0.throttledBy }),
            Column("errorClass", { $0.record.error?.class }),
            Column("error", { $0.record.error?.message }),
            Column("evidence", { try json($0.record.evidence) }),
            Column("attempts", { $0.record.attempts }),
            Column("strikes", { $0.record.strikes }),
            Column("checked", { LinkCalendar.instant($0.record.checkedAt)?.wholeSeconds }),
            Column("due", { LinkCalendar.due(after: $0.record).number }),
            Column("segment", { $0.position.segment.number }),
            Column("start", { $0.position.offset }),
            Column("length", { $0.position.length }),
            Column("digest", { $0.stored.digest }),
        ]
        static let all = always + [Column("outcome", { $0.outcome.rawValue })]
    }

    private static let upsert = IndexRows.upsert("urls", key: "url", Row.all.map(\.name) + ["nextStrike"])
    private static let upsertThrottled = IndexRows.upsert("urls", key: "url", Row.always.map(\.name) + ["nextStrike"])

    private static func json(_ evidence: [Expansion.Evidence]?) throws -> String? {
        guard let evidence, !evidence.isEmpty else { return nil }
        return String(decoding: try RecordEncoder.encode(evidence).bytes(.line), as: UTF8.self)
    }
}
