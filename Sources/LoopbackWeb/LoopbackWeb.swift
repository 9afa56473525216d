import FlyingFox
import FlyingSocks
public import Foundation
import Synchronization

/// A web on 127.0.0.1: one server that plays all hosts, by the `Host` header, and misbehaves where a route says so.
public final class LoopbackWeb: Sendable {
    /// A request that came in, noted before it is answered.
    public struct Request: Sendable, Hashable {
        /// `GET`, …
        public var method: String
        /// The `Host` header without a port.
        public var host: String
        /// The path, with the query where there is one.
        public var path: String
        /// The `User-Agent` header.
        public var userAgent: String
        /// Whether it brought a cookie or a password.
        public var hasCredentials: Bool
        /// When it came.
        public var arrival: Date
    }

    /// The port it listens on.
    public let port: Int

    private let server: HTTPServer
    private let task: Task<Void, any Error>
    private let log: RequestLog

    private init(port: Int, server: HTTPServer, task: Task<Void, any Error>, log: RequestLog) {
        (self.port, self.server, self.task, self.log) = (port, server, task, log)
    }

    /// All requests so far, in order of arrival.
    public var requests: [Request] { log.all }

    /// How many requests were being answered at the same time, at most.
    public var mostAtOnce: Int { log.mostAtOnce }

    /// Starts a server.
    /// - Parameters:
    ///   - address: an IPv4 address of 127.0.0.0/8, or `::1`.
    ///   - port: 0 lets the system choose.
    ///   - onRequest: told of each request as it arrives.
    /// - Throws: an error of the socket, such as a port that is taken.
    public static func start(
        _ routes: [LoopbackRoute], address: String = "127.0.0.1", port: Int = 0, onRequest: @escaping @Sendable (Request) -> Void = { _ in }
    ) async throws -> LoopbackWeb {
        guard let number = UInt16(exactly: port) else { throw SocketError.unsupportedAddress }
        let log = RequestLog(onRequest)
        // A handler may take as long as its route says: the server's own limit must not cut it short.
        let server =
            address.contains(":")
            ? HTTPServer(address: try .inet6(ip6: address, port: number), timeout: 3600, logger: .disabled)
            : HTTPServer(address: try .inet(ip4: address, port: number), timeout: 3600, logger: .disabled)
        let handler = Handler(routes: routes, log: log)
        await server.appendRoute("*") { request in try await handler.answer(request) }
        // Whichever comes first: it listens, or it has failed to.
        let (outcomes, outcome) = AsyncThrowingStream.makeStream(of: Void.self)
        let task = Task {
            do {
                try await server.run()
            } catch {
                outcome.finish(throwing: error)
                throw error
            }
        }
        let waiting = Task {
            try await server.waitUntilListening()
            outcome.yield()
        }
        defer { waiting.cancel() }
        for try await _ in outcomes { break }
        let actual: UInt16
        switch await server.listeningAddress {
        case .ip4(_, let port)?: actual = port
        case .ip6(_, let port)?: actual = port
        default: throw SocketError.disconnected
        }
        handler.port.withLock { $0 = Int(actual) }
        return LoopbackWeb(port: Int(actual), server: server, task: task, log: log)
    }

    /// Stops listening, ends what is under way, and returns when all of it is over.
    public func stop() async {
        await server.stop(timeout: 0)
        task.cancel()
        _ = await task.result
    }

    /// Runs `body` against a server that is stopped afterwards, come what may.
    public static func with<T: Sendable>(
        _ routes: [LoopbackRoute], _ body: (LoopbackWeb) async throws -> T
    ) async throws -> T {
        let web = try await start(routes)
        do {
            let result = try await body(web)
            await web.stop()
            return result
        } catch {
            await web.stop()
            throw error
        }
    }
}

/// The requests that came in.
final class RequestLog: Sendable {
    private struct State {
        var requests: [LoopbackWeb.Request] = []
        var current = 0
        var most = 0
    }

    private let state = Mutex(State())
    private let onRequest: @Sendable (LoopbackWeb.Request) -> Void

    init(_ onRequest: @escaping @Sendable (LoopbackWeb.Request) -> Void) { self.onRequest = onRequest }

    var all: [LoopbackWeb.Request] { state.withLock { $0.requests } }

    var mostAtOnce: Int { state.withLock { $0.most } }

    func begin(_ request: LoopbackWeb.Request) {
        state.withLock {
            $0.requests.append(request)
            $0.current += 1
            $0.most = max($0.most, $0.current)
        }
        onRequest(request)
    }

    func end() { state.withLock { $0.current -= 1 } }
}
