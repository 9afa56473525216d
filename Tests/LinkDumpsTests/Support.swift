import CLibArchive
import Foundation
import Glibc
import ShortLinks
import Testing

@testable import LinkDumps

/// How a text is compressed.
enum Packing: CaseIterable {
    case plain, xz, gzip, bzip2, zstd

    fileprivate func add(to archive: OpaquePointer) -> Int32 {
        switch self {
        case .plain: archive_write_add_filter_none(archive)
        case .xz: archive_write_add_filter_xz(archive)
        case .gzip: archive_write_add_filter_gzip(archive)
        case .bzip2: archive_write_add_filter_bzip2(archive)
        case .zstd: archive_write_add_filter_zstd(archive)
        }
    }
}

/// Bytes as libarchive writes them: a text, or a zip of several.
enum Pack {
    struct Failure: Error {}

    /// A text in one stream.
    static func text(_ bytes: some Sequence<UInt8>, _ packing: Packing = .xz) throws -> [UInt8] {
        try write([(name: "text", bytes: Array(bytes))]) { archive in
            archive_write_set_format_raw(archive) == ARCHIVE_OK && packing.add(to: archive) == ARCHIVE_OK
                // Nothing is added to fill a block.
                && archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK
        }
    }

    static func text(_ text: String, _ packing: Packing = .xz) throws -> [UInt8] { try self.text(text.utf8, packing) }

    static func zip(_ files: [(name: String, bytes: [UInt8])], deflated: Bool = false) throws -> [UInt8] {
        try write(files) { archive in
            archive_write_set_format_zip(archive) == ARCHIVE_OK
                && (deflated ? archive_write_zip_set_compression_deflate(archive) : archive_write_zip_set_compression_store(archive))
                    == ARCHIVE_OK
        }
    }

    private static func write(_ files: [(name: String, bytes: [UInt8])], _ setUp: (OpaquePointer) -> Bool) throws -> [UInt8] {
        guard let archive = archive_write_new() else { throw Failure() }
        defer { archive_write_free(archive) }
        var output = [UInt8](repeating: 0, count: files.reduce(65536) { $0 + 2 * $1.bytes.count + 1024 })
        var used = 0
        try output.withUnsafeMutableBytes { buffer in
            guard setUp(archive), archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used) == ARCHIVE_OK else {
                throw Failure()
            }
            for (name, bytes) in files {
                guard let entry = archive_entry_new() else { throw Failure() }
                defer { archive_entry_free(entry) }
                archive_entry_set_pathname(entry, name)
                archive_entry_set_filetype(entry, UInt32(Glibc.S_IFREG))
                archive_entry_set_size(entry, la_int64_t(bytes.count))
                guard archive_write_header(archive, entry) == ARCHIVE_OK,
                    archive_write_data(archive, bytes, bytes.count) == bytes.count
                else { throw Failure() }
            }
            guard archive_write_close(archive) == ARCHIVE_OK else { throw Failure() }
        }
        return Array(output.prefix(used))
    }
}

/// A dump, and what is looked for in it.
struct Dump {
    var path = "dump.txt"
    var service: String?
    var watch = DumpReader.Watch()

    /// What comes of reading bytes as a file.
    func read(_ bytes: [UInt8], for links: [String]) throws -> (targets: [String: [DumpFindings.Target]], report: DumpReport) {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("link-dumps-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try read(for: links) { reader in
            let handle = try FileHandle(forReadingFrom: file)
            return reader.read(file: handle.fileDescriptor, path: path, watch: watch)
        }
    }

    /// What comes of reading bytes from a pipe.
    func readStream(_ bytes: [UInt8], for links: [String]) throws -> (targets: [String: [DumpFindings.Target]], report: DumpReport) {
        try read(for: links) { reader in
            let pipe = Pipe()
            let writer = Thread {
                pipe.fileHandleForWriting.write(Data(bytes))
                try? pipe.fileHandleForWriting.close()
            }
            writer.start()
            return reader.read(stream: pipe.fileHandleForReading.fileDescriptor, name: "standard input", watch: watch)
        }
    }

    private func read(
        for links: [String], _ read: (DumpReader) throws -> DumpReport
    ) throws -> (targets: [String: [DumpFindings.Target]], report: DumpReport) {
        var wanted = WantedCodes()
        let codes = try links.map { try #require(ShortCode($0), "\($0) is a short link") }
        for code in codes { wanted.insert(code) }
        let reader = DumpReader(wanted: wanted, service: service.flatMap { ServiceTable.bundled.service(ofHost: $0) })
        let report = try read(reader)
        var targets: [String: [DumpFindings.Target]] = [:]
        for (link, code) in zip(links, codes) {
            targets[link] = wanted.numbers(of: code).lazy.map { report.findings[$0] }.first { !$0.isEmpty }
        }
        return (targets, report)
    }
}

/// Fails unless a plain text has these targets, and nothing goes wrong.
func expectTargets(
    _ text: some Sequence<UInt8>, path: String = "dump.txt", service: String? = nil, _ expected: [String: [String]],
    lookingAlsoFor others: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let (targets, report) = try Dump(path: path, service: service).read(Array(text), for: Array(expected.keys) + others)
    #expect(report.failures.map(\.error) == [], sourceLocation: sourceLocation)
    #expect(targets.mapValues { $0.map(\.url) } == expected, sourceLocation: sourceLocation)
}

func expectTargets(
    _ text: String, path: String = "dump.txt", service: String? = nil, _ expected: [String: [String]], lookingAlsoFor others: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    try expectTargets(
        Array(text.utf8), path: path, service: service, expected, lookingAlsoFor: others, sourceLocation: sourceLocation)
}

/// The head of the URLTeam's files.
func head(_ prefix: String?, timestamp: String? = "2015-07-29T12:00:00.123456") -> String {
    "#FORMAT: BEACON\n" + (prefix.map { "#PREFIX: \($0)\n" } ?? "") + "#HOMEPAGE: http://urlte.am/\n"
        + (timestamp.map { "#TIMESTAMP: \($0)\n" } ?? "") + "\n"
}
