import Testing
import ThreadModel

@testable import PageReader

@Suite("Blogs with older templates, other themes and lists of posts are read")
struct OlderBlogVariantTests {
    private func records(_ fixture: String) throws -> [CommentThread] {
        try PageReader().read(Capture(bytes: Page.fixture(fixture), path: fixture))
    }

    // MARK: - Movable Type

    @Test("Movable Type 2: each entry of a month is a post of its own")
    func movableTypeMonth() throws {
        let posts = try records("movabletype-list.html")
        #expect(posts.map(\.source.platform) == ["movabletype", "movabletype", "movabletype"])
        #expect(posts.map(\.title) == ["Quagmire", "Boots", "Eels"])
        #expect(posts.map(\.post?.author?.name) == ["matilda", "matilda", "francis"])
        #expect(posts.map(\.post?.published?.local) == ["2005-02-09T18:52", "2005-02-09T07:10", "2005-02-02T23:59"])
        #expect(
            posts.map(\.post?.text) == [
                "Our pump runs at five past eight every morning, followed at once by the second pump, and the frogs object.",
                "The left boot leaks and the right boot leaks, but never on the same day, so one buys no boots at all.",
                "An eel was seen by Nell, who cannot see, and denied by Francis, who was asleep beside the bucket.",
            ])
        #expect(posts.flatMap(\.comments).isEmpty)
    }

    @Test("Movable Type 3: each entry of a month is a heading and what stands behind it")
    func movableTypeRuns() throws {
        let posts = try records("movabletype-month.html")
        #expect(posts.map(\.source.platform) == ["movabletype", "movabletype", "movabletype"])
        #expect(posts.map(\.title) == ["On broken kettles", "The spoon drawer", "Wax"])
        #expect(posts.map(\.post?.author?.name) == ["Hedda Orme", "Hedda Orme", "DJ"])
        #expect(posts.map(\.post?.published?.local) == ["2005-05-28T20:23", "2005-05-28T07:10", "2005-05-24T23:59"])
        #expect(
            posts.map(\.post?.text) == [
                """
                The kettle broke on a Friday, as kettles do, and the whole house had to do without tea until Monday morning.

                What I ended up with was a saucepan.
                """,
                "Nobody knows how the spoons come to lie under the forks, but every morning they do, and every evening they do not.",
                "A candle that is put into the drawer of the spoons in May comes out of it as something else in September.",
            ])
        #expect(posts.flatMap(\.comments).isEmpty)
    }

    @Test("Serendipity: the entries of a day are headings and boxes side by side")
    func serendipityIndex() throws {
        let posts = try records("serendipity-index.html")
        #expect(posts.map(\.source.reader) == ["serendipity", "serendipity", "serendipity"])
        #expect(posts.map(\.title) == ["The drain", "Boots", "Eels"])
        #expect(posts.map(\.url).last == "http://wet.example/archives/10-Eels.html")
        let ulf = Author(name: "Ulf", url: "http://wet.example/authors/1-Ulf")
        #expect(posts.map(\.post?.author) == [ulf, Author(name: "Nell", url: "http://wet.example/authors/2-Nell"), ulf])
        #expect(posts.map(\.post?.published?.local) == ["2008-03-04T21:14", "2008-03-04T08:03", "2008-03-02T23:59"])
        #expect(
            posts.map(\.post?.text) == [
                "The drain in the yard speaks at night, and what it says is mostly vowels.",
                "One boot leaks and the other does not, but they are never in agreement which.",
                "An eel came up with the river, looked at the cellar, and went back down with it.",
            ])
    }

    @Test("Movable Type 3: the post ends at its line of name and date, and trackbacks have such lines too")
    func movableTypePings() throws {
        let thread = try Page.readFixture("movabletype-pings.html")
        #expect(thread.source.reader == "movabletype")
        #expect(thread.title == "On broken kettles")
        #expect(thread.post?.author == Author(name: "Hedda Orme"))
        #expect(thread.post?.published?.local == "2005-05-28T20:23")
        let words = """
            The kettle broke on a Friday, as kettles do, and the whole house had to do without tea until Monday morning.

            What I ended up with was a saucepan and a good deal of patience with the lid.
            """
        #expect(thread.post?.text == words)
        #expect(thread.comments.map(\.id) == ["31", "32", "1", "2"])
        #expect(thread.comments.map(\.kind) == [.trackback, .trackback, .comment, .comment])
        #expect(thread.comments.map(\.author?.url) == ["http://pots.example/1", "http://lids.example/1", "http://dj.example/", nil])
        #expect(thread.comments.suffix(2).map(\.author?.name) == ["DJ", "Orla Finch"])
        #expect(
            thread.comments.map(\.published?.local) == ["2005-06-01T08:00", "2005-06-02T09:00", "2005-05-28T21:33", "2005-05-29T07:02"])
        #expect(thread.comments.prefix(2).map(\.author?.name) == ["Pots and more", "Lids"])
        #expect(thread.comments.prefix(2).map(\.text) == ["A sad day for Hedda's kettle.", "Where is the lid?"])
        #expect(
            thread.comments.suffix(2).map(\.text) == [
                "How about a new one?\n\nThey are cheap at the market.",
                "I have had the same kettle since 1974 and it only ever asked for descaling.",
            ])
        let rest = try Page.read(Page.fixtureWithoutComments("movabletype-pings.html"))
        #expect(rest.comments.isEmpty)
        #expect(rest.post?.text == words)
    }

    @Test("Movable Type 3: a numbered line in a list stands before the words")
    func movableTypeNumbered() throws {
        let sample = PlatformSample(
            platform: "movabletype", file: "movabletype-numbered.html", title: "Nutmeg", author: nil, published: nil,
            text: "The thumbnails were a shade too large to sit in the row, and forcing them smaller made them ugly.",
            comments: [
                Said("Ada", "http://a.example", "2006-02-03T16:10", "Use a frame."),
                Said("Ben", nil, "2006-02-04T09:41", "Use two frames.\n\nGold ones."),
            ])
        try sample.expectToBeRead()
        try sample.expectToBeReadWithoutComments()
        #expect(try Page.readFixture(sample.file).comments.map(\.id) == ["000311", "000312"])
    }

    @Test("Movable Type 4: the words of a trackback are without the link to read more")
    func movableTypeAssets() throws {
        let thread = try Page.readFixture("movabletype-assets.html")
        #expect(thread.source.reader == "movabletype")
        #expect(thread.title == "The herring year")
        #expect(thread.post?.author == Author(name: "Bodil Ness", url: "http://salt.example/"))
        #expect(thread.post?.published?.local == "2009-03-14T09:05:10")
        #expect(
            thread.post?.text
                == "That was the year the herring came so thick that the boys walked on them, or so the boys said afterwards.")
        #expect(thread.comments.map(\.id) == ["31", "201", "202", "203"])
        #expect(thread.comments.map(\.kind) == [.trackback, .comment, .comment, .comment])
        #expect(thread.comments.first?.author?.url == "http://cod.example/1")
        #expect(
            thread.comments.dropFirst().map(\.author) == [
                Author(name: "Ole Vik"), Author(name: "Bodil Ness", url: "http://salt.example/"),
                Author(name: "Ann", url: "http://ann.example/"),
            ])
        #expect(
            thread.comments.map(\.published?.local) == [
                "2009-03-15T13:44", "2009-03-14T20:12:00", "2009-03-14T21:00:00", "2009-03-15T07:00:00",
            ])
        #expect(
            thread.comments.map(\.text) == [
                "They say the boys walked on herring.", "I was one of those boys.", "Which one?", "The wet one.",
            ])
        #expect(thread.comments.map(\.inReplyTo) == [nil, nil, "201", nil])
        #expect(thread.comments.first?.url == "http://salt.example/b.html#ping-31")
    }

    // MARK: - ASP.NET

    static let skins = ["subtext-colors.html", "subtext-headings.html", "subtext-posts.html"]

    @Test("Subtext: a comment is a box, a heading and a paragraph, or an element like the post's", arguments: skins)
    func subtext(_ file: String) throws {
        let sample = PlatformSample(
            platform: "subtext", file: file, title: "The gate", author: nil, published: "2008-03-04T09:30",
            text: "The gate was hung on the wrong side, so it opens onto the hedge and closes on the postman.",
            comments: [
                Said("Ida", "http://ida.example", "2008-03-05T07:40", "Poor man.\nAnd poor hedge."),
                Said("Moe", nil, "2008-03-15T20:05", "Move the hedge."),
            ])
        try sample.expectToBeRead()
        try sample.expectToBeReadWithoutComments()
        #expect(
            try Page.readFixture(file).comments.map(\.url) == [
                "http://gate.example/archive/2008/03/04/gate.aspx#101", "http://gate.example/archive/2008/03/04/gate.aspx#102",
            ])
    }

    @Test("BlogEngine.NET: words without an element of their own, pingbacks in a section of theirs")
    func blogEngine() throws {
        let sample = PlatformSample(
            platform: "blogengine", file: "blogengine-flat.html", title: "The tide table",
            author: Author(name: "Ilka", url: "http://ferry.example/author/Ilka"), published: "2014-03-11T09:48:00",
            text: "The tide table on the quay has been wrong since the new year and nobody noticed until the mail boat grounded.",
            comments: [
                Said(
                    "Tove", "http://tove.example/", "2014-03-12T17:30:12", "Somebody copied last year's by hand.\nI saw him do it."),
                Said("Ilka", nil, "2014-03-12T18:02:40", "So that is how it was.", to: 0),
                Said(
                    "quays.example", "http://quays.example/?p=1", "2014-03-14T01:11:00",
                    "Pingback from quays.example\n\nTables that lie | Quays"),
            ])
        try sample.expectToBeRead()
        try sample.expectToBeReadWithoutComments()
        #expect(try Page.readFixture(sample.file).comments.map(\.kind) == [.comment, .comment, .pingback])
    }

    @Test("DasBlog Core: boxes around names of its own")
    func dasBlogCore() throws {
        let sample = PlatformSample(
            platform: "dasblog", file: "dasblog-core.html", title: "The wick was short", author: nil, published: "2019-03-04T21:41:08",
            text: "The lamp has gone out three nights in a row and we have run out of people to blame.",
            comments: [
                Said("Orla Finch", "http://orla.example", "2019-03-05T07:05", "Then it is the oil.\nAsk the grocer."),
                Said("Bram", nil, "2019-03-05T19:22", "The grocer says no."),
            ])
        try sample.expectToBeRead()
        try sample.expectToBeReadWithoutComments()
    }

    @Test("DotNetNuke: replies inside, the moment in an attribute")
    func dotNetNuke() throws {
        let thread = try Page.readFixture("dotnetnuke.html")
        #expect(thread.source.platform == "dotnetnuke")
        #expect(thread.source.reader == "dotnetnuke")
        #expect(thread.title == "Harbour lights")
        #expect(thread.post?.author == Author(name: "Ewa Lind", url: "http://mole.example/blog?author=3"))
        #expect(thread.post?.text == "All six lights on the mole were painted this week, and all six painters came home green.")
        #expect(thread.comments.map(\.id) == ["17", "18"])
        #expect(
            thread.said == [
                Said(
                    "Piet Vos", "http://mole.example/Activity-Feed/userId/9", "2014-03-05T09:12:44",
                    "I saw one of them.\nGreen to the elbows."),
                Said("Ewa Lind", "http://mole.example/Activity-Feed/userId/3", "2014-03-05T10:00:01", "To the shoulders.", to: 0),
            ])
        let rest = try Page.read(Page.fixtureWithoutComments("dotnetnuke.html"))
        #expect(rest.source.platform == "dotnetnuke")
        #expect(rest.comments.isEmpty)
    }

    // MARK: - Programs for one's own server

    @Test("Serendipity 1: an indent shows the reply, and a trackback's first link leads to the other blog")
    func serendipity() throws {
        let thread = try Page.readFixture("serendipity-default.html")
        #expect(thread.source.reader == "serendipity")
        #expect(thread.title == "The drain")
        #expect(thread.post?.author == Author(name: "Ulf", url: "http://wet.example/authors/1-Ulf"))
        #expect(thread.post?.published?.local == "2008-03-04T21:14")
        #expect(thread.post?.text == "The drain in the yard speaks at night, and what it says is mostly vowels.")
        #expect(thread.comments.map(\.id) == ["77", "80", "81"])
        #expect(thread.comments.map(\.kind) == [.trackback, .comment, .comment])
        #expect(thread.comments.map(\.author?.url) == ["http://pipes.example/9", "http://nell.example", nil])
        #expect(thread.comments.suffix(2).map(\.author?.name) == ["Nell", "Ulf"])
        #expect(thread.comments.suffix(2).map(\.published?.local) == ["2008-03-05T07:40", "2008-03-05T18:03"])
        #expect(
            thread.comments.map(\.text) == [
                "Ulf has a drain that talks. Ours only gurgles.", "Which vowels?", "O, mostly.\nSometimes U.",
            ])
        #expect(thread.comments.map(\.inReplyTo) == [nil, nil, "80"])
        #expect(thread.comments.last?.url == "http://wet.example/archives/12-The-drain.html#c81")
        let rest = try Page.read(Page.fixtureWithoutComments("serendipity-default.html"))
        #expect(rest.comments.isEmpty)
    }

    @Test("b2evolution 0.9: the post's author in a line of counters, the address of a visitor behind the name")
    func b2evolution() throws {
        let thread = try Page.readFixture("b2evolution-early.html")
        #expect(thread.source.reader == "btwoevolution")
        #expect(thread.title == "The sieve")
        #expect(thread.post?.author?.name == "Ari")
        #expect(thread.post?.published?.local == "2008-03-04T10:17:58")
        #expect(thread.post?.text == "The sieve lets through everything but what one wants, which I am told is how a sieve works.")
        #expect(thread.comments.map(\.id) == ["5", "6", "7"])
        #expect(thread.comments.map(\.kind) == [.comment, .comment, .trackback])
        #expect(thread.comments.map(\.author?.url) == ["http://pim.example", nil, "http://grain.example"])
        #expect(thread.comments.suffix(2).map(\.author?.name) == ["Ari", "Grain"])
        #expect(thread.comments.map(\.published?.local) == ["2008-03-05T07:40", "2008-03-15T19:22", "2008-03-16T10:00"])
        #expect(thread.comments.map(\.text) == ["Use a bowl.", "The bowl keeps all of it.", "On sieves\nAri has a sieve."])
    }

    @Test("ExpressionEngine 3: the words in one column, name and date in the next")
    func expressionEngine() throws {
        let sample = PlatformSample(
            platform: "expressionengine", file: "expressionengine-columns.html", title: "The stove", author: nil, published: nil,
            text: "The stove draws badly in an east wind and not at all in a west one, so we cook in the north.",
            comments: [
                Said("Gus", "http://gus.example", "2015-03-05", "Turn the house.\n\nOr the wind."),
                Said("Vera", nil, "2015-03-15", "The house is stuck."),
            ])
        try sample.expectToBeRead()
        try sample.expectToBeReadWithoutComments()
    }

    // MARK: - Content management and comment services

    @Test("JComments: the title and the buttons among the words are none of them")
    func jComments() throws {
        let sample = PlatformSample(
            platform: "joomla", file: "joomla-buttons.html", title: "The keel", author: Author(name: "Sanna Berg"),
            published: "2010-03-04T09:30",
            text: "The keel was laid on a Thursday, against all advice, because the plank would not wait until Friday.",
            comments: [
                Said("Tor", nil, "2010-03-05", "Never on a Thursday."), Said("Sanna", nil, "2010-03-06", "What became of him?"),
            ])
        try sample.expectToBeRead()
        try sample.expectToBeReadWithoutComments()
        #expect(try Page.readFixture(sample.file).comments.map(\.id) == ["5", "6"])
    }

    @Test("t3extblog: the title above the words is none of them")
    func t3extblog() throws {
        let sample = PlatformSample(
            platform: "typothree", file: "typo3-columns.html", title: "Der Zaun", author: Author(name: "Ines Hof"), published: "2019-03-04",
            text: "Der Zaun ist jetzt gestrichen, und zwar auf beiden Seiten, was der Nachbar noch nicht weiß.",
            comments: [
                Said("Ralf", "http://ralf.example", "2019-03-05T08:12:33", "Welche Farbe?\n\nDoch nicht grün?"),
                Said("Ines Hof", nil, "2019-03-05T19:00:01", "Doch."),
            ])
        try sample.expectToBeRead()
        try sample.expectToBeReadWithoutComments()
        #expect(try Page.readFixture(sample.file).comments.map(\.id) == ["7", "8"])
    }

    @Test("Disqus: a pingback in the plugin's list, and a link to its second page")
    func disqus() throws {
        let thread = try Page.readFixture("disqus-pingback.html")
        #expect(thread.source.platform == "disqus")
        #expect(thread.title == "The oar")
        #expect(thread.post?.text == "One oar makes a circle, two make a voyage, and three make an argument in the boat.")
        #expect(thread.comments.map(\.kind) == [.comment, .comment, .pingback])
        #expect(
            thread.comments.map(\.author) == [Author(name: "Nan"), Author(name: "Sid"), Author(name: "Boats", url: "http://b.example")])
        #expect(thread.comments.map(\.text) == ["Four?", "A crew.", ""])
        #expect(thread.comments.map(\.inReplyTo) == [nil, "23", nil])
        #expect(thread.warnings.contains { $0.contains("http://row.example/oar/comment-page-2") })
    }
}
