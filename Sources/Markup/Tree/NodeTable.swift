/// The tree of a page in a few arrays, in document order: no object and no pointer for a node.
///
/// A node's descendants stand behind it up to its `end`, so that walks are loops and depth cannot overflow a stack.
final class NodeTable: Sendable {
    struct Record: Sendable {
        /// The element's name if it is one of `Tag`'s, `.other`, or `.text`.
        var tag: Tag
        var traits: TagTraits
        /// The number of the name among the page's tags.
        var name: UInt16
        /// The index of the parent; the root is its own.
        var parent: Int32
        /// The index behind the last descendant.
        var end: Int32
        /// Element: its first attribute in `attributes`. Text: its first byte in `bytes`.
        var start: Int32
        /// Element: how many attributes. Text: how many bytes.
        var count: Int32
        /// Element: the element before it inside the same parent, or -1.
        var previous: Int32
        /// Element: which of its parent's elements it is, from 1. Text: how many words it has.
        var ordinal: Int32
        /// Element: the number of its `class` among the page's distinct class values, or -1.
        var classValue: Int32
    }

    struct Attribute: Sendable {
        /// A number of `attributeNames`.
        var name: Int32
        var start: Int32
        var count: Int32
        /// For `id`: its number in `ids`.
        var id: Int32
    }

    let records: [Record]
    let attributes: [Attribute]
    /// Texts and attribute values, in UTF-8: most stand in it where they stand in the page.
    let bytes: [UInt8]
    let tagNames: NameTable
    let attributeNames: NameTable
    let ids: NameTable
    let classes: ClassTable
    let sums: [TextSums]
    let index: PageIndex
    let grams: AttributeGrams

    init(_ builder: consuming TreeBuilder) {
        // Taken out of the builder: what two hold is copied when one of them writes to it.
        var records: [Record] = []
        swap(&records, &builder.records)
        let bytes = builder.bytes.all(behind: builder.standIns.page)
        sums = TextSums.all(of: &records, bytes: bytes)
        self.records = records
        attributes = builder.attributes
        self.bytes = bytes
        tagNames = builder.tagNames
        attributeNames = builder.attributeNames
        ids = builder.ids
        classes = builder.classes
        index = PageIndex(
            records: records, attributes: builder.attributes, classes: builder.classes,
            counts: (builder.tagNames.count, builder.attributeNames.count, builder.ids.count))
        grams = AttributeGrams(builder.attributes, bytes: bytes)
    }

    func name(of index: Int) -> String {
        let record = records[index]
        return record.tag == .other ? tagNames.string(Int(record.name)) : record.tag.name
    }

    /// The places of an element's attributes; none of a text.
    func attributeRange(of index: Int) -> Range<Int> {
        let record = records[index]
        return record.tag == .text ? 0..<0 : Int(record.start)..<Int(record.start + record.count)
    }

    func attribute(number: Int, of index: Int) -> Attribute? {
        for place in attributeRange(of: index) where attributes[place].name == Int32(truncatingIfNeeded: number) {
            return attributes[place]
        }
        return nil
    }

    func attribute(_ name: AttributeName, of index: Int) -> Attribute? {
        attribute(number: Int(name.rawValue), of: index)
    }

    /// An attribute by a name of any kind. Elements have a handful of attributes, pages some dozens of names.
    func attribute(_ name: String, of index: Int) -> Attribute? {
        let range = attributeRange(of: index)
        guard !range.isEmpty else { return nil }
        var name = name
        return name.withUTF8 { wanted in
            for place in range where attributeNames.isName(Int(attributes[place].name), spelled: wanted) { return attributes[place] }
            return nil
        }
    }

    func hasClass(spelled token: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let value = records[index].classValue
        guard value >= 0 else { return false }
        return classes.tokens.number(spelled: token).map { classes.hasToken(Int32($0), inValue: value) } ?? false
    }

    func hasClass(_ token: Name, _ index: Int) -> Bool {
        let value = records[index].classValue
        guard value >= 0 else { return false }
        return classes.tokens.number(of: token).map { classes.hasToken(Int32($0), inValue: value) } ?? false
    }

    func value(of attribute: Attribute) -> ArraySlice<UInt8> {
        bytes[Int(attribute.start)..<Int(attribute.start + attribute.count)]
    }

    func string(of attribute: Attribute) -> String {
        String(decoding: value(of: attribute), as: UTF8.self)
    }

    func textBytes(of index: Int) -> ArraySlice<UInt8> {
        let record = records[index]
        guard record.tag == .text else { return [] }
        return bytes[Int(record.start)..<Int(record.start + record.count)]
    }
}

/// The distinct values of `class` on a page, cut into their tokens.
struct ClassTable: Sendable {
    private(set) var tokens = NameTable()
    private var values = NameTable()
    /// The numbers of the tokens of all values, one value after the other.
    private var numbers: [Int32] = []
    private var starts: [Int32] = [0]

    var valueCount: Int { values.count }

    /// The numbers of a value's tokens.
    func tokens(ofValue value: Int32) -> ArraySlice<Int32> {
        numbers[Int(starts[Int(value)])..<Int(starts[Int(value) + 1])]
    }

    /// Whether a value has a token.
    func hasToken(_ token: Int32, inValue value: Int32) -> Bool {
        for place in Int(starts[Int(value)])..<Int(starts[Int(value) + 1]) where numbers[place] == token { return true }
        return false
    }

    /// The tokens of a value, one after the other: a slice would keep the table alive, which costs more.
    func forEachToken(ofValue value: Int32, _ body: (Int32) -> Void) {
        for place in Int(starts[Int(value)])..<Int(starts[Int(value) + 1]) { body(numbers[place]) }
    }

    /// For each value, the bits of its tokens together.
    func union(of bits: [UInt64]) -> [UInt64] {
        (0..<valueCount).map { value in
            numbers[Int(starts[value])..<Int(starts[value + 1])].reduce(0) { $0 | bits[Int($1)] }
        }
    }

    /// Pages repeat a few hundred class values thousands of times: their tokens are cut once.
    mutating func insert(_ value: UnsafeBufferPointer<UInt8>) -> Int32 {
        let (number, isNew) = values.insert(value)
        guard isNew else { return Int32(number) }
        var place = 0
        while place < value.count {
            let start = place
            while place < value.count, !value[place].isSpace { place += 1 }
            if place > start { numbers.append(Int32(tokens.insert(UnsafeBufferPointer(rebasing: value[start..<place])).number)) }
            place += 1
        }
        starts.append(Int32(numbers.count))
        return Int32(number)
    }
}
