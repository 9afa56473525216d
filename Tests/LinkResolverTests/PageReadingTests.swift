import Foundation
import ShortLinks
import Testing
import ThreadModel

@testable import LinkResolver

@Suite("Pages that lead on without a redirect")
struct PageReadingTests {
    private static let table = ServiceTable.bundled

    private func read(_ html: String, at url: String = "http://bit.ly/x") throws -> PageReading {
        let url = try WebURL(url)
        return PageReading(Array(html.utf8), charset: nil, at: url, service: Self.table.service(ofHost: url.host))
    }

    private static let metas: [(String, String?)] = [
        (#"<meta http-equiv="refresh" content="0;url=http://a.example/x">"#, "http://a.example/x"),
        (#"<META HTTP-EQUIV=Refresh CONTENT="0.5, URL = 'http://a.example/x'">"#, "http://a.example/x"),
        (#"<meta http-equiv=refresh content="url=http://a.example/x">"#, "http://a.example/x"),
        (#"<meta http-equiv=refresh content="0 http://a.example/x">"#, "http://a.example/x"),
        (#"<meta http-equiv=refresh content="0;url=http://a.example/?a=1&amp;b=2">"#, "http://a.example/?a=1&b=2"),
        (#"<head><noscript><META http-equiv="refresh" content="0;URL=http://a.example/x"></noscript></head>"#, "http://a.example/x"),
        (#"<noscript><META http-equiv="refresh" content="0;URL=http://a.example/x"></noscript>"#, "http://a.example/x"),
        (#"<body><p>text<meta http-equiv=refresh content="0;url=/local"></body>"#, "/local"),
        (#"<meta http-equiv=refresh content="31;url=http://a.example/x">"#, nil), (#"<meta http-equiv=refresh content="5">"#, nil),
        (#"<meta name=refresh content="0;url=http://a.example/x">"#, nil),
        (#"<!-- <meta http-equiv="refresh" content="0;url=http://a.example/x"> -->"#, nil),
    ]

    @Test("a refresh counts wherever it stands and however it is spelt, and not where the page is there to be read", arguments: metas)
    func meta(html: String, target: String?) throws {
        #expect(try read(html).lead == target.map { Lead(kind: .metaRefresh, target: $0) })
    }

    private static let scripts: [(String, String?)] = [
        (#"location.replace("http:\/\/a.example\/x")"#, "http://a.example/x"),
        (#"window.location.replace('http://a.example/x');"#, "http://a.example/x"),
        (#"top.location.assign( "http://a.example/x" )"#, "http://a.example/x"),
        (#"document.location = "http://a.example/x";"#, "http://a.example/x"),
        (#"self.location.href='http://a.example/x'"#, "http://a.example/x"),
        (#"location.href = "http\x3A\u002F\u{2f}a.example/x""#, "http://a.example/x"),
        (#"location.replace("http://a.example/caf\u00e9")"#, "http://a.example/café"),
        (#"var to = "http://a.example/x"; location = to;"#, nil), (#"location.href = "http://a.example/" + code;"#, nil),
        (#"if (location.href == "http://a.example/x") {}"#, nil), (#"my_location = "http://a.example/x""#, nil),
        (#"$location = "http://a.example/x""#, nil), (#"location.hash = "http://a.example/x""#, nil),
        (#"location.replace("http://a.example/x"#, nil), (#"location.href = "/login""#, nil),
        (#"location = `http://${host}/`"#, nil), (#"location.href="javascript:void(0)""#, nil),
    ]

    @Test("a script counts that sets the location to another site in one string", arguments: scripts)
    func script(code: String, target: String?) throws {
        #expect(
            try read("<html><SCRIPT type='text/javascript'>\n\(code)\n</SCRIPT>").lead == target.map { Lead(kind: .script, target: $0) })
    }

    @Test("a script in the large page of a host that is no shortener does not lead on, nor do words that are no script")
    func scriptElsewhere() throws {
        let script = #"<script>location.replace("http://a.example/x")</script>"#
        let words = String(repeating: "<p>words for people</p>", count: 500)
        #expect(try read(words + script, at: "http://blog.example/post").lead == nil)
        #expect(try read(words + script).lead?.kind == .script)
        #expect(try read("<p>location.replace(\"http://a.example/x\")</p>").lead == nil)
    }

    @Test("a page in UTF-16 is read like any other")
    func wide() throws {
        var page: [UInt8] = []
        for unit in "<meta http-equiv=REFRESH content='0;url=http://a.example/x'>".utf16 { page += [UInt8(truncatingIfNeeded: unit), 0] }
        let reading = PageReading([0xFF, 0xFE] + page, charset: nil, at: try WebURL("http://bit.ly/x"), service: nil)
        #expect(reading.lead == Lead(kind: .metaRefresh, target: "http://a.example/x"))
    }

    @Test("the refresh of a page counts before its script, and that before its frame")
    func order() throws {
        let meta = #"<meta http-equiv=refresh content="0;url=http://meta.example/">"#
        let script = #"<script>location="http://script.example/";</script>"#
        let frame = #"<frameset><frame src="http://frame.example/"></frameset>"#
        #expect(try read(script + meta + frame).lead?.target == "http://meta.example/")
        #expect(try read(script + frame).lead?.target == "http://script.example/")
        #expect(try read(frame).lead == Lead(kind: .frame, target: "http://frame.example/"))
    }

    private static let frames: [(String, String, String?)] = [
        ("http://ow.ly/x", #"<iframe src="http://a.example/x"></iframe>"#, "http://a.example/x"),
        ("http://ht.ly/x", #"<frameset rows="40,*"><frame src="/bar"><frame src="http://a.example/x"></frameset>"#, "http://a.example/x"),
        ("http://other.example/x", #"<frameset><frame src="http://a.example/x"></frameset>"#, "http://a.example/x"),
        ("http://other.example/x", #"<frameset><frame src="http://a.example/x"><frame src="http://b.example/x"></frameset>"#, nil),
        ("http://other.example/x", #"<iframe src="http://a.example/player"></iframe>"#, nil),
        ("http://ow.ly/x", #"<iframe src="javascript:alert(1)"></iframe>"#, nil),
    ]

    @Test("a frame leads on that fills the page, or where the service is known for it", arguments: frames)
    func frame(url: String, html: String, target: String?) throws {
        #expect(try read(html, at: url).lead == target.map { Lead(kind: .frame, target: $0) })
    }

    private static let interstitials: [(String, String, String)] = [
        (
            "https://lnkd.in/x",
            #"<a href="https://help.example/">?</a><main><a data-tracking-control-name="external_url_click" href="https://a.example/x">go</a></main>"#,
            "https://a.example/x"
        ),
        (
            "https://lnkd.in/x",
            #"<a class="artdeco-button" href="https://help.example/">?</a><main><a class="artdeco-button" href="https://a.example/x">go</a></main>"#,
            "https://a.example/x"
        ),
        ("http://tinyurl.com/x", "<a id=redirecturl href='http://a.example/\nx'>here</a>", "http://a.example/x"),
        (
            "https://v.gd/x", #"<div id=main><a href="https://v.gd/faq">?</a><a href="http://a.example/x">http://a.example/x</a></div>"#,
            "http://a.example/x"
        ),
    ]

    @Test("the link on a page between is found where its service puts it", arguments: interstitials)
    func interstitial(url: String, html: String, target: String) throws {
        #expect(try read(html, at: url).lead == Lead(kind: .interstitial, target: target))
    }

    private static let refusals: [(String, String, Service.Refusal.Reason)] = [
        ("http://is.gd/x", "<h1>Link Disabled</h1>", .blocked), ("http://is.gd/x", "Error: Rate limit exceeded", .throttled),
        ("http://tinyurl.com/x", "<p>This TinyURL went to:</p>", .blocked),
    ]

    @Test("a page that refuses gives the reason, whatever else it says", arguments: refusals)
    func refusal(url: String, html: String, reason: Service.Refusal.Reason) throws {
        let reading = try read(html + #"<script>location="http://ads.example/";</script>"#, at: url)
        #expect(reading.refusal?.reason == reason)
        #expect(reading.lead == nil)
    }

    /// adf.ly's own way of hiding a target.
    private func hidden(_ url: String) -> String {
        let noise = String(repeating: "n0ise7", count: 3).prefix(16)
        var letters = Array(Data("\(noise)\(url)\(noise)".utf8).base64EncodedString())
        let digits = letters.indices.filter { letters[$0].isNumber }
        for pair in stride(from: 0, to: digits.count - 1, by: 2) {
            let value = (letters[digits[pair]].wholeNumberValue ?? 0) ^ (letters[digits[pair + 1]].wholeNumberValue ?? 0)
            if value < 10 { letters[digits[pair]] = Character(String(value)) }
        }
        var code = ""
        for place in 0..<(letters.count / 2) { code += "\(letters[place])\(letters[letters.count - 1 - place])" }
        return letters.count % 2 == 0 ? code : code + String(letters[letters.count / 2])
    }

    @Test("the target that adf.ly's pages hid is read from them", arguments: ["http://a.example/", "https://a.example/2011/02/09?x=12345"])
    func ysmm(url: String) throws {
        let page = "<html><script>var eu = 1; var ysmm = '\(hidden(url))';</script></html>"
        #expect(try read(page, at: "http://adf.ly/x").lead == Lead(kind: .interstitial, target: url))
        #expect(try read("<script>var ysmm = 'AAAA';</script>", at: "http://adf.ly/x").lead == nil)
    }
}
