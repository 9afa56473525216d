import ArgumentParser
import Foundation
import Glibc
import LinkResolver
import Synchronization
import ThreadModel

/// Expands links from standard input to standard output, without an archive: for Spark, xargs or a queue.
///
/// A line is a URL, or a JSON object `{"url": "…", "published": "2011-02-09", "shown": "…"}` of which only `url` is needed. Expansions come
/// in the order in which they end, each as soon as it is there.
struct LinkStream {
    private struct Item: Decodable {
        var url: String
        var published: String?
        var shown: String?
    }

    /// What was wrong with lines; counted beside the thread that reads.
    private final class Faults: Sendable {
        let count = Mutex(0)
    }

    let resolver: LinkResolver

    func run(_ console: Console) async throws {
        let lines = InputLines()
        let faults = Faults()
        try await Interruption.handle {
            try await StandardOutput.write { output in
                try await resolver.expand(arriving: { Self.next(of: lines, faults, console) }) { expansion in
                    try output.json(expansion)
                    try output.flush()
                }
            }
        }
        if let code = lines.error { throw InputReadingError(code: code) }
        if faults.count.withLock({ $0 }) > 0 { throw ExitCode(Ending.someFailed) }
    }

    private static func next(of lines: InputLines, _ faults: Faults, _ console: Console) -> LinkRequest? {
        while let line = lines.next() {
            switch line {
            case .tooLong:
                faults.count.withLock { $0 += 1 }
                console.failure("standard input: a line is longer than \(InputLines.longest) bytes")
            case .text(let text):
                let text = text.trimmingCharacters(in: .whitespaces)
                if text.isEmpty { continue }
                if let request = request(text) { return request }
                faults.count.withLock { $0 += 1 }
                console.failure("standard input: not a URL or an object with a url: \(text.prefix(200))")
            }
        }
        return nil
    }

    private static func request(_ line: String) -> LinkRequest? {
        guard line.hasPrefix("{") else { return LinkRequest(url: line) }
        guard let item = try? JSONDecoder().decode(Item.self, from: Data(line.utf8)) else { return nil }
        return LinkRequest(url: item.url, shown: item.shown, published: item.published)
    }
}

/// Why standard input could not be read to its end.
struct InputReadingError: Error, CustomStringConvertible {
    var code: Int32

    var description: String { "standard input: could not be read: \(String(cString: strerror(code)))" }
}
