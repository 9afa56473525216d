import ArchiveStore
import Foundation
import Testing
import ThreadModel

@Suite("Importing dumps")
struct ImportDumpTests {
    private let program = Program()

    private let dump = """
        #FORMAT: BEACON
        #PREFIX: http://j.mp/
        #HOMEPAGE: http://urlte.am/
        #TIMESTAMP: 2015-07-29T12:00:00

        abc|http://there.example/a|b
        xyz|http://there.example/x

        """

    private func store(_ expansions: [Expansion] = []) throws {
        try Pages.store([Pages.thread], expansions, in: program.directory + "/archive")
    }

    private func expansion() throws -> Expansion? {
        try ArchiveReader(directory: program.directory + "/archive").expansion(of: "http://bit.ly/abc")
    }

    @Test("short links are looked up and stored; the same dump again stores nothing")
    func importing() async throws {
        try store()
        try program.write(dump, to: "dumps/bitly.txt")
        try program.write("Not a dump by its name.", to: "dumps/notes.md")
        try program.write("Not a dump by its words.", to: "dumps/README.txt")
        let first = try await program.run("links", "import-dump", "dumps")
        #expect(first.code == 0 && first.errors.isEmpty)
        #expect(
            first.output
                == "2 files, 0 failed: 2 texts (0 passed over), 2 lines (0 too long); 1 link found: 1 new, 0 updated, 0 unchanged; 0 conflicts\n"
        )
        let record = try #require(try expansion())
        #expect(record.status == .archived && record.via == .dump && record.final == "http://there.example/a|b" && record.attempts == 0)
        #expect(record.evidence == [.init(kind: .dump, url: "http://there.example/a|b", at: "2015-07-29T12:00:00Z", source: "bitly.txt")])
        let second = try await program.run("links", "import-dump", "--json", "dumps/bitly.txt")
        #expect(second.code == 0 && second.output.contains("\"new\":0,\"updated\":0,\"unchanged\":1"))
        #expect(try await program.run("verify").output == "1 thread record, 1 expansion record, index agrees\n")
        #expect(try await program.run("links").output.contains("archived      http://bit.ly/abc  → http://there.example/a|b"))
    }

    @Test("standard input, another archive, a service of one's own: options count before and after the command's name")
    func options() async throws {
        try Pages.store([Pages.thread], in: program.directory + "/other")
        for arguments in [["links", "import-dump", "--archive", "other"], ["links", "--archive", "other", "import-dump"]] {
            let run = try await program.start(
                arguments + ["--dry-run", "--service", "bitly.com", "-"], input: "abc|http://there.example/\n"
            ).finish()
            #expect(run.code == 0 && run.errors.isEmpty && run.output.contains("1 link found: 1 new"))
        }
        #expect(try await program.run("verify", "--archive", "other").output == "1 thread record, 0 expansion records, index agrees\n")
        for wrong in [["--service", "blog.example"], ["--expand"], ["--all"]] {
            #expect(try await program.start(["links", "import-dump", "-"] + wrong, input: "").finish().code == 64)
        }
    }

    @Test("a new destination has a cleaned form of its own")
    func cleaned() async throws {
        try store([
            Expansion(
                url: "http://bit.ly/abc", status: .archived, final: "http://old.example/?utm_source=x", cleaned: "http://old.example/",
                via: .dump, checkedAt: "2026-01-31T08:00:00Z", attempts: 0)
        ])
        for (target, cleaned) in [("http://a.example/?utm_source=x&id=1", "http://a.example/?id=1"), ("http://b.example/", nil)] {
            let day = cleaned == nil ? "2014-01-01" : "2015-01-01"
            try program.write("#FORMAT: BEACON\n#PREFIX: http://bit.ly/\n#TIMESTAMP: \(day)\n\nabc|\(target)\n", to: "bitly.txt")
            #expect(try await program.run("links", "import-dump", "bitly.txt").code == 0)
            let record = try #require(try expansion())
            #expect(record.final == target && record.cleaned == cleaned)
        }
    }

    @Test("a record that is damaged is named, and a new one made")
    func damaged() async throws {
        try store([Pages.expansion])
        try Pages.damage("http://bit.ly/abc", in: program.path("archive"))
        try program.write(dump, to: "bitly.txt")
        let run = try await program.run("links", "import-dump", "bitly.txt")
        #expect(run.code == 0 && run.output.contains("1 link found: 1 new"))
        #expect(run.errors.hasPrefix("archive: http://bit.ly/abc: taken for unknown: ") && run.errors.split(separator: "\n").count == 1)
        #expect(try expansion()?.final == "http://there.example/a|b")
    }

    @Test("a conflict is told, and what the link's own server has said stands")
    func conflict() async throws {
        let live = Expansion(
            url: "http://bit.ly/abc", status: .resolved, final: "http://live.example/", via: .redirect, checkedAt: "2026-01-31T08:00:00Z")
        try store([live])
        try program.write(dump, to: "bitly.txt")
        let run = try await program.run("links", "import-dump", "bitly.txt")
        #expect(run.code == 0 && run.output.hasSuffix("1 link found: 0 new, 1 updated, 0 unchanged; 1 conflict\n"))
        #expect(
            run.errors
                == "archive: http://bit.ly/abc: dumps and records do not agree: http://there.example/a|b; kept: http://live.example/\n")
        let record = try #require(try expansion())
        #expect(record.status == .resolved && record.final == "http://live.example/" && record.evidence?.count == 1)
    }

    @Test("what cannot be read is named, and the others are imported")
    func failures() async throws {
        try store()
        try program.write(dump, to: "bitly.txt")
        try program.write("abc|http://there.example/\n", to: "nameless.txt")
        let some = try await program.run("links", "import-dump", "nameless.txt", "missing.zip", "bitly.txt")
        #expect(some.code == 1 && some.output.hasPrefix("3 files, 2 failed: ") && some.output.contains("1 new"))
        #expect(
            some.errors == """
                archive: nameless.txt: nothing says to which shortener its codes belong; name it with --service
                archive: missing.zip: there is no such file

                """)
        #expect(try await program.run("links", "import-dump", "missing.zip").code == 66)
        #expect(try await program.run("links", "import-dump", "bitly.txt", "--archive", "none").code == 66)
    }

    @Test("while another writer holds the archive nothing is read; a dry run needs no lock")
    func locked() async throws {
        try store()
        try program.write(dump, to: "bitly.txt")
        let writer = try ArchiveWriter(directory: program.directory + "/archive")
        let run = try await program.run("links", "import-dump", "bitly.txt")
        #expect(run.code == 75 && run.output.isEmpty)
        #expect(try await program.run("links", "import-dump", "--dry-run", "bitly.txt").code == 0)
        try writer.close()
    }
}
