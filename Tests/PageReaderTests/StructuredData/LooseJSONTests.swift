import Testing

@testable import PageReader

@Suite("JSON is read as templates write it")
struct LooseJSONTests {
    @Test(
        "what strict readers refuse has a meaning all the same",
        arguments: [
            #"{"a": "x"}"#, #"{"a": "x",}"#, #"<!-- {"a": "x"} -->"#, "//<![CDATA[\n{\"a\": \"x\"}\n//]]>",
            #"/* of the theme */ {"a": "x"};"#, #"{"a": "\u0078"}"#, #"{"b": [1, 2, {},], "a": "x"}"#, #"{a: 'x'}"#,
            #"{"b": {"c": [true, null, -1.5e3]}, "a": "x"}"#,
        ])
    func sloppy(_ text: String) {
        #expect(LooseJSON.read(text)?["a"]?.text == "x")
    }

    @Test(
        "strings keep line ends, quotes and characters of every plane",
        arguments: [
            ("{\"a\": \"one\ntwo\"}", "one two"), (#"{"a": "\"so\" \/ \\"}"#, #""so" / \"#), (#"{"a": "\ud83d\udc15 \u00e9"}"#, "🐕 é"),
        ])
    func strings(_ text: String, _ value: String) {
        #expect(LooseJSON.read(text)?["a"]?.text == value)
    }

    @Test("a text without an object or a list holds nothing", arguments: ["", "null", "\"text\"", "}", "<p>none</p>"])
    func none(_ text: String) {
        #expect(LooseJSON.read(text) == nil)
    }

    @Test(
        "what goes on without end is read up to a bound", .timeLimit(.minutes(1)),
        arguments: [
            String(repeating: "[", count: 1_000_000), String(repeating: "{\"a\":", count: 300_000),
            String(repeating: "[],", count: 500_000),
            "[" + String(repeating: "1,", count: 500_000), "[\"" + String(repeating: "\\u00e9", count: 300_000),
            String(repeating: "/*", count: 500_000),
        ])
    func endless(_ text: String) {
        _ = LooseJSON.read(text)
        _ = StructuredData([text], url: nil)
    }
}
