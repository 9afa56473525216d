import ArgumentParser
import Glibc

/// The inputs that failed: each is named as it comes, and the exit code tells of them at the end.
struct Failures {
    private(set) var count = 0
    private var missing = 0

    /// Ends the command where none of the inputs exists: then no archive is made, and none is looked for.
    ///
    /// - Throws: `ExitCode`
    static func endIfNothingIsThere(of inputs: [String], _ console: Console) throws {
        guard inputs.allSatisfy({ $0 != "-" && access($0, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR) }) else { return }
        var failures = Failures()
        for input in inputs { failures.report(InputFailure(errno: ENOENT), of: input, to: console) }
        try failures.end(of: inputs.count)
    }

    mutating func report(_ failure: InputFailure, of name: String, to console: Console) {
        count += 1
        if failure.isMissing { missing += 1 }
        console.failure("\(name): \(failure)")
    }

    /// Ends the command.
    ///
    /// - Parameter inputs: how many inputs were named.
    /// - Throws: `ExitCode`, if not all went well.
    func end(of inputs: Int) throws {
        guard count > 0 else { return }
        throw ExitCode(missing >= inputs ? Ending.noInput : Ending.someFailed)
    }
}
