/// Why a page could not be turned into a document.
public enum MarkupError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The page has more bytes than the limit.
    case tooLarge(limit: Int)
    /// Elements stand inside each other deeper than any page for people does.
    case tooDeep(limit: Int)
    /// The page has more elements and texts than the limit.
    case tooManyNodes(limit: Int)
    /// Parsing took longer than the limit.
    case tooSlow(seconds: Int)
    /// The system could not give the parser what it needs.
    case outOfMemory

    /// The reason, in words for people.
    public var description: String {
        switch self {
        case .tooLarge(let limit): "larger than \(limit) bytes"
        case .tooDeep(let limit): "elements are nested more than \(limit) deep"
        case .tooManyNodes(let limit): "more than \(limit) elements"
        case .tooSlow(let seconds): "parsing took more than \(seconds) seconds"
        case .outOfMemory: "not enough memory for the parser"
        }
    }
}

/// What a page may ask of the parser.
public struct MarkupLimits: Sendable, Hashable {
    /// How many bytes of UTF-8 a page may have; never more than 512 MiB.
    public var bytes: Int
    /// How deep elements may stand inside each other. Browsers stop nesting at 512; pages that never close their tags go beyond.
    public var depth: Int
    /// How many elements and texts a page may have.
    public var nodes: Int
    /// How long parsing may take, in seconds.
    public var seconds: Int

    /// Creates limits.
    public init(bytes: Int = 256 << 20, depth: Int = 4_000, nodes: Int = 2_000_000, seconds: Int = 10) {
        self.bytes = min(bytes, 1 << 29)
        self.depth = depth
        self.nodes = nodes
        self.seconds = seconds
    }
}
