import Testing
import ThreadModel

@testable import PageReader

@Suite("Dates are read in every form that pages print")
struct DateFormTests {
    private func expect(_ language: String?, _ text: String, _ local: String?) {
        #expect(DateReader(language: language).find(in: text)?.date.local == local, "\(text)")
    }

    @Test(
        "numbers with points, slashes and dashes",
        arguments: [
            ("cs", "14. 01. 2020,\n13:47", "2020-01-14T13:47"), ("de", "20:34 17.04.2020", "2020-04-17T20:34"),
            ("en", "17.07, 2011 @ 13:04", "2011-07-17T13:04"), ("ko", "2011. 2. 9. 오후 3:07", "2011-02-09T15:07"),
            ("hu", "2011. 02. 09. 10:40", "2011-02-09T10:40"), ("sv", "9/2-2011", "2011-02-09"), ("sv", "9/2 2011", "2011-02-09"),
            ("ja", "2011/2/9", "2011-02-09"), ("ja", "11/02/09 10:40", "2011-02-09T10:40"), ("sv", "11-02-09", "2011-02-09"),
            ("en", "09 / 25 / 2013", "2013-09-25"), ("fi", "9.2.2011 klo 10.40", "2011-02-09T10:40"),
            ("id", "09/02/11 10.40", "2011-02-09T10:40"),
            ("de", "9.II.2011", "2011-02-09"), ("en", "9‐2‐2011", "2011-09-02"), ("en", "2011／02／09　10：40", "2011-02-09T10:40"),
            ("it", "9.2.2011, 10.40.05", "2011-02-09T10:40:05"), ("en", "2011-02-09T10:40:05.123456", "2011-02-09T10:40:05"),
        ])
    func numeric(_ language: String, _ text: String, _ local: String) {
        expect(language, text, local)
    }

    @Test(
        "names before, between and behind the numbers",
        arguments: [
            ("hu", "2011. február 9., 10:40", "2011-02-09T10:40"), ("lt", "2011 m. vasario 9 d.", "2011-02-09"),
            ("lv", "2011. gada 9. februāris", "2011-02-09"), ("eu", "2011(e)ko otsailaren 9(a)", "2011-02-09"),
            ("vi", "9 tháng 2, 2011", "2011-02-09"), ("vi", "ngày 9 tháng 2 năm 2011", "2011-02-09"),
            ("en", "February 9th, '11", "2011-02-09"),
            ("en", "the 2nd of March 2009 at noon", "2009-03-02T12:00"), ("fr", "le 1er Mars 2011 a midi", "2011-03-01T12:00"),
            ("en", "Wed Feb  9 10:40:05 CET 2011", "2011-02-09T10:40:05"), ("en", "9-Feb-2011 7 PM", "2011-02-09T19:00"),
            ("de", "Mittwoch, den 9. Feb. 2011 um 10 Uhr 40", "2011-02-09T10:40"),
            ("pt", "9 de Fev. de 2011, 10h40min", "2011-02-09T10:40"),
            ("bg", "9 февруари 2011 г. в 10:40 ч.", "2011-02-09T10:40"), ("da", "9. februar 2011 kl. 10.40", "2011-02-09T10:40"),
            ("ar", "9 كانون الثاني 2011", "2011-01-09"), ("fr", "9 FEVRIER 2011", "2011-02-09"), ("fr", "9 fevr 11", "2011-02-09"),
            ("he", "15 ביולי 2019", "2019-07-15"), ("en", "9 Septem. 2011", "2011-09-09"),
            ("zh", "2011年2月9日下午3:07", "2011-02-09T15:07"), ("ko", "2011년 2월 9일에 15시 07분", "2011-02-09T15:07"),
            ("ro", "9 februarie 2011, ora 10:40", "2011-02-09T10:40"), ("el", "9 Φεβρουαρίου 2011, 3:07 μ.μ.", "2011-02-09T15:07"),
            ("tr", "9 Şubat 2011 Çarşamba, 10:40", "2011-02-09T10:40"), ("uk", "9 лютого 2011 р. о 10:40", "2011-02-09T10:40"),
            ("nl", "9 februari 2011 om 10u40", "2011-02-09T10:40"), ("en", "12:00 a.m. on May 9, 2011", "2011-05-09T00:00"),
            ("en", "9 May 2011, midnight", "2011-05-09T00:00"), ("mn", "2011 оны 2-р сарын 9", "2011-02-09"),
        ])
    func named(_ language: String, _ text: String, _ local: String) {
        expect(language, text, local)
    }

