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
        if streams {
            try refuse(except: ["--expand", "--stdin", "--json"], "is about an archive, and --stdin is about none")
            if archive.named != nil { throw ValidationError("--archive is about an archive, and --stdin is about none") }
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
        let (reader, services) = (try ArchiveReader.open(archive, console), try own.table())
        let selections = try parts(
            expand ? selection.left(shortOnly: !all, services) : selection.listed(shortOnly: !all, services))
        try await StandardOutput.write { output in
            guard summary else {
                let limit = expand ? nil : selection.limit
                return try output.print(JoinedCursor(selections.map { reader.links($0) }, limit: limit), asJSON: form.json)
            }
            let (now, hosts) = (Date(), selection.limit ?? (form.json ? nil : 20))
            let summaries = try selections.map { try reader.linkSummary($0, hosts: hosts, now: now) }
            guard let first = summaries.first else { return }
            let all = summaries.dropFirst().reduce(first) { $0.joined(with: $1, hosts: hosts) }
            try output.print(all, now: now, asJSON: form.json)
        }
    }

    private func printWhatIsAsked(_ console: Console) async throws {
        let reader = try ArchiveReader.open(archive, console)
        let links = try pendingLinks(of: reader)
        try await StandardOutput.write { output in
            try output.print(links, asJSON: form.json)
        }
    }

    private func pendingLinks(of reader: ArchiveReader) throws -> JoinedCursor<PendingLink> {
        let selections = try parts(selection.asked(shortOnly: !all, own.table()))
        return JoinedCursor(selections.map { reader.pendingLinks($0) }, limit: selection.limit)
    }

    /// The links that a selection means: those that the archive knows as short, and with `--services` those of the user's own services,
    /// which it does not.
    private func parts(_ selection: LinkSelection) throws -> [LinkSelection] {
        guard selection.shortOnly else { return [selection] }
        var own = selection
        own.shortOnly = false
        own.hosts = try self.own.ownShorteners()
        if !selection.hosts.isEmpty { own.hosts.formIntersection(selection.hosts) }
        return own.hosts.isEmpty ? [selection] : [selection, own]
    }

    private func expandDueLinks(_ console: Console) async throws {
        // First, because where there is no archive none is made.
        let reader = try ArchiveReader.open(archive, console)
        let writer = try ArchiveWriter.open(archive, wait, console)
        let resolver = try expanding.resolver(own.table(), pausedHosts: reader.pausedHosts())
        let summary = try await Interruption.handle {
            do {
                let summary = try await store(pendingLinks(of: reader), of: reader, resolver, writer, console)
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
        _ links: JoinedCursor<PendingLink>, of reader: ArchiveReader, _ resolver: LinkResolver, _ writer: ArchiveWriter, _ console: Console
    ) async throws -> ExpansionSummary {
        var summary = ExpansionSummary(byHost: talk.verbose)
        defer { console.endProgress() }
        let requests = PendingRequests(links)
        try await resolver.expand(requests) { expansion in
            // Being put off is no finding: the link stays due.
            if try !expansion.isPutOff && !stillAwaitsArchive(expansion, in: reader) { try writer.append(expansion) }
            summary.count(expansion)
            console.detail("\(expansion.status.rawValue) \(expansion.url)\(expansion.final.map { " → \($0)" } ?? "")")
            console.progress("\(summary)")
        }
        if let failure = requests.failure.error { throw failure }
        return summary
    }

    /// Whether a record says nothing that the archive does not have: the web archive was to be asked for it, and was not, again.
    private func stillAwaitsArchive(_ expansion: Expansion, in reader: ArchiveReader) throws -> Bool {
        guard expansion.awaitsArchive else { return false }
        do { return try reader.expansion(of: expansion.url)?.awaitsArchive == true } catch ArchiveError.damaged { return false }
    }
}

/// The links that are due, as the resolver takes them.
private struct PendingRequests: Sequence, IteratorProtocol {
    /// A sequence cannot throw; what went wrong ends it, and is kept for the one who reads it.
    final class Failure {
        var error: (any Error)?
    }

    let failure = Failure()
    private var links: JoinedCursor<PendingLink>

    init(_ links: JoinedCursor<PendingLink>) {
        self.links = links
    }

    mutating func next() -> LinkRequest? {
        do {
            return try links.next().map { LinkRequest($0) }
        } catch {
            failure.error = error
            return nil
        }
    }
}

extension LinkRequest {
    fileprivate init(_ link: PendingLink) {
        self.init(
            url: link.url, earlierAttempts: link.attempts, shown: link.shown, published: link.published, evidence: link.evidence,
            previous: link.previous)
    }
}
