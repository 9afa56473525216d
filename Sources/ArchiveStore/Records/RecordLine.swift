import Crypto
import Foundation
import ThreadModel

/// A record as it stands in a segment: one line of JSON whose last member is the digest of all the others.
struct RecordLine: Sendable {
    /// The line with its line end.
    var bytes: [UInt8]
    var digest: String

    init(_ record: JSONValue) {
        digest = Self.digest(of: record)
        bytes = record.bytes(.line)
        bytes.removeLast()
        bytes.append(contentsOf: ",\"digest\":\"\(digest)\"}\n".utf8)
    }

    /// The line of a record, and the record's JSON.
    static func make(_ record: some Encodable, named name: String) throws -> (line: RecordLine, json: JSONValue) {
        let json = try json(record, named: name)
        return (RecordLine(json), json)
    }

    static func json(_ record: some Encodable, named name: String) throws -> JSONValue {
        do {
            return try RecordEncoder.encode(record)
        } catch {
            throw ArchiveError.unencodable(record: name, reason: "\(error)")
        }
    }

    /// `sha256:` and the digest of the canonical JSON (RFC 8785) of a record without its `digest`.
    static func digest(of record: JSONValue) -> String {
        guard case .object(let members) = record else { return hash(record.bytes(.canonical)) }
        return hash(JSONValue.object(members.filter { $0.key != "digest" }).bytes(.canonical))
    }

    static func hash(_ bytes: some DataProtocol) -> String {
        "sha256:" + SHA256.hash(data: bytes).hexadecimal
    }
}

/// What a line of a segment turns out to be.
enum LineCheck {
    /// A JSON object with the digest that it states.
    case sound(JSONValue)
    /// A JSON object that is not what was written.
    case altered(reason: String)
    /// Not a JSON object.
    case unreadable(reason: String)

    /// - Parameter line: the line without its line end.
    init(_ line: Data) {
        guard let record = try? JSONValue(parsing: line), case .object = record else {
            self = .unreadable(reason: line.isEmpty ? "the line is empty" : "the line is not a JSON object")
            return
        }
        guard case .string(let stated)? = record["digest"] else {
            self = .altered(reason: "the record has no digest")
            return
        }
        guard RecordLine.digest(of: record) == stated else {
            self = .altered(reason: "the record does not match its digest: it has been altered or damaged")
            return
        }
        self = .sound(record)
    }
}
