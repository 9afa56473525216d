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

    @Test("SMF 1: a cell with the member, and one with subject, date and message")
    func simpleMachinesTables() throws {
        func row(_ id: Int, _ name: String, _ date: String, _ text: String) -> String {
            """
            <tr><td style="padding: 1px 1px 0 1px;"><a name="msg\(id)"></a><table width="100%" cellpadding="3"><tr><td class="windowbg">
            <table width="100%" cellpadding="5"><tr><td valign="top" width="16%" rowspan="2" style="overflow: hidden;">
            <b><a href="http://knife.example/index.php?action=profile;u=\(id)" title="View the profile of \(name)">\(name)</a></b>
            <div class="smalltext">Newbie<br>Posts: 3</div></td><td valign="top" width="85%" height="100%"><table><tr><td>
            <div id="subject_\(id)" style="font-weight: bold;"><a href="http://knife.example/index.php?topic=3.msg\(id)#msg\(id)">Stones</a></div>
            <div class="smalltext">&#171; <b>on:</b> \(date) &#187;</div></td><td class="smalltext"><a href="#">Quote</a></td></tr></table>
            <hr class="hrcolor"><div class="post">\(text)</div></td></tr><tr><td class="smalltext"><hr><div class="signature">Edge</div></td></tr>
            </table></td></tr></table></td></tr>
            """
        }
        let answers = (22...32).map { row($0, "Strop", "January 03, 2008, 10:20:30 AM", "A thousand.") }.joined()
        let thread = try Page.read(
            """
            <html lang="en"><head><title>Stones</title></head><body><div id="bodyarea"><form action="index.php?action=quickmod2" name="quickModForm"
            id="quickModForm"><table cellspacing="0" class="bordercolor">\(row(21, "Whet", "January 02, 2008, 01:02:03 PM", "Which grit?"))\(answers)
            </table></form></div></body></html>
            """)
        #expect(thread.source.reader == "smf")
        #expect(thread.title == "Stones")
        #expect(thread.post?.text == "Which grit?")
        #expect(thread.post?.author == Author(name: "Whet", url: "http://knife.example/index.php?action=profile;u=21"))
        #expect(thread.post?.published?.local == "2008-01-02T13:02:03")
        #expect(thread.comments.map(\.id) == (22...32).map { "\($0)" })
        #expect(
            thread.said
                == (22...32).map {
                    Said("Strop", "http://knife.example/index.php?action=profile;u=\($0)", "2008-01-03T10:20:30", "A thousand.")
                })
    }

    @Test("MyBB 1.6: a table with its number")
    func myBBTables() throws {
        func post(_ id: Int, _ name: String, _ date: String, _ text: String) -> String {
            """
            <a name="pid\(id)" id="pid\(id)"></a><table border="0" cellspacing="1" cellpadding="4" class="tborder" id="post_\(id)"><tr>
            <td class="tcat"><div class="float_left smalltext">\(name) <img src="off.gif" alt="Offline"></div></td></tr>
            <tr><td class="trow1" width="15%" valign="top"><strong><span class="largetext"><a href="http://tea.example/user-\(id).html">\(name)</a></span></strong>
            <br><span class="smalltext">Member<br>Joined: Jan 2009</span></td></tr>
            <tr><td class="trow1 post_content"><span class="smalltext"><strong>Kettle</strong></span><div class="post_body" id="pid_\(id)">\(text)</div></td></tr>
            <tr><td class="trow1"><span class="post_date">\(date)</span> <a href="thread-5-post-\(id).html#pid\(id)">Post: #1</a></td></tr></table>
            """
        }
        let thread = try Page.read(
            """
            <html lang="en"><head><title>Kettle</title><link rel="stylesheet" href="http://tea.example/cache/themes/theme2/global.css"></head><body>
            <table class="tborder"><tr><td class="thead"><strong>Kettle</strong></td></tr></table><div id="posts">
            \(post(11, "Spout", "03-14-2011 03:04 PM", "It drips."))\(post(12, "Lid", "03-14-2011 05:30 PM", "Solder it."))</div></body></html>
            """)
        #expect(thread.title == "Kettle")
        #expect(thread.post?.text == "It drips.")
        #expect(thread.post?.author?.name == "Spout")
        #expect(thread.post?.published?.local == "2011-03-14T15:04")
        #expect(thread.said == [Said("Lid", "http://tea.example/user-12.html", "2011-03-14T17:30", "Solder it.")])
        #expect(thread.comments.map(\.id) == ["12"])
    }

    @Test("PunBB 1.4: answers say that they are")
    func punBB() throws {
        func post(_ kind: String, _ name: String, _ date: String, _ text: String) -> String {
            """
            <div class="post odd \(kind)"><div class="posthead"><h3 class="hn post-ident"><span class="post-num">1</span>
            <span class="post-byline"><span>By</span> <a href="http://ice.example/user/3/"><em class="group3">\(name)</em></a></span>
            <span class="post-link"><a class="permalink" rel="bookmark" href="http://ice.example/post/61/#p61">\(date)</a></span></h3></div>
            <div class="postbody"><div class="post-author"><ul class="author-ident"><li class="username"><a href="http://ice.example/user/3/">\(name)</a></li>
            <li class="usertitle"><span>Member</span></li></ul></div><div class="post-entry"><h4 class="entry-title hn">Re: Boot</h4>
            <div class="entry-content"><p>\(text)</p></div><div class="sig-content"><span class="sig-line"></span>Ice age</div></div></div></div>
            """
        }
        let thread = try Page.read(
            """
            <html lang="en"><head><title>Boot — Penguins</title></head><body><div id="brd-viewtopic" class="brd-page"><div id="brd-main">
            <h1 class="main-title"><a href="http://ice.example/topic/8/">Boot</a></h1>
            \(post("firstpost topicpost", "Floe", "2012-05-06 07:08:09", "Two minutes."))
            \(post("lastpost replypost", "Krill", "2012-05-06 09:10:11", "The journal."))</div></div></body></html>
            """)
        #expect(thread.source.reader == "fluxbb")
        #expect(thread.title == "Boot")
        #expect(thread.post?.text == "Two minutes.")
        #expect(thread.post?.author == Author(name: "Floe", url: "http://ice.example/user/3/"))
        #expect(thread.post?.published?.local == "2012-05-06T07:08:09")
        #expect(thread.said == [Said("Krill", "http://ice.example/user/3/", "2012-05-06T09:10:11", "The journal.")])
    }

    @Test(
        "a page that only links to a platform or shows its pictures is not of it",
        arguments: [
            "<a href=\"https://www.phpbb.com/\">phpBB</a>", "<a href=\"https://invisioncommunity.com/\">Invision</a>",
            "<a href=\"https://www.simplemachines.org/\">SMF</a>", "<img src=\"https://livedoor.blogimg.jp/a/b.jpg\">",
            "<img src=\"https://stat.ameba.jp/blog/a.gif\">", "<img src=\"https://blog-imgs-1.fc2.com/a/b.jpg\">",
            "<a href=\"https://stackoverflow.com/questions/7\">a question</a>",
            "<a href=\"https://news.ycombinator.com/item?id=7\">talk</a>",
            "<a href=\"https://www.reddit.com/r/sewing/\">talk</a>", "<a href=\"https://discourse.org\">Discourse</a>",
        ])
    func links(_ mark: String) throws {
        let words = "Today I tried \(mark), and in the evening I wrote all of it down, so that next year I need not begin again. "
        let thread = try Page.read(
            "<html lang=en><body><h1>Tools</h1><article class=post id=post-1><p>\(words)</p><p>\(words)</p></article></body></html>")
        #expect(thread.source.platform == nil)
    }
}
