/// Writes nodes as HTML by the rules of the HTML Standard (section 13.3), without what could run.
struct MarkupSerializer {
    private let excluded: Set<Node>
    private var bytes: [UInt8] = []

    init(excluded: Set<Node>) {
        self.excluded = excluded
    }

    var markup: String { String(decoding: bytes, as: UTF8.self) }

    mutating func write(_ root: Node) {
        let table = root.document.table
        var open: [(end: Int, tag: Tag)] = []
        var index = root.index
        while index < root.end {
            while let last = open.last, last.end <= index { close(open.removeLast().tag, in: table) }
            let record = table.records[index]
            if record.tag == .text {
                escape(table.textBytes(of: index), inAttribute: false)
            } else if Self.isDropped(record.tag) || excluded.contains(Node(document: root.document, index: index)) {
                index = Int(record.end)
                continue
            } else {
                begin(record, in: table)
                if !Tag.void.contains(record.tag) { open.append((Int(record.end), record.tag)) }
            }
            index += 1
        }
        while let last = open.popLast() { close(last.tag, in: table) }
    }

    private static func isDropped(_ tag: Tag) -> Bool {
        tag != .textarea && Tag.unread.contains(tag)
    }

    private mutating func begin(_ record: NodeTable.Record, in table: NodeTable) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: table.name(of: record.tag).utf8)
        for attribute in table.attributes[Int(record.start)..<Int(record.start + record.count)] {
            let name = table.attributeNames[Int(attribute.name)]
            let value = table.value(of: attribute)
            guard Self.isHarmless(name, value) else { continue }
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: name.utf8)
            bytes.append(contentsOf: "=\"".utf8)
            escape(value, inAttribute: true)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func close(_ tag: Tag, in table: NodeTable) {
        bytes.append(contentsOf: "</".utf8)
        bytes.append(contentsOf: table.name(of: tag).utf8)
        bytes.append(UInt8(ascii: ">"))
    }

    private static func isHarmless(_ name: String, _ value: ArraySlice<UInt8>) -> Bool {
        guard name != "style", !name.hasPrefix("on"), name.utf8.allSatisfy({ $0 > 0x20 && !"\"'<>/=".utf8.contains($0) }) else {
            return false
        }
        guard ["href", "src", "action", "formaction", "xlink:href", "data", "srcdoc", "poster", "background"].contains(name) else {
            return true
        }
        // Browsers ignore white space and control characters inside the scheme.
        let scheme = value.lazy.filter { $0 > 0x20 }.prefix(11).map { $0 | 0x20 }
        return name != "srcdoc" && !["javascript:", "vbscript:", "data:text/"].contains { scheme.starts(with: $0.utf8.map { $0 | 0x20 }) }
    }

    private mutating func escape(_ text: ArraySlice<UInt8>, inAttribute: Bool) {
        var start = text.startIndex
        for index in text.indices {
            let escape: StaticString
            switch text[index] {
            case UInt8(ascii: "&"): escape = "&amp;"
            case UInt8(ascii: "<"): escape = "&lt;"
            case UInt8(ascii: ">"): escape = "&gt;"
            case UInt8(ascii: "\"") where inAttribute: escape = "&quot;"
            default: continue
            }
            bytes.append(contentsOf: text[start..<index])
            bytes.append(contentsOf: escape.description.utf8)
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
    }
}
