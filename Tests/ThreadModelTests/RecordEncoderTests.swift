import Testing
import ThreadModel

@Suite("Any encodable value of integers becomes ordered JSON")
struct RecordEncoderTests {
    private struct Shelf: Encodable {
        var name: String
        var rows: [[Int]]
        var notes: [String: Int]
        var owner: String?
        var lent: [Bool?]
        var inner: [Book]
    }

    private struct Book: Encodable {
        var zebra: Int8
        var apple: UInt64?
    }

    /// Writes nested containers by hand, and fills the first after the second was begun.
    private struct Interleaved: Encodable {
        enum Keys: CodingKey { case first, second, parent }

        func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: Keys.self)
            var first = object.nestedContainer(keyedBy: Keys.self, forKey: .first)
            var second = object.nestedUnkeyedContainer(forKey: .second)
            try second.encode(1)
            try first.encode("a", forKey: .second)
            try second.encodeNil()
            var third = second.nestedContainer(keyedBy: Keys.self)
            try third.encode(false, forKey: .first)
            var fourth = second.nestedUnkeyedContainer()
            try fourth.encode("b")
            #expect(second.count == 4)
            try "c".encode(to: object.superEncoder(forKey: .parent))
        }
    }

    @Test("keys keep the order of the properties, lists nest, and an absent property leaves no key")
    func nested() throws {
        let shelf = Shelf(
            name: "top", rows: [[1, 2], [], [3]], notes: ["only": -7], owner: nil, lent: [true, nil],
            inner: [Book(zebra: -128, apple: 1), Book(zebra: 127, apple: nil)])
        #expect(
            try RecordEncoder.encode(shelf).text(.line)
                == #"{"name":"top","rows":[[1,2],[],[3]],"notes":{"only":-7},"lent":[true,null],"#
                + #""inner":[{"zebra":-128,"apple":1},{"zebra":127}]}"#)
    }

    @Test("containers may be filled in any order")
    func interleaved() throws {
        #expect(
            try RecordEncoder.encode(Interleaved()).text(.line)
                == #"{"first":{"second":"a"},"second":[1,null,{"first":false},["b"]],"parent":"c"}"#)
    }

    @Test("a dictionary's keys are put in order by the canonical form")
    func dictionary() throws {
        let numbers = Dictionary(uniqueKeysWithValues: (0..<50).map { ("k\($0 + 10)", $0) })
        let members = (0..<50).map { "\"k\($0 + 10)\":\($0)" }.joined(separator: ",")
        #expect(try RecordEncoder.encode(numbers).text(.canonical) == "{\(members)}")
    }

    @Test("a single value is a document too")
    func single() throws {
        #expect(try RecordEncoder.encode("x") == .string("x"))
        #expect(try RecordEncoder.encode(true) == .bool(true))
        #expect(try RecordEncoder.encode(Int.min).text(.line) == "-9223372036854775808")
        #expect(try RecordEncoder.encode([Int]()) == .array([]))
        #expect(try RecordEncoder.encode(String?.none) == .null)
        #expect(try RecordEncoder.encode(Expansion.Status.hostDead) == .string("host-dead"))
    }

    @Test("numbers that are no integers of 64 bits are refused, at any depth")
    func numbers() {
        #expect(throws: EncodingError.self) { try RecordEncoder.encode(1.5) }
        #expect(throws: EncodingError.self) { try RecordEncoder.encode([1.0]) }
        #expect(throws: EncodingError.self) { try RecordEncoder.encode(["a": ["b": Float(2)]]) }
        #expect(throws: EncodingError.self) { try RecordEncoder.encode(UInt64.max) }
    }
}
