import ArgumentParser
import Foundation

/// Where the archive is.
struct ArchiveOptions: ParsableArguments {
    @Option(
        name: .customLong("archive"),
        help: ArgumentHelp("The archive's directory (default: $ARCHIVE_DIR, else ./archive).", valueName: "dir"),
        completion: .directory)
    var named: String?

    /// The directory, by the option, the environment or the custom.
    var directory: String {
        if let named { return named }
        let environment = ProcessInfo.processInfo.environment["ARCHIVE_DIR"] ?? ""
        return environment.isEmpty ? "archive" : environment
    }

    func validate() throws {
        if named?.isEmpty == true { throw ValidationError("--archive names no directory") }
    }
}

/// How much is said.
struct TalkOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say nothing but what failed.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say more on standard error.")
    var verbose = false

    func validate() throws {
        if quiet && verbose { throw ValidationError("--quiet and --verbose contradict each other") }
    }

    var console: Console { Console(isQuiet: quiet, isVerbose: verbose) }
}

/// How long to wait for the right to write.
struct WaitOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How long to wait while another writer holds the archive (default: 0).", valueName: "seconds"))
    var wait: Double?

    func validate() throws {
        guard let wait else { return }
        guard wait.isFinite, (0...1e9).contains(wait) else { throw ValidationError("--wait takes a number of seconds, zero or more") }
    }

    var duration: Duration { .milliseconds(Int64((wait ?? 0) * 1000)) }
}

/// Whether programs are to read what is printed.
struct FormOptions: ParsableArguments {
    @Flag(help: "Print JSON, one object a line.")
    var json = false
}
