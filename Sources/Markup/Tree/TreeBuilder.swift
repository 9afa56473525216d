internal import CLibXML2
internal import Glibc

/// Builds the node table from the events of libxml2's HTML parser. The only file that sees libxml2.
///
/// Events instead of libxml2's own tree: nothing of the C library is left when the parse ends, and a node costs a quarter of the memory.
struct TreeBuilder: ~Copyable {
    private(set) var records: [NodeTable.Record] = []
    private(set) var attributes: [NodeTable.Attribute] = []
    private var arena: ByteArena
    /// Texts and attribute values, in UTF-8.
    var bytes: UnsafeBufferPointer<UInt8> { arena.bytes }
    private(set) var tagNames = Tag.known
    private(set) var attributeNames = AttributeName.known
    private(set) var ids = NameTable()
    private(set) var classes = ClassTable()
    private(set) var failure: MarkupError?
    private let standIns: StandIns
    /// The page that the stand-ins are of, while it is parsed.
    private var page = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var standInsSeen = 0
    /// Whether a stand-in came out where none was to be: the parser took for something else what was taken for a text or a value.
    private var isOutOfStep = false
    private let limits: MarkupLimits
    private let deadline: Int
    private var open: [OpenElement] = []
    /// Parents with the names, not among `Tag`'s, of the elements in them so far.
    private var otherNames: Set<UInt64> = []
    private var events = 0
    private var hasRoot = false
    private var hasBody = false
    private var tagPointers = PointerCache()
    private var attributePointers = PointerCache()
    private let traits = TagTraits.ofTags
    private var context: htmlParserCtxtPtr?

    /// An element whose end has not come yet.
    private struct OpenElement {
        var index: Int32
        var elements: Int32 = 0
        var lastElement: Int32 = -1
        /// The names of the elements in it so far, a bit for each tag.
        var names: (UInt64, UInt64) = (0, 0)
    }

    /// libxml2 wants its tables made once, before any thread parses.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// Parses a page in UTF-8.
    ///
    /// - Parameter standIns: what stands in the markup for texts and values of the page.
    /// - Returns: `nil` if it has to be parsed without stand-ins.
    /// - Throws: ``MarkupError`` if a limit is passed.
    static func build(_ markup: UnsafeBufferPointer<UInt8>, standIns: StandIns, limits: MarkupLimits) throws(MarkupError) -> NodeTable? {
        // A little more than pages need; what is too little grows.
        let length = markup.count + standIns.saved
        var builder = TreeBuilder(standIns: standIns, limits: limits, length: length)
        builder.records.reserveCapacity(min(length / 24, limits.nodes))
        builder.attributes.reserveCapacity(length / 32)
        builder.open.reserveCapacity(64)
        // The parser's events come with this address: no object, and no check of access, for each of them.
        standIns.page.withUnsafeBufferPointer { page in
            builder.page = page
            withUnsafeMutablePointer(to: &builder) { parse(markup, into: $0) }
            builder.page = UnsafeBufferPointer(start: nil, count: 0)
        }
        if builder.standInsSeen < standIns.count || builder.isOutOfStep {
            // Out of step, a page may pass other limits, too; but the time that is gone is gone.
            if case .tooSlow = builder.failure { throw .tooSlow(seconds: limits.seconds) }
            return nil
        }
        if let failure = builder.failure { throw failure }
        builder.closeAll()
        return NodeTable(builder)
    }

    private init(standIns: StandIns, limits: MarkupLimits, length: Int) {
        arena = ByteArena(capacity: length)
        self.standIns = standIns
        self.limits = limits
        deadline = Self.now() + limits.seconds
    }

    private static func parse(_ markup: UnsafeBufferPointer<UInt8>, into builder: UnsafeMutablePointer<TreeBuilder>) {
        guard isReady, !markup.isEmpty else { return }
        let bytes = UnsafeRawBufferPointer(markup)
        guard let created = htmlCreateMemoryParserCtxt(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count)) else {
            builder.pointee.failure = .outOfMemory
            return
        }
        defer { htmlFreeParserCtxt(created) }
        builder.pointee.context = created
        // The text is UTF-8 by now, whatever its <meta> says; no file and no address is ever opened for it.
        htmlCtxtUseOptions(created, Int32(HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
        xmlSwitchEncoding(created, XML_CHAR_ENCODING_UTF8)
        created.pointee.sax.pointee = events()
        created.pointee.userData = UnsafeMutableRawPointer(builder)
        htmlParseDocument(created)
        builder.pointee.context = nil
    }

    private static func events() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElement = { data, name, attributes in TreeBuilder.of(data)?.pointee.start(name, attributes) }
        handler.endElement = { data, name in TreeBuilder.of(data)?.pointee.end(name) }
        handler.characters = { data, text, count in TreeBuilder.of(data)?.pointee.text(text, count) }
        handler.ignorableWhitespace = { data, text, count in TreeBuilder.of(data)?.pointee.text(text, count) }
        handler.cdataBlock = { data, text, count in TreeBuilder.of(data)?.pointee.text(text, count) }
        // Errors are expected of pages; each is a sign that time passes, also where no element comes of it.
        handler.serror = { data, _ in TreeBuilder.of(data)?.pointee.tick() }
        return handler
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TreeBuilder>? {
        data?.assumingMemoryBound(to: TreeBuilder.self)
    }

    // MARK: - Bounds

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec
    }

