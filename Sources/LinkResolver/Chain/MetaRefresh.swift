/// The search for `<meta http-equiv="refresh">` in a page.
enum MetaRefresh {
    /// Finds where a page leads: its bytes and its `Content-Type` go in, the target as written comes out.
    typealias Search = @Sendable (_ page: [UInt8], _ contentType: String?) -> String?

    /// The search that is used outside of tests.
    static let search: Search = { _, _ in nil }

    /// The target in the `content` of the first refresh that leads anywhere soon; pages say it more than once.
    static func target(inContents contents: some Sequence<String>) -> String? {
        for content in contents {
            if let directive = RefreshDirective.parse(content), directive.delay <= RefreshDirective.longestDelay, let url = directive.url {
                return url
            }
        }
        return nil
    }
}
