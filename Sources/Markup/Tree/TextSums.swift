/// What stands in front of a node: the difference of two of these says how much stands in a subtree, without a walk over it.
struct TextSums: Sendable {
    /// Bytes of text.
    var text: Int32 = 0
    /// Bytes of text that are not white space.
    var visible: Int32 = 0
    /// Bytes of text inside anchors that are not white space.
    var linked: Int32 = 0
    /// Elements.
    var elements: Int32 = 0

    /// The sums in front of each node, and behind the last. Texts are told how many words they have.
    static func all(of records: inout [NodeTable.Record], bytes: [UInt8]) -> [TextSums] {
        var sums: [TextSums] = []
        sums.reserveCapacity(records.count + 1)
        var sum = TextSums()
        var anchorEnd = 0
        bytes.withUnsafeBufferPointer { bytes in
            for index in records.indices {
                sums.append(sum)
                let record = records[index]
                if record.tag == .text {
                    let count = SpaceCount(of: Int(record.start)..<Int(record.start + record.count), in: bytes)
                    records[index].ordinal = Int32(count.words)
                    if count.isEven { records[index].traits.insert(.evenlySpaced) }
                    let visible = record.count - Int32(count.spaces)
                    sum.text += record.count
                    sum.visible += visible
                    if index < anchorEnd { sum.linked += visible }
                } else {
                    sum.elements += 1
                    if record.tag == .a { anchorEnd = max(anchorEnd, Int(record.end)) }
                }
            }
        }
        sums.append(sum)
        return sums
    }
}

/// How much of a text is white space, ASCII's and the no-break space, and how many words stand between.
private struct SpaceCount {
    /// In bytes.
    private(set) var spaces = 0
    private(set) var words = 0
    /// Whether all white space is one blank between two words each.
    private(set) var isEven = false

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Eight bytes at a time: a bit in each byte says whether it is white space.
    init(of text: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(bytes)
        var place = text.lowerBound
        var wasSpace: UInt64 = 0x80
        var mayBeWide = true
        var controls: UInt64 = 0
        while place < text.upperBound {
            let rest = text.upperBound - place
            let eight = Self.eight(at: place, in: raw)
            // What lies behind the text counts as white space that was there before.
            let inside = rest < 8 ? Self.highs & (1 << UInt64(8 * rest) &- 1) : Self.highs
            if mayBeWide, eight & inside != 0 {
                let lead = eight ^ (0xC2 &* Self.ones)
                if (lead &- Self.ones) & ~lead & inside != 0 {
                    let text = UnsafeBufferPointer(rebasing: bytes[text])
                    if text.holds(0xC2, before: { $0 == 0xA0 }) {
                        self = SpaceCount(wideIn: text)
                        return
                    }
                    mayBeWide = false
                }
            }
            let control = Self.controls(in: eight) & inside
            let mask = Self.blanks(in: eight) | control
            controls |= control
            spaces += Self.count(mask & inside)
            words += Self.count(~mask & (mask << 8 | wasSpace) & inside)
            wasSpace = mask >> 56
            place += 8
        }
        isEven = controls == 0 && spaces == words - 1
    }

    /// How many of eight bytes have their highest bit; no other bit is set. Not every processor that this is built for counts bits.
    private static func count(_ mask: UInt64) -> Int {
        Int(truncatingIfNeeded: ((mask >> 7) &* ones) >> 56)
    }

    private static func eight(at place: Int, in bytes: UnsafeRawBufferPointer) -> UInt64 {
        if place + 8 <= bytes.count { return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) }
        return bytes[place...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The highest bit of each of eight bytes that is 0x20.
    private static func blanks(in bytes: UInt64) -> UInt64 {
        ~(((bytes ^ (0x20 &* ones)) & (0x7F &* ones)) &+ (0x7F &* ones)) & ~bytes & highs
    }

    /// The highest bit of each of eight bytes that is one from 0x09 to 0x0D.
    private static func controls(in bytes: UInt64) -> UInt64 {
        let low = bytes & (0x7F &* ones)
        return (low &+ (0x77 &* ones)) & ~(low &+ (0x72 &* ones)) & ~bytes & highs
    }

    /// Of a text in which there may be no-break spaces, of two bytes each.
    private init(wideIn text: UnsafeBufferPointer<UInt8>) {
        var wasSpace = true
        var place = 0
        while place < text.count {
            let isWide = text[place] == 0xC2 && place + 1 < text.count && text[place + 1] == 0xA0
            let length = isWide ? 2 : 1
            let isSpace = isWide || text[place].isSpace
            if isSpace { spaces += length } else if wasSpace { words += 1 }
            wasSpace = isSpace
            place += length
        }
    }
}

extension UInt8 {
    /// Whether this is white space in ASCII.
    var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
