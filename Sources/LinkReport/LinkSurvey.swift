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
    /// Links that nobody will ask for again.
    private(set) var lost: CappedList<(link: ShortLinkEntry, reason: String)>
    /// Links that were gone when they were asked for, and will be asked for again.
    private(set) var missing: CappedList<(link: ShortLinkEntry, reason: String)>
    private(set) var rescued: CappedList<ShortLinkEntry>
    private(set) var conflicts: CappedList<LinkReport.Conflict>
    private var hosts: [String: LinkReport.TroubledHost] = [:]
    private let limit: Int

    init(services table: ServiceTable, limit: Int) {
        self.table = table
        self.limit = limit
        lost = CappedList(limit: limit)
        missing = CappedList(limit: limit)
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
        let host = PageAddress.host(of: link.url)
        let service = host.flatMap { table.service(ofHost: $0) }
        services[service?.name ?? host ?? "?", default: StateCounts()].add(state)
        if let reason = Self.loss(of: link, service) {
            if link.due == .never { lost.add((link, reason)) } else { missing.add((link, reason)) }
        }
        if link.final != nil, state == .archived || link.via == .wayback || link.via == .dump { rescued.add(link) }
        if [.hostDead, .blocked, .undetermined].contains(state) { addTrouble(of: link, state) }
    }

    /// Why a link leads nowhere any more; `nil` where that is not said, or its destination is known.
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
        guard let host = link.final.flatMap(PageAddress.host) ?? PageAddress.host(of: link.url) else { return }
        let name = hosts[host] == nil && hosts.count >= Self.mostHosts ? Self.otherHosts : host
        hosts[name, default: LinkReport.TroubledHost(host: name)].links += 1
        hosts[name]?.states.add(state)
        if let error = link.error { hosts[name]?.error = error }
    }

    /// Compares an expansion with its evidence.
    mutating func add(_ expansion: Expansion) {
        guard let final = expansion.final else { return }
        for evidence in expansion.evidence ?? []
        where ![final, expansion.cleaned ?? final].contains(where: { PageAddress.isSame($0, evidence.url) }) {
            conflicts.add(
                LinkReport.Conflict(
                    url: expansion.url, result: final, status: LinkState(expansion.status),
                    witness: .init(kind: evidence.kind.rawValue, source: evidence.source, at: evidence.at), claim: evidence.url))
        }
    }
}
