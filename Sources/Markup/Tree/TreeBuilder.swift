internal import CLibXML2
internal import Glibc

/// Builds the node table from the events of libxml2's HTML parser. The only file that sees libxml2.
///
/// Events instead of libxml2's own tree: nothing of the C library is left when the parse ends, and a node costs 20 bytes instead of 120.
final class TreeBuilder {
    private(set) var table = NodeTable()
    private(set) var failure: MarkupError?
    private let limits: MarkupLimits
    private let deadline: Int
    private var open: [Int32] = []
    private var events = 0
    private var tags: [UnsafePointer<xmlChar>: Tag] = [:]
    private var tagNames: [String: Tag] = [:]
    private var attributeNumbers: [String: Int32] = [:]
    private var attributePointers: [UnsafePointer<xmlChar>: Int32] = [:]
    private var classValues: [[UInt8]: Int32] = [:]
    private var context: htmlParserCtxtPtr?

    /// libxml2 wants its tables made once, before any thread parses.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// Parses a page in UTF-8.
    ///
    /// - Throws: ``MarkupError`` if a limit is passed.
    static func build(_ markup: [UInt8], limits: MarkupLimits) throws(MarkupError) -> NodeTable {
        let builder = TreeBuilder(limits: limits)
        builder.table.bytes.reserveCapacity(markup.count)
        builder.parse(markup)
        if let failure = builder.failure { throw failure }
        builder.closeAll()
        return builder.table
    }

    private init(limits: MarkupLimits) {
        self.limits = limits
        deadline = Self.now() + limits.seconds
    }

