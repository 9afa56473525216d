import Markup
import Testing

@Suite("A page becomes a tree")
struct HTMLDocumentTests {
    private func document(_ markup: String, limits: MarkupLimits = MarkupLimits()) throws -> HTMLDocument {
        try HTMLDocument(Array(markup.utf8), limits: limits)
    }

    @Test("scripts, styles, comments and drawings are cut; what stands around them stays")
    func cut() throws {
        let page = try document(
            """
            <p>a<script>if (1 < 2) document.write("</div><p>no</p>")</script>b<style>p { }</style>c<!-- <p>no</p> -->d
            <SCRIPT type=x>no</script >e<svg><title>no</title></svg>f<svg/>g<!-->h<![if IE]>i<!-- x --!>j
            """)
        #expect(page.root?.line == "abcd efghij")
    }

    @Test("a drawing that never ends takes nothing of the page with it, and many of them no time", arguments: [1, 5_000])
    func endlessDrawings(count: Int) throws {
        let page = try document("<p>a" + String(repeating: "<svg>", count: count) + "<p>b")
        #expect(page.root?.line == "a b")
    }

    @Test("an attribute that looks like a comment or a script is none")
    func quoted() throws {
        let page = try document("<p title=\"<!-- <script>\">a</p><p title='>'>b</p><i>c</i>")
        #expect(page.root?.line == "a b c")
        #expect(page.all(try Selector("p")).first?.attribute("title") == "<!-- <script>")
    }

    @Test("attributes beyond the 255th of a tag are cut, and nothing behind the tag is")
    func manyAttributes() throws {
        let page = try document("<p id=x " + (0..<1_000).map { "a\($0)='v>' " }.joined() + ">one</p><p title=y>two</p>")
        let first = try #require(page.first(Selector("#x")))
        #expect(first.attribute("a253") == "v>")
        #expect(first.attribute("a254") == nil)
        #expect(page.root?.line == "one two")
        #expect(page.first(try Selector("[title]"))?.attribute("title") == "y")
    }

    @Test("an unclosed comment or script hides the rest, as in a browser", arguments: ["<!-- ", "<script>", "<style>"])
    func unclosed(_ opening: String) throws {
        #expect(try document("<p>seen</p>\(opening)<p>unseen</p>").root?.line == "seen")
    }

    @Test("what stands in a text field or a title is text, whatever it looks like", arguments: ["textarea", "TITLE"])
    func textElements(_ name: String) throws {
        let page = try document("<\(name)>a <script> b <!-- c <p>d &amp; e</\(name)><p>seen</p><textarea>never closed <p>seen too")
        let element = try #require(page.all(try Selector("textarea, title")).first)
        #expect(element.children.map(\.isText) == [true])
        #expect(element.text == "a <script> b <!-- c <p>d & e")
        #expect(page.all(try Selector("p")).count == 2)
    }

    @Test("the options of a choice are cut, and nothing but options")
    func options() throws {
        let page = try document(
            """
            <p>a<select id=x><option>May 2009<OPTGROUP label=l><option value="<">June</option></optgroup></select>b
            <select id=y><option>1<b>c</b></select>d<select><option>never closed<p>e
            """)
        #expect(page.first(try Selector("#x"))?.end == page.first(try Selector("#x")).map { $0.index + 1 })
        #expect(page.first(try Selector("#y"))?.isBlank == false)
        #expect(page.root?.line == "ab d")
        #expect(page.all(try Selector("select p")).count == 1)
    }

    @Test("JSON-LD is set aside, in page order")
    func jsonLD() throws {
        let page = try document("<script type='application/ld+json'>{\"a\": 1}</script><p>x<script type=\"application/ld+json\">2</script>")
        #expect(page.jsonLD == ["{\"a\": 1}", "2"])
    }

    @Test("comments that name where the page was saved from are kept")
    func factualComments() throws {
        let page = try document("<!-- saved from url=(0019)http://example.org/ --><!-- other --><p>x")
        #expect(page.factualComments == [" saved from url=(0019)http://example.org/ "])
    }

    @Test(
        "an attribute with a name that HTML parsers know and libxml2 does not is left out with its value",
        arguments: ["@click", "(click)", "[class]", "*ngIf", "#ref", "[(model)]", "on|once", "a[b]"])
    func oddNames(_ name: String) throws {
        let page = try document("<div \(name)=\"() => { go('x') }\" class='menu' id=\"m\">Go <b \(name) = 'a > b'>on</b></div>")
        let element = try #require(page.first(Selector("div.menu#m")))
        #expect(element.text == "Go on")
    }

    @Test(
        "a value without quotes may hold quotes and signs",
        arguments: [
            ("<a href=list.php?tag=\"swift\">words</a> and more", "list.php?tag=\"swift\""),
            ("<a href=?q=\">words</a><b c=\"d\"> and more</b>", "?q=\""),
            ("<a href= ?q=\"x\" title=it>words</a> and more", "?q=\"x\""), ("<a href= @x=\"y\">words</a> and more", "@x=\"y\""),
            ("<a href=mailto:me@x.example?subject=\"hello\" title='a > b'>words</a> and more", "mailto:me@x.example?subject=\"hello\""),
            ("<a _x=\"1 and more\" :y=\"2 and more\" href=\"all and more\">words</a> and more", "all and more"),
        ])
    func unquoted(markup: String, reference: String) throws {
        let page = try document("<p>\(markup)</p>")
        let link = try #require(page.first(Selector("a")))
        #expect(link.attribute(.href) == reference)
        #expect(try #require(page.first(Selector("p"))).text == "words and more")
    }

