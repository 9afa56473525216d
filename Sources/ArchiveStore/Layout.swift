import Foundation
import Glibc

/// Where the files of an archive are.
struct Layout: Sendable {
    /// As it was given, for messages.
    let directory: String

    init(_ directory: String) {
        self.directory = directory.count > 1 && directory.hasSuffix("/") ? String(directory.dropLast()) : directory
    }

    var manifest: String { "\(directory)/archive.json" }
    var index: String { "\(directory)/index.sqlite" }
    var lock: String { "\(directory)/lock" }

    func path(_ folder: Folder) -> String { "\(directory)/\(folder.rawValue)" }
    func path(_ segment: Segment) -> String { "\(directory)/\(segment.path)" }

    /// The segments of a folder in order; none if there is no such folder.
    func segments(_ folder: Folder) throws -> [Segment] {
        try names(in: path(folder)).compactMap { Segment(folder, named: $0) }.sorted { $0.number < $1.number }
    }

    /// What recovery has set aside, by path relative to the archive.
    func setAside(_ folder: Folder) throws -> [String] {
        try names(in: path(folder)).filter { $0.contains(TornTail.mark) }.sorted().map { "\(folder.rawValue)/\($0)" }
    }

    /// The names in a directory; none if it does not exist.
    func names(in directory: String) throws -> [String] {
        guard let stream = opendir(directory) else {
            if errno == ENOENT { return [] }
            throw ArchiveError.system("list", directory)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }

    /// Makes a directory and those above it, each durable in the one that holds it.
    func makeDirectory(_ path: String, _ calls: SystemCalls) throws {
        if mkdir(path, 0o777) == 0 {
            return try calls.syncDirectory(Self.parent(of: path))
        }
        switch errno {
        case EEXIST:
            // Opened, so that a file of that name is told from a directory.
            _ = try Descriptor(path, O_RDONLY | O_DIRECTORY)
        case ENOENT where Self.parent(of: path) != path:
            try makeDirectory(Self.parent(of: path), calls)
            guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw ArchiveError.system("make the directory", path) }
            try calls.syncDirectory(Self.parent(of: path))
        default: throw ArchiveError.system("make the directory", path)
        }
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
