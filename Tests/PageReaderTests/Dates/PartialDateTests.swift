import Testing
import ThreadModel

@testable import PageReader

@Suite("A date without a year is completed only by what is known")
struct PartialDateTests {
    @Test(
        "day, month and clock time are read",
        arguments: [
            ("fr", "Le 9 janvier à 13:06", 1, 9, "13:06"), ("en", "Jan 9, 1:06 pm", 1, 9, "13:06"), ("fr", "12/02 à 11:30", 2, 12, "11:30"),
            ("en", "12/02 11:30", 12, 2, "11:30"), ("ja", "1月9日 13:06", 1, 9, "13:06"), ("de", "9. Januar, 13.06 Uhr", 1, 9, "13:06"),
            ("es", "9 de enero", 1, 9, nil), ("en", "29 February", 2, 29, nil),
        ] as [(String, String, Int, Int, String?)])
    func reads(_ language: String, _ text: String, _ month: Int, _ day: Int, _ clock: String?) throws {
        let part = try #require(DateReader(language: language).findPartial(in: text))
        #expect(part.month == month)
        #expect(part.day == day)
        #expect(part.completed(capturedAt: "2012-06-01").local?.split(separator: "T").dropFirst().first.map(String.init) == clock)
        #expect(part.unresolved.local == nil)
        #expect(DateReader(language: language).find(in: text) == nil)
    }

    @Test(
        "the newest year is taken in which it is not after the capture",
        arguments: [
            ("9 January 13:06", "2011-02-09T10:40:00Z", "2011-01-09T13:06"), ("9 March 13:06", "2011-02-09T10:40:00Z", "2010-03-09T13:06"),
            ("29 February", "2011-02-09", "2008-02-29"), ("Friday 9 January", "2011-02-09", "2009-01-09"),
            // A page of New Zealand is a day ahead of UTC.
            ("10 February 01:00", "2011-02-09T22:00:00Z", "2011-02-10T01:00"),
        ])
    func completed(_ text: String, _ capture: String, _ local: String) {
        #expect(DateReader(language: "en").findPartial(in: text)?.completed(capturedAt: capture).local == local)
    }

    @Test("what is no date is none", arguments: ["may", "1/2", "3/4 cup", "10:40", "32 March", "page 12/20", "2011"])
    func none(_ text: String) {
        #expect(DateReader(language: "en").findPartial(in: text) == nil)
    }
}
