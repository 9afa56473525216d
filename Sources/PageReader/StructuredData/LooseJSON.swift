/// A value of JSON as pages have it: objects keep the order of their members, and of a key that comes twice the first counts.
enum LooseJSON: Sendable, Equatable {
    case null
    case bool(Bool)
    /// As it is written.
    case number(String)
    case string(String)
    case array([LooseJSON])
    case object([Member])

    struct Member: Sendable, Equatable {
        var key: String
        var value: LooseJSON
    }

    /// The member of an object.
    subscript(key: String) -> LooseJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The value as a list: the elements of an array, nothing for `null`, else the value alone. JSON-LD makes no difference between them.
    var list: [LooseJSON] {
        switch self {
        case .array(let values): values
        case .null: []
        default: [self]
        }
    }

    /// The text of a string or number, or the `@value` of a language-tagged string.
    var text: String? {
        switch self {
        case .string(let text): text
        case .number(let digits): digits
        case .object: self["@value"]?.text
        case .array(let values): values.lazy.compactMap(\.text).first
        default: nil
        }
    }
}

/// Reads JSON that people and templates wrote: with line ends inside strings, commas too many, comments and CDATA marks around it, and
/// ends that are missing. What cannot be understood is passed over; nothing is thrown, and no input costs more than its length.
struct LooseJSONReader {
    private let bytes: [UInt8]
    private var position = 0
    /// What is still open, from outside to inside.
    private var open: [Container] = []
    private var values = 0

    private struct Container {
        var isObject: Bool
        var values: [LooseJSON] = []
        var members: [LooseJSON.Member] = []
        /// The name of the member that comes next.
        var key: String?
    }

    /// What a page may ask for: structured data of real pages stays below a tenth of each.
    private static let mostBytes = 4 << 20
    private static let mostValues = 200_000
    private static let mostNesting = 64

    /// The first array or object of a text; `nil` if there is none.
    static func read(_ text: String) -> LooseJSON? {
        let bytes = Array(text.utf8.prefix(mostBytes))
        var reader = LooseJSONReader(bytes)
        return reader.read()
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func read() -> LooseJSON? {
        while position < bytes.count, bytes[position] != UInt8(ascii: "{"), bytes[position] != UInt8(ascii: "[") || isAt("[CDATA[") {
            position += isAt("[CDATA[") ? 7 : 1
        }
        while position < bytes.count, values < Self.mostValues {
            if let whole = step() { return whole }
        }
        // The text ends too early: what is open ends with it.
        while !open.isEmpty {
            if let whole = close() { return whole }
        }
        return nil
    }

    /// Reads one token; returns the whole value when its last container closes.
    private mutating func step() -> LooseJSON? {
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            position += 1
            guard open.count < Self.mostNesting else {
                skipContainer()
                return nil
            }
            open.append(Container(isObject: byte == UInt8(ascii: "{")))
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            position += 1
            return close()
        case UInt8(ascii: "\""):
            position += 1
            add(string: string())
        case UInt8(ascii: "/") where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "*"):
            position += 2
            while position < bytes.count, !isAt("*/") { position += 1 }
            position += 2
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): add(.number(word()))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): addLiteral(word())
        default: position += 1
        }
        return nil
    }

    /// Passes over what is nested too deep.
    private mutating func skipContainer() {
        var depth = 1
        while position < bytes.count, depth > 0 {
            switch bytes[position] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                position += 1
                _ = string()
                continue
            default: break
            }
            position += 1
        }
    }

    private mutating func close() -> LooseJSON? {
        guard let last = open.popLast() else { return nil }
        let value: LooseJSON = last.isObject ? .object(last.members) : .array(last.values)
        if open.isEmpty { return value }
        add(value)
        return nil
    }

    private mutating func add(_ value: LooseJSON) {
        values += 1
        guard let last = open.indices.last else { return }
        if !open[last].isObject {
            open[last].values.append(value)
        } else if let key = open[last].key {
            open[last].members.append(LooseJSON.Member(key: key, value: value))
            open[last].key = nil
        }
    }

    /// A string is the name of a member where one is due.
    private mutating func add(string text: String) {
        guard let last = open.indices.last, open[last].isObject, open[last].key == nil else { return add(.string(text)) }
        open[last].key = text
    }

    private mutating func addLiteral(_ word: String) {
        switch word {
        case "true", "false": add(.bool(word == "true"))
        case "null": add(.null)
        default: break
        }
    }

    /// Letters, digits and the signs of numbers.
    private mutating func word() -> String {
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                position += 1
            default: return String(decoding: bytes[start..<position], as: UTF8.self)
            }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    // MARK: - Strings

    /// The text up to the closing quote; control characters in it are kept as they are.
    private mutating func string() -> String {
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): appendEscaped(to: &text)
            default: text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func appendEscaped(to text: inout [UInt8]) {
        guard position < bytes.count else { return }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
        case UInt8(ascii: "u"): text.append(contentsOf: unicodeEscape())
        default: text.append(byte)
        }
    }

    /// `\u00e9`, or two that make a pair of surrogates.
    private mutating func unicodeEscape() -> [UInt8] {
        guard let first = hexadecimal(at: position) else { return [] }
        position += 4
        var scalar = first
        if (0xD800..<0xDC00).contains(first), isAt("\\u"), let second = hexadecimal(at: position + 2), (0xDC00..<0xE000).contains(second) {
            position += 6
            scalar = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        }
        return Unicode.Scalar(scalar).map { Array(String(Character($0)).utf8) } ?? Array("\u{FFFD}".utf8)
    }

    private func hexadecimal(at start: Int) -> UInt32? {
        guard start + 4 <= bytes.count else { return nil }
        return UInt32(String(decoding: bytes[start..<(start + 4)], as: UTF8.self), radix: 16)
    }

    private func isAt(_ mark: String) -> Bool {
        bytes[min(position, bytes.count)...].starts(with: mark.utf8)
    }
}
