import Testing
import ThreadModel

@testable import PageReader

@Suite("An attribute says more than a rounded text, and what is printed stays the local time")
struct DateAttributeTests {
    @Test(
        "an attribute is read with its zone",
        arguments: [
            ("2020-01-03T13:05:00+00:00", "2020-01-03T13:05:00", "2020-01-03T13:05:00Z"),
            ("2020-01-03T14:05:07.123456+01:00", "2020-01-03T14:05:07", "2020-01-03T13:05:07Z"),
            ("2020-01-03 14:05", "2020-01-03T14:05", nil), ("2020-01-03", "2020-01-03", nil),
            ("20200103T130500Z", "2020-01-03T13:05:00", "2020-01-03T13:05:00Z"), ("20200103", "2020-01-03", nil),
            ("2020-01-03T14:05+01", "2020-01-03T14:05", "2020-01-03T13:05:00Z"),
            ("Fri, 03 Jan 2020 13:05:00 GMT", "2020-01-03T13:05:00", "2020-01-03T13:05:00Z"),
        ] as [(String, String, String?)])
    func reads(_ value: String, _ local: String, _ instant: String?) {
        let date = DateReader(language: "en").attribute(value)
        #expect(date?.local == local)
        #expect(date?.instant == instant)
    }

    @Test(
        "an attribute without a date has none",
        arguments: ["", "Permalink", "1578056700", "20201303", "20200103T2505", "Comment 12 of 2020"])
    func none(_ value: String) {
        #expect(DateReader(language: "en").attribute(value) == nil)
    }

    @Test(
        "seconds and milliseconds since 1970 are an instant",
        arguments: [
            ("1297248000", "2011-02-09T10:40:00Z"), ("1297248000123", "2011-02-09T10:40:00Z"), ("1297248000.25", "2011-02-09T10:40:00Z"),
            ("12972", nil), ("", nil), ("-1297248000", nil), ("1297248000x", nil), ("99999999999999999999", nil),
        ] as [(String, String?)])
    func epoch(_ value: String, _ instant: String?) {
        #expect(DateReader(language: "en").epoch(value) == instant)
    }

    @Test(
        "what is printed and what the attribute says are put together",
        arguments: [
            // A clock time is printed: it is local, the attribute gives the instant.
            ("de", "3. Januar 2020 um 14:05", "2020-01-03T13:05:00+00:00", "2020-01-03T14:05", "2020-01-03T13:05:00Z"),
            ("fr", "Le 9 janvier à 13:06", "2020-01-09T12:06:00Z", "2020-01-09T13:06", "2020-01-09T12:06:00Z"),
            ("en", "Dec 31, 8:30 pm", "2020-01-01T01:30:00Z", "2019-12-31T20:30", "2020-01-01T01:30:00Z"),
            ("en", "13:04", "2011-07-17T11:04:00Z", "2011-07-17T13:04", "2011-07-17T11:04:00Z"),
            ("en", "02/03/2020 14:05", "2020-03-02T13:05:00Z", "2020-03-02T14:05", "2020-03-02T13:05:00Z"),
            // The same time: the attribute has the seconds.
            ("en", "January 3, 2020 2:05 PM", "2020-01-03T14:05:31+01:00", "2020-01-03T14:05:31", "2020-01-03T13:05:31Z"),
            // Rounded or relative: the attribute is the better text.
            ("en", "2 hours ago", "2020-01-03T14:05:00+01:00", "2020-01-03T14:05:00", "2020-01-03T13:05:00Z"),
            ("en", "3 January 2020", "2020-01-03T14:05:00+01:00", "2020-01-03T14:05:00", "2020-01-03T13:05:00Z"),
            ("en", "January 2020", "2020-01-03T14:05:00", "2020-01-03T14:05:00", nil), ("en", "", "2020-01-03", "2020-01-03", nil),
            // The zone puts the instant on the next day.
            ("en", "3 January 2020", "2020-01-04T02:05:00Z", "2020-01-03", "2020-01-04T02:05:00Z"),
            // No zone is 17 minutes from another: what is printed is something else.
            ("en", "3 January 2020 14:22", "2020-01-03T14:05:00Z", "2020-01-03T14:05:00", "2020-01-03T14:05:00Z"),
            // Nor two days: the attribute is the template's, the same in all comments.
            ("en", "5 January 2020 14:05", "2020-01-03T14:05:00Z", "2020-01-05T14:05", nil),
        ] as [(String, String, String, String, String?)])
    func combined(_ language: String, _ printed: String, _ value: String, _ local: String, _ instant: String?) throws {
        let reader = DateReader(language: language)
        let attribute = try #require(reader.attribute(value))
        let date = reader.combine(printed: printed, attribute: attribute)
        #expect(date == PublishedDate(printed: printed.isEmpty ? value : printed, local: local, instant: instant))
    }
}
