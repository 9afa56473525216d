/// What a word that is no name may do in a date. A word of several languages has several roles; its place decides.
struct DateRoles: OptionSet, Sendable {
    let rawValue: UInt32

    /// Stands between the parts of a day: "9 de febrero de 2011", "1er mars".
    static let filler = DateRoles(rawValue: 1 << 0)
    /// Follows the number of an hour: "10 Uhr", "10h40", "10時".
    static let hour = DateRoles(rawValue: 1 << 1)
    static let minute = DateRoles(rawValue: 1 << 2)
    static let second = DateRoles(rawValue: 1 << 3)
    /// Stands before a clock time: only behind it is `10.40` one.
    static let clockIntroduction = DateRoles(rawValue: 1 << 4)
    /// Follows the number of a year, of a month, of a day: 年, 月, 日.
    static let year = DateRoles(rawValue: 1 << 5)
    static let month = DateRoles(rawValue: 1 << 6)
    static let day = DateRoles(rawValue: 1 << 7)
    /// Makes the number behind it a month: "tháng 2"; one or two letters do so only right before it, as in CLDR's "M02".
    static let numberedMonth = DateRoles(rawValue: 1 << 8)
    static let utc = DateRoles(rawValue: 1 << 9)
    static let am = DateRoles(rawValue: 1 << 10)
    static let pm = DateRoles(rawValue: 1 << 11)
    static let noon = DateRoles(rawValue: 1 << 12)
    static let midnight = DateRoles(rawValue: 1 << 13)
    /// A name of several words begins with it.
    static let beginning = DateRoles(rawValue: 1 << 14)
    /// The name of a month, whose number is `value`.
    static let namedMonth = DateRoles(rawValue: 1 << 15)
    static let weekday = DateRoles(rawValue: 1 << 16)
    /// "ago", before or behind an amount of time.
    static let agoBefore = DateRoles(rawValue: 1 << 17)
    static let agoBehind = DateRoles(rawValue: 1 << 18)
    /// A unit of time; `value` is the place in `RelativeDate.Unit`.
    static let unit = DateRoles(rawValue: 1 << 19)
    /// A day that is named from today; `value` days back.
    static let relativeDay = DateRoles(rawValue: 1 << 20)
    /// The number one as a word.
    static let one = DateRoles(rawValue: 1 << 21)
    /// Twice the unit, in one word.
    static let dual = DateRoles(rawValue: 1 << 22)

    /// A number that goes with `namedMonth`, `unit` or `relativeDay`.
    var value: Int { Int(rawValue >> 28) }

    static func value(_ value: Int) -> DateRoles { DateRoles(rawValue: UInt32(value) << 28) }
}

/// The words that CLDR's names have not: what stands around the parts of a date, in all languages at once.
enum DateVocabulary {
    /// Underscores stand for the spaces of names of several words.
    private static let words: [(roles: DateRoles, words: String)] = [
        (
            .filler,
            """
            de del di do da d den der of the er ere st nd rd th eme e a o ta an el els la le les dag dia ngay nam ng ika en os to
            г р года году року рік оны он ы й го ж жылы жыл йил yil yili yilu il ili ildin el gada m g gads mh urteko ko n ya wa
            ti ra na sala roja meha ê u bl in lá tau di i anul anno ár ár gadā metų metai mėn diena рік од година на ден ў з ти ე მ
            წ წელი წლის թ թվականի ի ה ב ל שנת سال من ل في เดือน พ ค ศ พ_ศ ค_ศ วันที่ ที่ ปี ថ្ងៃ ទី ឆ្នាំ ខែ ວັນ ທີ ປີ tahun tanggal tgl tarikh טן lia su dal نچی
            """
        ),
        (.hour, "h hr hrs u uhr uur 時 时 点 點 시 heure heures ч час часа часов год година години hodin hod godz klst น นาฬิกา giờ gio ժ ساعة"),
        (.minute, "分 분 min mn m мин хв phút"),
        (.second, "秒 초 s sec sek с"),
        (.clockIntroduction, "kl klo klokken um ore pukul jam v ve at alle om a as à ás às las ob o orë ora lúc luc godz в о у"),
        (.year, "年 년 оны он"),
        (.month, "月 월 сарын сар"),
        (.day, "日 일 号 號"),
        (.numberedMonth, "tháng thg th m ŋ ng"),
        (.utc, "z utc gmt"),
        (.am, "am a_m π_μ 午_前 上_午 凌_晨 早_上 清_晨 오전 vorm"),
        (.pm, "pm p_m μ_μ 午_後 下_午 晚_上 中_午 傍_晚 오후 nachm"),
        (.noon, "noon midi mittags mediodía mezzogiorno meiodia middag 正_午"),
        (.midnight, "midnight minuit mitternacht medianoche mezzanotte meianoite middernacht"),
        ([.namedMonth, .value(1)], "jaenner gen"), ([.namedMonth, .value(2)], "feber"), ([.namedMonth, .value(3)], "maerz mrz mär"),
        ([.namedMonth, .value(7)], "jul"), ([.namedMonth, .value(8)], "aou"), ([.namedMonth, .value(9)], "sept set"),
        ([.namedMonth, .value(1)], "urtarrilaren"),
        ([.namedMonth, .value(2)], "otsailaren"),
        ([.namedMonth, .value(3)], "martxoaren"),
        ([.namedMonth, .value(4)], "apirilaren"),
        ([.namedMonth, .value(5)], "maiatzaren"),
        ([.namedMonth, .value(6)], "ekainaren"),
        ([.namedMonth, .value(7)], "uztailaren"),
        ([.namedMonth, .value(8)], "abuztuaren"),
        ([.namedMonth, .value(9)], "irailaren"),
        ([.namedMonth, .value(10)], "urriaren"),
        ([.namedMonth, .value(11)], "azaroaren"),
        ([.namedMonth, .value(12)], "abenduaren"),
        (.weekday, "thur thurs tues weds"),
    ]

    private static let table: WordTable = {
        var meanings: [WordHash: DateRoles] = [:]
        for (roles, list) in words + RelativeWords.all {
            for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                let parts = parts(of: word)
                meanings[WordHash(words: parts.joined(separator: " ").unicodeScalars.lazy.map(\.value)), default: []].formUnion(roles)
                for end in parts.indices.dropFirst() {
                    let start = parts[..<end].joined(separator: " ")
                    meanings[WordHash(words: start.unicodeScalars.lazy.map(\.value)), default: []].insert(.beginning)
                }
            }
        }
        return WordTable(meanings.map { ($0.key, $0.value.rawValue) })
    }()

    /// The words of a name, folded. Every Chinese character is one.
    private static func parts(of name: Substring) -> [String] {
        name.split(separator: "_").flatMap { word in
            LetterFolding.isIdeograph(word.unicodeScalars.first?.value ?? 0) ? word.map(String.init) : [DateNames.fold(word)]
        }
    }

    static func roles(of hash: WordHash) -> DateRoles {
        DateRoles(rawValue: table[hash] ?? 0)
    }
}
