import Testing
import ThreadModel

@testable import PageReader

@Suite("In forums the first post opens the thread, and the others answer it")
struct ForumTests {
    static let samples = [
        PlatformSample(
            platform: "stackexchange", file: "stackexchange.html", title: "Why does my sourdough stay flat?",
            author: Author(name: "Inés", url: "https://baking.stackexchange.example/users/12/ines"), published: "2014-02-06T20:37:20",
            text: "My loaf spreads like a pancake.\n\nWhat did I miss?",
            comments: [
                Said("Omar", "https://baking.stackexchange.example/users/31/omar", "2014-02-06T21:03:03", "How wet is the dough?"),
                Said(
                    "Lev", "https://baking.stackexchange.example/users/40/lev", "2014-02-06T23:35:45",
                    "Less water, more folding.\n\nFour folds, half an hour apart."),
                Said("Inés", "https://baking.stackexchange.example/users/12/ines", "2014-02-08T07:12:00", "Thanks, that was it.", to: 1),
                Said("user998", nil, "2015-05-01T12:00:00", "Buy a tin."),
            ]),
        PlatformSample(
            platform: "stackexchange", file: "stackexchange-tables.html", title: "How to oil a bench?", author: Author(name: "Kit"),
            published: "2010-04-02T09:15:00", text: "Linseed or tung?",
            comments: [
                Said("Ash", nil, "2010-04-02T11:00:00", "Tung, thinly."),
                Said("Kit", nil, "2010-04-02T12:30:00", "How thinly?", to: 0),
            ]),
        PlatformSample(
            platform: "discourse", file: "discourse.html", title: "Best lamp for a tent",
            author: Author(name: "mira", url: "https://camp.example/u/mira"), published: "2023-05-02T08:15:00",
            text: "Which lamp do you hang in the tent?",
            comments: [
                Said("oskar", "https://camp.example/u/oskar", "2023-05-02T09:40:12", "A small lantern."),
                Said("mira", "https://camp.example/u/mira", "2023-05-03T18:00:00", "oskar:\n\nA small lantern.\n\nGas or battery?", to: 0),
            ]),
        PlatformSample(
            platform: "discourse", file: "discourse-rendered.html", title: "Best lamp for a tent",
            author: Author(name: "mira", url: "https://camp.example/u/mira"), published: "2023-05-02T08:15",
            text: "Which lamp do you hang in the tent?",
            comments: [Said("oskar", "https://camp.example/u/oskar", "2023-05-02T09:40", "A small lantern.")]),
        PlatformSample(
            platform: "discourse", file: "discourse-plain.html", title: "Best lamp for a tent", author: Author(name: "mira"),
            published: "2017-05-02T08:15:00", text: "Which lamp do you hang in the tent?",
            comments: [Said("oskar", nil, "2017-05-02T09:40:12", "A small lantern.")]),
        PlatformSample(
            platform: "phpbb", file: "phpbb.html", title: "Squeaky gate",
            author: Author(name: "Posty", url: "http://fence.example/memberlist.php?mode=viewprofile&u=5"),
            published: "2019-03-04T17:20:00", text: "My gate squeaks at night.\n\nWhat helps?",
            comments: [
                Said(
                    "Rail", "http://fence.example/memberlist.php?mode=viewprofile&u=9", "2019-03-04T19:05:00",
                    "What helps?\n\nGrease."),
                Said("A guest", nil, "2019-03-05T08:00", "Or a new hinge."),
            ]),
        PlatformSample(
            platform: "phpbb", file: "phpbb-subsilver.html", title: "Squeaky gate", author: Author(name: "Posty"),
            published: "2004-03-04T17:20", text: "My gate squeaks at night.", comments: [Said("Rail", nil, "2004-03-04T19:05", "Grease.")]),
        PlatformSample(
            platform: "vbulletin", file: "vbulletin.html", title: "Rust on the chain", author: Author(name: "Cog"),
            published: "2011-02-04T19:15", text: "Oil or wax after rain?",
            comments: [
                Said("Spoke", nil, "2011-02-13T08:20", "Originally Posted by Cog\nOil or wax?\nWax."),
                Said("Passer-by", nil, "2011-02-14T21:00", "Neither, a new chain."),
            ]),
        PlatformSample(
            platform: "vbulletin", file: "vbulletin-tables.html", title: "Rust on the chain", author: Author(name: "Cog"),
            published: "2008-03-14T19:15", text: "Oil or wax after rain?", comments: [Said("Spoke", nil, "2008-03-15T08:20", "Wax.")]),
        PlatformSample(
            platform: "vbulletin", file: "vbulletin-nodes.html", title: "Rust on the chain",
            author: Author(name: "Cog", url: "https://wheels.example/member/4-cog"), published: "2017-04-01T19:15:00",
            text: "Oil or wax after rain?",
            comments: [Said("Spoke", "https://wheels.example/member/8-spoke", "2017-04-02T08:20:00", "Wax.")]),
        PlatformSample(
            platform: "mybb", file: "mybb.html", title: "Leaking kettle",
            author: Author(name: "Spout", url: "http://tea.example/member.php?action=profile&uid=2"), published: "2014-03-14T15:04",
            text: "It drips from the handle.",
            comments: [
                Said(
                    "Lid", "http://tea.example/member.php?action=profile&uid=7", "2014-03-14T17:30",
                    "It drips from the handle.\n\nSolder it.")
            ]),
        PlatformSample(
            platform: "xenforo", file: "xenforo.html", title: "Slow tortoise",
            author: Author(name: "Tuck", url: "https://shells.example/members/tuck.3/"), published: "2019-01-02T03:04:05",
            text: "He has not moved since June.",
            comments: [
                Said("Carapax", "https://shells.example/members/carapax.9/", "2019-01-02T09:30:00", "Winter. Let him sleep."),
                Said(
                    "Tuck", "https://shells.example/members/tuck.3/", "2019-01-03T20:00:00",
                    "Carapax said:\nLet him sleep.\n\nUntil when?", to: 0),
            ]),
        PlatformSample(
            platform: "xenforo", file: "xenforo-lists.html", title: "Slow tortoise", author: Author(name: "Tuck"),
            published: "2012-01-02T03:04", text: "He has not moved since June.",
            comments: [
                Said("Carapax", nil, "2012-01-02T09:30", "Winter. Let him sleep."),
                Said("Tuck", nil, "2012-01-03T20:00", "Carapax said:\n\nLet him sleep.\n\nUntil when?", to: 0),
            ]),
        PlatformSample(
            platform: "invision", file: "invision.html", title: "Cold frame",
            author: Author(name: "Sieve", url: "https://plots.example/profile/4-sieve/"), published: "2018-02-03T07:08:09",
            text: "Glass or plastic?",
            comments: [
                Said("Mulch", "https://plots.example/profile/9-mulch/", "2018-02-03T10:00:00", "Old windows."),
                Said("Guest Tines", nil, "2018-02-05T11:30:00", "Old windows.\n\nMind the lead paint.", to: 0),
            ]),
        PlatformSample(
            platform: "invision", file: "invision-blocks.html", title: "Cold frame",
            author: Author(name: "Sieve", url: "http://plots.example/user/4-sieve/"), published: "2012-02-03T07:08:00",
            text: "Glass or plastic?",
            comments: [Said("Mulch", "http://plots.example/user/9-mulch/", "2012-02-03T10:00:00", "Old windows.")]),
        PlatformSample(
            platform: "flarum", file: "flarum.html", title: "Night heron", author: Author(name: "Egret"), published: nil,
            text: "Seen by the weir at dusk.", comments: [Said("Plover", nil, nil, "Adult or young?")]),
        PlatformSample(
            platform: "flarum", file: "flarum-rendered.html", title: "Night heron", author: Author(name: "Egret"),
            published: "2021-06-07T20:15:00", text: "Seen by the weir at dusk.",
            comments: [Said("Plover", nil, "2021-06-08T06:00:00", "Adult or young?")]),
        PlatformSample(
            platform: "vanilla", file: "vanilla.html", title: "Loose pedal",
            author: Author(name: "Crank", url: "https://wheels.example/profile/Crank"), published: "2016-03-04T17:06:07",
            text: "The left one turns off again and again.",
            comments: [Said("Hub", "https://wheels.example/profile/Hub", "2016-03-04T18:00:00", "It has a left thread.")]),
        PlatformSample(
            platform: "fluxbb", file: "fluxbb.html", title: "Boot takes long", author: Author(name: "Floe"),
            published: "2012-05-06T07:08:09", text: "Two minutes to the prompt.",
            comments: [Said("Krill", nil, "2012-05-06T09:10:11", "Look at the journal.")]),
    ]

