import Testing
import ThreadModel

@testable import PageReader

@Suite("Dates are read as they are printed")
struct DateReaderTests {
    @Test(
        "a date of any interface language",
        arguments: [
            ("fr", "09 février 2011 à 10:40", "2011-02-09T10:40"), ("fr", "le mercredi 15 mai 2019 à 08h07", "2019-05-15T08:07"),
            ("fr", "1er mars 2011", "2011-03-01"), ("fr", "29 DECEMBRE 2010 a 12:52", "2010-12-29T12:52"),
            ("fr", "3 févr. 2008 22:08:09", "2008-02-03T22:08:09"), ("en", "March 02, 2009 at 07:41 AM", "2009-03-02T07:41"),
            ("en", "Mar 3, 2009 at 08:12 PM", "2009-03-03T20:12"), ("en", "September 2nd, 2010 12:05 a.m.", "2010-09-02T00:05"),
            ("en", "09/25/2013 at 01:20 PM", "2013-09-25T13:20"), ("en", "Wed Feb 09 10:40:00 2011", "2011-02-09T10:40:00"),
            ("en", "Friday, 4 July 2008, 12 noon", "2008-07-04T12:00"), ("en", "10:40 on 9 February 2011", "2011-02-09T10:40"),
            ("de", "09. Februar 2011 um 10:40", "2011-02-09T10:40"), ("de", "9. März 2011, 10.40 Uhr", "2011-03-09T10:40"),
            ("de", "17.07.2011 13:04", "2011-07-17T13:04"), ("de", "02.03.11", "2011-03-02"),
            ("de", "5. Maerz 2012 10 Uhr", "2012-03-05T10:00"),
            ("es", "9 de febrero de 2011 a las 10:40", "2011-02-09T10:40"), ("es", "febrero 09, 2011 at 10:40 p. m.", "2011-02-09T22:40"),
            ("it", "09 febbraio 2011 alle 10:40", "2011-02-09T10:40"), ("pt", "fevereiro 09, 2011 at 10:40", "2011-02-09T10:40"),
            ("pt", "9 de Março de 2011 às 10h40", "2011-03-09T10:40"), ("nl", "09 februari 2011 om 10:40", "2011-02-09T10:40"),
            ("nl", "9-2-2011 10:40", "2011-02-09T10:40"), ("ja", "2011年2月 9日 (水) 10時40分", "2011-02-09T10:40"),
            ("ja", "2011年2月 9日 (水) 午後 10時40分", "2011-02-09T22:40"), ("ja", "2011/02/09 10:40:05", "2011-02-09T10:40:05"),
            ("ko", "2011년 2월 9일 오후 3:07", "2011-02-09T15:07"), ("sv", "den 9 februari 2011 kl. 10.40", "2011-02-09T10:40"),
            ("ru", "9 февраля 2011 г. в 10:40", "2011-02-09T10:40"), ("pl", "9 lutego 2011 o 10:40", "2011-02-09T10:40"),
            ("ar", "٩ فبراير ٢٠١١", "2011-02-09"), ("en", "2011-02-09", "2011-02-09"),
        ])
    func reads(_ language: String, _ text: String, _ local: String) throws {
        let date = try #require(DateReader(language: language).read(text))
        #expect(date.local == local)
        #expect(date.instant == nil)
    }

    @Test(
        "a language that the page does not name is understood too",
        arguments: [
            ("9 лютого 2011", "2011-02-09"), ("9 Şubat 2011", "2011-02-09"), ("9. helmikuuta 2011", "2011-02-09"),
            ("9 luglio 2011", "2011-07-09"),
        ])
    func otherLanguage(_ text: String, _ local: String) {
        #expect(DateReader(language: nil).read(text)?.local == local)
    }

    @Test("one name for two months is read in the page's language", arguments: [("hr", "2011-10-09"), ("pl", "2011-11-09")])
    func ambiguousName(_ language: String, _ local: String) {
        #expect(DateReader(language: language).read("9 listopad 2011")?.local == local)
    }

