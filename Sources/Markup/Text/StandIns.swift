/// Values of attributes that the parser need not look at, and the stand-ins that it sees in their place.
///
/// libxml2 reads letter by letter, with some eighty instructions for each, and most letters of markup stand in the values of attributes, where
/// there is nothing for a parser to decide. Instead of a long one it is given a number between two marks.
///
/// Where values are, is a guess. It was right if the stand-ins come out one after the other, each once and as the whole of a value: then the
/// parser read each between its two quotes, as it would have read what it stands for. Else the page is parsed again without.
struct StandIns: Sendable {
    /// U+007F, which pages have no use for. One that has it, or a reference to it, is parsed as it is.
    static let mark: UInt8 = 0x7F
    /// Shorter values are not worth it.
    private static let shortest = 10

    /// The page that the values are of.
    let page: [UInt8]
    private var values: [Range<Int>] = []
    /// Whether the page leaves the mark to this.
    private let isPossible: Bool
    /// How many bytes stand behind the stand-ins, beyond those of their own.
    private(set) var saved = 0

    init(_ page: [UInt8], isWanted: Bool) {
        self.page = page
        isPossible = isWanted && page.withUnsafeBufferPointer { $0.next(Self.mark, from: 0) } == nil
    }

    /// How many there are.
    var count: Int { values.count }

    /// Whether a reference to the mark stands in markup: `&#127;`, `&#x7F;`.
    static func mayMakeMark(_ markup: [UInt8]) -> Bool {
        markup.withUnsafeBufferPointer { markup in
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
    }

    /// Whether a value can have a stand-in: it is long, and the parser would take it as it stands.
    func canStandIn(for value: Range<Int>, of page: UnsafeBufferPointer<UInt8>) -> Bool {
        isPossible && value.count >= Self.shortest && UnsafeBufferPointer(rebasing: page[value]).isPlain
    }

    /// Writes a stand-in, the last digit of its number first.
    mutating func write(for value: Range<Int>, to markup: inout [UInt8]) {
        let before = markup.count
        markup.append(Self.mark)
        var rest = values.count
        repeat {
            markup.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        markup.append(Self.mark)
        values.append(value)
        saved += value.count - (markup.count - before)
    }

    /// What comes out of the parser.
    enum Outcome: Equatable {
        /// No stand-in.
        case none
        /// The next stand-in, whole: the place of its value in the page.
        case value(Range<Int>)
        /// Something else with a mark in it: the guess was wrong.
        case outOfStep
    }

    /// What a text is that came out of the parser.
    ///
    /// - Parameter number: how many stand-ins came out before it.
    func outcome(_ text: UnsafeBufferPointer<UInt8>, after number: Int) -> Outcome {
        guard !values.isEmpty, text.next(Self.mark, from: 0) != nil else { return .none }
        guard number < values.count, text.count > 2, text[0] == Self.mark, text[text.count - 1] == Self.mark else { return .outOfStep }
        var rest = number
        for digit in text[1..<(text.count - 1)] {
            guard digit == UInt8(ascii: "0") + UInt8(rest % 10), rest > 0 || text.count == 3 else { return .outOfStep }
            rest /= 10
        }
        return rest == 0 ? .value(values[number]) : .outOfStep
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether these bytes mean themselves: there is no reference among them, no control character but tabs and line feeds, and neither of
    /// U+FFFE and U+FFFF, which the parser drops.
    fileprivate var isPlain: Bool {
        var index = 0
        while index < count {
            if index + 8 <= count {
                let eight = EightBytes(self, at: index)
                if !eight.holdLess(than: 0x20), !eight.hold(UInt8(ascii: "&")), !eight.hold(0xEF) {
                    index += 8
                    continue
                }
            }
            let byte = self[index]
            guard byte != UInt8(ascii: "&"), byte >= 0x20 || byte == 0x09 || byte == 0x0A else { return false }
            if byte == 0xEF, index + 2 < count, self[index + 1] == 0xBF, self[index + 2] >= 0xBE { return false }
            index += 1
        }
        return true
    }
}
