/// Texts and values of attributes that the parser need not look at, and the stand-ins that it sees in their place.
///
/// libxml2 reads letter by letter, with some forty instructions for each letter of a text and more than a hundred for one of a value, where there
/// is nothing for a parser to decide. Instead it is given a mark. (A value of one byte is the shortest that it does not make room for twice.)
///
/// Where texts and values are, is a guess. It was right if the stand-ins come out one after the other, each once, those for texts in texts
/// and those for values from the beginning of a value to its end: then the parser read each where it would have read what it stands for. Else
/// the page is parsed again without.
struct StandIns: Sendable {
    /// What a stand-in is for.
    enum Kind: UInt8 {
        /// Between tags and references. The mark is followed by a letter.
        case text
        /// Between quotes and references.
        case value

        /// How many bytes the stand-in has.
        var length: Int { self == .text ? 2 : 1 }
        /// What is shorter is not worth it.
        var shortest: Int { self == .text ? 6 : 2 }
    }

    private struct Part {
        var start: Int32
        var count: Int32
        var kind: Kind
    }

    /// U+007F, which pages have no use for. One that has it, or a reference to it, is parsed as it is.
    static let mark: UInt8 = 0x7F
    private static let letter = UInt8(ascii: "a")

    /// The page that the parts are of.
    let page: [UInt8]
    private var parts: [Part] = []
    /// Whether the page leaves the mark to this.
    let isPossible: Bool
    /// How many bytes stand behind the stand-ins, beyond those of their own.
    private(set) var saved = 0

    init(_ page: [UInt8], isWanted: Bool) {
        self.page = page
        isPossible = isWanted && page.withUnsafeBufferPointer { $0.next(Self.mark, from: 0) } == nil
        if isPossible { parts.reserveCapacity(page.count / 32) }
    }

    /// How many there are.
    var count: Int { parts.count }

    /// Whether a reference to the mark stands in markup: `&#127;`, `&#x7F;`.
    static func mayMakeMark(_ markup: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while let open = markup.next(UInt8(ascii: "&"), from: place) {
            place = open + 1
            guard place < markup.count, markup[place] == UInt8(ascii: "#") else { continue }
            place += 1
            let isHexadecimal = place < markup.count && markup[place] | 0x20 == UInt8(ascii: "x")
            if isHexadecimal { place += 1 }
            while place < markup.count, markup[place] == UInt8(ascii: "0") { place += 1 }
            if markup.has(isHexadecimal ? "7f" : "127", at: place) { return true }
        }
        return false
    }

    /// Whether the parser would take a part of a page as it stands.
    static func isPlain(_ part: Range<Int>, in page: UnsafeBufferPointer<UInt8>) -> Bool {
        page.endOfPlain(in: part) == part.upperBound
    }

    /// The pieces of a text or value between its references (HTML Standard, section 13.2.5.72), if the parser would take each as it stands.
    static func plainPieces(of part: Range<Int>, in page: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = part.lowerBound
        while let end = page.endOfPlain(in: start..<part.upperBound) {
            if end > start { pieces.append(start..<end) }
            guard end < part.upperBound else { return pieces }
            guard let next = page.endOfReference(in: end..<part.upperBound) else { return [] }
            start = next
        }
        return []
    }

    /// Writes a stand-in.
    mutating func write(for part: Range<Int>, _ kind: Kind, to markup: inout ByteArena) {
        markup.append(Self.mark)
        // The parser takes a text of one byte for white space sooner than for a text.
        if kind == .text { markup.append(Self.letter) }
        parts.append(Part(start: Int32(part.lowerBound), count: Int32(part.count), kind: kind))
        saved += part.count - kind.length
    }

    /// What the next stand-in stands for.
    ///
    /// - Parameters:
    ///   - place: where the mark is in a text that came out of the parser.
    ///   - number: how many stand-ins came out before it.
    /// - Returns: a part of the page; `nil` if what stands there is not the next stand-in, of this kind.
    func part(at place: Int, in text: UnsafeBufferPointer<UInt8>, _ kind: Kind, after number: Int) -> Range<Int>? {
        guard number < parts.count, parts[number].kind == kind, place + kind.length <= text.count else { return nil }
        let part = parts[number]
        guard kind == .value || text[place + 1] == Self.letter else { return nil }
        return Int(part.start)..<Int(part.start + part.count)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where bytes end that mean themselves: at a reference, or at the end of the part. `nil` if there is a control character among them, or one
    /// of U+FFFE and U+FFFF, which the parser drops.
    fileprivate func endOfPlain(in part: Range<Int>) -> Int? {
        var index = part.lowerBound
        while index < part.upperBound {
            if index + 8 <= part.upperBound {
                let eight = EightBytes(self, at: index)
                if !eight.holdLess(than: 0x20), !eight.hold(UInt8(ascii: "&")), !eight.hold(0xEF) {
                    index += 8
                    continue
                }
            }
            let byte = self[index]
            if byte == UInt8(ascii: "&") { return index }
            guard byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return nil }
            if byte == 0xEF, index + 2 < count, self[index + 1] == 0xBF, self[index + 2] >= 0xBE { return nil }
            index += 1
        }
        return index
    }

    /// Where a reference ends that begins with the part; `nil` if it has no end of its own.
    fileprivate func endOfReference(in part: Range<Int>) -> Int? {
        var index = part.lowerBound + 1
        if index < part.upperBound, self[index] == UInt8(ascii: "#") { index += 1 }
        let name = index
        while index < part.upperBound, (self[index] | 0x20) &- UInt8(ascii: "a") < 26 || self[index] &- UInt8(ascii: "0") < 10 {
            index += 1
        }
        return index > name && index < part.upperBound && self[index] == UInt8(ascii: ";") ? index + 1 : nil
    }
}
