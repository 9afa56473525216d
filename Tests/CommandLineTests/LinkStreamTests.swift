import LoopbackWeb
import Testing

@Suite("Expanding links from standard input")
struct LinkStreamTests {
    private let program = Program()

    private static let routes = [
        LoopbackRoute("http://bit.ly/a", .redirect(status: 301, location: "http://there.example/a")),
        LoopbackRoute("http://own.example/b", .redirect(status: 301, location: "http://there.example/b")),
    ]

    private func expand(_ input: String, _ options: String...) async throws -> (Outcome, asked: [String]) {
        try await LoopbackWeb.with(Self.routes) { web in
            let all = ["links", "--expand", "--stdin", "--no-archives", "--connect-to", "::127.0.0.1:\(web.port)"] + options
            return (try await program.start(all, input: input).finish(), web.requests.map { "\($0.host)\($0.path)" })
        }
    }

    @Test("a line is a URL or an object, and each gives an expansion; no archive is made")
    func lines() async throws {
        let input = "http://bit.ly/a\n\n{\"url\": \"http://youtu.be/abc\", \"published\": \"2011-02-09\"}\r\nhttp://bit.ly/a/gone"
        let (outcome, _) = try await expand(input)
        #expect(outcome.code == 0 && outcome.errors == "")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.contains { $0.contains(#""url":"http://bit.ly/a","status":"resolved","final":"http://there.example/a""#) })
        #expect(lines.contains { $0.contains(#""final":"https://www.youtube.com/watch?v=abc","via":"local""#) })
        #expect(lines.contains { $0.contains(#""url":"http://bit.ly/a/gone","status":"gone""#) })
        #expect(try await program.shell("ls").output == "out\n")
    }

    @Test("a line that is none of this is named, and the others are done")
    func faults() async throws {
        let (outcome, asked) = try await expand("{\"uri\": 1}\n\(String(repeating: "x", count: 70_000))\nhttp://bit.ly/a\n")
        #expect(outcome.code == 1)
        #expect(outcome.errors.split(separator: "\n").count == 2)
        #expect(outcome.errors.allSatisfy { $0.isASCII } && outcome.errors.contains("standard input: not a URL or an object with a url"))
        #expect(asked == ["bit.ly/a"])
    }

    @Test("offline nobody is asked, and what is unknown says so")
    func offline() async throws {
        let (outcome, asked) = try await expand("http://bit.ly/a\n", "--offline")
        #expect(asked == [])
        #expect(outcome.code == 0 && outcome.output.contains(#""class":"offline""#))
    }

    @Test("a file adds services of one's own")
    func services() async throws {
        try program.write(
            #"[{"name": "own.example", "evidence": "ours"}, {"name": "bit.ly", "closed": "2030", "evidence": "test"}]"#, to: "own.json")
        let (outcome, asked) = try await expand("http://own.example/b\nhttp://bit.ly/a\n", "--services", "own.json")
        #expect(asked.first == "own.example/b" && !asked.contains { $0.hasPrefix("bit.ly") })
        #expect(outcome.output.contains(#""class":"closed""#))
        try program.write(#"[{"hosts": ["x"]}]"#, to: "bad.json")
        let (bad, _) = try await expand("", "--services", "bad.json")
        #expect(bad.code == 64 && bad.errors.contains("row 1 has no \"name\""))
    }

    @Test(
        "what cannot go together is said before anybody is asked",
        arguments: [["--stdin"], ["--expand", "--no-archives", "--wayback", "http://a.example"]])
    func usage(options: [String]) async throws {
        #expect(try await program.start(["links"] + options, input: "").finish().code == 64)
    }
}
