import Testing
import ThreadModel

@testable import PageReader

@Suite("Journals and newsletters of hosts are read with their posts")
struct JournalHostTests {
    private static let first = "The wick is short.\n\nI trimmed it on Monday."
    private static let second = "Then it is the oil."
    private static let third = "Ask the pilot: his report."

    private static func liveJournal(_ file: String, _ year: String, seconds: String = "") -> PlatformSample {
        PlatformSample(
            platform: "livejournal", file: file, title: "The west lamp",
            author: Author(name: "harbour", url: "https://harbour.livejournal.com/"), published: "\(year)-03-01T18:00:00",
            text: CommentSystemTests.post,
            comments: [
                Said("orla_finch", "https://orla_finch.livejournal.com/", "\(year)-03-02T21:41\(seconds)", first),
                Said("bram", "https://bram.livejournal.com/", "\(year)-03-03T07:05\(seconds)", second, to: 0),
                Said("ines", "https://ines.livejournal.com/", "\(year)-03-04T12:30\(seconds)", third),
            ])
    }

    private static func squarespace(
        _ file: String, _ published: String, url: String, people: [String?], year: String, replies: [Int?],
        lastAt: String = ""
    )
        -> PlatformSample
    {
        PlatformSample(
            platform: "squarespace", file: file, title: "The west lamp", author: Author(name: "Isla Marr", url: url), published: published,
            text: CommentSystemTests.post,
            comments: [
                Said("Orla Finch", people[0], "\(year)-03-02", first), Said("Bram", people[1], "\(year)-03-03", second, to: replies[0]),
                Said("Ines Duval", people[2], "\(year)-03-04\(lastAt)", third, to: replies[1]),
            ])
    }

    static let samples = [
        liveJournal("livejournal.html", "2013", seconds: ":00"),
        liveJournal("livejournal-styles.html", "2008"),
        PlatformSample(
            platform: "dreamwidth", file: "dreamwidth.html", title: "The west lamp",
            author: Author(name: "harbour", url: "https://harbour.dreamwidth.org/"), published: "2019-03-01T18:00",
            text: CommentSystemTests.post,
            comments: [
                Said("orla_finch", "https://orla_finch.dreamwidth.org/", "2019-03-02T21:41", first),
                Said("bram", "https://bram.dreamwidth.org/", "2019-03-03T07:05", second, to: 0),
                Said("ines", "https://ines.dreamwidth.org/", "2019-03-04T12:30", third),
            ]),
        PlatformSample(
            platform: "tumblr", file: "tumblr.html", title: "The west lamp", published: "2016-03-01T18:00", text: CommentSystemTests.post,
            comments: [
                Said("orla-finch", "https://orla-finch.tumblr.com/", nil, "The wick is short."),
                Said("bram", "https://bram.tumblr.com/", nil, second),
            ]),
        PlatformSample(
            platform: "substack", file: "substack.html", title: "The west lamp", author: Author(name: "Isla Marr"),
            text: CommentSystemTests.post,
            comments: [
                Said("Orla Finch", "https://substack.com/profile/501-orla", "2021-03-02", first),
                Said("Bram", "https://substack.com/profile/502-bram", "2021-03-03", second, to: 0),
                Said("Ines Duval", "https://substack.com/profile/503-ines", "2021-03-04", third),
            ]),
        squarespace(
            "squarespace.html", "2021-03-01", url: "https://www.harbour.example/log?author=5f", people: [nil, nil, nil], year: "2021",
            replies: [0, 0], lastAt: "T12:00"),
        squarespace(
            "squarespace-journal.html", "2010-03-01T18:00", url: "http://www.harbour.example/display/ShowProfile?login=harbour",
            people: ["http://orla.example", nil, nil], year: "2010", replies: [nil, nil]),
        PlatformSample(
            platform: "weebly", file: "weebly.html", title: "The west lamp", published: "2021-03-01", text: CommentSystemTests.post,
            comments: [
                Said("Orla Finch", "http://orla.example", "2021-03-02T21:41:12", first),
                Said("Bram", nil, "2021-03-03T07:05:40", second, to: 0), Said("Ines Duval", nil, "2021-03-24T12:30:03", third),
            ]),
        PlatformSample(
            platform: "medium", file: "medium.html", title: "The west lamp",
            author: Author(name: "Isla Marr", url: "https://medium.com/@isla"), published: "2018-03-01T18:00:00",
            text: CommentSystemTests.post,
            comments: [
                Said("Orla Finch", "https://medium.com/@orla", "2018-03-02T20:41:00", first),
                Said("Bram", "https://medium.com/@bram", "2018-03-03T06:05:00", second),
            ]),
    ]

