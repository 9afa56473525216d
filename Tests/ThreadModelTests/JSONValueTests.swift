import Testing
import ThreadModel

@Suite("JSON is written in three forms")
struct JSONValueTests {
    private static let value = JSONValue.object([
        .init("b", .array([.integer(1), .object([.init("z", .null), .init("a", .bool(true))]), .array([]), .object([])])),
        .init("a", .string("x")),
    ])

    @Test("the line form keeps the order of members and has no white space")
    func line() {
        #expect(Self.value.text(.line) == #"{"b":[1,{"z":null,"a":true},[],{}],"a":"x"}"#)
    }

    @Test("the pretty form is indented by two spaces, and what is empty stays closed")
    func pretty() {
        #expect(
            Self.value.text(.pretty) == """
                {
                  "b": [
                    1,
                    {
                      "z": null,
                      "a": true
                    },
                    [],
                    {}
                  ],
                  "a": "x"
                }
                """)
    }

    @Test("the canonical form sorts members at every depth")
    func canonical() {
        #expect(Self.value.text(.canonical) == #"{"a":"x","b":[1,{"a":true,"z":null},[],{}]}"#)
    }

    @Test("members are sorted by the UTF-16 units of their names, as in the example of RFC 8785, section 3.2.3")
    func sorting() {
        let names = ["\u{20AC}", "\r", "\u{FB33}", "1", "\u{1F600}", "\u{80}", "\u{F6}"]
        let object = JSONValue.object(names.map { JSONValue.Member($0, .integer(0)) })
        let sorted = ["\\r", "1", "\u{80}", "\u{F6}", "\u{20AC}", "\u{1F600}", "\u{FB33}"]
        #expect(object.bytes(.canonical) == Array(("{" + sorted.map { "\"\($0)\":0" }.joined(separator: ",") + "}").utf8))
    }

    @Test(
        "a string has the escapes that JSON requires and no others, as in RFC 8785, section 3.2.2.2",
        arguments: [
            ("\u{20AC}$\u{F}\nA'B\"\\\\\"/", #"€$\u000f\nA'B\"\\\\\"/"#), ("\u{8}\t\n\u{C}\r", #"\b\t\n\f\r"#),
            ("\0\u{1}\u{B}\u{1F}", #"\u0000\u0001\u000b\u001f"#), ("\u{7F}\u{80}\u{2028}\u{2029}", "\u{7F}\u{80}\u{2028}\u{2029}"),
            ("</script>", "</script>"), ("e\u{301}", "e\u{301}"), ("\u{E9}", "\u{E9}"), ("👩‍🌾", "👩‍🌾"), ("\r\n", #"\r\n"#), ("", ""),
        ])
    func escapes(_ string: String, _ written: String) {
        for form in [JSONValue.Form.line, .pretty, .canonical] {
            #expect(JSONValue.string(string).bytes(form) == Array("\"\(written)\"".utf8))
        }
    }

    @Test("an escape is found wherever it stands in a long string", arguments: ["\"", "\\", "\n", "\u{1F}"])
    func escapePlaces(_ character: String) {
        let escaped = JSONValue.string(character).text(.line).dropFirst().dropLast()
        for place in 0...24 {
            let (before, behind) = (String(repeating: "é!", count: place), String(repeating: " #[", count: 8))
            #expect(JSONValue.string(before + character + behind).text(.line) == "\"\(before)\(escaped)\(behind)\"")
        }
    }

    @Test("a member is found by its name")
    func member() {
        #expect(Self.value["a"] == .string("x"))
        #expect(Self.value["c"] == nil)
        #expect(JSONValue.array([])["a"] == nil)
    }
}