    @Test(
        "the zone is taken where the text gives it, and never invented",
        arguments: [
            ("2011-02-09T10:40:00+01:00", "2011-02-09T10:40:00", "2011-02-09T09:40:00Z"),
            ("2011-02-09T23:40:00-08:00", "2011-02-09T23:40:00", "2011-02-10T07:40:00Z"),
            ("2011-02-09T10:40:00Z", "2011-02-09T10:40:00", "2011-02-09T10:40:00Z"),
            ("Wed, 09 Feb 2011 10:40:00 +0000", "2011-02-09T10:40:00", "2011-02-09T10:40:00Z"),
            ("1 January 2011 00:30 GMT+2", "2011-01-01T00:30", "2010-12-31T22:30:00Z"),
            ("9 Feb 2011 10:40 CET", "2011-02-09T10:40", nil),
        ] as [(String, String, String?)])
    func zone(_ text: String, _ local: String, _ instant: String?) {
        let date = DateReader(language: "en").read(text)
        #expect(date?.local == local)
        #expect(date?.instant == instant)
    }

    @Test("day and month order is decided by the numbers, then by what is known of the page")
    func order() {
        #expect(DateReader(language: "fr").read("02/03/2011")?.local == "2011-03-02")
        #expect(DateReader(language: "en").read("02/03/2011")?.local == "2011-02-03")
        #expect(DateReader(language: "en", numericOrder: .dayFirst).read("02/03/2011")?.local == "2011-03-02")
        #expect(DateReader(language: "fr").read("02/23/2011")?.local == "2011-02-23")
        #expect(DateReader(language: "en").find(in: "02/03/2011")?.isAmbiguous == true)
        #expect(DateReader(language: "en").find(in: "13/03/2011")?.isAmbiguous == false)
    }

    @Test("the printed words are those of the date, without what stands around it")
    func printed() {
        let found = DateReader(language: "fr").find(in: "Rédigé par : Lola | mercredi 09 février 2011 à 10:40 | Répondre")
        #expect(found?.date.printed == "mercredi 09 février 2011 à 10:40")
    }

    @Test("a zone's name stays among the printed words, though it is not read")
    func zoneName() {
        let date = DateReader(language: "en").find(in: "Posted 3 Sep 2010 10:00 CET by Ann")?.date
        #expect(date?.printed == "3 Sep 2010 10:00 CET")
        #expect(date?.local == "2010-09-03T10:00")
    }

    @Test(
        "what is no date is none",
        arguments: ["", "version 1.2.3", "32 mars 2011", "2011", "10:40", "31/02/2011", "29 février 2011", "may 2 people", "13.37 Euro"])
    func none(_ text: String) {
        #expect(DateReader(language: "en").find(in: text) == nil)
    }

    @Test(
        "with a capture, what is printed without a year or in relation to it is a date too",
        arguments: [
            ("2 days ago", "2 days ago", "2011-02-07"), ("Jan 9, 1:06 pm", "Jan 9, 1:06 pm", "2011-01-09T13:06"),
            ("9 Feb 2010", "9 Feb 2010", "2010-02-09"), ("some day", "some day", nil),
        ] as [(String, String, String?)])
    func captured(_ text: String, _ printed: String, _ local: String?) {
        let date = DateReader(language: "en").read(text, capturedAt: "2011-02-09T10:40:00Z")
        #expect(date == PublishedDate(printed: printed, local: local))
        #expect(local == "2010-02-09" || DateReader(language: "en").read(text)?.local == nil)
    }

    @Test("words that cannot be read as a date are kept as printed, without a reading")
    func unreadable() {
        let date = DateReader(language: "en").read("  three days\n ago ")
        #expect(date?.printed == "three days ago")
        #expect(date?.local == nil)
    }
}
