/// What the loopback web answers to one URL.
public struct LoopbackRoute: Sendable {
    /// An answer, described.
    public indirect enum Answer: Sendable {
        /// A 3xx status and a `Location`, sent as it is. `{port}` in it becomes the server's port.
        case redirect(status: Int, location: String)
        /// Status 200 and a `Refresh` header with this value, `{port}` likewise.
        case refresh(value: String)
        /// A page of HTML, `{port}` likewise.
        case page(status: Int, html: String)
        /// Any status, header fields and body, `{port}` in them likewise.
        case whole(status: Int, headers: [String: String], body: String)
        /// One answer for agents whose name contains the text, another for all others.
        case byAgent(String, Answer, others: Answer)
        /// The first time the first answer, and so on; the last one for good.
        case inTurn([Answer])
        /// Another type of content.
        case text(status: Int, type: String, body: String)
        /// A page that is sent compressed: about this many spaces, in a thousandth of the bytes.
        case compressed(bytes: Int)
        /// A page that never ends.
        case endless(status: Int)
        /// Nothing for this many seconds, or until the server stops; then an empty page.
        case stall(seconds: Double)
    }

    /// The host that it belongs to, without a port; any host where it is `nil`.
    public var host: String?
    /// The path, with the query where there is one; with `*` at its end, whatever begins like it.
    public var path: String
    /// What is answered.
    public var answer: Answer

    /// Describes a route.
    public init(host: String? = nil, path: String, answer: Answer) {
        self.host = host
        self.path = path
        self.answer = answer
    }

    /// Describes a route by its URL.
    public init(_ url: String, _ answer: Answer) {
        let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? Substring(url)
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let path = rest.dropFirst(authority.count)
        self.init(host: String(authority.prefix { $0 != ":" }), path: path.isEmpty ? "/" : String(path), answer: answer)
    }

    /// Whether the route is for this request.
    func matches(host: String, path: String) -> Bool {
        guard self.host == nil || self.host == host else { return false }
        return self.path.hasSuffix("*") ? path.hasPrefix(self.path.dropLast()) : self.path == path
    }

    /// A chain of redirects `/1` → `/2` → … → `/hops`, which is a page.
    public static func chain(host: String, hops: Int) -> [LoopbackRoute] {
        (1...max(1, hops)).map { step in
            let isLast = step == max(1, hops)
            let answer = isLast ? Answer.page(status: 200, html: "<p>arrived</p>") : .redirect(status: 302, location: "/\(step + 1)")
            return LoopbackRoute(host: host, path: "/\(step)", answer: answer)
        }
    }
}
