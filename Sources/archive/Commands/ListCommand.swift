import ArchiveStore
import ArgumentParser

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the threads of the archive, in the order in which they came.")

    @OptionGroup var form: FormOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var talk: TalkOptions

    func run() async throws {
        let reader = try ArchiveReader.open(archive, talk.console)
        try await StandardOutput.write { output in
            var threads = reader.threads()
            if !form.json { try output.heading(["ID", "PUBLISHED", "COMMENTS", "LINKS", "TITLE"], columns) }
            while let thread = try threads.next() {
                if form.json {
                    try output.json(thread)
                } else {
                    let title = thread.title ?? thread.url ?? "(without a title)"
                    let links = thread.shortLinks > 0 ? "\(thread.links) (\(thread.shortLinks) short)" : "\(thread.links)"
                    try output.row([thread.id, thread.published?.asTime ?? "-", "\(thread.comments)", links, title], columns)
                }
            }
        }
    }

    private var columns: [Column] { [.left(16), .left(16), .right(8), .left(14), .rest] }
}
