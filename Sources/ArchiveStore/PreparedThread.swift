public import ThreadModel

/// A thread with everything that can be worked out before it is the thread's turn to be stored. Made on any core, at any time.
public struct PreparedThread: Sendable {
    /// The thread as it is stored: what is known of its links stands in records of its own.
    public let thread: CommentThread
    let line: RecordLine
    let fingerprint: String

    /// Prepares a thread.
    ///
    /// - Throws: ``ArchiveError/unencodable(record:reason:)``
    public init(_ thread: CommentThread) throws {
        self.thread = try Self.named(thread.withoutExpansions)
        let (line, json) = try RecordLine.make(self.thread, named: thread.id)
        self.line = line
        fingerprint = Fingerprint.of(json)
    }

    /// A page of comments is given the name by which the thread's record will remember it.
    private static func named(_ thread: CommentThread) throws -> CommentThread {
        guard let pages = thread.pages, pages.contains(where: { $0.isRead && $0.record == nil }) else { return thread }
        let record = Fingerprint.of(try RecordLine.json(thread, named: thread.id))
        var named = thread
        named.pages = pages.map { page in
            var page = page
            if page.isRead, page.record == nil { page.record = record }
            return page
        }
        return named
    }
}
