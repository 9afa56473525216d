internal import ArchiveStore
internal import ShortLinks
internal import ThreadModel

/// Goes through short links one by one, and keeps what a report needs of them. Pure: it asks nobody.
struct LinkSurvey {
    private static let otherHosts = "other hosts"
    /// More hosts in trouble than this are counted together.
    private static let mostHosts = 50_000

    let table: ServiceTable
    private(set) var states = StateCounts()
    private(set) var services: [String: StateCounts] = [:]
    private(set) var lost: CappedList<(link: ShortLinkEntry, reason: String)>
    private(set) var rescued: CappedList<ShortLinkEntry>
    private(set) var conflicts: CappedList<LinkReport.Conflict>
    private var hosts: [String: LinkReport.TroubledHost] = [:]
    private let limit: Int

    init(services table: ServiceTable, limit: Int) {
        self.table = table
        self.limit = limit
        lost = CappedList(limit: limit)
        rescued = CappedList(limit: limit)
        conflicts = CappedList(limit: limit)
    }

    /// Hosts in trouble, those with the most links first.
    var troubledHosts: CappedList<LinkReport.TroubledHost> {
        var list = CappedList<LinkReport.TroubledHost>(limit: limit)
        for host in hosts.values.sorted(by: { ($1.links, $0.host) < ($0.links, $1.host) }) { list.add(host) }
        return list
    }

    /// Counts a short link.
    mutating func add(_ link: ShortLinkEntry) {
        let state = LinkState(link.status)
        states.add(state)
        let service = URLParts(link.url).flatMap { table.service(ofHost: $0.host) }
        services[service?.name ?? URLParts(link.url)?.host.lowercased() ?? "?", default: StateCounts()].add(state)
        if let reason = Self.loss(of: link, service) { lost.add((link, reason)) }
        if link.final != nil, state == .archived || link.via == .wayback || link.via == .dump { rescued.add(link) }
        if [.hostDead, .blocked, .undetermined].contains(state) { addTrouble(of: link, state) }
    }

    /// Why a link will not come back, as far as can be known; `nil` where it may, or its destination is known.
    private static func loss(of link: ShortLinkEntry, _ service: Service?) -> String? {
        guard link.final == nil || link.status == .gone else { return nil }
        switch link.status {
        case .gone: return "the service has no such link"
        case .hostDead: return service?.closed.map { "the service is closed since \($0) or before" }
        default: return nil
        }
    }

    /// The host that a link came to last is the one that does not answer.
    private mutating func addTrouble(of link: ShortLinkEntry, _ state: LinkState) {
        guard let host = (URLParts(link.final ?? link.url) ?? URLParts(link.url))?.host.lowercased() else { return }
        let name = hosts[host] == nil && hosts.count >= Self.mostHosts ? Self.otherHosts : host
        hosts[name, default: LinkReport.TroubledHost(host: name)].links += 1
        hosts[name]?.states.add(state)
        if let error = link.error { hosts[name]?.error = error }
    }

    /// Compares an expansion with its evidence.
    mutating func add(_ expansion: Expansion) {
        guard let final = expansion.final else { return }
        for evidence in expansion.evidence ?? []
        where !URLParts.same(evidence.url, final) && !URLParts.same(evidence.url, expansion.cleaned) {
            conflicts.add(
                LinkReport.Conflict(
                    url: expansion.url, result: final, status: LinkState(expansion.status),
                    witness: .init(kind: evidence.kind.rawValue, source: evidence.source, at: evidence.at), claim: evidence.url))
        }
    }
}

/// The parts of a URL that tell whether two are meant to be the same.
struct URLParts {
    /// As it is written, without user and port.
    var host: Substring
    /// What follows it, without the fragment and the slash at its end.
    var rest: Substring

    init?(_ url: String) {
        guard let start = url.firstRange(of: "://")?.upperBound else { return nil }
        let authority = url[start...].prefix { !"/?#".contains($0) }
        let name = (authority.split(separator: "@").last ?? "").prefix { $0 != ":" }
        guard !name.isEmpty else { return nil }
        host = name
        rest = url[authority.endIndex...].prefix { $0 != "#" }
        if rest.hasSuffix("/") { rest.removeLast() }
    }

    /// Whether two URLs name the same page, as far as can be seen: scheme, `www.`, fragment and a slash at the end tell no pages apart.
    static func same(_ left: String, _ right: String?) -> Bool {
        guard let right else { return false }
        guard let first = URLParts(left), let second = URLParts(right) else { return left == right }
        return first.rest == second.rest && bare(first.host) == bare(second.host)
    }

    private static func bare(_ host: Substring) -> Substring {
        let host = Substring(host.lowercased())
        return host.hasPrefix("www.") ? host.dropFirst(4) : host
    }
}
