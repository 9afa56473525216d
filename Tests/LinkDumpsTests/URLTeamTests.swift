import ShortLinks
import Testing

@testable import LinkDumps

@Suite("Dumps of the URLTeam")
struct URLTeamTests {
    @Test("the line is cut at its first bar: targets have bars, too")
    func bars() throws {
        try expectTargets(
            head("http://bit.ly/") + "aaaaaa|http://a.example/?q=x|y|\n", ["http://bit.ly/aaaaaa": ["http://a.example/?q=x|y|"]])
    }

    @Test("targets are bytes: what is no UTF-8 is percent-encoded, byte by byte")
    func bytes() throws {
        let text =
            Array((head("http://bit.ly/") + "aaaaaa|http://a.example/caf").utf8) + [0xE9] + Array("\nbbbbbb|http://a.example/café\n".utf8)
        try expectTargets(
            text, ["http://bit.ly/aaaaaa": ["http://a.example/caf%E9"], "http://bit.ly/bbbbbb": ["http://a.example/café"]])
    }

    @Test("a line end inside a target belongs to it, where the name of the file tells how long codes are", arguments: ["\n", "\r\n"])
    func lineEnds(end: String) throws {
        let text = head("http://bit.ly/") + "aaaaaa|http://a.example/one\(end)two|three\(end)\(end)four\nbbbbbb|http://b.example/\n"
        try expectTargets(
            text, path: "bitly_6/______.txt",
            [
                "http://bit.ly/aaaaaa": ["http://a.example/one\(end)two|three\(end)\(end)four"],
                "http://bit.ly/bbbbbb": ["http://b.example/"],
            ])
    }

    @Test("where codes may have any length, a line without a bar belongs to the target before it")
    func lineEndsAnyLength() throws {
        try expectTargets(
            head("http://bit.ly/") + "aaa|http://a.example/one\ntwo\nthree four|five\nbb|http://b.example/\n",
            ["http://bit.ly/aaa": ["http://a.example/one\ntwo\nthree four|five"], "http://bit.ly/bb": ["http://b.example/"]])
    }

    @Test("codes are told by their case")
    func letterCase() throws {
        try expectTargets(
            head("http://bit.ly/") + "AbCdEf|http://upper.example/\nabcdef|http://lower.example/\n",
            ["http://bit.ly/abcdef": ["http://lower.example/"], "http://bit.ly/AbCdEf": ["http://upper.example/"]],
            lookingAlsoFor: ["http://bit.ly/ABCDEF"])
    }

    @Test("hosts of one service share their codes, whichever of them the link or the dump has")
    func aliases() throws {
        let text = head("http://j.mp/") + "aaaaaa|http://a.example/\n"
        let links = ["http://bit.ly/aaaaaa", "https://bitly.com/aaaaaa", "http://www.j.mp/aaaaaa/", "http://nyti.ms/aaaaaa"]
        try expectTargets(
            text, Dictionary(uniqueKeysWithValues: links.map { ($0, ["http://a.example/"]) }), lookingAlsoFor: ["http://is.gd/aaaaaa"])
    }

    @Test("a query that was added to a link is no part of its code, unless the dump has it so")
    func queries() throws {
        try expectTargets(
            head("http://bit.ly/") + "aaa|http://a.example/\nbbb|http://b.example/\nbbb?x=1|http://other.example/\n",
            ["http://bit.ly/aaa?utm_source=rss": ["http://a.example/"], "http://bit.ly/bbb?x=1": ["http://other.example/"]])
    }

    @Test("without a prefix each line has the whole short URL")
    func wholeURLs() throws {
        try expectTargets(
            head(nil)
                + "http://bit.ly/aaaaaa|http://a.example/1\n2|3\nhttps://is.gd/b/|http://b.example/\nhttp://tr.im/c|http://c.example/\n",
            ["http://bit.ly/aaaaaa": ["http://a.example/1\n2|3"], "http://is.gd/b": ["http://b.example/"]],
            lookingAlsoFor: ["http://is.gd/aaaaaa"])
    }

    @Test("a prefix may have the code in its middle, and path before it")
    func templates() throws {
        try expectTargets(
            "#FORMAT: BEACON\n#PREFIX: http://su.pr/s/{shortcode}/view\n#HOMEPAGE: http://urlte.am/\n\nabc|http://a.example/\n",
            ["http://su.pr/s/abc/view": ["http://a.example/"]], lookingAlsoFor: ["http://su.pr/abc"])
    }

    @Test("the date of the head counts, else that of the file, else that of its folder")
    func dates() throws {
        let line = "aaaaaa|http://a.example/\n"
        let item = "urlteam_2016-01-02-03-04-05/bitly_6.2016-02-03-04-05-06.txt"
        let cases = [
            (item, head("http://bit.ly/") + line, "2015-07-29T12:00:00Z"),
            (item, head("http://bit.ly/", timestamp: "2011-12-31") + line, "2011-12-31"),
            (item, head("http://bit.ly/", timestamp: "2015-07-29T23:30:00-02:00") + line, "2015-07-30T01:30:00Z"),
            (item, head("http://bit.ly/", timestamp: nil) + line, "2016-02-03T04:05:06Z"),
            (item, head("http://bit.ly/", timestamp: "yesterday") + line, "2016-02-03T04:05:06Z"),
            ("urlteam_20141025T101112/bitly.txt", line, "2014-10-25T10:11:12Z"),
            ("releases/2013-07-20/bit.ly/aaaaaa.txt", line, "2013-07-20"),
            ("bit.ly.txt", line, nil),
        ]
        for (path, text, date) in cases {
            let (targets, _) = try Dump(path: path).read(Array(text.utf8), for: ["http://bit.ly/aaaaaa"])
            #expect(targets["http://bit.ly/aaaaaa"]?.map(\.first.at) == [date], "\(path) \(text)")
        }
    }

