/// A line of a Markdown document, of which marks are taken from the left.
struct MarkdownLine {
    /// The line without its end.
    let range: Range<Int>
    /// The column of what is next that is no white space; a tab goes on to the next multiple of four.
    private(set) var column = 0
    private let document: [UInt8]
    private var position: Int

    init(_ range: Range<Int>, of document: [UInt8]) {
        self.range = range
        self.document = document
        position = range.lowerBound
        skipSpace()
    }

    /// What is left.
    var content: Range<Int> { position..<range.upperBound }
    var bytes: ArraySlice<UInt8> { document[content] }
    var isBlank: Bool { position >= range.upperBound }

    /// A heading, or the row of a table, which no paragraph goes on with.
    var isAlone: Bool {
        let rest = bytes
        if rest.first == UInt8(ascii: "|") { return true }
        let marks = rest.prefix { $0 == UInt8(ascii: "#") }
        return (1...6).contains(marks.count) && (rest.dropFirst(marks.count).first.map { $0 <= 0x20 } ?? true)
    }

    /// A line across the page, or under a heading.
    var isRule: Bool {
        guard let mark = bytes.first, "-=*_".utf8.contains(mark) else { return false }
        var count = 0
        for byte in bytes where byte > 0x20 {
            guard byte == mark else { return false }
            count += 1
        }
        return count >= 3 || (mark == UInt8(ascii: "=") && bytes.allSatisfy { $0 == mark || $0 <= 0x20 })
    }

    /// Takes a `>` and the space behind it.
    mutating func takeQuoteMark() -> Bool {
        guard position < range.upperBound, document[position] == UInt8(ascii: ">") else { return false }
        position += 1
        column = 0
        if position < range.upperBound, document[position] == 0x20 { position += 1 }
        skipSpace()
        return true
    }

    /// Takes the mark of a list item: its column, that of its content, and whether the content begins with indented code.
    mutating func takeListMark() -> (column: Int, content: Int, isCode: Bool)? {
        let rest = bytes
        guard let first = rest.first else { return nil }
        var width = 1
        if !"-+*".utf8.contains(first) {
            let digits = rest.prefix(10).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
            guard (1...9).contains(digits), let mark = rest.dropFirst(digits).first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
            else { return nil }
            width = digits + 1
        }
        if let behind = rest.dropFirst(width).first, behind != 0x20, behind != 0x09, behind != 0x0D { return nil }
        let start = column
        position += width
        column += width
        let markEnd = column
        skipSpace()
        let spaces = column - markEnd
        let isCode = spaces > 4 && !isBlank
        return (start, isBlank || isCode ? markEnd + 1 : column, isCode)
    }

    private mutating func skipSpace() {
        while position < range.upperBound, document[position] <= 0x20 {
            column += document[position] == 0x09 ? 4 - column % 4 : 1
            position += 1
        }
    }
}

/// The beginning of a fenced code block.
struct MarkdownFence {
    /// The column of the list item that it stands in.
    var indent: Int
    private var mark: UInt8
    private var length: Int

    init?(_ line: MarkdownLine, indent: Int) {
        guard let mark = line.bytes.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        let length = line.bytes.prefix { $0 == mark }.count
        guard length >= 3 else { return nil }
        // Three of them around a word are a code span.
        if mark == UInt8(ascii: "`"), line.bytes.dropFirst(length).contains(mark) { return nil }
        self.indent = indent
        self.mark = mark
        self.length = length
    }

    func isClosed(by line: MarkdownLine) -> Bool {
        let marks = line.bytes.prefix { $0 == mark }
        return marks.count >= length && line.bytes.dropFirst(marks.count).allSatisfy { $0 <= 0x20 }
    }
}
