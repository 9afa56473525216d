extension Node {
    /// The text as people read it; see ``Fragment/text``.
    public var text: String { plainLine ?? rendered().text }

    /// The text on one line, white space collapsed.
    public var line: String { plainLine ?? rendered(isOneLine: true).text }

    /// Gives the bytes of ``line``, in UTF-8, to a body: a look at a text that makes no string of it, and mostly no copy.
    public func withLineBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        withPlainLine { line in
            if let line { body(line) } else { rendered(isOneLine: true).output.withBytes(body) }
        }
    }

    /// The bytes of a text as the page has them, white space included; empty for an element.
    public var textBytes: ArraySlice<UInt8> { document.table.textBytes(of: index) }

    /// How many bytes of text stand in this node, white space included: a look that costs nothing before the text is made.
    public var textLength: Int { document.textLength(of: range) }

    /// How many bytes of text stand in this node that are not white space. Counted is also what nobody reads, as in a `select`.
    public var visibleLength: Int { document.visibleLength(of: range) }

    /// How many of the ``visibleLength`` stand in links.
    public var linkedLength: Int { document.linkedLength(of: range) }

    /// Whether no text stands in this node but white space.
    public var isBlank: Bool { visibleLength == 0 }

    /// How many elements there are in this one, itself included.
    public var elementCount: Int { document.elementCount(of: range) }

    private func rendered(isOneLine: Bool = false) -> TextRenderer {
        var renderer = TextRenderer(isOneLine: isOneLine)
        var exclusions = Exclusions([])
        renderer.render(self, excluding: &exclusions)
        return renderer
    }

    private var plainLine: String? { withPlainLine { $0.map { String(decoding: $0, as: UTF8.self) } } }

    /// Gives the text of a node that is one text, or holds nothing else, to a body, if it stands in the page as it is read: most lines do.
    private func withPlainLine<Result>(_ body: (UnsafeBufferPointer<UInt8>?) -> Result) -> Result {
        let table = document.table
        let record = table.records[index]
        let isAround = record.tag != .text && record.tag != .pre && Int(record.end) == index + 2
        let text = isAround ? table.records[index + 1] : record
        guard text.tag == .text else { return body(nil) }
        return table.bytes.withUnsafeBufferPointer { body(TextRenderer.plainLine(of: text, in: $0)) }
    }
}
