import Foundation
public import ThreadModel

/// Looks at what an archive holds. Takes no lock and waits for no writer; a read-only directory is enough.
public struct ArchiveReader: Sendable {
    static let pageLength = 500

    let layout: Layout
    let index: ArchiveIndex
    /// What opening the archive found and put right.
    public var notices: [ArchiveNotice] { index.rebuiltBecause.map { [.indexRebuilt(reason: $0)] } ?? [] }

    /// Opens the archive at a path for reading.
    ///
    /// - Throws: ``ArchiveError``: ``ArchiveError/missing(directory:)`` if there is none.
    public init(directory: String) throws {
        layout = Layout(directory)
        _ = try Manifest.read(layout)
        index = try ArchiveIndex.open(layout, for: .reading)
    }

    // MARK: Threads

    /// How much the archive holds.
    ///
    /// - Throws: ``ArchiveError``
    public func counts() throws -> ArchiveCounts {
        try index.read(IndexQueries.counts)
    }

    /// The threads, in the order in which they first came.
    public func threads() -> ArchiveCursor<ThreadSummary> {
        ArchiveCursor(
            RowPages { [index] row in try index.read { try IndexQueries.threads(after: row, limit: Self.pageLength, $0) } })
    }

    /// The newest record of a thread, with what is known of its links.
    ///
    /// - Parameter key: the thread's id, its URL, or a beginning that only its id has.
    /// - Returns: `nil` if there is no such thread.
    /// - Throws: ``ArchiveError``: ``ArchiveError/ambiguous(key:ids:)`` if several ids begin like this.
    public func thread(matching key: String) throws -> CommentThread? {
        let ids = try index.read { try IndexQueries.ids(matching: key, limit: 5, $0) }
        guard let id = ids.first else { return nil }
        guard ids.count == 1 else { throw ArchiveError.ambiguous(key: key, ids: ids) }
        guard let place = try index.read({ try IndexQueries.place(.threads, id, $0) }) else { return nil }
        guard case .thread(let stored)? = try record(at: place.position), stored.record.id == id else {
            throw misplaced("thread \(id)", place)
        }
        return try withExpansions(stored.record)
    }

    func misplaced(_ what: String, _ place: IndexQueries.Place) -> ArchiveError {
        .damaged(file: layout.path(place.position.segment), line: nil, reason: "\(what) is not where it was; run `archive verify`")
    }

    func record(at position: SegmentWriter.Position) throws -> AnyRecord? {
        let file = try Descriptor(layout.path(position.segment), O_RDONLY)
        return AnyRecord(try file.read(position.offset..<position.offset + position.length), in: position.segment.folder)
    }

    private func withExpansions(_ thread: CommentThread) throws -> CommentThread {
        try index.read { db in
            var known: [String: (final: String?, status: Expansion.Status)] = [:]
            for url in Set(thread.placedLinks.map(\.link.url)) { known[url] = try IndexQueries.expansion(of: url, db) }
            return thread.mapLinks { link in
                var link = link
                link.expanded = known[link.url]?.final
                link.expansionStatus = known[link.url]?.status
                return link
            }
        }
    }

    /// Passages that have all of the words, in any order, the best first. Case and diacritics do not matter: "fevrier" finds "Février".
    ///
    /// - Throws: ``ArchiveError``
    public func search(_ words: String, limit: Int = 100) throws -> [SearchHit] {
        try index.read { try IndexQueries.search(words, limit: limit, $0) }
    }
}
