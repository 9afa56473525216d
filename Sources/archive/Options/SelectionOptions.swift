import ArchiveStore
import ArgumentParser
import Foundation
import ShortLinks
import ThreadModel

/// Which links are meant. A cron line needs none of these.
struct SelectionOptions: ParsableArguments {
    @Flag(help: "Only links that are due; --expand asks for these anyway.")
    var due = false

    @Option(
        help: ArgumentHelp(
            "Also links whose last check lies back longer than this: 12h, 30d, 2w, 1y; may be combined with --due and --retry.",
            valueName: "duration"))
    var olderThan: Age?

    @Option(help: ArgumentHelp("Also links of this status, whatever the calendar says; may be repeated.", valueName: "status"))
    var retry: [LinkStatus] = []

    @Option(help: ArgumentHelp("Only links of this host, and of the other hosts of its service; may be repeated.", valueName: "host"))
    var host: [String] = []

    @Option(help: ArgumentHelp("Only links of this status; may be repeated.", valueName: "status"))
    var status: [LinkStatus] = []

    @Option(help: ArgumentHelp("At most so many links.", valueName: "number"))
    var limit: Int?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit takes a number, one or more") }
        if retry.contains(where: { $0.status == nil }) { throw ValidationError("--retry: links that were never tried are due anyway") }
        if let name = host.first(where: { $0.isEmpty || $0.contains("/") }) {
            throw ValidationError("--host takes the name of a host, as bit.ly; \"\(name)\" is none")
        }
    }

    /// The options that were given, by their names.
    var given: [String] {
        let all: [(String, Bool)] = [
            ("--due", due), ("--older-than", olderThan != nil), ("--retry", !retry.isEmpty), ("--host", !host.isEmpty),
            ("--status", !status.isEmpty), ("--limit", limit != nil),
        ]
        return all.filter(\.1).map(\.0)
    }

    /// What to list. Where no option says which links by their time, all of them.
    func listed(shortOnly: Bool, _ services: ServiceTable) -> LinkSelection {
        selection(shortOnly: shortOnly, services, times: due ? .due : olderThan != nil || !retry.isEmpty ? .named : .any)
    }

    /// What to ask for: what is due, and what the options add to it.
    func asked(shortOnly: Bool, _ services: ServiceTable) -> LinkSelection {
        selection(shortOnly: shortOnly, services, times: .due)
    }

    /// What to list after asking. What was asked for may not be due any more, nor have the status that it had.
    func left(shortOnly: Bool, _ services: ServiceTable) -> LinkSelection {
        var selection = LinkSelection(shortOnly: shortOnly)
        selection.hosts = hosts(services)
        return selection
    }

    private func selection(shortOnly: Bool, _ services: ServiceTable, times: LinkSelection.Times) -> LinkSelection {
        var selection = LinkSelection(shortOnly: shortOnly, times: times)
        selection.olderThan = olderThan?.seconds
        selection.retried = Set(retry.compactMap(\.status))
        selection.hosts = hosts(services)
        selection.statuses = Set(status.map(\.status))
        selection.limit = limit
        return selection
    }

    /// The hosts, with those that share their codes.
    private func hosts(_ services: ServiceTable) -> Set<String> {
        Set(
            host.flatMap { name in
                let name = name.lowercased()
                let bare = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
                return [bare] + (services.service(ofHost: bare)?.allHosts ?? []).map { $0.lowercased() }
            })
    }
}

/// How long ago something was, as people type it.
struct Age: ExpressibleByArgument {
    /// Of a year of 365 days, in seconds.
    private static let units: [Character: Double] = ["h": 3600, "d": 86_400, "w": 7 * 86_400, "y": 365 * 86_400]

    let seconds: TimeInterval

    init?(argument: String) {
        guard let unit = argument.last.flatMap({ Self.units[$0] }), let count = Int(argument.dropLast()), (0...100_000).contains(count)
        else { return nil }
        seconds = Double(count) * unit
    }
}

/// What is known of a link, as options name it.
enum LinkStatus: ExpressibleByArgument, CaseIterable {
    case neverTried
    case tried(Expansion.Status)

    static let allCases = [neverTried] + Expansion.Status.allCases.map(LinkStatus.tried)

    init(_ status: Expansion.Status?) {
        self = status.map(LinkStatus.tried) ?? .neverTried
    }

    init?(argument: String) {
        guard let status = Self.allCases.first(where: { $0.name == argument }) else { return nil }
        self = status
    }

    static var allValueStrings: [String] { allCases.map(\.name) }

    var status: Expansion.Status? {
        if case .tried(let status) = self { status } else { nil }
    }

    var name: String { status?.rawValue ?? "never-tried" }
}
