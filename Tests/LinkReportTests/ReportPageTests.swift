import ArchiveStore
import Foundation
import FoundationXML
import Testing
import ThreadModel

@testable import LinkReport

@Suite("The report of an archive")
struct ReportPageTests {
    private let directory = FileManager.default.temporaryDirectory.appendingPathComponent("link-report-\(UUID().uuidString)").path
    private let date = Date(timeIntervalSince1970: 1_769_846_400)

    private func thread(_ id: String, title: String, _ comments: [(date: String?, links: [String])]) -> CommentThread {
        CommentThread(
            id: id, url: "http://blog.example/\(id).html", title: title,
            post: Post(
                published: PublishedDate(printed: "x", local: "2009-05-01"), text: "A post.",
                links: [Link(url: "http://bit.ly/post", short: true)]),
            comments: comments.enumerated().map { number, comment in
                Comment(
                    id: "c\(number)", published: comment.date.map { PublishedDate(printed: $0, local: $0) }, text: "A comment.",
                    links: comment.links.map { Link(url: $0, short: true) })
            },
            source: Source(
                sha256: String(repeating: "0", count: 64), bytes: 1, mediaType: "text/html", encoding: "utf-8", reader: "generic"))
    }

    private func report(_ threads: [CommentThread], _ expansions: [Expansion] = [], limit: Int = 200) throws -> LinkReport {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let writer = try ArchiveWriter(directory: directory)
        for thread in threads { _ = try writer.append(thread) }
        for expansion in expansions { try writer.append(expansion) }
        try writer.close()
        return try LinkReport(of: ArchiveReader(directory: directory), date: date, limit: limit)
    }

    private func expansion(
        _ url: String, _ status: Expansion.Status, _ final: String? = nil, via: Expansion.Via? = nil,
        _ evidence: [Expansion.Evidence]? = nil, strikes: Int? = nil
    ) -> Expansion {
        Expansion(
            url: url, status: status, final: final, via: via, checkedAt: "2026-01-31T08:00:00Z", strikes: strikes, evidence: evidence)
    }

    private static let capture = "https://web.archive.org/web/20110209104000/http://tr.im/old"

    private func full(limit: Int = 200) throws -> LinkReport {
        try report(
            [
                thread(
                    "one", title: "Trains & <b>ferries</b>",
                    [("2010-01-02", ["http://bit.ly/a", "http://bit.ly/gone"]), (nil, ["http://tr.im/old"])]),
                thread("two", title: "Second", [("2011", ["http://bit.ly/gone", "http://bit.ly/sold", "http://bit.ly/lost"])]),
            ],
            [
                expansion("http://bit.ly/a", .resolved, "http://a.example/", via: .redirect), expansion("http://bit.ly/gone", .gone),
                expansion("http://bit.ly/lost", .gone, strikes: 3),
                expansion(
                    "http://tr.im/old", .archived, "http://old.example/", via: .wayback,
                    [.init(kind: .wayback, url: "http://old.example/", at: "2011-02-09T10:40:00Z", source: Self.capture)]),
                expansion("http://bit.ly/sold", .resolved, "http://first.example/", [.init(kind: .page, url: "http://first.example/")]),
                expansion(
                    "http://bit.ly/sold", .resolved, "http://casino.example/",
                    [.init(kind: .dump, url: "http://first.example/", source: "d.xz")]),
            ], limit: limit)
    }

