import Foundation
public import ThreadModel

/// The one writer of an archive: appends records, and makes them durable in groups.
///
/// A record is in the file as soon as ``append(_:)-(CommentThread)`` returns, so that a killed process loses none of it. It is safe from a
/// power failure once it is acknowledged: that happens in groups, within a second, so that ten thousand pages do not cost ten thousand
/// waits for the disk. Call ``close()`` at the end; it acknowledges the rest.
public actor ArchiveWriter {
    /// What came of a thread record.
    public enum Outcome: String, Sendable, Codable, CaseIterable {
        /// The archive had no record of this id.
        case added
        /// It had another one.
        case updated
        /// It has this one already; nothing was written.
        case unchanged
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
    public nonisolated let notices: [ArchiveNotice]

    private let layout: Layout
    private let options: Options
    private let onCommit: @Sendable ([Acknowledgement]) -> Void
    private let index: ArchiveIndex
    private var lock: ArchiveLock?
    private var threads: SegmentWriter
    private var links: SegmentWriter
    private var pending: [(entry: IndexEntry, acknowledgement: Acknowledgement)] = []
    private var pendingBytes = 0
    /// The fingerprints of the threads that are pending, by id.
    private var pendingFingerprints: [String: String] = [:]
    private var firstPending: ContinuousClock.Instant?
    /// Makes durable what is pending when nobody calls in time.
    private var timer: Task<Void, Never>?
    /// What went wrong while nobody was calling.
    private var failure: (any Error)?

    /// Opens the archive at a path for writing, and makes one where there is none.
    ///
    /// - Parameter onCommit: called with the records of each group once they are safe, in the order in which they were appended.
    /// - Throws: ``ArchiveError``: ``ArchiveError/locked(directory:)`` if another writer holds the archive.
    public init(
        directory: String, options: Options = Options(), onCommit: @escaping @Sendable ([Acknowledgement]) -> Void = { _ in }
    ) throws {
        let layout = Layout(directory)
        self.layout = layout
        self.options = options
        self.onCommit = onCommit
        lock = try Self.enter(layout, options)
        var notices: [ArchiveNotice] = []
        for last in try Folder.allCases.compactMap({ try layout.segments($0).last }) {
            if let notice = try TornTail.repair(layout.path(last), options.calls) { notices.append(notice) }
        }
        index = try ArchiveIndex.open(layout, for: .writing)
        if let reason = index.rebuiltBecause { notices.append(.indexRebuilt(reason: reason)) }
        self.notices = notices
        threads = try SegmentWriter(layout, .threads, limit: options.segmentLimit, options.calls)
        links = try SegmentWriter(layout, .links, limit: options.segmentLimit, options.calls)
    }

    /// Takes the lock, and makes the archive if need be. A directory that is not an archive is left as it is.
    private static func enter(_ layout: Layout, _ options: Options) throws -> ArchiveLock {
        do {
            _ = try Manifest.read(layout)
        } catch ArchiveError.missing {
            try layout.makeDirectory(layout.directory, options.calls)
        }
        guard let lock = try ArchiveLock(path: layout.lock, wait: options.wait) else {
            throw ArchiveError.locked(directory: layout.directory)
        }
        do {
            _ = try Manifest.read(layout)
        } catch ArchiveError.missing {
            try Manifest.create(layout, now: Date(), options.calls)
        }
        for folder in Folder.allCases { try layout.makeDirectory(layout.path(folder), options.calls) }
        return lock
    }

    // MARK: Appending

    /// Stores a thread, unless the archive has the same record already.
    ///
    /// What the thread's links lead to is not stored with it.
    ///
    /// - Throws: ``ArchiveError``. If the record could not be written, the archive is as it was before.
    public func append(_ thread: CommentThread) throws -> Outcome {
        try checkOpen()
        let thread = thread.withoutExpansions
        let json = try encode(thread, named: thread.id)
        let fingerprint = Fingerprint.of(json)
        let known = try knownFingerprint(of: thread.id)
        guard known != fingerprint else { return .unchanged }
        let outcome: Outcome = known == nil ? .added : .updated
        let line = RecordLine(json)
        let position = try threads.append(line.bytes)
        let record = AnyRecord.thread(StoredRecord(thread, type: thread.type, digest: line.digest))
        pendingFingerprints[thread.id] = fingerprint
        try enqueue(
            IndexEntry(record, fingerprint: fingerprint, at: position),
            .thread(id: thread.id, path: thread.source.path, outcome: outcome))
        return outcome
    }

    /// Stores what an attempt to expand a link has found. Attempts are history: each is kept, the last one stands.
    ///
    /// - Throws: ``ArchiveError``. If the record could not be written, the archive is as it was before.
    public func append(_ expansion: Expansion) throws {
        try checkOpen()
        let line = RecordLine(try encode(expansion, named: expansion.url))
        let position = try links.append(line.bytes)
        let record = AnyRecord.expansion(StoredRecord(expansion, type: expansion.type, digest: line.digest))
        try enqueue(IndexEntry(record, at: position), .expansion(url: expansion.url))
    }

    private func encode(_ record: some Encodable, named name: String) throws -> JSONValue {
        do {
            return try RecordEncoder.encode(record)
        } catch {
            throw ArchiveError.unencodable(record: name, reason: "\(error)")
        }
    }

    private func knownFingerprint(of id: String) throws -> String? {
        if let pending = pendingFingerprints[id] { return pending }
        return try index.read { try IndexQueries.fingerprint(of: id, $0) }
    }

    // MARK: Making durable

    /// Makes everything durable that was appended, and acknowledges it.
    ///
    /// - Throws: ``ArchiveError``
    public func flush() throws {
        try checkOpen()
        try commit()
    }

    /// Makes everything durable, and lets another writer in. Closing twice does nothing.
    ///
    /// - Throws: ``ArchiveError``
    public func close() throws {
        guard lock != nil else { return }
        defer {
            timer?.cancel()
            // Closed before the lock is given up, so that the next writer finds one file and not two.
            index.close()
            lock = nil
        }
        if let failure { throw failure }
        try commit()
    }

    private func enqueue(_ entry: IndexEntry, _ acknowledgement: Acknowledgement) throws {
        pending.append((entry, acknowledgement))
        pendingBytes += entry.position.length
        let now = ContinuousClock.now
        if let firstPending {
            if pendingBytes >= options.commitBytes || firstPending.duration(to: now) >= options.commitInterval { try commit() }
        } else {
            firstPending = now
            // A writer that nobody calls must still be durable in time. The task keeps the writer until then.
            timer = Task { [interval = options.commitInterval] in
                guard (try? await Task.sleep(for: interval)) != nil else { return }
                self.commitUncalled(since: now)
            }
        }
    }

    private func commitUncalled(since start: ContinuousClock.Instant) {
        guard lock != nil, failure == nil, firstPending == start else { return }
        do {
            try commit()
        } catch {
            failure = error
        }
    }

    /// In this order: first the files, then the index that is derived from them, then the word to the caller.
    private func commit() throws {
        guard !pending.isEmpty else { return }
        try threads.sync()
        try links.sync()
        try index.put(pending.map(\.entry))
        let acknowledgements = pending.map(\.acknowledgement)
        pending = []
        pendingBytes = 0
        pendingFingerprints = [:]
        firstPending = nil
        timer?.cancel()
        onCommit(acknowledgements)
    }

    private func checkOpen() throws {
        if let failure { throw failure }
        guard lock != nil else { throw ArchiveError.closed(directory: layout.directory) }
    }
}
