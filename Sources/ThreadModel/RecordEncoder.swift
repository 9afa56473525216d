/// Turns records and other `Encodable` values into JSON whose keys stand in the order in which they are encoded.
///
/// Foundation's `JSONEncoder` sorts keys or leaves them in no order at all; a record is written in the order of its properties, the
/// same bytes for the same value on every run.
public enum RecordEncoder {
    /// The value as ordered JSON.
    ///
    /// - Throws: `EncodingError` if the value holds a number that is not an integer of 64 bits, or what its own `encode(to:)` throws.
    public static func encode(_ value: some Encodable) throws -> JSONValue {
        try Slot.value(of: value)
    }
}

/// A place in the tree that is being built. A class, because a container may be filled after its parent has gone on.
private final class Slot {
    private var content = JSONValue.null
    /// The places of members or elements that may still be filled, by their numbers.
    private var pending: [(number: Int, slot: Slot)] = []

    var value: JSONValue {
        guard !pending.isEmpty else { return content }
        switch content {
        case .array(var elements):
            for (number, slot) in pending { elements[number] = slot.value }
            return .array(elements)
        case .object(var members):
            for (number, slot) in pending { members[number].value = slot.value }
            return .object(members)
        default: return content
        }
    }

    var count: Int {
        if case .array(let elements) = content { elements.count } else { 0 }
    }

    func beArray() {
        if case .array = content { return }
        content = .array([])
    }

    func beObject() {
        if case .object = content { return }
        var members: [JSONValue.Member] = []
        members.reserveCapacity(8)
        content = .object(members)
    }

    func append(_ key: some CodingKey, _ value: JSONValue) {
        guard case .object(var members) = content else { return }
        content = .null
        members.append(JSONValue.Member(key.stringValue, value))
        content = .object(members)
    }

    func append(_ value: JSONValue) {
        guard case .array(var elements) = content else { return }
        content = .null
        elements.append(value)
        content = .array(elements)
    }

    /// The place of a member that is filled later.
    func member(_ key: some CodingKey) -> Slot {
        append(key, .null)
        guard case .object(let members) = content else { return Slot() }
        return later(members.count - 1)
    }

    /// The place of an element that is filled later.
    func element() -> Slot {
        guard case .array(let elements) = content else { return Slot() }
        append(.null)
        return later(elements.count)
    }

    private func later(_ number: Int) -> Slot {
        let slot = Slot()
        pending.append((number, slot))
        return slot
    }

    /// What a value is in JSON.
    static func value(of value: some Encodable) throws -> JSONValue {
        let slot = Slot()
        try slot.put(value)
        return slot.value
    }

    func put<Value: Encodable>(_ value: Value) throws {
        // Comparing types costs next to nothing, casting values a search of what they conform to.
        if Value.self == String.self, let string = value as? String {
            content = .string(string)
        } else if Value.self == Int.self, let number = value as? Int {
            content = .integer(number)
        } else if Value.self == Bool.self, let truth = value as? Bool {
            content = .bool(truth)
        } else {
            try value.encode(to: SlotEncoder(slot: self))
        }
    }

    /// Puts what a type hands over as its only value. Numbers hand over themselves.
    func putSingle<Value: Encodable>(_ value: Value) throws {
        guard let number = value as? any Numeric else { return try put(value) }
        guard let integer = number as? any BinaryInteger, let integer = Int(exactly: integer) else { throw Slot.invalid(value) }
        content = .integer(integer)
    }

    private static func invalid(_ value: Any) -> EncodingError {
        .invalidValue(value, .init(codingPath: [], debugDescription: "records hold integers of 64 bits and no other numbers"))
    }
}

private struct SlotEncoder: Encoder {
    let slot: Slot
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        slot.beObject()
        return KeyedEncodingContainer(KeyedContainer<Key>(slot: slot))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        slot.beArray()
        return UnkeyedContainer(slot: slot)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleContainer(slot: slot)
    }
}

private struct KeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let slot: Slot
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { slot.append(key, .null) }
    func encode(_ value: String, forKey key: Key) { slot.append(key, .string(value)) }
    func encode(_ value: Bool, forKey key: Key) { slot.append(key, .bool(value)) }
    func encode(_ value: Int, forKey key: Key) { slot.append(key, .integer(value)) }
    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { slot.append(key, try Slot.value(of: value)) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        SlotEncoder(slot: slot.member(key)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        SlotEncoder(slot: slot.member(key)).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { SlotEncoder(slot: slot) }
    func superEncoder(forKey key: Key) -> any Encoder { SlotEncoder(slot: slot.member(key)) }
}

private struct UnkeyedContainer: UnkeyedEncodingContainer {
    let slot: Slot
    var codingPath: [any CodingKey] { [] }
    var count: Int { slot.count }

    func encodeNil() { slot.append(.null) }
    func encode<Value: Encodable>(_ value: Value) throws { slot.append(try Slot.value(of: value)) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        SlotEncoder(slot: slot.element()).container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { SlotEncoder(slot: slot.element()).unkeyedContainer() }
    func superEncoder() -> any Encoder { SlotEncoder(slot: slot.element()) }
}

private struct SingleContainer: SingleValueEncodingContainer {
    let slot: Slot
    var codingPath: [any CodingKey] { [] }

    func encodeNil() {}
    func encode<Value: Encodable>(_ value: Value) throws { try slot.putSingle(value) }
}