    @Test("a target that is met again is one, with its oldest and its newest date; another target is another")
    func again() throws {
        func file(_ date: String, _ target: String) throws -> (name: String, bytes: [UInt8]) {
            ("b/\(date).txt.xz", try Pack.text(head("http://bit.ly/", timestamp: date) + "aaaaaa|\(target)\n"))
        }
        let zip = try Pack.zip([
            file("2015-03-01", "http://a.example/"), file("2014-01-01", "http://a.example/"), file("2014-06-01", "http://a.example/"),
            file("2016-01-01", "http://b.example/"),
        ])
        let (targets, _) = try Dump(path: "b.zip").read(zip, for: ["http://bit.ly/aaaaaa"])
        let found = try #require(targets["http://bit.ly/aaaaaa"])
        #expect(found.map(\.url) == ["http://a.example/", "http://b.example/"])
        #expect(found.map(\.first.at) == ["2014-01-01", "2016-01-01"] && found.map(\.last.at) == ["2015-03-01", "2016-01-01"])
        #expect(found[0].first.source == "b.zip/b/2014-01-01.txt.xz")
    }

    @Test("a text whose codes have a length that nobody looks for is not read further")
    func lengths() throws {
        let six = try Pack.text(head("http://bit.ly/") + "aaaaaa|http://a.example/\n")
        let five = try Pack.text(head("http://bit.ly/") + "aaaaa|http://a.example/\n")
        // Of codes with more than eight characters the first ones are in the name.
        let nine = try Pack.text(head("http://bit.ly/") + "a12345678|http://a.example/\n")
        let zip = try Pack.zip([("b/______.txt.xz", six), ("b/_____.txt.xz", five), ("b/%61________.txt.xz", nine)])
        let (targets, report) = try Dump(path: "b.zip").read(zip, for: ["http://bit.ly/aaaaaa", "http://bit.ly/a12345678"])
        #expect(targets.count == 2)
        #expect(report.texts == 3 && report.passedOver == 1 && report.lines == 2 && report.failures.isEmpty)
    }

    @Test("a text of a service that nobody looks for is not read further")
    func otherService() throws {
        let (targets, report) = try Dump(path: "dump.txt").read(
            Array((head("http://no-shortener.example/") + "aaaaaa|http://a.example/\n").utf8), for: ["http://bit.ly/aaaaaa"])
        #expect(targets.isEmpty && report.passedOver == 1 && report.lines == 0 && report.failures.isEmpty)
    }

    @Test("lines that are too long are counted and passed over, and so are targets that go on too long")
    func longLines() throws {
        let long = String(repeating: "x", count: TextScanner.longestLine)
        let veryLong = String(repeating: "y", count: 5 * TextScanner.longestLine)
        let text =
            head("http://bit.ly/")
            + "aaa|http://\(long)\nbbb|http://\(veryLong)\nccc|http://c.example/\nddd|http://\(long.dropLast(20))\n\(long)\n"
        let (targets, report) = try Dump(path: "dump.txt").read(
            Array(text.utf8), for: ["aaa", "bbb", "ccc", "ddd"].map { "http://bit.ly/" + $0 })
        #expect(targets.mapValues { $0.map(\.url) } == ["http://bit.ly/ccc": ["http://c.example/"]])
        #expect(report.dropped == 2 && report.failures.isEmpty)
    }

    @Test("a code that a dump has hundreds of times with other targets does not fill the memory")
    func manyTargets() throws {
        let lines = (0..<1000).map { "aaa|http://\($0).example/\n" }.joined()
        let (targets, report) = try Dump(path: "dump.txt").read(Array((head("http://bit.ly/") + lines).utf8), for: ["http://bit.ly/aaa"])
        #expect(targets["http://bit.ly/aaa"]?.count == DumpFindings.targetsOfOneCode && report.lines == 1000)
    }

    @Test("where more is found than is kept, that is said")
    func tooMuch() throws {
        var findings = DumpFindings(room: 1000)
        try findings.add("http://a.example/".utf8, .init(source: "a"), of: 0)
        #expect(throws: DumpError.tooMuchFound) { try findings.add(repeatElement(0x61, count: 2000), .init(source: "a"), of: 1) }
        #expect(findings.count == 1)
    }

    @Test("the last line needs no line end, an empty target is none, and a byte order mark does not count")
    func edges() throws {
        try expectTargets(
            "\u{FEFF}" + head("http://bit.ly/") + "aaa|\nbbb|  http://b.example/ \nccc|http://c.example/",
            ["http://bit.ly/bbb": ["http://b.example/"], "http://bit.ly/ccc": ["http://c.example/"]], lookingAlsoFor: ["http://bit.ly/aaa"])
    }
}
