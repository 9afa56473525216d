/// The question whether a host answers to a code that nobody can have made: parked domains send whatever they are asked to their advertisers.
enum Probe {
    /// Twelve letters and digits: more codes than any shortener has given out.
    static func randomCode(on url: WebURL) -> WebURL? {
        let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        let code = String((0..<12).compactMap { _ in letters.randomElement() })
        let authority = url.text.dropLast(url.target.count)
        return try? WebURL("\(authority)/\(code)")
    }

    /// Whether an answer sends us to another site.
    static func leadsAway(_ result: HopReport.Result, from url: WebURL) -> Bool {
        guard case .answer(let answer) = result else { return false }
        let lead = Lead(ofHead: answer) ?? PageReading(answer.page, contentType: answer.headers[.contentType], at: url, service: nil).lead
        guard let lead, let target = try? WebURL(lead.target, relativeTo: url) else { return false }
        return target.site != url.site
    }
}

/// What a run knows of hosts that were probed, and who waits to know.
struct ProbeMemory {
    enum Reply: Equatable {
        case known(answersToAnything: Bool)
        /// Another link has asked already, and this one is told when it knows.
        case isAsked
        /// The one who asks is to find out.
        case ask
    }

    private var known: [String: Bool] = [:]
    private var waiting: [String: [Int]] = [:]

    /// - Parameter job: the link that wants to know.
    mutating func question(_ host: String, by job: Int) -> Reply {
        if let answer = known[host] { return .known(answersToAnything: answer) }
        waiting[host, default: []].append(job)
        return waiting[host]?.count == 1 ? .ask : .isAsked
    }

    /// Gives the links that waited to know.
    mutating func learn(_ host: String, _ answersToAnything: Bool) -> [Int] {
        // Bounded, since there may be as many hosts as there are links.
        if known.count >= 10_000 { known = [:] }
        known[host] = answersToAnything
        return waiting.removeValue(forKey: host) ?? []
    }

    /// The link that was to find out will not: gives the others that waited.
    mutating func giveUp(_ job: Int) -> [Int] {
        guard let host = waiting.first(where: { $0.value.first == job })?.key else { return [] }
        return waiting.removeValue(forKey: host)?.dropFirst().map { $0 } ?? []
    }
}
