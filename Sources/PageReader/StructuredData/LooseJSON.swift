internal import Foundation
internal import Markup

/// A value of JSON as pages have it.
enum LooseJSON: Sendable, Equatable {
    case null
    case number(String)
    case string(String)
    case array([LooseJSON])
    case object([String: LooseJSON])

    /// The member of an object.
    subscript(key: String) -> LooseJSON? {
        guard case .object(let members) = self else { return nil }
        return members[key]
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

extension LooseJSON {
    /// More than any page needs.
    private static let longest = 4 * 1024 * 1024

    private static let sectionStart = Array("<![CDATA[".utf8)
    private static let sectionEnd = Array("]]>".utf8)

    /// Reads JSON that people and templates wrote: with line ends inside strings, commas too many, comments and CDATA marks around it. What
    /// cannot be understood is passed over.
    static func read(_ text: String) -> LooseJSON? {
        guard text.utf8.count <= longest else { return nil }
        // A control character inside a string is an error, outside it is white space: a space is right in both places.
        var characters = Array(text.utf8)
        for index in characters.indices where characters[index] < 0x20 { characters[index] = 0x20 }
        var bytes = characters[...]
        if let mark = bytes.place(of: sectionStart) { bytes = bytes[(mark + sectionStart.count)...] }
        if let mark = bytes.place(of: sectionEnd) { bytes = bytes[..<mark] }
        guard let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
            let end = bytes.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }), start < end
        else { return nil }
        let data = Data(bytes[start...end])
        // JSON first, for it is read faster; then JSON5, which forgives commas and comments. Both refuse to nest deeper than 512 levels.
        if let value = try? JSONSerialization.jsonObject(with: data) { return LooseJSON(foundation: value) }
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        return try? decoder.decode(LooseJSON.self, from: data)
    }

    private init(foundation value: Any) {
        switch value {
        case let text as String: self = .string(text)
        case let members as [String: Any]: self = .object(members.mapValues { LooseJSON(foundation: $0) })
        case let values as [Any]: self = .array(values.map { LooseJSON(foundation: $0) })
        case let number as NSNumber: self = .number(number.stringValue)
        default: self = .null
        }
    }
}

extension LooseJSON: Decodable {
    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self = .string(text)
        } else if let members = try? value.decode([String: LooseJSON].self) {
            self = .object(members)
        } else if let values = try? value.decode([LooseJSON].self) {
            self = .array(values)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number))
        } else {
            self = .null
        }
    }
}
