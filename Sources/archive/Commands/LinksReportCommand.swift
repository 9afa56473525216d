import ArchiveStore
import ArgumentParser
import Foundation
import LinkReport

struct LinksReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Print a page of HTML that shows what is known of the short links of the archive.",
        discussion: """
            Numbers and charts by status, year and service; the links that are gone for good, those that only a web archive or a dump \
            knows, those whose evidence contradicts the result, and the hosts in trouble. One file: no scripts, nothing from outside.
            """)

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write the page into this file.", valueName: "file"),
        completion: .file(extensions: ["html"]))
    var output: String?

    @ParentCommand var links: LinksCommand
    @OptionGroup var own: ServicesOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var talk: TalkOptions

    func validate() throws {
        try links.refuse("is no option of `archive links report`")
        guard output?.isEmpty != true else { throw ValidationError("--output names no file") }
    }

    func run() async throws {
        let reader = try ArchiveReader.open(archive, talk.console)
        let page = Array(try LinkReport(of: reader, services: own.table(), date: Date()).html.utf8)
        guard let output else {
            return try await StandardOutput.write { try $0.document(page) }
        }
        do {
            try WrittenFile(output).write(page)
        } catch {
            throw FileError(path: output, reason: "\(error)")
        }
    }
}
