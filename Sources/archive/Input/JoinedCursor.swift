import ArchiveStore

/// Several cursors one after the other, which together give so many elements at most.
struct JoinedCursor<Element: Sendable> {
    private var cursors: [ArchiveCursor<Element>]
    private var left: Int

    init(_ cursors: [ArchiveCursor<Element>], limit: Int?) {
        self.cursors = cursors
        left = limit ?? .max
    }

    mutating func next() throws -> Element? {
        while left > 0, !cursors.isEmpty {
            if let element = try cursors[0].next() {
                left -= 1
                return element
            }
            cursors.removeFirst()
        }
        return nil
    }
}
