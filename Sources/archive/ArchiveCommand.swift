import ArgumentParser
import Glibc

/// The program.
@main
struct ArchiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: "Turns blog pages with reader comments into records, expands the short links in them, and keeps both.",
        discussion: """
            Exit codes: 0 all done; 1 some inputs failed, the others are done; 64 wrong usage; 66 no such input; \
            74 could not read or write; 75 another writer holds the archive, try again.
            """,
        version: "0.1.0",
        subcommands: [
            ParseCommand.self, IngestCommand.self, LinksCommand.self, ListCommand.self, ShowCommand.self, SearchCommand.self,
            VerifyCommand.self, SchemaCommand.self,
        ])

    static let _errorLabel = "archive"

    static func main() async {
        // A reader that leaves (`| head`) is found out when writing to it, after what must be finished is finished.
        signal(SIGPIPE, SIG_IGN)
        // On a file-size limit (ulimit -f) a write then fails like one to a full disk, in place of ending the program.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try parsed(Array(CommandLine.arguments.dropFirst()))
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            leave(after: error)
        }
    }

    /// The command that a command line means.
    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        // What is wrong with it is said of the command line as it was given.
        do { return try parseAsRoot(Operands.joined(arguments)) } catch { return try parseAsRoot(arguments) }
    }

    /// Ends the program as an error asks for.
    private static func leave(after error: any Error) -> Never {
        if case OutputError.readerHasLeft = error {
            // As if the signal had not been held back: the shell knows this end, and says nothing.
            signal(SIGPIPE, SIG_DFL)
            raise(SIGPIPE)
        }
        guard let ending = Ending(error) else { exit(withError: error) }
        if let message = ending.message { Console.say("archive: \(message)") }
        exit(withError: ExitCode(ending.code))
    }
}
