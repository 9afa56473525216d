/// What waits for its turn, first come first served within a host, hosts in turn, never more at once than allowed.
///
/// libcurl has limits of its own (`CURLMOPT_MAX_HOST_CONNECTIONS`), but a transfer that waits there uses up its time-out while waiting.
struct HostQueues<Item> {
    private struct Host {
        var waiting: [Item] = []
        /// Where the queue begins; what is before it has been taken. Keeps taking from the front cheap.
        var start = 0
        var running = 0
        /// Whether the host stands in ``turns``.
        var hasTurn = false

        var isEmpty: Bool { start == waiting.count }

        mutating func take() -> Item {
            let item = waiting[start]
            start += 1
            if start > 32, start * 2 > waiting.count {
                waiting.removeFirst(start)
                start = 0
            }
            return item
        }
    }

    private let maxRunning: Int
    private let maxPerHost: Int
    private var hosts: [String: Host] = [:]
    /// Hosts with something waiting and room for it, in the order of their turns. Never longer than `hosts`.
    private var turns: [String] = []
    private var nextTurn = 0
    private(set) var running = 0

    init(maxRunning: Int, maxPerHost: Int) {
        self.maxRunning = maxRunning
        self.maxPerHost = maxPerHost
    }

    /// How many hosts are known; those with nothing waiting and nothing running are forgotten.
    var hostCount: Int { hosts.count }

    mutating func enqueue(_ item: Item, host: String) {
        hosts[host, default: Host()].waiting.append(item)
        giveTurn(to: host)
    }

    /// Takes the next item that may start now, and counts it as running until ``finished(host:)``.
    mutating func next() -> Item? {
        guard running < maxRunning, nextTurn < turns.count else { return nil }
        let name = turns[nextTurn]
        nextTurn += 1
        if nextTurn > 32, nextTurn * 2 > turns.count {
            turns.removeFirst(nextTurn)
            nextTurn = 0
        }
        guard var host = hosts.removeValue(forKey: name) else { return nil }
        let item = host.take()
        host.running += 1
        host.hasTurn = false
        hosts[name] = host
        running += 1
        giveTurn(to: name)
        return item
    }

    /// Makes room after an item of this host is done.
    mutating func finished(host name: String) {
        guard var host = hosts[name], host.running > 0 else { return }
        host.running -= 1
        running -= 1
        hosts[name] = host.running == 0 && host.isEmpty ? nil : host
        giveTurn(to: name)
    }

    private mutating func giveTurn(to name: String) {
        guard let host = hosts[name], !host.hasTurn, !host.isEmpty, host.running < maxPerHost else { return }
        hosts[name]?.hasTurn = true
        turns.append(name)
    }
}

/// The service a request counts against: for now its host. Services with several hosts would share a key here.
func serviceKey(of url: WebURL) -> String { url.host }
