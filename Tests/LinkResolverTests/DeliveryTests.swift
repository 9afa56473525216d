import LoopbackWeb
import Synchronization
import Testing
import ThreadModel

@testable import LinkResolver

@Suite("Delivery, on loopback")
struct DeliveryTests {
    private static let routes = [LoopbackRoute(path: "/", answer: .page(status: 200, html: ""))]

    private struct Full: Error {}

    /// Counts what is taken from it.
    private struct Counted: Sequence, IteratorProtocol {
        let total: Int
        let taken: Taken

        mutating func next() -> LinkRequest? {
            let number = taken.count.withLock { count in
                count += 1
                return count
            }
            return number <= total ? LinkRequest(url: "http://h\(number % 50).example.com/") : nil
        }
    }

    private final class Taken: Sendable {
        let count = Mutex(0)
    }

    @Test("each link is delivered exactly once, with what the caller knew of it")
    func exactlyOnce() async throws {
        try await LoopbackWeb.with(Self.routes) { web in
            let resolver = try LinkResolver(options: options(port: web.port))
            let links = (0..<300).map { LinkRequest(url: "http://h\($0).example.com/#\($0)", earlierAttempts: $0) }
            var delivered: [String: Int] = [:]
            try await resolver.expand(links) { delivered[$0.url] = $0.attempts }
            #expect(delivered == Dictionary(uniqueKeysWithValues: links.map { ($0.url, $0.earlierAttempts + 1) }))
            #expect(web.requests.count == 300)
        }
    }

    @Test("results come in the order in which they end, not in that of the links")
    func completionOrder() async throws {
        let routes = Self.routes + [LoopbackRoute(path: "/slow", answer: .stall(seconds: 1))]
        try await LoopbackWeb.with(routes) { web in
            let results = try await expand(["http://a.com/slow", "http://b.com/", "http://c.com/"], options(port: web.port))
            #expect(results.last?.url == "http://a.com/slow")
            #expect(results.count == 3)
        }
    }

    @Test("links are taken from the sequence only when there is room for them")
    func lazyPull() async throws {
        try await LoopbackWeb.with(Self.routes) { web in
            let resolver = try LinkResolver(options: options(port: web.port) { $0.parallelMax = 4 })
            let taken = Taken()
            var delivered = 0
            var ahead = 0
            try await resolver.expand(Counted(total: 1000, taken: taken)) { _ in
                ahead = max(ahead, taken.count.withLock { $0 } - delivered)
                delivered += 1
            }
            #expect(delivered == 1000)
            #expect(ahead <= 4 * 4)
        }
    }

    @Test("when delivering fails, the run ends with that error and asks nothing more")
    func deliverThrows() async throws {
        try await LoopbackWeb.with(Self.routes) { web in
            let resolver = try LinkResolver(options: options(port: web.port) { $0.parallelMax = 2 })
            let taken = Taken()
            var delivered = 0
            await #expect(throws: Full.self) {
                try await resolver.expand(Counted(total: 1_000_000, taken: taken)) { _ in
                    delivered += 1
                    if delivered == 3 { throw Full() }
                }
            }
            #expect(delivered == 3)
            #expect(taken.count.withLock { $0 } <= 3 + 2 * 4)
        }
    }

    @Test("a cancelled run ends, and what is under way is left")
    func cancelled() async throws {
        let routes = [LoopbackRoute(path: "/", answer: .stall(seconds: 60))]
        let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
        let web = try await LoopbackWeb.start(routes) { _ in arrival.yield() }
        let resolver = try LinkResolver(options: options(port: web.port) { $0.maxTime = .seconds(50) })
        let run = Task { try await resolver.expand(LinkRequest(url: "http://a.com/")) }
        for await _ in arrivals { break }
        run.cancel()
        await #expect(throws: CancellationError.self) { try await run.value }
        await web.stop()
    }

    @Test("no links are no work")
    func empty() async throws {
        var delivered = 0
        try await LinkResolver().expand([]) { _ in delivered += 1 }
        #expect(delivered == 0)
    }

    @Test("several runs of one resolver go on beside each other")
    func severalRuns() async throws {
        try await LoopbackWeb.with(Self.routes) { web in
            let resolver = try LinkResolver(options: options(port: web.port))
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for run in 0..<4 {
                    group.addTask {
                        var delivered = 0
                        try await resolver.expand((0..<20).map { LinkRequest(url: "http://r\(run).example.com/?\($0)") }) { _ in
                            delivered += 1
                        }
                        return delivered
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts == [20, 20, 20, 20])
        }
    }

    @Test("no more requests than allowed are under way at once", arguments: [1, 3])
    func parallelMax(limit: Int) async throws {
        let routes = [LoopbackRoute(path: "/", answer: .stall(seconds: 0.05))]
        try await LoopbackWeb.with(routes) { web in
            let links = (0..<12).map { "http://h\($0).example.com/" }
            let results = try await expand(links, options(port: web.port) { $0.parallelMax = limit })
            #expect(results.allSatisfy { $0.status == .resolved })
            #expect(web.mostAtOnce <= limit)
            #expect(web.mostAtOnce >= 1)
        }
    }

    @Test("no more requests than allowed go to one host at once")
    func perHostMax() async throws {
        let routes = [LoopbackRoute(path: "/", answer: .stall(seconds: 0.05))]
        try await LoopbackWeb.with(routes) { web in
            let results = try await expand((0..<8).map { "http://a.com/#\($0)" }, options(port: web.port) { $0.perHostMax = 2 })
            #expect(results.count == 8)
            #expect(web.mostAtOnce <= 2)
        }
    }
}
