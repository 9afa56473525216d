import ArchiveStore
import ArgumentParser
import Foundation
import LinkDumps
import LinkResolver
import ShortLinks
import ThreadModel

struct ImportDumpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-dump", abstract: "Look up the archive's short links in dumps of shorteners' links, and keep what is found.",
        discussion: """
            Dumps are zip files with texts, and texts, compressed with xz, gzip, bzip2 or zstd, or not at all: those of the URLTeam, \
            Wikimedia's of w.wiki, and others in BEACON format. In directories, and those below them, files named *.zip, *.xz, *.gz, \
            *.bz2, *.zst and *.txt are taken, but no hidden ones. Nothing is asked of any server.
            """)

    /// How long to wait for another writer once the dumps are read: reading them took longer.
    private static let patience = Duration.seconds(600)

    @Argument(help: ArgumentHelp("Dumps, directories with dumps; - is standard input.", valueName: "inputs"), completion: .file())
    var operands: [Operands]

    @Option(help: ArgumentHelp("The shortener to which all codes belong, where the dumps do not say it themselves.", valueName: "host"))
    var service: String?

    @ParentCommand var links: LinksCommand
    // The same groups as in `links`: options that both have are then taken wherever they stand.
    @OptionGroup var dry: DryRunOptions
    @OptionGroup var own: ServicesOptions
    @OptionGroup var form: FormOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var wait: WaitOptions
    @OptionGroup var talk: TalkOptions

    private var inputs: [String] { operands.names }

    func validate() throws {
        try links.refuse(except: ["--dry-run", "--json", "--wait"], "is no option of `archive links import-dump`")
        guard let service else { return }
        guard try own.table().isShortener(host: service) else {
            throw ValidationError("--service takes a host of a known shortener, such as bit.ly")
        }
    }

    func run() async throws {
        let console = talk.console
        try Failures.endIfNothingIsThere(of: inputs, console)
        // First, because where there is no archive none is made.
        let reader = try ArchiveReader.open(archive, console)
        // Said before much time is spent. While dumps are read others may write.
        if !dry.dryRun { try ArchiveWriter.open(archive, wait, console).close() }
        let (summary, failures) = try await Interruption.handle {
            var summary = DumpSummary()
            let (lookup, failures) = try await read(reader, &summary, console)
            try store(lookup, &summary, console)
            return (summary, failures)
        }
        try await StandardOutput.write { output in
            if form.json {
                try output.json(summary)
            } else if !talk.quiet {
                try output.line(summary.description)
            }
        }
        try failures.end(of: inputs.count)
    }

    // MARK: Reading

    private func read(
        _ reader: ArchiveReader, _ summary: inout DumpSummary, _ console: Console
    ) async throws -> (DumpLookup, Failures) {
        let services = try own.table()
        var lookup = DumpLookup(services: services)
        var links = reader.linkedURLs()
        while let link = try links.next() { lookup.lookFor(link.url) }
        var failures = Failures()
        defer { console.endProgress() }
        let dumps = DumpReader(
            wanted: lookup.wanted, services: services, service: service.flatMap { services.service(ofHost: $0) })
        try await DumpStream(reader: dumps, console: console).read(inputs) { name, outcome in
            summary.count(outcome)
            switch outcome {
            case .unreadable(let failure): failures.report(failure, of: name, to: console)
            case .read(let report):
                console.detail("read \(name): \(number(report.lines, "line"))")
                for failure in report.failures {
                    failures.report(InputFailure("\(failure.error)"), of: failure.entry.map { "\(name)/\($0)" } ?? name, to: console)
                }
                do {
                    try lookup.findings.merge(report.findings)
                } catch {
                    failures.report(InputFailure("\(error)"), of: name, to: console)
                }
            }
        }
        return (lookup, failures)
    }

    // MARK: Storing

    private func store(_ lookup: DumpLookup, _ summary: inout DumpSummary, _ console: Console) throws {
        guard lookup.findings.count > 0 else { return }
        // Opened again: while dumps were read, others may have written.
        if dry.dryRun {
            return try store(lookup, try ArchiveReader.open(archive, console), nil, &summary, console)
        }
        var patient = wait
        if patient.duration < Self.patience && !Task.isCancelled { patient.wait = Double(Self.patience.components.seconds) }
        let writer = try ArchiveWriter.open(archive, patient, console)
        do {
            try store(lookup, try ArchiveReader.open(archive, console), writer, &summary, console)
            try writer.close()
        } catch {
            try writer.close()
            throw error
        }
    }

    private func store(
        _ lookup: DumpLookup, _ reader: ArchiveReader, _ writer: ArchiveWriter?, _ summary: inout DumpSummary, _ console: Console
    ) throws {
        let (now, cleaner) = (Date().formatted(.iso8601), URLCleaner())
        let known = KnownExpansions(reader, console)
        var links = reader.linkedURLs()
        while let link = try links.next() {
            let url = link.url
            guard let evidence = lookup.evidence(of: url) else { continue }
            let old = link.hasRecord ? try known.expansion(of: url) : nil
            var (record, conflict) = try DumpEvidence(url: url, evidence: evidence).added(to: old, now: now) {
                try reader.firstMention(of: url)
            }
            if record.final != old?.final { record.cleaned = record.final.flatMap { cleaner.cleaned($0) } }
            if let conflict { console.note(Self.words(conflict, url)) }
            summary.count(old: old, new: record, hasConflict: conflict != nil)
            if record != old { try writer?.append(record) }
            console.detail("\(record.status.rawValue) \(url) → \(record.final ?? "?")")
            console.progress("\(number(summary.links, "link")) found, the last one \(url)")
        }
        console.endProgress()
    }

    private static func words(_ conflict: DumpEvidence.Conflict, _ url: String) -> String {
        "\(url): dumps and records do not agree: \(conflict.targets.joined(separator: " or ")); kept: \(conflict.kept)"
    }
}
