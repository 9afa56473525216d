import Testing

@testable import Markup

@Suite("Selectors find elements")
struct SelectorTests {
    private static let page = """
        <div id=top class="comment odd"><p class=meta><a href="http://e.org/#comment-7" rel="author nofollow">A</a></p><p>one</p><p>two</p></div>
        <div class="comments"><span data-x="">s</span><x-part></x-part></div>
        """

    @Test(
        "each notation finds what it says",
        arguments: [
            ("p", 3), ("*", 10), ("html", 1), ("#top", 1), (".comment", 1), (".odd.comment", 1), ("div.comment p", 3), ("div > a", 0),
            ("p > a", 1),
            ("[rel=author]", 0), ("[rel~=author]", 1), ("a[href*='#comment-']", 1), ("a[href^=\"http:\"]", 1), ("a[href$='7']", 1),
            ("[data-x]", 1), ("p:not(.meta)", 2), (".meta + p", 1), (".meta ~ p", 2), ("span, a", 2), ("body > div p:not([class]) ", 2),
            ("DIV", 2), (":is(span, a)", 2), ("div :is(.meta, [data-x])", 2), ("p:not(.meta, :first-child)", 2), ("p:first-child", 1),
            ("p:last-child", 1), ("p:nth-child(2)", 1), ("p:nth-child(9)", 0), ("p:first-of-type", 1), ("div:first-of-type", 1),
            ("div:has(a)", 1), ("div:has(a[rel=x], span)", 1), ("body:has(.meta)", 1), ("p:has(a) ~ p", 2), ("span:empty", 0),
            ("[rel*='AUTHOR']", 0), ("[rel*='AUTHOR' i]", 1), ("[href^='HTTP:' i]", 1), ("[class=COMMENTS i]", 1), ("[rel~=NoFollow i]", 1),
            ("[href$='-7' i]", 1), ("x-part", 1), ("[data-none]", 0), (".none p", 0), ("#none, #top", 1), ("#comment", 0),
            ("div + div x-part", 1),
            ("p ~ .meta", 0), ("html > body > div > .meta + p + p", 1), ("p, p, [class]", 5), ("[href='']", 0), ("[href^='']", 0),
        ])
    func finds(_ selector: String, _ count: Int) throws {
        let document = try HTMLDocument(Array(Self.page.utf8))
        #expect(document.all(try Selector(selector)).count == count)
        #expect((document.first(try Selector(selector)) != nil) == (count > 0))
    }

    @Test(
        "what is no selector is refused with the reason",
        arguments: [
            "", "p >", ".", "p[", "[a=\"x]", "p:hover", ":not(p", "a,,b", "p)", ":is()", ":nth-child(2n)", ":nth-child(0)", ":has(> a)",
            ":has(:has(a))", "[a=b j]", String(repeating: "a ", count: 40) + "a",
        ])
    func refuses(_ selector: String) {
        #expect(throws: SelectorError.self) { try Selector(selector) }
    }

    @Test("the nearest matching element around a node is found")
    func closest() throws {
        let link = try #require(try HTMLDocument(Array(Self.page.utf8)).first(Selector("a")))
        #expect(link.closest(try Selector("div"))?.attribute("id") == "top")
        #expect(link.closest(try Selector("a")) == link)
        #expect(link.closest(try Selector("table")) == nil)
    }

    private static let searched = [
        "p", "*", "div p", "div div p", "div > p", "div + div", "p ~ p", "div ~ div p", "body div > div p + p", ".a .b", ".a > .b",
        ".a ~ .b .c",
        ":not(.a) > .b", "div:has(.c)", ":is(.a, .b) + :is(.b, .c)", "p:last-child", ":first-of-type", ".a .b, .c", "div :empty",
    ]

    /// Elements of three names and three classes, inside and beside each other in every way that a few steps give.
    private static func tangle() -> String {
        var markup = ""
        var state: UInt32 = 7
        for _ in 0..<400 {
            state = state &* 1_664_525 &+ 1_013_904_223
            let name = ["div", "p", "x-y"][Int(state >> 10) % 3]
            markup += state >> 20 & 3 == 0 ? "</\(name)>" : "<\(name) class=\(["a", "b", "c"][Int(state >> 24) % 3])>"
        }
        return markup
    }

    @Test("a search in a page finds what each element says of itself", arguments: searched)
    func search(_ text: String) throws {
        let document = try HTMLDocument(Array(Self.tangle().utf8))
        let selector = try Selector(text)
        let root = try #require(document.root)
        let expected = Fragment(root).allNodes.filter { $0.matches(selector) }
        #expect(document.all(selector) == expected)
        #expect(document.first(selector) == expected.first)
        for node in Fragment(root).allNodes where node.index % 17 == 0 {
            #expect(node.all(selector) == expected.filter { $0 != node && node.contains($0) })
            #expect(node.first(selector) == expected.first { $0 != node && node.contains($0) })
        }
    }

