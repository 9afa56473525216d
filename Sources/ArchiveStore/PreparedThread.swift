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
        self.thread = thread.withoutExpansions
        let (line, json) = try RecordLine.make(self.thread, named: thread.id)
        self.line = line
        fingerprint = Fingerprint.of(json)
    }
}
