import Testing

@testable import Markup

@Suite("Stand-ins for texts, white space and attributes change nothing of the tree")
struct StandInsTests {
    /// Every node with its name, attributes and text.
    private func dump(_ page: [UInt8], usesStandIns: Bool) throws -> [String] {
        let document = try HTMLDocument(DecodedText(page), limits: MarkupLimits(), usesStandIns: usesStandIns)
        let table = document.table
        return (0..<document.count).map { index in
            let attributes = table.attributeRange(of: index).map { place in
                let attribute = table.attributes[place]
                return "\(table.attributeNames.string(Int(attribute.name)))=\(table.string(of: attribute))"
            }
            let text = String(decoding: table.textBytes(of: index), as: UTF8.self)
            return "\(document.parent(of: index) ?? -1) \(table.name(of: index)) \(attributes) \(text)"
        }
    }

    private func isSame(_ page: [UInt8]) throws -> Bool {
        try dump(page, usesStandIns: true) == dump(page, usesStandIns: false)
    }

    static let pages = [
        "<p class=\"comment byuser even\" title='one \"two\" three four'>some words of a comment</p>",
        "<a href=\"http://example.org/a/long/path?x=1&amp;y=2\">a text with &amp; in it, and &eacute; too</a>",
        "<a href=\"?x=1&amp;y=2&\" title=\"&amp;x\" rel=\"x&y;z &unknown; and more\">a & b &c; d &unknown; and more &#8217;of it&#8217 all</a>",
        "<a title='a \"quote&quot; and more&#39; of it' href=\"x&amp;'y\">one &lt;b&gt; and more of it &amp;</a>&nbsp;words behind it",
        "<head><title>T</title>&#0;      <meta name=\"a\" content=\"b\"></head><body>words and more", "</t>&#55555;      <",
        "&#xFFFF;       <p>x", "<p>x</p>\n\t\t\t\u{17}<i>y</i>\n\n\u{17}words and more<i>\n\n\nz\u{17}</i>",
        "<p>x</p>  \n<!-- y -->\n\u{1C}<b>z</b>",
        "<a href=?q=\">words</a><b c=\"d\"> and more</b>", "<a b=c\"d=\"e f\">words and more</a><a b= c=\"d e\">words and more</a>",
        "<p>It&#8217;\(String(repeating: "words ", count: 300))&#8217;and \(String(repeating: "&#8217;words", count: 300))</p>",
        "<div title=\"a &lt;b&gt; c, and more of it\">x</div><div title=\"a <b> c, and much more\">words behind a bracket</div>",
        "<p>a < b and more words than ten<p>a <3 and more words than ten<p>a <- and more words than ten",
        "<p><?php echo 'more words than ten' ?>and more words than ten</p><?xml version=\"1.0 and more\"?>words behind",
        "<p title=\"never closed and more words than ten>words that are in the value<p class='x'>",
        "<p ='not a value at all' =\"nor this one here\" title = \"spaces around the sign\">words and words</p>",
        "<p title=unquoted-and-long-enough class=a\"quote-in-the-middle\">words and words</p>",
        "<p title=\"one value here\"class=\"another right behind\">words and words</p>",
        "</p title=\">and more words than ten\">and more words than ten</div class='x y z and more'>end and more",
        "<title>a title with <b>no</b> element & a sign in it</title><textarea>text with <i>no</i> element in it</textarea>",
        "<head>\n\n\n            \n<meta content=\"some words of a page\">            </head>\n\n\n\n\n\n\n\n\n\n<body>           x</body>",
        "<pre>            one\n            two\tthree\r\n            four</pre><p>carriage\r\nreturns in a text</p>",
        "<p title=\"a\nvalue\non\tlines of its own\">a text\non\tlines of its own</p>",
        "<p>&#146;windows&#146; and &#147;more&#148; of it</p><p title=\"&#128; &#x80; and more of it\">\u{92}bare and more of it</p>",
        "<p title=\"Ελληνικά και άλλα\">日本語の本文です、これは</p><p>no-break\u{A0}spaces\u{A0}in a text</p>",
        "<p>\u{7F}0\u{7F} is a mark of ours</p><p title=\"\u{7F}1\u{7F} and more of it\">words and words</p>",
        "<p title=\"&#127;0&#127; as references\">words and words</p><p>&#127;1&#127; and &#x7F;0&#x7f;</p>",
        "<p title=\"&#0127;0&#x007F; as references\">words and words</p>",
        "<script>var words = \"more than ten of them\";</script><style>p { content: \"more than ten\" }</style>text behind it all",
        "<select class=\"choice of a month\"><option value=\"january and more\">January and more</select>and more words",
        "<table><tr><td width=\"100 and more of it\">a cell with words<td>another cell with words</table>words behind it",
        "<li>an item with words<li>an item with words<ul><li>an item with words</ul>words behind the list",
        "<p @click=\"open and close it\" (go)=\"there and back again\" v:x=\"colons are in names\" é=\"and more of it\">words and words</p>",
        "<p a=b\"c=\"some words and more\" d==\"two signs in a row\" e= =\"and with a space\">words and words</p>",
        "<br/class=\"right behind a slash\"><br /class=\"and after a space\"><img alt=\"a picture of it\"/>words and words",
        "<p title=\"a name twice over\" title=\"of which one counts\">words and words</p>",
        "<a name=\"one and more of it\"><a name=\"two and more of it\">nested anchors with words</a></a>",
        "<?php echo \"<p title='aaaaaaaaa>WORDS'>\" ?>and more", "</p <b title=\"aaaaaaaaaaa>WORDS\">and more",
        "<img src= alt=\"A picture of x > y\"> and words", "<a rel= title=\"aaaaaaaaa href=http://example.org/x y\">words</a>",
        "<p a= b='xxx> text text and more text <i>", "<p =\"a>b\" title=\"cc<i>dddddddd</i>\">",
        "<p a=/\"x> <b title='c\" >TEXT TEXT TEXT ' foo>BAR of it</b></p>",
        "<a \u{0C}title=\"aaaaaaaaa href=http://example.org/x y\">x</a>",
        "<p \(String(repeating: "a", count: 100))1=\"vvvvvvvvvv href=x class=y z\">", "<script\"x title='and more of it'>words</script>",
        "<p>words<<!-- x -->a href=\"http://example.org/\">hello out there</a>", "<p>&#12<!-- x -->345678 and more words",
        "<p title=\"U+FFFF: \u{FFFF} and U+FFFE: \u{FFFE} in it\">\u{FFFF}</p>",
        "   \n  hello world and more <p class='of it and more'>x</p>",
        "<p>It&#8217;\(String(repeating: "y", count: 998))<script>ad()</script>And the text goes on here.</p>",
        "<p class=\"and more of it\">x</p><p title=\"&#12<!-- -->7;0&#12<!-- -->7;\">x</p><p a=/\"x> <b title='c\" >&#12<!-- -->7;0&#12<!-- -->7;'>B</b>",
        "words before any element<p>and in one</p>words between<br>words behind",
        "<html lang=\"de and more\"><body class=\"home and more\">one<html class=\"again and more\"><body id=\"again and more\">two",
    ]

