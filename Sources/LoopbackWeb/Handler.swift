import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Turns routes into answers.
final class Handler: Sendable {
    /// Known only once the server listens.
    let port = Mutex(0)
    private let routes: [LoopbackRoute]
    private let log: RequestLog
    /// How often each route has been asked for.
    private let turns = Mutex<[Int: Int]>([:])

    init(routes: [LoopbackRoute], log: RequestLog) {
        self.routes = routes
        self.log = log
    }

    func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
        let host = String((request.headers[.host] ?? "").prefix { $0 != ":" }).lowercased()
        let path = request.target.rawValue
        log.begin(
            LoopbackWeb.Request(
                method: request.method.rawValue, host: host, path: path, userAgent: request.headers[HTTPHeader("User-Agent")] ?? "",
                hasCredentials: request.headers[.cookie] != nil || request.headers[.authorization] != nil, arrival: Date()))
        defer { log.end() }
        guard let number = routes.firstIndex(where: { $0.matches(host: host, path: path) }) else {
            return response(404, body: "<title>Not found</title><p>No such page.</p>")
        }
        let turn = turns.withLock { turns in
            defer { turns[number, default: 0] += 1 }
            return turns[number, default: 0]
        }
        let agent = request.headers[HTTPHeader("User-Agent")] ?? ""
        return try await response(to: routes[number].answer, turn: turn, agent: agent)
    }

    private func response(to answer: LoopbackRoute.Answer, turn: Int, agent: String) async throws -> HTTPResponse {
        switch answer {
        case .whole(let status, let headers, let body):
            var fields = HTTPHeaders()
            for (name, value) in headers { fields[HTTPHeader(name)] = filled(value) }
            return response(status, headers: fields, body: filled(body))
        case .byAgent(let name, let one, let others):
            return try await response(to: agent.contains(name) ? one : others, turn: turn, agent: agent)
        case .inTurn(let answers):
            guard let answer = answers.indices.contains(turn) ? answers[turn] : answers.last else { return response(404, body: "") }
            return try await response(to: answer, turn: turn, agent: agent)
        case .redirect(let status, let location):
            let target = filled(location)
            return response(status, headers: [.location: target], body: "<a href=\"\(target)\">moved here</a>")
        case .refresh(let value):
            return response(200, headers: [HTTPHeader("Refresh"): filled(value)], body: "<p>One moment…</p>")
        case .page(let status, let html):
            return response(status, body: filled(html))
        case .text(let status, let type, let body):
            return response(status, headers: [.contentType: type], body: body)
        case .compressed(let bytes):
            return response(200, headers: [.contentEncoding: "gzip"], body: Compressed.spaces(bytes))
        case .endless(let status):
            return HTTPResponse(
                statusCode: HTTPStatusCode(status, phrase: "Endless"), headers: Self.pageHeaders,
                body: HTTPBodySequence(from: EndlessPage()))
        case .stall(let seconds):
            // Ends early when the server stops, which cancels its tasks.
            try await Task.sleep(for: .seconds(seconds))
            return response(200, body: "")
        }
    }

    private static let pageHeaders: HTTPHeaders = [.contentType: "text/html; charset=utf-8"]

    private func response(_ status: Int, headers: HTTPHeaders = [:], body: String) -> HTTPResponse {
        response(status, headers: headers, body: Data(body.utf8))
    }

    private func response(_ status: Int, headers: HTTPHeaders = [:], body: Data) -> HTTPResponse {
        var all = Self.pageHeaders
        for (header, value) in headers { all[header] = value }
        return HTTPResponse(statusCode: HTTPStatusCode(status, phrase: "Status"), headers: all, body: body)
    }

    private func filled(_ text: String) -> String { text.replacing("{port}", with: String(port.withLock { $0 })) }
}

/// A page of which there is always more; the server stops reading it when the client has gone or the server stops.
private struct EndlessPage: AsyncBufferedSequence, AsyncBufferedIteratorProtocol, Sendable {
    typealias Element = UInt8

    func makeAsyncIterator() -> EndlessPage { self }

    mutating func next() async throws -> UInt8? { UInt8(ascii: " ") }

    func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
        try Task.checkCancellation()
        return [UInt8](repeating: UInt8(ascii: " "), count: count)
    }
}

/// A gzip bomb without a compressor: one deflate block of 65,536 spaces that refers to nothing before it, repeated.
enum Compressed {
    /// `zlib`, level 9, raw deflate, ended by a full flush.
    private static let block = Data(base64Encoded: "7MGBAAAAAIAglf0pF6kK" + String(repeating: "A", count: 84) + "agAAAP//") ?? Data()
    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    /// An empty last block; then the checksum and the length, which are left wrong: nobody is meant to get there.
    private static let end: [UInt8] = [3, 0, 0, 0, 0, 0, 0, 0, 0, 0]

    static func spaces(_ count: Int) -> Data {
        var data = Data(header)
        for _ in 0..<(count + 65_535) / 65_536 { data.append(block) }
        data.append(contentsOf: end)
        return data
    }
}
