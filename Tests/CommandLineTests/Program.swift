import Foundation
import Glibc
import Testing

/// What a run of the program came to.
struct Outcome: Equatable, CustomStringConvertible {
    var code: Int32
    var output: String
    var errors: String

    init(_ code: Int32, output: String = "", errors: String = "") {
        self.code = code
        self.output = output
        self.errors = errors
    }

    var description: String { "code \(code)\n--- output\n\(output)--- errors\n\(errors)---" }
}

/// The program, as it was built beside these tests, in a directory of its own that goes with it.
final class Program: Sendable {
    let directory: String

    init() {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("archive-command-\(UUID().uuidString)").path
        // Where this fails, so does the test, at the first file.
        try? FileManager.default.createDirectory(atPath: directory + "/out", withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Beside the program that runs these tests.
    static var path: String {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let path = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("archive").path
            try #require(access(path, X_OK) == 0, "\(path) has not been built")
            return path
        }
    }

    func path(_ name: String) -> String { "\(directory)/\(name)" }

    func write(_ text: String, to name: String) throws {
        try write(Data(text.utf8), to: name)
    }

    func write(_ data: Data, to name: String) throws {
        let url = URL(fileURLWithPath: path(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    /// Runs the program in its directory.
    func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) async throws -> Outcome {
        try await start(arguments, input: input, environment: environment).finish()
    }

    /// Runs a line of shell, in which `archive` is the program.
    func shell(_ line: String, environment: [String: String] = [:]) async throws -> Outcome {
        var environment = environment
        environment["PATH"] = URL(fileURLWithPath: try Self.path).deletingLastPathComponent().path + ":/usr/bin:/bin"
        return try await Run(self, executable: "/bin/bash", ["-c", line], environment: environment).finish(input: "")
    }

    func start(_ arguments: [String], input: String? = nil, environment: [String: String] = [:]) throws -> Run {
        let run = try Run(self, executable: Self.path, arguments, environment: environment)
        if let input { try run.give(input) }
        return run
    }

    /// A run under way.
    final class Run {
        private let process = Process()
        private let end: AsyncStream<Void>
        private let program: Program
        private let input = Pipe()
        private let output: String
        private let errors: String

        init(_ program: Program, executable: String, _ arguments: [String], environment: [String: String]) throws {
            self.program = program
            let name = UUID().uuidString
            (output, errors) = (program.path("out/\(name).out"), program.path("out/\(name).err"))
            process.executableURL = URL(fileURLWithPath: executable)
            process.arguments = arguments
            process.currentDirectoryURL = URL(fileURLWithPath: program.directory)
            process.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "XDG_STATE_HOME": program.path("state")].merging(environment)
            { $1 }
            process.standardInput = input
            // Files, not pipes: nobody has to read two of them at once.
            let files = (try Self.create(output), try Self.create(errors))
            process.standardOutput = files.0
            process.standardError = files.1
            let (end, ended) = AsyncStream.makeStream(of: Void.self)
            self.end = end
            // Nothing here waits on a thread: the tests share few of them, with servers that the program talks to.
            process.terminationHandler = { _ in ended.finish() }
            try process.run()
            // The program has its own by now. Left open, they would be there until the last test ends: `Process` keeps them.
            try files.0.close()
            try files.1.close()
        }

        private static func create(_ path: String) throws -> FileHandle {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
            return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        }

        /// Gives standard input, all of it.
        func give(_ text: String) throws {
            try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
            try input.fileHandleForWriting.close()
        }

        /// Waits until the program has said something on standard error.
        func waitForErrors(containing text: String) async throws {
            // A file tells nobody that it has grown, so it is looked at again; without an end only if the program has none.
            while try !String(contentsOfFile: errors, encoding: .utf8).contains(text) {
                try #require(process.isRunning, "the program has ended without saying \(text)")
                try await Task.sleep(for: .milliseconds(5))
            }
        }

        func send(_ signal: Int32) {
            kill(process.processIdentifier, signal)
        }

        func finish(input: String? = nil) async throws -> Outcome {
            if let input { try give(input) }
            for await _ in end {}
            let code = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
            return Outcome(
                code, output: try String(contentsOfFile: output, encoding: .utf8),
                errors: try String(contentsOfFile: errors, encoding: .utf8))
        }
    }
}
