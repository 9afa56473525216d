/// A JSON value whose objects keep the order of their members.
///
/// Numbers are integers: records hold no others.
public enum JSONValue: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// An integer of 64 bits.
    case integer(Int)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object, its members in the order in which they are written.
    case object([Member])

    /// One member of an object.
    public struct Member: Sendable, Hashable {
        /// The member's name.
        public var key: String
        /// The member's value.
        public var value: JSONValue

        /// Creates a member.
        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// How JSON is laid out.
    public enum Form: Sendable {
        /// One line, members in their own order.
        case line
        /// Indented by two spaces, members in their own order.
        case pretty
        /// One line, members sorted: canonical JSON by RFC 8785 (JCS).
        case canonical
    }

    /// The JSON text in UTF-8, without a line end.
    public func bytes(_ form: Form) -> [UInt8] {
        var writer = JSONWriter(form: form)
        writer.write(self)
        return writer.bytes
    }

    /// The JSON text, without a line end.
    public func text(_ form: Form) -> String {
        String(decoding: bytes(form), as: UTF8.self)
    }

    /// The value of an object's member; `nil` if this is no object or has no such member.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }
}

private struct JSONWriter {
    let form: JSONValue.Form
    private(set) var bytes: [UInt8] = []
    private var indent = 0

    init(form: JSONValue.Form) {
        self.form = form
    }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let truth): bytes.append(contentsOf: (truth ? "true" : "false").utf8)
        case .integer(let integer): bytes.append(contentsOf: String(integer).utf8)
        case .string(let string): write(string)
        case .array(let elements): writeList(elements, open: "[", close: "]") { writer, element in writer.write(element) }
        case .object(let members): writeList(inOrder(members), open: "{", close: "}") { writer, member in writer.write(member) }
        }
    }

    /// RFC 8785, section 3.2.3: members are sorted by the UTF-16 units of their names.
    private func inOrder(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        form == .canonical ? members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) } : members
    }

    private mutating func write(_ member: JSONValue.Member) {
        write(member.key)
        bytes.append(UInt8(ascii: ":"))
        if form == .pretty { bytes.append(UInt8(ascii: " ")) }
        write(member.value)
    }

    private mutating func writeList<Item>(_ items: [Item], open: String, close: String, item write: (inout JSONWriter, Item) -> Void) {
        bytes.append(contentsOf: open.utf8)
        indent += 1
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            newLine()
            write(&self, item)
        }
        indent -= 1
        if !items.isEmpty { newLine() }
        bytes.append(contentsOf: close.utf8)
    }

    private mutating func newLine() {
        guard form == .pretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
    }

    /// A string with the escapes of RFC 8785, section 3.2.2.2: only what JSON requires, in lower case.
    private mutating func write(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { utf8 in
            var start = 0
            while true {
                let end = Self.endOfPlain(in: utf8, from: start)
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<end]))
                guard end < utf8.count else { break }
                writeEscape(of: utf8[end])
                start = end + 1
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The place of the first byte that must be escaped: eight bytes are looked at together, for there is hardly any.
    private static func endOfPlain(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let raw = UnsafeRawBufferPointer(utf8)
        var index = start
        while index + 8 <= raw.count {
            let eight = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let quotes = eight ^ (ones &* UInt64(UInt8(ascii: "\"")))
            let backslashes = eight ^ (ones &* UInt64(UInt8(ascii: "\\")))
            // The upper bit of a byte is set where something less than the subtracted was in it.
            let found = (eight &- ones &* 0x20) & ~eight | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
            if found & (ones &* 0x80) != 0 { break }
            index += 8
        }
        while index < utf8.count, utf8[index] >= 0x20, utf8[index] != UInt8(ascii: "\""), utf8[index] != UInt8(ascii: "\\") { index += 1 }
        return index
    }

    private mutating func writeEscape(of byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0..<0x20:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(hexadecimalDigits[Int(byte >> 4)])
            bytes.append(hexadecimalDigits[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }
}
