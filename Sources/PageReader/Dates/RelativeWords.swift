/// The words with which pages print how long ago something was written, of all languages at once. `_` stands for a space.
///
/// Foundation on Linux has no relative dates; the words are those of CLDR's relative time patterns and of common blog software.
enum RelativeWords {
    static let all: [(roles: DateRoles, words: String)] = before + behind + days + units

    private static let before: [(roles: DateRoles, words: String)] = [
        (
            .agoBefore,
            // French, German, Spanish, Portuguese, Swedish, Danish, Norwegian, Czech, Slovak, Croatian, Romanian, Greek, Arabic, Persian,
            // Hebrew, Basque, Catalan, Italian.
            "il_y_a ya y_a vor hace há faz för for před pred prije pre acum πριν πριν_από منذ قبل من לפני duela fa"
        ),
        (
            .one,
            "a an one un une ein eine einem einer einen uno una um uma en et ett een bir egy o_singură один одну одна eins 한 ένα μία μια"
        ),
    ]

    private static let behind: [(roles: DateRoles, words: String)] = [
        (
            .agoBehind,
            // English, German, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Russian, Ukrainian, Bulgarian,
            // Turkish, Hungarian, Greek, Japanese and Chinese, Korean, Indonesian, Malay, Vietnamese, Persian, Hindi, Estonian, Slovak.
            """
            ago her atrás atras fa geleden sedan siden sitten temu назад тому тому_назад преди önce evvel óta ezelőtt πριν 前 以前 之前 전
            lalu yang_lalu yg_lalu trước پیش قبل पहले tagasi dozadu nazaj zpět
            """
        )
    ]

    /// How many days a word goes back.
    private static let days: [(roles: DateRoles, words: String)] = [
        (
            [.relativeDay, .value(0)],
            """
            today aujourd_hui heute hoy oggi hoje vandaag idag i_dag tänään dzisiaj dziś dnes сегодня сьогодні днес bugün ma azi astăzi
            σήμερα 今日 今天 本日 오늘 اليوم היום امروز hari_ini hôm_nay avui danas täna šiandien šodien
            """
        ),
        (
            [.relativeDay, .value(1)],
            """
            yesterday hier gestern ayer ieri ontem gisteren igår i_går eilen wczoraj včera вчера вчора dün tegnap χθες χτες 昨日 昨天 어제 أمس
            אתמול دیروز kemarin semalam hôm_qua ahir jučer juče eile vakar
            """
        ),
        (
            [.relativeDay, .value(2)],
            """
            avant_hier vorgestern anteayer antier altroieri anteontem eergisteren i_förrgår förrgår toissapäivänä przedwczoraj předevčírem
            позавчера позавчора alaltăieri tegnapelőtt προχθές 一昨日 前天 그저께 שלשום
            """
        ),
    ]

    private static let units: [(roles: DateRoles, words: String)] = [
        (
            [.unit, .value(0)],
            """
            second seconds sec secs seconde secondes sekunde sekunden segundo segundos secondo secondi sekund sekunder sekunnin sekunti
            sekuntia sekundę sekundy sekundu секунду секунды секунд секунди saniye másodperce másodperccel másodperc secunde secundă
            δευτερόλεπτο δευτερόλεπτα 秒 초 ثانية ثوان שניות שנייה detik giây ثانیه
            """
        ),
        (
            [.unit, .value(1)],
            """
            minute minutes min mins minuten minuto minutos minuti minuut minuter minut minutter minutt minutin minuutin minuutti minuuttia
            minutę minuty minutu минуту минуты минут хвилину хвилини хвилин минути dakika perce perccel perc λεπτό λεπτά 分 分_鐘 分_钟 分_間 분
            دقيقة دقائق דקות דקה menit phút دقیقه
            """
        ),
        (
            [.unit, .value(2)],
            """
            hour hours hr hrs heure heures stunde stunden std hora horas ora ore uur uren timme timmar tim time timer tunnin tunti tuntia
            godzinę godziny godzin godz hodinu hodiny hodin hodinami hodinou час часа часов годину години годин saat órája órával óra oră ώρα
            ώρες 時_間 小_时 小_時 시간 ساعة ساعات שעות שעה jam giờ ساعت
            """
        ),
        ([.unit, .dual, .value(2)], "ساعتين שעתיים"),
        (
            [.unit, .value(3)],
            """
            day days jour jours tag tage tagen día días giorno giorni dia dias dag dagen dagar dage dager päivän päivä päivää dzień dni den
            dny dnů dnem день дня дней дні днів дни gün napja nappal nap zi zile ημέρα ημέρες μέρα μέρες 日 日_間 天 일 يوم أيام יום ימים
            hari ngày روز
            """
        ),
        ([.unit, .dual, .value(3)], "يومين יומיים"),
        (
            [.unit, .value(4)],
            """
            week weeks wk wks semaine semaines woche wochen semana semanas settimana settimane weken vecka veckor uge uger uke uker viikon
            viikko viikkoa tydzień tygodnie tygodni týden týdny týdnů týdnem неделю недели недель тиждень тижні тижнів седмица седмици hafta
            hete héttel hét săptămână săptămâni εβδομάδα εβδομάδες 週_間 周 週 个_星_期 個_星_期 주 أسبوع أسابيع שבוע שבועות minggu tuần هفته
            """
        ),
        ([.unit, .dual, .value(4)], "أسبوعين שבועיים"),
        (
            [.unit, .value(5)],
            """
            month months mo mos mois monat monate monaten mes meses mese mesi mês maand maanden månad månader måned måneder kuukauden kuukausi
            kuukautta miesiąc miesiące miesięcy měsíc měsíce měsíců měsícem месяц месяца месяцев місяць місяці місяців месец месеца ay hónapja
            hónappal hónap lună luni μήνα μήνας μήνες か_月 ヶ_月 ケ_月 カ_月 个_月 個_月 개월 달 شهر أشهر شهور חודש חודשים bulan tháng ماه
            """
        ),
        ([.unit, .dual, .value(5)], "شهرين חודשיים"),
        (
            [.unit, .value(6)],
            """
            year years yr yrs an ans année années jahr jahre jahren año años anno anni ano anos jaar jaren år vuoden vuosi vuotta rok lata lat
            roky let rokem год года лет рік роки років yıl sene éve évvel év ani χρόνο χρόνια έτος έτη 年 年_間 년 سنة سنوات שנה שנים
            tahun năm سال
            """
        ),
        ([.unit, .dual, .value(6)], "سنتين שנתיים"),
        // Hungarian says "ago" with the unit.
        (.agoBehind, "másodperce perce órája napja hete hónapja éve"),
    ]
}
