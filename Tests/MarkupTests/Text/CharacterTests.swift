import Markup
import Testing

@Suite("Characters are told by their bytes")
struct CharacterTests {
    private static let marks: StaticString = ",;·–—…：«"

    @Test("a character is one of some marks, of ASCII or not", arguments: ",;·–—…：«")
    func isOne(_ mark: Character) {
        #expect(mark.isOne(of: Self.marks))
    }

    @Test("any other is not: not one that begins with the same bytes, and not a mark with an accent", arguments: ".x‐›：̈–́é日😀")
    func isNone(_ other: Character) {
        #expect(!other.isOne(of: Self.marks))
    }

    @Test("what Unicode takes for the same character is the same: Greek's question mark and its middle point")
    func equivalent() {
        #expect(Character("\u{37E}").isOne(of: Self.marks))
        #expect(Character("\u{387}").isOne(of: Self.marks))
    }
}
