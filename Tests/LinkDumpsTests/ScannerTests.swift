import Foundation
import ShortLinks
import Testing

@testable import LinkDumps

@Suite("Codes and lines")
struct ScannerTests {
    @Test("a table finds each of many codes, of every length, and no other")
    func table() {
        let codes = (0..<20_000).map { number in String(number, radix: 36) + String(repeating: "x", count: number % 40) }
        var builder = CodeTable.Builder()
        for (number, code) in codes.enumerated() { builder.add(Array(code.utf8), number: number) }
        let table = builder.build()
        func number(_ code: String) -> Int? { Array(code.utf8).withUnsafeBytes { table.number(of: $0) } }
        #expect(codes.enumerated().allSatisfy { number($0.element) == $0.offset })
        #expect(codes.allSatisfy { number($0 + "!") == nil && number("A" + $0) == nil })
        #expect(number("") == nil && number(String(repeating: "x", count: 1000)) == nil)
    }

    @Test("a table leaves out codes that are empty or longer than any code is")
    func tableLimits() {
        var builder = CodeTable.Builder()
        builder.add([], number: 0)
        builder.add(Array(repeating: 0x61, count: 256), number: 1)
        #expect(builder.build().isEmpty)
    }

    /// What comes of a text that is given in pieces of some length.
    private func scan(_ text: [UInt8], pieces length: Int, codeLength: String) throws -> (targets: [String], lines: Int) {
        var wanted = WantedCodes()
        wanted.insert(ShortCode(service: "bit.ly", code: "aaaaaa"))
        wanted.insert(ShortCode(service: "bit.ly", code: "bb"))
        let context = ScanContext(
            tables: CodeTables(wanted), services: .bundled,
            name: DumpName(path: codeLength, entry: nil, names: ServiceNames(.bundled)), service: nil, template: nil)
        var scanner = TextScanner(context)
        var rest: [UInt8] = []
        for start in stride(from: 0, through: text.count, by: length) {
            rest += text[start..<min(start + length, text.count)]
            let used = try rest.withUnsafeBytes { try scanner.consume($0, atEnd: start + length > text.count) }
            rest.removeFirst(used)
        }
        try scanner.finish()
        #expect(rest.isEmpty)
        return ((0..<2).flatMap { scanner.findings[$0].map(\.url) }, scanner.lines)
    }

    static let texts: [(text: String, name: String, targets: [String])] = [
        (
            head("http://bit.ly/") + "aaaaaa|http://a.example/\nx|y\ncccccc|z\naaaaaa|http://b.example/", "______.txt",
            ["http://a.example/\nx|y", "http://b.example/"]
        ),
        (
            head("http://bit.ly/") + "aaaaaa|http://a.example/\nx\nbb|http://b.example/\n", "dump.txt",
            ["http://a.example/\nx", "http://b.example/"]
        ),
        (
            head(nil) + "http://bit.ly/aaaaaa|http://a.example/\nx\nhttp://j.mp/bb|http://b.example/\n", "dump.txt",
            ["http://a.example/\nx", "http://b.example/"]
        ),
        (
            "#FORMAT: BEACON\r#PREFIX: http://bit.ly/\r\raaaaaa||http://a.example/\r\nbb|http://b.example/\r", "dump.txt",
            ["http://a.example/", "http://b.example/"]
        ),
    ]

    @Test("where a text is cut into pieces makes no difference", arguments: texts)
    func pieces(text: String, name: String, targets: [String]) throws {
        let bytes = Array(text.utf8)
        let whole = try scan(bytes, pieces: bytes.count + 1, codeLength: name)
        #expect(whole.targets == targets)
        for length in 1...64 {
            let cut = try scan(bytes, pieces: length, codeLength: name)
            #expect(cut.targets == targets && cut.lines == whole.lines, "pieces of \(length)")
        }
    }
}
