extension Node {
    /// The text as people read it; see ``Fragment/text``.
    public var text: String { Fragment(self).text }

    /// The text on one line, white space collapsed.
    public var line: String { Fragment(self).line }

    /// The bytes of ``line``, in UTF-8: a look at a text that makes no string of it.
    public var lineBytes: [UInt8] { Fragment(self).lineBytes }

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
}
