public import Markup

/// Why no thread could be read from an input.
public enum PageReaderError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The input has no bytes, or only white space.
    case empty
    /// The bytes are no text; the name says what they look like.
    case binary(String)
    /// The page asks for more than the parser grants.
    case markup(MarkupError)
    /// Neither a post nor comments were found.
    case noPost

    /// The reason, in words for people; it reads well after the input's name.
    public var description: String {
        switch self {
        case .empty: "the input is empty"
        case .binary(let kind): "this is no page of text, it looks like \(kind)"
        case .markup(let error): error.description
        case .noPost: "nothing on this page looks like a post"
        }
    }
}
