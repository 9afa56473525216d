import Glibc

/// Why a dump, or a text in it, could not be read to its end; reads well after the file's name.
public enum DumpError: Error, Sendable, Hashable {
    /// An operation of the system failed; `code` is its `errno`.
    case system(code: Int32)
    /// The compressed data is damaged, or ends before its end. What stood before that has been read.
    case damaged(reason: String)
    /// There is nothing in it.
    case empty
    /// It is neither text nor anything that text can be compressed into.
    case notText
    /// It is text, but holds no links.
    case noLinks
    /// A zip inside a zip is not opened.
    case nestedZip
    /// Nothing says to which shortener its codes belong.
    case unknownService
    /// More different targets were found than are kept in memory. Those found before are kept.
    case tooMuchFound
    /// The library that reads compressed files could not be set up.
    case unavailable(reason: String)
}

extension DumpError: CustomStringConvertible {
    /// The message, without a full stop.
    public var description: String {
        switch self {
        case .system(let code): "cannot be read: \(String(cString: strerror(code)))"
        case .damaged(let reason): "it is damaged or cut off (\(reason)); what stands before that was read"
        case .empty: "it is empty"
        case .notText: "it is no text"
        case .noLinks: "it has no lines of the form code|url"
        case .nestedZip: "a zip inside a zip is not opened; unpack it first"
        case .unknownService: "nothing says to which shortener its codes belong; name it with --service"
        case .tooMuchFound: "more targets were found than fit into memory; import fewer files at once"
        case .unavailable(let reason): "compressed files cannot be read: \(reason)"
        }
    }
}
