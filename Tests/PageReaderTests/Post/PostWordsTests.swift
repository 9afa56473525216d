import Markup
import Testing
import ThreadModel

@testable import PageReader

@Suite("Bylines, class names and titles are read by their words")
struct PostWordsTests {
    @Test(
        "a byline gives the name and nothing else",
        arguments: [
            ("By Ann Lee, May 3, 2010 2:30 pm", "Ann Lee"), ("29. Juni 2017, 23:39 · von Tobi", "Tobi"),
            ("VON ANN LEE am 21. April 2020", "ANN LEE"),
            ("Von Thilo / 6. November 2023 / Keine Kommentare", "Thilo"), ("von Robert -", "Robert"), ("| Autor: gnom", "gnom"),
            ("Posted by Ann Lee in Walks", "Ann Lee"), ("21:12 Publié par Ida dans Lande | Lien permanent", "Ida"),
            ("Par Loïc Le Bras", "Loïc Le Bras"),
            ("11.05.2012, 10:22 von stefan", "stefan"), ("Von Ida Marr, Redakteurin", "Ida Marr"), ("Por: Ana y Luis", "Ana y Luis"),
        ])
    func names(_ line: String, _ name: String) {
        #expect(PostByline.name(in: line, dates: DateReader(language: "de")) == name)
    }

    @Test(
        "lines that only look like bylines have no name",
        arguments: [
            "8. Dezember 2010 · Rezepte von Mutti · 6 Kommentare", "May 3, 2010", "The book was read by many", "Author", "Written by",
            "Von http://moor.example", "",
        ])
    func nameless(_ line: String) {
        #expect(PostByline.name(in: line, dates: DateReader(language: "de")) == nil)
    }

    @Test(
        "an element's name is cleaned of what introduces it",
        arguments: [
            ("by Jake Ross", "Jake Ross"), ("View all posts by Ann Lee", "Ann Lee"), ("Admin", "Admin"), ("Autor", nil),
            ("Ann Lee, dpa", "Ann Lee"),
        ])
    func cleaned(_ text: String, _ name: String?) {
        #expect(PostByline.cleaned(text, dates: DateReader(language: "en")) == name)
    }

    @Test(
        "classes are compared word by word",
        arguments: [
            ("sharedaddy", PostMarks.aside, true), ("post-share", .aside, true), ("shareholder", .aside, false),
            ("jp-relatedposts", .aside, true),
            ("addthis_toolbox", .aside, true), ("antisocial", .aside, false), ("entry-content", .body, true),
            ("m-post-content", .body, true),
            ("article__body", .body, true), ("entry-content-wrapper", .body, false), ("entry-content-wrapper", .maybeBody, true),
            ("screen-reader-text", .hidden, true), ("hidden-xs", .hidden, false), ("entryFooter", .aside, true),
            ("post-date", .published, true),
            ("datePublished", .published, true), ("author-box", .authorBox, true), ("commentList", .comments, true),
        ])
    func marks(_ name: String, _ mark: PostMarks, _ has: Bool) {
        #expect(PostMarks(of: name).contains(mark) == has)
    }

    @Test("the categories and tags among the classes of a post say nothing of it")
    func postClasses() {
        let classes = ["post-7", "hentry", "category-share", "tag-related"].map { name in
            Array(name.utf8).withUnsafeBufferPointer { ClassMarks(of: $0) }.bits
        }
        #expect(ClassMarks(bits: classes.reduce(0, |)).marksOfElement == .post)
    }

    @Test(
        "titles are compared by their letters and digits, whatever their script",
        arguments: [
            ("Über – ÄRGER & 3 Dinge!", "über ärger 3 dinge"), ("  « L’Été »…  ", "l été"), ("A×B ÷ C", "a b c"),
            ("10 m² à 5 ½", "10 m² à 5 ½"),
            ("Привет, МИР", "привет мир"), ("雨が、降る", "雨が 降る"), ("E\u{301}te\u{301}", "e\u{301}te\u{301}"), ("—", ""),
        ])
    func keys(_ title: String, _ key: String) {
        #expect(SiteName.key(title) == key)
    }

    @Test(
        "the site's name is removed in front and behind",
        arguments: ["Rain - Moor Notes", "Moor Notes » Rain", "Moor Notes: Rain", "Rain | Moor Notes", "Rain — Moor Notes", "Rain"])
    func siteNames(_ title: String) {
        #expect(SiteName.removed(["Moor Notes"], from: title) == "Rain")
    }

    @Test(
        "the post's heading is neither the site's, nor a teaser's, nor that of the comments",
        arguments: [
            "<h1>Moor Notes</h1><h2>Rain on the moor</h2>\(TemplatePage.words)",
            "<nav><h1>Rain on the moor</h1></nav><h2 class='entry-title'>Rain on the moor</h2>\(TemplatePage.words)",
            "<aside><h3 class='title'>Rain on the moor</h3></aside><h1>Rain on the moor</h1>\(TemplatePage.words)<h3>3 thoughts on “Rain on the moor”</h3>",
            "<h1>Rain on the moor</h1>\(TemplatePage.words)<h2>Leave a comment</h2>",
        ])
    func headings(_ markup: String) throws {
        let thread = try Page.read(
            "<html lang=en><head><title>Rain on the moor | Moor Notes</title></head><body>" + markup, url: "http://moornotes.example/7")
        #expect(thread.title == "Rain on the moor")
        #expect(thread.post?.text.hasPrefix(TemplatePage.firstWords) == true)
    }

    @Test("a day that is printed counts before the day that programs are told; the same day takes their time")
    func printed() throws {
        func local(_ told: String) throws -> String? {
            try Page.read(
                "<html lang=en><meta property='article:published_time' content='\(told)'><body><article><h1>Rain</h1><p class=date>March 1, 2012</p>\(TemplatePage.words)</article>"
            ).post?.published?.local
        }
        #expect(try local("2012-03-01T21:12:00+01:00") == "2012-03-01T21:12:00")
        #expect(try local("2010-07-09T21:12:00+01:00") == "2012-03-01")
    }

    @Test("a theme's maker in the head is not the author, and a person whom it names is, unless the page shows another")
    func stated() throws {
        func author(_ name: String, byline: String = "") throws -> String? {
            try Page.read(
                "<html lang=en><meta name=author content='\(name)'><body><article><h1>Rain</h1>\(byline)\(TemplatePage.words)</article>"
            ).post?.author?.name
        }
        #expect(try author("Finn Theme - http://themes.example") == nil)
        #expect(try author("Ida Marr") == "Ida Marr")
        #expect(try author("Ida Marr", byline: "<p>By Bo Ek</p>") == "Bo Ek")
    }
}
