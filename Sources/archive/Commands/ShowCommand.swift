import ArchiveStore
import ArgumentParser

struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print a thread to read, with what is known of its links.")

    @Argument(help: ArgumentHelp("The thread's id, a beginning that no other id has, or its URL.", valueName: "id|url"))
    var key: String

    @OptionGroup var form: FormOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var talk: TalkOptions

    func run() async throws {
        let reader = try ArchiveReader.open(archive, talk.console)
        guard let thread = try reader.thread(matching: key) else { throw NoSuchThread(key: key) }
        try await StandardOutput.write { output in
            if form.json {
                try output.json(thread)
            } else {
                let page = ThreadPage(thread: thread, width: output.width)
                for line in page.lines { try output.line(line.isHeading ? output.bold(line.text) : line.text) }
            }
        }
    }
}

/// The archive has no thread by that name.
struct NoSuchThread: Error, CustomStringConvertible {
    var key: String
    var description: String { "\(key): no thread of this id or URL; `archive list` shows what there is" }
}
