import Foundation
import ShortLinks
import Testing
import ThreadModel

@testable import LinkResolver

/// Drives a lookup without a network.
private struct LookupDriver {
    private var lookup: WaybackLookup
    private(set) var asked: [String] = []
    private(set) var found: Expansion.Evidence?
    private(set) var nothing: String?
    private(set) var pause: Double?
    private var endpoint = ArchiveEndpoint.index
    private let url: String

    init(_ url: String = "http://bit.ly/AbCdE", date: String? = nil, base: String = "https://web.archive.org") throws {
        self.url = url
        lookup = WaybackLookup(of: try WebURL(url), date: date, base: try WebURL(base), services: .bundled)
        take(lookup.begin())
    }

    mutating func hears(_ result: HopReport.Result) {
        take(lookup.advance(HopReport(result: result, at: "at", milliseconds: 1), endpoint))
    }

    mutating func lists(_ rows: [[String]]) {
        let table = [["timestamp", "original", "statuscode", "mimetype"]] + rows
        hears(.answer(Answer(status: 200, page: Array((try? JSONEncoder().encode(table)) ?? Data()))))
    }

    mutating func lists(json: String) { hears(.answer(Answer(status: 200, page: Array(json.utf8)))) }

    mutating func plays(_ status: Int, _ headers: [HeaderFields.Name: String] = [:], page: String = "", isCapture: Bool = true) {
        var headers = headers
        if isCapture {
            headers[.mementoDatetime] = "Wed, 09 Feb 2011 10:40:00 GMT"
            if headers[.link] == nil { headers[.link] = "<\(url)>; rel=\"original\"" }
        }
        hears(.answer(Answer(status: status, headers: HeaderFields(headers), page: Array(page.utf8))))
    }

    private mutating func take(_ step: WaybackLookup.Step) {
        switch step {
        case .ask(let request):
            asked.append(request.url.text)
            if case .archive(let endpoint) = request.purpose { self.endpoint = endpoint }
        case .found(let evidence): found = evidence
        case .nothing(let reason): nothing = reason
        case .putOff(let seconds, _): pause = seconds
        }
    }
}

@Suite("Looking a short link up in a web archive")
struct WaybackLookupTests {
    private static let row = ["20110209104000", "http://bit.ly/AbCdE", "301", "text/html"]
    private static let capture = "https://web.archive.org/web/20110209104000id_/http://bit.ly/AbCdE"

    @Test("the index is asked for this code in this case only, nearest to the comment's date")
    func index() throws {
        let driver = try LookupDriver(date: "2011-02-09T10:40")
        let asked = try #require(URLComponents(string: driver.asked[0]))
        func value(_ name: String) -> String? { asked.queryItems?.first { $0.name == name }?.value }
        #expect(asked.path == "/cdx/search/cdx")
        #expect(value("url") == "http://bit.ly/AbCdE")
        #expect(value("output") == "json")
        #expect(value("closest") == "201102091040")
        #expect(value("sort") == "closest")
        let filter = try #require(value("filter"))
        #expect(filter.hasPrefix("original:"))
        let pattern = try Regex(String(filter.dropFirst("original:".count)))
        for same in ["http://bit.ly/AbCdE", "https://www.bit.ly/AbCdE", "http://bit.ly:80/AbCdE/"] {
            #expect(same.wholeMatch(of: pattern) != nil)
        }
        for other in ["http://bit.ly/abcde", "http://bitxly/AbCdE", "http://bit.ly/AbCdEf"] {
            #expect(other.wholeMatch(of: pattern) == nil)
        }
    }

    private static let locations: [(String, String?)] = [
        ("https://web.archive.org/web/20110209104000id_/http://a.example/x?y=1", "http://a.example/x?y=1"),
        ("/web/20110209104000id_/http://a.example/x", "http://a.example/x"),
        ("//web.archive.org/web/20110209104000id_/https://a.example/", "https://a.example/"),
        ("http://a.example/x", "http://a.example/x"), ("/web/20110209104000id_/http://bit.ly/", nil),
        ("/web/20110209104000id_/http://bitly.com/pages/gone", nil),
        ("/web/20110209104000id_/http://bit.ly/a/warning?url=http%3A%2F%2Fa.example%2F", "http://a.example/"),
        ("/web/20110209104000id_/https://bitly.com/a/blocked?hash=x", nil), ("/web/20110209104000id_/mailto:a@b.example", nil),
    ]

