import Foundation
import PageReader
import ThreadModel

/// Pages for tests: those of the repository, and small ones written on the spot.
enum Page {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent()

    /// The top of the repository.
    static let root = tests.deletingLastPathComponent().deletingLastPathComponent()

    /// A page of `Samples`.
    static func sample(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: "Samples").appending(path: name)))
    }

    /// A page of `Fixtures`.
    static func fixture(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: tests.appending(path: "Fixtures").appending(path: name)))
    }

    static func read(_ text: String, path: String? = nil, url: String? = nil) throws -> CommentThread {
        try PageReader().read(Capture(bytes: Array(text.utf8), path: path, url: url))
    }

    static func readSample(_ name: String) throws -> CommentThread {
        try PageReader().read(Capture(bytes: sample(name), path: name))
    }

    static func readFixture(_ name: String) throws -> CommentThread {
        try PageReader().read(Capture(bytes: fixture(name), path: name))
    }
}
