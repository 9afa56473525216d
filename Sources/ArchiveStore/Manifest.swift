import Foundation
import Glibc
import ThreadModel

/// `archive.json`: says that a directory is an archive, and of which version.
struct Manifest: Codable, Hashable {
    static let format = "comment-thread-archive"
    static let version = 1

    var format: String
    var version: Int
    var created: String

    /// Reads and checks the manifest of an archive.
    ///
    /// - Throws: ``ArchiveError/missing(directory:)``, ``ArchiveError/notAnArchive(directory:reason:)``, ``ArchiveError/newerFormat(file:version:)``.
    static func read(_ layout: Layout) throws -> Manifest {
        guard let data = try contents(layout) else {
            let names = try layout.names(in: layout.directory)
            guard names.allSatisfy(isOurs) else {
                throw ArchiveError.notAnArchive(directory: layout.directory, reason: "it has files, but no archive.json")
            }
            throw ArchiveError.missing(directory: layout.directory)
        }
        struct Header: Decodable {
            var format: String?
            var version: Int?
        }
        let header = try? JSONDecoder().decode(Header.self, from: data)
        guard let header, header.format == format, let version = header.version, version > 0 else {
            let reason = "its archive.json does not say {\"format\": \"\(format)\", \"version\": …}"
            throw ArchiveError.notAnArchive(directory: layout.directory, reason: reason)
        }
        guard version <= Self.version else { throw ArchiveError.newerFormat(file: layout.manifest, version: version) }
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: data) else {
            throw ArchiveError.damaged(file: layout.manifest, line: nil, reason: "it does not say when the archive was created")
        }
        return manifest
    }

    /// Makes the manifest of a new archive: whole or not at all, also if the power fails.
    static func create(_ layout: Layout, now: Date, _ calls: SystemCalls) throws {
        let manifest = Manifest(format: format, version: version, created: now.formatted(.iso8601))
        let text = try RecordEncoder.encode(manifest).text(.pretty) + "\n"
        let draft = layout.manifest + ".new"
        let file = try Descriptor(draft, O_WRONLY | O_CREAT | O_TRUNC, toDo: "create")
        try calls.writeAll(Data(text.utf8), to: file)
        try calls.syncFile(file)
        guard rename(draft, layout.manifest) == 0 else { throw ArchiveError.system("create", layout.manifest) }
        try calls.syncDirectory(layout.directory)
    }

    /// Whether a directory without a manifest may become an archive: it holds nothing but what a first run leaves that was cut short.
    static func isOurs(_ name: String) -> Bool {
        name.hasPrefix(".") || ["lock", "archive.json.new", "lost+found"].contains(name)
    }

    private static func contents(_ layout: Layout) throws -> Data? {
        do {
            let file = try Descriptor(layout.manifest, O_RDONLY)
            return try file.read(0..<min(file.size(), 65536))
        } catch ArchiveError.inputOutput(_, _, code: ENOENT) {
            return nil
        }
    }
}
