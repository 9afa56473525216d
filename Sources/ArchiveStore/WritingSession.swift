import Foundation
import ThreadModel

/// What an open ``ArchiveWriter`` holds: the lock, the files, and the records that are not durable yet.
struct WritingSession {
    /// What opening the archive found and put right.
    let notices: [ArchiveNotice]
    /// Ends a group when nobody calls in time.
    var timer: Task<Void, Never>? {
        willSet { timer?.cancel() }
    }
    /// When the oldest record that is not durable yet was written; it stands for the group.
    private(set) var group: ContinuousClock.Instant?

    private let layout: Layout
    private let options: ArchiveWriter.Options
    private let onCommit: @Sendable ([ArchiveWriter.Acknowledgement]) -> Void
    private let index: ArchiveIndex
    private var lock: ArchiveLock?
    private var threads: SegmentWriter
    private var links: SegmentWriter
    private var pending: [(entry: IndexEntry, acknowledgement: ArchiveWriter.Acknowledgement)] = []
    private var pendingBytes = 0
    /// Where in `pending` the newest record of each thread stands, by id.
    private var pendingThreads: [String: Int] = [:]
    /// The standing of each link of which `pending` has a record, by URL.
    private var pendingLinks: [String: LinkStanding] = [:]
    /// What went wrong while nobody was calling.
    private var failure: (any Error)?

    init(
        _ layout: Layout, _ options: ArchiveWriter.Options, _ onCommit: @escaping @Sendable ([ArchiveWriter.Acknowledgement]) -> Void
    ) throws {
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
    private static func enter(_ layout: Layout, _ options: ArchiveWriter.Options) throws -> ArchiveLock {
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

    mutating func append(_ page: PreparedThread) throws -> ArchiveWriter.Appended {
        try checkOpen()
        var prepared = page
        if page.thread.pages != nil, let stored = try storedThread(page.thread.id) {
            guard let joined = ThreadJoin.join(page.thread, to: stored) else { return .init(outcome: .unchanged, thread: stored) }
            prepared = try PreparedThread(joined)
        }
        let thread = prepared.thread
        let known = try knownFingerprint(of: thread.id)
        guard known != prepared.fingerprint else { return .init(outcome: .unchanged, thread: thread) }
        let outcome: ArchiveWriter.Outcome = known == nil ? .added : .updated
        let position = try threads.append(prepared.line.bytes)
        let record = AnyRecord.thread(StoredRecord(thread, type: thread.type, digest: prepared.line.digest))
        pendingThreads[thread.id] = pending.count
        try enqueue(
            IndexEntry(record, fingerprint: prepared.fingerprint, at: position),
            .thread(id: thread.id, path: page.thread.source.path, outcome: outcome))
        return .init(outcome: outcome, thread: thread)
    }

    mutating func append(_ attempt: Expansion) throws {
        try checkOpen()
        let earlier = try pendingLinks[attempt.url] ?? index.ask { try LinkQueries.standing(of: attempt.url, $0) }
        var expansion = attempt
        expansion.strikes = attempt.strikes ?? LinkCalendar.strikes(of: attempt, after: earlier)
        let line = try RecordLine.make(expansion, named: expansion.url).line
        let position = try links.append(line.bytes)
        let record = AnyRecord.expansion(StoredRecord(expansion, type: expansion.type, digest: line.digest))
        let standing = LinkStanding(expansion, after: earlier)
        pendingLinks[expansion.url] = standing
        try enqueue(IndexEntry(record, standing: standing, at: position), .expansion(url: expansion.url))
    }

    private func knownFingerprint(of id: String) throws -> String? {
        if let place = pendingThreads[id] { return pending[place].entry.fingerprint }
        return try index.ask { try IndexQueries.fingerprint(of: id, $0) }
    }

    /// The newest record of a thread. One that is damaged is none: joined with a page it would have a digest that is right. Then the new
    /// record names the other pages as not read, and they can be given again.
    private func storedThread(_ id: String) throws -> CommentThread? {
        if let place = pendingThreads[id], case .thread(let stored) = pending[place].entry.record { return stored.record }
        guard let place = try index.read({ try IndexQueries.place(.threads, id, $0) })?.position else { return nil }
        let line = try Descriptor(layout.path(place.segment), O_RDONLY).read(place.offset..<place.offset + max(0, place.length - 1))
        guard case .sound = LineCheck(line), case .thread(let stored)? = AnyRecord(line, in: .threads), stored.record.id == id else {
            return nil
        }
        return stored.record
    }

    private mutating func enqueue(_ entry: IndexEntry, _ acknowledgement: ArchiveWriter.Acknowledgement) throws {
        pending.append((entry, acknowledgement))
        pendingBytes += entry.position.length
        let now = ContinuousClock.now
        guard let group else {
            group = now
            return
        }
        if pendingBytes >= options.commitBytes || group.duration(to: now) >= options.commitInterval { try commit() }
    }

    // MARK: Making durable

    mutating func flush() throws {
        try checkOpen()
        try commit()
    }

    mutating func close() throws {
        guard lock != nil else { return }
        defer {
            timer = nil
            // Closed before the lock is given up, so that the next writer finds one file and not two.
            index.close()
            lock = nil
        }
        if let failure { throw failure }
        try commit()
    }

    /// Ends a group that is still open; what goes wrong is told to the next caller.
    mutating func commitUncalled(_ group: ContinuousClock.Instant) {
        guard lock != nil, failure == nil, self.group == group else { return }
        do {
            try commit()
        } catch {
            failure = error
        }
    }

    /// In this order: first the files, then the index that is derived from them, then the word to the caller.
    private mutating func commit() throws {
        guard !pending.isEmpty else { return }
        try threads.sync()
        try links.sync()
        try index.put(pending.map(\.entry))
        let acknowledgements = pending.map(\.acknowledgement)
        pending = []
        pendingBytes = 0
        pendingThreads = [:]
        pendingLinks = [:]
        group = nil
        timer = nil
        onCommit(acknowledgements)
    }

    private func checkOpen() throws {
        if let failure { throw failure }
        guard lock != nil else { throw ArchiveError.closed(directory: layout.directory) }
    }
}
