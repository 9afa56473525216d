import Testing

@testable import Markup

@Suite("Nodes answer without making strings")
struct NodeTests {
    private static func page(_ markup: String) throws -> HTMLDocument {
        try HTMLDocument(Array(markup.utf8))
    }

    @Test("every tag and attribute has its name as markup has it")
    func names() throws {
        for tag in Tag.allCases where tag != .other && tag != .text {
            #expect(Tag(known: tag.name) == tag)
            #expect(tag.name.allSatisfy { $0.isLowercase || $0.isNumber })
        }
        #expect(Tag(known: "x-part") == .other)
        #expect(Tag.var.name == "var" && Tag.text.name == "#text" && Tag.other.name.isEmpty)
        for name in AttributeName.allCases { #expect(AttributeName.known.number(of: Name(name.name)) == Int(name.rawValue)) }
        #expect(AttributeName.httpEquiv.name == "http-equiv" && AttributeName.xmlLang.name == "xml:lang")
        #expect(AttributeName.class.name == "class" && AttributeName.dataTimestamp.name == "data-timestamp")
    }

    @Test("elements are known by tag, those of no known name by their own")
    func tags() throws {
        let page = try Self.page("<div><x-part>a</x-part><y-part>b</y-part></div>")
        let div = try #require(page.all(.div).first)
        #expect(div.tag == .div && div.name == "div")
        #expect(div.childElements.map(\.tag) == [.other, .other])
        #expect(div.childElements.map(\.name) == ["x-part", "y-part"])
        #expect(div.first(.other) == nil && div.all(.text).isEmpty)
        #expect(page.all(try Selector("y-part")).map(\.line) == ["b"])
        #expect(page.all(try Selector("x-part:first-of-type, y-part:first-of-type")).count == 2)
    }

    @Test("attributes are found by number, by any name, and compared as bytes")
    func attributes() throws {
        let page = try Self.page("<a href='/x#comment-7' HREFLANG=de data-odd=1 hidden class=' b  a\n'>t</a>")
        let anchor = try #require(page.all(.a).first)
        #expect(anchor.attribute(.href) == "/x#comment-7" && anchor.attribute("href") == "/x#comment-7")
        #expect(anchor.attribute("hreflang") == "de" && anchor.attribute("data-odd") == "1")
        #expect(anchor.attribute(.hidden) == "" && anchor.hasAttribute(.hidden) && !anchor.hasAttribute(.rel))
        #expect(anchor.attributeBytes(.href).map { Array($0) } == Array("/x#comment-7".utf8))
        #expect(anchor.attribute(.href, contains: "#comment-") && !anchor.attribute(.href, contains: "#comments"))
        #expect(anchor.attribute(.href, hasPrefix: "/x") && !anchor.attribute(.href, hasPrefix: "/x#comment-77"))
        #expect(anchor.attribute(.href, is: "/x#comment-7") && !anchor.attribute(.href, is: "/x"))
        #expect(!anchor.attribute(.rel, contains: "") && !anchor.attribute(.title, is: ""))
        #expect(anchor.classes == ["b", "a"] && anchor.hasClass("a") && !anchor.hasClass("b a"))
        #expect(Array(anchor.children).first.map { !$0.hasClass("a") && $0.attribute(.id) == nil && $0.classes.isEmpty } == true)
    }

    @Test("elements with equal classes share the number of the value")
    func classValues() throws {
        let page = try Self.page("<p class='a b'>1<p class=c>2<p class='a b'>3<p>4")
        let values = page.all(.p).map { page.classValue(of: $0.index) }
        #expect(values == [0, 1, 0, nil])
        #expect(page.classValueCount == 2)
        #expect((0..<2).map(page.classes(ofValue:)) == [["a", "b"], ["c"]])
    }

    @Test("the lengths of text are those of a walk over the texts")
    func lengths() throws {
        let page = try Self.page("<div> one <a href=x>two <b>three</b></a>&nbsp;<p>\n</p></div><p>four")
        let div = try #require(page.all(.div).first)
        #expect(div.textLength == 5 + 4 + 5 + 2 + 1)
        #expect(div.visibleLength == 11)
        #expect(div.linkedLength == 8)
        #expect(div.elementCount == 4)
        #expect(div.first(.p)?.isBlank == true && !div.isBlank)
        #expect(div.first(.b)?.linkedLength == 5)
        #expect(Fragment(div, excluding: div.all(.b)).visibleLength == 6)
        for node in page.root.map({ Array(Fragment($0).allNodes) }) ?? [] {
            let texts = Fragment(node).allNodes.filter(\.isText)
            #expect(node.textLength == texts.reduce(0) { $0 + $1.textBytes.count })
            #expect(node.elementCount == Fragment(node).allNodes.count - texts.count)
        }
    }

    @Test("siblings, parents and numbers agree, whichever way they are asked for")
    func numbers() throws {
        let page = try Self.page("<ul><li>1</li> <li><b>2</b><i>3</i></li>x<li></li></ul><p>4<br>5")
        let nodes = try Array(Fragment(#require(page.root)).allNodes)
        #expect(nodes.map(\.index) == Array(0..<page.count))
        for node in nodes {
            #expect(node.parent?.index == page.parent(of: node.index))
            #expect(Array(node.ancestors).last?.index == (node.index == 0 ? nil : 0))
            let siblings = node.parent.map { Array($0.children) } ?? [node]
            let place = try #require(siblings.firstIndex(of: node))
            #expect(node.previousSibling == (place > 0 ? siblings[place - 1] : nil))
            #expect(node.nextSibling == (place + 1 < siblings.count ? siblings[place + 1] : nil))
            #expect(node.previousElement == siblings[..<place].last { !$0.isText })
            #expect(node.nextElement == siblings[(place + 1)...].first { !$0.isText })
            for tag in [Tag.li, .b, .p] {
                let inside = Fragment(node).allNodes.dropFirst().filter { $0.tag == tag }
                #expect(node.all(tag) == inside && node.first(tag) == inside.first)
            }
        }
    }

    @Test("the bytes of a line are those of its text")
    func lines() throws {
        let page = try Self.page("<p> a  b\u{A0}c <b>é</b>\u{2009}Âd<br>e </p>")
        let paragraph = try #require(page.all(.p).first)
        #expect(paragraph.line == "a b c é\u{2009}Âd e")
        var line = ""
        paragraph.withLineBytes { line = String(decoding: $0, as: UTF8.self) }
        #expect(line == paragraph.line)
    }

    @Test("a rendered text says where its anchors and texts begin")
    func places() throws {
        let page = try Self.page("<div>é <a href=x>two</a><p>three</p></div>")
        let div = try #require(page.all(.div).first)
        let rendered = Fragment(div).rendered()
        #expect(rendered.text == "é two\n\nthree")
        let anchor = try #require(div.first(.a))
        #expect(rendered.places[anchor.index] == 3)
        #expect(div.first(.p).flatMap { rendered.places[$0.index + 1] } == 8)
        #expect(rendered.places[div.index] == nil && rendered.places[10_000] == nil)
    }

    @Test("what a fragment leaves out is named in any order")
    func exclusions() throws {
        let page = try Self.page("<div><p>1<p>2<p>3<p>4</div>")
        let div = try #require(page.all(.div).first)
        var fragment = Fragment(div, excluding: Array(div.all(.p).reversed().dropFirst(2)))
        #expect(fragment.line == "3 4" && fragment.html == "<p>3</p><p>4</p>")
        fragment.excluded = Set(div.all(.p).dropFirst())
        #expect(fragment.text == "1" && fragment.excluded.count == 3)
        #expect(Fragment(div.all(.p), excluding: Array(div.all(.p).prefix(1))).html == "<p>2</p><p>3</p><p>4</p>")
    }
}
