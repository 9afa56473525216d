/// Questions about nodes by their numbers, for loops over a whole page: a ``Node`` keeps its document alive, which costs more than the
/// question. A number that is none of a node of this page ends the program, as an index of an array does.
extension HTMLDocument {
    /// How many elements and texts the page has; their numbers are `0..<count`, in document order.
    public var count: Int { table.records.count }

    /// The element's name; `.text` for a text.
    public func tag(of index: Int) -> Tag { table.records[index].tag }

    /// The number of the element around a node; `nil` for the root.
    public func parent(of index: Int) -> Int? {
        index == 0 ? nil : Int(table.records[index].parent)
    }

    /// The number behind the last descendant: the nodes of the subtree have the numbers `index..<end(of: index)`.
    public func end(of index: Int) -> Int { Int(table.records[index].end) }

    /// The numbers of a node and all in it.
    public func range(of index: Int) -> Range<Int> { index..<max(index + 1, end(of: index)) }

    /// The number of the element before this one inside the same parent.
    public func previousElement(of index: Int) -> Int? {
        let previous = table.records[index].previous
        return previous < 0 ? nil : Int(previous)
    }

    /// The number of an element's `class` among the page's distinct class values; `nil` without the attribute. What is made of the
    /// classes of one element holds for all with the same number, so that it can be made once; see ``classValueCount``.
    public func classValue(of index: Int) -> Int? {
        let value = table.records[index].classValue
        return value < 0 ? nil : Int(value)
    }

    /// How many distinct values of `class` the page has.
    public var classValueCount: Int { table.classes.valueCount }

    /// The tokens of a distinct value of `class`.
    public func classes(ofValue value: Int) -> [String] {
        table.classes.tokens(ofValue: Int32(value)).map { table.classes.tokens.string(Int($0)) }
    }

    /// How many distinct classes the page has. What is made of one of them can be made once; see
    /// ``forEachClassToken(ofValue:_:)``.
    public var classTokenCount: Int { table.classes.tokens.count }

    /// The tokens of a distinct value of `class`, one after the other.
    public func forEachClassToken(ofValue value: Int, _ body: (Int) -> Void) {
        table.classes.forEachToken(ofValue: Int32(value)) { body(Int($0)) }
    }

    /// The bytes of a class by its number, in UTF-8, for a look at them.
    public func withClassToken<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        table.classes.tokens.withBytes(of: number, body)
    }

    /// The bits of all classes of each distinct value of `class` together.
    public func bitsOfClassValues(_ memo: ClassMemo) -> [UInt64] { table.classes.union(of: memo.bits(of: table.classes.tokens)) }

    /// How many bytes of text stand in some nodes, white space included.
    public func textLength(of nodes: Range<Int>) -> Int {
        Int(table.sums[nodes.upperBound].text - table.sums[nodes.lowerBound].text)
    }

    /// How many bytes of text stand in some nodes that are not white space.
    public func visibleLength(of nodes: Range<Int>) -> Int {
        Int(table.sums[nodes.upperBound].visible - table.sums[nodes.lowerBound].visible)
    }

    /// Whether a condition holds for the text of a number, as the page has it in UTF-8, white space included; none holds for an element.
    public func textHolds(_ index: Int, where condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        let record = table.records[index]
        guard record.tag == .text else { return false }
        return table.bytes.withUnsafeBufferPointer {
            condition(UnsafeBufferPointer(rebasing: $0[Int(record.start)..<Int(record.start + record.count)]))
        }
    }

    /// Whether a condition holds for the value of an attribute, in UTF-8; none holds where there is no such attribute.
    public func attribute(_ name: AttributeName, of index: Int, holds condition: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        guard let attribute = table.attribute(name, of: index) else { return false }
        return table.bytes.withUnsafeBufferPointer { condition(UnsafeBufferPointer(rebasing: $0[attribute.range])) }
    }

    /// The value of an attribute; empty for one without a value, `nil` where there is none.
    public func attribute(_ name: AttributeName, of index: Int) -> String? {
        table.attribute(name, of: index).map { table.string(of: $0) }
    }

    /// How many bytes the text of a number has on one line, white space collapsed; 0 for an element.
    public func lineLength(of index: Int) -> Int {
        let record = table.records[index]
        return record.tag == .text ? visibleLength(of: index..<(index + 1)) + max(0, Int(record.ordinal) - 1) : 0
    }

    /// How many bytes of text stand in some nodes inside anchors, inside them or around them, that are not white space.
    public func linkedLength(of nodes: Range<Int>) -> Int {
        Int(table.sums[nodes.upperBound].linked - table.sums[nodes.lowerBound].linked)
    }

    /// How many elements there are among some nodes.
    public func elementCount(of nodes: Range<Int>) -> Int {
        Int(table.sums[nodes.upperBound].elements - table.sums[nodes.lowerBound].elements)
    }

    /// The numbers of the elements of a name among some nodes, in document order.
    public func elements(_ tag: Tag, in nodes: Range<Int>) -> ArraySlice<Int32> {
        table.elements(tag, in: nodes)
    }

    /// Calls a body with the number of each element that has an attribute, in document order, and the value in UTF-8.
    public func forEachElement(with name: AttributeName, _ body: (_ index: Int, _ value: UnsafeBufferPointer<UInt8>) -> Void) {
        table.bytes.withUnsafeBufferPointer { bytes in
            for index in table.index.attributes.nodes(of: Int(name.rawValue)) {
                guard let attribute = table.attribute(name, of: Int(index)) else { continue }
                body(Int(index), UnsafeBufferPointer(rebasing: bytes[attribute.range]))
            }
        }
    }

    /// The numbers of the elements with an attribute among some nodes, in document order.
    public func elements(with name: AttributeName, in nodes: Range<Int>) -> ArraySlice<Int32> {
        table.index.attributes.nodes(of: Int(name.rawValue)).inside(nodes)
    }
}

extension NodeTable {
    /// The elements of a name, none for `.text` and `.other`.
    func elements(_ tag: Tag, in nodes: Range<Int>) -> ArraySlice<Int32> {
        index.tags.nodes(of: Int(tag.rawValue)).inside(nodes)
    }
}
