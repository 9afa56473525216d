internal import CLibXML2
internal import Glibc

/// Builds the node table from the events of libxml2's HTML parser. But for its table of references, seen in CharacterReferences.swift, nothing else sees libxml2.
///
/// Events instead of libxml2's own tree: nothing of the C library is left when the parse ends, and a node costs a quarter of the memory.
struct TreeBuilder: ~Copyable {
    var records: [NodeTable.Record] = []
    var attributes: [NodeTable.Attribute] = []
    private(set) var tagNames = Tag.known
    var attributeNames = AttributeName.known
    var ids = NameTable()
    var classes = ClassTable()
    private(set) var failure: MarkupError?
    /// Texts and values.
    var bytes: BuiltBytes
    /// What the parser gets, while it parses.
    private(set) var markup = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    let standIns: StandIns
    var textsSeen = 0
    var tagsSeen = 0
    /// Whether the parser took for something else what was taken for a text or a tag.
    private var isOutOfStep = false
    let limits: MarkupLimits
    private let deadline: Int
    private(set) var open: [OpenElement] = []
    /// Parents with the names, not among `Tag`'s, of the elements in them so far.
    private var otherNames: Set<UInt64> = []
    private var events = 0
    private var hasRoot = false
    private var hasBody = false
    private var tagPointers = PointerCache()
    var shortNames = ShortNameCache()
    private let traits = TagTraits.ofTags
    private var context: htmlParserCtxtPtr?

    /// An element whose end has not come yet.
    struct OpenElement {
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
        var builder = TreeBuilder(standIns: standIns, limits: limits)
        // A little more than pages need; what is too little grows.
        let length = max(markup.count, standIns.page.count)
        builder.records.reserveCapacity(min(length / 24, limits.nodes))
        builder.attributes.reserveCapacity(standIns.attributes.count + length / 256)
        builder.open.reserveCapacity(64)
        // The parser's events come with this address: no object, and no check of access, for each of them.
        standIns.page.withUnsafeBufferPointer { page in
            builder.bytes.page = page
            builder.markup = markup
            withUnsafeMutablePointer(to: &builder) { parse(markup, into: $0) }
            builder.bytes.page = UnsafeBufferPointer(start: nil, count: 0)
            builder.markup = UnsafeBufferPointer(start: nil, count: 0)
        }
        if builder.isOutOfStep || !builder.hasSeenAll {
            // Out of step, a page may pass other limits, too; but the time that is gone is gone.
            if case .tooSlow = builder.failure { throw .tooSlow(seconds: limits.seconds) }
            return nil
        }
        if let failure = builder.failure { throw failure }
        builder.closeAll()
        return NodeTable(builder)
    }

    private init(standIns: StandIns, limits: MarkupLimits) {
        self.standIns = standIns
        bytes = BuiltBytes(decoded: standIns.decoded)
        self.limits = limits
        deadline = Self.now() + limits.seconds
    }

    /// Whether the parser told of all that has a stand-in.
    private var hasSeenAll: Bool {
        tagsSeen == standIns.tags.count && textsSeen == standIns.texts.count
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
        if builder.pointee.mayComeInPieces { parseInPieces(created, into: builder) } else { htmlParseDocument(created) }
        builder.pointee.context = nil
    }

    /// Whether the parser for pages that come piece by piece reads the ends of the page as the other does.
    private var mayComeInPieces: Bool {
        // Of one byte that is left it does not ask what it is, and tells of it before it is behind it. The other takes one more mark of the
        // order of bytes away.
        guard standIns.isPossible, let last = markup.last, last >= 0x20 || last.isParserSpace, !markup.starts(with: [0xEF, 0xBB, 0xBF])
        else {
            return false
        }
        return standIns.texts.last.map { !$0.isSpace || Int($0.place) + $0.length < markup.count } ?? true
    }

    /// Has a page read by the parser for pages that come piece by piece, in one piece. It does less for the same: the other copies the name of
    /// every element, twice. What the two are known to read differently ends it: names with dots, scripts, and types of documents anywhere.
    private static func parseInPieces(_ context: htmlParserCtxtPtr, into builder: UnsafeMutablePointer<TreeBuilder>) {
        htmlParseChunk(context, nil, 0, 1)
        // It takes `</html>` for the end; pages go on behind it.
        while let input = context.pointee.input, let rest = input.pointee.cur, rest < input.pointee.end, !builder.pointee.isOutOfStep {
            context.pointee.instate = XML_PARSER_CONTENT
            htmlParseChunk(context, nil, 0, 1)
            // What it leaves then, such as a last `<`, is for the other.
            if input.pointee.cur == rest { builder.pointee.isOutOfStep = true }
        }
    }

    private static func events() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElement = { data, name, attributes in TreeBuilder.of(data)?.pointee.start(name, attributes) }
        handler.endElement = { data, name in TreeBuilder.of(data)?.pointee.end(name) }
        handler.characters = { data, text, count in TreeBuilder.of(data)?.pointee.read(text, count) }
        handler.ignorableWhitespace = { data, text, count in TreeBuilder.of(data)?.pointee.read(text, count) }
        handler.internalSubset = { data, _, _, _ in TreeBuilder.of(data)?.pointee.readType() }
        handler.cdataBlock = { data, text, count in TreeBuilder.of(data)?.pointee.readRaw(text, count) }
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

    mutating func tick() {
        events += 1
        if events & 0xFF == 0, Self.now() > deadline { stop(.tooSlow(seconds: limits.seconds)) }
    }

    mutating func stop(_ reason: MarkupError) {
        guard failure == nil else { return }
        failure = reason
        if let context { xmlStopParser(context) }
    }

    mutating func fallOutOfStep() {
        isOutOfStep = true
        if let context { xmlStopParser(context) }
    }

    /// At which byte of the markup the parser is.
    var place: Int {
        context.map { xmlByteConsumed($0) } ?? 0
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
        let classValue: Int32
        if tag != .html, tag != .head, tag != .body, let cut = cutAttributes() {
            // The parser was at the end of that name, but in another tag.
            if attributes != nil { fallOutOfStep() }
            classValue = add(cut)
        } else {
            classValue = attributes.map { add($0) } ?? -1
        }
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

    // MARK: - Names

    private mutating func tagNumber(_ pointer: UnsafePointer<xmlChar>) -> UInt16 {
        if let known = tagPointers[pointer] { return UInt16(truncatingIfNeeded: known) }
        // Pages that make up more names than this are not for people; what is beyond counts as one name.
        let name = UnsafeBufferPointer(terminated: pointer)
        let known = tagNames.number(spelled: name)
        // What begins like another name closes what that would, or not.
        if known == nil, standIns.isPossible, name.contains(UInt8(ascii: ".")) { fallOutOfStep() }
        let number = known ?? (tagNames.count < UInt16.max ? tagNames.insert(name).number : Int(Tag.other.rawValue))
        tagPointers[pointer] = Int32(number)
        return UInt16(number)
    }
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
