/// Why links could not be expanded at all. What happens to a single link is a record, never an error.
public enum ResolverError: Error, Hashable, CustomStringConvertible {
    /// An option has a value that cannot be used; `option` is its name on the command line.
    case invalidOption(option: String, value: String, reason: String)
    /// libcurl refused to start.
    case engine(doing: String, reason: String)

    /// A sentence for the person who reads it.
    public var description: String {
        switch self {
        case .invalidOption(let option, let value, let reason): "\(option) \"\(value)\": \(reason)"
        case .engine(let doing, let reason): "libcurl failed while \(doing): \(reason)"
        }
    }
}
