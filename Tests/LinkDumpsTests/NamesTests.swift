import ShortLinks
import Testing

@testable import LinkDumps

@Suite("What names tell")
struct NamesTests {
    static let services: [(path: String, entry: String?, service: String?)] = [
        ("bit.ly/00000-9____/10000-1____.txt.xz", nil, "bit.ly"),
        ("/data/urlteam/is.gd/a.txt.xz", nil, "is.gd"),
        ("tr.im.txt.xz", nil, "tr.im"),
        ("releases/tr.im-relaunched.txt.xz", nil, "tr.im"),
        ("shorturls-20240101.gz", nil, "w.wiki"),
        ("bitly_6.2015-07-29-12-00-00.zip", "bitly_6/______.txt.xz", "bit.ly"),
        ("batch.zip", "goo-gl/______.txt.xz", "goo.gl"),
        ("batch.zip", "tinyurl_7/_______.txt.xz", "tinyurl.com"),
        ("isgd.2016-01-01-00-00-00.txt.xz", nil, "is.gd"),
        // The user's own folders are no projects.
        ("/home/tinyurl/dump.txt", nil, nil),
        ("twitter-unrolled-urls-spritzer-stream-20111015-20130318.txt.xz", nil, nil),
    ]

    @Test("files and folders are called after a service's host, or after a project of the URLTeam", arguments: services)
    func service(path: String, entry: String?, service: String?) {
        #expect(DumpName(path: path, entry: entry, names: ServiceNames(.bundled)).service == service)
    }

    static let sources: [(path: String, entry: String?, source: String)] = [
        ("/data/2013-07-20/bit.ly/00000-9____/10000-1____.txt.xz", nil, "bit.ly/00000-9____/10000-1____.txt.xz"),
        ("/data/bitly_6.2015-07-29-12-00-00.zip", "bitly_6/______.txt.xz", "bitly_6.2015-07-29-12-00-00.zip/bitly_6/______.txt.xz"),
        ("/data/some.txt", nil, "some.txt"),
        ("standard input", nil, "standard input"),
    ]

    @Test("the source is the same wherever the dumps lie", arguments: sources)
    func source(path: String, entry: String?, source: String) {
        #expect(DumpName(path: path, entry: entry, names: ServiceNames(.bundled)).source == source)
    }

    static let lengths: [(name: String, length: Int?)] = [
        ("______.txt.xz", 6), ("_.txt", 1), ("%61%42________.txt.xz", 10), ("12________.txt.xz", 10), ("10000-1____.txt.xz", nil),
        ("tr.im.txt.xz", nil), ("%6_.txt", nil),
    ]

    @Test("a name of the second generation tells how long codes are", arguments: lengths)
    func codeLength(name: String, length: Int?) {
        #expect(DumpName(path: "a.zip", entry: "p/" + name, names: ServiceNames(.bundled)).codeLength == length)
    }

    static let dates: [(name: String, date: String?)] = [
        ("urlteam_2015-07-29-12-00-00", "2015-07-29T12:00:00Z"), ("2013-07-20", "2013-07-20"),
        ("urlteam_20141025T101112", "2014-10-25T10:11:12Z"),
        ("shorturls-20240101.gz", "2024-01-01"), ("x.2015-13-40.zip", nil), ("20000101-2", nil), ("1234-56-78", nil),
        ("a-2015-07-29-25-00-00.zip", "2015-07-29"), ("12015-07-291", nil),
    ]

    @Test("a date in a name is one only where it can be", arguments: dates)
    func date(name: String, date: String?) {
        #expect(DumpDate.inName(name) == date)
    }

    @Test("a service that the user names counts before all that files say")
    func named() throws {
        try expectTargets(
            head("http://bit.ly/") + "aaa|http://a.example/\n", path: "bit.ly.txt", service: "tr.im",
            ["http://tr.im/aaa": ["http://a.example/"]],
            lookingAlsoFor: ["http://bit.ly/aaa"])
    }

    @Test("lines without a head belong to the service of the path; Wikimedia's and the first generation's are such")
    func withoutHead() throws {
        try expectTargets("aaa|http://a.example/\n", path: "tr.im.txt", ["http://tr.im/aaa": ["http://a.example/"]])
        try expectTargets(
            "3|https://w.example/wiki/A|B\n", path: "shorturls-20240101.gz", ["https://w.wiki/3": ["https://w.example/wiki/A|B"]])
    }

    @Test("where nothing tells the service, that is an error, and what is no dump is another")
    func unknown() throws {
        let cases: [([UInt8], DumpError)] = [
            (Array("aaa|http://a.example/\n".utf8), .unknownService), (Array("Just words.\nAnd more.\n".utf8), .noLinks), ([], .empty),
            (Array(" \n\n".utf8), .empty), ([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1], .notText),
            (Array("#FORMAT: BEACON\n#PREFIX: nowhere\n\na|b\n".utf8), .unknownService),
        ]
        for (bytes, error) in cases {
            let (targets, report) = try Dump(path: "dump.txt").read(bytes, for: ["http://bit.ly/aaa"])
            #expect(report.failures.map(\.error) == [error] && targets.isEmpty)
        }
    }
}
