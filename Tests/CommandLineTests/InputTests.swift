import Foundation
import Glibc
import Testing

@Suite("Inputs")
struct InputTests {
    private let program = Program()

    @Test("parse prints one record a line, in the order of the inputs")
    func order() async throws {
        let names = (1...40).map { "page-\($0)" }
        for name in names { try program.write(Pages.html(name), to: name + ".html") }
        let run = try await program.start(["parse"] + names.map { $0 + ".html" }, input: "").finish()
        #expect(run.code == 0 && run.errors.isEmpty)
        let titles = try run.output.split(separator: "\n").map { line in
            (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["title"] as? String
        }
        #expect(titles == names)
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.directory).contains("archive") == false)
    }

    @Test("a long command line is read like a short one: every operand is one, options stand between them, and the value of one is none")
    func manyInputs() async throws {
        let names = (1...300).map { "none-\($0).html" }
        let line =
            ["parse"] + names[..<100] + ["--max-page-bytes", "1000"] + names[100..<200] + ["--quiet", "--"] + names[200...] + ["-a.html"]
        let run = try await program.start(line, input: "").finish()
        let errors = (names + ["-a.html"]).map { "archive: \($0): there is no such file\n" }
        #expect(run == Outcome(66, errors: errors.joined()))
        let standardInput = ["parse"] + names[..<2] + ["-", "-"] + names[2...]
        let withInput = try await program.start(standardInput, input: Pages.html("sown")).finish()
        #expect(
            withInput.code == 1 && withInput.output.split(separator: "\n").count == 1
                && withInput.errors.split(separator: "\n").count == 301)
        let wrong = try await program.start(["list"] + names, input: "").finish()
        let named = names.map { "'\($0)'" }.joined(separator: ", ")
        #expect(wrong.code == 64 && wrong.errors.hasPrefix("archive: 300 unexpected arguments: \(named)\n"))
    }

    @Test("parse reads standard input, and prints for people with --pretty")
    func standardInput() async throws {
        let run = try await program.run("parse", "--pretty", "-", "--url", "http://other.example/a", input: Pages.html("sown"))
        #expect(run.code == 0 && run.errors.isEmpty)
        #expect(run.output.hasPrefix("{\n  \"formatVersion\": 1,\n  \"type\": \"thread\",\n  \"id\": \"") && run.output.hasSuffix("}\n"))
        #expect(!run.output.contains("\"path\""))
    }

    @Test("an address and a time that the user knows come into the record")
    func knownToTheUser() async throws {
        try program.write(Pages.html("sown").replacing(/<link rel="canonical"[^>]*>/, with: ""), to: "a.html")
        let run = try await program.run(
            "parse", "a.html", "--url", "http://blog.example/mine.html", "--captured-at", "2026-01-31T08:00:00Z")
        #expect(
            run.output.contains(#""url":"http://blog.example/mine.html""#) && run.output.contains(#""capturedAt":"2026-01-31T08:00:00Z""#))
    }

    @Test("each input that fails is one line on standard error, and the run goes on")
    func badInputs() async throws {
        try program.write(Pages.html("good"), to: "good.html")
        try program.write(Pages.html("large"), to: "large.html")
        try program.write("", to: "empty.html")
        try program.write(Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]), to: "image.html")
        #expect(mkfifo(program.path("pipe.html"), 0o600) == 0)
        let inputs = ["good.html", "none.html", "empty.html", "pipe.html", "/dev/zero", "out", "good.html/below.html", "image.html"]
        let run = try await program.start(["parse"] + inputs, input: "").finish()
        #expect(run.code == 1 && run.output.split(separator: "\n").count == 1)
        let lines = run.errors.split(separator: "\n").map(String.init)
        #expect(
            Array(lines.dropLast()) == [
                "archive: none.html: there is no such file", "archive: empty.html: it is empty",
                "archive: pipe.html: it is a pipe; give it as standard input, with the name -",
                "archive: /dev/zero: it is a device, not a file", "archive: out: it is a directory; `archive ingest` takes directories",
                "archive: good.html/below.html: there is no such file",
            ])
        #expect(lines.last?.hasPrefix("archive: image.html: ") == true && lines.last?.contains("PNG") == true)
        let large = try await program.run("parse", "large.html", "--max-page-bytes", "100")
        #expect(large == Outcome(1, errors: "archive: large.html: it is larger than 100 bytes (--max-page-bytes)\n"))
        let endless = try await program.shell("yes | archive parse --max-page-bytes 100000 -")
        #expect(endless == Outcome(1, errors: "archive: standard input: it is larger than 100000 bytes (--max-page-bytes)\n"))
    }

    @Test("where no input is there at all, the code is 66 and no archive is made")
    func noInput() async throws {
        let errors = "archive: a.html: there is no such file\narchive: b.html: there is no such file\n"
        for command in ["parse", "ingest"] { #expect(try await program.run(command, "a.html", "b.html") == Outcome(66, errors: errors)) }
        #expect(!FileManager.default.fileExists(atPath: program.path("archive")))
    }

    @Test("ingest walks directories in order; hidden files, other files, pipes and circles are left out")
    func directories() async throws {
        for name in ["b.html", "a/z.HTM", "a/b/c.xhtml", "c.html", ".hidden.html", ".git/d.html"] {
            try program.write(Pages.html(String(name.prefix { $0 != "." })), to: "saved/" + name)
        }
        try program.write("not a page", to: "saved/notes.md")
        #expect(mkfifo(program.path("saved/pipe.html"), 0o600) == 0)
        for (link, target) in [("a/loop", ".."), ("gone.html", "nowhere.html"), ("self", "self")] {
            try FileManager.default.createSymbolicLink(atPath: program.path("saved/\(link)"), withDestinationPath: target)
        }
        let run = try await program.run("ingest", "saved", "--verbose")
        #expect(run.code == 0 && run.output.hasPrefix("4 pages: 4 new, 0 updated, 0 unchanged, 0 failed;"))
        let paths = run.errors.split(separator: "\n").compactMap { $0.split(separator: " ").dropFirst().first }
        #expect(paths == ["saved/a/b/c.xhtml", "saved/a/z.HTM", "saved/b.html", "saved/c.html"])
        #expect(try await program.run("ingest", "saved/notes.md").output.hasPrefix("1 page: 1 new,"))
        #expect(
            try await program.run("ingest", "out")
                == Outcome(0, output: "0 pages: 0 new, 0 updated, 0 unchanged, 0 failed; 0 comments, 0 links (0 short)\n"))
    }

    @Test("a file whose name is not UTF-8 is found and read")
    func otherNames() async throws {
        try program.write("", to: "saved/empty.txt")
        // "été.html" in ISO 8859-1.
        let name = (Array(program.path("saved/").utf8) + [0xE9, 0x74, 0xE9] + Array(".html\0".utf8)).map(CChar.init(bitPattern:))
        let file = open(name, O_CREAT | O_WRONLY, 0o600)
        #expect(file >= 0)
        FileHandle(fileDescriptor: file, closeOnDealloc: true).write(Data(Pages.html("ete").utf8))
        let run = try await program.run("ingest", "saved")
        #expect(run.code == 1 && run.output.hasPrefix("2 pages: 1 new, 0 updated, 0 unchanged, 1 failed;"))
    }
}
