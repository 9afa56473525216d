import GRDB

/// The tables of `index.sqlite`. All of it is derived from the records: another version of this schema is thrown away and built again.
enum IndexSchema {
    /// To be raised with every change of the tables, or of what is put into them.
    static let version = 4

    /// Whether a database has these tables.
    static func isCurrent(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "PRAGMA user_version") == version
    }

    /// Whether a database has no tables at all.
    static func isEmpty(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
    }

    /// Empties the database and makes the tables.
    static func reset(_ db: Database) throws {
        // Dropping a virtual table takes its shadow tables with it, so these go first.
        for condition in ["sql LIKE 'CREATE VIRTUAL TABLE%'", "name NOT LIKE 'sqlite_%'"] {
            for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND \(condition)") {
                try db.drop(table: name)
            }
        }
        try makeSegments(db)
        try makeThreads(db)
        try makeLinks(db)
        try makePassages(db)
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    private static func makeSegments(_ db: Database) throws {
        try db.create(table: "segments") { table in
            table.primaryKey {
                table.column("folder", .text)
                table.column("number", .integer)
            }
            // How many bytes of the file are in the index, and a hash of the last of them.
            table.column("indexed", .integer).notNull()
            table.column("mark", .text).notNull()
        }
    }

    /// The newest record of each thread.
    private static func makeThreads(_ db: Database) throws {
        try db.create(table: "threads") { table in
            table.primaryKey("row", .integer)
            table.column("id", .text).notNull().unique()
            table.column("url", .text).indexed()
            for name in ["title", "language", "platform", "author", "published"] { table.column(name, .text) }
            table.column("kind", .text).notNull()
            for name in ["comments", "links", "shortLinks", "segment", "start", "length"] { table.column(name, .integer).notNull() }
            table.column("digest", .text).notNull()
            table.column("fingerprint", .text).notNull()
        }
    }

    private static func makeLinks(_ db: Database) throws {
        // Every URL that stands in a thread or has been expanded, with its newest expansion.
        try db.create(table: "urls") { table in
            table.primaryKey("row", .integer)
            table.column("url", .text).notNull().unique()
            // `nil` where HTTP cannot ask for it.
            table.column("host", .text)
            // In how many places it stands, and in how many of them as a short link.
            for name in ["uses", "shortUses"] { table.column(name, .integer).notNull().defaults(to: 0) }
            table.column("short", .boolean).generatedAs(sql: "shortUses > 0", .virtual)
            for name in ["status", "final", "cleaned", "via", "title", "checkedAt", "retryAfter", "errorClass", "error", "digest"] {
                table.column(name, .text)
            }
            // The host that asked to be left alone until `retryAfter`.
            table.column("throttledBy", .text)
            // As JSON: pieces of evidence.
            table.column("evidence", .text)
            for name in ["attempts", "strikes", "segment", "start", "length"] { table.column(name, .integer) }
            // `LinkCalendar.Outcome` of the newest attempt that was not throttled; when the newest ended, in seconds since 1970.
            table.column("outcome", .text)
            table.column("checked", .integer)
            // `LinkCalendar.Due.number`.
            for name in ["due", "nextStrike"] { table.column(name, .integer).notNull().defaults(to: 0) }
        }
        // What is due of one host is one range of this.
        try db.create(
            index: "urls_due", on: "urls", columns: ["short", "host", "due"], condition: Column("uses") > 0 && Column("host") != nil)
        try db.create(table: "links") { table in
            table.primaryKey("row", .integer)
            table.column("thread", .integer).notNull().indexed()
            table.column("url", .integer).notNull().indexed()
            table.column("place", .text).notNull()
            table.column("comment", .text)
            table.column("position", .integer).notNull()
            table.column("text", .text)
            table.column("short", .boolean).notNull()
            table.column("shown", .text)
            // ISO 8601, where the date of what it stands in could be read.
            table.column("published", .text)
        }
    }

    /// The words of a thread, for full-text search.
    private static func makePassages(_ db: Database) throws {
        try db.create(table: "passages") { table in
            table.primaryKey("row", .integer)
            table.column("thread", .integer).notNull().indexed()
            table.column("place", .text).notNull()
            table.column("comment", .text)
            table.column("published", .text)
            table.column("author", .text)
            table.column("text", .text).notNull()
        }
        try db.create(virtualTable: "words", using: FTS5()) { table in
            // Folded: "fevrier" finds "février".
            table.tokenizer = .unicode61(diacritics: .remove)
            table.synchronize(withTable: "passages")
            table.column("author")
            table.column("text")
        }
    }
}
