/// Phrases of templates, found by their first byte: a line is compared with the few that begin like it.
struct Phrases: Sendable {
    private let byFirst: [[[UInt8]]]

    init(_ phrases: [String]) {
        var byFirst: [[[UInt8]]] = Array(repeating: [], count: 256)
        for phrase in phrases.map({ Array($0.utf8) }) {
            if let first = phrase.first { byFirst[Int(first)].append(phrase) }
        }
        self.byFirst = byFirst
    }

    /// Whether a text, as ``SiteName/key(_:)`` makes it, is one of the phrases or begins with one and further words.
    func begin(_ key: String) -> Bool {
        isStart(of: key) { $0 == nil || $0 == 0x20 }
    }

    /// Whether a text begins with one of the phrases, though it be in the middle of a word.
    func areStart(of key: String) -> Bool {
        isStart(of: key) { _ in true }
    }

    private func isStart(of key: String, _ mayFollow: (UInt8?) -> Bool) -> Bool {
        guard let first = key.utf8.first else { return false }
        return byFirst[Int(first)].contains { phrase in
            key.utf8.starts(with: phrase) && mayFollow(key.utf8.dropFirst(phrase.count).first)
        }
    }
}
