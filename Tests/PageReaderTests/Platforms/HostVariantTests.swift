import Testing
import ThreadModel

@testable import PageReader

@Suite("Pages of blog hosts and programs are read in their rarer templates")
struct HostVariantTests {
    /// A fixture, what it says, and what is found in its comments beside that.
    struct Variant: Sendable, CustomTestStringConvertible {
        /// What is particular to the markup.
        var name: String
        var sample: PlatformSample
        /// The platform's own ids of the comments, where the page has them for all.
        var ids: [String]?
        /// The place of the one trackback.
        var trackback: Int?

        var testDescription: String { "\(sample.file): \(name)" }
    }

    static let variants = [
        Variant(
            name: "replies have no class, only their messages have",
            sample: PlatformSample(
                platform: "spip", file: "spip-forum.html", title: "Le vieux lavoir rouvre", author: Author(name: "Odile Perrin"),
                published: "2009-04-12T07:15:00",
                text: "Après deux ans de travaux, le lavoir est ouvert.\n\nLa visite est libre le samedi.",
                comments: [
                    Said("Lucien", nil, "2009-04-13T18:05", "Enfin ! Ma grand-mère y lavait le linge."),
                    Said("Odile Perrin", nil, "2009-04-14T07:40", "La mienne aussi, je crois.", to: 0),
                    Said("Lucien", nil, "2009-04-15T20:11", "Alors elles se connaissaient.", to: 1),
                    Said("Mme Tisserand", nil, "2009-05-01T11:30", "À quelle heure ouvrez-vous ?"),
                ]),
            ids: ["101", "102", "104", "103"]),
        Variant(
            name: "the system's own list, with replies in a list of their own",
            sample: tistory(
                "tistory-list.html", "https://sol.tistory.example", "https://riverbook.tistory.example")),
        Variant(
            name: "boxes of name, date and words; the reply is a box in the box",
            sample: tistory("tistory-boxes.html", "https://sol.tistory.example", nil)),
        Variant(
            name: "comments that only their ids tell, and a reply that has a date but no name",
            sample: PlatformSample(
                platform: "fctwo", file: "fc2-plain.html", title: "朝の市場", published: "2014-01-08T07:30",
                text: "市場で蜜柑を買った。\nとても甘い。",
                comments: [
                    Said("ゆず", nil, "2014-01-08T09:12", "蜜柑おいしそう。\nどこの産ですか？"),
                    Said(nil, nil, "2014-01-08T20:05", "愛媛産です。", to: 0), Said("たね", nil, "2014-01-09T06:40", "私も行きました。"),
                ])),
        Variant(
            name: "a bar with a table for name and date, and a margin as wide as the reply is deep",
            sample: PlatformSample(
                platform: "livejournal", file: "livejournal-bars.html", title: "The mill pond",
                text: "The mill pond is full again.\n\nTwo herons came.",
                comments: [
                    Said("reedwarbler", "https://reedwarbler.livejournal.com/", "2003-06-18T09:57", "Lovely. Is it frozen in winter?"),
                    Said("millpond", "https://millpond.livejournal.com/", "2003-06-18T10:34", "Most years, yes.", to: 0),
                    Said("(Anonymous)", nil, "2003-06-19T07:05", "I learned to skate there."),
                ]),
            ids: ["500", "501", "600"]),
        Variant(
            name: "comments and pings in one list, each with its number",
            sample: dotclear(
                "dotclear-numbers.html", seconds: ":00",
                ping: Said(
                    "Le blog du voisin", "http://voisin.example/treille", "2019-09-16T12:00:00",
                    "La treille du coteau\n\nNinon raconte sa récolte et j'en suis jaloux.")),
            ids: ["71", "72", "73"], trackback: 1),
        Variant(
            name: "the theme Odyssey",
            sample: dotclear(
                "dotclear-odyssey.html", seconds: "", ping: Said("Le blog du voisin", nil, "2019-09-16T12:00", "La treille du coteau")),
            ids: ["71", "72", "73"], trackback: 1),
        Variant(
            name: "a comment may have a heading, which is no part of its words; related posts are no part of the post's",
            sample: PlatformSample(
                platform: "canalblog", file: "canalblog-related.html", title: "Soupe au potimarron", author: Author(name: "Marthe"),
                published: "2014-07-15T09:54", text: "Couper le potimarron en dés.\n\nServir avec de la crème.",
                comments: [
                    Said("Lou d'ici", "http://lou.example", "2014-07-16T11:14", "j'ai essayé hier, un régal.\nMerci !"),
                    Said("Marthe", "http://lepot.example/profile/4/index.html", "2014-07-16T20:30", "Contente que ça plaise.", to: 0),
                    Said("Gérard 47", nil, "2014-07-18T08:05", "Sans crème aussi ?"),
                ]),
            ids: ["21", "22", "23"]),
        Variant(
            name: "numbers before the names, and replies in a list inside the comment",
            sample: PlatformSample(
                platform: "livedoor", file: "livedoor-numbers.html", title: "港の朝", published: "2020-03-04T09:10:00",
                text: "汽笛が三度鳴った。\n霧が濃い。",
                comments: [
                    Said("名無しさん", nil, "2020-03-04T10:05", "汽笛は聞こえましたか。"),
                    Said("かもめ", nil, "2020-03-04T10:40", ">>1\n聞こえました。", to: 0),
                    Said("いかり", "http://ikari.example", "2020-03-05T18:40", "今日は晴れました。\nよかった。"),
                ]),
            ids: ["1", "2", "3"]),
    ]

