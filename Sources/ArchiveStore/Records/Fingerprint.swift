import ThreadModel

/// Tells whether a page has changed: the digest of its record without the path and the time of its capture, so that a page that was moved
/// to another folder or fetched again is still the same page.
enum Fingerprint {
    static func of(_ record: JSONValue) -> String {
        guard case .object(var members) = record else { return RecordLine.digest(of: record) }
        for index in members.indices where members[index].key == "source" {
            guard case .object(let source) = members[index].value else { continue }
            members[index].value = .object(source.filter { $0.key != "path" && $0.key != "capturedAt" })
        }
        return RecordLine.digest(of: .object(members))
    }
}
