import ArchiveStore
import ArgumentParser
import Foundation
import LinkResolver
import ThreadModel

struct LinksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links", abstract: "List the links of the archive and what is known of them; with --expand, find out more first.",
        discussion: """
            Links of known shorteners, unless --all is given. To expand a link is to ask its server. Due are links that were never \
            tried, and those where an attempt did not find out where they lead: an hour later at the earliest, then ever more rarely.
            """,
        subcommands: [LinksReportCommand.self, LinksRewriteCommand.self, ImportDumpCommand.self])

    @Flag(help: "Find out where the links lead that are due.")
    var expand = false

    @Flag(
        name: .customLong("stdin"),
        help: "With --expand: read URLs from standard input and print expansions, one a line; touches no archive.")
    var streams = false

    @Flag(help: "All links, not only those of known shorteners.")
    var all = false

    @Flag(help: "Print how many links there are of each status and host, in place of the list.")
    var summary = false

    @OptionGroup(title: "Which links") var selection: SelectionOptions
    @OptionGroup var dry: DryRunOptions
    @OptionGroup var own: ServicesOptions
    @OptionGroup var form: FormOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var wait: WaitOptions
    @OptionGroup var talk: TalkOptions
    @OptionGroup(title: "Options for --expand") var expanding: ExpandOptions

    func validate() throws {
        if streams && !expand { throw ValidationError("--stdin is for --expand") }
        if !expand && expanding.isGiven { throw ValidationError("how links are expanded was said, but --expand was not") }
        if streams && (dry.dryRun || summary || all) {
            throw ValidationError("--stdin is about no archive: what is to be listed or chosen there was said, too")
        }
        if dry.dryRun && summary { throw ValidationError("--dry-run and --summary contradict each other") }
    }

    func run() async throws {
        let console = talk.console
        // Here, because the commands below this one share the option, and mean something else by it.
        if !expand && dry.dryRun { throw ValidationError("--dry-run says what --expand would do, but --expand was not said") }
        if streams { return try await LinkStream(resolver: expanding.resolver(own.table())).run(console) }
        if dry.dryRun { return try await printWhatIsAsked(console) }
        if expand {
            try await expandDueLinks(console)
            // From cron nobody wants the list.
            if talk.quiet && !form.json && !summary { return }
        }
        let reader = try ArchiveReader.open(archive, console)
        let selection = expand ? selection.left(shortOnly: !all) : selection.listed(shortOnly: !all)
        try await StandardOutput.write { output in
            guard summary else { return try output.print(reader.links(selection), asJSON: form.json) }
            let (now, hosts) = (Date(), self.selection.limit ?? (form.json ? nil : 20))
            try output.print(reader.linkSummary(selection, hosts: hosts, now: now), now: now, asJSON: form.json)
        }
    }

    private func printWhatIsAsked(_ console: Console) async throws {
        let reader = try ArchiveReader.open(archive, console)
        let links = try pendingLinks(of: reader)
        try await StandardOutput.write { output in
            for cursor in links { try output.print(cursor, asJSON: form.json) }
        }
    }

    /// What is to be asked: the links that are due, and with `--services` those of the user's own services, which the archive does not
    /// know as short.
    private func pendingLinks(of reader: ArchiveReader) throws -> [ArchiveCursor<PendingLink>] {
        let known = selection.asked(shortOnly: !all)
        var own = selection.asked(shortOnly: false)
        own.hosts = try self.own.ownShorteners()
        if !known.hosts.isEmpty { own.hosts.formIntersection(known.hosts) }
        return [reader.pendingLinks(known)] + (all || own.hosts.isEmpty ? [] : [reader.pendingLinks(own)])
    }

    private func expandDueLinks(_ console: Console) async throws {
        // First, because where there is no archive none is made.
        let reader = try ArchiveReader.open(archive, console)
        let writer = try ArchiveWriter.open(archive, wait, console)
        let resolver = try expanding.resolver(own.table())
        let summary = try await Interruption.handle {
            do {
                let summary = try await store(pendingLinks(of: reader), resolver, writer, console)
                try writer.close()
                return summary
            } catch {
                try writer.close()
                throw error
            }
        }
        for line in summary.lines { console.detail(line) }
        console.summary("\(summary)")
    }

    private func store(
        _ links: [ArchiveCursor<PendingLink>], _ resolver: LinkResolver, _ writer: ArchiveWriter, _ console: Console
    ) async throws -> ExpansionSummary {
        var summary = ExpansionSummary(byHost: talk.verbose)
        defer { console.endProgress() }
        let requests = PendingRequests(links)
        try await resolver.expand(requests) { expansion in
            // Being put off is no finding: the link stays due.
            if !expansion.isPutOff { try writer.append(expansion) }
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
    private var links: [ArchiveCursor<PendingLink>]

    init(_ links: [ArchiveCursor<PendingLink>]) {
        self.links = links
    }

    mutating func next() -> LinkRequest? {
        do {
            while !links.isEmpty {
                if let link = try links[0].next() { return LinkRequest(link) }
                links.removeFirst()
            }
        } catch {
            failure.error = error
        }
        return nil
    }
}

extension LinkRequest {
    fileprivate init(_ link: PendingLink) {
        self.init(
            url: link.url, earlierAttempts: link.attempts, shown: link.shown, published: link.published, evidence: link.evidence,
            previous: link.previous)
    }
}
