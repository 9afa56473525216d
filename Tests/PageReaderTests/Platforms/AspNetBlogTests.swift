import Testing
import ThreadModel

@testable import PageReader

@Suite("Blogs on ASP.NET, whose pages are one form, are read")
struct AspNetBlogTests {
    static let samples = [
        PlatformSample(
            platform: "blogengine", file: "blogengine.html", title: "Casting spoons",
            author: Author(name: "Ladle", url: "http://pewter.example/author/Ladle"), published: "2015-03-14",
            text: "The mould cracked twice.",
            comments: [
                Said("Tongs", "http://tongs.example/", "2015-03-14T18:20", "Preheat it."),
                Said("Ladle", nil, "2015-03-15T09:05", "I will, thanks.", to: 0),
            ]),
        PlatformSample(
            platform: "blogengine", file: "blogengine-vcard.html", title: "Casting spoons", author: Author(name: "Ladle"),
            published: "2009-03-14T10:00", text: "The mould cracked twice.",
            comments: [Said("Tongs", "http://tongs.example/", "2009-03-14T18:20", "Preheat it.")]),
        PlatformSample(
            platform: "subtext", file: "subtext.html", title: "Threads in the loom", author: Author(name: "Shuttle"),
            published: "2008-03-14T09:10", text: "One warp thread too many.",
            comments: [
                Said("Heddle", "http://heddle.example/", "2008-03-14T10:25", "Count them twice."),
                Said("Shuttle", nil, "2008-03-15T20:00", "I did.\n\nThree times."),
            ]),
        PlatformSample(
            platform: "communityserver", file: "communityserver.html", title: "Lint in the pump",
            author: Author(name: "Soap", url: "http://blogs.suds.example/members/Soap/"), published: "2011-03-14T09:00",
            text: "Clean it every month.",
            comments: [
                Said("Drum", "http://blogs.suds.example/members/Drum/", "2011-03-14T11:42", "How do I open it?"),
                Said("A passer-by", nil, "2011-03-15T13:15", "With a coin."),
            ]),
        PlatformSample(
            platform: "communityserver", file: "communityserver-common.html", title: "Lint in the pump", author: nil, published: nil,
            text: "Clean it every month.", comments: [Said("Drum", nil, "2008-03-14T11:42", "How do I open it?")]),
        PlatformSample(
            platform: "orchard", file: "orchard.html", title: "Hives", author: nil, published: "2014-03-14T09:00:00",
            text: "Two swarms before noon.",
            comments: [
                Said("Comb", "http://comb.example/", "2014-03-14T10:30:00", "Did you catch them?"),
                Said("Drone", nil, "2014-03-14T13:00:00", "One of them.", to: 0),
            ]),
        PlatformSample(
            platform: "dasblog", file: "dasblog.html", title: "A plane that sings", author: nil, published: "2008-03-14T09:00:00",
            text: "It is the iron, I think.",
            comments: [
                Said("Burr", "http://burr.example/", "2008-03-14T10:04:05", "Is it sharp?"),
                Said("Shaving", nil, "2008-03-15T19:00:00", "Tighten the cap.\nA quarter turn."),
            ]),
        PlatformSample(
            platform: "sharepoint", file: "sharepoint.html", title: "New kettle",
            author: Author(name: "Spout", url: "http://team.example/_layouts/userdisp.aspx?ID=4"),
            published: "2011-03-14T09:00", text: "It stands on the second floor.",
            comments: [
                Said("Lid", "http://team.example/_layouts/userdisp.aspx?ID=7", "2011-03-14T09:45", "At last!"),
                Said("Handle", nil, "2011-03-15T14:10", "Where is the manual?"),
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
