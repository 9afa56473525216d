import Foundation
import Glibc

/// What the system's resolver says of a host name.
enum NameAnswer: Hashable, Sendable {
    case exists, noSuchName, tryAgain
}

/// Asks the resolver again where libcurl says only that it could not resolve: a name that does not exist is a finding,
/// a resolver that does not answer is a bad day.
enum NameLookup {
    typealias Function = @Sendable (_ host: String) -> NameAnswer

    /// Blocks while the resolver works; must not run on the thread of the transfers.
    static func system(_ host: String) -> NameAnswer {
        // Without asking anyone: names under .invalid never exist (RFC 6761, section 6.4).
        var name = Substring(host)
        if name.hasSuffix(".") { name.removeLast() }
        if name == "invalid" || name.hasSuffix(".invalid") { return .noSuchName }
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &list)
        if let list { freeaddrinfo(list) }
        // EAI_NODATA (-5): the name exists and has no address; no web server there either. glibc hides the constant.
        return code == 0 ? .exists : code == EAI_NONAME || code == -5 ? .noSuchName : .tryAgain
    }

    /// Look-ups go on beside the transfers, a few at a time.
    static func queue() -> OperationQueue {
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = 4
        return queue
    }
}
