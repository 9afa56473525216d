import ArchiveStore
import ArgumentParser

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find posts and comments that have all of the words.",
        discussion: "Case and accents do not matter: \"fevrier\" finds \"Février\". Names of authors are searched too.")

    @Argument(help: "The words.")
    var words: [Operands]

    @Option(help: ArgumentHelp("How many passages to print, the best first.", valueName: "number"))
    var limit = 100

    @OptionGroup var form: FormOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var talk: TalkOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit takes a number, one or more") }
    }

    func run() async throws {
        let reader = try ArchiveReader.open(archive, talk.console)
        let hits = try reader.search(words.names.joined(separator: " "), limit: limit)
        try await StandardOutput.write { output in
            for (number, hit) in hits.enumerated() {
                if form.json {
                    try output.json(hit)
                } else {
                    if number > 0 { try output.line() }
                    try output.print(hit)
                }
            }
        }
        if hits.isEmpty { talk.console.detail("nothing found") }
    }
}

extension StandardOutput {
    fileprivate mutating func print(_ hit: SearchHit) throws {
        let title = hit.title ?? hit.url ?? "(without a title)"
        try line(bold(PlainText.line(title)) + "  " + hit.thread)
        let passage = hit.comment.map { "comment \($0)" } ?? hit.place.rawValue
        let about = [passage, hit.author, hit.published?.asTime].compactMap { $0 }.joined(separator: " · ")
        try line("  " + PlainText.line(about))
        for text in Paragraph.wrap(PlainText.line(hit.snippet), width: width - 4) { try line("    " + text) }
    }
}
