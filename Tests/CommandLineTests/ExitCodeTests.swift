import ArchiveStore
import Foundation
import Glibc
import Testing

@Suite("Exit codes")
struct ExitCodeTests {
    private let program = Program()

    @Test(
        "wrong usage ends with 64, a message, and nothing on standard output",
        arguments: [
            ["bogus"], ["parse"], ["ingest"], ["show"], ["search"], ["schema", "comment"], ["list", "--bogus"], ["list", "extra"],
            ["parse", "a", "b", "--url", "http://x.example/"], ["parse", "a", "--url", "x.example"],
            ["parse", "a", "--captured-at", "yesterday"],
            ["parse", "a", "--max-page-bytes", "0"], ["ingest", "a", "--wait", "-1"], ["ingest", "a", "--wait", "soon"],
            ["list", "--quiet", "--verbose"], ["list", "--archive", ""], ["links", "--allow-private"],
            ["links", "--expand", "--max-time", "0"], ["links", "--dry-run"], ["links", "--expand", "--dry-run", "--summary"],
            ["links", "--limit", "0"], ["links", "--older-than", "soon"], ["links", "--older-than", "d"], ["links", "--older-than", "-1d"],
            ["links", "--status", "bogus"], ["links", "--retry", "bogus"], ["links", "--retry", "never-tried"], ["links", "--host", ""],
            ["links", "--host", "http://bit.ly/"],
            ["links", "--expand", "--connect-to", "x"], ["search", "a", "--limit", "0"],
        ])
    func usage(arguments: [String]) async throws {
        let run = try await program.start(arguments, input: "").finish()
        #expect(run.code == 64 && run.output.isEmpty && run.errors.hasPrefix("archive: "), "\(run)")
    }

    @Test(
        "reading where there is no archive ends with 66 and makes none",
        arguments: ["list", "verify", "links", "links --expand", "links --expand --dry-run", "links --summary", "show x", "search x"])
    func missing(command: String) async throws {
        let run = try await program.shell("archive \(command) --archive none")
        #expect(
            run == Outcome(66, errors: "archive: none: there is no archive here; `archive ingest` makes one, --archive names another\n"))
        #expect(!FileManager.default.fileExists(atPath: program.path("none")))
    }

    @Test("what cannot be read or written ends with 74")
    func inputOutput() async throws {
        try program.write(Pages.html("one"), to: "one.html")
        #expect(try await program.run("ingest", "one.html", "--archive", "one.html/archive").code == 74)
        #expect(try await program.run("list", "--archive", "one.html").code == 74)
        try program.write(#"{"format":"comment-thread-archive","version":9}"#, to: "later/archive.json")
        let later = "archive: later/archive.json: the archive has version 9, which is later than this program knows; use a newer program\n"
        #expect(try await program.run("ingest", "one.html", "--archive", "later") == Outcome(74, errors: later))
        try program.write("", to: "foreign/letter.txt")
        #expect(try await program.run("ingest", "one.html", "--archive", "foreign").code == 74)
        #expect(
            try await program.shell("archive schema thread >/dev/full")
                == Outcome(74, errors: "archive: standard output: could not write: No space left on device\n"))
    }

    @Test("a disk that is full ends the run with 74; what was stored is sound")
    func fullDisk() async throws {
        let long = String(repeating: "Not a word of this fits. ", count: 40_000)
        try program.write(Pages.html("one"), to: "one.html")
        try program.write(Pages.html("two").replacing("So this", with: long + "So this"), to: "two.html")
        let run = try await program.shell("ulimit -f 600; archive ingest one.html two.html one.html")
        #expect(run.code == 74 && run.errors == "archive: archive/threads/000001.jsonl: could not write: File too large\n")
        #expect(try await program.run("verify") == Outcome(0, output: "1 thread record, 0 expansion records, index agrees\n"))
        #expect(try await program.run("ingest", "two.html").code == 0)
    }

    @Test("while another writer holds the archive a second one ends with 75, readers do not care, and one that waits gets its turn")
    func locked() async throws {
        try program.write(Pages.html("one"), to: "one.html")
        #expect(try await program.run("ingest", "one.html").code == 0)
        let first = try ArchiveWriter(directory: program.path("archive"))
        let errors = "archive: archive: another writer holds the archive; try again later, or wait for it with --wait\n"
        #expect(try await program.run("ingest", "one.html") == Outcome(75, errors: errors))
        #expect(try await program.run("links", "--expand") == Outcome(75, errors: errors))
        #expect(try await program.run("list").code == 0)
        #expect(try await program.run("verify").code == 0)
        let waiting = try program.start(["ingest", "one.html", "--wait", "60"], input: "")
        try first.close()
        #expect(try await waiting.finish().code == 0)
    }

    @Test("two that ingest at once both get their pages in, if they wait")
    func twoAtOnce() async throws {
        for number in 1...20 {
            try program.write(Pages.html("page-\(number)"), to: "\(number.isMultiple(of: 2) ? "even" : "odd")/\(number).html")
        }
        let runs = try ["even", "odd"].map { try program.start(["ingest", $0, "--wait", "60"], input: "") }
        for run in runs { #expect(try await run.finish().code == 0) }
        #expect(try await program.run("verify").output == "20 thread records, 0 expansion records, index agrees\n")
    }

    @Test("a reader that leaves ends the program quietly, by the signal that shells know")
    func brokenPipe() async throws {
        for number in 1...200 { try program.write(Pages.html("page-\(number)"), to: "saved/\(number).html") }
        let run = try await program.shell("archive parse saved/* saved/* | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}")
        #expect(run == Outcome(128 + SIGPIPE))
    }

    @Test("help and version go to standard output and end with 0")
    func help() async throws {
        for arguments in [["--help"], ["links", "--help"], ["help", "parse"]] {
            let run = try await program.start(arguments, input: "").finish()
            #expect(run.code == 0 && run.errors.isEmpty && run.output.contains("USAGE: archive"))
        }
        for arguments in [["--version"], ["list", "--version"]] {
            let run = try await program.start(arguments, input: "").finish()
            #expect(run.code == 0 && run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
        }
    }
}
