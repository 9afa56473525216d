import Testing
import ThreadModel

@testable import PageReader

@Suite("WordPress and Blogger pages are read in templates that differ in their bones")
struct ThemeVariantTests {
    private static let frost =
        "The frost took the top course again, so I spent Sunday with a hammer.\n\nThe sheep are back where they belong."
    private static let first = "The trick is to bury the big stones first."
    private static let second = "Then dig deeper, Nell."
    private static let third = "Ours fell twice this winter.\n\nTwice!"

    private static let nell = "http://nell.example/"
    private static let nellOnBlogger = "http://www.blogger.com/profile/071"
    private static let orlaOnBlogger = "http://www.blogger.com/profile/072"

    /// The post of a fixture, which is the same in all of them but for its author's page and its date.
    private func expectPost(
        of thread: CommentThread, platform: String, author url: String? = nil, published: String,
        _ place: SourceLocation = #_sourceLocation
    ) {
        #expect(thread.source.platform == platform, sourceLocation: place)
        #expect(thread.source.reader == platform, sourceLocation: place)
        #expect(thread.title == "Mending a stone wall", sourceLocation: place)
        #expect(thread.post?.author == Author(name: "Orla Finch", url: url), sourceLocation: place)
        #expect(thread.post?.published?.local == published, sourceLocation: place)
        #expect(thread.post?.text == Self.frost, sourceLocation: place)
    }

