public import ThreadModel

/// What takes a short link's place in a document.
public struct Destination: Sendable, Hashable {
    /// A copy in a web archive.
    public struct Version: Sendable, Hashable {
        /// The URL of the capture.
        public var url: String
        /// The day of the capture, in ISO 8601 to the precision that is known.
        public var day: String?

        /// Names a capture.
        public init(url: String, day: String? = nil) {
            self.url = url
            self.day = day
        }
    }

    /// Where the link leads: an absolute `http` or `https` URL.
    public var url: String
    /// The capture that says so, where only a web archive does.
    public var version: Version?

    /// Names a destination.
    public init(url: String, version: Version? = nil) {
        self.url = url
        self.version = version
    }

    /// What an expansion has found out; `nil` where that is no destination: only what is resolved or archived is one.
    public init?(_ expansion: Expansion) {
        guard [.resolved, .archived].contains(expansion.status), let final = expansion.final, final != expansion.url, Self.isWeb(final)
        else {
            return nil
        }
        url = final
        guard expansion.status == .archived || expansion.via == .wayback else { return }
        let captures = expansion.evidence?.filter { $0.kind == .wayback } ?? []
        // Where the archive is what the destination rests on, its evidence comes first.
        let evidence = captures.first { $0.url == final } ?? (expansion.via == .wayback ? captures.first : nil)
        if let evidence, let source = evidence.source, Self.isWeb(source) {
            version = Version(url: source, day: evidence.at.map { String($0.prefix { $0 != "T" }) })
        }
    }

    private static func isWeb(_ url: String) -> Bool {
        let small = url.prefix(8).lowercased()
        return (small.hasPrefix("http://") || small.hasPrefix("https://")) && url.utf8.count <= 8_192
    }
}
