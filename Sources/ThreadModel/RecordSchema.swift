/// The JSON Schemas (draft 2020-12) of the records.
public enum RecordSchema: String, CaseIterable, Sendable {
    /// The schema of ``CommentThread``.
    case thread
    /// The schema of ``Expansion``.
    case expansion

    /// The schema's JSON text, with a line end.
    public var text: String {
        switch self {
        case .thread: String(decoding: PackageResources.thread_schema_json, as: UTF8.self)
        case .expansion: String(decoding: PackageResources.expansion_schema_json, as: UTF8.self)
        }
    }
}
