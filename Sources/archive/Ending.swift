import ArchiveStore
import ArgumentParser
import LinkResolver

/// How the program ends after an error: by the table of exit codes in its manual.
struct Ending {
    static let someFailed: Int32 = 1
    static let noInput: Int32 = 66
    static let inputOutput: Int32 = 74
    static let tryAgain: Int32 = 75

    var code: Int32
    /// What is still to be said.
    var message: String?

    /// `nil` for errors of argument parsing, which bring usage and code with them.
    init?(_ error: any Error) {
        switch error {
        case let error as ArchiveError:
            code = Self.code(of: error)
            message = error.description
        case let error as OutputError:
            code = Self.inputOutput
            message = error.description
        case let error as ResolverError:
            code = Self.inputOutput
            message = error.description
        case let error as InputReadingError:
            code = Self.inputOutput
            message = error.description
        case let error as FileError:
            code = Self.inputOutput
            message = error.description
        case let error as NoSuchThread:
            code = Self.noInput
            message = error.description
        case let error as Interrupted:
            code = 128 + error.signal
            message = error.description
        default: return nil
        }
    }

    private static func code(of error: ArchiveError) -> Int32 {
        switch error {
        case .missing: noInput
        case .ambiguous: ExitCode.validationFailure.rawValue
        case .locked: tryAgain
        case .notAnArchive, .newerFormat, .inputOutput, .damaged, .index, .unencodable, .closed: inputOutput
        }
    }
}
