/// Parts of a page that the parser need not look at, and the stand-ins that it sees in their place.
///
/// libxml2 reads letter by letter, with some eighty instructions for each. Most letters of a page stand in the values of attributes and in
/// running text, where there is nothing for a parser to decide. Instead of them it is given a number between two marks, and what comes out of
/// it is put back. A stand-in may come out anywhere, as its part would have done: where a part is, was no more than a guess.
struct StandIns: Sendable {
    /// U+007F, which pages have no use for. One that has it is parsed as it is.
    static let mark: UInt8 = 0x7F
    /// Shorter parts are not worth it.
    private static let shortest = 10

    /// The page that the parts are of.
    let page: [UInt8]
    private var parts: [Range<Int>] = []
    /// Whether the page leaves the mark to this.
    private let isPossible: Bool
    /// How many bytes stand behind the stand-ins, beyond those of their own.
    private(set) var saved = 0

    init(_ page: [UInt8], isWanted: Bool) {
        self.page = page
        isPossible = isWanted && !page.withUnsafeBufferPointer(Self.mayMakeMark)
    }

    /// Whether the mark stands in a page, or a reference to it: `&#127;`, `&#x7F;`.
    private static func mayMakeMark(_ page: UnsafeBufferPointer<UInt8>) -> Bool {
        if page.next(mark, from: 0) != nil { return true }
        var place = 0
        while let open = page.next(UInt8(ascii: "&"), from: place) {
            place = open + 1
            guard place < page.count, page[place] == UInt8(ascii: "#") else { continue }
            place += 1
            let isHexadecimal = place < page.count && page[place] | 0x20 == UInt8(ascii: "x")
            if isHexadecimal { place += 1 }
            while place < page.count, page[place] == UInt8(ascii: "0") { place += 1 }
            if page.has(isHexadecimal ? "7f" : "127", at: place) { return true }
        }
        return false
    }

    /// Whether a part of the page can have a stand-in: it is long, and the parser would take it as it stands.
    func canStandIn(for part: Range<Int>, of page: UnsafeBufferPointer<UInt8>) -> Bool {
        isPossible && part.count >= Self.shortest && UnsafeBufferPointer(rebasing: page[part]).isPlain
    }

    /// Writes a stand-in.
    mutating func write(for part: Range<Int>, to markup: inout [UInt8]) {
        let before = markup.count
        markup.append(Self.mark)
        var rest = parts.count
        repeat {
            markup.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        markup.append(Self.mark)
        parts.append(part)
        saved += part.count - (markup.count - before)
    }

    /// Something that the parser made of the markup.
    enum Piece {
        /// A part of the page, by its place there.
        case part(Range<Int>)
        /// A stretch without stand-ins, by its place in what the parser made.
        case plain(Range<Int>)
    }

    /// The next piece of what the parser made; `nil` at its end.
    func nextPiece(of text: UnsafeBufferPointer<UInt8>, from place: inout Int) -> Piece? {
        guard place < text.count else { return nil }
        let start = place
        let open = parts.isEmpty ? nil : text.next(Self.mark, from: start)
        guard let open, let close = text.next(Self.mark, from: open + 1) else {
            place = text.count
            return .plain(start..<text.count)
        }
        if open > start {
            place = open
            return .plain(start..<open)
        }
        place = close + 1
        var number = 0
        for digit in text[(open + 1)..<close].reversed() { number = number &* 10 &+ Int(digit &- UInt8(ascii: "0")) }
        // It always is: the page has no marks of its own.
        return parts.indices.contains(number) ? .part(parts[number]) : .plain(start..<place)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether these bytes mean themselves: there is no reference among them, and no control character but tabs and line feeds.
    fileprivate var isPlain: Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let raw = UnsafeRawBufferPointer(self)
        var index = 0
        while index < count {
            if index + 8 <= count {
                let eight = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let references = eight ^ (ones &* UInt64(UInt8(ascii: "&")))
                // The upper bit of a byte is set where something less than the subtracted was in it.
                let found = (eight &- ones &* 0x20) & ~eight | (references &- ones) & ~references
                if found & (ones &* 0x80) == 0 {
                    index += 8
                    continue
                }
            }
            let byte = self[index]
            guard byte != UInt8(ascii: "&"), byte >= 0x20 || byte == 0x09 || byte == 0x0A else { return false }
            index += 1
        }
        return true
    }
}
