import ArchiveStore
import ArgumentParser
import Foundation
import ThreadModel

struct IngestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "Store the records of pages in the archive; a page that has not changed adds nothing.",
        discussion: """
            In directories, and those below them, files named *.html, *.htm, *.xhtml and *.txt are taken, but no hidden ones. Pages of one \
            post's comments become one thread, also where they come in several runs: the first is new, each further one an update.
            """)

    @Argument(
        help: ArgumentHelp("Saved pages, directories with saved pages; - is standard input.", valueName: "inputs"), completion: .file())
    var operands: [Operands]

    @Flag(help: "Print the summary as one JSON object.")
    var json = false

    @OptionGroup var page: PageOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var wait: WaitOptions
    @OptionGroup var talk: TalkOptions

    private var inputs: [String] { operands.names }

    func validate() throws {
        try page.check(inputs)
    }

    func run() async throws {
        let console = talk.console
        try Failures.endIfNothingIsThere(of: inputs, console)
        let writer = try ArchiveWriter.open(archive, wait, console) { acknowledgements in
            for case .thread(let id, let path, _) in acknowledgements { console.detail("stored \(path ?? "standard input") \(id)") }
        }
        let (summary, failures) = try await Interruption.handle {
            do {
                let result = try await store(writer, console)
                try writer.close()
                return result
            } catch {
                try writer.close()
                throw error
            }
        }
        try await StandardOutput.write { output in
            if json {
                try output.json(summary)
            } else if !talk.quiet {
                try output.line(summary.description)
            }
        }
        try failures.end(of: inputs.count)
    }

    private func store(_ writer: ArchiveWriter, _ console: Console) async throws -> (IngestSummary, Failures) {
        var summary = IngestSummary()
        var failures = Failures()
        var incomplete = IncompleteThreads(console: console)
        defer { console.endProgress() }
        try await PageStream(options: page, make: PreparedThread.init).read(InputWalk(inputs, walksDirectories: true)) { page in
            switch page.result {
            case .success(let threads):
                summary.countPage()
                for prepared in threads {
                    let appended = try writer.append(prepared)
                    summary.count(prepared.thread, appended.outcome)
                    if appended.outcome == .unchanged {
                        console.detail("unchanged \(page.name) \(prepared.thread.id)")
                    } else {
                        let missing = prepared.thread.missingPages
                        console.warnings(prepared.thread.warnings.filter { $0 != missing }, about: page.name)
                        incomplete.note(appended.thread, after: page.name)
                    }
                }
            case .failure(let failure):
                summary.countFailure()
                failures.report(failure, of: page.name, to: console)
            }
            console.progress("\(summary.pages) pages, the last one \(page.name)")
        }
        incomplete.tell()
        return (summary, failures)
    }
}
