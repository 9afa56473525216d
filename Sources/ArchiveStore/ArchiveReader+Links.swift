public import Foundation
public import ThreadModel

extension ArchiveReader {
    /// Links in the places where they stand, in page order, with the newest attempt to expand each.
    public func links(_ selection: LinkSelection = LinkSelection(shortOnly: false), now: Date = Date()) -> ArchiveCursor<LinkEntry> {
        ArchiveCursor(SelectedPlaces(index, selection, now: now.wholeSeconds))
    }

    /// Links to ask for, each URL once, and only what HTTP can ask for: a `mailto:` leads nowhere. They come a few of each host in turn,
    /// of one host in the order in which they are due.
    ///
    /// A link is met once: what is stored of links after this call, by the run that goes through them, does not bring them back.
    ///
    /// - Parameter now: what is due is due by then; see ``LinkCalendar``.
    public func pendingLinks(
        _ selection: LinkSelection = LinkSelection(shortOnly: true, times: .due), now: Date = Date()
    ) -> ArchiveCursor<PendingLink> {
        ArchiveCursor(SelectedLinks(self, selection, now: now.wholeSeconds))
    }

    /// How much is known of the links of a selection, each URL counted once.
    ///
    /// - Parameter hosts: how many hosts to count apart, those with the most links first; all where it is `nil`.
    /// - Throws: ``ArchiveError``
    public func linkSummary(
        _ selection: LinkSelection = LinkSelection(), hosts: Int? = nil, now: Date = Date()
    ) throws -> LinkSummary {
        try index.read { try LinkSummaryQueries.summary(selection, now: now.wholeSeconds, hosts: hosts, $0) }
    }

    /// The candidates with their newest records. A record that is damaged is none: it is `verify` that tells of it, and the link can
    /// still be asked for.
    func withRecords(_ candidates: [LinkQueries.Candidate]) -> [PendingLink] {
        candidates.map { candidate in
            var link = candidate.link
            link.previous = candidate.position.flatMap { soundExpansion(of: link.url, at: $0) }
            return link
        }
    }

    private func soundExpansion(of url: String, at position: SegmentWriter.Position) -> Expansion? {
        guard case .expansion(let stored)? = try? record(at: position), stored.record.url == url else { return nil }
        return stored.record
    }

    /// The newest record of what a link leads to, for whoever goes through many links, and is not to stop at one of them: `nil` if it was
    /// never tried, and also if its record is damaged. It is `verify` that tells of that.
    ///
    /// - Throws: ``ArchiveError`` if the index cannot be read.
    public func soundExpansion(of url: String) throws -> Expansion? {
        try index.read { try IndexQueries.place(.links, url, $0) }.flatMap { soundExpansion(of: url, at: $0.position) }
    }

    /// The newest record of what a link leads to; `nil` if it was never tried.
    ///
    /// - Throws: ``ArchiveError``
    public func expansion(of url: String) throws -> Expansion? {
        guard let place = try index.read({ try IndexQueries.place(.links, url, $0) }) else { return nil }
        guard case .expansion(let stored)? = try record(at: place.position), stored.record.url == url else {
            throw misplaced(url, place)
        }
        return stored.record
    }
}