    @Test("a thread says what its fixture says", arguments: samples)
    func reads(_ sample: PlatformSample) throws {
        try sample.expectToBeRead()
    }

    /// The only post of these looks like a comment to the general reader.
    private static let likeComments: Set = [
        "discourse.html", "discourse-plain.html", "vbulletin-nodes.html", "xenforo-lists.html", "invision.html", "flarum-rendered.html",
        "vanilla.html",
    ]

    @Test("a thread that nobody has answered has no comments", arguments: samples.filter { !likeComments.contains($0.file) })
    func unanswered(_ sample: PlatformSample) throws {
        try sample.expectToBeReadWithoutComments()
    }

    @Test("SMF: a long topic stands in a form for moderators")
    func simpleMachines() throws {
        let markup = String(decoding: try Page.fixture("smf.html"), as: UTF8.self)
        let start = try #require(markup.firstRange(of: "<!-- comments -->")).upperBound
        let end = try #require(markup.firstRange(of: "<!-- /comments -->")).lowerBound
        let answers = (22...32).map { markup[start..<end].replacing("22", with: "\($0)") }.joined()
        let thread = try Page.read(markup.replacing(markup[start..<end], with: answers))
        #expect(thread.source.reader == "smf")
        #expect(thread.title == "Sharp stones")
        #expect(thread.post?.author == Author(name: "Whet", url: "http://knife.example/index.php?action=profile;u=4"))
        #expect(thread.post?.published?.local == "2021-01-02T13:02:03")
        #expect(thread.post?.text == "Which grit for a kitchen knife?")
        let answer = Said(
            "Strop", "http://knife.example/index.php?action=profile;u=6", "2021-01-03T10:20:30", "A thousand, then six thousand.")
        #expect(thread.said == Array(repeating: answer, count: 11))
        #expect(thread.comments.map(\.id) == (22...32).map { "\($0)" })
    }
}
