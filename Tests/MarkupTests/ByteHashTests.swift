import Testing

@testable import Markup

@Suite("Names are told apart by their digests alone")
struct ByteHashTests {
    @Test("short and long ones that are alike but for a letter, or for their length")
    func distinct() {
        let letters = (UInt8.min ... .max).map { [$0] }
        let pairs = letters.flatMap { first in letters.map { first + $0 } }
        let numbered = (0..<20_000).map { Array("c\($0)".utf8) }
        let long = (0..<300).flatMap { count in "abc".utf8.map { Array(repeating: $0, count: count) } }
        let names = Set(letters + pairs + numbered + long + [Array("comment-1-body".utf8), Array("comment-2-body".utf8)])
        let digests = Set(names.map { name in name.withUnsafeBufferPointer(ByteHash.shared.of) })
        #expect(digests.count == names.count)
    }
}
