import ArchiveStore
import ArgumentParser
import Foundation
import LinkRewriter

struct LinksRewriteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rewrite", abstract: "Write copies of documents in which short links are replaced by where they lead.",
        discussion: """
            By what the archive knows; links that it does not know stay. HTML, Markdown and plain text, told by the end of the name. \
            Every byte that is no such link stays, and the short link is kept beside its destination: in HTML as data-originalurl \
            (with data-versionurl and data-versiondate where only a web archive knew it), in Markdown as the link's title, in plain text \
            in brackets. One document goes to standard output, several into --output or back into their files.
            """)

    @Argument(help: ArgumentHelp("Documents; - is standard input.", valueName: "file"), completion: .file())
    var operands: [Operands]

    @Option(name: .shortAndLong, help: ArgumentHelp("Write the copies into this directory.", valueName: "dir"), completion: .directory)
    var output: String?

    @Flag(help: "Replace the files themselves, where anything changes.")
    var inPlace = false

    @Option(help: ArgumentHelp("How links are written in the documents: html, markdown or text.", valueName: "form"))
    var form: FormName?

    @Option(help: ArgumentHelp("The largest document that is read.", valueName: "bytes"))
    var maxPageBytes = 16 * 1024 * 1024

    @ParentCommand var links: LinksCommand
    @OptionGroup var dry: DryRunOptions
    @OptionGroup var own: ServicesOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var talk: TalkOptions

    private var files: [String] { operands.names }

    func validate() throws {
        let files = files
        try links.refuse(except: ["--dry-run"], "is no option of `archive links rewrite`")
        guard !(inPlace && output != nil) else { throw ValidationError("--in-place and --output contradict each other") }
        guard files.count == 1 || inPlace || output != nil else {
            throw ValidationError("several documents need --output DIR or --in-place")
        }
        guard !files.contains("-") || files.count == 1 && !inPlace && output == nil else {
            throw ValidationError("standard input goes to standard output: name no other document, no --output and no --in-place")
        }
        guard maxPageBytes > 0 else { throw ValidationError("--max-page-bytes takes a number of bytes, one or more") }
        guard output?.isEmpty != true else { throw ValidationError("--output names no directory") }
    }

    func run() async throws {
        let console = talk.console
        let reader = try ArchiveReader.open(archive, console)
        let known = KnownExpansions(reader, console)
        let rewriter = try LinkRewriter(services: own.table()) { try known.expansion(of: $0).flatMap { Destination($0) } }
        if let output, !dry.dryRun { try makeDirectory(output) }
        var summary = Summary(isDry: dry.dryRun)
        var failures = Failures()
        var written: Set<String> = []
        for file in files {
            try Task.checkCancellation()
            let input = PageInput(argument: file)
            do {
                let document = try input.read(limit: maxPageBytes)
                let form = form?.form ?? DocumentForm(name: input.name, bytes: document)
                let result = try rewriter.rewrite(document, as: form)
                try await write(result, of: input, changed: result.bytes != document, &written)
                summary.add(result)
                console.detail("\(input.name): \(result.replaced) replaced, \(result.unknown) unknown")
            } catch let failure as InputFailure {
                failures.report(failure, of: input.name, to: console)
            } catch let error as RewritingError {
                failures.report(InputFailure("\(error)"), of: input.name, to: console)
            } catch let error as WrittenFile.Failure {
                failures.report(InputFailure("\(error)"), of: input.name, to: console)
            }
        }
        console.summary("\(summary)")
        try failures.end(of: files.count)
    }

    private func makeDirectory(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw FileError(path: path, reason: "cannot be made a directory")
        }
    }

    private func write(_ result: LinkRewriter.Result, of input: PageInput, changed: Bool, _ written: inout Set<String>) async throws {
        if dry.dryRun { try await tell(result, of: input) }
        if inPlace {
            if changed && !dry.dryRun { try WrittenFile(input.name).write(result.bytes) }
        } else if let output {
            let name = URL(fileURLWithPath: input.name).lastPathComponent
            let path = "\(output)/\(name)"
            guard written.insert(name).inserted else { throw InputFailure("a document of this name has been written to \(output) already") }
            guard !isSameFile(path, input.name) else { throw InputFailure("it stands in \(output) itself; use --in-place to replace it") }
            if !dry.dryRun { try WrittenFile(path).write(result.bytes, mode: mode(of: input.name)) }
        } else if !dry.dryRun {
            try await StandardOutput.write { try $0.document(result.bytes) }
        }
    }

    /// What would be replaced in a document, one line for each link.
    private func tell(_ result: LinkRewriter.Result, of input: PageInput) async throws {
        try await StandardOutput.write { output in
            for replacement in result.replacements {
                try output.line(PlainText.line("\(input.name): \(replacement.url) → \(replacement.destination)"))
            }
        }
    }

    private func isSameFile(_ left: String, _ right: String) -> Bool {
        var (first, second) = (stat(), stat())
        return stat(left, &first) == 0 && stat(right, &second) == 0 && first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    private func mode(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
    }
}

/// The forms of documents by the names that the command line has for them.
enum FormName: String, ExpressibleByArgument, CaseIterable {
    case html, markdown, text

    var form: DocumentForm {
        switch self {
        case .html: .html
        case .markdown: .markdown
        case .text: .text
        }
    }
}

/// What came of the documents.
private struct Summary: CustomStringConvertible {
    let isDry: Bool
    private var documents = 0
    private var replaced = 0
    private var unknown = 0

    init(isDry: Bool) {
        self.isDry = isDry
    }

    mutating func add(_ result: LinkRewriter.Result) {
        documents += 1
        replaced += result.replaced
        unknown += result.unknown
    }

    /// `2 documents: 7 short links replaced, 1 unknown`
    var description: String {
        "\(number(documents, "document")): \(number(replaced, "short link")) \(isDry ? "would be " : "")replaced, \(unknown) unknown"
    }
}
