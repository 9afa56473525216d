import Foundation
import PageReader
import Testing
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

    /// The one record of a page.
    static func read(_ text: String, path: String? = nil, url: String? = nil) throws -> CommentThread {
        try read(Capture(bytes: Array(text.utf8), path: path, url: url))
    }

    static func read(_ capture: Capture) throws -> CommentThread {
        let threads = try PageReader().read(capture)
        try #require(threads.count == 1)
        return threads[0]
    }

    static func readSample(_ name: String) throws -> CommentThread {
        try read(Capture(bytes: sample(name), path: name))
    }

    static func readFixture(_ name: String) throws -> CommentThread {
        try read(Capture(bytes: fixture(name), path: name))
    }
}
