import Foundation
import Glibc
import LoopbackWeb
import Testing

/// A run that has stored two pages and waits for a third one on standard input.
@Suite("Interruptions", .timeLimit(.minutes(2)))
struct InterruptionTests {
    private let program = Program()

    private func startIngest() async throws -> Program.Run {
        for name in ["one", "two"] { try program.write(Pages.html(name), to: name + ".html") }
        let run = try program.start(["ingest", "--verbose", "one.html", "two.html", "-"])
        try await run.waitForErrors(containing: "stored two.html")
        return run
    }

    @Test("what was acknowledged survives kill -9, and the archive is not left locked")
    func kill() async throws {
        let run = try await startIngest()
        run.send(SIGKILL)
        #expect(try await run.finish(input: "").code == 128 + SIGKILL)
        #expect(try await program.run("verify") == Outcome(0, output: "2 thread records, 0 expansion records, index agrees\n"))
        #expect(
            try await program.run("ingest", "one.html", "two.html").output.hasPrefix("2 pages: 0 new, 0 updated, 2 unchanged, 0 failed;"))
    }

    @Test("a record that was torn is set aside by the next run, which says so")
    func torn() async throws {
        let run = try await startIngest()
        run.send(SIGKILL)
        _ = try await run.finish(input: "")
        let file = program.path("archive/threads/000001.jsonl")
        let size = try Data(contentsOf: URL(fileURLWithPath: file)).count
        #expect(truncate(file, off_t(size - 10)) == 0)
        let torn = try await program.run("verify")
        #expect(torn.code == 0 && torn.errors.contains("threads/000001.jsonl, line 2: the record is incomplete"))
        let next = try await program.run("ingest", "two.html")
        #expect(next.code == 0 && next.output.hasPrefix("1 page: 1 new,") && next.errors.contains("the last write was interrupted"))
        let after = try await program.run("verify")
        #expect(after.code == 0 && after.output == "2 thread records, 0 expansion records, index agrees\n")
        #expect(after.errors.contains("000001.jsonl.torn-"))
    }

    @Test("asked to end, ingest stores what it has and ends with 128 and the signal's number", arguments: [SIGINT, SIGTERM])
    func asked(signal: Int32) async throws {
        let run = try await startIngest()
        run.send(signal)
        let outcome = try await run.finish()
        #expect(outcome.code == 128 + signal && outcome.errors.hasSuffix("archive: interrupted; everything up to here is stored\n"))
        #expect(try await program.run("verify").output == "2 thread records, 0 expansion records, index agrees\n")
    }

    @Test("asked to end, links import-dump stores what it has found", arguments: [SIGINT, SIGTERM])
    func importDump(signal: Int32) async throws {
        try Pages.store(in: program.path("archive"))
        try program.write("abc|http://there.example/\n", to: "bit.ly.txt")
        let run = try program.start(["links", "import-dump", "--verbose", "bit.ly.txt", "-"])
        try await run.waitForErrors(containing: "read bit.ly.txt: 1 line\n")
        run.send(signal)
        let outcome = try await run.finish()
        #expect(outcome.code == 128 + signal && outcome.errors.hasSuffix("archive: interrupted; everything up to here is stored\n"))
        #expect(outcome.errors.contains("archived http://bit.ly/abc → http://there.example/\n") && !outcome.errors.contains("damaged"))
        #expect(try await program.run("verify").output == "1 thread record, 1 expansion record, index agrees\n")
    }

    @Test("asked to end, links --expand keeps what has come")
    func expand() async throws {
        let routes = [
            LoopbackRoute("http://bit.ly/fast", .redirect(status: 301, location: "http://there.example/")),
            LoopbackRoute("http://there.example/", .page(status: 200, html: "<p>there</p>")),
            LoopbackRoute("http://bit.ly/slow", .stall(seconds: 600)),
        ]
        try program.write(Pages.html("one", links: ["http://bit.ly/fast", "http://bit.ly/slow"]), to: "one.html")
        #expect(try await program.run("ingest", "one.html").code == 0)
        try await LoopbackWeb.with(routes) { web in
            let run = try program.start(
                ["links", "--expand", "--verbose", "--allow-private", "--connect-to", "::127.0.0.1:\(web.port)"], input: "")
            try await run.waitForErrors(containing: "resolved http://bit.ly/fast")
            run.send(SIGTERM)
            #expect(try await run.finish().code == 128 + SIGTERM)
        }
        #expect(try await program.run("verify").output == "1 thread record, 1 expansion record, index agrees\n")
    }
}