    @Test("a captured redirect is played as it was, and its target freed from the archive's own address", arguments: locations)
    func redirect(location: String, target: String?) throws {
        var driver = try LookupDriver()
        driver.lists([Self.row])
        #expect(driver.asked.last == Self.capture)
        driver.plays(301, [.location: location, .link: "<http://bit.ly/AbCdE>; rel=\"original\""])
        let evidence = target.map { Expansion.Evidence(kind: .wayback, url: $0, at: "2011-02-09T10:40:00Z", source: Self.capture) }
        #expect(driver.found == evidence)
        #expect((driver.nothing != nil) == (target == nil))
    }

    @Test("captures of another case are another link's, whatever the index says")
    func otherCase() throws {
        var driver = try LookupDriver()
        driver.lists([["20110209104000", "http://bit.ly/abcde", "301", "text/html"]])
        #expect(driver.asked.count == 1)
        #expect(driver.nothing?.contains("another spelling") == true)
        var played = try LookupDriver()
        played.lists([Self.row])
        played.plays(301, [.location: "/web/20110209104000id_/http://a.example/", .link: "<http://bit.ly/abcde>; rel=\"original\""])
        #expect(played.found == nil)
        #expect(played.nothing?.contains("does not say") == true)
        var silent = try LookupDriver()
        silent.lists([Self.row])
        silent.plays(301, [.location: "/web/20110209104000id_/http://a.example/", .link: ""])
        #expect(silent.found == nil)
    }

    @Test("of several captures the one nearest to the comment is played first, within a year redirects before pages")
    func nearest() throws {
        let rows = [
            ["20110209104000", "http://bit.ly/AbCdE", "200", "text/html"], ["20090101000000", "http://bit.ly/AbCdE", "301", "text/html"],
            ["20110301000000", "http://www.bit.ly/AbCdE/", "302", "text/html"],
            ["20110210000000", "http://bit.ly/AbCdE", "404", "text/html"],
        ]
        var dated = try LookupDriver(date: "2011-02-09")
        dated.lists(rows)
        for _ in 0..<3 { dated.plays(404) }
        #expect(dated.asked.dropFirst().map { $0.split(separator: "/")[3].prefix(8) } == ["20110301", "20110209", "20090101"])
        #expect(dated.nothing != nil)
        var undated = try LookupDriver()
        undated.lists(rows)
        #expect(undated.asked.last?.contains("/20090101000000id_/") == true)
    }

    @Test("a redirect that is no capture leads to the capture of another time, if that is near and of this link")
    func navigation() throws {
        var driver = try LookupDriver()
        driver.lists([Self.row])
        driver.plays(302, [.location: "https://web.archive.org/web/20110301000000id_/http://bit.ly/AbCdE"], isCapture: false)
        #expect(driver.asked.last == "https://web.archive.org/web/20110301000000id_/http://bit.ly/AbCdE")
        driver.plays(301, [.location: "/web/20110301000000id_/http://a.example/"])
        #expect(driver.found?.url == "http://a.example/")
        for elsewhere in [
            "20190301000000id_/http://bit.ly/AbCdE", "20110301000000id_/http://bit.ly/abcde", "20110209104000id_/http://bit.ly/AbCdE",
        ] {
            var other = try LookupDriver()
            other.lists([Self.row])
            other.plays(302, [.location: "https://web.archive.org/web/\(elsewhere)"], isCapture: false)
            #expect(other.nothing != nil)
            #expect(other.asked.count == 2)
        }
    }