    /// Pages on which stand-ins went wrong without anybody noticing, while they were made: most cannot be read with them.
    static let misread = [
        "<p f=\"<b>  <", "<p a=\"</>  <", "<a= s=\">  <", "<p>A few&<!-- -->nbsp;", "<p>one &<!-- c -->amp; more</p>",
        "<s>x and &n<script></script>bsp;",
        "</e>\(String(repeating: " ", count: 1005))<", "<head>\(String(repeating: "\n", count: 1005))<b>x and more words</b>",
        "<style<>&amp; and more <", "<script\">&#65;-and more<", "<style\u{0B}>&amp; and more</style>",
        "<p s\"='<e > `", "<i h\"='<n a=\"\">b", "<<!>f e<d h=''><", "< ..><!>  &<",
        "<p>&nosuch;\(String(repeating: "x", count: 997))><!-- c -->  \n<b>y</b>",
        "<?xml version=\"1.0\"?>\n\n<html>\n\n<head>\n\n</head>\n\n</html>\n\n",
        "\u{1}", "<p>words and more</p>\u{1A}", "<p>words and more</p></body></html>\u{1A}", "<p>\u{0C}", "\u{1}<!", "<p>x", "<p>x<",
        "<p>x&",
        "<p>words and more<p.y>zoo</p.y>", "<ul><li>words and more<li.y>z</li.y>", "<style<></h", "<Script\u{0B}></", "<style'><BODY",
        "<i='><!DOCTYPE></'", "\u{FEFF}\u{FEFF}\u{FEFF}x", "<div>hello world</div>\n\n<!-- x -->", "</html>\n\n<p>x</p>\n\n<!-- x -->",
        "<html><p>words</p></html>x</html> <b>y</b></html>\u{1}</body>z</html>\n\n<!-- x -->\n",
    ]

