/// The head of an HTTP answer, as far as it decides what happens next.
struct AnswerHead: Hashable, Sendable {
    var status: Int
    var headers = HeaderFields()
    /// `nil` where the server does not say.
    var contentLength: Int?
}

/// What to do with an answer's body.
enum ReadingPlan: Hashable, Sendable {
    /// Read it, up to the cap: it may be a page that leads on.
    case page
    /// Let it pass: it is short, and reading it keeps the connection for the next link of this host.
    case drain
    /// End the transfer.
    case stop

    /// A body that is not needed is worth this many bytes of reading, and no more.
    static let drainBytes = 16 * 1024
    /// And this much time, in seconds.
    static let drainSeconds = 1.0

    init(for head: AnswerHead, purpose: WebRequest.Purpose = .hop) {
        let redirects = (300..<400).contains(head.status) && head.headers[.location]?.isEmpty == false
        let leadsOn = redirects || head.headers[.refresh].flatMap(RefreshDirective.parse)?.url != nil
        if !leadsOn, purpose.readsAnything || Self.mayBePage(head.headers[.contentType]) {
            self = .page
        } else {
            self = (head.contentLength ?? 0) <= Self.drainBytes ? .drain : .stop
        }
    }

    /// Servers that name no type send pages more often than anything else.
    private static func mayBePage(_ contentType: String?) -> Bool {
        guard let type = contentType?.utf8.prefix(while: { $0 != UInt8(ascii: ";") }).filter({ $0 > 0x20 }).map({ $0 | 0x20 }) else {
            return true
        }
        return type.isEmpty || type.elementsEqual("text/html".utf8) || type.elementsEqual("application/xhtml+xml".utf8.map { $0 | 0x20 })
    }
}

extension WebRequest.Purpose {
    /// An index of captures is JSON, whatever it calls itself.
    fileprivate var readsAnything: Bool { self == .archive(.index) }
}
