import ThreadModel

/// What came of the links that were asked for.
struct ExpansionSummary: Sendable, CustomStringConvertible {
    private var counts: [Expansion.Status: Int] = [:]
    /// Only where they are to be told apart: there may be many.
    private var hosts: [String: [Expansion.Status: Int]]?

    init(byHost: Bool) {
        hosts = byHost ? [:] : nil
    }

    mutating func count(_ expansion: Expansion) {
        counts[expansion.status, default: 0] += 1
        guard hosts != nil else { return }
        let rest = expansion.url[(expansion.url.firstRange(of: "://")?.upperBound ?? expansion.url.startIndex)...]
        hosts?[rest.prefix { !"/?#".contains($0) }.lowercased(), default: [:]][expansion.status, default: 0] += 1
    }

    /// `7 links tried: 6 resolved, 1 gone`
    var description: String {
        counts.isEmpty ? "no link is due" : Self.line(counts)
    }

    /// `bit.ly: 7 links tried: 6 resolved, 1 gone`, those with the most links first.
    var lines: [String] {
        let hosts = (hosts ?? [:]).map { (host: $0, counts: $1, all: $1.values.reduce(0, +)) }
        return hosts.sorted { ($1.all, $0.host) < ($0.all, $1.host) }.map { "\($0.host): \(Self.line($0.counts))" }
    }

    private static func line(_ counts: [Expansion.Status: Int]) -> String {
        let parts = Expansion.Status.allCases.compactMap { status in counts[status].map { "\($0) \(status.rawValue)" } }
        return "\(number(counts.values.reduce(0, +), "link")) tried: \(parts.joined(separator: ", "))"
    }
}
