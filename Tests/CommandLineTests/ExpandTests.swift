import Foundation
import LoopbackWeb
import Testing
import ThreadModel

@Suite("Expanding links")
struct ExpandTests {
    private let program = Program()

    @Test("links that are due are asked for once; a second run asks nobody")
    func expand() async throws {
        let routes = [
            LoopbackRoute("http://bit.ly/a", .redirect(status: 301, location: "http://there.example/a")),
            LoopbackRoute("http://there.example/a", .page(status: 200, html: "<p>there</p>")),
            LoopbackRoute("http://bit.ly/gone", .text(status: 404, type: "text/plain", body: "no such link")),
        ]
        try program.write(Pages.html("one", links: ["http://bit.ly/a", "http://bit.ly/gone", "http://there.example/a"]), to: "one.html")
        #expect(try await program.run("ingest", "one.html").code == 0)
        try await LoopbackWeb.with(routes) { web in
            let options = ["links", "--expand", "--no-archives", "--allow-private", "--connect-to", "::127.0.0.1:\(web.port)"]
            let first = try await program.start(options, input: "").finish()
            #expect(first.code == 0 && first.errors == "2 links tried: 1 resolved, 1 gone\n")
            #expect(first.output.contains("resolved      http://bit.ly/a  → http://there.example/a"))
            let asked = web.requests.count
            let second = try await program.start(options + ["--quiet"], input: "").finish()
            #expect(second == Outcome(0) && web.requests.count == asked)
            let all = try await program.start(options + ["--all"], input: "").finish()
            #expect(all.code == 0 && all.errors == "1 link tried: 1 resolved\n" && web.requests.count > asked)
        }
        #expect(try await program.run("verify").output == "1 thread record, 3 expansion records, index agrees\n")
    }

    @Test("a link for which the web archive still cannot be asked is not stored again")
    func awaitsArchive() async throws {
        let record = Expansion(
            url: "http://bit.ly/abc", status: .gone, checkedAt: "2026-01-31T08:00:00Z", retryAfter: "2026-01-31T09:00:00Z",
            steps: [Expansion.Step(.live, "gone"), Expansion.Step(.wayback, "put off: it has been asked too often")])
        try Pages.store([Pages.thread], [record], in: program.path("archive"))
        // Nobody listens there.
        let run = try await program.run("links", "--expand", "--wayback", "http://127.0.0.1:9", "--allow-private", "--quiet")
        #expect(run == Outcome(0))
        #expect(try await program.run("verify").output == "1 thread record, 1 expansion record, index agrees\n")
        #expect(try await program.run("links", "--due").output.contains("http://bit.ly/abc"))
    }
}
