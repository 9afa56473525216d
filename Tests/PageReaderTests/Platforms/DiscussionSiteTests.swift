import Testing
import ThreadModel

@testable import PageReader

@Suite("Sites where people discuss links and stories are read")
struct DiscussionSiteTests {
    static let samples = [
        PlatformSample(
            platform: "hackernews", file: "hackernews.html", title: "A clock made of sand", author: Author(name: "dune"),
            published: "2021-03-04T05:06:07", text: "I built it over a winter.\n\nAsk me anything.",
            comments: [
                Said("grain", nil, "2021-03-04T06:00:00", "How exact is it?\n\nMine loses an hour a day."),
                Said("dune", nil, "2021-03-04T06:30:00", "A minute a day.", to: 0),
                Said("grain", nil, "2021-03-04T07:00:00", "Impressive.", to: 1),
                Said("silt", nil, "2021-03-05T08:00:00", "Which sieve?"),
            ]),
        PlatformSample(
            platform: "lobsters", file: "lobsters.html", title: "Parsing with pencils",
            author: Author(name: "lead", url: "https://lobste.example/~lead"), published: "2024-02-03T04:05:06",
            text: "Notes from a train.",
            comments: [
                Said("rubber", "https://lobste.example/~rubber", "2024-02-03T06:07:08", "No backtracking at all?"),
                Said("lead", "https://lobste.example/~lead", "2024-02-03T07:00:00", "Only where the lead breaks.", to: 0),
            ]),
        PlatformSample(
            platform: "reddit", file: "reddit.html", title: "Found a button",
            author: Author(name: "Hem", url: "https://www.reddit.example/user/Hem"), published: "2018-02-03T04:05:06",
            text: "Brass, four holes. How old?",
            comments: [
                Said("Bobbin", "https://www.reddit.example/user/Bobbin", "2018-02-03T05:00:00", "Navy, around 1900."),
                Said("Hem", "https://www.reddit.example/user/Hem", "2018-02-03T06:00:00", "Thank you!", to: 0),
            ]),
        PlatformSample(
            platform: "reddit", file: "reddit-elements.html", title: "Found a button",
            author: Author(name: "Hem", url: "https://www.reddit.example/user/Hem/"), published: "2024-02-03T04:05:06",
            text: "Brass, four holes. How old?",
            comments: [
                Said("Bobbin", "https://www.reddit.example/user/Bobbin/", "2024-02-03T05:00:00", "Navy, around 1900."),
                Said("Hem", "https://www.reddit.example/user/Hem/", "2024-02-03T06:00:00", "Thank you!", to: 0),
            ]),
        PlatformSample(
            platform: "slashdot", file: "slashdot.html", title: "Owls Prefer Warm Servers",
            author: Author(name: "tawny", url: "https://slash.example/~tawny"), published: "2012-01-02T15:04",
            text: "A reader writes that an owl moved into the rack.",
            comments: [
                Said("barn", "https://slash.example/~barn", "2012-01-02T15:30", "Who would not?\n\nIt hums."),
                Said("Anonymous Coward", nil, "2012-01-02T16:00", "Mice, mostly.", to: 0),
            ]),
        PlatformSample(
            platform: "github", file: "github.html", title: "Gate latch sticks",
            author: Author(name: "ada", url: "https://github.example/ada"), published: "2022-03-04T05:06:07",
            text: "It jams when the wood is wet.",
            comments: [
                Said("bob", "https://github.example/bob", "2022-03-04T08:00:00", "wood is wet\n\nPlane the edge."),
                Said("ada", "https://github.example/ada", "2022-03-05T09:10:00", "Done, it shuts."),
            ]),
        PlatformSample(
            platform: "metafilter", file: "metafilter.html", title: "The ferry that sings",
            author: Author(name: "keel", url: "https://www.mefi.example/user/7"), published: "2014-06-01T21:00",
            text: "Its ropes hum in the wind.",
            comments: [
                Said("mast", "https://www.mefi.example/user/9", "2014-06-01T21:30", "I took it last year.\n\nIt sings in D minor."),
                Said("bilge pump", "https://www.mefi.example/user/12", "2014-06-02T06:05", "Is there a recording?"),
            ]),
    ]

    @Test("a page says what its fixture says", arguments: samples)
    func reads(_ sample: PlatformSample) throws {
        try sample.expectToBeRead()
    }

    /// What is left of these looks like a comment to the general reader.
    private static let likeComments: Set = ["metafilter.html", "github.html"]

    @Test("a story that nobody has answered has no comments", arguments: samples.filter { !likeComments.contains($0.file) })
    func unanswered(_ sample: PlatformSample) throws {
        try sample.expectToBeReadWithoutComments()
    }

    @Test("Hacker News before 2015: a cell for each comment, no title for the date")
    func oldHackerNews() throws {
        let cell = """
            <tr><td><table border=0><tr><td><img src="http://ycombinator.com/images/s.gif" height=1 width=0></td><td valign=top><center>
            <a id=up_501 href="vote?for=501"><img src="http://ycombinator.com/images/grayarrow.gif"></a></center></td><td class="default">
            <div style="margin-top:2px; margin-bottom:-10px; "><span class="comhead"><a href="user?id=grain">grain</a> 1540 days ago
            | <a href="item?id=501">link</a></span></div><br><span class="comment"><font color=#000000>How exact is it?</font></span>
            <p><font size=1><u><a href="reply?id=501">reply</a></u></font></td></tr></table></td></tr>
            """
        let thread = try Page.read(
            """
            <html><head><link rel="stylesheet" href="news.css"><title>A clock made of sand | Hacker News</title></head><body><center>
            <table id="hnmain" width="85%"><tr><td><table border=0><tr><td class="title"><a href="http://sand.example/clock">A clock made of sand</a>
            </td></tr></table><br><table border=0>\(cell)</table></td></tr></table></center></body></html>
            """)
        #expect(thread.source.reader == "hackernews")
        #expect(thread.said == [Said("grain", nil, nil, "How exact is it?")])
    }
}
