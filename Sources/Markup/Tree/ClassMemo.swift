import Synchronization

/// Remembers what is made of a class, as bits, from page to page: those of one site have the same classes, those of one program many.
///
/// Any thread may ask it. What it holds is bounded: when it is full, it begins anew.
public final class ClassMemo: Sendable {
    private struct State {
        var names = NameTable()
        var bits: [UInt64] = []
    }

    private static let mostClasses = 16 * 1024
    private static let longestClass = 64

    private let state = Mutex(State())
    private let make: @Sendable (UnsafeBufferPointer<UInt8>) -> UInt64

    /// - Parameter make: makes the bits of a class from its bytes in UTF-8, of these alone and always the same.
    public init(_ make: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> UInt64) {
        self.make = make
    }

    /// How many classes it holds.
    var count: Int { state.withLock(\.bits.count) }

    /// The bits of each of some classes, in the order of their numbers.
    func bits(of classes: NameTable) -> [UInt64] {
        let known = state.withLock { state in
            state.names.numbers(of: classes).map { $0 < 0 ? nil : state.bits[$0] }
        }
        let bits = known.indices.map { number in known[number] ?? classes.withBytes(of: number, make) }
        let new = known.indices.filter { known[$0] == nil }
        if !new.isEmpty { keep(new.map { (number: $0, bits: bits[$0]) }, of: classes) }
        return bits
    }

    private func keep(_ new: [(number: Int, bits: UInt64)], of classes: NameTable) {
        state.withLock { state in
            if state.names.count + new.count > Self.mostClasses { state = State() }
            for (number, bits) in new.prefix(Self.mostClasses) {
                classes.withBytes(of: number) { name in
                    if name.count <= Self.longestClass, state.names.insert(name).isNew { state.bits.append(bits) }
                }
            }
        }
    }
}