    @Test("a captured page between is read like a living one")
    func interstitial() throws {
        var driver = try LookupDriver("http://t.co/AbC")
        driver.lists([["20110209104000", "http://t.co/AbC", "200", "text/html"]])
        driver.plays(
            200, [.contentType: "text/html"], page: #"<noscript><META http-equiv="refresh" content="0;URL=http://a.example/"></noscript>"#)
        #expect(driver.found?.url == "http://a.example/")
        var empty = try LookupDriver("http://t.co/AbC")
        empty.lists([["20110209104000", "http://t.co/AbC", "200", "text/html"]])
        empty.plays(200, page: "<p>nothing</p>")
        #expect(empty.nothing?.contains("lead nowhere") == true)
    }

    @Test("what was captured after the service had closed is of somebody else")
    func afterTheEnd() throws {
        var driver = try LookupDriver("http://post.ly/AbC")
        driver.lists([
            ["20200101000000", "http://post.ly/AbC", "302", "text/html"], ["20130430120000", "http://post.ly/AbC", "302", "text/html"],
        ])
        #expect(driver.asked.dropFirst().map { $0.contains("/20130430120000id_/") } == [true])
        driver.plays(302, [.location: "https://web.archive.org/web/20200101000000id_/http://post.ly/AbC"], isCapture: false)
        #expect(driver.asked.count == 2 && driver.nothing?.contains("had closed") == true)
    }

    @Test("an index that fails today is asked again another day", arguments: [500, 502, 403])
    func failing(status: Int) throws {
        var driver = try LookupDriver()
        driver.hears(.answer(Answer(status: status)))
        #expect(driver.pause == 60)
    }

    @Test("a revisit has no status of its own, and is played")
    func revisit() throws {
        var driver = try LookupDriver()
        driver.lists([["20110209104000", "http://bit.ly/AbCdE", "-", "warc/revisit"]])
        driver.plays(301, [.location: "/web/20110209104000id_/http://a.example/"])
        #expect(driver.found?.url == "http://a.example/")
    }

    @Test("a 429 of the archive's own is a pause; one that was captured is not")
    func tooMany() throws {
        var own = try LookupDriver()
        own.hears(.answer(Answer(status: 429)))
        #expect(own.pause == 60)
        var said = try LookupDriver()
        said.hears(.answer(Answer(status: 429, headers: HeaderFields([.retryAfter: "120"]))))
        #expect(said.pause == 120)
        var captured = try LookupDriver()
        captured.lists([Self.row])
        captured.plays(429)
        #expect(captured.pause == nil)
        #expect(captured.nothing != nil)
    }

    @Test("an archive that accepts no connection has shut us out, and is left alone for an hour")
    func shutOut() throws {
        var driver = try LookupDriver()
        driver.hears(.failure(HopFailure(kind: .connectionRefused, message: "refused")))
        #expect(driver.pause == 3600)
    }

    @Test("a capture that the archive does not serve is passed over, and the reason kept")
    func excluded() throws {
        var driver = try LookupDriver()
        driver.lists([Self.row])
        driver.plays(403, [.waybackError: "AdministrativeAccessControlException"], isCapture: false)
        #expect(driver.nothing?.contains("AdministrativeAccessControlException") == true)
    }

    private static let indexes: [(String, String?)] = [
        ("[]", "no capture"), ("", "no capture"), (#"[["timestamp","original","statuscode"]]"#, "no capture"),
        ("<html>", "HTTP status 200"),
        (#"{"error":1}"#, "HTTP status 200"), (#"[["a","b"],["c","d"]]"#, "HTTP status 200"),
        (
            #"[["timestamp","original","statuscode"],["20110200","http://bit.ly/AbCdE",null],["x"],["abc","http://bit.ly/AbCdE","301"]]"#,
            nil
        ),
    ]

    @Test("an index that is empty, broken or dirty harms nobody", arguments: indexes)
    func dirty(json: String, reason: String?) throws {
        var driver = try LookupDriver()
        driver.lists(json: json)
        if let reason {
            #expect(driver.nothing?.contains(reason) == true)
        } else {
            #expect(driver.asked.last?.contains("/20110200id_/") == true)
        }
    }

    @Test("an archive without an index is asked by time, and must say what its capture is of")
    func timeGate() throws {
        var driver = try LookupDriver(date: "2011-02-09", base: "https://arquivo.example/wayback/")
        driver.hears(.answer(Answer(status: 404)))
        #expect(driver.asked.last == "https://arquivo.example/wayback/web/20110209id_/http://bit.ly/AbCdE")
        driver.plays(302, [.location: "/wayback/web/20110301000000id_/http://bit.ly/AbCdE"], isCapture: false)
        driver.plays(301, [.location: "http://a.example/"])
        #expect(driver.found?.url == "http://a.example/")
    }
}

@Suite("What may be asked of a web archive")
struct ArchiveBudgetTests {
    private static let now = Date(timeIntervalSince1970: 1_700_000_000)

    /// Budgets of the same user, as two processes have them.
    private func budgets(perMinute: Int = 24) throws -> (ArchiveBudget, ArchiveBudget, directory: URL) {
        let directory = FileManager.default.temporaryDirectory.appending(path: "archive-budget-\(UUID().uuidString)")
        var archive = WebArchive()
        archive.stateDirectory = directory.path
        archive.indexPerMinute = perMinute
        return (try ArchiveBudget(archive, host: "a.example-443"), try ArchiveBudget(archive, host: "a.example-443"), directory)
    }

    @Test("all processes together have one budget: a quarter of a minute at once, and no more than the limit in any minute")
    func shared() throws {
        let (one, other, directory) = try budgets()
        defer { try? FileManager.default.removeItem(at: directory) }
        var granted = 0
        for second in 0...59 {
            for budget in [one, other] {
                if try budget.take(.index, now: Self.now + Double(second)) == .granted { granted += 1 }
            }
        }
        #expect((25...30).contains(granted))
    }

    @Test("the doors have budgets of their own, and who has to wait is told for how long")
    func waits() throws {
        let (budget, _, directory) = try budgets(perMinute: 4)
        defer { try? FileManager.default.removeItem(at: directory) }
        #expect(try budget.take(.index, now: Self.now) == .granted)
        guard case .wait(let seconds) = try budget.take(.index, now: Self.now + 5) else {
            Issue.record("there is no second token yet")
            return
        }
        #expect((9.9...10.1).contains(seconds))
        #expect(try budget.take(.playback, now: Self.now) == .granted)
        #expect(try budget.take(.index, now: Self.now + 15.1) == .granted)
    }

    @Test("a pause holds for every process, and for every door")
    func blocked() throws {
        let (one, other, directory) = try budgets()
        defer { try? FileManager.default.removeItem(at: directory) }
        try one.block(seconds: 3600, now: Self.now)
        #expect(try other.take(.playback, now: Self.now + 600) == .wait(3000))
        #expect(try other.take(.playback, now: Self.now + 3600) == .granted)
    }

    @Test("a file that is torn is no fresh budget, and a directory that cannot be written is said")
    func damaged() throws {
        let (budget, _, directory) = try budgets()
        defer { try? FileManager.default.removeItem(at: directory) }
        try Data("{\"buck".utf8).write(to: directory.appending(path: "a.example-443.json"))
        let turn = try budget.take(.index, now: Date())
        #expect(turn != .granted)
        var archive = WebArchive()
        archive.stateDirectory = "/proc/nowhere"
        #expect(throws: ArchiveBudget.Problem.self) { try ArchiveBudget(archive, host: "a") }
    }
}

@Suite("Retry-After")
struct RetryAfterTests {
    @Test(
        "seconds and every form of HTTP date are read",
        arguments: [
            ("120", 120), (" 0 ", 0), ("Tue, 14 Nov 2023 22:15:20 GMT", 120), ("Tuesday, 14-Nov-23 22:15:20 GMT", 120),
            ("Tue Nov 14 22:15:20 2023", 120), ("Tue, 14 Nov 2023 22:00:00 GMT", 0),
        ])
    func reads(value: String, seconds: Double) {
        #expect(RetryAfter.seconds(value, now: Date(timeIntervalSince1970: 1_700_000_000)) == seconds)
    }

    @Test("anything else is no answer", arguments: ["", "soon", "-5", "1e9x", "1.5.2"])
    func others(value: String) {
        #expect(RetryAfter.seconds(value, now: Date(timeIntervalSince1970: 1_700_000_000)) == nil)
    }
}
