/// A page as a tree of nodes. It is complete when it is made and never changes, so that any thread may read it.
public final class HTMLDocument: Sendable {
    let table: NodeTable
    /// The encoding in which the bytes were read, by its WHATWG name.
    public let encoding: String
    /// What was wrong with the bytes, in English.
    public let remarks: [String]
    /// The texts of `<script type="application/ld+json">`, in page order.
    public let jsonLD: [String]
    /// Comments in which software left facts for software: TrackBack RDF, the notes of tools that saved the page.
    public let factualComments: [String]

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - bytes: the page as it was served or saved.
    ///   - transportCharset: the `charset` parameter of the `Content-Type` it came with, if any.
    ///   - limits: what the page may ask for.
    /// - Throws: ``MarkupError`` if the page passes a limit.
    public convenience init(_ bytes: [UInt8], transportCharset: String? = nil, limits: MarkupLimits = MarkupLimits()) throws(MarkupError) {
        try self.init(DecodedText(bytes, transportCharset: transportCharset), limits: limits)
    }

    /// Reads a page that is decoded already.
    ///
    /// - Throws: ``MarkupError`` if the page passes a limit.
    public convenience init(_ text: DecodedText, limits: MarkupLimits = MarkupLimits()) throws(MarkupError) {
        try self.init(text, limits: limits, usesStandIns: true)
    }

    init(_ text: DecodedText, limits: MarkupLimits, usesStandIns: Bool) throws(MarkupError) {
        guard text.utf8.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
        var cutter = MarkupCutter(text.utf8, usesStandIns: usesStandIns)
        var built = try TreeBuilder.build(cutter.markup.bytes, standIns: cutter.standIns, limits: limits)
        if built == nil {
            cutter = MarkupCutter(text.utf8, usesStandIns: false)
            built = try TreeBuilder.build(cutter.markup.bytes, standIns: cutter.standIns, limits: limits)
        }
        // Without stand-ins there is always a table.
        guard let built else { throw .outOfMemory }
        table = built
        encoding = text.encoding.name
        remarks = text.remarks
        jsonLD = cutter.jsonLD
        factualComments = cutter.factualComments
    }

    /// The `html` element; `nil` for a page in which the parser found nothing.
    public var root: Node? {
        table.records.isEmpty ? nil : Node(document: self, index: 0)
    }

    /// The node of a number in document order; `nil` if there is none.
    public func node(_ index: Int) -> Node? {
        table.records.indices.contains(index) ? Node(document: self, index: index) : nil
    }

    /// All elements that match, in document order.
    public func all(_ selector: Selector) -> [Node] {
        guard table.mayHold(selector) else { return [] }
        return SelectorSearch(selector, in: table).all(in: 0..<count).map { Node(document: self, index: $0) }
    }

    /// The first element that matches, in document order.
    public func first(_ selector: Selector) -> Node? {
        // Most selectors are those of platforms, and most pages are none of theirs.
        guard table.mayHold(selector) else { return nil }
        return SelectorSearch(selector, in: table).first(in: 0..<count).map { Node(document: self, index: $0) }
    }

    /// All elements of a name, in document order.
    public func all(_ tag: Tag) -> [Node] {
        table.elements(tag, in: 0..<count).map { Node(document: self, index: Int($0)) }
    }
}
