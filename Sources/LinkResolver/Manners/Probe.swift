/// The question whether a host answers to a code that nobody can have made: parked domains send whatever they are asked to their advertisers.
enum Probe {
    /// Twelve letters and digits: more codes than any shortener has given out.
    static func randomCode(on url: WebURL) -> WebURL? {
        let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        let code = String((0..<12).compactMap { _ in letters.randomElement() })
        let authority = url.text.dropLast(url.target.count)
        return try? WebURL("\(authority)/\(code)")
    }

    /// What came of a probe.
    enum Finding: Hashable, Sendable {
        /// The host sends a code that nobody made to this site.
        case sendsTo(site: String)
        /// It does not send it anywhere, or only where the code itself is asked for again: the whole host has moved.
        case sendsNowhere
        /// It has not answered, or has had enough.
        case unknown
    }

    static func finding(_ result: HopReport.Result, at url: WebURL) -> Finding {
        guard case .answer(let answer) = result else { return .unknown }
        let lead = Lead(ofHead: answer) ?? PageReading(answer.page, charset: answer.headers.charset, at: url, service: nil).lead
        guard let lead else { return [420, 429].contains(answer.status) ? .unknown : .sendsNowhere }
        guard let target = try? WebURL(lead.target, relativeTo: url), target.site != url.site else { return .sendsNowhere }
        return target.text.contains(url.path.dropFirst()) ? .sendsNowhere : .sendsTo(site: String(target.site))
    }
}

/// What a run knows of hosts that were probed, and who waits to know.
struct ProbeMemory {
    enum Reply: Equatable {
        case known(Probe.Finding)
        /// Another link has asked already, and this one is told when it knows.
        case isAsked
        /// The one who asks is to find out.
        case ask
    }

    private var known: [String: Probe.Finding] = [:]
    private var waiting: [String: [Int]] = [:]

    /// - Parameter job: the link that wants to know.
    mutating func question(_ host: String, by job: Int) -> Reply {
        if let finding = known[host] { return .known(finding) }
        waiting[host, default: []].append(job)
        return waiting[host]?.count == 1 ? .ask : .isAsked
    }

    /// Gives the links that waited to know.
    mutating func learn(_ host: String, _ finding: Probe.Finding) -> [Int] {
        // Bounded, since there may be as many hosts as there are links.
        if known.count >= 10_000 { known = [:] }
        known[host] = finding
        return waiting.removeValue(forKey: host) ?? []
    }
}
