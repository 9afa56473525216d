import GRDB
import ThreadModel

/// The links that a selection names, a few of each host in turn: a run that ends early has asked all hosts, and while one host is slow
/// there are links of others to ask for.
///
/// Of each host with more links than its share, the place is kept where to go on. Memory so depends on the number of such hosts, and not
/// on how many links there are.
struct SelectedLinks: PageSource {
    private static let pageLength = 512
    /// How many links of one host stand together at least. A host with fewer is done with at its first turn.
    private static let share = 8

    private let reader: ArchiveReader
    private let selection: LinkSelection
    /// Made when the run begins; what went wrong then is told when the first link is asked for.
    private let condition: Result<LinkQueries.Condition, any Error>
    /// Hosts that have had no turn yet.
    private var unseen: HostWalk
    /// Hosts that have a turn in this round, the next one at the end.
    private var round: [LinkQueries.Lane] = []
    /// Hosts that have had their turn, and have more.
    private var more: [LinkQueries.Lane] = []
    private var left: Int

    init(_ reader: ArchiveReader, _ selection: LinkSelection, now: Int64) {
        self.reader = reader
        self.selection = selection
        condition = Result {
            let end = try reader.index.read(IndexQueries.endOfLinks)
            return LinkQueries.Condition(selection, now: now, for: .lane(upTo: end))
        }
        unseen = HostWalk(selection)
        left = selection.limit ?? .max
    }

    mutating func next() throws -> [PendingLink]? {
        let condition = try condition.get()
        let candidates = try reader.index.read { try page(condition, $0) }
        guard !candidates.isEmpty else { return nil }
        left -= candidates.count
        return reader.withRecords(candidates)
    }

    private mutating func page(_ condition: LinkQueries.Condition, _ db: Database) throws -> [LinkQueries.Candidate] {
        var page: [LinkQueries.Candidate] = []
        let length = min(Self.pageLength, left)
        while page.count < length, var lane = try nextLane(condition, db) {
            let limit = min(share, length - page.count)
            let found = try LinkQueries.candidates(in: lane, condition, limit: limit, db)
            page += found
            guard found.count == limit, let last = found.last else { continue }
            (lane.due, lane.row) = (last.due, last.row)
            more.append(lane)
        }
        return page
    }

    /// The fewer hosts are left, the more of each at once.
    private var share: Int {
        unseen.isAtEnd ? max(Self.share, Self.pageLength / (round.count + more.count + 1)) : Self.share
    }

    private mutating func nextLane(_ condition: LinkQueries.Condition, _ db: Database) throws -> LinkQueries.Lane? {
        if let lane = try unseen.next(condition, db) { return lane }
        if round.isEmpty {
            round = more.reversed()
            more = []
        }
        return round.popLast()
    }
}

/// Goes through the hosts of a selection.
private struct HostWalk {
    private static let pageLength = 64

    private(set) var isAtEnd = false
    private let named: [String]?
    /// Short links first, then the others.
    private var kinds: [Bool]
    private var found: ArraySlice<String> = []
    private var last = ""
    private var isLastPage = false

    init(_ selection: LinkSelection) {
        named = selection.hosts.isEmpty ? nil : selection.hosts.sorted()
        kinds = selection.shortOnly ? [true] : [true, false]
        found = named?[...] ?? []
        isLastPage = named != nil
    }

    mutating func next(_ condition: LinkQueries.Condition, _ db: Database) throws -> LinkQueries.Lane? {
        while let short = kinds.first {
            if let host = found.popFirst() { return LinkQueries.Lane(short: short, host: host) }
            if isLastPage {
                kinds.removeFirst()
                (found, last, isLastPage) = (named?[...] ?? [], "", named != nil)
                continue
            }
            let hosts = try LinkQueries.hosts(after: last, short: short, condition, limit: Self.pageLength, db)
            (found, last, isLastPage) = (hosts[...], hosts.last ?? "", hosts.count < Self.pageLength)
        }
        isAtEnd = true
        return nil
    }
}
