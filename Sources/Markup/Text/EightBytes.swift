/// Eight bytes of a text, looked at together: most texts hold nothing of what is looked for.
struct EightBytes {
    private let value: UInt64
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// - Parameter place: seven bytes more must follow there.
    init(_ text: UnsafeBufferPointer<UInt8>, at place: Int) {
        value = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }

    /// - Parameter count: how many of them belong to what is looked at, from 1 to 7; a letter stands for each of the others.
    init(_ text: UnsafeBufferPointer<UInt8>, at place: Int, butOnly count: Int) {
        let all = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let others = UInt64.max &<< UInt64(8 * count)
        value = UInt64(littleEndian: all) & ~others | Self.ones &* UInt64(UInt8(ascii: "a")) & others
    }

    /// Whether one of them is this byte.
    func hold(_ byte: UInt8) -> Bool {
        let others = value ^ (Self.ones &* UInt64(byte))
        return (others &- Self.ones) & ~others & (Self.ones &* 0x80) != 0
    }

    /// Whether one of them is less than this, which is at most 128.
    func holdLess(than byte: UInt8) -> Bool {
        (value &- Self.ones &* UInt64(byte)) & ~value & (Self.ones &* 0x80) != 0
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first place in a part at which a byte is as asked for, eight bytes at a time where none of the eight may be.
    func firstPlace(in part: Range<Int>, whereEight mayHold: (EightBytes) -> Bool, where isWanted: (UInt8) -> Bool) -> Int? {
        var index = part.lowerBound
        while index < part.upperBound {
            var stop = part.upperBound
            if index + 8 <= count {
                let rest = stop - index
                let eight = rest < 8 ? EightBytes(self, at: index, butOnly: rest) : EightBytes(self, at: index)
                stop = Swift.min(index + 8, stop)
                if !mayHold(eight) { index = stop }
            }
            while index < stop {
                if isWanted(self[index]) { return index }
                index += 1
            }
        }
        return nil
    }
}
