/// The number by which a folded word is looked up, made of its letters one by one. Two words of one number are not to be expected, and
/// would do no more harm than a date read wrong.
struct WordHash: Hashable, Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ scalar: UInt32) {
        value = (value ^ UInt64(scalar)) &* 0x0000_0100_0000_01B3
    }

    /// The number of a name of several words.
    func followed(by next: WordHash) -> WordHash {
        var both = self
        both.value = (value &* 0x9E37_79B9_7F4A_7C15) ^ next.value
        return both
    }

    /// The number of words that are folded already, one space between them.
    init(words: some Sequence<UInt32>) {
        var before: WordHash?
        var word = WordHash()
        for scalar in words {
            if scalar == 0x20 {
                before = before?.followed(by: word) ?? word
                word = WordHash()
            } else {
                word.add(scalar)
            }
        }
        self = before?.followed(by: word) ?? word
    }

    init() {}
}

/// Finds a small number by a word's hash; built once, never changed.
struct WordTable: Sendable {
    private var hashes: [UInt64]
    private var values: [UInt32]
    private let mask: Int
    /// A bit for each word, in less room: most words that are looked for are not there, and the tables are larger than a processor's cache.
    private var bits: [UInt64]

    init(_ entries: [(hash: WordHash, value: UInt32)]) {
        var size = 64
        while size < entries.count * 3 { size *= 2 }
        mask = size - 1
        hashes = Array(repeating: 0, count: size)
        values = Array(repeating: 0, count: size)
        bits = Array(repeating: 0, count: size * 2 / 64)
        for entry in entries {
            let bit = Self.bit(entry.hash.value, in: bits.count)
            bits[bit >> 6] |= 1 << UInt64(bit & 63)
            var slot = Self.slot(entry.hash.value) & mask
            while hashes[slot] != 0, hashes[slot] != entry.hash.value { slot = (slot + 1) & mask }
            hashes[slot] = entry.hash.value
            values[slot] = entry.value
        }
    }

    private static func bit(_ hash: UInt64, in words: Int) -> Int {
        Int(truncatingIfNeeded: hash >> 17) & (words * 64 - 1)
    }

    private static func slot(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash ^ hash >> 29)
    }

    subscript(hash: WordHash) -> UInt32? {
        let bit = Self.bit(hash.value, in: bits.count)
        guard bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { return nil }
        var slot = Self.slot(hash.value) & mask
        while hashes[slot] != 0 {
            if hashes[slot] == hash.value { return values[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
