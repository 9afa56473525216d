import Foundation
import Glibc

/// The inputs that arguments name, one after the other: files as they are, directories with the files in them that may be meant, in the order of their names.
struct InputWalk: Sequence, IteratorProtocol {
    enum Element: Sendable {
        case page(PageInput)
        case failure(name: String, InputFailure)
    }

    private struct Identity: Hashable {
        var device: dev_t
        var inode: ino_t
    }

    private static let pageSuffixes = [".html", ".htm", ".xhtml", ".txt"]

    /// What is still to be looked at, the next one last.
    private var rest: [(input: PageInput, isNamed: Bool)]
    private let walksDirectories: Bool
    private let suffixes: [String]
    /// Each directory is entered once, so that symbolic links cannot lead in circles.
    private var entered: Set<Identity> = []

    /// - Parameter suffixes: how the names of files end that are taken in directories.
    init(_ arguments: [String], walksDirectories: Bool, suffixes: [String] = pageSuffixes) {
        self.suffixes = suffixes
        rest = arguments.reversed().map { (PageInput(argument: $0), true) }
        self.walksDirectories = walksDirectories
    }

    mutating func next() -> Element? {
        while let (input, isNamed) = rest.popLast() {
            guard walksDirectories, let file = input.file else { return .page(input) }
            var status = stat()
            guard stat(file, &status) == 0 else {
                // What is named is reported when it is read; a link that leads nowhere in a directory is not a page.
                if isNamed { return .page(input) }
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR:
                guard entered.insert(Identity(device: status.st_dev, inode: status.st_ino)).inserted else { continue }
                if let failure = enter(file) { return .failure(name: input.name, failure) }
            case S_IFREG where isNamed || isTaken(input.name): return .page(input)
            default: if isNamed { return .page(input) }
            }
        }
        return nil
    }

    private func isTaken(_ name: String) -> Bool {
        let name = name.lowercased()
        return suffixes.contains { name.hasSuffix($0) }
    }

    /// Puts what a directory holds in front of the rest. Hidden files are left out.
    private mutating func enter(_ directory: [CChar]) -> InputFailure? {
        guard let stream = opendir(directory) else { return InputFailure(errno: errno) }
        defer { closedir(stream) }
        var names: [[CChar]] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) { name in
                    Array(UnsafeBufferPointer(start: name, count: strlen(name) + 1))
                }
            }
            if name.first != CChar(bitPattern: UInt8(ascii: ".")) { names.append(name) }
        }
        names.sort { left, right in
            left.lazy.map(UInt8.init(bitPattern:)).lexicographicallyPrecedes(right.lazy.map(UInt8.init(bitPattern:)))
        }
        var prefix = Array(directory.dropLast())
        if prefix.last != CChar(bitPattern: UInt8(ascii: "/")) { prefix.append(CChar(bitPattern: UInt8(ascii: "/"))) }
        rest += names.reversed().map { (PageInput(found: prefix + $0), false) }
        return nil
    }
}
