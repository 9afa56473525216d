import Foundation
import Testing
import ThreadModel

@Suite("Terminals")
struct TerminalTests {
    private let program = Program()

    /// Runs a line of shell on a terminal of its own.
    private func onTerminal(_ line: String, environment: [String: String] = [:]) async throws -> String {
        try await program.shell(
            "script --quiet --return --command '\(line)' /dev/null", environment: environment.merging(["TERM": "xterm"]) { $1 }
        ).output
    }

    @Test("titles are bold on a terminal, and nowhere with NO_COLOR")
    func style() async throws {
        try Pages.store(in: program.path("archive"))
        #expect(try await onTerminal("archive show u-1").hasPrefix("\u{1B}[1mLe voyage en train\u{1B}[0m\r\n"))
        #expect(try await onTerminal("archive show u-1", environment: ["NO_COLOR": "1"]).hasPrefix("Le voyage en train\r\n"))
        #expect(try await onTerminal("archive show u-1 | cat").hasPrefix("Le voyage en train\r\n"))
    }

    @Test("JSON on a terminal has no control characters either, and is the same JSON")
    func json() async throws {
        var thread = Pages.thread
        thread.title = "Title\u{9B}2J\u{7F}"
        try Pages.store([thread], in: program.path("archive"))
        let shown = try await onTerminal("archive show u-1 --json")
        #expect(shown.contains(#""title":"Title\u009b2J\u007f""#))
        let plain = try await program.run("show", "u-1", "--json").output
        #expect(
            try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? NSDictionary == JSONSerialization.jsonObject(
                with: Data(plain.utf8)) as? NSDictionary)
    }
}