    @Test("entities and C1 references are decoded in text and attributes")
    func entities() throws {
        let page = try document("<p title='&eacute;&#146;'>&laquo;&#233;&#x92;&amp;lt;&raquo;</p>")
        #expect(page.root?.text == "«é’&lt;»")
        #expect(page.first(try Selector("p"))?.attribute("title") == "é’")
    }

    @Test("the text keeps paragraphs and line breaks and collapses other white space")
    func text() throws {
        let page = try document(
            "<div>  one \n two<br>three</div><p>four</p><p>&nbsp;</p><p>five&nbsp;!</p><ul><li>six<li>seven</ul><pre>a  b\n  c</pre>")
        #expect(page.root?.text == "one two\nthree\n\nfour\n\nfive !\n\nsix\nseven\n\na  b\n  c")
    }

    @Test("two line breaks make a paragraph, more make no more")
    func lineBreaks() throws {
        #expect(try document("a<br>\n<br /> b<br><br><br><br>c").root?.text == "a\n\nb\n\nc")
    }

    @Test("a smiley's characters are text, a picture's description is not")
    func smileys() throws {
        #expect(try document("<p>hi <img class=wp-smiley alt=':-)' src=a.gif><img alt='a tree' src=t.jpg>").root?.text == "hi :-)")
    }

    @Test("a fragment leaves out what it is told to, in text and markup")
    func fragment() throws {
        let page = try document("<div id=a><p>keep <b>this</b></p><p class=x>not <i>this</i></p><p>and this</p></div>")
        let root = try #require(page.first(Selector("#a")))
        let fragment = Fragment(root, excluding: page.all(try Selector(".x")))
        #expect(fragment.text == "keep this\n\nand this")
        #expect(fragment.html == "<p>keep <b>this</b></p><p>and this</p>")
        #expect(fragment.all(try Selector("i")).isEmpty)
    }

    @Test("markup that could run is not written again")
    func harmless() throws {
        let page = try document(
            "<div id=a><a href=' JaVa\tScript:alert(1)' onclick='x()' title='\"<&'>t</a><img src=x onerror=alert(1)><iframe src=//e></iframe></div>"
        )
        let root = try #require(page.first(Selector("#a")))
        #expect(Fragment(root).html == "<a title=\"&quot;&lt;&amp;\">t</a><img src=\"x\">")
    }

    @Test("siblings, parents and children are found")
    func neighbours() throws {
        let page = try document("<ul><li id=a>1</li> <li id=b><b>2</b></li>x<li id=c>3</li></ul>")
        let second = try #require(page.first(Selector("#b")))
        #expect(second.previousElement?.attribute("id") == "a")
        #expect(second.nextElement?.attribute("id") == "c")
        #expect(second.parent?.childElements.count == 3)
        #expect(second.nextSibling?.text == "x")
        #expect(page.first(try Selector("#a"))?.previousElement == nil)
        let list = try #require(second.parent)
        #expect(list.contains(second) && !second.contains(list))
    }

    @Test("a page in two html elements, with attributes on both, is read")
    func twoRoots() throws {
        #expect(try document("<html a=b><body c=d>x<html e=f lang=fr><body g=h>y").root?.line == "xy")
    }

    @Test(
        "what is hardly a page gives what text it has, and no crash",
        arguments: [
            ("", ""), (" ", ""), ("<", ""), ("<!", ""), ("</", ""), ("<!--", ""), ("&", "&"), ("\u{FEFF}", ""), ("</p>", ""), ("x", "x"),
        ])
    func nothing(_ markup: String, _ text: String) throws {
        #expect(try document(markup).root?.text ?? "" == text)
    }

    @Test("a page nested too deep, too large, is refused by name")
    func limits() {
        #expect(throws: MarkupError.tooDeep(limit: 4_000)) { try document(String(repeating: "<div>", count: 100_000)) }
        #expect(throws: MarkupError.tooManyNodes(limit: 10)) {
            try document(String(repeating: "<p>x</p>", count: 20), limits: MarkupLimits(nodes: 10))
        }
    }

    @Test("a page nested 3,000 deep is read without using up the stack")
    func deep() throws {
        let page = try document(String(repeating: "<b>", count: 3_000) + "x")
        #expect(page.root?.text == "x")
        #expect(page.root.map { Fragment($0).html }?.hasSuffix("</b></body>") == true)
    }

    @Test(
        "what follows the end of the body or of the page belongs to the body, as in browsers",
        arguments: ["</body>", "</html>", "</body></html>", "</html></html><html><body class=b>"])
    func strayEnds(_ end: String) throws {
        let page = try HTMLDocument(Array("<html lang=en><body class=a><p>one</p>\(end)<p id=x>two</p></body></html>".utf8))
        let last = try #require(page.first(Selector("#x")))
        #expect(last.ancestors.map(\.name) == ["body", "html"])
        #expect(page.root?.attribute("lang") == "en")
        #expect(page.all(try Selector("p")).map(\.text) == ["one", "two"])
        #expect(page.root?.end == page.count)
    }
}
