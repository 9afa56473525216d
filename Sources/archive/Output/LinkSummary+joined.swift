import ArchiveStore
import Foundation
import ThreadModel

extension LinkSummary {
    /// The summary of two selections that have no host in common.
    ///
    /// - Parameter limit: how many hosts are counted apart; all where it is `nil`.
    func joined(with other: LinkSummary, hosts limit: Int?) -> LinkSummary {
        var all = self
        all.links += other.links
        all.due += other.due
        all.next = Self.joined(next, other.next)
        for count in other.statuses {
            if let place = all.statuses.firstIndex(where: { $0.status == count.status }) {
                all.statuses[place].links += count.links
            } else {
                all.statuses.append(count)
            }
        }
        all.statuses.sort { Self.rank($0.status) < Self.rank($1.status) }
        all.hostCount += other.hostCount
        all.hosts = Array((hosts + other.hosts).sorted { ($1.links, $0.host) < ($0.links, $1.host) }.prefix(limit ?? .max))
        return all
    }

    /// The one that is earlier. What is due within a day of it counts with it, as far as that can be told.
    private static func joined(_ one: Next?, _ other: Next?) -> Next? {
        guard let one, let other else { return one ?? other }
        var first = one.at <= other.at ? one : other
        let second = one.at <= other.at ? other : one
        if let start = time(first.at), let end = time(second.at), end.timeIntervalSince(start) <= 86_400 { first.links += second.links }
        return first
    }

    private static func time(_ text: String) -> Date? { try? Date.ISO8601FormatStyle().parse(text) }

    /// In the order of the statuses, those that were never tried last.
    private static func rank(_ status: Expansion.Status?) -> Int {
        status.flatMap { Expansion.Status.allCases.firstIndex(of: $0) } ?? .max
    }
}
