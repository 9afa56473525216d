import Synchronization

/// Remembers what is made of a class, as bits, from page to page: those of one site have the same classes, those of one program many.
///
/// Any thread may ask it. What it holds is bounded: when it is full, it begins anew.
public final class ClassMemo: Sendable {
    /// The bits by the digest of a class, which is as good as the class itself: one look into memory for each class of a page.
    private struct Table {
        /// From the place of a digest on the first that is its own, or free; a digest of 0 is none.
        private var slots = [(digest: UInt64, bits: UInt64)](repeating: (0, 0), count: 256)
        private(set) var count = 0

        func bits(of digest: UInt64) -> UInt64? {
            let slot = slots[place(of: digest)]
            return slot.digest == digest && digest != 0 ? slot.bits : nil
        }

        mutating func insert(_ digest: UInt64, _ bits: UInt64) {
            let place = place(of: digest)
            guard digest != 0, slots[place].digest != digest else { return }
            slots[place] = (digest, bits)
            count += 1
            if count * 2 > slots.count { grow() }
        }

        private func place(of digest: UInt64) -> Int {
            var place = Int(truncatingIfNeeded: digest) & (slots.count - 1)
            while slots[place].digest != 0, slots[place].digest != digest { place = (place + 1) & (slots.count - 1) }
            return place
        }

        private mutating func grow() {
            let old = slots
            slots = Array(repeating: (0, 0), count: old.count * 2)
            for slot in old where slot.digest != 0 { slots[place(of: slot.digest)] = slot }
        }
    }

    private static let mostClasses = 16 * 1024

    private let table = Mutex(Table())
    private let make: @Sendable (UnsafeBufferPointer<UInt8>) -> UInt64

    /// - Parameter make: makes the bits of a class from its bytes in UTF-8, of these alone and always the same.
    public init(_ make: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> UInt64) {
        self.make = make
    }

    /// How many classes it holds.
    var count: Int { table.withLock(\.count) }

    /// The bits of each of some classes, in the order of their numbers.
    func bits(of classes: NameTable) -> [UInt64] {
        var bits = [UInt64](repeating: 0, count: classes.count)
        var new: [Int] = []
        table.withLock { table in
            for number in 0..<classes.count {
                if let known = table.bits(of: classes.digest(of: number)) { bits[number] = known } else { new.append(number) }
            }
        }
        guard !new.isEmpty else { return bits }
        for number in new { bits[number] = classes.withBytes(of: number, make) }
        table.withLock { table in
            if table.count + new.count > Self.mostClasses { table = Table() }
            for number in new.prefix(Self.mostClasses) { table.insert(classes.digest(of: number), bits[number]) }
        }
        return bits
    }
}