    private mutating func tick() {
        events += 1
        if events & 0xFF == 0, Self.now() > deadline { stop(.tooSlow(seconds: limits.seconds)) }
    }

    private mutating func stop(_ reason: MarkupError) {
        guard failure == nil else { return }
        failure = reason
        if let context { xmlStopParser(context) }
    }

    // MARK: - Events

    private mutating func start(_ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        tick()
        guard failure == nil, let name else { return }
        if open.count >= limits.depth { return stop(.tooDeep(limit: limits.depth)) }
        if records.count >= limits.nodes { return stop(.tooManyNodes(limit: limits.nodes)) }
        let index = Int32(records.count)
        let number = tagNumber(name)
        let tag = number < Tag.other.rawValue ? Tag(rawValue: UInt8(number)) ?? .other : .other
        // The parser begins the page anew behind an end tag in its middle; there is one `html` and one `body`.
        if tag == .html && hasRoot || tag == .body && hasBody { return }
        if tag == .html { hasRoot = true }
        if tag == .body { hasBody = true }
        let first = Int32(self.attributes.count)
        let classValue = attributes.map { add($0) } ?? -1
        var record = NodeTable.Record(
            tag: tag, traits: traits[Int(tag.rawValue)], name: number, parent: 0, end: 0, start: first,
            count: Int32(self.attributes.count) - first, previous: -1, ordinal: 1, classValue: classValue)
        if open.isEmpty { record.traits.insert(.firstOfType) } else { count(&record, at: index, in: open.count - 1) }
        records.append(record)
        open.append(OpenElement(index: index))
    }

    /// Counts an element among those of its parent.
    private mutating func count(_ record: inout NodeTable.Record, at index: Int32, in level: Int) {
        record.parent = open[level].index
        record.previous = open[level].lastElement
        open[level].lastElement = index
        open[level].elements += 1
        record.ordinal = open[level].elements
        let bit = UInt64(1) << UInt64(record.tag.rawValue & 63)
        let isNew: Bool
        if record.tag == .other {
            isNew = otherNames.insert(UInt64(UInt32(record.parent)) << 16 | UInt64(record.name)).inserted
        } else if record.tag.rawValue < 64 {
            isNew = open[level].names.0 & bit == 0
            open[level].names.0 |= bit
        } else {
            isNew = open[level].names.1 & bit == 0
            open[level].names.1 |= bit
        }
        if isNew { record.traits.insert(.firstOfType) }
    }

    private mutating func end(_ name: UnsafePointer<xmlChar>?) {
        tick()
        guard failure == nil, let name, let last = open.last?.index else { return }
        // What follows `</body>` or `</html>` belongs to the body all the same (HTML Standard, sections 13.2.6.4.19 and 13.2.6.4.22).
        let tag = records[Int(last)].tag
        if tag == .html || tag == .body { return }
        // The parser closes in order; a stray end would be its bug, and must not unbalance the tree.
        guard records[Int(last)].name == tagNumber(name) else { return }
        records[Int(last)].end = Int32(records.count)
        open.removeLast()
    }

    private mutating func closeAll() {
        for element in open.reversed() { records[Int(element.index)].end = Int32(records.count) }
        open = []
    }

    private mutating func text(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        tick()
        guard failure == nil, let text, count > 0, let parent = open.last?.index else { return }
        let start = arena.count
        append(UnsafeBufferPointer(start: text, count: Int(count)), .text)
        let added = Int32(arena.count - start)
        let last = records.count - 1
        if records[last].tag == .text, records[last].parent == parent, Int(records[last].start + records[last].count) == start {
            records[last].count += added
        } else if records.count < limits.nodes {
            records.append(
                .init(
                    tag: .text, traits: [], name: 0, parent: parent, end: Int32(last + 2), start: Int32(start), count: added,
                    previous: -1, ordinal: 0, classValue: -1))
        } else {
            stop(.tooManyNodes(limit: limits.nodes))
        }
    }

