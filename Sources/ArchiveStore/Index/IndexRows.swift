import GRDB
import ThreadModel

/// A line that is to go into the index, or is in it: the record and where it stands.
struct IndexEntry {
    var record: AnyRecord
    var fingerprint: String
    /// Of a link, where it is known already: its standing with this record.
    var standing: LinkStanding?
    var position: SegmentWriter.Position

    /// The entry of a line that was read back; `nil` if the line holds no record of its folder's kind.
    init?(_ line: LineReader.Line, in segment: Segment) {
        guard line.isWhole, let record = AnyRecord(line.bytes, in: segment.folder) else { return nil }
        self.record = record
        position = .init(segment: segment, offset: line.offset, length: line.length)
        fingerprint = ""
        guard case .thread(let stored) = record else { return }
        guard let json = try? RecordEncoder.encode(stored.record) else { return nil }
        fingerprint = Fingerprint.of(json)
    }

    init(_ record: AnyRecord, fingerprint: String = "", standing: LinkStanding? = nil, at position: SegmentWriter.Position) {
        self.record = record
        self.fingerprint = fingerprint
        self.standing = standing
        self.position = position
    }
}

/// Puts records into the tables of the index.
enum IndexRows {
    static func put(_ entry: IndexEntry, _ db: Database) throws {
        switch entry.record {
        case .thread(let stored): try put(stored, entry, db)
        case .expansion(let stored): try LinkRows.put(stored, entry.position, standing: entry.standing, db)
        }
    }

    /// Of one id the last line stands. The row keeps its number, so that a list stays in the order in which pages first came.
    private static func put(_ stored: StoredRecord<CommentThread>, _ entry: IndexEntry, _ db: Database) throws {
        let thread = stored.record
        let links = thread.placedLinks
        let arguments: StatementArguments = [
            thread.id, thread.url, thread.title, thread.language, thread.source.platform,
            (thread.post?.author ?? thread.answer?.author)?.name,
            thread.post?.published.map(\.indexed), thread.kind.rawValue, thread.comments.count, links.count,
            links.count { $0.link.short == true }, entry.position.segment.number, entry.position.offset, entry.position.length,
            stored.digest, entry.fingerprint,
        ]
        guard let row = try Int64.fetchOne(db.cachedStatement(sql: upsertThread), arguments: arguments) else {
            throw DatabaseError(resultCode: .SQLITE_INTERNAL, message: "no row was given back", sql: upsertThread)
        }
        try LinkRows.remove(thread: row, db)
        try db.cachedStatement(sql: "DELETE FROM passages WHERE thread = ?").execute(arguments: [row])
        try LinkRows.put(links, thread: row, db)
        try putPassages(of: thread, row, db)
    }

    private static let upsertThread =
        upsert(
            "threads", key: "id",
            [
                "id", "url", "title", "language", "platform", "author", "published", "kind", "comments", "links", "shortLinks", "segment",
                "start", "length", "digest", "fingerprint",
            ]) + " RETURNING row"

    private static func putPassages(of thread: CommentThread, _ row: Int64, _ db: Database) throws {
        let sql = "INSERT INTO passages (thread, place, comment, published, author, text) VALUES (?, ?, ?, ?, ?, ?)"
        let insert = try db.cachedStatement(sql: sql)
        func put(_ place: Place, _ text: String, _ author: Author?, _ published: PublishedDate? = nil, comment: String? = nil) throws {
            try insert.execute(arguments: [row, place.rawValue, comment, published?.indexed, author?.name, text])
        }
        if let title = thread.title { try put(.title, title, nil) }
        if let post = thread.post { try put(.post, post.text, post.author, post.published) }
        if let question = thread.question { try put(.question, question.text, question.author) }
        if let answer = thread.answer { try put(.answer, answer.text, answer.author) }
        for comment in thread.comments {
            let text = comment.signature.map { "\(comment.text)\n\($0)" } ?? comment.text
            try put(.comment, text, comment.author, comment.published, comment: comment.id)
        }
    }

    /// How many rows of `passages` a thread has.
    static func passageCount(of thread: CommentThread) -> Int {
        thread.comments.count + [thread.title != nil, thread.post != nil, thread.question != nil, thread.answer != nil].count { $0 }
    }

    /// The statement that inserts a row, or replaces the columns of the one that has the same key.
    static func upsert(_ table: String, key: String, _ columns: [String]) -> String {
        let names = columns.joined(separator: ", ")
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        let changes = columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return "INSERT INTO \(table) (\(names)) VALUES (\(marks)) ON CONFLICT (\(key)) DO UPDATE SET \(changes)"
    }
}

extension PublishedDate {
    /// The form in which lists show a date: as precise as the page prints it, or the page's own words.
    var indexed: String { local ?? printed }
}
