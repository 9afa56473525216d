import Testing

@testable import PageReader

@Suite("The order of day and month is decided by what the page says")
struct DateEvidenceTests {
    private func decision(
        _ comments: [String], post: String? = nil, capturedAt: String? = nil, language: String = "en"
    ) -> DateEvidence.Decision {
        DateEvidence(comments: comments, post: post, capturedAt: capturedAt).decision(by: DateReader(language: language))
    }

    @Test(
        "a date that admits one reading decides for all",
        arguments: [
            (["02/03/2011", "13/03/2011"], DateReader.NumericOrder.dayFirst), (["02/03/2011", "03/13/2011"], .monthFirst),
            (["02-03-2011 10:00", "28-03-2011 11:00"], .dayFirst),
            // 2 March 2011 was a Wednesday, 3 February a Thursday.
            (["Wed 02/03/2011", "04/05/2011"], .dayFirst), (["Thursday, 02/03/2011", "04/05/2011"], .monthFirst),
            // Most decide where one was mistyped.
            (["13/03/2011", "14/03/2011", "03/15/2011", "02/03/2011"], .dayFirst),
        ])
    func proven(_ comments: [String], _ order: DateReader.NumericOrder) {
        #expect(decision(comments) == .init(order: order, basis: .provenByDate))
    }

    @Test("the post's date decides as well")
    func provenByPost() {
        #expect(decision(["02/03/2011"], post: "28/02/2011") == .init(order: .dayFirst, basis: .provenByDate))
    }

    @Test(
        "comments stand oldest or newest first",
        arguments: [
            // 5 January, 4 February, 3 March; month first it goes forth and back.
            (["05/01/2011", "04/02/2011", "03/03/2011", "11/03/2011", "01/04/2011"], DateReader.NumericOrder.dayFirst),
            (["01/04/2011", "11/03/2011", "03/03/2011", "04/02/2011", "05/01/2011"], .dayFirst),
            (["01/05/2011", "02/04/2011", "03/03/2011", "03/11/2011", "04/01/2011"], .monthFirst),
        ])
    func sequence(_ comments: [String], _ order: DateReader.NumericOrder) {
        #expect(decision(comments) == .init(order: order, basis: .sequence))
        #expect(decision(comments, language: "fr") == .init(order: order, basis: .sequence))
    }

    @Test("dates with names take their place in the sequence, and a reply that stands out of it does not count")
    func mixedSequence() {
        let comments = ["1 January 2011", "10/01/2011", "12/01/2011", "02/02/2011", "12/01/2011", "03/03/2011", "03/04/2011", "04/04/2011"]
        #expect(decision(comments) == .init(order: .dayFirst, basis: .sequence))
    }

    @Test("no comment is older than its post, or younger than the capture")
    func neighbours() {
        #expect(decision(["02/03/2011"], post: "20 February 2011") == .init(order: .dayFirst, basis: .postOrCapture))
        #expect(decision(["02/11/2011"], capturedAt: "2011-05-01T00:00:00Z") == .init(order: .monthFirst, basis: .postOrCapture))
        #expect(
            decision(["02/11/2011"], post: "1 February 2011", capturedAt: "2011-05-01T00:00:00Z", language: "fr")
                == .init(order: .monthFirst, basis: .postOrCapture))
    }

    @Test(
        "else the language decides, by its region, and that is said",
        arguments: [
            ("en", DateReader.NumericOrder.monthFirst), ("en-US", .monthFirst), ("en-GB", .dayFirst), ("en_AU", .dayFirst),
            ("fr", .dayFirst),
            ("en-NZ", .dayFirst), ("es-MX", .dayFirst), ("fil", .monthFirst), ("de-AT", .dayFirst),
        ])
    func language(_ language: String, _ order: DateReader.NumericOrder) {
        let decision = decision(["02/03/2011", "02/03/2011"], language: language)
        #expect(decision == .init(order: order, basis: .language))
        #expect(!decision.isEvident)
    }

    @Test("nothing is asked where no date can be read in two ways")
    func notAsked() {
        #expect(decision(["2 March 2011", "2011-03-04", "3/3/2011"]).basis == .notAsked)
        #expect(decision([]).isEvident)
    }

    @Test(
        "a date that can be read in two ways is asked about, however it is written",
        arguments: [
            ("02/03/2011", true), ("02 / 03 / 2011", true), ("2-3-2011 à 10:40", true), ("2/3 2011", true),
            ("02\u{2010}03\u{2010}2011", true),
            ("\u{662}/\u{663}/\u{662}\u{660}\u{661}\u{661}", true), ("\u{FF12}/\u{FF13}/\u{FF12}\u{FF10}\u{FF11}\u{FF11}", true),
            ("Lola | 02/03/11 | 3:15 p.m.", true), ("3/3/2011", false), ("February 3, 2011 at 3:15 p.m.", false), ("2011-02-03", false),
        ])
    func everyForm(_ text: String, _ isAmbiguous: Bool) throws {
        #expect(DateReader(language: "en").find(in: text)?.isAmbiguous == isAmbiguous)
        #expect((decision([text]).basis != .notAsked) == isAmbiguous)
        #expect((decision(["3 March 2011"], post: text).basis != .notAsked) == isAmbiguous)
    }
}
