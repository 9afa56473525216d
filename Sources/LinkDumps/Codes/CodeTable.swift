/// A set of codes that is asked once for each line of a dump, and allocates nothing for that.
///
/// A hash table with open addressing over bytes. The hash has a key of its own in each table: links that strangers write into comments
/// cannot be chosen so that they meet in one slot.
struct CodeTable: Sendable {
    /// Codes are no longer than this; links in comments may be.
    static let longestCode = 255

    struct Builder {
        private var bytes: [UInt8] = []
        private var ends: [Int] = [0]
        private var numbers: [Int] = []

        mutating func add(_ code: some Collection<UInt8>, number: Int) {
            guard (1...CodeTable.longestCode).contains(code.count) else { return }
            bytes += code
            ends.append(bytes.count)
            numbers.append(number)
        }

        func build() -> CodeTable { CodeTable(bytes: bytes, ends: ends, numbers: numbers) }
    }

    /// The upper half is a part of the hash, the lower half the place of the code plus one; 0 is a free slot.
    private let slots: [UInt64]
    private let mask: Int
    private let key: UInt64
    private let bytes: [UInt8]
    private let ends: [Int]
    private let numbers: [Int]
    private let lengths: [Bool]

    var isEmpty: Bool { numbers.isEmpty }

    private init(bytes: [UInt8], ends: [Int], numbers: [Int]) {
        var capacity = 16
        while capacity < 2 * numbers.count { capacity *= 2 }
        let key = UInt64.random(in: .min ... .max)
        var slots = [UInt64](repeating: 0, count: capacity)
        var lengths = [Bool](repeating: false, count: Self.longestCode + 1)
        bytes.withUnsafeBytes { all in
            for place in numbers.indices {
                let code = UnsafeRawBufferPointer(rebasing: all[ends[place]..<ends[place + 1]])
                lengths[code.count] = true
                let hash = ByteHash.of(code, key: key)
                var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
                while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
                slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(place + 1)
            }
        }
        self.slots = slots
        self.key = key
        self.bytes = bytes
        self.ends = ends
        self.numbers = numbers
        self.lengths = lengths
        mask = capacity - 1
    }

    /// Whether any code has this many bytes.
    func hasCode(ofLength length: Int) -> Bool { length <= Self.longestCode && lengths[length] }

    /// The number of a code; `nil` if it is not looked for.
    func number(of code: UnsafeRawBufferPointer) -> Int? {
        guard hasCode(ofLength: code.count) else { return nil }
        let hash = ByteHash.of(code, key: key)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            if slots[slot] >> 32 == hash >> 32 {
                let place = Int(slots[slot] & 0xFFFF_FFFF) - 1
                if isCode(at: place, code) { return numbers[place] }
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func isCode(at place: Int, _ code: UnsafeRawBufferPointer) -> Bool {
        let start = ends[place]
        guard ends[place + 1] - start == code.count else { return false }
        for offset in code.indices where bytes[start + offset] != code[offset] { return false }
        return true
    }
}

/// A keyed hash of short byte strings, after the principle of wyhash: eight bytes at a time, mixed by a multiplication of which both
/// halves count.
private enum ByteHash {
    static func of(_ bytes: UnsafeRawBufferPointer, key: UInt64) -> UInt64 {
        var hash = key ^ UInt64(bytes.count)
        var offset = 0
        while offset + 8 <= bytes.count {
            hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var last: UInt64 = 0
        while offset < bytes.count {
            last = last << 8 | UInt64(bytes[offset])
            offset += 1
        }
        return mixed(mixed(hash ^ last))
    }

    private static func mixed(_ word: UInt64) -> UInt64 {
        let product = (word ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}
