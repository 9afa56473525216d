import ArchiveStore
import ArgumentParser
import LinkResolver
import ThreadModel

struct LinksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links", abstract: "List the links of the archive and what is known of them; with --expand, find out more first.",
        discussion: """
            Links of known shorteners, unless --all is given. To expand a link is to ask its server. Due are links that were never \
            tried, and those where an attempt found nothing out, an hour later at the earliest.
            """,
        subcommands: [LinksReportCommand.self, LinksRewriteCommand.self])

    @Flag(help: "Find out where the links lead that are due.")
    var expand = false

    @Flag(help: "All links, not only those of known shorteners.")
    var all = false

    @OptionGroup var form: FormOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var wait: WaitOptions
    @OptionGroup var talk: TalkOptions
    @OptionGroup(title: "Options for --expand") var expanding: ExpandOptions

    func validate() throws {
        if !expand && expanding.isGiven { throw ValidationError("how links are expanded was said, but --expand was not") }
    }

    func run() async throws {
        let console = talk.console
        if expand {
            try await expandDueLinks(console)
            // From cron nobody wants the list.
            if talk.quiet && !form.json { return }
        }
        let reader = try ArchiveReader.open(archive, console)
        try await StandardOutput.write { try $0.print(reader.links(shortOnly: !all), asJSON: form.json) }
    }

    private func expandDueLinks(_ console: Console) async throws {
        // First, because where there is no archive none is made.
        let reader = try ArchiveReader.open(archive, console)
        let writer = try ArchiveWriter.open(archive, wait, console)
        let resolver = try LinkResolver(options: expanding.resolverOptions)
        let summary = try await Interruption.handle {
            do {
                let summary = try await store(reader.pendingLinks(shortOnly: !all), resolver, writer, console)
                try writer.close()
                return summary
            } catch {
                try writer.close()
                throw error
            }
        }
        console.summary("\(summary)")
    }

    private func store(
        _ links: ArchiveCursor<PendingLink>, _ resolver: LinkResolver, _ writer: ArchiveWriter, _ console: Console
    ) async throws -> ExpansionSummary {
        var summary = ExpansionSummary()
        defer { console.endProgress() }
        let requests = PendingRequests(links)
        try await resolver.expand(requests) { expansion in
            try writer.append(expansion)
            summary.count(expansion)
            console.detail("\(expansion.status.rawValue) \(expansion.url)\(expansion.final.map { " → \($0)" } ?? "")")
            console.progress("\(summary)")
        }
        if let failure = requests.failure.error { throw failure }
        return summary
    }
}

/// The links that are due, as the resolver takes them.
private struct PendingRequests: Sequence, IteratorProtocol {
    /// A sequence cannot throw; what went wrong ends it, and is kept for the one who reads it.
    final class Failure {
        var error: (any Error)?
    }

    let failure = Failure()
    private var links: ArchiveCursor<PendingLink>

    init(_ links: ArchiveCursor<PendingLink>) {
        self.links = links
    }

    mutating func next() -> LinkRequest? {
        do {
            return try links.next().map { LinkRequest(url: $0.url, earlierAttempts: $0.attempts) }
        } catch {
            failure.error = error
            return nil
        }
    }
}

/// What came of the links that were asked for.
private struct ExpansionSummary: Sendable, CustomStringConvertible {
    private var counts: [Expansion.Status: Int] = [:]

    mutating func count(_ expansion: Expansion) {
        counts[expansion.status, default: 0] += 1
    }

    /// `7 links tried: 6 resolved, 1 gone`
    var description: String {
        let all = counts.values.reduce(0, +)
        guard all > 0 else { return "no link is due" }
        let parts = Expansion.Status.allCases.compactMap { status in counts[status].map { "\($0) \(status.rawValue)" } }
        return "\(number(all, "link")) tried: \(parts.joined(separator: ", "))"
    }
}

extension StandardOutput {
    fileprivate mutating func print(_ links: ArchiveCursor<LinkEntry>, asJSON: Bool) throws {
        var links = links
        let columns: [Column] = [.left(12), .rest, .rest, .rest]
        if !asJSON { try heading(["STATUS", "LINK", "DESTINATION", "THREAD/COMMENT"], columns) }
        while let link = try links.next() {
            if asJSON {
                try json(link)
            } else {
                let place = link.thread + "/" + (link.comment ?? link.place.rawValue)
                let destination = "→ " + (link.expanded ?? link.error.map { "(\($0))" } ?? "?")
                try row([link.expansionStatus?.rawValue ?? "not tried", link.url, destination, place], columns)
            }
        }
    }
}
