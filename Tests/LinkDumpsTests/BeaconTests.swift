import Testing

@testable import LinkDumps

@Suite("Links in BEACON format")
struct BeaconTests {
    private func head(_ fields: String...) -> String { "#FORMAT: BEACON\n" + fields.map { "#\($0)\n" }.joined() + "\n" }

    @Test("one bar: what follows is a target only if it is a web address and no target template is given")
    func oneBar() throws {
        try expectTargets(
            head("PREFIX: http://bit.ly/") + "aaa|http://a.example/\nbbb|a note\nccc|https://c.example/\n",
            ["http://bit.ly/aaa": ["http://a.example/"], "http://bit.ly/ccc": ["https://c.example/"]], lookingAlsoFor: ["http://bit.ly/bbb"]
        )
        try expectTargets(
            head("PREFIX: http://bit.ly/", "TARGET: http://t.example/{ID}") + "aaa|http://note.example/\nbbb\n",
            ["http://bit.ly/aaa": ["http://t.example/aaa"], "http://bit.ly/bbb": ["http://t.example/bbb"]])
    }

    @Test("two bars: the annotation is between them; what follows a third does not count")
    func twoBars() throws {
        try expectTargets(
            head("PREFIX: http://bit.ly/") + "aaa|a note|http://a.example/\nbbb||http://b.example/|more|bars\nccc|note|\n",
            ["http://bit.ly/aaa": ["http://a.example/"], "http://bit.ly/bbb": ["http://b.example/"]], lookingAlsoFor: ["http://bit.ly/ccc"])
    }

    @Test("templates: {ID} encodes what means something in a URL, {+ID} keeps it, and {ID} is added where there is none")
    func templates() throws {
        let lines = "aaa||x y/ü\n"
        for (template, target) in [
            ("http://t.example/{ID}.html", "http://t.example/x%20y%2F%C3%BC.html"),
            ("http://t.example/{+ID}", "http://t.example/x%20y/%C3%BC"),
            ("http://t.example/", "http://t.example/x%20y%2F%C3%BC"),
        ] {
            try expectTargets(head("PREFIX: http://bit.ly/", "TARGET: \(template)") + lines, ["http://bit.ly/aaa": [target]])
        }
        try expectTargets(
            head("PREFIX: http://su.pr/{ID}/info") + "abc|http://a.example/\n", ["http://su.pr/abc/info": ["http://a.example/"]],
            lookingAlsoFor: ["http://su.pr/abc"])
        try expectTargets(
            head("PREFIX: http://su.pr/") + "ü/b|http://a.example/\n", ["http://su.pr/%C3%BC%2Fb": ["http://a.example/"]],
            lookingAlsoFor: ["http://su.pr/ü/b"])
    }

    @Test("without a prefix sources are whole URLs")
    func wholeURLs() throws {
        try expectTargets(
            head("TIMESTAMP: 2014-01-01") + "http://is.gd/aaa|http://a.example/\nhttp://other.example/b|http://b.example/\n",
            ["http://is.gd/aaa": ["http://a.example/"]])
    }

    @Test("lines end with a line feed, a carriage return, or both", arguments: ["\n", "\r", "\r\n"])
    func lineEnds(end: String) throws {
        let lines = ["\u{FEFF}#FORMAT: BEACON", "#PREFIX: http://bit.ly/", "", "", "aaa|http://a.example/", "", "bbb|http://b.example/"]
        try expectTargets(
            lines.joined(separator: end), ["http://bit.ly/aaa": ["http://a.example/"], "http://bit.ly/bbb": ["http://b.example/"]])
    }

    @Test("white space around words does not count, and inside it is one space")
    func whiteSpace() throws {
        try expectTargets(
            head("PREFIX   http://bit.ly/") + "  aaa \t| a  note |  http://a.example/x \t y \n",
            ["http://bit.ly/aaa": ["http://a.example/x%20y"]])
    }

    @Test("the format need not be named; of a field that comes twice the first counts, and unknown ones do not")
    func fields() throws {
        try expectTargets(
            "#PREFIX: http://bit.ly/\n#COLOUR: green\n#PREFIX: http://is.gd/\n#\n# words\n\naaa|http://a.example/\n",
            ["http://bit.ly/aaa": ["http://a.example/"]], lookingAlsoFor: ["http://is.gd/aaa"])
    }

    @Test("a target that is no URL is none")
    func noURL() throws {
        try expectTargets(
            head("PREFIX: http://bit.ly/") + "aaa||somewhere\nbbb\n", [:], lookingAlsoFor: ["http://bit.ly/aaa", "http://bit.ly/bbb"])
    }

    @Test("lines that are too long are counted")
    func longLines() throws {
        let long = String(repeating: "x", count: 2 * TextScanner.longestLine)
        let text = head("PREFIX: http://bit.ly/") + "aaa|http://\(long)\nbbb|http://b.example/\n"
        let (targets, report) = try Dump().read(Array(text.utf8), for: ["http://bit.ly/aaa", "http://bit.ly/bbb"])
        #expect(Array(targets.keys) == ["http://bit.ly/bbb"] && report.dropped == 1)
    }
}
