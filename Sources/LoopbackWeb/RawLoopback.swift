import FlyingFox
import FlyingSocks
import Foundation

/// A listener on 127.0.0.1 that sends prepared bytes, whatever it is asked: for answers that no HTTP server would give.
public final class RawLoopback: Sendable {
    /// What is sent, piece by piece.
    public enum Piece: Sendable {
        /// These bytes.
        case bytes([UInt8])
        /// These bytes again and again, with a pause before each, until the client has gone.
        case drip([UInt8], pause: Duration)
        /// Nothing more, without closing the connection.
        case hold

        /// Text in UTF-8.
        public static func text(_ text: String) -> Piece { .bytes(Array(text.utf8)) }
    }

    /// The port it listens on.
    public let port: Int
    private let task: Task<Void, any Error>

    private init(port: Int, task: Task<Void, any Error>) {
        self.port = port
        self.task = task
    }

    /// Starts listening on a port that the system chooses.
    public static func start(_ pieces: [Piece]) async throws -> RawLoopback {
        let pool = HTTPServer.defaultPool()
        try await pool.prepare()
        let socket = try Socket(domain: AF_INET)
        try socket.bind(to: .inet(ip4: "127.0.0.1", port: 0))
        try socket.listen()
        guard case .ip4(_, let port) = try socket.sockname() else { throw SocketError.unsupportedAddress }
        let listener = try AsyncSocket(socket: socket, pool: pool)
        let task = Task {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await pool.run() }
                group.addTask { try await serve(listener, pieces) }
                defer { group.cancelAll() }
                try await group.next()
            }
        }
        return RawLoopback(port: Int(port), task: task)
    }

    /// Closes everything and returns when it is closed.
    public func stop() async {
        task.cancel()
        _ = await task.result
    }

    private static func serve(_ listener: AsyncSocket, _ pieces: [Piece]) async throws {
        defer { try? listener.close() }
        try await withThrowingDiscardingTaskGroup { group in
            for try await client in listener.sockets {
                group.addTask {
                    defer { try? client.close() }
                    // A client that leaves in the middle is what these answers are for.
                    do {
                        // One request's head fits into one read of these clients.
                        _ = try await client.read(atMost: 4096)
                        for piece in pieces { try await send(piece, to: client) }
                    } catch {}
                }
            }
        }
    }

    private static func send(_ piece: Piece, to client: AsyncSocket) async throws {
        switch piece {
        case .bytes(let bytes):
            try await client.write(Data(bytes))
        case .drip(let bytes, let pause):
            while true {
                try await Task.sleep(for: pause)
                try await client.write(Data(bytes))
            }
        case .hold:
            _ = try await client.read(atMost: 1)
        }
    }
}
