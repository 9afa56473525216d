/// Writes the text of nodes as a person reads it on the screen.
struct TextRenderer {
    private var output: [UInt8] = []
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
    private(set) var places: [Int: Int] = [:]

    init(isOneLine: Bool = false, keepsPlaces: Bool = false) {
        self.isOneLine = isOneLine
        self.keepsPlaces = keepsPlaces
    }

    var text: String { String(decoding: output, as: UTF8.self) }

    mutating func render(_ root: Node, excluding excluded: Set<Node>) {
        let table = root.document.table
        var index = root.index
        while index < root.end {
            close(before: index)
            let record = table.records[index]
            if !excluded.isEmpty, excluded.contains(Node(document: root.document, index: index)) {
                index = Int(record.end)
                continue
            }
            if keepsPlaces, record.tag == .text || record.tag == .anchor { places[index] = nextPlace }
            if record.tag == .text {
                append(table.bytes[Int(record.start)..<Int(record.start + record.count)])
            } else if Tag.unread.contains(record.tag), index != root.index {
                index = Int(record.end)
                continue
            } else {
                begin(record, at: index, in: table)
            }
            index += 1
        }
        close(before: root.end)
    }

    /// Where the next character of text will stand.
    private var nextPlace: Int {
        output.isEmpty ? 0 : output.count + (pendingBreak > 0 ? min(pendingBreak, 2) : pendingSpace ? 1 : 0)
    }

    private mutating func begin(_ record: NodeTable.Record, at index: Int, in table: NodeTable) {
        if record.tag == .br {
            pendingBreak += 1
        } else if record.tag == .img {
            appendSmiley(at: index, in: table)
        } else {
            let lines = Tag.paragraphs.contains(record.tag) ? 2 : Tag.lines.contains(record.tag) ? 1 : 0
            guard lines > 0 else { return }
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

    /// A smiley is an image with its characters in `alt`; other images have no part in the text.
    private mutating func appendSmiley(at index: Int, in table: NodeTable) {
        guard let alt = table.attribute("alt", of: index).map({ table.value(of: $0) }), (1...8).contains(alt.count) else { return }
        let source = table.attribute("src", of: index).map { String(decoding: table.value(of: $0), as: UTF8.self).lowercased() } ?? ""
        let classes = table.attribute("class", of: index).map { String(decoding: table.value(of: $0), as: UTF8.self).lowercased() } ?? ""
        let marks = ["smil", "emoji", "emoticon"]
        guard marks.contains(where: { source.contains($0) || classes.contains($0) }) else { return }
        append(alt)
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let start = index
            while index < bytes.endIndex, Self.spaceLength(bytes, at: index) == 0 { index += 1 }
            if index > start {
                writePending()
                output.append(contentsOf: bytes[start..<index])
            }
            while index < bytes.endIndex {
                let length = Self.spaceLength(bytes, at: index)
                guard length > 0 else { break }
                appendSpace(bytes[index])
                index += length
            }
        }
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
            output.append(contentsOf: repeatElement(0x0A, count: preformatted > 0 ? pendingBreak : min(pendingBreak, 2)))
        } else if pendingSpace {
            output.append(0x20)
        }
        pendingBreak = 0
        pendingSpace = false
    }

    /// How many bytes of white space stand here: ASCII's, the no-break space (typed for spacing), and characters without width.
    private static func spaceLength(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
        switch bytes[index] {
        case 0x20, 0x09...0x0D: return 1
        case 0xC2 where index + 1 < bytes.endIndex && bytes[index + 1] == 0xA0: return 2
        default: return 0
        }
    }
}
