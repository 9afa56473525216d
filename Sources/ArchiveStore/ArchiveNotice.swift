/// What opening an archive for writing found and put right.
public enum ArchiveNotice: Sendable, Hashable {
    /// A write had been interrupted: `bytes` bytes at the end of `file` were moved to `sideFile`.
    case setAside(file: String, bytes: Int, sideFile: String)
    /// A write had been interrupted after the last byte of a record and before its line end, which was added.
    case completed(file: String)
    /// The index did not fit the files, and was built again; `reason` says what was wrong.
    case indexRebuilt(reason: String)
}

extension ArchiveNotice: CustomStringConvertible {
    /// The message, without the program's name and without a full stop.
    public var description: String {
        switch self {
        case .setAside(let file, let bytes, let sideFile):
            "\(file): the last write was interrupted; its \(bytes) bytes were set aside as \(sideFile), ingest that page again"
        case .completed(let file):
            "\(file): the last write was interrupted after a whole record, which was kept"
        case .indexRebuilt(let reason):
            "index.sqlite was built again from the records: \(reason)"
        }
    }
}
