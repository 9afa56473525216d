import Foundation
import Testing
import ThreadModel

@Suite("The report on the links")
struct LinksReportTests {
    private let program = Program()

    @Test("is a page on standard output, or in a file that is written whole")
    func report() async throws {
        try Pages.store([Pages.thread], [Pages.expansion], in: program.path("archive"))
        let printed = try await program.run("links", "report")
        #expect(printed.code == 0 && printed.errors.isEmpty)
        #expect(printed.output.hasPrefix("<!DOCTYPE html>") && printed.output.contains("<th scope=\"row\">host-dead</th>"))
        try program.write("old", to: "links.html")
        #expect(try await program.run("links", "report", "--output", "links.html") == Outcome(0))
        #expect(try String(contentsOfFile: program.path("links.html"), encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
    }

    @Test("needs an archive, and a place to write to")
    func failures() async throws {
        #expect(try await program.run("links", "report").code == 66)
        try Pages.store(in: program.path("archive"))
        let outcome = try await program.run("links", "report", "--output", "none/links.html")
        #expect(outcome == Outcome(74, errors: "archive: none/links.html: cannot be written: No such file or directory\n"))
        let directory = try await program.run("links", "report", "--output", "out")
        #expect(directory == Outcome(74, errors: "archive: out: cannot be written: it is no file\n"))
        #expect(try await program.run("links", "report", "--output", "").code == 64)
    }
}