    /// Appends what came out of the parser, or what it stands for.
    private mutating func append(_ text: UnsafeBufferPointer<xmlChar>, _ kind: StandIns.Kind) {
        var place = 0
        while standInsSeen < standIns.count, let mark = text.next(StandIns.mark, from: place) {
            guard let part = standIns.part(at: mark, in: text, kind, after: standInsSeen), kind == .text || place > 0 || mark == 0 else {
                return fallOutOfStep()
            }
            if place < mark { appendRestored(UnsafeBufferPointer(rebasing: text[place..<mark])) }
            appendRestored(UnsafeBufferPointer(rebasing: page[part]))
            standInsSeen += 1
            place = mark + kind.length
        }
        guard place < text.count else { return }
        if kind == .value, place > 0 { return fallOutOfStep() }
        appendRestored(UnsafeBufferPointer(rebasing: text[place...]))
    }

    private mutating func fallOutOfStep() {
        isOutOfStep = true
        if let context { xmlStopParser(context) }
    }

    /// Appends text. Characters U+0080 to U+009F come from numeric references that mean windows-1252 (HTML Standard, section 13.2.5.80).
    private mutating func appendRestored(_ text: UnsafeBufferPointer<xmlChar>) {
        guard let base = text.baseAddress, memchr(base, 0xC2, text.count) != nil else {
            arena.append(text)
            return
        }
        var index = 0
        while index < text.count {
            if text[index] == 0xC2, index + 1 < text.count, (0x80..<0xA0).contains(text[index + 1]) {
                for byte in Self.windows1252[Int(text[index + 1]) - 0x80].utf8 { arena.append(byte) }
                index += 2
            } else {
                arena.append(text[index])
                index += 1
            }
        }
    }

    private static let windows1252: [String] = {
        let bytes = [UInt8](0x80..<0xA0)
        return bytes.map { byte in
            guard let converted = IconvConverter(from: .windows1252)?.convert([byte]), converted.replaced == 0 else { return "" }
            return String(decoding: converted.utf8, as: UTF8.self)
        }
    }()

    // MARK: - Names

    private mutating func tagNumber(_ pointer: UnsafePointer<xmlChar>) -> UInt16 {
        if let known = tagPointers[pointer] { return UInt16(truncatingIfNeeded: known) }
        // Pages that make up more names than this are not for people; what is beyond counts as one name.
        let name = Self.bytes(of: pointer)
        let known = tagNames.number(spelled: name)
        let number = known ?? (tagNames.count < UInt16.max ? tagNames.insert(name).number : Int(Tag.other.rawValue))
        tagPointers[pointer] = Int32(number)
        return UInt16(number)
    }

    private mutating func attributeNumber(_ pointer: UnsafePointer<xmlChar>) -> Int32 {
        if let known = attributePointers[pointer] { return known }
        let number = Int32(attributeNames.insert(Self.bytes(of: pointer)).number)
        attributePointers[pointer] = number
        return number
    }

    private static func bytes(of text: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<xmlChar> {
        UnsafeBufferPointer(start: text, count: strlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self)))
    }

    /// Adds the attributes of a tag. Returns the number of the value of `class`, or -1.
    private mutating func add(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) -> Int32 {
        var classValue: Int32 = -1
        var position = 0
        while let name = list[position] {
            let value = list[position + 1]
            position += 2
            let number = attributeNumber(name)
            let start = arena.count
            if let value { append(Self.bytes(of: value), .value) }
            var id: Int32 = -1
            if number == Self.classNumber {
                classValue = classes.insert(UnsafeBufferPointer(rebasing: arena.bytes[start...]))
            } else if number == Self.idNumber {
                id = Int32(ids.insert(UnsafeBufferPointer(rebasing: arena.bytes[start...])).number)
            }
            attributes.append(.init(name: number, start: Int32(start), count: Int32(arena.count - start), id: id))
        }
        return classValue
    }

    private static let classNumber = Int32(AttributeName.class.rawValue)
    private static let idNumber = Int32(AttributeName.id.rawValue)
}

/// Numbers of names by their addresses: the parser keeps one copy of each name. Of names that fall on one place, the last is remembered.
private struct PointerCache {
    private var places: [(pointer: UnsafePointer<xmlChar>?, number: Int32)] = Array(repeating: (nil, 0), count: 256)

    subscript(pointer: UnsafePointer<xmlChar>) -> Int32? {
        get {
            let place = places[Self.place(pointer)]
            return place.pointer == pointer ? place.number : nil
        }
        set { places[Self.place(pointer)] = (pointer, newValue ?? 0) }
    }

    private static func place(_ pointer: UnsafePointer<xmlChar>) -> Int {
        let address = UInt(bitPattern: pointer)
        return Int((address ^ address >> 8) & 0xFF)
    }
}