    @Test(
        "digits of other scripts, and years that are counted otherwise",
        arguments: [
            ("hi", "९ फ़रवरी २०११", "2011-02-09"), ("hi", "९ फरवरी २०११", "2011-02-09"), ("bn", "৯ ফেব্রুয়ারী, ২০১১", "2011-02-09"),
            ("fa", "۹ فوریهٔ ۲۰۱۱", "2011-02-09"), ("fa", "۱۳۸۹/۱۱/۲۰", "2011-02-09"),
            ("th", "9 กุมภาพันธ์ 2554 เวลา 10:40 น.", "2011-02-09T10:40"),
            ("th", "9 ก.พ. 54", "2011-02-09"), ("th", "9/2/2554", "2011-02-09"), ("th", "9/2/11", "2011-02-09"),
            ("ar", "٠٩/٠٢/٢٠١١", "2011-02-09"),
            ("my", "၉ ဖေဖော်ဝါရီ ၂၀၁၁", "2011-02-09"),
        ])
    func digits(_ language: String, _ text: String, _ local: String) {
        expect(language, text, local)
    }

    @Test(
        "months of languages that the page does not name",
        arguments: [
            ("9 Chwefror 2011", "2011-02-09"), ("9 Feabhra 2011", "2011-02-09"), ("9 ožujka 2011.", "2011-03-09"),
            ("9. maaliskuuta 2011", "2011-03-09"),
            ("9 இல் 2011", nil), ("9 helmikuu 2011", "2011-02-09"), ("9 stycznia 2011", "2011-01-09"),
        ] as [(String, String?)])
    func otherLanguages(_ text: String, _ local: String?) {
        expect(nil, text, local)
    }

    @Test("a weekday decides between two readings")
    func weekday() {
        let reader = DateReader(language: "en")
        // 2 March 2011 was a Wednesday, 3 February a Thursday.
        #expect(reader.find(in: "Wednesday 02/03/2011")?.date.local == "2011-03-02")
        #expect(reader.find(in: "Wednesday 02/03/2011")?.isAmbiguous == false)
        #expect(reader.find(in: "Thursday 02/03/2011")?.provenOrder == .monthFirst)
        #expect(reader.find(in: "Monday 02/03/2011")?.isAmbiguous == true)
    }

    @Test(
        "what is no date is none",
        arguments: [
            "192.168.1.10", "version 1.2.10", "1.2.2010.4", "12/34/56", "0/0/2011", "00.00.0000", "3/4 of 2011", "10:40:05",
            "in 2010 and 2011",
            "tel. 02-12-45-67", "1-2 of 2011 comments", "99 mars 2011", "30 February 2011", "2011-13-01", "9 monkeys 2011",
            "March 2011 (5)", "(3) April 2011", "2016 十月 (1)", "uploads/2019/06/4TOP.jpg", "2019/06/4-things",
            "$12.50 in 2011",
        ])
    func none(_ text: String) {
        expect("en", text, nil)
    }

    @Test("a date far behind in a line is found, with its words only")
    func longLine() {
        let text = String(repeating: "Ça m'a fait très plaisir, é ", count: 40) + "le 9 mars 2011 à 10:40, merci"
        let found = DateReader(language: "fr").find(in: text)
        #expect(found?.date == PublishedDate(printed: "9 mars 2011 à 10:40", local: "2011-03-09T10:40"))
        #expect(found.map { String(text[$0.range]) } == "9 mars 2011 à 10:40")
    }

    @Test("days are counted as the calendar counts them")
    func calendar() {
        #expect(CivilDay(year: 1970, month: 1, day: 1)?.daysSince1970 == 0)
        #expect(CivilDay(year: 2000, month: 3, day: 1)?.daysSince1970 == 11_017)
        #expect(CivilDay(year: 1900, month: 2, day: 29) == nil)
        #expect(CivilDay(year: 2011, month: 2, day: 9)?.weekday == 3)
        #expect(CivilDay(year: 1965, month: 7, day: 4)?.weekday == 0)
        for days in stride(from: -20_000, to: 40_000, by: 37) { #expect(CivilDay(daysSince1970: days)?.daysSince1970 == days) }
        #expect(CivilDay(solarYear: 1389, month: 11, day: 20) == CivilDay(year: 2011, month: 2, day: 9))
        #expect(CivilDay(solarYear: 1399, month: 12, day: 30) == CivilDay(year: 2021, month: 3, day: 20))
        #expect(CivilDay(solarYear: 1400, month: 12, day: 30) == nil)
    }
}
