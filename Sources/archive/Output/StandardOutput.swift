import Foundation
import Glibc
import ThreadModel

/// Why nothing more could be written to standard output.
enum OutputError: Error, CustomStringConvertible {
    /// Whoever read it has left: `archive list | head`.
    case readerHasLeft
    case system(code: Int32)

    var description: String {
        switch self {
        case .readerHasLeft: "standard output: nobody reads it"
        case .system(let code): "standard output: could not write: \(String(cString: strerror(code)))"
        }
    }
}

/// Standard output: data, in large pieces.
struct StandardOutput: ~Copyable {
    private static let pieceLength = 64 * 1024

    /// Whether a person is looking.
    let isTerminal = isatty(STDOUT_FILENO) != 0
    private var buffer: [UInt8] = []

    /// Runs a body that writes, and writes what is left at its end, also where it fails.
    nonisolated(nonsending) static func write<Result>(_ body: (inout StandardOutput) async throws -> Result) async throws -> Result {
        var output = StandardOutput()
        let result: Result
        do {
            result = try await body(&output)
        } catch {
            try? output.flush()
            throw error
        }
        try output.flush()
        return result
    }

    /// The columns of the terminal, at most as many as are good to read; 80 where there is none.
    var width: Int {
        var size = winsize()
        guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return min(Int(size.ws_col), 120)
    }

    /// Whether words may be set in bold (https://no-color.org).
    var hasStyle: Bool {
        isTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
            && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// Prints a line for people.
    mutating func line(_ text: String = "") throws {
        try put(text + "\n")
    }

    /// Prints a value as one line of JSON.
    mutating func json(_ value: some Encodable, _ form: JSONValue.Form = .line) throws {
        try json(RecordEncoder.encode(value).bytes(form))
    }

    /// Prints JSON text.
    mutating func json(_ bytes: [UInt8]) throws {
        if isTerminal {
            try put(PlainText.json(String(decoding: bytes, as: UTF8.self)) + "\n")
        } else {
            buffer += bytes
            try put("\n")
        }
    }

    /// Prints a document as it is; on a terminal without what a terminal may take for a command.
    mutating func document(_ bytes: [UInt8]) throws {
        if isTerminal { return try put(PlainText.lines(String(decoding: bytes, as: UTF8.self))) }
        try flush()
        buffer = bytes
        try flush()
    }

    private mutating func put(_ text: String) throws {
        buffer += text.utf8
        if isTerminal || buffer.count >= Self.pieceLength { try flush() }
    }

    mutating func flush() throws {
        var start = 0
        defer { buffer.removeAll(keepingCapacity: true) }
        while start < buffer.count {
            let count = buffer.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress?.advanced(by: start), $0.count - start) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw errno == EPIPE ? OutputError.readerHasLeft : OutputError.system(code: errno) }
            start += count
        }
    }
}
