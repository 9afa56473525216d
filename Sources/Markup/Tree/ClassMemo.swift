import Synchronization

/// Remembers what is made of a class, as bits, from page to page: those of one site have the same classes, those of one program many.
///
/// Any thread may ask it. What it holds is bounded; beyond that it makes the bits anew each time.
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

    /// The bits of each of some classes, in the order of their numbers.
    func bits(of classes: NameTable) -> [UInt64] {
        state.withLock { state in
            let known = state.names.numbers(of: classes)
            return known.indices.map { number in
                if known[number] >= 0 { return state.bits[known[number]] }
                return classes.withBytes(of: number) { name in
                    let bits = make(name)
                    if name.count <= Self.longestClass, state.names.count < Self.mostClasses {
                        _ = state.names.insert(name)
                        state.bits.append(bits)
                    }
                    return bits
                }
            }
        }
    }
}
