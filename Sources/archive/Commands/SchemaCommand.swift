import ArgumentParser
import ThreadModel

struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "schema", abstract: "Print the JSON Schema (draft 2020-12) of a record.")

    /// The records that have a schema, by the names they go by on the command line.
    enum Record: String, CaseIterable, ExpressibleByArgument {
        case thread, expansion

        var schema: RecordSchema {
            switch self {
            case .thread: .thread
            case .expansion: .expansion
            }
        }
    }

    @Argument(help: "The record.")
    var record: Record

    @OptionGroup(visibility: .hidden) var archive: ArchiveOptions
    @OptionGroup(visibility: .hidden) var talk: TalkOptions

    func run() async throws {
        try await StandardOutput.write { try $0.json(Array(record.schema.text.utf8.dropLast())) }
    }
}
