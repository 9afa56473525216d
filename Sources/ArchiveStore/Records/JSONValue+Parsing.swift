import Foundation
import ThreadModel

extension JSONValue {
    private struct NotAnInteger: Error {}

    /// Reads any JSON, with keys that this version does not know: a record of a later version can still be checked against its digest.
    ///
    /// The members of objects come in no order; canonical JSON sorts them.
    ///
    /// - Throws: an error if the bytes are not JSON or hold a number that is not an integer of 64 bits.
    init(parsing data: Data) throws {
        self = try JSONValue(foundation: JSONSerialization.jsonObject(with: data))
    }

    private init(foundation value: Any) throws {
        switch value {
        case let string as String: self = .string(string)
        case let members as [String: Any]: self = try .object(members.map { Member($0.key, try JSONValue(foundation: $0.value)) })
        case let elements as [Any]: self = try .array(elements.map(JSONValue.init(foundation:)))
        case let number as NSNumber: self = try JSONValue(number)
        default: self = .null
        }
    }

    private init(_ number: NSNumber) throws {
        // Foundation reads true and 1 as the same class; only the type that it encodes tells them apart.
        switch String(cString: number.objCType) {
        case "c", "B": self = .bool(number.boolValue)
        case "q", "i", "l": self = .integer(number.intValue)
        default: throw NotAnInteger()
        }
    }
}
