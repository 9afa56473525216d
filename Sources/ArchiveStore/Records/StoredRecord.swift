import Foundation
import ThreadModel

/// A record that was read back from a segment, with the digest beside it.
struct StoredRecord<Record: Decodable>: Decodable {
    private enum Key: CodingKey {
        case digest, type
    }

    var record: Record
    /// Empty where the line has none.
    var digest: String
    var type: String

    init(_ record: Record, type: String, digest: String) {
        self.record = record
        self.type = type
        self.digest = digest
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        digest = try container.decodeIfPresent(String.self, forKey: .digest) ?? ""
        type = try container.decode(String.self, forKey: .type)
        record = try Record(from: decoder)
    }
}

/// A record of either kind.
enum AnyRecord {
    case thread(StoredRecord<CommentThread>)
    case expansion(StoredRecord<Expansion>)

    /// What the line of a segment holds; `nil` if that is no record of the folder's kind.
    init?(_ line: Data, in folder: Folder) {
        switch folder {
        case .threads:
            guard let stored = try? JSONDecoder().decode(StoredRecord<CommentThread>.self, from: line) else { return nil }
            self = .thread(stored)
        case .links:
            guard let stored = try? JSONDecoder().decode(StoredRecord<Expansion>.self, from: line) else { return nil }
            self = .expansion(stored)
        }
        guard type == folder.recordType else { return nil }
    }

    var type: String {
        switch self {
        case .thread(let stored): stored.type
        case .expansion(let stored): stored.type
        }
    }

    var digest: String {
        switch self {
        case .thread(let stored): stored.digest
        case .expansion(let stored): stored.digest
        }
    }
}
