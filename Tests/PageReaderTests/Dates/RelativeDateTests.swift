import Testing
import ThreadModel

@testable import PageReader

@Suite("What is printed in relation to now is read against the capture, and never made up")
struct RelativeDateTests {
    private static let capture = "2011-02-09T10:40:00Z"

    @Test(
        "in the languages of blogs",
        arguments: [
            ("en", "3 days ago", "2011-02-06"), ("en", "about an hour ago", "2011-02-09"), ("en", "2 years ago", "2009"),
            ("en", "a month ago", "2011-01"), ("en", "13 hrs ago", "2011-02-08"), ("en", "2 years 3 months ago", "2008-11"),
            ("en", "1 day, 4 hours ago", "2011-02-08"), ("en", "3 weeks ago", "2011-01"), ("en", "5 mins ago", "2011-02-09"),
            ("fr", "il y a 3 jours", "2011-02-06"), ("fr", "Il y a environ 2 mois", "2010-12"), ("fr", "il y a un an", "2010"),
            ("de", "vor 5 Stunden", "2011-02-09"), ("de", "vor etwa einem Jahr", "2010"), ("de", "1 Monat her", "2011-01"),
            ("de", "vor 3 Tagen", "2011-02-06"), ("es", "hace 2 meses", "2010-12"), ("es", "hace más de un año", "2010"),
            ("it", "3 giorni fa", "2011-02-06"), ("it", "un mese fa", "2011-01"), ("pt", "há 2 dias", "2011-02-07"),
            ("pt", "3 anos atrás", "2008"), ("nl", "4 dagen geleden", "2011-02-05"), ("nl", "een jaar geleden", "2010"),
            ("sv", "för 3 dagar sedan", "2011-02-06"), ("da", "for 2 måneder siden", "2010-12"), ("nb", "3 dager siden", "2011-02-06"),
            ("fi", "3 päivää sitten", "2011-02-06"), ("pl", "2 dni temu", "2011-02-07"), ("cs", "před 3 dny", "2011-02-06"),
            ("ru", "3 дня назад", "2011-02-06"), ("ru", "год назад", "2010"), ("uk", "2 місяці тому", "2010-12"),
            ("tr", "3 gün önce", "2011-02-06"), ("hu", "3 napja", "2011-02-06"), ("hu", "2 évvel ezelőtt", "2009"),
            ("ro", "acum 3 zile", "2011-02-06"), ("el", "πριν από 3 ημέρες", "2011-02-06"), ("ja", "3日前", "2011-02-06"),
            ("ja", "2 か月前", "2010-12"), ("ja", "5時間前", "2011-02-09"), ("zh", "3天前", "2011-02-06"), ("zh", "2小时前", "2011-02-09"),
            ("zh", "1个月前", "2011-01"), ("ko", "3일 전", "2011-02-06"), ("ko", "5시간 전", "2011-02-09"), ("ko", "2개월 전", "2010-12"),
            ("ar", "منذ 3 أيام", "2011-02-06"), ("ar", "منذ يومين", "2011-02-07"), ("ar", "قبل ٣ سنوات", "2008"),
            ("he", "לפני 3 ימים", "2011-02-06"),
            ("he", "לפני שנתיים", "2009"), ("id", "3 hari yang lalu", "2011-02-06"), ("vi", "3 ngày trước", "2011-02-06"),
            ("sk", "pred 2 rokmi", nil), ("fa", "۳ روز پیش", "2011-02-06"),
        ] as [(String, String, String?)])
    func reads(_ language: String, _ text: String, _ local: String?) {
        #expect(DateReader(language: language).findRelative(in: text)?.resolved(capturedAt: Self.capture).local == local)
    }

    @Test(
        "a day that is named keeps the clock time that is printed",
        arguments: [
            ("en", "yesterday at 5:10 PM", "2011-02-08T17:10"), ("de", "gestern, 14:03", "2011-02-08T14:03"),
            ("en", "today 9:12", "2011-02-09T09:12"),
            ("en", "Yesterday", "2011-02-08"), ("fr", "hier à 20h15", "2011-02-08T20:15"), ("fr", "avant-hier", "2011-02-07"),
            ("fr", "aujourd'hui à 8:05", "2011-02-09T08:05"), ("es", "ayer a las 10:40", "2011-02-08T10:40"),
            ("ja", "昨日 10:40", "2011-02-08T10:40"),
            ("ru", "вчера в 10:40", "2011-02-08T10:40"), ("sv", "i går kl. 10.40", "2011-02-08T10:40"),
            ("pl", "wczoraj, 10:40", "2011-02-08T10:40"),
        ])
    func named(_ language: String, _ text: String, _ local: String) {
        #expect(DateReader(language: language).findRelative(in: text)?.resolved(capturedAt: Self.capture).local == local)
    }

    @Test("the words are those of the page, without what stands around them")
    func printed() {
        let relative = DateReader(language: "en").findRelative(in: "Lola wrote: 3 days ago | Reply")
        #expect(relative?.printed == "3 days ago")
        #expect(relative?.resolved(capturedAt: nil) == relative.map { .init(printed: $0.printed) })
    }

    @Test(
        "no more is said than the words say",
        arguments: [
            // The days that "5 weeks ago" may mean lie in two months, those of "6 weeks ago" in two years.
            ("5 weeks ago", "2010-12-30T12:00:00Z", "2010-11"), ("1 week ago", "2011-02-09T10:40:00Z", "2011"),
            ("0 days ago", "2011-02-09", "2011-02-09"),
            ("1 month ago", "2011-03-31T10:40:00Z", "2011-02"), ("1 hour ago", "2011-01-01T00:20:00Z", "2010-12-31"),
        ])
    func precision(_ text: String, _ capture: String, _ local: String) {
        #expect(DateReader(language: "en").findRelative(in: text)?.resolved(capturedAt: capture).local == local)
    }

    @Test(
        "words that name no time ago are none",
        arguments: ["3 days", "ago", "a day in May", "2011", "for 2 people", "vor dem Haus", "il y a du monde"])
    func none(_ text: String) {
        #expect(DateReader(language: "en").findRelative(in: text) == nil)
    }
}
