import Testing

@testable import LinkResolver

@Suite("Waiting for a turn")
struct HostQueuesTests {
    /// Takes all that may start.
    private func drain(_ queues: inout HostQueues<String>) -> [String] {
        var taken: [String] = []
        while let item = queues.next() { taken.append(item) }
        return taken
    }

    @Test("hosts take turns, and within a host the first come is the first served")
    func fairness() {
        var queues = HostQueues<String>(maxRunning: 100, maxPerHost: 100)
        for item in ["a1", "a2", "a3", "b1", "b2", "c1"] { queues.enqueue(item, host: String(item.prefix(1))) }
        #expect(drain(&queues) == ["a1", "b1", "c1", "a2", "b2", "a3"])
    }

    @Test("a host that is busy waits while others go on, and goes on when it has room")
    func perHost() {
        var queues = HostQueues<String>(maxRunning: 100, maxPerHost: 2)
        for item in ["a1", "a2", "a3", "a4", "b1"] { queues.enqueue(item, host: String(item.prefix(1))) }
        #expect(drain(&queues) == ["a1", "b1", "a2"])
        queues.finished(host: "b")
        #expect(drain(&queues) == [])
        queues.finished(host: "a")
        #expect(drain(&queues) == ["a3"])
        queues.finished(host: "a")
        queues.finished(host: "a")
        #expect(drain(&queues) == ["a4"])
    }

    @Test("no more run at once than allowed in all")
    func inAll() {
        var queues = HostQueues<String>(maxRunning: 2, maxPerHost: 2)
        for item in ["a1", "b1", "c1"] { queues.enqueue(item, host: item) }
        #expect(drain(&queues) == ["a1", "b1"])
        #expect(queues.running == 2)
        queues.finished(host: "a1")
        #expect(drain(&queues) == ["c1"])
    }

    @Test("an item that comes while its host is busy gets its turn")
    func lateArrival() {
        var queues = HostQueues<String>(maxRunning: 9, maxPerHost: 1)
        queues.enqueue("a1", host: "a")
        #expect(drain(&queues) == ["a1"])
        queues.enqueue("a2", host: "a")
        #expect(drain(&queues) == [])
        queues.finished(host: "a")
        #expect(drain(&queues) == ["a2"])
    }

    @Test("hosts with nothing to do are forgotten, however many there were")
    func memory() {
        var queues = HostQueues<Int>(maxRunning: 3, maxPerHost: 1)
        var taken = 0
        for number in 0..<5000 {
            queues.enqueue(number, host: "host\(number)")
            while let item = queues.next() {
                taken += 1
                queues.finished(host: "host\(item)")
            }
        }
        #expect(taken == 5000)
        #expect(queues.hostCount == 0)
    }

    @Test("a long queue of one host keeps its order")
    func longQueue() {
        var queues = HostQueues<Int>(maxRunning: 1, maxPerHost: 1)
        for number in 0..<1000 { queues.enqueue(number, host: "a") }
        var order: [Int] = []
        while let item = queues.next() {
            order.append(item)
            queues.finished(host: "a")
        }
        #expect(order == Array(0..<1000))
    }

    @Test("an end that belongs to nothing changes nothing")
    func strayEnd() {
        var queues = HostQueues<String>(maxRunning: 1, maxPerHost: 1)
        queues.finished(host: "a")
        #expect(queues.running == 0)
        queues.enqueue("a1", host: "a")
        queues.finished(host: "a")
        #expect(queues.running == 0)
        #expect(queues.next() == "a1")
    }
}
