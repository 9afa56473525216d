/// The targets that dumps have of the codes that are looked for.
public struct DumpFindings: Sendable {
    /// That a dump has a target.
    public struct Sighting: Sendable, Hashable {
        /// When the dump was made, in ISO 8601 to the precision that is known.
        public var at: String?
        /// Where in which file.
        public var source: String
    }

    /// A target of a code.
    public struct Target: Sendable, Hashable {
        /// As text: UTF-8 as it is, any other bytes percent-encoded. Line ends may be in it.
        public var url: String
        /// In the oldest dump that has it, as far as dates are known.
        public fileprivate(set) var first: Sighting
        /// In the newest.
        public fileprivate(set) var last: Sighting
    }

    /// Codes that were used again have a few targets; a dump that has more of one code than this is not to be believed anyway.
    static let targetsOfOneCode = 16

    /// How many bytes of targets may still be kept.
    private var room: Int
    private var targets: [Int: [Target]] = [:]

    /// - Parameter room: how many bytes of targets are kept at most.
    init(room: Int = 256 * 1024 * 1024) {
        self.room = room
    }

    /// Nothing found yet.
    public init() {
        self.init(room: 256 * 1024 * 1024)
    }

    /// How many codes something was found of.
    public var count: Int { targets.count }

    /// What was found under a number, in the order in which it came.
    public subscript(number: Int) -> [Target] { targets[number] ?? [] }

    /// - Throws: ``DumpError/tooMuchFound``
    mutating func add(_ bytes: some Sequence<UInt8>, _ sighting: Sighting, of number: Int) throws(DumpError) {
        let url = TargetText.text(of: bytes)
        guard !url.isEmpty else { return }
        try add(Target(url: url, first: sighting, last: sighting), of: number)
    }

    /// Adds what was found in another file.
    ///
    /// - Throws: ``DumpError/tooMuchFound``
    public mutating func merge(_ other: DumpFindings) throws(DumpError) {
        for (number, targets) in other.targets {
            for target in targets { try add(target, of: number) }
        }
    }

    private mutating func add(_ new: Target, of number: Int) throws(DumpError) {
        if let place = targets[number]?.firstIndex(where: { $0.url == new.url }) {
            targets[number]?[place].extend(to: new.first)
            targets[number]?[place].extend(to: new.last)
            return
        }
        guard targets[number]?.count ?? 0 < Self.targetsOfOneCode else { return }
        // With what the entry itself takes.
        let size = new.url.utf8.count + 128
        guard room >= size else { throw .tooMuchFound }
        room -= size
        targets[number, default: []].append(new)
    }
}

extension DumpFindings.Target {
    /// A sighting with a date says more than one without.
    fileprivate mutating func extend(to sighting: DumpFindings.Sighting) {
        guard let at = sighting.at else { return }
        if first.at.map({ at < $0 }) ?? true { first = sighting }
        if last.at.map({ at > $0 }) ?? true { last = sighting }
    }
}

/// A dump's target as text.
enum TargetText {
    /// UTF-8 as it is; of anything else each byte that is not ASCII is percent-encoded, so that none is lost. Without white space around it.
    static func text(of bytes: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else { return "" }
        if let text = String(validating: bytes[first...last], as: UTF8.self) { return text }
        return bytes[first...last].reduce(into: "") { text, byte in
            text += byte < 0x80 ? String(Unicode.Scalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
        }
    }
}
