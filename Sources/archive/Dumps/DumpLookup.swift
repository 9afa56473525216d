import LinkDumps
import ShortLinks
import ThreadModel

/// The codes of the archive's short links, and what dumps have of them.
struct DumpLookup: Sendable {
    private(set) var wanted = WantedCodes()
    var findings = DumpFindings()
    private let services: ServiceTable

    init(services: ServiceTable) {
        self.services = services
    }

    /// Looks for what a link leads to, if it is a short link.
    mutating func lookFor(_ url: String) {
        if let code = ShortCode(url, in: services) { wanted.insert(code) }
    }

    /// What the dumps say of a link; `nil` if it is no short link, or in none of them.
    func evidence(of url: String) -> [Expansion.Evidence]? {
        guard let code = ShortCode(url, in: services),
            let targets = wanted.numbers(of: code).lazy.map({ findings[$0] }).first(where: { !$0.isEmpty })
        else { return nil }
        return targets.flatMap { target in
            let sightings = target.first == target.last ? [target.first] : [target.first, target.last]
            return sightings.map { Expansion.Evidence(kind: .dump, url: target.url, at: $0.at, source: $0.source) }
        }
    }
}
