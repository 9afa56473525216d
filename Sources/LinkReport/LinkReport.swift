public import ArchiveStore
public import Foundation
public import ShortLinks
internal import ThreadModel

/// What an archive knows of its short links, in numbers and in lists that are short enough to be read.
///
/// Memory depends on how many services and hosts there are, not on how many links.
public struct LinkReport: Sendable {
    /// A link that leads nowhere any more.
    struct Lost: Sendable, Hashable {
        var link: ShortLinkEntry
        var reason: String
        /// Some of the places in which it stands.
        var places: [LinkPlace]
    }

    /// A link whose destination only a web archive or a dump knows.
    struct Rescued: Sendable, Hashable {
        var url: String
        var destination: String
        var witness: Witness
    }

    /// Evidence that says something else than the result.
    struct Conflict: Sendable, Hashable {
        var url: String
        var result: String
        var status: LinkState
        var witness: Witness
        var claim: String
    }

    /// Who says where a link leads, and where to look it up.
    struct Witness: Sendable, Hashable {
        /// `page`, `local`, `dump` or `wayback`.
        var kind: String
        var source: String?
        var at: String?
    }

    /// A host that does not answer as it should.
    struct TroubledHost: Sendable, Hashable {
        var host: String
        var links = 0
        var states = StateCounts()
        /// The last error, in words.
        var error: String?
    }

    /// When it was made.
    let date: Date
    /// How many rows a list has at most.
    let limit: Int
    let counts: ArchiveCounts
    /// Short links, each URL once.
    let links: StateCounts
    /// Places with short links by the year of the comment or post, the oldest first; those without a date last.
    let years: [Tally]
    /// Short links by service, the most frequent first.
    let services: [Tally]
    /// Links that nobody will ask for again.
    let lost: CappedList<Lost>
    /// Links that were gone when they were asked for, and will be asked for again.
    let missing: CappedList<Lost>
    let rescued: CappedList<Rescued>
    let conflicts: CappedList<Conflict>
    let hosts: CappedList<TroubledHost>

    /// Asks an archive.
    ///
    /// - Parameters:
    ///   - date: when the report is made.
    ///   - limit: how many rows a list has at most.
    /// - Throws: `ArchiveError`
    public init(of archive: ArchiveReader, services table: ServiceTable = .bundled, date: Date, limit: Int = 200) throws {
        var survey = LinkSurvey(services: table, limit: limit)
        var cursor = archive.shortLinks()
        while let link = try cursor.next() { survey.add(link) }
        try archive.expansionsWithEvidence { survey.add($0) }
        self.date = date
        self.limit = limit
        counts = try archive.counts()
        links = survey.states
        // A comment may be a day ahead of UTC.
        let lastYear = Int(date.addingTimeInterval(86_400).formatted(.iso8601).prefix(4)) ?? 0
        years = Tally.years(try archive.shortLinkYears(), upTo: lastYear)
        services = survey.services.map { Tally(name: $0.key, states: $0.value) }.sorted()
        func placed(_ link: ShortLinkEntry, _ reason: String) throws -> Lost {
            Lost(link: link, reason: reason, places: try archive.places(of: link.url, limit: 2))
        }
        lost = try survey.lost.map(placed)
        missing = try survey.missing.map(placed)
        rescued = try survey.rescued.map { link in
            let evidence = try archive.soundExpansion(of: link.url)?.evidence?.first { [.wayback, .dump].contains($0.kind) }
            let kind = evidence?.kind.rawValue ?? link.via?.rawValue ?? "archive"
            return Rescued(
                url: link.url, destination: link.final ?? "", witness: Witness(kind: kind, source: evidence?.source, at: evidence?.at))
        }
        conflicts = survey.conflicts
        hosts = survey.troubledHosts
    }
}

/// The first rows of a list, and how many there are in all.
struct CappedList<Row: Sendable>: Sendable {
    private(set) var rows: [Row] = []
    private(set) var count = 0
    let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// How many are not among the rows.
    var more: Int { count - rows.count }

    mutating func add(_ row: @autoclosure () -> Row) {
        count += 1
        if rows.count < limit { rows.append(row()) }
    }

    func map<Other>(_ change: (Row) throws -> Other) rethrows -> CappedList<Other> {
        var other = CappedList<Other>(limit: limit)
        other.rows = try rows.map(change)
        other.count = count
        return other
    }
}

extension CappedList: Equatable where Row: Equatable {}
