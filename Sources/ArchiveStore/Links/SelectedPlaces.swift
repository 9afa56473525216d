/// The places of the links that a selection names, in page order.
struct SelectedPlaces: PageSource {
    private let index: ArchiveIndex
    private let selection: LinkSelection
    private let now: Int64
    private var row: Int64 = 0
    private var left: Int

    init(_ index: ArchiveIndex, _ selection: LinkSelection, now: Int64) {
        self.index = index
        self.selection = selection
        self.now = now
        left = selection.limit ?? .max
    }

    mutating func next() throws -> [LinkEntry]? {
        guard left > 0 else { return nil }
        let limit = min(ArchiveReader.pageLength, left)
        let rows = try index.read { try LinkQueries.links(after: row, selection, now: now, limit: limit, $0) }
        guard let last = rows.last else { return nil }
        row = last.0
        left -= rows.count
        return rows.map(\.1)
    }
}
