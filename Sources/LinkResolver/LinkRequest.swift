/// A link to expand, and how often that has been tried before.
public struct LinkRequest: Sendable, Hashable {
    /// The link as it stands in the thread: an absolute `http` or `https` URL.
    public var url: String
    /// How many attempts the caller knows of; the record's `attempts` is one more.
    public var earlierAttempts: Int

    /// Creates a request.
    public init(url: String, earlierAttempts: Int = 0) {
        self.url = url
        self.earlierAttempts = earlierAttempts
    }
}
