import HeapModule

/// What waits for its turn: first come first served within a service, services in turn, never more at once than allowed, never sooner after
/// one another than the service is owed, and not at all while it wants to be left alone.
///
/// A service is what shares a server's patience: all hosts of a shortener, one host of the rest of the web. libcurl has limits of its own
/// (`CURLMOPT_MAX_HOST_CONNECTIONS`), but a transfer that waits there uses up its time-out while waiting.
///
/// All times are seconds of a clock that never goes back; the caller says what time it is.
struct ServiceQueues<Item> {
    /// What a service is owed.
    struct Pace: Hashable, Sendable {
        /// Seconds between the starts of two requests, at least.
        var gap: Double
        /// How many requests may be under way at once.
        var parallel: Int
    }

    /// What a request told of its service's mood.
    enum Mood: Hashable, Sendable {
        case well
        /// A time-out, a connection that failed, an error of the server's.
        case trouble
        /// It wants to be left alone for so many seconds.
        case throttled(Double)
    }

    private struct Service {
        let pace: Pace
        /// The gap as it is now: wider after trouble, back to the pace's own by and by.
        var gap: Double
        var waiting: [Item] = []
        /// Where the queue begins; what is before it has been taken. Keeps taking from the front cheap.
        var start = 0
        var running = 0
        var earliest = 0.0
        /// How many requests in a row met with trouble.
        var troubles = 0
        /// How many answers in a row asked for a pause.
        var throttlings = 0
        /// Whether the service stands among the turns, or rests.
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

    private struct Rest: Comparable {
        var until: Double
        var name: String

        static func < (one: Rest, other: Rest) -> Bool { one.until < other.until }
    }

    /// The gap grows to this under throttling, in seconds, and no further.
    static var widestGap: Double { 30 }
    /// And to this under trouble.
    static var widestGapOfTrouble: Double { 10 }

    private let maxRunning: Int
    private var services: [String: Service] = [:]
    /// Services with something waiting and room for it, in the order of their turns.
    private var turns: [String] = []
    private var nextTurn = 0
    /// Services whose next request is not due yet.
    private var resting = Heap<Rest>()
    private(set) var running = 0

    init(maxRunning: Int) { self.maxRunning = maxRunning }

    /// How many services are known; those that are owed nothing are forgotten.
    var serviceCount: Int { services.count }

    /// When the next service has rested enough; `nil` where none rests.
    var nextWake: Double? { resting.min?.until }

    /// How many requests of a service in a row met with trouble.
    func troubles(_ name: String) -> Int { services[name]?.troubles ?? 0 }

    /// How many answers of a service in a row asked for a pause.
    func throttlings(_ name: String) -> Int { services[name]?.throttlings ?? 0 }

    /// How long a service still wants to be left alone, in seconds.
    func pause(of name: String, now: Double) -> Double { max(0, (services[name]?.earliest ?? now) - now) }

    mutating func enqueue(_ item: Item, service name: String, pace: Pace) {
        services[name, default: Service(pace: pace, gap: pace.gap)].waiting.append(item)
        giveTurn(to: name)
    }

    /// Takes the next item that may start now, and counts it as running until ``finished(service:mood:now:)``.
    mutating func next(now: Double) -> Item? {
        wakeRested(now)
        guard running < maxRunning else { return nil }
        while let name = takeTurn() {
            guard var service = services[name], !service.isEmpty else {
                // What waited was taken out.
                services[name]?.hasTurn = false
                continue
            }
            guard service.earliest <= now else {
                rest(name, until: service.earliest)
                continue
            }
            // The entry goes out of the table while it is changed, so that its queue is not copied.
            services[name] = nil
            let item = service.take()
            service.running += 1
            // More than the gap, never less: clocks that tick together are no politeness.
            service.earliest = now + service.gap * Double.random(in: 1...1.25)
            service.hasTurn = false
            services[name] = service
            running += 1
            giveTurn(to: name)
            return item
        }
        return nil
    }

    /// Puts an item back that could not be started after all, before all others, and leaves its service alone for so many seconds.
    mutating func giveBack(_ item: Item, service name: String, pause: Double, now: Double) {
        guard var service = services.removeValue(forKey: name) else { return }
        service.running -= 1
        running -= 1
        service.waiting.insert(item, at: service.start)
        service.earliest = max(service.earliest, now + pause)
        services[name] = service
        giveTurn(to: name)
    }

    /// Makes room after an item of this service is done, and minds what it told of the service.
    mutating func finished(service name: String, mood: Mood, now: Double) {
        guard var service = services.removeValue(forKey: name), service.running > 0 else { return }
        service.running -= 1
        running -= 1
        switch mood {
        case .well:
            (service.troubles, service.throttlings) = (0, 0)
            service.gap = max(service.pace.gap, service.gap * 0.9)
        case .trouble:
            service.troubles += 1
            if service.pace.gap > 0 { service.gap = min(Self.widestGapOfTrouble, max(service.gap, service.gap + 0.2)) }
        case .throttled(let pause):
            service.throttlings += 1
            service.gap = min(Self.widestGap, max(service.gap * 2, service.pace.gap))
            service.earliest = max(service.earliest, now + pause)
        }
        services[name] = service
        giveTurn(to: name)
        forget(name, now)
    }

    /// Takes everything that waits for a service, where it is not worth waiting for.
    mutating func drain(service name: String) -> [Item] {
        guard var service = services.removeValue(forKey: name) else { return [] }
        let items = Array(service.waiting[service.start...])
        (service.waiting, service.start) = ([], 0)
        services[name] = service
        return items
    }

    // MARK: - Turns

    private mutating func giveTurn(to name: String) {
        guard let service = services[name], !service.hasTurn, !service.isEmpty, service.running < service.pace.parallel else { return }
        services[name]?.hasTurn = true
        turns.append(name)
    }

    private mutating func takeTurn() -> String? {
        guard nextTurn < turns.count else { return nil }
        let name = turns[nextTurn]
        nextTurn += 1
        if nextTurn > 32, nextTurn * 2 > turns.count {
            turns.removeFirst(nextTurn)
            nextTurn = 0
        }
        return name
    }

    private mutating func rest(_ name: String, until: Double) { resting.insert(Rest(until: until, name: name)) }

    private mutating func wakeRested(_ now: Double) {
        while let first = resting.min, first.until <= now {
            resting.removeMin()
            if services[first.name]?.isEmpty == false {
                turns.append(first.name)
            } else {
                services[first.name]?.hasTurn = false
                forget(first.name, now)
            }
        }
    }

    /// A service that is owed nothing need not be known; one that still is comes back when it is not.
    private mutating func forget(_ name: String, _ now: Double) {
        guard let service = services[name], service.running == 0, service.isEmpty, !service.hasTurn, service.troubles == 0,
            service.throttlings == 0
        else { return }
        if service.earliest <= now {
            services[name] = nil
        } else {
            services[name]?.hasTurn = true
            rest(name, until: service.earliest)
        }
    }
}
