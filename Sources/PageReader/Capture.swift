/// A page as it was served or saved, and what its bringer knows of it.
public struct Capture: Sendable {
    /// The page.
    public var bytes: [UInt8]
    /// The file it came from, as the user named it.
    public var path: String?
    /// Its address, where the user knows it; what the page says of itself comes first.
    public var url: String?
    /// The `charset` parameter of the `Content-Type` it came with.
    public var transportCharset: String?
    /// When it was captured, in ISO 8601 UTC.
    public var capturedAt: String?

    /// Creates a capture.
    public init(
        bytes: [UInt8], path: String? = nil, url: String? = nil, transportCharset: String? = nil, capturedAt: String? = nil
    ) {
        self.bytes = bytes
        self.path = path
        self.url = url
        self.transportCharset = transportCharset
        self.capturedAt = capturedAt
    }
}