    private func parse(_ markup: [UInt8]) {
        guard Self.isReady, !markup.isEmpty else { return }
        let created = markup.withUnsafeBytes { bytes in
            htmlCreateMemoryParserCtxt(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        }
        guard let created else {
            failure = .outOfMemory
            return
        }
        defer { htmlFreeParserCtxt(created) }
        context = created
        // The text is UTF-8 by now, whatever its <meta> says; no file and no address is ever opened for it.
        htmlCtxtUseOptions(created, Int32(HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
        xmlSwitchEncoding(created, XML_CHAR_ENCODING_UTF8)
        created.pointee.sax.pointee = Self.events()
        created.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        htmlParseDocument(created)
        context = nil
    }

    private static func events() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElement = { data, name, attributes in TreeBuilder.of(data)?.start(name, attributes) }
        handler.endElement = { data, name in TreeBuilder.of(data)?.end(name) }
        handler.characters = { data, text, count in TreeBuilder.of(data)?.text(text, count) }
        handler.ignorableWhitespace = { data, text, count in TreeBuilder.of(data)?.text(text, count) }
        handler.cdataBlock = { data, text, count in TreeBuilder.of(data)?.text(text, count) }
        // Errors are expected of pages; each is a sign that time passes, also where no element comes of it.
        handler.serror = { data, _ in TreeBuilder.of(data)?.tick() }
        return handler
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> TreeBuilder? {
        data.map { Unmanaged<TreeBuilder>.fromOpaque($0).takeUnretainedValue() }
    }

    // MARK: - Bounds

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec
    }

    private func tick() {
        events += 1
        if events & 0xFF == 0, Self.now() > deadline { stop(.tooSlow(seconds: limits.seconds)) }
    }

    private func stop(_ reason: MarkupError) {
        guard failure == nil else { return }
        failure = reason
        if let context { xmlStopParser(context) }
    }

    // MARK: - Events

    private func start(_ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        tick()
        guard failure == nil, let name else { return }
        if open.count >= limits.depth { return stop(.tooDeep(limit: limits.depth)) }
        if table.records.count >= limits.nodes { return stop(.tooManyNodes(limit: limits.nodes)) }
        let index = Int32(table.records.count)
        let first = Int32(table.attributes.count)
        if let attributes { add(attributes) }
        table.records.append(
            .init(tag: tag(name), parent: open.last ?? 0, end: 0, start: first, count: Int32(table.attributes.count) - first))
        open.append(index)
    }

    private func end(_ name: UnsafePointer<xmlChar>?) {
        tick()
        guard failure == nil, let name, let last = open.last else { return }
        // The parser closes in order; a stray end would be its bug, and must not unbalance the tree.
        guard table.records[Int(last)].tag == tag(name) else { return }
        table.records[Int(last)].end = Int32(table.records.count)
        open.removeLast()
    }

    private func closeAll() {
        for index in open.reversed() { table.records[Int(index)].end = Int32(table.records.count) }
        open = []
    }

    private func text(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        tick()
        guard failure == nil, let text, count > 0, let parent = open.last else { return }
        let start = table.bytes.count
        append(UnsafeBufferPointer(start: text, count: Int(count)))
        let added = Int32(table.bytes.count - start)
        let last = table.records.count - 1
        if table.records[last].tag == .text, table.records[last].parent == parent,
            Int(table.records[last].start + table.records[last].count) == start
        {
            table.records[last].count += added
        } else if table.records.count < limits.nodes {
            table.records.append(.init(tag: .text, parent: parent, end: Int32(last + 2), start: Int32(start), count: added))
        } else {
            stop(.tooManyNodes(limit: limits.nodes))
        }
    }

    /// Appends text. Characters U+0080 to U+009F come from numeric references that mean windows-1252 (HTML Standard, section 13.2.5.80).
    private func append(_ text: UnsafeBufferPointer<xmlChar>) {
        guard let base = text.baseAddress, memchr(base, 0xC2, text.count) != nil else {
            table.bytes.append(contentsOf: text)
            return
        }
        var index = 0
        while index < text.count {
            if text[index] == 0xC2, index + 1 < text.count, (0x80..<0xA0).contains(text[index + 1]) {
                table.bytes.append(contentsOf: Self.windows1252[Int(text[index + 1]) - 0x80].utf8)
                index += 2
            } else {
                table.bytes.append(text[index])
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

    /// The parser keeps one copy of each name, so its address stands for it.
    private func tag(_ pointer: UnsafePointer<xmlChar>) -> Tag {
        if let known = tags[pointer] { return known }
        let name = String(cString: pointer)
        let tag = Tag.known(name) ?? tagNames[name] ?? newTag(name)
        tags[pointer] = tag
        return tag
    }

    private func newTag(_ name: String) -> Tag {
        let number = Tag.known.count + table.otherTags.count
        guard number < Int(UInt16.max) else { return Tag(rawValue: UInt16.max) }
        table.otherTags.append(name)
        let tag = Tag(rawValue: UInt16(number))
        tagNames[name] = tag
        return tag
    }

    private func attributeNumber(_ pointer: UnsafePointer<xmlChar>) -> Int32 {
        if let known = attributePointers[pointer] { return known }
        let name = String(cString: pointer)
        let number = attributeNumbers[name] ?? Int32(table.attributeNames.count)
        if attributeNumbers[name] == nil {
            attributeNumbers[name] = number
            table.attributeNames.append(name)
        }
        attributePointers[pointer] = number
        return number
    }

    private func add(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
        var position = 0
        while let name = attributes[position] {
            let value = attributes[position + 1]
            position += 2
            let number = attributeNumber(name)
            let start = table.bytes.count
            if let value {
                append(UnsafeBufferPointer(start: value, count: strlen(UnsafeRawPointer(value).assumingMemoryBound(to: CChar.self))))
            }
            let isClass = table.attributeNames[Int(number)] == "class"
            let classValue = isClass ? classNumber(Array(table.bytes[start...])) : -1
            table.attributes.append(
                .init(name: number, start: Int32(start), count: Int32(table.bytes.count - start), classValue: classValue))
        }
    }

    /// Pages repeat a few hundred class values thousands of times: their tokens are cut once.
    private func classNumber(_ value: [UInt8]) -> Int32 {
        if let known = classValues[value] { return known }
        let number = Int32(table.classTokens.count)
        classValues[value] = number
        table.classTokens.append(String(decoding: value, as: UTF8.self).split(whereSeparator: \.isSpace).map(String.init))
        return number
    }
}
