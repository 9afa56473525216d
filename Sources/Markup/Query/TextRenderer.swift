/// Writes the text of nodes as a person reads it on the screen.
struct TextRenderer: ~Copyable {
    private(set) var output = ByteArena(capacity: 0)
    /// White space that is written only if more text comes: 1 a line's end, 2 a paragraph's.
    private var pendingBreak = 0
    private var pendingSpace = false
    /// Elements that end later: where, and with which break.
    private var open: [(end: Int, lines: Int, isPreformatted: Bool)] = []
    private var preformatted = 0
    /// Whether line ends are spaces like any other.
    private let isOneLine: Bool
    private let keepsPlaces: Bool
    /// Where each anchor and each text begins, by its number, if they are wanted.
    private(set) var places = TextPlaces()

    init(isOneLine: Bool = false, keepsPlaces: Bool = false) {
        self.isOneLine = isOneLine
        self.keepsPlaces = keepsPlaces
    }

    var text: String { String(decoding: output.bytes, as: UTF8.self) }

    mutating func render(_ root: Node, excluding exclusions: inout Exclusions) {
        let table = root.document.table
        var index = root.index
        let stop = root.end
        output.reserve(root.visibleLength + root.visibleLength / 4)
        while index < stop {
            if !open.isEmpty { close(before: index) }
            let record = table.records[index]
            if exclusions.contain(index) {
                index = Int(record.end)
                continue
            }
            if keepsPlaces, record.tag == .text || record.tag == .a { places.append(index, at: nextPlace) }
            if record.tag == .text {
                append(record, in: table)
            } else if record.traits.contains(.unread), index != root.index {
                index = Int(record.end)
                continue
            } else {
                begin(record, at: index, in: table)
            }
            index += 1
        }
        if !open.isEmpty { close(before: stop) }
    }

    /// Where the next character of text will stand.
    private var nextPlace: Int {
        output.isEmpty ? 0 : output.count + (pendingBreak > 0 ? min(pendingBreak, 2) : pendingSpace ? 1 : 0)
    }

    private mutating func begin(_ record: NodeTable.Record, at index: Int, in table: NodeTable) {
        guard !record.traits.isDisjoint(with: [.paragraph, .line, .special]) else { return }
        if record.tag == .br {
            pendingBreak += 1
        } else if record.tag == .img {
            appendSmiley(at: index, in: table)
        } else {
            let lines = record.traits.contains(.paragraph) ? 2 : 1
            pendingBreak = max(pendingBreak, lines)
            let isPreformatted = record.tag == .pre
            if isPreformatted { preformatted += 1 }
            open.append((Int(record.end), lines, isPreformatted))
        }
    }

    private mutating func close(before index: Int) {
        while let last = open.last, last.end <= index {
            pendingBreak = max(pendingBreak, last.lines)
            if last.isPreformatted { preformatted -= 1 }
            open.removeLast()
        }
    }

    private static let smileyMarks = ["smil", "emoji", "emoticon"].map { Array($0.utf8) }

    /// A smiley is an image with its characters in `alt`; other images have no part in the text.
    private mutating func appendSmiley(at index: Int, in table: NodeTable) {
        guard let alt = table.attribute(.alt, of: index), (1...8).contains(alt.count) else { return }
        let isSmiley = [AttributeName.src, .class].contains { name in
            guard let value = table.attribute(name, of: index) else { return false }
            let lower = table.value(of: value).map(\.lowercased)
            return Self.smileyMarks.contains { mark in
                lower.withUnsafeBufferPointer { lower in mark.withUnsafeBufferPointer { lower.contains($0) } }
            }
        }
        if isSmiley { append(table.bytes, alt.range) }
    }

    private mutating func append(_ text: NodeTable.Record, in table: NodeTable) {
        let range = Int(text.start)..<Int(text.start + text.count)
        guard text.traits.contains(.evenlySpaced), preformatted == 0 else { return append(table.bytes, range) }
        writePending()
        table.bytes.withUnsafeBufferPointer { output.append(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    private mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
        bytes.withUnsafeBufferPointer { append(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            let start = index
            index = Self.endOfWords(in: bytes, from: start, isPreformatted: preformatted > 0)
            if index > start {
                writePending()
                output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
            }
            while index < bytes.count {
                let length = Self.spaceLength(bytes, at: index)
                guard length > 0 else { break }
                appendSpace(bytes[index])
                index += length
            }
        }
    }

    /// The end of a stretch that is written as it stands: words with one space between them.
    private static func endOfWords(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isPreformatted: Bool) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte > 0x20, byte != 0xC2 {
                index += 1
            } else if byte == 0x20 {
                let isBetweenWords = index > start && index + 1 < bytes.count && bytes[index + 1] > 0x20 && bytes[index + 1] != 0xC2
                guard isBetweenWords, !isPreformatted else { break }
                index += 2
            } else {
                guard spaceLength(bytes, at: index) == 0 else { break }
                index += 1
            }
        }
        return index
    }

    /// A text without the white space at its ends, if that is all that reading changes.
    static func plainLine(of text: NodeTable.Record, in page: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        let bytes = UnsafeBufferPointer(rebasing: page[Int(text.start)..<Int(text.start + text.count)])
        if text.traits.contains(.evenlySpaced) { return bytes }
        var start = 0
        while start < bytes.count, bytes[start].isSpace { start += 1 }
        var end = bytes.count
        while end > start, bytes[end - 1].isSpace { end -= 1 }
        let words = UnsafeBufferPointer(rebasing: bytes[start..<end])
        return endOfWords(in: words, from: 0, isPreformatted: false) == words.count ? words : nil
    }

    private mutating func appendSpace(_ byte: UInt8) {
        if preformatted == 0 {
            pendingSpace = true
        } else if byte == 0x0A {
            pendingBreak += 1
        } else if pendingBreak == 0 || !output.isEmpty {
            writeIndentation()
        } else {
            pendingSpace = true
        }
    }

    private mutating func writeIndentation() {
        if pendingBreak > 0 { writePending() }
        output.append(0x20)
    }

    private mutating func writePending() {
        if output.isEmpty {
            pendingBreak = 0
        } else if pendingBreak > 0 {
            while output.last == 0x20 { output.removeLast() }
            if isOneLine {
                output.append(0x20)
                pendingBreak = 0
                pendingSpace = false
                return
            }
            for _ in 0..<(preformatted > 0 ? pendingBreak : min(pendingBreak, 2)) { output.append(0x0A) }
        } else if pendingSpace {
            output.append(0x20)
        }
        pendingBreak = 0
        pendingSpace = false
    }

    /// How many bytes of white space stand here: ASCII's and the no-break space, which is typed for spacing.
    private static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        switch bytes[index] {
        case 0x20, 0x09...0x0D: return 1
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return 2
        default: return 0
        }
    }
}
