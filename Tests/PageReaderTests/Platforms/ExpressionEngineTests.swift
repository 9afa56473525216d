import Testing
import ThreadModel

@testable import PageReader

@Suite("ExpressionEngine pages are read")
struct ExpressionEngineTests {
    @Test("the words of a comment stand in front of the line that says whose they are")
    func weblog() throws {
        let thread = try Page.readFixture("expressionengine.html")
        #expect(thread.source.platform == "expressionengine")
        #expect(thread.source.reader == "expressionengine")
        #expect(thread.title == "The tide clock")
        #expect(thread.post?.author?.name == "Olga Reed")
        #expect(thread.post?.published?.local == "2006-03-04T09:10")
        #expect(thread.post?.text.hasPrefix("It hangs over the door") == true)
        #expect(thread.post?.text.hasSuffix("where it likes.") == true)
        #expect(thread.comments.map(\.author) == [Author(name: "Tam Mill", url: "http://mill.example/"), Author(name: "Brine")])
        #expect(thread.comments.map(\.published?.local) == ["2006-03-05T10:40", "2006-03-06T20:05"])
        #expect(thread.comments.map(\.text) == ["Ours runs backwards.\n\nWe turned the wall around.", "Is it for sale?"])
        #expect(thread.warnings == [])
    }
}
