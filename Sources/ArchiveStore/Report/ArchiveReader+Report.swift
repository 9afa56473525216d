import Foundation
public import ThreadModel

extension ArchiveReader {
    private static let reportPageLength = 500

    /// The short links, each URL once, in the order in which they first came.
    public func shortLinks() -> ArchiveCursor<ShortLinkEntry> {
        ArchiveCursor(
            RowPages { [index] row in try index.read { try ReportQueries.shortLinks(after: row, limit: Self.reportPageLength, $0) } })
    }

    /// How many places with short links there are of each year and status, the oldest first; those without a year before them.
    ///
    /// - Throws: ``ArchiveError``
    public func shortLinkYears() throws -> [ShortLinkYear] {
        try index.read(ReportQueries.years)
    }

    /// The places in which a link stands, in the order in which they first came.
    ///
    /// - Parameter limit: how many at most.
    /// - Throws: ``ArchiveError``
    public func places(of url: String, limit: Int) throws -> [LinkPlace] {
        try index.read { try ReportQueries.places(of: url, limit: limit, $0) }
    }

    /// The newest expansions that hold evidence, in the order of the files.
    ///
    /// The index does not know them: the files are gone through, but only lines that may hold some are read as records.
    ///
    /// - Parameter body: is called for each. They are not collected: there may be many.
    /// - Throws: ``ArchiveError`` if a file cannot be read; what `body` throws.
    public func expansionsWithEvidence(_ body: (Expansion) throws -> Void) throws {
        let mark = Data("\"evidence\":".utf8)
        for segment in try layout.segments(.links) {
            let file = try Descriptor(layout.path(segment), O_RDONLY)
            var lines = LineReader(file, 0..<(try file.size()))
            while let line = try lines.next() {
                guard line.isWhole, line.bytes.range(of: mark) != nil, case .expansion(let stored)? = AnyRecord(line.bytes, in: .links),
                    stored.record.evidence?.isEmpty == false
                else { continue }
                let place = try index.read { try IndexQueries.place(.links, stored.record.url, $0) }
                if place?.position.segment == segment, place?.position.offset == line.offset { try body(stored.record) }
            }
        }
    }
}
