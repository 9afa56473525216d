import ArchiveStore
import Foundation
import ThreadModel

extension StandardOutput {
    private static let linkColumns: [Column] = [.left(12), .rest, .rest, .left(12), .rest]

    /// One line for each place where a link stands.
    mutating func print(_ links: JoinedCursor<LinkEntry>, asJSON: Bool) throws {
        var links = links
        if !asJSON { try heading(["STATUS", "LINK", "DESTINATION", "HOW", "THREAD/COMMENT"], Self.linkColumns) }
        while let link = try links.next() {
            if asJSON {
                try json(link)
            } else {
                let place = link.thread + "/" + (link.comment ?? link.place.rawValue)
                let destination = "→ " + (link.expanded ?? link.error.map { "(\($0))" } ?? "?")
                let status = link.expansionStatus?.rawValue ?? "not tried"
                try row([status, link.url, destination, link.via?.rawValue ?? "-", place], Self.linkColumns)
            }
        }
    }

    /// What would be asked for: one line for each link.
    mutating func print(_ links: JoinedCursor<PendingLink>, asJSON: Bool) throws {
        var links = links
        let columns: [Column] = [.left(12), .rest]
        if !asJSON { try heading(["STATUS", "LINK"], columns) }
        while let link = try links.next() {
            if asJSON {
                try json(link)
            } else {
                try row([link.previous?.status.rawValue ?? "not tried", link.url], columns)
            }
        }
    }

    /// How much is known of the links, by status and by host.
    mutating func print(_ summary: LinkSummary, now: Date, asJSON: Bool) throws {
        if asJSON { return try json(summary) }
        let columns: [Column] = [.right(9), .rest]
        for count in summary.statuses { try row(["\(count.links)", LinkStatus(count.status).name], columns) }
        try row(["\(summary.links)", "all"], columns)
        try line()
        for host in summary.hosts {
            let parts = host.statuses.map { "\($0.links) \(LinkStatus($0.status).name)" }
            try row(["\(host.links)", "\(host.host): \(parts.joined(separator: ", "))"], columns)
        }
        let others = summary.hostCount - summary.hosts.count
        if others > 0 { try row(["", "and \(number(others, "host")) more; --limit says how many to print"], columns) }
        if !summary.hosts.isEmpty { try line() }
        try line("due now: \(number(summary.due, "link"))")
        if let next = summary.next { try line("next: \(number(next.links, "link")) \(Self.time(until: next.at, from: now))") }
    }

    /// `in 3 days`
    private static func time(until text: String, from now: Date) -> String {
        guard let then = try? Date.ISO8601FormatStyle().parse(text) else { return text }
        let hours = Int(max(0, then.timeIntervalSince(now)) / 3600)
        return switch hours {
        case 0: "within the hour"
        case ..<48: "in \(number(hours, "hour"))"
        default: "in \(number(hours / 24, "day"))"
        }
    }
}
