/// Writes nodes as HTML by the rules of the HTML Standard (section 13.3), without what could run.
struct MarkupSerializer: ~Copyable {
    private var bytes: ByteArena
    /// Elements that end later, and the numbers of their names.
    private var open: [(end: Int, name: Int)] = []

    /// - Parameter capacity: about how many bytes will be written.
    init(capacity: Int) {
        bytes = ByteArena(capacity: capacity)
    }

    /// What was written, without white space at its ends.
    var markup: String {
        // Nearly always there is no other white space than ASCII's, and the text need not be copied to be cut.
        let bytes = bytes.bytes
        guard let start = bytes.firstIndex(where: { !$0.isSpace }), let end = bytes.lastIndex(where: { !$0.isSpace }) else { return "" }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start...end]), as: UTF8.self).trimmingSpace()
    }

    /// Writes some nodes that stand side by side, with all they hold.
    mutating func write(_ nodes: Range<Int>, of table: NodeTable, excluding exclusions: inout Exclusions) {
        var index = nodes.lowerBound
        while index < nodes.upperBound {
            while let last = open.last, last.end <= index { close(in: table) }
            let record = table.records[index]
            if record.tag == .text {
                escape(table.bytes, Int(record.start)..<Int(record.start + record.count), inAttribute: false)
            } else if (record.traits.contains(.unread) && record.tag != .textarea) || exclusions.contain(index) {
                index = Int(record.end)
                continue
            } else {
                begin(record, in: table)
                if !record.traits.contains(.void) { open.append((Int(record.end), Int(record.name))) }
            }
            index += 1
        }
        while !open.isEmpty { close(in: table) }
    }

    private mutating func begin(_ record: NodeTable.Record, in table: NodeTable) {
        bytes.append(UInt8(ascii: "<"))
        table.tagNames.withBytes(of: Int(record.name)) { bytes.append($0) }
        for place in Int(record.start)..<Int(record.start + record.count) {
            let attribute = table.attributes[place]
            let name = table.attributeNames[Int(attribute.name)]
            guard AttributeHarm.isHarmless(attribute, name, in: table) else { continue }
            bytes.append(UInt8(ascii: " "))
            name.withUnsafeBufferPointer { bytes.append($0) }
            bytes.append(UInt8(ascii: "="))
            bytes.append(UInt8(ascii: "\""))
            escape(table.bytes, attribute.range, inAttribute: true)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func close(in table: NodeTable) {
        guard let name = open.popLast()?.name else { return }
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        table.tagNames.withBytes(of: name) { bytes.append($0) }
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func escape(_ text: [UInt8], _ range: Range<Int>, inAttribute: Bool) {
        text.withUnsafeBufferPointer { text in
            var start = range.lowerBound
            while let index = Self.nextMark(in: text, start..<range.upperBound, inAttribute: inAttribute) {
                let escape = Self.escape(of: text[index])
                bytes.append(UnsafeBufferPointer(rebasing: text[start..<index]))
                bytes.append(UnsafeBufferPointer(start: escape.utf8Start, count: escape.utf8CodeUnitCount))
                start = index + 1
            }
            bytes.append(UnsafeBufferPointer(rebasing: text[start..<range.upperBound]))
        }
    }

    /// Where the next byte stands that cannot be written as it is.
    private static func nextMark(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, inAttribute: Bool) -> Int? {
        text.firstPlace(in: range) { eight in
            eight.hold(UInt8(ascii: "&")) || eight.hold(UInt8(ascii: "<")) || eight.hold(UInt8(ascii: ">"))
                || inAttribute && eight.hold(UInt8(ascii: "\""))
        } where: { byte in
            byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
                || inAttribute && byte == UInt8(ascii: "\"")
        }
    }

    private static func escape(of byte: UInt8) -> StaticString {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        default: "&quot;"
        }
    }
}

/// Which attributes could run something, or break the markup that they are written into.
private enum AttributeHarm {
    private static let addresses = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "background"].map {
        Array($0.utf8)
    }
    private static let schemes = ["javascript:", "vbscript:", "data:text/"].map { Array($0.utf8).map { $0 | 0x20 } }
    private static let srcdoc = Array("srcdoc".utf8)
    private static let breaking = Array("\"'<>/=".utf8)

    static func isHarmless(_ attribute: NodeTable.Attribute, _ name: ArraySlice<UInt8>, in table: NodeTable) -> Bool {
        switch AttributeName(rawValue: UInt8(truncatingIfNeeded: min(attribute.name, 255))) {
        case .style, .onclick: return false
        case .href, .src, .action: return isHarmless(table.value(of: attribute))
        case .some(let known) where known != .other: return true
        default: break
        }
        guard !name.starts(with: [UInt8(ascii: "o"), UInt8(ascii: "n")]), !name.elementsEqual(srcdoc),
            name.allSatisfy({ $0 > 0x20 && !breaking.contains($0) })
        else { return false }
        return !addresses.contains { name.elementsEqual($0) } || isHarmless(table.value(of: attribute))
    }

    /// Browsers ignore white space and control characters inside the scheme.
    private static func isHarmless(_ address: ArraySlice<UInt8>) -> Bool {
        guard let first = address.first(where: { $0 > 0x20 }) else { return true }
        switch first | 0x20 {
        case UInt8(ascii: "j"), UInt8(ascii: "v"), UInt8(ascii: "d"):
            let scheme = address.lazy.filter { $0 > 0x20 }.prefix(11).map { $0 | 0x20 }
            return !schemes.contains { scheme.starts(with: $0) }
        default: return true
        }
    }
}
