/// Goes through what an archive holds, one after the other, in memory that does not depend on how much that is.
///
/// Between two pages of rows nothing is held open: a writer is never in the way, and what it adds meanwhile may still come.
public struct ArchiveCursor<Element: Sendable>: Sendable {
    private var source: any PageSource<Element>
    private var elements: ArraySlice<Element> = []
    private var isAtEnd = false

    init(_ source: some PageSource<Element>) {
        self.source = source
    }

    /// The next element; `nil` at the end.
    ///
    /// - Throws: ``ArchiveError``
    public mutating func next() throws -> Element? {
        while elements.isEmpty {
            guard !isAtEnd else { return nil }
            if let page = try source.next() { elements = page[...] } else { isAtEnd = true }
        }
        return elements.popFirst()
    }
}

/// Where a cursor gets its pages from.
protocol PageSource<Element>: Sendable {
    associatedtype Element: Sendable

    /// The next elements; `nil` at the end.
    mutating func next() throws -> [Element]?
}

/// Pages of a table in the order of its rows.
struct RowPages<Element: Sendable>: PageSource {
    /// Gives some elements with the numbers of their rows, which are higher than the given one.
    let fetch: @Sendable (_ after: Int64) throws -> [(row: Int64, element: Element)]
    private var row: Int64 = 0

    init(fetch: @escaping @Sendable (_ after: Int64) throws -> [(Int64, Element)]) {
        self.fetch = fetch
    }

    mutating func next() throws -> [Element]? {
        let rows = try fetch(row)
        guard let last = rows.last else { return nil }
        row = last.row
        return rows.map(\.element)
    }
}
