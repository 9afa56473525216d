import Foundation
import Glibc

/// The two folders of records.
enum Folder: String, CaseIterable, Sendable {
    case threads, links

    /// The `type` of the records in it.
    var recordType: String {
        switch self {
        case .threads: "thread"
        case .links: "expansion"
        }
    }
}

/// One file of records.
struct Segment: Hashable, Comparable, Sendable {
    static let suffix = ".jsonl"

    var folder: Folder
    /// From one, without a gap.
    var number: Int

    init(_ folder: Folder, _ number: Int) {
        self.folder = folder
        self.number = number
    }

    /// The segment that a file's name stands for.
    init?(_ folder: Folder, named name: String) {
        guard name.hasSuffix(Self.suffix), let number = Int(name.dropLast(Self.suffix.count)), number > 0 else { return nil }
        self.init(folder, number)
        guard self.name == name else { return nil }
    }

    /// `000001.jsonl`
    var name: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + Self.suffix
    }

    /// `threads/000001.jsonl`
    var path: String { "\(folder.rawValue)/\(name)" }

    /// Threads before links, older before newer: the order in which an index is built.
    static func < (left: Segment, right: Segment) -> Bool {
        left.folder == right.folder ? left.number < right.number : left.folder == .threads
    }
}
