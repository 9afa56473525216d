import Foundation
import Synchronization
public import ThreadModel

/// The one writer of an archive: appends records, and makes them durable in groups.
///
/// A record is in the file as soon as ``append(_:)-(CommentThread)`` returns, so that a killed process loses none of it. It is safe from a
/// power failure once it is acknowledged: that happens in groups, within a second, so that ten thousand pages do not cost ten thousand
/// waits for the disk. Call ``close()`` at the end; it acknowledges the rest.
///
/// A writer may be used from several threads; calls wait for each other.
public final class ArchiveWriter: Sendable {
    /// What came of a thread record.
    public enum Outcome: String, Sendable, Codable, CaseIterable {
        /// The archive had no record of this id.
        case added
        /// It had another one.
        case updated
        /// It has this one already; nothing was written.
        case unchanged
    }

    /// What came of a thread record, and the record that the archive now has.
    public struct Appended: Sendable, Hashable {
        /// What came of it.
        public var outcome: Outcome
        /// The record as it stands in the archive: for a page of comments, with those of the other pages.
        public var thread: CommentThread
    }

    /// A record that is safe now.
    public enum Acknowledgement: Sendable, Hashable {
        /// A thread; `path` is where its page was read from.
        case thread(id: String, path: String?, outcome: Outcome)
        /// What was found out about a link.
        case expansion(url: String)
    }

    /// How an archive is written.
    public struct Options: Sendable {
        /// How long to wait for another writer to leave.
        public var wait: Duration = .zero
        /// A segment does not grow beyond this many bytes, unless one record alone does.
        public var segmentLimit = 64 * 1024 * 1024
        /// How long a record may wait to be made durable.
        public var commitInterval: Duration = .seconds(1)
        /// How many bytes may wait to be made durable.
        public var commitBytes = 8 * 1024 * 1024
        var calls = SystemCalls()

        /// Options with their default values.
        public init() {}
    }

    /// What opening the archive found and put right.
    public let notices: [ArchiveNotice]

    private let commitInterval: Duration
    private let session: Mutex<WritingSession>

    /// Opens the archive at a path for writing, and makes one where there is none.
    ///
    /// - Parameter onCommit: called with the records of each group once they are safe, in the order in which they were appended. It must
    ///   not call the writer.
    /// - Throws: ``ArchiveError``: ``ArchiveError/locked(directory:)`` if another writer holds the archive.
    public init(
        directory: String, options: Options = Options(), onCommit: @escaping @Sendable ([Acknowledgement]) -> Void = { _ in }
    ) throws {
        let session = try WritingSession(Layout(directory), options, onCommit)
        notices = session.notices
        commitInterval = options.commitInterval
        self.session = Mutex(session)
    }

    /// Stores a thread, unless the archive has the same record already.
    ///
    /// What the thread's links lead to is not stored with it. A record with ``CommentThread/pages`` is of one page of the comments, and is
    /// joined with what the archive has of the thread; any other takes the place of what there was.
    ///
    /// - Throws: ``ArchiveError``. If the record could not be written, the archive is as it was before.
    public func append(_ thread: CommentThread) throws -> Outcome {
        try append(PreparedThread(thread)).outcome
    }

    /// Stores a thread that has been prepared, perhaps on another core, as ``append(_:)-(CommentThread)`` does.
    ///
    /// - Throws: ``ArchiveError``. If the record could not be written, the archive is as it was before.
    public func append(_ prepared: PreparedThread) throws -> Appended {
        try startingTimer { try $0.append(prepared) }
    }

    /// Stores what an attempt to expand a link has found. Attempts are history: each is kept, the last one stands.
    ///
    /// A record without `strikes` is given those that it has by ``LinkCalendar/strikes(of:after:)``, from what is known of the link.
    ///
    /// - Throws: ``ArchiveError``. If the record could not be written, the archive is as it was before.
    public func append(_ expansion: Expansion) throws {
        try startingTimer { try $0.append(expansion) }
    }

    /// Makes everything durable that was appended, and acknowledges it.
    ///
    /// - Throws: ``ArchiveError``
    public func flush() throws {
        try session.withLock { try $0.flush() }
    }

    /// Makes everything durable, and lets another writer in. Closing twice does nothing.
    ///
    /// - Throws: ``ArchiveError``
    public func close() throws {
        try session.withLock { try $0.close() }
    }

    /// A writer that nobody calls must still be durable in time: the first record of a group starts a timer, which keeps the writer
    /// until then.
    private func startingTimer<Result: Sendable>(_ append: (inout WritingSession) throws -> Result) throws -> Result {
        try session.withLock { session in
            let before = session.group
            let result = try append(&session)
            let group = session.group
            if let group, group != before {
                session.timer = Task { [commitInterval] in
                    guard (try? await Task.sleep(for: commitInterval)) != nil else { return }
                    self.session.withLock { $0.commitUncalled(group) }
                }
            }
            return result
        }
    }
}
