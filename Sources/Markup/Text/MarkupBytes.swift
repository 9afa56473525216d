/// An attribute in a tag: places in the page's bytes.
struct AttributePlace {
    var name: Range<Int>
    /// Without its quotes; empty where there is none.
    var value: Range<Int>
    /// The quote around the value; `nil` where it has none.
    var quote: UInt8?
}

/// What the bytes of markup say before any tree is built. Every encoding that a page may be in keeps these bytes for these characters, but
/// for UTF-16.
extension UnsafeBufferPointer<UInt8> {
    /// The next attribute of a tag; `nil` at the tag's end, behind which the position then is not yet.
    func nextAttribute(from position: inout Int, to end: Int) -> AttributePlace? {
        while position < end, self[position].isMarkupSpace || "/?'\"".utf8.contains(self[position]) { position += 1 }
        guard position < end, self[position] != UInt8(ascii: ">") else { return nil }
        let nameStart = position
        // A name has one byte at least, so that every call moves on.
        position += 1
        while position < end, !self[position].isMarkupSpace, !"=/>".utf8.contains(self[position]) { position += 1 }
        let name = nameStart..<position
        var value = position
        while value < end, self[value].isMarkupSpace { value += 1 }
        guard value < end, self[value] == UInt8(ascii: "=") else { return AttributePlace(name: name, value: position..<position) }
        value += 1
        while value < end, self[value].isMarkupSpace { value += 1 }
        guard value < end else {
            position = end
            return nil
        }
        let quote = self[value]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let close = next(quote, from: value + 1).map { Swift.min($0, end) } ?? end
            position = Swift.min(close + 1, end)
            return AttributePlace(name: name, value: (value + 1)..<Swift.max(close, value + 1), quote: quote)
        }
        position = value
        while position < end, !self[position].isMarkupSpace, self[position] != UInt8(ascii: ">") { position += 1 }
        return AttributePlace(name: name, value: value..<position)
    }

    /// Whether a byte stands somewhere before one for which a condition holds.
    func holds(_ byte: UInt8, before condition: (UInt8) -> Bool) -> Bool {
        var place = 0
        while let found = next(byte, from: place) {
            place = found + 1
            if place < count, condition(self[place]) { return true }
        }
        return false
    }

    /// Whether the name of a tag, in small letters, stands at an index and ends there.
    func isTagName(_ name: [UInt8], at position: Int) -> Bool {
        guard position + name.count < count else { return false }
        for (offset, letter) in name.enumerated() where self[position + offset] | 0x20 != letter { return false }
        switch self[position + name.count] {
        case 0x20, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: "/"), UInt8(ascii: ">"): return true
        default: return false
        }
    }

    /// Where what begins with `<!` ends, and what a comment holds. `nil` for an empty comment, and for what only browsers make one ("bogus
    /// comment"), a document type included.
    func comment(at open: Int) -> (content: Range<Int>?, end: Int) {
        let isComment = open + 3 < count && self[open + 2] == UInt8(ascii: "-") && self[open + 3] == UInt8(ascii: "-")
        guard isComment else { return (nil, next(UInt8(ascii: ">"), from: open).map { $0 + 1 } ?? count) }
        let start = open + 4
        // `<!-->` and `<!--->` are complete comments (HTML Standard, section 13.2.5.44).
        var position = start
        while let end = next(UInt8(ascii: ">"), from: position) {
            position = end + 1
            let dashes = end >= 2 && self[end - 1] == UInt8(ascii: "-") && self[end - 2] == UInt8(ascii: "-")
            let bang = end >= start + 3 && self[end - 1] == UInt8(ascii: "!") && self[end - 2] == UInt8(ascii: "-")
            if dashes || (bang && self[end - 3] == UInt8(ascii: "-")) {
                return (end - 2 > start ? start..<(end - 2) : nil, end + 1)
            }
        }
        return (nil, count)
    }
}

extension UInt8 {
    /// White space between attributes, and what pages take for it.
    var isMarkupSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
