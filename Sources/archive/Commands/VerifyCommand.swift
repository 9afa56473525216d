import ArchiveStore
import ArgumentParser

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check every record against its digest, and the index against the files.",
        discussion: "Prints each problem with its file and line; the exit code is then 1.")

    @OptionGroup var form: FormOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var talk: TalkOptions

    func run() async throws {
        let console = talk.console
        let reader = try ArchiveReader.open(archive, console)
        let problems = try await StandardOutput.write { output in
            let result = try reader.verify { finding in
                if form.json {
                    try output.json(finding)
                } else if finding.severity == .problem {
                    try output.line(PlainText.line(finding.words))
                } else {
                    console.note(finding.words)
                }
            }
            if form.json {
                try output.json(result)
            } else if !talk.quiet {
                try output.line(result.words)
            }
            return result.problems
        }
        if problems > 0 { throw ExitCode(Ending.someFailed) }
    }
}

extension Finding {
    fileprivate var words: String { "\(file)\(line.map { ", line \($0)" } ?? ""): \(message)" }
}

extension Verification {
    fileprivate var words: String {
        let index = hasIndex ? "index agrees" : "index not checked"
        let records = "\(number(threadRecords, "thread record")), \(number(expansionRecords, "expansion record"))"
        return "\(records), \(problems == 0 ? index : number(problems, "problem"))"
    }
}
