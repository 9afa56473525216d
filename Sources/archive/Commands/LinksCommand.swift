import ArchiveStore
import ArgumentParser
import ThreadModel

struct LinksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links", abstract: "List the short links of the archive and what is known of them.")

    @Flag(help: "All links, not only those of known shorteners.")
    var all = false

    @OptionGroup var form: FormOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var talk: TalkOptions

    func run() async throws {
        let reader = try ArchiveReader.open(archive, talk.console)
        try await StandardOutput.write { try $0.print(reader.links(shortOnly: !all), asJSON: form.json) }
    }
}

extension StandardOutput {
    fileprivate mutating func print(_ links: ArchiveCursor<LinkEntry>, asJSON: Bool) throws {
        var links = links
        let columns: [Column] = [.left(12), .rest, .rest, .rest]
        if !asJSON { try heading(["STATUS", "LINK", "→ DESTINATION", "THREAD/COMMENT"], columns) }
        while let link = try links.next() {
            if asJSON {
                try json(link)
            } else {
                let place = link.thread + "/" + (link.comment ?? link.place.rawValue)
                let destination = link.expanded.map { "→ \($0)" } ?? link.error.map { "(\($0))" } ?? "-"
                try row([link.expansionStatus?.rawValue ?? "not tried", link.url, destination, place], columns)
            }
        }
    }
}
