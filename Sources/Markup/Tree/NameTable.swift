internal import Glibc

/// A name to look for in pages, with its hash, so that it is hashed once and not once a page.
struct Name: Sendable, Hashable {
    let bytes: [UInt8]
    let digest: UInt64

    init(_ name: some StringProtocol) {
        bytes = Array(name.utf8)
        digest = bytes.withUnsafeBufferPointer(ByteHash.shared.of)
    }
}

/// A hash of bytes for tables that last as long as the process. It is seeded anew each time: no page can be made of names that collide. Two
/// names of one digest are not to be expected.
struct ByteHash: Sendable {
    static let shared = ByteHash()

    private let seed = UInt64.random(in: .min ... .max) | 1

    private init() {}

    func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        // Mixed by itself, so that how many bytes there are makes up for none of them.
        var digest = mixed(seed ^ UInt64(truncatingIfNeeded: bytes.count))
        let raw = UnsafeRawBufferPointer(bytes)
        var place = 0
        while place + 8 <= raw.count {
            digest = mixed(digest ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        return mixed(digest ^ Self.rest(of: raw, from: place))
    }

    /// The bytes behind the last eight, read without a loop: some of them twice, which tells bytes of one count apart as well.
    private static func rest(of raw: UnsafeRawBufferPointer, from place: Int) -> UInt64 {
        let count = raw.count
        if count >= 8 { return place == count ? 0 : raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) }
        if count >= 4 {
            let first = raw.loadUnaligned(as: UInt32.self), last = raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
            return UInt64(first) << 32 | UInt64(last)
        }
        return count == 0 ? 0 : UInt64(raw[0]) << 16 | UInt64(raw[count / 2]) << 8 | UInt64(raw[count - 1])
    }

    private func mixed(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ seed << 1)
        return product.high ^ product.low
    }
}

/// Byte strings, each once, numbered in the order in which they came.
struct NameTable: Sendable {
    private struct Entry {
        var digest: UInt64
        var start: Int32
        var count: Int32
    }

    private let hash = ByteHash.shared
    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    /// Numbers by hash, -1 where there is none; the size is a power of two and at least twice the number of names.
    private var slots: [Int32] = []

    init(_ names: [String] = []) {
        for name in names {
            var name = name
            _ = name.withUTF8 { insert($0) }
        }
    }

    var count: Int { entries.count }

    /// A name; empty if there is none of that number.
    func string(_ number: Int) -> String {
        guard entries.indices.contains(number) else { return "" }
        return String(decoding: self[number], as: UTF8.self)
    }

    subscript(number: Int) -> ArraySlice<UInt8> {
        let entry = entries[number]
        return bytes[Int(entry.start)..<Int(entry.start + entry.count)]
    }

    /// The bytes of a name, for a look at them.
    func withBytes<Result>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let entry = entries[number]
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[Int(entry.start)..<Int(entry.start + entry.count)])) }
    }

    func number(of name: Name) -> Int? {
        name.bytes.withUnsafeBufferPointer { find($0, digest: name.digest) }
    }

    func number(spelled name: UnsafeBufferPointer<UInt8>) -> Int? {
        find(name, digest: hash.of(name))
    }

    func digest(of number: Int) -> UInt64 { entries[number].digest }

    /// Whether a number is that of a name.
    func isName(_ number: Int, _ name: Name) -> Bool {
        entries[number].digest == name.digest && name.bytes.withUnsafeBufferPointer { isEqual(entries[number], $0) }
    }

    func isName(_ number: Int, spelled name: UnsafeBufferPointer<UInt8>) -> Bool {
        isEqual(entries[number], name)
    }

    /// The number of a name, which is a new one if it was not seen before.
    mutating func insert(_ name: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        let digest = hash.of(name)
        if let number = find(name, digest: digest) { return (number, false) }
        let number = entries.count
        entries.append(Entry(digest: digest, start: Int32(bytes.count), count: Int32(name.count)))
        bytes.append(contentsOf: name)
        if entries.count * 2 > slots.count {
            grow()
        } else {
            place(number, digest)
        }
        return (number, true)
    }

    /// Whether there is a name of this digest, which is as good as any name's own.
    func mayHold(digest: UInt64) -> Bool {
        number(digest: digest) { _ in true } != nil
    }

    private func find(_ name: UnsafeBufferPointer<UInt8>, digest: UInt64) -> Int? {
        number(digest: digest) { isEqual(entries[$0], name) }
    }

    /// The first number of this digest for which a condition holds.
    private func number(digest: UInt64, where isWanted: (Int) -> Bool) -> Int? {
        guard !slots.isEmpty else { return nil }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: digest) & mask
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if entries[number].digest == digest, isWanted(number) { return number }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func isEqual(_ entry: Entry, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(entry.count) == name.count else { return false }
        guard let first = name.baseAddress else { return true }
        return bytes.withUnsafeBufferPointer { own in own.baseAddress.map { memcmp($0 + Int(entry.start), first, name.count) == 0 } ?? false
        }
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: max(64, slots.count * 2))
        for (number, entry) in entries.enumerated() { place(number, entry.digest) }
    }

    private mutating func place(_ number: Int, _ digest: UInt64) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: digest) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(number)
    }
}