    @Test("the page gives its post and its comments, and nothing else", arguments: samples)
    func read(_ sample: PlatformSample) throws {
        try sample.expectToBeRead()
    }

    /// Not asked here: bare likes and reblogs, and the text of an entry in a style without comments, look like comments to the general reader.
    private static let readByRulesAlone = samples.filter { !["tumblr.html", "livejournal-styles.html"].contains($0.file) }

    @Test("a page without comments gives its post alone", arguments: readByRulesAlone)
    func withoutComments(_ sample: PlatformSample) throws {
        try sample.expectToBeReadWithoutComments()
    }

    @Test("LiveJournal's tables: the spacer image says how deep a reply is")
    func liveJournalTables() throws {
        let thread = try Page.readFixture("livejournal-tables.html")
        #expect(thread.source.platform == "livejournal")
        #expect(
            thread.said == [
                Said("orla_finch", "http://www.livejournal.com/users/orla_finch/", "2004-03-02T21:41", Self.first),
                Said("bram", "http://www.livejournal.com/users/bram/", "2004-03-03T07:05", Self.second, to: 0),
                Said("ines", "http://www.livejournal.com/users/ines/", "2004-03-04T12:30", Self.third),
            ])
        #expect(thread.comments.map(\.id) == ["1793", "2049", "2305"])
    }

    @Test("LiveJournal's and Dreamwidth's comments have the ids and links of their threads")
    func threadLinks() throws {
        for (file, mark) in [("livejournal.html", "t"), ("livejournal-styles.html", "t"), ("dreamwidth.html", "cmt")] {
            let comments = try Page.readFixture(file).comments
            #expect(comments.map(\.id) == ["1793", "2049", "2305"])
            #expect(comments.map { $0.url?.hasSuffix("thread=\($0.id)#\(mark)\($0.id)") } == [true, true, true])
        }
    }

    @Test("of Ghost's and Wix's pages as served the post is read", arguments: ["ghost", "wix"])
    func postAlone(_ platform: String) throws {
        let thread = try Page.readFixture("\(platform).html")
        #expect(thread.source.platform == platform)
        #expect(thread.title == "The west lamp")
        #expect(thread.post?.author?.name == "Isla Marr")
        #expect(thread.post?.text == CommentSystemTests.post)
    }

    @Test("the date and author of Ghost's and Wix's posts are the post's own")
    func postFacts() throws {
        #expect(try Page.readFixture("ghost.html").post?.published?.local == "2024-03-01")
        #expect(try Page.readFixture("ghost.html").post?.author?.url == "https://harbour.example/author/isla/")
        #expect(try Page.readFixture("wix.html").post?.published?.local == "2021-03-01")
    }

    @Test("Ghost's page as served is its post, without the box that asks to sign up")
    func ghostPost() throws {
        let thread = try Page.readFixture("ghost.html")
        #expect(thread.source.platform == "ghost")
        #expect(thread.title == "The west lamp")
        #expect(thread.post?.author == Author(name: "Isla Marr", url: "https://harbour.example/author/isla/"))
        #expect(thread.post?.published?.local == "2024-03-01")
        #expect(thread.post?.text == CommentSystemTests.post)
    }
}