    @Test("counts each short link once by status, and each place by the year of the comment or post")
    func numbers() throws {
        let report = try full()
        #expect(report.counts.shortLinks == 8 && report.links.total == 6)
        #expect(
            report.links[.resolved] == 2 && report.links[.gone] == 2 && report.links[.archived] == 1
                && report.links[LinkState.notTried] == 1)
        #expect(report.years.map(\.name) == ["2009", "2010", "2011"])
        // A comment whose date cannot be read counts by its post.
        #expect(report.years.map(\.states.total) == [3, 2, 3])
        #expect(report.services.map(\.name) == ["bit.ly", "tr.im"])
    }

    @Test("lists what is lost with where it stands, what only an archive knows with its capture, and what contradicts the result")
    func lists() throws {
        let report = try full()
        #expect(report.lost.rows.map(\.link.url) == ["http://bit.ly/lost"])
        #expect(report.missing.rows.map(\.link.url) == ["http://bit.ly/gone"])
        #expect(report.missing.rows.first?.places.map(\.title) == ["Trains & <b>ferries</b>", "Second"])
        #expect(report.rescued.rows.map(\.witness) == [.init(kind: "wayback", source: Self.capture, at: "2011-02-09T10:40:00Z")])
        // Only the newest record of a link counts.
        #expect(report.conflicts.rows.map(\.result) == ["http://casino.example/"])
    }

    @Test("is one page without scripts and without anything from outside, that says when it was made")
    func page() throws {
        let page = try full().html
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">") && page.hasSuffix("</html>\n"))
        #expect(page.contains("<time datetime=\"2026-01-31T08:00:00Z\">2026-01-31 08:00 UTC</time>"))
        for forbidden in ["<script", "<img", "<iframe", "@import", "url(", " src=", "<link", "onclick", "style=\""] {
            #expect(!page.contains(forbidden))
        }
        #expect(page.contains("Trains &amp; &lt;b&gt;ferries&lt;/b&gt;"))
        #expect(page.contains("<a href=\"\(Self.capture)\" rel=\"nofollow noreferrer\">"))
    }

    @Test("has beside each chart a title, a description and its numbers as a table")
    func accessible() throws {
        let page = try full().html
        for name in ["states", "years", "services"] {
            #expect(page.contains("role=\"img\" aria-labelledby=\"\(name)-title \(name)-desc\"><title id=\"\(name)-title\">"))
        }
        #expect(page.split(separator: "<svg").count == 4 && page.split(separator: "<details>").count == 4)
    }

    @Test("is well-formed, whatever stands in the archive")
    func wellFormed() throws {
        let hostile = "</title></table>\"'><svg onload=alert(1)>\u{202E}"
        let page = try report(
            [thread("x", title: hostile, [("2010", ["http://bit.ly/\"><script>alert(1)</script>"])])],
            [
                expansion(
                    "http://bit.ly/\"><script>alert(1)</script>", .hostDead, "javascript:alert(1)",
                    [.init(kind: .page, url: hostile, source: hostile)])
            ]
        ).html
        #expect(!page.contains("<script") && !page.contains("<svg onload") && !page.contains("href=\"javascript"))
        // What is no element of HTML without content is closed: then the page is XML but for its document type.
        let xml = page.replacing(/<!DOCTYPE html>/, with: "").replacing(/<meta([^>]*)>/) { "<meta\($0.output.1)/>" }
        let parser = XMLWell(Data(xml.utf8))
        #expect(parser.problem == nil)
    }

    @Test("of the same archive at the same time is the same")
    func deterministic() throws {
        #expect(try full().html == full().html)
    }

    @Test("says how many rows of a list are left out")
    func limits() throws {
        let links = (0..<5).map { "http://bit.ly/\($0)" }
        let page = try report([thread("x", title: "T", [("2010", links)])], links.map { expansion($0, .gone) }, limit: 2).html
        #expect(page.contains("<p class=\"more\">and 3 more</p>"))
    }

    @Test("of an archive without short links says so")
    func empty() throws {
        let page = try report([]).html
        #expect(page.contains("There are no short links in the archive.") && !page.contains("<svg"))
    }
}

/// Whether bytes are well-formed XML, by the system's parser.
private struct XMLWell {
    var problem: String?

    init(_ xml: Data) {
        do {
            _ = try XMLDocument(data: xml)
        } catch {
            problem = "\(error)"
        }
    }
}
