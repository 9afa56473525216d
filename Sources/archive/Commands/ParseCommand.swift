import ArgumentParser
import ThreadModel

struct ParseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Print the records of pages as JSON Lines, in the order of the inputs. Touches no archive.")

    @Argument(help: ArgumentHelp("Saved pages, HTML or text; - is standard input.", valueName: "inputs"), completion: .file())
    var operands: [Operands]

    @Flag(help: "Indent the JSON.")
    var pretty = false

    @OptionGroup var page: PageOptions
    @OptionGroup var talk: TalkOptions
    @OptionGroup(visibility: .hidden) var archive: ArchiveOptions

    private var inputs: [String] { operands.names }

    func validate() throws {
        try page.check(inputs)
    }

    func run() async throws {
        let inputs = inputs
        let console = talk.console
        let form: JSONValue.Form = pretty ? .pretty : .line
        var failures = Failures()
        let stream = PageStream(options: page) { thread in (try RecordEncoder.encode(thread).bytes(form), thread.warnings) }
        try await StandardOutput.write { output in
            try await stream.read(InputWalk(inputs, walksDirectories: false)) { page in
                switch page.result {
                case .success(let records):
                    for (json, warnings) in records {
                        try output.json(json)
                        console.warnings(warnings, about: page.name)
                    }
                case .failure(let failure): failures.report(failure, of: page.name, to: console)
                }
            }
        }
        try failures.end(of: inputs.count)
    }
}
