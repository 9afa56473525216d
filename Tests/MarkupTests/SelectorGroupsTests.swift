import Testing

@testable import Markup

@Suite("Selectors in groups find what each finds alone")
struct SelectorGroupsTests {
    private static let groups: [[String]] = [
        [".comment"], ["#comments"], [".absent", "div.comment > p"], ["section"], ["[href*=\"example.org\"]"], ["[href*=\"example.net\"]"],
        ["[data-id]"], ["[data-kind=\"x\"]"], ["p:not(.comment)"], [".absent, .other"], [".absent p, #comments p"], ["div:has(.other)"],
        ["[id^=\"comment-\"]"], ["[id^=\"post-\"]"], ["[href*=\"a b\" i]"], [], [".comment .absent"],
    ]

    @Test(
        "on any page",
        arguments: [
            "", "<p>words</p>", "<div class=\"comment\"><p>words</p></div>",
            "<div id=\"comments\"><p class=\"other\" data-kind=\"x\">words</p></div>",
            "<section><a href=\"http://example.org/\" data-id=\"1\">words</a></section>",
            "<p id=\"comment-7\">words</p><p id=\"POST-7\">words</p>",
            "<a href=\"http://EXAMPLE.NET/A%20B\">words</a><p id=\"post-1\">words</p>",
        ])
    func same(_ page: String) throws {
        let page = try HTMLDocument(Array(page.utf8))
        let selectors = try Self.groups.map { try $0.map { try Selector($0) } }
        let alone = selectors.map { $0.contains { page.first($0) != nil } }
        #expect(SelectorGroups(selectors).found(on: page) == alone)
    }
}
