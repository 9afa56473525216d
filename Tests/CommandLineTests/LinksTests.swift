import Foundation
import LoopbackWeb
import Testing
import ThreadModel

@Suite("The list of links, and what is asked for")
struct LinksTests {
    private let program = Program()

    /// A link in each of some states: settled a long time ago, due again, resting, never tried.
    private func fill() throws {
        var thread = Pages.thread
        thread.comments[0].links = ["http://bit.ly/old", "http://bit.ly/ill", "http://is.gd/gone", "http://j.mp/new"].map {
            Link(url: $0, short: true)
        }
        let now = Date().formatted(.iso8601)
        try Pages.store(
            [thread],
            [
                Expansion(
                    url: "http://bit.ly/old", status: .resolved, final: "https://rail.example/", via: .redirect,
                    checkedAt: "2020-01-31T08:00:00Z"),
                Expansion(
                    url: "http://bit.ly/ill", status: .undetermined, checkedAt: "2026-01-31T08:00:00Z",
                    error: Expansion.Failure(class: "timeout", message: "It took too long.")),
                Expansion(url: "http://is.gd/gone", status: .gone, checkedAt: now),
            ], in: program.path("archive"))
    }

    /// The links that a run prints, one a line.
    private func links(_ arguments: String...) async throws -> [String] {
        let run = try await program.start(["links"] + arguments + ["--json"], input: "").finish()
        #expect(run.code == 0 && run.errors.isEmpty, "\(run)")
        return try run.output.split(separator: "\n").map { line in
            let link = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return try #require(link?["url"] as? String)
        }
    }

    @Test("each place of a link is a line: status, link, destination, how that is known, thread and comment")
    func table() async throws {
        try Pages.store([Pages.thread], [Pages.expansion], in: program.path("archive"))
        let link = "host-dead     http://bit.ly/abc  → https://rail.example/carte  redirect      u-1/c1\n"
        #expect(try await program.run("links") == Outcome(0, output: link))
        let all = "not tried     https://rail.example/horaires  → ?  -             u-1/post\n" + link
        #expect(try await program.run("links", "--all") == Outcome(0, output: all))
        let json = """
            {"url":"http://bit.ly/abc","short":true,"expanded":"https://rail.example/carte","expansionStatus":"host-dead","via":"redirect",\
            "checkedAt":"2026-01-31T08:00:00Z","attempts":1,"strikes":1,"due":"2026-02-07T02:00:00Z","thread":"u-1","place":"comment",\
            "comment":"c1","published":"2011-02-09T10:40"}

            """
        #expect(try await program.run("links", "--json") == Outcome(0, output: json))
    }

    @Test("the list is of the links that the options name")
    func list() async throws {
        try fill()
        #expect(try await links() == ["http://bit.ly/old", "http://bit.ly/ill", "http://is.gd/gone", "http://j.mp/new"])
        #expect(try await links("--due") == ["http://bit.ly/ill", "http://j.mp/new"])
        #expect(try await links("--older-than", "1y") == ["http://bit.ly/old"])
        #expect(try await links("--retry", "gone", "--due") == ["http://bit.ly/ill", "http://is.gd/gone", "http://j.mp/new"])
        #expect(try await links("--status", "gone", "--status", "never-tried") == ["http://is.gd/gone", "http://j.mp/new"])
        // bit.ly and j.mp are one service.
        #expect(try await links("--host", "WWW.J.MP") == ["http://bit.ly/old", "http://bit.ly/ill", "http://j.mp/new"])
        #expect(try await links("--limit", "1") == ["http://bit.ly/old"])
    }