    private static func tistory(_ file: String, _ guest: String, _ blogger: String?) -> PlatformSample {
        PlatformSample(
            platform: "tistory", file: file, title: "봄 산책 기록", author: Author(name: "물결"), published: "2023-04-02T09:10:00",
            text: "강을 따라 두 시간 걸었다.\n\n벚꽃이 피기 시작했다.",
            comments: [
                Said("솔바람", guest, "2023-04-02T21:40", "사진만 봐도 시원하네요.\n벚꽃은 언제쯤 다 필까요?"),
                Said("물결", blogger, "2023-04-03T08:15", "네, 다음 주가 절정이래요.", to: 0),
                Said("익명", nil, "2023-04-05T00:07", "잘 읽었습니다!"),
            ])
    }

    private static func dotclear(_ file: String, seconds: String, ping: Said) -> PlatformSample {
        PlatformSample(
            platform: "dotclear", file: file, title: "La treille", author: Author(name: "Ninon", url: "https://coteau.example/"),
            published: "2019-09-14T18:20:00", text: "La treille a donné trente kilos.\n\nOn en fera du jus.",
            comments: [
                Said("Paul D.", "http://paul.example/", "2019-09-15T08:03\(seconds)", "Trente ! Belle année."), ping,
                Said("Ninon", nil, "2019-09-16T21:45\(seconds)", "Merci Paul."),
            ])
    }

    @Test("a page says what its fixture says", arguments: variants)
    func reads(_ variant: Variant) throws {
        try variant.sample.expectToBeRead()
        let thread = try Page.readFixture(variant.sample.file)
        let trackbacks = thread.comments.indices.filter { thread.comments[$0].kind == .trackback }
        #expect(trackbacks.first == variant.trackback)
        #expect(thread.comments.count(where: { $0.kind == .comment }) + trackbacks.count == thread.comments.count)
        if let ids = variant.ids { #expect(thread.comments.map(\.id) == ids) }
    }

    @Test("a page without comments has none", arguments: variants)
    func withoutComments(_ variant: Variant) throws {
        try variant.sample.expectToBeReadWithoutComments()
    }

    @Test("FC2: only what has an id of its own has one in the record, and the reply has none")
    func plainIds() throws {
        let ids = try Page.readFixture("fc2-plain.html").comments.map(\.id)
        try #require(ids.count == 3)
        #expect([ids[0], ids[2]] == ["31", "32"])
    }

    @Test("Pixnet: the post's date in parts, a whispered comment left out, the reply with its byline at its end")
    func pixnetDates() throws {
        let thread = try Page.readFixture("pixnet-dates.html")
        #expect(thread.source.platform == "pixnet")
        #expect(thread.source.reader == "pixnet")
        #expect(thread.title == "港邊早晨")
        #expect(thread.post?.published?.local == "2025-12-06T17:12")
        #expect(thread.post?.text == "霧很濃。\n\n汽笛響了三次。")
        #expect(
            thread.said == [
                Said("海鷗", "https://seagull.pixnet.example/blog", "2025-12-07T08:30", "好美的早晨。\n在哪裡？"),
                Said("燈塔", "https://toudai.pixnet.example/blog", "2025-12-07T20:31", "在東邊的舊港。", to: 0),
                Said("訪客", nil, "2025-12-09T07:05", "謝謝分享"),
            ])
        #expect(try Page.read(Page.fixtureWithoutComments("pixnet-dates.html")).said == [])
    }

    @Test("Hatena Diary: comments inside the form, and trackbacks below it")
    func hatenaForm() throws {
        let thread = try Page.readFixture("hatena-diary-form.html")
        #expect(thread.source.platform == "hatena")
        #expect(thread.source.reader == "hatena")
        #expect(thread.title == "電車の窓から")
        #expect(thread.post?.text == "川の水位が上がっていた。\n\n雪解けだろうか。")
        #expect(thread.post?.published?.local?.hasPrefix("2011-03-13") == true)
        #expect(thread.comments.map(\.kind) == [.comment, .comment, .comment, .trackback])
        #expect(thread.comments.prefix(3).map(\.id) == ["113994914", "113995021", "113995030"])
        #expect(thread.comments.map(\.author?.name) == ["mizube", "kawabe", "通りすがり", "山辺ノート - 雪のこと"])
        #expect(thread.comments.map(\.published?.local) == ["2011-03-13T23:18", "2011-03-13T23:28", "2011-03-14T00:02", nil])
        #expect(thread.comments.map(\.text) == ["うちの近くもそうです。\n橋の下まで来ていました。", "やはり雪解けですね。ありがとうございます。", "気をつけて。", ""])
        #expect(thread.comments.last?.author?.url == "http://d.hatena.example/yamabe/20110315/2")
        #expect(try Page.read(Page.fixtureWithoutComments("hatena-diary-form.html")).said == [])
    }

    @Test("Skyrock: a page of several articles is a record for each, with the comments that stand in it")
    func skyrockArticles() throws {
        let threads = try PageReader().read(Capture(bytes: Page.fixture("skyrock-list.html"), path: "skyrock-list.html"))
        #expect(threads.map(\.source.platform) == ["skyrock", "skyrock"])
        #expect(threads.map(\.source.reader) == ["skyrock", "skyrock"])
        #expect(threads.map(\.title) == ["La plage", "Le chat"])
        #expect(threads.map(\.post?.text) == ["On a passé la journée à la plage.", "Mon chat dort tout le temps."])
        #expect(threads.map(\.post?.published?.local) == ["2010-08-14", "2010-08-20"])
        #expect(
            threads.map(\.said) == [
                [
                    Said("petit-loup", nil, "2010-08-15", "trop bien ton article !"), Said("luciole", nil, "2010-08-16", "merci :)"),
                ], [],
            ])
        #expect(threads.first?.comments.map(\.kind) == [.comment, .comment])
    }
}
