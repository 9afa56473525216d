import Foundation
import Glibc
import Testing
import ThreadModel

@Suite("Rewriting documents")
struct LinksRewriteTests {
    private let program = Program()
    private static let page = "<p>\u{E9} <a class=x href=\"http://bit.ly/abc\">here</a> <a href=\"http://bit.ly/none\">there</a>\r\n"
    private static let rewritten =
        "<p>\u{E9} <a class=x href=\"https://rail.example/carte\" data-originalurl=\"http://bit.ly/abc\">here</a> "
        + "<a href=\"http://bit.ly/none\">there</a>\r\n"

    init() throws {
        let gone = Expansion(url: "http://bit.ly/none", status: .gone, checkedAt: "2026-01-31T08:00:00Z")
        let known = Expansion(
            url: "http://bit.ly/abc", status: .resolved, final: "https://rail.example/carte", via: .redirect,
            checkedAt: "2026-01-31T08:00:00Z")
        try Pages.store([Pages.thread], [known, gone], in: program.path("archive"))
    }

    private func contents(_ name: String) throws -> String {
        try String(contentsOfFile: program.path(name), encoding: .utf8)
    }

    private func status(_ name: String) throws -> stat {
        var status = stat()
        try #require(stat(program.path(name), &status) == 0)
        return status
    }

    @Test("one document goes to standard output, and a summary to standard error")
    func standardOutput() async throws {
        try program.write(Self.page, to: "page.html")
        let summary = "1 document: 1 short link replaced, 1 unknown\n"
        #expect(try await program.run("links", "rewrite", "page.html") == Outcome(0, output: Self.rewritten, errors: summary))
        #expect(try await program.run("links", "rewrite", "-", "--quiet", input: Self.page) == Outcome(0, output: Self.rewritten))
        #expect(try contents("page.html") == Self.page)
        let markdown = try await program.run("links", "rewrite", "-", "--form", "markdown", "--quiet", input: "[a](http://bit.ly/abc)\n")
        #expect(markdown == Outcome(0, output: "[a](https://rail.example/carte \"http://bit.ly/abc\")\n"))
    }

    @Test("several go into a directory under their names, with what the files may be read by; each that cannot is named")
    func directory() async throws {
        try program.write(Self.page, to: "in/page.html")
        try program.write("see http://bit.ly/abc", to: "in/note.txt")
        try program.write("nothing short", to: "in/plain.md")
        try program.write("another", to: "other/plain.md")
        try program.write(Data([0xFF, 0xFE, 0x3C, 0x00, 0x61, 0x00]), to: "wide.html")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: program.path("in/page.html"))
        let files = ["in/page.html", "in/note.txt", "in/plain.md", "other/plain.md", "wide.html", "missing.html"]
        let outcome = try await program.start(["links", "rewrite", "--output", "new/place"] + files, input: "").finish()
        #expect(
            outcome
                == Outcome(
                    1,
                    errors: """
                        archive: other/plain.md: a document of this name has been written to new/place already
                        archive: wide.html: it is in UTF-16, which is not rewritten; convert it to UTF-8 first
                        archive: missing.html: there is no such file
                        3 documents: 2 short links replaced, 1 unknown

                        """))
        #expect(try contents("new/place/page.html") == Self.rewritten)
        #expect(try contents("new/place/note.txt") == "see https://rail.example/carte (http://bit.ly/abc)")
        #expect(try contents("new/place/plain.md") == "nothing short")
        #expect(try status("new/place/page.html").st_mode & 0o777 == 0o640)
        let own = try await program.run("links", "rewrite", "in/page.html", "--output", "in", "--quiet")
        #expect(own == Outcome(1, errors: "archive: in/page.html: it stands in in itself; use --in-place to replace it\n"))
    }

    @Test("in place, a file is replaced whole and keeps its mode and its links; one without anything to replace is not touched")
    func inPlace() async throws {
        try program.write(Self.page, to: "real/page.html")
        try program.write("nothing short", to: "plain.txt")
        let link = program.path("page.html")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real/page.html")
        try FileManager.default.setAttributes([.posixPermissions: 0o604], ofItemAtPath: program.path("real/page.html"))
        let plain = try status("plain.txt").st_ino
        let first = try await program.run("links", "rewrite", "--in-place", "page.html", "plain.txt")
        #expect(first == Outcome(0, errors: "2 documents: 1 short link replaced, 1 unknown\n"))
        #expect(try contents("real/page.html") == Self.rewritten)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real/page.html")
        #expect(try status("real/page.html").st_mode & 0o777 == 0o604)
        #expect(try status("plain.txt").st_ino == plain)
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.path("real")) == ["page.html"])
        let page = try status("real/page.html").st_ino
        let second = try await program.run("links", "rewrite", "--in-place", "page.html", "plain.txt")
        #expect(second == Outcome(0, errors: "2 documents: 0 short links replaced, 1 unknown\n"))
        #expect(try status("real/page.html").st_ino == page)
    }

    @Test("a dry run says what would be replaced, and writes nothing", arguments: [["--in-place"], ["--output", "new"], []])
    func dryRun(_ place: [String]) async throws {
        try program.write(Self.page, to: "page.html")
        let run = try await program.start(["links", "rewrite", "--dry-run", "page.html"] + place, input: "").finish()
        #expect(
            run
                == Outcome(
                    0, output: "page.html: http://bit.ly/abc → https://rail.example/carte\n",
                    errors: "1 document: 1 short link would be replaced, 1 unknown\n"))
        #expect(try contents("page.html") == Self.page)
        #expect(!FileManager.default.fileExists(atPath: program.path("new")))
    }

    @Test("a record that is damaged is named once, and its link stays")
    func damaged() async throws {
        try Pages.damage("http://bit.ly/abc", in: program.path("archive"))
        try program.write(Self.page, to: "a.html")
        try program.write(Self.page + "<a href=\"http://bit.ly/abc\">", to: "b.html")
        let run = try await program.run("links", "rewrite", "--in-place", "a.html", "b.html")
        #expect(run.code == 0 && run.errors.hasSuffix("2 documents: 0 short links replaced, 5 unknown\n"))
        let lines = run.errors.split(separator: "\n")
        #expect(lines.count == 2 && lines[0].hasPrefix("archive: http://bit.ly/abc: taken for unknown: "))
        #expect(try contents("a.html") == Self.page)
    }

    @Test(
        "what cannot be meant is said before anything is read",
        arguments: [
            ["a.html", "b.html"], ["a.html", "--in-place", "--output", "x"], ["-", "--in-place"], ["-", "a.html", "--output", "x"],
            ["a.html", "--output", ""], ["a.html", "--form", "pdf"], [],
        ])
    func usage(_ arguments: [String]) async throws {
        let outcome = try await program.start(["links", "rewrite"] + arguments, input: "").finish()
        #expect(outcome.code == 64 && outcome.output.isEmpty)
    }

    @Test("no archive and no document are missing inputs; a directory that cannot be made, and a full disk, are not written to")
    func failures() async throws {
        try program.write(Self.page, to: "page.html")
        #expect(try await program.run("links", "rewrite", "page.html", "--archive", "nowhere").code == 66)
        #expect(try await program.run("links", "rewrite", "missing.html").code == 66)
        let file = try await program.run("links", "rewrite", "page.html", "--output", "page.html/x")
        #expect(file == Outcome(74, errors: "archive: page.html/x: cannot be made a directory\n"))
        let full = try await program.shell("archive links rewrite page.html --quiet > /dev/full")
        #expect(full.code == 74)
    }
}
