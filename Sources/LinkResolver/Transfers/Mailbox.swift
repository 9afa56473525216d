import Glibc
import Synchronization
import ThreadModel

/// What goes between the caller and the thread of the transfers: orders one way, expansions the other.
///
/// Both directions are bounded by the caller, who has only so many links under way at once.
final class Mailbox: Sendable {
    enum Order: Sendable {
        case expand(LinkRequest)
        /// The answer to a name look-up.
        case name(host: String, NameAnswer)
        /// End now, and forget what is under way.
        case stop
    }

    private struct State {
        var orders: [Order] = []
        var results: [Expansion] = []
        /// The thread of the transfers is done and has freed everything; with the reason if it could not work.
        var end: Result<Void, ResolverError>?
        var waiter: CheckedContinuation<Void, Never>?
        /// Links that were ordered and whose expansions nobody has taken yet.
        var outstanding = 0
        /// Nothing more is going to be ordered.
        var isComplete = false

        var hasNews: Bool { !results.isEmpty || end != nil || isComplete && outstanding == 0 }
    }

    private let state = Mutex(State())
    let bell: Bell

    init() throws(ResolverError) { bell = try Bell() }

    /// Called from any thread.
    func send(_ order: Order) {
        // One ring will do until it is heard.
        let isFirst = state.withLock { state in
            defer { state.orders.append(order) }
            switch order {
            case .expand: state.outstanding += 1
            // From now on it is the thread's end that is waited for.
            case .stop: state.isComplete = false
            case .name: break
            }
            return state.orders.isEmpty
        }
        if isFirst { bell.ring() }
    }

    /// Says that nothing more is going to be ordered. Called from any thread.
    func complete() { wake { $0.isComplete = true } }

    /// Called by the thread of the transfers.
    func takeOrders() -> [Order] {
        guard state.withLock({ !$0.orders.isEmpty }) else { return [] }
        // In this order: what is sent from here on rings again.
        bell.silence()
        return state.withLock { state in
            defer { state.orders = [] }
            return state.orders
        }
    }

    /// Called by the thread of the transfers.
    func post(_ expansions: [Expansion]) {
        wake { $0.results += expansions }
    }

    /// The thread's last words.
    func end(_ result: Result<Void, ResolverError>) {
        wake { $0.end = result }
    }

    /// What has arrived since last time, waiting until there is something; empty once the thread is done, or once all that was ordered
    /// has been taken and nothing more is to come. One waiter at a time.
    func results() async throws(ResolverError) -> [Expansion] {
        await withCheckedContinuation { continuation in
            let ready = state.withLock { state in
                if state.hasNews { return true }
                state.waiter = continuation
                return false
            }
            if ready { continuation.resume() }
        }
        let (results, end) = state.withLock { state in
            defer { state.results = [] }
            state.outstanding -= state.results.count
            return (state.results, state.end)
        }
        if results.isEmpty, case .failure(let error) = end { throw error }
        return results
    }

    private func wake(_ change: (inout State) -> Void) {
        let waiter: CheckedContinuation<Void, Never>? = state.withLock { state in
            change(&state)
            // The end of the orders is no news while results are to come.
            guard state.hasNews else { return nil }
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }
}

/// A pipe that ends the transfer thread's waiting, watched by `curl_multi_poll` beside curl's own sockets.
///
/// `curl_multi_wakeup` would do the same, but the multi handle would then have to be reachable from other threads; two file
/// descriptors can be shared without any promise that the compiler cannot check.
final class Bell: Sendable {
    /// To be watched for reading.
    let ear: Int32
    private let hammer: Int32

    init() throws(ResolverError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .engine(doing: "making a pipe", reason: String(cString: strerror(errno))) }
        (ear, hammer) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(ear)
        close(hammer)
    }

    /// A full pipe is a bell that is ringing already.
    func ring() {
        var byte: UInt8 = 1
        _ = write(hammer, &byte, 1)
    }

    func silence() {
        var bytes = [UInt8](repeating: 0, count: 256)
        while read(ear, &bytes, bytes.count) > 0 {}
    }
}
