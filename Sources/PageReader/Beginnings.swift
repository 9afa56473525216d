/// How some texts begin: the first two letters of each, where these are letters of ASCII.
struct Beginnings: Sendable {
    private var pairs = [Bool](repeating: false, count: 26 * 26)

    init(_ texts: some Sequence<String>) {
        for text in texts { if let pair = Self.pair(text.utf8) { pairs[pair] = true } }
    }

    /// Whether a text may begin as one of these, by a look at its first two letters: it does not where they are others of ASCII.
    func mayBegin(_ text: some StringProtocol) -> Bool { mayBegin(text.utf8) }

    /// Whether a text in UTF-8 may begin as one of these.
    func mayBegin(_ text: some Sequence<UInt8>) -> Bool { Self.pair(text).map { pairs[$0] } ?? true }

    private static func pair(_ text: some Sequence<UInt8>) -> Int? {
        var bytes = text.makeIterator()
        guard let first = bytes.next().map({ ($0 | 0x20) &- 0x61 }), first < 26, let second = bytes.next().map({ ($0 | 0x20) &- 0x61 }),
            second < 26
        else { return nil }
        return Int(first) * 26 + Int(second)
    }
}
