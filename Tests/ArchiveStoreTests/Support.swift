import Foundation
import Testing
import ThreadModel

@testable import ArchiveStore

/// A directory of its own for each test of a suite that has one as a property; removed with the test.
final class TemporaryDirectory: Sendable {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("archive-store-\(UUID().uuidString)").path
        // Where this fails, so does the test, at the first file.
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// A page with one comment for each text.
func makeThread(
    _ id: String, title: String = "Le voyage en train", comments: [String] = ["Merci pour ce récit."], path: String? = "page.html",
    capturedAt: String? = nil
) -> CommentThread {
    CommentThread(
        id: id, url: "http://blog.example/\(id).html", title: title, language: "fr",
        post: Post(
            author: Author(name: "Élodie"), published: PublishedDate(printed: "9 février 2011", local: "2011-02-09"),
            text: "Départ à l'aube, le 9 février.", links: [Link(url: "https://rail.example/horaires")]),
        comments: comments.enumerated().map { index, text in
            Comment(
                id: "c\(index + 1)", author: Author(name: "Di@ne"), text: text,
                links: [Link(url: "http://bit.ly/\(id)\(index)", short: true)])
        },
        source: Source(
            path: path, sha256: String(repeating: "0", count: 64), bytes: 1, mediaType: "text/html", encoding: "utf-8",
            capturedAt: capturedAt, platform: "typepad", reader: "typepad"))
}

func makeExpansion(
    _ url: String, _ status: Expansion.Status = .resolved, final: String? = "https://rail.example/carte",
    checkedAt: String = "2026-01-31T08:00:00Z",
    attempts: Int = 1
) -> Expansion {
    Expansion(url: url, status: status, final: final, via: .redirect, checkedAt: checkedAt, attempts: attempts)
}

/// A page whose comments each have one short link.
func makeThread(_ id: String, links: [String]) -> CommentThread {
    var thread = makeThread(id, comments: links)
    for (index, url) in links.enumerated() { thread.comments[index].links = [Link(url: url, short: true)] }
    return thread
}

/// Stores threads and expansions, and closes the archive.
@discardableResult
func store(
    _ threads: [CommentThread] = [], _ expansions: [Expansion] = [], in directory: String, options: ArchiveWriter.Options = .init()
) throws -> [ArchiveWriter.Outcome] {
    let writer = try ArchiveWriter(directory: directory, options: options)
    var outcomes: [ArchiveWriter.Outcome] = []
    for thread in threads { outcomes.append(try writer.append(thread)) }
    for expansion in expansions { try writer.append(expansion) }
    try writer.close()
    return outcomes
}

func elements<Element>(_ cursor: ArchiveCursor<Element>) throws -> [Element] {
    var cursor = cursor
    var elements: [Element] = []
    while let element = try cursor.next() { elements.append(element) }
    return elements
}

func lines(_ path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
}

func names(in directory: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
}

/// What `verify` finds: the problems, and the numbers.
func verify(_ directory: String) throws -> (findings: [Finding], result: Verification) {
    var findings: [Finding] = []
    let result = try ArchiveReader(directory: directory).verify { findings.append($0) }
    return (findings, result)
}

/// Fails unless the archive is sound.
func expectSound(_ directory: String, threads: Int, expansions: Int = 0, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let (findings, result) = try verify(directory)
    #expect(findings.filter { $0.severity == .problem } == [], sourceLocation: sourceLocation)
    #expect(result.threadRecords == threads, sourceLocation: sourceLocation)
    #expect(result.expansionRecords == expansions, sourceLocation: sourceLocation)
}

/// Changes a file's bytes.
func edit(_ path: String, _ change: (inout Data) -> Void) throws {
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    change(&data)
    try data.write(to: URL(fileURLWithPath: path))
}