    @Test("on pages of every kind", arguments: pages + misread)
    func same(_ page: String) throws {
        #expect(try isSame(Array(page.utf8)))
    }

    @Test("and the pages above are read with them, but for those that cannot be")
    func helpful() throws {
        let read = try Self.pages.filter { page in
            let cutter = MarkupCutter(Array(page.utf8))
            guard cutter.standIns.texts.count + cutter.standIns.tags.count > 0 else { return false }
            return try TreeBuilder.build(cutter.markup.bytes, standIns: cutter.standIns, limits: MarkupLimits()) != nil
        }
        #expect(read.count > Self.pages.count / 2)
    }

    @Test("on pages that are cut off anywhere")
    func cutOff() throws {
        for page in [Self.pages, Self.misread].map({ Array($0.joined().utf8) }) {
            for end in stride(from: 0, through: page.count, by: 11) { #expect(try isSame(Array(page[..<end])), "cut at \(end)") }
        }
    }

    @Test("on pages with wrong bytes anywhere")
    func damaged() throws {
        let wrong = Array("\"'<>=&/ !?\u{7F}".utf8) + [0x00, 0x0C, 0x0D, 0x80, 0xC2, 0xEF, 0xFF]
        for page in [Self.pages, Self.misread].map({ Array($0.joined().utf8) }) {
            for place in stride(from: 0, to: page.count, by: 7) {
                var damaged = page
                damaged[place] = wrong[place / 7 % wrong.count]
                #expect(try isSame(damaged), "byte \(place)")
            }
        }
    }

    @Test("they are used for all that is written plainly")
    func used() {
        func count(_ page: String) -> (texts: Int, tags: Int, attributes: Int) {
            let standIns = MarkupCutter(Array(page.utf8)).standIns
            return (standIns.texts.count, standIns.tags.count, standIns.attributes.count)
        }
        let plain = "<p class=\"comment byuser even\" id=c1 hidden>some words of a comment</p>\n\n<BR CLEAR='all'/>"
        #expect(count(plain) == (2, 2, 4))
        for referring in ["&amp;", "&#39;", "&#x2019;", "&nbsp;", "& ", "&b=", "&#146;"] {
            #expect(count("<a href=\"?a\(referring)b\">words\(referring) and more</a>") == (1, 1, 1))
        }
        for odd in ["&#0;", "&#xD800;", "&#39", "&nosuch;", "&b.c ", "&\u{E9}", "&#;"] {
            #expect(count("<a href=\"?a\(odd)\">words and more \(odd)</a>") == (0, 0, 0))
        }
        #expect(count("<p class=\"comment\">some words and \u{92}</p>") == (0, 0, 0))
    }
}

extension StandInsTests {
    @Test("a page cannot make one value stand in many places, or take long", .timeLimit(.minutes(1)))
    func hostile() throws {
        let forged = String(repeating: "&#12<!-- -->7;0&#12<!-- -->7;", count: 2_300)
        let page = "<p class=\"\(String(repeating: "x", count: 500_000))\">x</p><p a=/\"x> <b title='c\" >\(forged)'>B</b>"
        #expect(try HTMLDocument(Array(page.utf8)).table.bytes.count < 2_000_000)
        let pieces = String(repeating: "x<!-- -->words and more<!-- -->", count: 40_000)
        #expect(try HTMLDocument(Array("<p>\(pieces)</p>".utf8)).table.bytes.count < 4_000_000)
        _ = try HTMLDocument(Array(String(repeating: "</a", count: 700_000).utf8) + [UInt8(ascii: ">")])
    }
}