    @Test("the walk over a whole page finds what the search from rare names finds", arguments: searched)
    func walk(_ text: String) throws {
        let document = try HTMLDocument(Array(Self.tangle().utf8))
        let selector = try Selector(text)
        let matcher = CompoundMatcher(table: document.table)
        var found: Set<Int> = []
        for alternative in selector.alternatives {
            SelectorChain(alternative, in: document.table).walk(0..<document.count, matcher) { found.insert($0).inserted }
        }
        #expect(found == Set(document.all(selector).map(\.index)))
    }

    @Test(
        "no page makes a search cost more than its length", .timeLimit(.minutes(1)),
        arguments: [
            ("b b b b b i", ["<b>", "<i></i>"], [3_000, 20_000], 20_000),
            ("q b + b b i", ["<b>", "<i></i>", "<q>"], [3_000, 20_000, 1], 0),
            ("u ~ i ~ i ~ b", ["<i></i>", "<b></b>", "<u></u>"], [40_000, 20_000, 1], 0),
            ("b:has(i[title=x])", ["<b>", "<i title=y></i>"], [3_000, 50_000], 0),
            ("i:last-child", ["<i></i>"], [60_000], 1),
            ("i:first-of-type + i:nth-child(50000)", ["<i></i>"], [60_000], 0),
        ])
    func hostile(_ text: String, _ pieces: [String], _ counts: [Int], _ expected: Int) throws {
        let markup = zip(pieces, counts).map { String(repeating: $0, count: $1) }.joined()
        let document = try HTMLDocument(Array("<p></p>\(markup)".utf8))
        #expect(document.all(try Selector(text)).count == expected)
    }

    @Test("selectors are equal that ask for the same")
    func equality() throws {
        #expect(try Selector("a.b[c='d']:not(e, f) > g") == Selector(" A.b[c=d]:not( e,f )>g"))
        for other in [
            "a.b > g", "a.b[c='D']:not(e, f) > g", "a.b[c='d' i]:not(e, f) > g", "a.b[c='d']:not(e) > g", "a.b[c='d']:not(e, f) g",
        ] {
            #expect(try Selector("a.b[c='d']:not(e, f) > g") != Selector(other))
        }
        #expect(try Set([Selector("a"), Selector("a"), Selector("b")]).count == 2)
    }

    @Test("a fragment is searched without what it leaves out")
    func fragment() throws {
        let document = try HTMLDocument(Array("<ul><li>1<li class=x>2<ul><li>3</ul><li>4</ul>".utf8))
        let list = try #require(document.first(Selector("ul")))
        let fragment = Fragment(list, excluding: list.all(try Selector(".x")))
        #expect(fragment.all(try Selector("li")).map(\.line) == ["1", "4"])
        #expect(fragment.first(try Selector("ul"))?.index == list.index)
        #expect(fragment.first(try Selector(".x")) == nil)
        #expect(fragment.allNodes.map(\.index) == fragment.ranges.flatMap { Array($0) })
    }
}

@Suite("A search knows from the letters of a page what it lacks")
struct AttributeGramsTests {
    @Test(
        "and misses nothing that is there",
        arguments: [
            ("[href*=\"blog.example\"]", true), ("[href*=\"BLOG.example\" i]", true), ("[href*=\"BLOG.example\"]", false),
            ("[href*=\"bl\"]", true), ("[href*=\"example/?a=1&b\"]", true), ("[href$=\"&b=2\"]", true), ("[href^=\"HTTP\" i]", true),
            ("[href=\"http://blog.example/?a=1&b=2\"]", true), ("[href*=\"log.exampl\"]", true), ("[href*=\"blog.examples\"]", false),
            ("[id^=\"comment-\"]", true), ("[id$=\"-12\"]", true), ("[id*=\"ent-1\"]", true), ("[id=\"comment-1\"]", false),
            ("[title*=\"not covered\"]", true), ("[src*=\"été\"]", true), ("[action*=\"\"]", false),
        ])
    func attributes(_ text: String, _ isThere: Bool) throws {
        let page = try HTMLDocument(
            Array(
                """
                <a href="http://blog.example/?a=1&amp;b=2" title="this is not covered">x</a><p id=comment-12></p><img src="/été.png">
                <form action="/post"></form>
                """.utf8))
        #expect((page.first(try Selector(text)) != nil) == isThere)
    }
}
