import Foundation
import Glibc

/// Why an input could not be read or is no page; reads well after the input's name.
struct InputFailure: Error, CustomStringConvertible {
    var description: String
    /// Whether there is nothing of that name.
    var isMissing = false

    init(_ description: String) {
        self.description = description
    }

    init(errno code: Int32) {
        isMissing = code == ENOENT || code == ENOTDIR
        description = isMissing ? "there is no such file" : "cannot be read: \(String(cString: strerror(code)))"
    }
}

/// A file, or standard input, that may hold a page.
struct PageInput: Sendable {
    /// As the user named it, or as it was found below what they named.
    var name: String
    /// The name in the bytes of the file system, which need not be UTF-8; `nil` for standard input.
    var file: [CChar]?

    /// The input of an argument: `-` is standard input.
    init(argument: String) {
        name = argument == "-" ? "standard input" : argument
        file = argument == "-" ? nil : Array(argument.utf8CString)
    }

    init(found file: [CChar]) {
        self.file = file
        name = file.withUnsafeBufferPointer { $0.baseAddress.map(String.init(cString:)) ?? "" }
    }

    /// All bytes of the input, if they are not too many.
    func read(limit: Int) throws(InputFailure) -> [UInt8] {
        guard file != nil else { return try Self.read(STDIN_FILENO, expected: 0, limit: limit) }
        let (descriptor, size) = try opened()
        defer { close(descriptor) }
        guard size <= limit else { throw Self.tooLarge(limit) }
        return try Self.read(descriptor, expected: size, limit: limit)
    }

    /// The file, open for reading, and its size in bytes. Only what is a file is opened; standard input is the caller's to know.
    func opened() throws(InputFailure) -> (descriptor: Int32, size: Int) {
        guard let file else { return (STDIN_FILENO, 0) }
        // Does not wait for somebody to write into a pipe, and gives no terminal control over the program.
        let descriptor = open(file, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputFailure(errno: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw InputFailure(Self.refusal(of: status.st_mode))
        }
        return (descriptor, Int(status.st_size))
    }

    private static func read(_ descriptor: Int32, expected: Int, limit: Int) throws(InputFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var size = max(expected + 1, 65536)
        while true {
            if descriptor == STDIN_FILENO { try waitForStandardInput() }
            var failure: Int32 = 0
            let room = size - bytes.count
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                let got = Glibc.read(descriptor, buffer.baseAddress, room)
                failure = got < 0 ? errno : 0
                count = max(0, got)
            }
            if failure == EINTR { continue }
            guard failure == 0 else { throw InputFailure(errno: failure) }
            if chunk.isEmpty { break }
            // A file of a known size comes in one piece, which is then not copied.
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            guard bytes.count <= limit else { throw tooLarge(limit) }
            if bytes.count == size { size *= 2 }
        }
        guard !bytes.isEmpty else { throw InputFailure("it is empty") }
        return bytes
    }

    /// Standard input may not come for a long time; until then the program can still be asked to end.
    private static func waitForStandardInput() throws(InputFailure) {
        var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while poll(&request, 1, 200) == 0 {
            if Task.isCancelled { throw InputFailure("interrupted") }
        }
    }

    private static func tooLarge(_ limit: Int) -> InputFailure {
        InputFailure("it is larger than \(limit) bytes (--max-page-bytes)")
    }

    private static func refusal(of mode: mode_t) -> String {
        switch mode & S_IFMT {
        case S_IFDIR: "it is a directory; `archive ingest` takes directories"
        case S_IFIFO: "it is a pipe; give it as standard input, with the name -"
        case S_IFSOCK: "it is a socket, not a file"
        default: "it is a device, not a file"
        }
    }
}
