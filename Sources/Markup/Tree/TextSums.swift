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

    /// The sums in front of each node, and behind the last.
    static func all(of records: [NodeTable.Record], bytes: [UInt8]) -> [TextSums] {
        var sums: [TextSums] = []
        sums.reserveCapacity(records.count + 1)
        var sum = TextSums()
        var anchorEnd = 0
        bytes.withUnsafeBufferPointer { bytes in
            for index in records.indices {
                sums.append(sum)
                let record = records[index]
                if record.tag == .text {
                    let start = Int(record.start)
                    let visible = visibleBytes(of: UnsafeBufferPointer(rebasing: bytes[start..<(start + Int(record.count))]))
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

    private static func visibleBytes(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
        var visible = text.count
        var before: UInt8 = 0
        for byte in text {
            if byte.isSpace {
                visible -= 1
            } else if byte == 0xA0, before == 0xC2 {
                visible -= 2
            }
            before = byte
        }
        return Int32(visible)
    }
}

extension UInt8 {
    /// Whether this is white space in ASCII.
    var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
