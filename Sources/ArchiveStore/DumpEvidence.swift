import Foundation
public import ThreadModel

/// What dumps say of where a link leads, held against what is known of it.
public struct DumpEvidence: Sendable {
    /// That one code has several targets: services use codes again, and dumps have errors.
    public struct Conflict: Sendable, Hashable {
        /// The targets, in the order in which they came.
        public var targets: [String]
        /// The one that stands.
        public var kept: String
    }

    /// The link.
    public var url: String
    /// What the dumps say; the kind of each is ``Expansion/Evidence/Kind/dump``.
    public var evidence: [Expansion.Evidence]

    /// What dumps say of a link.
    public init(url: String, evidence: [Expansion.Evidence]) {
        self.url = url
        self.evidence = evidence
    }

    /// The record of the link with this evidence, and what contradicts it.
    ///
    /// A link of which nothing better is known leads where the dump says. Of several targets that one is taken that was seen nearest to
    /// the day on which the link was written: codes were given away again. Where that day is not known, the newest is taken. What the
    /// link's own server or a web archive has said stands.
    ///
    /// - Parameters:
    ///   - old: the newest record of the link.
    ///   - now: in ISO 8601 UTC.
    ///   - written: when the link was first written, in ISO 8601 to the precision that is known. Asked only where targets do not agree.
    public func added(
        to old: Expansion?, now: String, written: () throws -> String?
    ) rethrows -> (record: Expansion, conflict: Conflict?) {
        var record = old ?? Expansion(url: url, status: .archived, checkedAt: now, attempts: 0)
        var all = evidence.reduce(into: record.evidence ?? []) { Self.add($1, to: &$0) }
        let choice = try TargetChoice(all.filter { $0.kind == .dump }, written: written)
        guard let chosen = choice.best else { return (record, nil) }
        if let old, let known = old.knownOtherwise {
            record.evidence = all
            let contradicts = choice.targets.contains { target in !known.contains { PageAddress.isSame($0, target) } }
            return (record, contradicts ? Conflict(targets: choice.targets, kept: old.final ?? old.url) : nil)
        }
        // What a record rests on stands first.
        all.remove(at: all.firstIndex(of: chosen) ?? 0)
        record.evidence = [chosen] + all
        // What was counted was counted of something else; the archive counts anew as it stores the record.
        if record.status != .archived { record.strikes = nil }
        record.status = .archived
        record.via = .dump
        record.final = PageAddress.withoutLineEnds(chosen.url)
        return (record, choice.targets.count > 1 ? Conflict(targets: choice.targets, kept: chosen.url) : nil)
    }

    /// Adds what is new: a target that was not known, or not known to be so old, or so young. Of each target the oldest and the newest
    /// evidence is kept, so that a thousand dumps do not make a record of a thousand lines.
    private static func add(_ new: Expansion.Evidence, to all: inout [Expansion.Evidence]) {
        func isSame(_ other: Expansion.Evidence) -> Bool { other.kind == .dump && other.url == new.url }
        guard all.contains(where: isSame) else { return all.append(new) }
        let dated = all.indices.filter { isSame(all[$0]) && all[$0].at != nil }
        guard let at = new.at else { return }
        guard let oldest = dated.min(by: { all[$0].at ?? "" < all[$1].at ?? "" }), let first = all[oldest].at,
            let newest = dated.max(by: { all[$0].at ?? "" < all[$1].at ?? "" }), let last = all[newest].at
        else { return all.append(new) }
        if at < first || at > last {
            if oldest == newest { all.append(new) } else { all[at < first ? oldest : newest] = new }
        }
    }
}

extension Expansion {
    /// The URLs to which the link leads by its own server or a web archive; `nil` where neither has said.
    fileprivate var knownOtherwise: [String]? {
        switch status {
        case .resolved: break
        case .archived where via != .dump: break
        // The destination is dead or forbidden, but the shortener has said where the link leads.
        case .hostDead, .refused: guard final != nil, chain.first?.location != nil else { return nil }
        default: return nil
        }
        return [final].compactMap(\.self) + chain.flatMap { [$0.url, $0.location].compactMap(\.self) }
            + (evidence ?? []).filter { $0.kind != .dump }.map(\.url)
    }
}

/// Which of the targets that dumps have of a link is likely the one that its writer meant.
private struct TargetChoice {
    /// The distinct targets, in the order in which they came.
    private(set) var targets: [String] = []
    private let evidence: [Expansion.Evidence]
    private let written: Double?

    init(_ evidence: [Expansion.Evidence], written: () throws -> String?) rethrows {
        self.evidence = evidence
        for new in evidence where !targets.contains(where: { PageAddress.isSame($0, new.url) }) { targets.append(new.url) }
        self.written = targets.count > 1 ? try written().flatMap(Self.time) : nil
    }

    /// The evidence that the link leads where it most likely does.
    var best: Expansion.Evidence? {
        let groups = targets.map { target in evidence.filter { PageAddress.isSame($0.url, target) } }
        return groups.max { score($0) < score($1) }?.max { newest($0) < newest($1) }
    }

    /// How near to the day of writing a target was seen, and how late.
    private func score(_ evidence: [Expansion.Evidence]) -> (nearness: Double, newest: Double) {
        let times = evidence.compactMap { $0.at.flatMap(Self.time) }
        guard let first = times.min(), let last = times.max() else { return (-.infinity, -.infinity) }
        guard let written else { return (0, last) }
        // Between two days on which it was seen the target was the same.
        return (-max(first - written, written - last, 0), last)
    }

    private func newest(_ evidence: Expansion.Evidence) -> Double { evidence.at.flatMap(Self.time) ?? -.infinity }

    /// Seconds since 1970 of a date in ISO 8601, of which the end may be missing.
    private static func time(_ text: String) -> Double? {
        let numbers = text.split { !$0.isNumber }.prefix(6).compactMap { Int($0) }
        guard let year = numbers.first else { return nil }
        func part(_ place: Int, _ least: Int) -> Int { place < numbers.count ? numbers[place] : least }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = DateComponents(
            year: year, month: part(1, 1), day: part(2, 1), hour: part(3, 0), minute: part(4, 0), second: part(5, 0))
        return calendar.date(from: parts)?.timeIntervalSince1970
    }
}
