internal import ArchiveStore
internal import ThreadModel

/// What is known of a link, in words for people: the statuses of expansion records, and links that nobody has asked for.
enum LinkState: String, CaseIterable, Sendable {
    case resolved, archived, gone
    case hostDead = "host-dead"
    case blocked, loop, refused, undetermined
    case notTried = "not tried"

    init(_ status: Expansion.Status?) {
        self = status.flatMap { LinkState(rawValue: $0.rawValue) } ?? .notTried
    }

    var meaning: String {
        switch self {
        case .resolved: "leads to a known destination"
        case .archived: "its destination is known from a web archive or a dump only"
        case .gone: "the service answers, and has no such link"
        case .hostDead: "a host on the way does not exist or does not answer"
        case .blocked: "a host on the way does not serve programs"
        case .loop: "comes back to where it was"
        case .refused: "leads to where no program should go"
        case .undetermined: "nothing could be found out yet"
        case .notTried: "has not been asked for yet"
        }
    }

    /// What that means for whoever reads the page.
    var group: StateGroup {
        switch self {
        case .resolved: .known
        case .archived: .rescued
        case .gone, .hostDead: .lost
        case .blocked, .loop, .refused, .undetermined: .open
        case .notTried: .notTried
        }
    }
}

/// States that charts show in one colour.
enum StateGroup: String, CaseIterable, Sendable {
    case known, rescued, lost, open
    case notTried = "not-tried"

    var label: String {
        switch self {
        case .known: "destination known"
        case .rescued: "known from archives or dumps only"
        case .lost: "gone, or its host is"
        case .open: "not found out"
        case .notTried: "not tried"
        }
    }
}

/// How many links are in each state.
struct StateCounts: Sendable, Hashable {
    private var counts: [LinkState: Int] = [:]

    subscript(state: LinkState) -> Int { counts[state, default: 0] }
    subscript(group: StateGroup) -> Int { counts.reduce(0) { $0 + ($1.key.group == group ? $1.value : 0) } }
    var total: Int { counts.values.reduce(0, +) }

    mutating func add(_ state: LinkState, _ number: Int = 1) {
        counts[state, default: 0] += number
    }

    mutating func add(_ other: StateCounts) {
        for (state, number) in other.counts { add(state, number) }
    }
}

/// The links of one year, or of one service.
struct Tally: Sendable, Hashable, Comparable {
    static let undated = "undated"
    private static let firstYear = 1990

    var name: String
    var states = StateCounts()

    /// The most first; of as many, by name.
    static func < (left: Tally, right: Tally) -> Bool {
        (right.states.total, left.name) < (left.states.total, right.name)
    }

    /// The years from the first to the last, those without links too, and what has no date last. What claims to be older than the web, or
    /// newer than the report, has no date that can be believed.
    static func years(_ rows: [ShortLinkYear], upTo last: Int) -> [Tally] {
        var years: [Int: StateCounts] = [:]
        var rest = Tally(name: undated)
        for row in rows {
            if let year = row.year, (firstYear...max(firstYear, last)).contains(year) {
                years[year, default: StateCounts()].add(LinkState(row.status), row.places)
            } else {
                rest.states.add(LinkState(row.status), row.places)
            }
        }
        var tallies: [Tally] = []
        if let first = years.keys.min(), let last = years.keys.max() {
            tallies = (first...last).map { Tally(name: String($0), states: years[$0] ?? StateCounts()) }
        }
        return rest.states.total > 0 ? tallies + [rest] : tallies
    }

    /// The first so many, and the others as one.
    static func first(_ limit: Int, of tallies: [Tally]) -> [Tally] {
        guard tallies.count > limit else { return tallies }
        let others = tallies[(limit - 1)...]
        var rest = Tally(name: "\(others.count) others")
        for tally in others { rest.states.add(tally.states) }
        return tallies[..<(limit - 1)] + [rest]
    }
}
