/// Turns records and other `Encodable` values into JSON whose keys stand in the order in which they are encoded.
///
/// Foundation's `JSONEncoder` sorts keys or leaves them in no order at all; a record is written in the order of its properties, the
/// same bytes for the same value on every run.
public enum RecordEncoder {
    /// The value as ordered JSON.
    ///
    /// - Throws: `EncodingError` if the value holds a number that is not an integer of 64 bits, or what its own `encode(to:)` throws.
    public static func encode(_ value: some Encodable) throws -> JSONValue {
        let slot = Slot()
        try slot.put(value)
        return slot.value
    }
}

/// A place in the tree that is being built. A class, because a container may be filled after its parent has gone on.
private final class Slot {
    enum Content {
        case value(JSONValue)
        case array([Slot])
        case object([(key: String, entry: Entry)])
    }

    /// Most members are strings and numbers, which need no place of their own.
    enum Entry {
        case value(JSONValue)
        case slot(Slot)

        var value: JSONValue {
            switch self {
            case .value(let value): value
            case .slot(let slot): slot.value
            }
        }
    }

    private var content: Content = .value(.null)

    var value: JSONValue {
        switch content {
        case .value(let value): value
        case .array(let slots): .array(slots.map(\.value))
        case .object(let members): .object(members.map { JSONValue.Member($0.key, $0.entry.value) })
        }
    }

    var count: Int {
        if case .array(let slots) = content { slots.count } else { 0 }
    }

    func beArray() {
        if case .array = content { return }
        content = .array([])
    }

    func beObject() {
        if case .object = content { return }
        content = .object([])
    }

    func member(_ key: some CodingKey) -> Slot {
        let slot = Slot()
        append(key, .slot(slot))
        return slot
    }

    func append(_ key: some CodingKey, _ entry: Entry) {
        guard case .object(var members) = content else { return }
        content = .value(.null)
        members.append((key.stringValue, entry))
        content = .object(members)
    }

    func element() -> Slot {
        guard case .array(var slots) = content else { return Slot() }
        content = .value(.null)
        let slot = Slot()
        slots.append(slot)
        content = .array(slots)
        return slot
    }

    func put<Value: Encodable>(_ value: Value) throws {
        switch value {
        case let string as String: content = .value(.string(string))
        case let truth as Bool: content = .value(.bool(truth))
        case let number as any Numeric:
            guard let integer = number as? any BinaryInteger, let integer = Int(exactly: integer) else { throw Slot.invalid(value) }
            content = .value(.integer(integer))
        default: try value.encode(to: SlotEncoder(slot: self))
        }
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

    func encodeNil(forKey key: Key) { slot.append(key, .value(.null)) }
    func encode(_ value: String, forKey key: Key) { slot.append(key, .value(.string(value))) }
    func encode(_ value: Bool, forKey key: Key) { slot.append(key, .value(.bool(value))) }
    func encode(_ value: Int, forKey key: Key) { slot.append(key, .value(.integer(value))) }
    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { try slot.member(key).put(value) }

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

    func encodeNil() { _ = slot.element() }
    func encode<Value: Encodable>(_ value: Value) throws { try slot.element().put(value) }

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
    func encode<Value: Encodable>(_ value: Value) throws { try slot.put(value) }
}