    @Test("a dry run says what would be asked for, and asks nobody")
    func dryRun() async throws {
        try fill()
        let due = "undetermined  http://bit.ly/ill\nnot tried     http://j.mp/new\n"
        // Nobody is asked: there is no such server, and the writer's lock is not wanted either.
        let nobody = ["links", "--expand", "--dry-run", "--proxy", "http://127.0.0.1:9"]
        #expect(
            Set(try await program.start(nobody, input: "").finish().output.split(separator: "\n"))
                == Set(due.split(separator: "\n")))
        #expect(Set(try await links("--expand", "--dry-run", "--retry", "gone", "--older-than", "1y")).count == 4)
        #expect(try await links("--expand", "--dry-run", "--limit", "1").count == 1)
        #expect(try await program.run("verify").output == "1 thread record, 3 expansion records, index agrees\n")
    }

    @Test("a summary counts by status and by host, and says what is due next")
    func summary() async throws {
        try fill()
        let words = """
                    1  resolved
                    1  gone
                    1  undetermined
                    1  never-tried
                    4  all

                    2  bit.ly: 1 resolved, 1 undetermined
                    1  is.gd: 1 gone
                    1  j.mp: 1 never-tried

            due now: 2 links
            next: 1 link in 29 days

            """
        #expect(try await program.run("links", "--summary") == Outcome(0, output: words))
        let one = try await program.run("links", "--summary", "--limit", "1").output
        #expect(one.contains("bit.ly: 1 resolved") && one.contains("and 2 hosts more") && !one.contains("is.gd"))
        let json = try await program.run("links", "--summary", "--json", "--host", "is.gd").output
        #expect(json.hasPrefix(#"{"links":1,"due":0,"next":{"at":""#))
        #expect(
            json.hasSuffix(
                #""links":1},"statuses":[{"status":"gone","links":1}],"hostCount":1,"#
                    + #""hosts":[{"host":"is.gd","links":1,"statuses":[{"status":"gone","links":1}]}]}"# + "\n"))
    }

    @Test("services of one's own count in the list, the summary, by host, and in what is asked for; a limit is for all together")
    func ownServices() async throws {
        var thread = Pages.thread
        thread.comments[0].links = [
            Link(url: "http://bit.ly/a", short: true), Link(url: "http://own.example/a"), Link(url: "http://other.example/"),
            Link(url: "http://alias.example/b"), Link(url: "http://bit.ly/b", short: true),
        ]
        let gone = Expansion(url: "http://own.example/a", status: .gone, checkedAt: "2026-01-31T08:00:00Z")
        try Pages.store([thread], [gone], in: program.path("archive"))
        try program.write(#"[{"name": "own.example", "hosts": ["alias.example"], "evidence": "ours"}]"#, to: "own.json")
        let own = ["http://own.example/a", "http://alias.example/b"]
        let short = ["http://bit.ly/a", "http://bit.ly/b"]
        #expect(try await links() == short)
        #expect(try await links("--services", "own.json") == short + own)
        #expect(try await links("--services", "own.json", "--limit", "3") == short + own.prefix(1))
        #expect(try await links("--services", "own.json", "--host", "alias.example") == own)
        #expect(try await links("--services", "own.json", "--host", "bit.ly") == short)
        #expect(try await Set(links("--services", "own.json", "--expand", "--dry-run")) == Set(short + own))
        #expect(try await links("--services", "own.json", "--expand", "--dry-run", "--limit", "3").count == 3)
        #expect(try await links("--services", "own.json", "--all").count == 6)
        let words = """
                    1  gone
                    3  never-tried
                    4  all

                    2  bit.ly: 2 never-tried
                    1  alias.example: 1 never-tried
                    1  own.example: 1 gone

            due now: 4 links

            """
        #expect(try await program.run("links", "--services", "own.json", "--summary") == Outcome(0, output: words))
        let two = try await program.run("links", "--services", "own.json", "--summary", "--limit", "2").output
        #expect(two.contains("alias.example") && two.contains("and 1 host more"))
    }

    @Test("after links were asked for, those of services of one's own stand in the list, too")
    func listAfterExpanding() async throws {
        var thread = Pages.thread
        thread.comments[0].links = [Link(url: "http://own.example/b")]
        try Pages.store([thread], in: program.path("archive"))
        try program.write(#"[{"name": "own.example", "evidence": "ours"}]"#, to: "own.json")
        let routes = [LoopbackRoute("http://own.example/b", .redirect(status: 301, location: "http://there.example/b"))]
        try await LoopbackWeb.with(routes) { web in
            let options = ["--services", "own.json", "--connect-to", "::127.0.0.1:\(web.port)"]
            let run = try await program.start(["links", "--expand", "--no-archives"] + options, input: "").finish()
            #expect(run.code == 0 && run.output.contains("resolved      http://own.example/b  → http://there.example/b"))
        }
    }

    private static let meaningless: [([String], String)] = [
        (["report", "--expand"], "--expand"), (["report", "--host", "bit.ly"], "--host"), (["report", "--json"], "--json"),
        (["report", "--summary"], "--summary"), (["report", "--all"], "--all"), (["report", "--wait", "0"], "--wait"),
        (["report", "--dry-run"], "--dry-run"), (["--due", "report"], "--due"), (["rewrite", "a.html", "--expand"], "--expand"),
        (["rewrite", "a.html", "--due"], "--due"), (["rewrite", "a.html", "--limit", "3"], "--limit"),
        (["rewrite", "a.html", "--host", "bit.ly"], "--host"), (["rewrite", "a.html", "--json"], "--json"),
        (["rewrite", "a.html", "--wait", "3"], "--wait"), (["rewrite", "a.html", "--status", "gone"], "--status"),
        (["import-dump", "a.txt", "--due"], "--due"), (["import-dump", "a.txt", "--limit", "3"], "--limit"),
        (["import-dump", "a.txt", "--host", "bit.ly"], "--host"), (["import-dump", "a.txt", "--status", "gone"], "--status"),
        (["import-dump", "a.txt", "--older-than", "1y"], "--older-than"), (["import-dump", "a.txt", "--summary"], "--summary"),
        (["import-dump", "a.txt", "--retry", "gone"], "--retry"),
        (["--expand", "--stdin", "--due"], "--due"), (["--expand", "--stdin", "--limit", "3"], "--limit"),
        (["--expand", "--stdin", "--host", "bit.ly"], "--host"), (["--expand", "--stdin", "--status", "gone"], "--status"),
        (["--expand", "--stdin", "--retry", "gone"], "--retry"), (["--expand", "--stdin", "--older-than", "1y"], "--older-than"),
        (["--expand", "--stdin", "--wait", "3"], "--wait"), (["--expand", "--stdin", "--archive", "a"], "--archive"),
        (["--expand", "--stdin", "--summary"], "--summary"), (["--expand", "--stdin", "--all"], "--all"),
        (["--expand", "--stdin", "--dry-run"], "--dry-run"),
    ]

    @Test("an option that means nothing for what is done is a usage error that names it", arguments: meaningless)
    func meaninglessOptions(_ arguments: [String], _ option: String) async throws {
        try Pages.store(in: program.path("archive"))
        let run = try await program.start(["links"] + arguments, input: "").finish()
        #expect(run.code == 64 && run.output.isEmpty && run.errors.hasPrefix("archive: \(option) is "))
    }

    @Test("a run that was told to be verbose says what came of each host")
    func byHost() async throws {
        try fill()
        let routes = [
            LoopbackRoute("http://bit.ly/ill", .text(status: 404, type: "text/plain", body: "no such link")),
            LoopbackRoute("http://j.mp/new", .redirect(status: 301, location: "http://there.example/a")),
            LoopbackRoute("http://there.example/a", .page(status: 200, html: "<p>there</p>")),
        ]
        try await LoopbackWeb.with(routes) { web in
            let options = ["--allow-private", "--connect-to", "::127.0.0.1:\(web.port)", "--verbose"]
            let run = try await program.start(["links", "--expand", "--host", "bit.ly"] + options, input: "").finish()
            #expect(run.code == 0)
            #expect(
                run.errors.hasSuffix(
                    "bit.ly: 1 link tried: 1 gone\nj.mp: 1 link tried: 1 resolved\n2 links tried: 1 resolved, 1 gone\n"))
        }
        let strikes = try await program.run("links", "--json", "--status", "gone", "--host", "bit.ly").output
        // It was in trouble before; now it says that there is no such link: that is the first time.
        #expect(strikes.contains(#""attempts":2,"strikes":1,"due":"#))
    }
}
