import Testing
import ThreadModel

@testable import PageReader

@Suite("Blogs of East Asian hosts are read")
struct EastAsianBlogTests {
    static let samples = [
        PlatformSample(
            platform: "pixnet", file: "pixnet.html", title: "山上的湖", author: nil, published: nil, text: "湖水很清，我們走了一個下午。",
            comments: [
                Said("阿梅", "http://amei.pixnet.example/blog", "2013-12-28T10:28", "好美的地方！"),
                Said("小路", "http://xiaolu.pixnet.example/blog", "2014-01-01T20:31", "下次一起去。", to: 0),
                Said("訪客", nil, "2013-12-29T08:05", "要走多久？\n謝謝。"),
            ]),
        PlatformSample(
            platform: "hatena", file: "hatena.html", title: "朝の電車", author: Author(name: "mado"), published: "2014-01-02",
            text: "今朝は空いていた。",
            comments: [
                Said("kaze", "http://blog.hatena.ne.jp/kaze/", "2014-01-02T03:04:05", "何線ですか？"),
                Said("通りすがり", nil, "2014-01-02T11:00:00", "うちの方は満員でした。\n\n残念。"),
            ]),
        PlatformSample(
            platform: "hatena", file: "hatena-diary.html", title: "朝の電車", author: nil, published: "2008-01-02", text: "今朝は空いていた。",
            comments: [Said("kaze", "http://d.hatena.example/kaze/", "2008-01-02T14:00", "何線ですか？")]),
        PlatformSample(
            platform: "fctwo", file: "fc2.html", title: "雨の日", author: nil, published: "2012-03-04T09:10", text: "屋根の音で目が覚めた。",
            comments: [
                Said("犬小屋", "http://inu.example/", "2012-03-04T10:05", "こちらも雨です。\n犬は寝ています。"),
                Said("花子", nil, "2012-03-05T18:40", "早く晴れますように。"),
            ]),
        PlatformSample(
            platform: "fctwo", file: "fc2-list.html", title: "雨の日", author: nil, published: "2012-03-04T09:10", text: "屋根の音で目が覚めた。",
            comments: [
                Said("犬小屋", nil, "2012-03-04T10:05", "こちらも雨です。"), Said("花子", nil, "2012-03-05T18:40", "早く晴れますように。"),
            ]),
        PlatformSample(
            platform: "tistory", file: "tistory.html", title: "비 오는 날", author: Author(name: "나무", url: "https://namu.tistory.example/"),
            published: "2012-03-04T09:10",
            text: "지붕 소리에 잠이 깼다.",
            comments: [
                Said("바람", "http://baram.example", "2012-03-04T10:05", "여기도 비가 와요."),
                Said("나무", nil, "2012-03-04T11:30", "우산 챙기세요!", to: 0),
            ]),
        PlatformSample(
            platform: "livedoor", file: "livedoor.html", title: "港の朝", author: nil, published: "2012-03-04T09:10:00",
            text: "霧で船が見えない。",
            comments: [
                Said("かもめ", "http://kamome.example/", "2012-03-04T10:05", "汽笛は聞こえましたか。"),
                Said("いかり", nil, "2012-03-05T18:40", "今日は晴れました。\nよかった。"),
            ]),
        PlatformSample(
            platform: "ameblo", file: "ameblo.html", title: "パンを焼く", author: nil, published: "2014-03-04T09:10", text: "今日は胡桃を入れた。",
            comments: [Said("お米", "https://ameblo.example/kome/", "2014-03-04T10:05:06", "食べたいです。")]),
        PlatformSample(
            platform: "seesaa", file: "seesaa.html", title: "石の色", author: Author(name: "川野"), published: "2009-03-04T09:10",
            text: "雨のあとは緑に見える。",
            comments: [
                Said("石井", "http://ishi.example/", "2009-03-04T10:05", "写真はありますか。"),
                Said("さわ", nil, "2009-03-05T18:40", "拾ってみたいです。"),
            ]),
    ]

    @Test("a page says what its fixture says", arguments: samples)
    func reads(_ sample: PlatformSample) throws {
        try sample.expectToBeRead()
    }

    @Test("a page without comments has none", arguments: samples)
    func withoutComments(_ sample: PlatformSample) throws {
        try sample.expectToBeReadWithoutComments()
    }
}
