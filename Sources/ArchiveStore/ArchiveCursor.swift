/// Goes through what an archive holds, one after the other, in memory that does not depend on how much that is.
///
/// Between two pages of rows nothing is held open: a writer is never in the way, and what it adds meanwhile may still come.
public struct ArchiveCursor<Element: Sendable>: Sendable {
    /// Some elements, and the number of the row from which to go on; `nil` at the end.
    typealias Page = (elements: [Element], next: Int64?)

    private let fetch: @Sendable (_ after: Int64) throws -> Page
    private var elements: ArraySlice<Element> = []
    private var after: Int64? = 0

    init(fetch: @escaping @Sendable (_ after: Int64) throws -> Page) {
        self.fetch = fetch
    }

    /// The next element; `nil` at the end.
    ///
    /// - Throws: ``ArchiveError``
    public mutating func next() throws -> Element? {
        while elements.isEmpty {
            guard let row = after else { return nil }
            let page = try fetch(row)
            elements = page.elements[...]
            after = page.next
        }
        return elements.popFirst()
    }
}