    @Test("Thesis: a list inside dd holds the replies, and trackbacks have a list of their own")
    func thesis() throws {
        let thread = try Page.readFixture("wordpress-thesis.html")
        expectPost(of: thread, platform: "wordpress", published: "2012-03-01")
        #expect(thread.comments.map(\.kind) == [.comment, .comment, .comment, .trackback])
        #expect(thread.comments.prefix(3).map(\.id) == ["11", "12", "13"])
        #expect(
            thread.said == [
                Said("Nell Ward", Self.nell, "2012-03-03T09:12", Self.first),
                Said("Orla Finch", nil, "2012-03-03T11:30", Self.second, to: 0),
                Said("Bram Oss", nil, "2012-03-04T22:05", Self.third),
                Said("Sheep News » Walls", "http://sheep.example/walls", "2012-03-05T08:00", ""),
            ])
        #expect(thread.comments.first?.url == "http://wall.example/2012/03/mending/#comment-11")
    }

    @Test("a list of latest comments beside the post is none of its comments, though it has their class")
    func sidebar() throws {
        let thread = try Page.readFixture("wordpress-sidebar.html")
        expectPost(of: thread, platform: "wordpress", author: "http://wall.example/author/orla/", published: "2012-03-01")
        #expect(thread.comments.map(\.kind) == [.comment, .comment])
        #expect(thread.comments.map(\.id) == ["11", "12"])
        #expect(
            thread.said == [
                Said("Nell Ward", Self.nell, "2012-03-03T09:12:44", Self.first),
                Said("Orla Finch", nil, "2012-03-03T11:30:10", Self.second, to: 0),
            ])
    }

    @Test("Monochrome: a trackback is of that kind though its item is a comment's")
    func monochrome() throws {
        let thread = try Page.readFixture("wordpress-monochrome.html")
        expectPost(of: thread, platform: "wordpress", author: "http://wall.example/author/orla/", published: "2012-03-01")
        #expect(thread.comments.map(\.kind) == [.comment, .comment, .trackback])
        #expect(thread.comments.prefix(2).map(\.id) == ["11", "12"])
        #expect(
            thread.said == [
                Said("Nell Ward", Self.nell, "2012-03-03", Self.first), Said("Orla Finch", nil, "2012-03-04", Self.second, to: 0),
                Said("Sheep News » Walls", "http://sheep.example/walls", "2012-03-05", ""),
            ])
    }

    @Test("P2: a heading says who wrote the post, and when")
    func p2() throws {
        let thread = try Page.readFixture("wordpress-p2.html")
        expectPost(of: thread, platform: "wordpress", author: "http://wall.example/author/orla/", published: "2012-03-01T18:00")
        #expect(thread.comments.map(\.kind) == [.comment, .comment])
        #expect(thread.comments.map(\.id) == ["11", "12"])
        #expect(
            thread.said == [
                Said("Nell Ward", Self.nell, "2012-03-03T09:12", Self.first),
                Said("Orla Finch", "http://wall.example/", "2012-03-03T11:30", Self.second, to: 0),
            ])
        #expect(thread.comments.last?.url == "http://wall.example/2012/03/mending/#comment-12")
    }

    @Test("Blogger: date and name in one line above the words")
    func lineAbove() throws {
        let thread = try Page.readFixture("blogger-data.html")
        expectPost(of: thread, platform: "blogger", published: "2012-03-01T15:12")
        #expect(thread.comments.map(\.id) == ["111", "112"])
        #expect(
            thread.said == [
                Said("Nell Ward", Self.nellOnBlogger, "2012-03-13T09:12", Self.first),
                Said("Orla Finch", Self.orlaOnBlogger, "2012-03-13T11:30", Self.second),
            ])
        #expect(thread.comments.first?.url == "http://wall.blogspot.example/2012/03/mending.html#c111")
    }

    @Test("Blogger: author, body and footer in turn, without a definition list")
    func runs() throws {
        let thread = try Page.readFixture("blogger-runs.html")
        expectPost(of: thread, platform: "blogger", published: "2012-03-01T15:12:00")
        #expect(thread.comments.map(\.id) == ["111", "112", "113"])
        #expect(
            thread.said == [
                Said("Nell Ward", Self.nellOnBlogger, "2012-03-03T09:12", Self.first),
                Said("Orla Finch", Self.orlaOnBlogger, "2012-03-03T11:30", Self.second),
                Said("Anonymous", nil, "2012-03-04T22:05", Self.third),
            ])
        #expect(thread.comments.last?.url == "http://wall.blogspot.example/2012/03/mending.html?showComment=1330895100000#c113")
    }

    @Test("Blogger: the same with the classes of classic templates")
    func poster() throws {
        let thread = try Page.readFixture("blogger-poster.html")
        expectPost(of: thread, platform: "blogger", published: "2012-03-01T15:12")
        #expect(thread.comments.map(\.id) == ["111", "112", "113"])
        #expect(
            thread.said == [
                Said("Nell Ward", Self.nellOnBlogger, "2012-03-13T09:12", Self.first),
                Said("Orla Finch", Self.orlaOnBlogger, "2012-03-13T11:30", Self.second),
                Said("Anonymous", nil, "2012-03-14T22:05", Self.third),
            ])
    }

    @Test("Blogger: links to the post are trackbacks, and older comments are on another page")
    func backlinks() throws {
        let thread = try Page.readFixture("blogger-backlinks.html")
        expectPost(of: thread, platform: "blogger", published: "2012-03-01T15:12:00")
        #expect(thread.comments.map(\.kind) == [.comment, .comment, .trackback])
        #expect(thread.comments.prefix(2).map(\.id) == ["111", "112"])
        #expect(
            thread.said == [
                Said("Nell Ward", Self.nellOnBlogger, "2012-03-03T09:12", Self.first),
                Said("Anonymous", nil, "2012-03-04T22:05", Self.third),
                Said("Sheep News on walls", "http://sheep.example/walls", nil, "... Orla has mended it again ..."),
            ])
        #expect(thread.warnings.contains { $0.contains("http://wall.blogspot.example/2012/03/mending.html?commentPage=1") })
    }

    @Test("Blogger's themes of 2017 without replies: an element around each comment")
    func embed() throws {
        let thread = try Page.readFixture("blogger-embed.html")
        expectPost(of: thread, platform: "blogger", author: "https://www.blogger.com/profile/072", published: "2012-03-01T15:12:00")
        #expect(thread.comments.map(\.id) == ["111", "112", "113"])
        #expect(
            thread.said == [
                Said("Nell Ward", Self.nellOnBlogger, "2012-03-03T09:12", Self.first),
                Said("Orla Finch", Self.orlaOnBlogger, "2012-03-03T11:30", Self.second),
                Said("Anonymous", nil, "2012-03-04T22:05", Self.third),
            ])
    }

    @Test("Blogger: blocks that a script would nest are read without the buttons and the author's mark")
    func levels() throws {
        let thread = try Page.readFixture("blogger-levels.html")
        expectPost(of: thread, platform: "blogger", published: "2012-03-01T15:12:00")
        #expect(thread.comments.map(\.id) == ["111", "112", "113"])
        #expect(
            thread.said == [
                Said("Nell Ward", Self.nellOnBlogger, "2012-03-03T09:12", Self.first),
                Said("Orla Finch", Self.orlaOnBlogger, "2012-03-03T11:30", Self.second),
                Said("Anonymous", nil, "2012-03-04T22:05", Self.third),
            ])
    }

    @Test("bbPress: the first message is the topic, and the page is not taken for one of WordPress's own")
    func forum() throws {
        let thread = try Page.readFixture("bbpress.html")
        #expect(thread.source.platform == "bbpress")
        #expect(thread.source.reader == "bbpress")
        #expect(thread.title == "Mending a stone wall")
        #expect(thread.post?.author == Author(name: "Orla Finch", url: "http://wall.example/users/orla/"))
        #expect(thread.post?.published?.local == "2012-03-01T18:00")
        #expect(thread.post?.text == "The frost took the top course again.\n\nWhat now?")
        #expect(thread.comments.map(\.id) == ["11", "13"])
        #expect(thread.comments.map(\.kind) == [.comment, .comment])
        #expect(
            thread.said == [
                Said("Nell Ward", "http://wall.example/users/nell/", "2012-03-03T09:12", Self.first),
                Said("Bram Oss", "http://wall.example/users/bram/", "2012-03-04T22:05", Self.third),
            ])
        #expect(thread.comments.last?.url == "http://wall.example/forums/topic/mending/#post-13")
        #expect(thread.warnings.contains { $0.contains("http://wall.example/forums/topic/mending/page/2/") })
    }

    private static let blogs = [
        "wordpress-thesis.html", "wordpress-sidebar.html", "wordpress-monochrome.html", "wordpress-p2.html", "blogger-data.html",
        "blogger-runs.html", "blogger-poster.html", "blogger-backlinks.html", "blogger-embed.html", "blogger-levels.html",
    ]

    @Test("without comments a page has none", arguments: blogs)
    func empty(_ file: String) throws {
        let thread = try Page.read(Page.fixtureWithoutComments(file))
        #expect(thread.said == [])
        #expect(thread.post?.text == Self.frost)
    }
}
