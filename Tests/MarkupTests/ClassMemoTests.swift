import Synchronization
import Testing

@testable import Markup

@Suite("What is made of classes is remembered from page to page")
struct ClassMemoTests {
    private func document(_ classes: [String]) throws -> HTMLDocument {
        try HTMLDocument(Array(classes.map { "<p class=\"\($0)\">x</p>" }.joined().utf8))
    }

    /// The bits of each of some classes, which are the count of their letters.
    private func bits(_ classes: [String], _ memo: ClassMemo) throws -> [UInt64] {
        let page = try document(classes)
        let ofValues = page.bitsOfClassValues(memo)
        return page.all(.p).compactMap { page.classValue(of: $0.index) }.map { ofValues[$0] }
    }

    @Test("each class is asked for once, whatever pages it is on")
    func once() throws {
        let asked = Mutex<[String]>([])
        let memo = ClassMemo { name in
            asked.withLock { $0.append(String(decoding: name, as: UTF8.self)) }
            return UInt64(name.count)
        }
        #expect(try bits(["a", "bb", "ccc"], memo) == [1, 2, 3])
        #expect(try bits(["dddd", "bb", "a", "bb"], memo) == [4, 2, 1, 2])
        #expect(asked.withLock(\.self) == ["a", "bb", "ccc", "dddd"])
    }

    @Test("no page can make it hold more than it may, or say anything else")
    func bounded() throws {
        let memo = ClassMemo { UInt64($0.count) }
        let many = (0..<20_000).map { "c\($0)" } + [String(repeating: "long", count: 100)]
        for _ in 0..<2 { #expect(try bits(many, memo) == many.map { UInt64($0.utf8.count) }) }
        #expect(memo.count < many.count)
    }

    @Test("any thread may ask it")
    func threads() async throws {
        let memo = ClassMemo { UInt64($0.count) }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for first in 0..<8 {
                group.addTask {
                    let classes = (first..<first + 300).map { String(repeating: "x", count: $0 % 60 + 1) + "\($0)" }
                    return try bits(classes, memo) == classes.map { UInt64($0.utf8.count) }
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }
}
