import Testing

@testable import LinkResolver

@Suite("Waiting for a turn")
struct ServiceQueuesTests {
    private typealias Queues = ServiceQueues<String>
    private static let busy = Queues.Pace(gap: 0, parallel: 100)
    private static let slow = Queues.Pace(gap: 10, parallel: 100)

    /// Queues of items whose first letter is their service.
    private func queues(_ items: [String], maxRunning: Int = 100, pace: Queues.Pace = busy) -> Queues {
        var queues = Queues(maxRunning: maxRunning)
        for item in items { queues.enqueue(item, service: String(item.prefix(1)), pace: pace) }
        return queues
    }

    /// Takes all that may start.
    private func drain(_ queues: inout Queues, now: Double = 0) -> [String] {
        var taken: [String] = []
        while let item = queues.next(now: now) { taken.append(item) }
        return taken
    }

    @Test("services take turns, and within a service the first come is the first served")
    func fairness() {
        var queues = queues(["a1", "a2", "a3", "b1", "b2", "c1"])
        #expect(drain(&queues) == ["a1", "b1", "c1", "a2", "b2", "a3"])
    }

    @Test("a service that is busy waits while others go on, and goes on when it has room")
    func perService() {
        var queues = queues(["a1", "a2", "a3", "a4", "b1"], pace: Queues.Pace(gap: 0, parallel: 2))
        #expect(drain(&queues) == ["a1", "b1", "a2"])
        queues.finished(service: "b", mood: .well, now: 0)
        #expect(drain(&queues) == [])
        queues.finished(service: "a", mood: .well, now: 0)
        #expect(drain(&queues) == ["a3"])
        queues.finished(service: "a", mood: .well, now: 0)
        queues.finished(service: "a", mood: .well, now: 0)
        #expect(drain(&queues) == ["a4"])
    }

    @Test("no more run at once than allowed in all")
    func inAll() {
        var queues = queues(["a1", "b1", "c1"], maxRunning: 2)
        #expect(drain(&queues) == ["a1", "b1"])
        #expect(queues.running == 2)
        queues.finished(service: "a", mood: .well, now: 0)
        #expect(drain(&queues) == ["c1"])
    }

    @Test("an item that comes while its service is busy gets its turn")
    func lateArrival() {
        let one = Queues.Pace(gap: 0, parallel: 1)
        var queues = queues(["a1"], pace: one)
        #expect(drain(&queues) == ["a1"])
        queues.enqueue("a2", service: "a", pace: one)
        #expect(drain(&queues) == [])
        queues.finished(service: "a", mood: .well, now: 0)
        #expect(drain(&queues) == ["a2"])
    }

    @Test("between two requests to one service lies its gap, and nobody else waits for it")
    func gap() throws {
        var queues = queues(["a1", "a2", "b1"], pace: Self.slow)
        #expect(drain(&queues) == ["a1", "b1"])
        #expect(drain(&queues, now: 9.9) == [])
        let wake = try #require(queues.nextWake)
        #expect((10...12.5).contains(wake))
        #expect(drain(&queues, now: wake) == ["a2"])
    }

    @Test("a gap lasts also where nothing waits any more when it begins")
    func gapAfterwards() {
        var queues = queues(["a1"], pace: Self.slow)
        #expect(drain(&queues) == ["a1"])
        queues.finished(service: "a", mood: .well, now: 1)
        queues.enqueue("a2", service: "a", pace: Self.slow)
        #expect(drain(&queues, now: 9.9) == [])
        #expect(drain(&queues, now: 13) == ["a2"])
    }

    @Test("a service that wants to be left alone is, all of it, and others go on")
    func throttled() {
        var queues = queues(["a1", "a2", "a3", "b1"], pace: Queues.Pace(gap: 0, parallel: 1))
        #expect(drain(&queues) == ["a1", "b1"])
        queues.finished(service: "a", mood: .throttled(60), now: 1)
        queues.finished(service: "b", mood: .well, now: 1)
        #expect(queues.pause(of: "a", now: 1) == 60)
        #expect(drain(&queues, now: 60.9) == [])
        #expect(drain(&queues, now: 61) == ["a2"])
    }

    @Test("after being throttled the gap is wider, up to a limit, and narrows again when all is well")
    func adaptive() {
        var queues = queues((1...40).map { "a\($0)" }, pace: Queues.Pace(gap: 1, parallel: 1))
        var now = 0.0
        func gap(after mood: Queues.Mood) -> Double {
            _ = queues.next(now: now)
            queues.finished(service: "a", mood: mood, now: now)
            now += queues.pause(of: "a", now: now)
            _ = queues.next(now: now)
            let gap = queues.pause(of: "a", now: now)
            queues.finished(service: "a", mood: .well, now: now)
            now += gap
            return gap
        }
        #expect(gap(after: .well) <= 1.25)
        #expect(gap(after: .throttled(0)) >= 2)
        for _ in 0..<6 { _ = gap(after: .throttled(0)) }
        #expect((10...37.5).contains(gap(after: .throttled(0))))
        let wide = gap(after: .well)
        for _ in 0..<8 { _ = gap(after: .well) }
        #expect(gap(after: .well) < wide)
    }

    @Test("trouble is counted until something goes well, and what waits can be taken out")
    func troubles() {
        var queues = queues(["a1", "a2", "a3"], pace: Queues.Pace(gap: 0, parallel: 1))
        _ = queues.next(now: 0)
        queues.finished(service: "a", mood: .trouble, now: 0)
        _ = queues.next(now: 0)
        queues.finished(service: "a", mood: .trouble, now: 0)
        #expect(queues.troubles("a") == 2)
        #expect(queues.drain(service: "a") == ["a3"])
        #expect(drain(&queues) == [])
        queues.enqueue("a4", service: "a", pace: Self.busy)
        #expect(drain(&queues) == ["a4"])
        queues.finished(service: "a", mood: .well, now: 0)
        #expect(queues.troubles("a") == 0)
    }

    @Test("what is given back comes first again, and does not count")
    func givenBack() {
        var queues = queues(["a1", "a2"], pace: Queues.Pace(gap: 0, parallel: 1))
        #expect(queues.next(now: 0) == "a1")
        queues.giveBack("a1", service: "a", pause: 5, now: 0)
        #expect(queues.running == 0)
        #expect(drain(&queues, now: 4) == [])
        #expect(drain(&queues, now: 5) == ["a1"])
    }

    @Test("services that are owed nothing are forgotten, however many there were", arguments: [0.0, 10])
    func memory(gap: Double) {
        var queues = ServiceQueues<Int>(maxRunning: 3)
        for number in 0..<5000 {
            let now = Double(number) * 20
            queues.enqueue(number, service: "h\(number)", pace: .init(gap: gap, parallel: 1))
            #expect(queues.next(now: now) == number)
            queues.finished(service: "h\(number)", mood: .well, now: now)
        }
        #expect(queues.serviceCount <= 2)
        #expect(queues.running == 0)
    }
}
