import Foundation
import Testing
import ThreadModel

@Suite("The archive's commands")
struct ArchiveCommandTests {
    private let program = Program()

    @Test("ingest says what is new, what has changed and what has not, in words or as JSON")
    func summary() async throws {
        let links = ["http://bit.ly/a", "https://seeds.example/"]
        try program.write(Pages.html("one", links: links), to: "one.html")
        try program.write(Pages.html("two"), to: "two.html")
        try program.write("", to: "bad.html")
        let new = "2 pages: 2 new, 0 updated, 0 unchanged, 0 failed; 0 comments, 2 links (1 short)\n"
        #expect(try await program.run("ingest", "one.html", "two.html") == Outcome(0, output: new))
        try program.write(Pages.html("two", links: links), to: "two.html")
        try program.write(Pages.html("three"), to: "three.html")
        let json = #"{"pages":4,"new":1,"updated":1,"unchanged":1,"failed":1,"comments":0,"links":4,"shortLinks":2}"# + "\n"
        #expect(
            try await program.run("ingest", "--json", "one.html", "two.html", "three.html", "bad.html")
                == Outcome(1, output: json, errors: "archive: bad.html: it is empty\n"))
        #expect(try await program.run("ingest", "--quiet", "one.html") == Outcome(0))
        #expect(try await program.run("verify") == Outcome(0, output: "4 thread records, 0 expansion records, index agrees\n"))
    }

    @Test("the archive is where --archive says, else $ARCHIVE_DIR, else ./archive")
    func whereTheArchiveIs() async throws {
        try program.write(Pages.html("one"), to: "one.html")
        for (arguments, environment, place) in [
            (["--archive", "named"], ["ARCHIVE_DIR": "other"], "named"), ([], ["ARCHIVE_DIR": "set/below"], "set/below"),
            ([], ["ARCHIVE_DIR": ""], "archive"),
        ] {
            #expect(try await program.start(["ingest", "one.html"] + arguments, input: "", environment: environment).finish().code == 0)
            #expect(FileManager.default.fileExists(atPath: program.path(place + "/archive.json")))
        }
        #expect(!FileManager.default.fileExists(atPath: program.path("other")))
    }

    @Test("show sets a thread for reading: replies are indented, links stand beside where they lead")
    func show() async throws {
        try Pages.store(Array([Pages.thread]), [Pages.expansion], in: program.path("archive"))
        let page = """
            Le voyage en train
            Élodie · 2011-02-09 10:40 · fr · typepad · 3 comments
            http://blog.example/train.html
            id u-1

            Départ à l'aube, sans café, dans un wagon qui aurait dû partir la veille et dont
            personne ne savait plus rien.

            Fin.
            · https://rail.example/horaires

            Comments

              Di@ne · hier soir
              Merci !
              · http://bit.ly/abc → https://rail.example/carte (host-dead)
              — Diane

                ↳ Élodie
                De rien.

              anonymous · pingback
              […] un voyage […]

            Warnings
              comment c1 has no readable date

            """
        for key in ["u-1", "u", "http://blog.example/train.html"] {
            #expect(try await program.run("show", key) == Outcome(0, output: page))
        }
        let json = try await program.run("show", "u-1", "--json")
        #expect(json.output.contains(#""expanded":"https://rail.example/carte","expansionStatus":"host-dead""#))
        #expect(
            try await program.run("show", "x")
                == Outcome(66, errors: "archive: x: no thread of this id or URL; `archive list` shows what there is\n"))
    }

    @Test("list and search print a line each, or JSON Lines")
    func lists() async throws {
        try Pages.store([Pages.thread], [Pages.expansion], in: program.path("archive"))
        #expect(
            try await program.run("list")
                == Outcome(0, output: "u-1               2011-02-09 10:40         3  2 (1 short)     Le voyage en train\n"))
        let summary = """
            {"id":"u-1","url":"http://blog.example/train.html","title":"Le voyage en train","language":"fr","kind":"post",\
            "platform":"typepad","author":"Élodie","published":"2011-02-09T10:40","comments":3,"links":2,"shortLinks":1}

            """
        #expect(try await program.run("list", "--json") == Outcome(0, output: summary))
        let hit = "Le voyage en train  u-1\n  comment c1 · Di@ne · hier soir\n    Merci ! Diane\n"
        #expect(try await program.run("search", "MERCI", "diané") == Outcome(0, output: hit))
        #expect(
            try await program.run("search", "merci", "--json").output.hasPrefix(#"{"thread":"u-1","url":"http://blog.example/train.html","#)
        )
        #expect(try await program.run("search", "nothing") == Outcome(0))
    }

    @Test("verify names the file and the line of a damaged record, and ends with 1")
    func verify() async throws {
        var other = Pages.thread
        other.id = "u-2"
        other.url = nil
        try Pages.store([Pages.thread, other], in: program.path("archive"))
        let file = program.path("archive/threads/000001.jsonl")
        try Data(String(contentsOfFile: file, encoding: .utf8).replacing("Merci !", with: "Merci ?", maxReplacements: 1).utf8)
            .write(to: URL(fileURLWithPath: file))
        let problem = "the record does not match its digest: it has been altered or damaged"
        let words = "threads/000001.jsonl, line 1: \(problem)\n1 thread record, 0 expansion records, 1 problem\n"
        let first = try await program.run("verify")
        #expect(first.code == 1 && first.output == words)
        #expect(first.errors == "archive: index.sqlite was built again from the records: threads/000001.jsonl is not what it was\n")
        #expect(try await program.run("verify") == Outcome(1, output: words))
        let json = #"{"severity":"problem","file":"threads/000001.jsonl","line":1,"message":"\#(problem)"}"#
        let result = #"{"threadRecords":1,"expansionRecords":0,"problems":1,"hasIndex":true}"#
        #expect(try await program.run("verify", "--json") == Outcome(1, output: "\(json)\n\(result)\n"))
    }

    @Test("schema prints the schema of a record")
    func schema() async throws {
        for (name, schema) in [("thread", RecordSchema.thread), ("expansion", .expansion)] {
            #expect(try await program.run("schema", name) == Outcome(0, output: schema.text))
        }
    }

    @Test("what a page has in it for a terminal does not reach people's screens")
    func controlCharacters() async throws {
        var thread = Pages.thread
        thread.title = "\u{1B}]0;owned\u{7}Title\u{9B}2J\r\n\u{202E}txt"
        thread.comments[0].author?.name = "Di\u{8}@ne"
        thread.comments[0].text = "Merci \u{1B}[31m!"
        try Pages.store([thread], in: program.path("archive"))
        for arguments in [["list"], ["show", "u-1"], ["search", "merci"], ["links"]] {
            let run = try await program.start(arguments, input: "").finish()
            #expect(
                run.code == 0
                    && !run.output.unicodeScalars.contains {
                        $0 != "\n" && ($0.value < 32 || (127..<160).contains($0.value) || $0.value == 0x202E)
                    })
        }
        #expect(try await program.run("list").output.contains("]0;ownedTitle2J txt"))
    }
}
