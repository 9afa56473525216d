import ShortLinks

/// Whom requests claim to come from.
///
/// The program says who it is. A few services send programs of a known name a redirect and all others a page, or answer nobody
/// but browsers: for those, the table of services names another.
struct Agents: Hashable, Sendable {
    /// `false` where the user said who it is: that is then said to everybody.
    var mayDiffer = true

    private static let curl = "curl/8.6.0"
    private static let browser = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"

    /// `nil` where it is the run's own.
    func agent(for service: Service?) -> String? {
        guard mayDiffer else { return nil }
        return switch service?.agent {
        case .curl: Self.curl
        case .browser: Self.browser
        case nil: nil
        }
    }

    /// The one to try where another was turned away.
    func other(than agent: String?) -> String { agent == Self.browser ? Self.curl : Self.browser }
}
