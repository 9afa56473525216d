/// Which lines of a Markdown document are paragraphs and which are HTML. What is left out is code, or metadata in front of the document.
struct MarkdownBlocks {
    enum Block: Equatable {
        /// A paragraph, a heading, a row of a table: what a mark may open and close in. Marks of quotes and lists in it count as text.
        case text(Range<Int>)
        case html(Range<Int>)
    }

    private(set) var blocks: [Block] = []
    private let document: [UInt8]
    private var lists = ListIndents()
    private var fence: MarkdownFence?
    private var html: MarkdownHTMLBlock?
    private var quotes = 0
    /// Whether a line would go on with the paragraph before it.
    private var isInParagraph = false

    init(_ document: [UInt8]) {
        self.document = document
        var position = Self.endOfMetadata(document)
        while position < document.count {
            let end = document[position...].firstIndex(of: UInt8(ascii: "\n")) ?? document.count
            read(MarkdownLine(position..<end, of: document))
            position = end + 1
        }
    }

    // MARK: - Lines

    private mutating func read(_ whole: MarkdownLine) {
        var line = whole
        var depth = takeQuoteMarks(of: &line, limit: fence == nil && html == nil ? .max : quotes)
        if fence != nil || html != nil {
            if goOn(line, depth: depth) { return }
            line = whole
            depth = takeQuoteMarks(of: &line, limit: .max)
        }
        // A paragraph in a quote may go on without its mark.
        if depth != quotes, !(isInParagraph && depth < quotes && !line.isBlank) {
            isInParagraph = false
            lists = ListIndents()
        }
        quotes = depth
        if line.isBlank {
            isInParagraph = false
            return
        }
        if !isInParagraph { lists.leave(line.column) }
        readContent(&line)
    }

    private func takeQuoteMarks(of line: inout MarkdownLine, limit: Int) -> Int {
        var depth = 0
        while depth < limit, isInParagraph || !isCode(line), line.takeQuoteMark() { depth += 1 }
        return depth
    }

    /// Whether a line that begins nothing else is indented code.
    private func isCode(_ line: MarkdownLine) -> Bool {
        line.column >= lists.current(at: line.column) + 4
    }

    /// Lines of a fenced code block or of HTML, up to their end.
    private mutating func goOn(_ line: MarkdownLine, depth: Int) -> Bool {
        if let open = fence {
            let isOutside = depth < quotes || (!line.isBlank && line.column < open.indent)
            if isOutside || open.isClosed(by: line) { fence = nil }
            return !isOutside
        }
        guard let open = html else { return false }
        let isOutside = depth < quotes || open.endsBefore(line)
        if isOutside || open.ends(with: line) { html = nil }
        if !isOutside { extend(to: line.range.upperBound) }
        return !isOutside
    }

    /// What a line is, behind the marks of quotes.
    private mutating func readContent(_ line: inout MarkdownLine) {
        while true {
            if isCode(line), !isInParagraph { return }
            if line.isRule {
                // The underline of a heading ends the paragraph, too.
                isInParagraph = false
                return
            }
            guard let mark = line.takeListMark() else { break }
            isInParagraph = false
            lists.enter(at: mark.column, content: mark.content)
            if mark.isCode || line.isBlank { return }
            while line.takeQuoteMark() { quotes += 1 }
        }
        if let open = MarkdownFence(line, indent: lists.current(at: line.column)) {
            isInParagraph = false
            fence = open
        } else if let open = MarkdownHTMLBlock(line, isInParagraph: isInParagraph) {
            isInParagraph = false
            blocks.append(.html(line.content))
            if !open.ends(with: line) { html = open }
        } else if line.isAlone {
            isInParagraph = false
            blocks.append(.text(line.content))
        } else if isInParagraph {
            extend(to: line.range.upperBound)
        } else {
            blocks.append(.text(line.content))
            isInParagraph = true
        }
    }

    private mutating func extend(to end: Int) {
        switch blocks.popLast() {
        case .text(let part): blocks.append(.text(part.lowerBound..<end))
        case .html(let part): blocks.append(.html(part.lowerBound..<end))
        case nil: break
        }
    }

    /// Metadata in YAML or TOML in front of a document, as Jekyll and Hugo have it, are no Markdown.
    private static func endOfMetadata(_ document: [UInt8]) -> Int {
        let start = document.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var position = start
        var mark: [UInt8]?
        while position < document.count {
            let end = document[position...].firstIndex(of: UInt8(ascii: "\n")) ?? document.count
            var line = document[position..<end]
            while let last = line.last, last <= 0x20 { line.removeLast() }
            if let mark {
                if line.elementsEqual(mark) || (mark.first == UInt8(ascii: "-") && line.elementsEqual("...".utf8)) {
                    return min(end + 1, document.count)
                }
            } else {
                guard line.elementsEqual("---".utf8) || line.elementsEqual("+++".utf8) else { return start }
                mark = Array(line)
            }
            position = end + 1
        }
        return start
    }
}

/// The columns at which the contents of the list items around a line begin.
private struct ListIndents {
    private var columns: [Int] = []

    /// Where the content begins of the item that a line at a column belongs to; 0 outside of lists.
    func current(at column: Int) -> Int { columns.last { $0 <= column } ?? 0 }

    /// A line at this column, behind an empty line, is in no deeper item.
    mutating func leave(_ column: Int) {
        while let last = columns.last, last > column { columns.removeLast() }
    }

    mutating func enter(at column: Int, content: Int) {
        leave(column)
        // Deeper than this no list is read; what would be is taken for code.
        if columns.count < 32 { columns.append(content) }
    }
}
