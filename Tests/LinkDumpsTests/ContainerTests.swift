import Testing

@testable import LinkDumps

@Suite("Compressed files")
struct ContainerTests {
    private static let link = "http://bit.ly/aaaaaa"
    private static let text = head("http://bit.ly/") + "aaaaaa|http://a.example/\n"

    @Test(
        "a text may be compressed with any of these, or not at all, alone or in a zip, from a file or a stream", arguments: Packing.allCases
    )
    func packings(packing: Packing) throws {
        let text = try Pack.text(Self.text, packing)
        for bytes in [text, try Pack.zip([("b/______.txt.xz", text)]), try Pack.zip([("b/______.txt.xz", text)], deflated: true)] {
            for (targets, report) in [try Dump().read(bytes, for: [Self.link]), try Dump().readStream(bytes, for: [Self.link])] {
                #expect(targets[Self.link]?.map(\.url) == ["http://a.example/"])
                #expect(report.failures.isEmpty && report.texts == 1 && report.lines == 1)
            }
        }
    }

    @Test("several streams one after the other are one text", arguments: Packing.allCases)
    func streams(packing: Packing) throws {
        let parts = [head("http://bit.ly/"), "aaaaaa|http://a.exam", "ple/\nbbbbbb|http://b.example/\n"]
        let text = try parts.flatMap { try Pack.text($0, packing) }
        for bytes in [text, try Pack.zip([("b/______.txt.xz", text)])] {
            let (targets, report) = try Dump().read(bytes, for: [Self.link, "http://bit.ly/bbbbbb"])
            #expect(
                targets.mapValues { $0.map(\.url) } == [Self.link: ["http://a.example/"], "http://bit.ly/bbbbbb": ["http://b.example/"]])
            #expect(report.failures.isEmpty)
        }
    }

    /// A text that is several times larger than what any decompressor holds at once (bzip2: 900 kB), with the wanted link near its beginning.
    private static func long() throws -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        let lines = (0..<60_000).map { _ in "zzzzzz|http://\(random.next()).example/\(random.next())\n" }
        return Array((text + lines.joined()).utf8)
    }

    @Test("of a text that is cut off, what stands before is kept, and the end is reported", arguments: Packing.allCases)
    func cutOff(packing: Packing) throws {
        let text = try Pack.text(try Self.long(), packing)
        let cut = Array(text.prefix(text.count / 2))
        let (targets, report) = try Dump().read(cut, for: [Self.link])
        #expect(targets[Self.link]?.map(\.url) == ["http://a.example/"])
        // A plain text may end anywhere.
        #expect(report.failures.count == (packing == .plain ? 0 : 1))
        #expect(report.failures.allSatisfy { if case .damaged = $0.error { $0.entry == nil } else { false } })
    }

    @Test(
        "of a text that is damaged, what stands before is kept, and the texts beside it are read",
        arguments: [Packing.xz, .bzip2, .zstd])
    func damaged(packing: Packing) throws {
        // Not gzip: libarchive does not compare its checksums, and most damage decompresses to something.
        var text = try Pack.text(try Self.long(), packing)
        for place in text.count * 3 / 4..<text.count * 3 / 4 + 64 { text[place] = 0xA5 }
        let zip = try Pack.zip([
            ("b/______.txt.xz", text), ("b/_____.txt.xz", try Pack.text(head("http://bit.ly/") + "bbbbb|http://b.example/\n")),
        ])
        let (targets, report) = try Dump(path: "b.zip").read(zip, for: [Self.link, "http://bit.ly/bbbbb"])
        #expect(targets.count == 2)
        #expect(report.failures.map(\.entry) == ["b/______.txt.xz"])
        #expect(report.failures.allSatisfy { if case .damaged = $0.error { true } else { false } })
    }

    @Test("the line that a cut leaves unfinished is none")
    func unfinished() throws {
        let text = try Self.long() + Array("aaaaab|http://whole.example/".utf8)
        let packed = try Pack.text(text, .gzip)
        let (targets, report) = try Dump().read(Array(packed.dropLast(12)), for: [Self.link, "http://bit.ly/aaaaab"])
        #expect(report.failures.count == 1 && targets[Self.link] != nil && targets["http://bit.ly/aaaaab"] == nil)
    }

    @Test("a zip that is cut off is reported once")
    func cutZip() throws {
        let zip = try Pack.zip([("b/______.txt.xz", try Pack.text(try Self.long()))])
        let (targets, report) = try Dump(path: "b.zip").read(Array(zip.prefix(zip.count / 2)), for: [Self.link])
        #expect(targets[Self.link] != nil && report.failures.count == 1)
    }

    @Test("a zip inside a zip is not opened, a README is passed over, and an empty file does no harm")
    func others() throws {
        let inner = try Pack.zip([("b/______.txt", Array(Self.text.utf8))])
        let zip = try Pack.zip([
            ("inner.zip", inner), ("b/README.txt", Array("Words.\n".utf8)), ("b/empty.txt", []), ("b/picture.png", [0x89, 0, 0, 0]),
            ("b/packed.zip.xz", try Pack.text(inner)),
        ])
        let (targets, report) = try Dump(path: "b.zip").read(zip, for: [Self.link])
        #expect(targets.isEmpty)
        #expect(report.failures.map(\.entry) == ["inner.zip", "b/picture.png", "b/packed.zip.xz"])
        #expect(report.failures.map(\.error) == [.nestedZip, .notText, .nestedZip])
    }

    @Test("a project's description says to which service codes belong that have no head", arguments: [true, false])
    func description(packed: Bool) throws {
        let json = #"{"name": "p", "url_template": "http://tr.im/{shortcode}"}"#
        let zip = try Pack.zip([
            packed ? ("p/p.meta.json.xz", try Pack.text(json)) : ("p/p.meta.json", Array(json.utf8)),
            ("p/___.txt.xz", try Pack.text("abc|http://a.example/\n")),
        ])
        let (targets, report) = try Dump(path: "p.zip").read(zip, for: ["http://tr.im/abc"])
        #expect(targets["http://tr.im/abc"]?.map(\.url) == ["http://a.example/"])
        #expect(targets["http://tr.im/abc"]?.map(\.first.source) == ["p.zip/p/___.txt.xz"])
        #expect(report.failures.isEmpty && report.texts == 1)
    }

    @Test("reading ends when it is asked to, keeps what was found, and calls nothing damaged")
    func stopped() throws {
        let text = try Pack.text(try Self.long())
        let dump = Dump(watch: .init(shouldStop: { true }))
        let (targets, report) = try dump.read(text, for: [Self.link])
        #expect(targets.isEmpty && report.failures.isEmpty && report.lines == 0)
    }
}
