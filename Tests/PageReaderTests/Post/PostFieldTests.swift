import Testing
import ThreadModel

@testable import PageReader

@Suite("Author and day of a post are those of its publication")
struct PostFieldTests {
    private func post(_ above: String, head: String = "", below: String = "") throws -> Post {
        let thread = try Page.read(
            """
            <!DOCTYPE html><html lang="en"><head><title>Rain on the moor | Moor Notes</title>\(head)</head><body><article class="post">
            <h1>Rain on the moor</h1>\(above)<div class="entry-content">\(TemplatePage.words)</div>\(below)</article></body></html>
            """, url: "http://moornotes.example/7")
        return try #require(thread.post)
    }

    private func data(_ json: String) -> String { "<script type='application/ld+json'>\(json)</script>" }

    // MARK: - The author

    @Test("a person for whom the site stands is the author all the same")
    func personAndSite() throws {
        func graph(_ author: String) -> String {
            data(
                """
                {"@graph": [{"@type": "Article", "headline": "Rain on the moor", "author": \(author), "publisher": {"@id": "me"}},
                {"@type": ["Person", "Organization"], "@id": "me", "name": "Jessica"}, {"@type": "WebSite", "name": "Moor Notes"}]}
                """)
        }
        #expect(try post("", head: graph(#"{"name": "Jessica", "@id": "me"}"#)).author?.name == "Jessica")
        #expect(try post("", head: graph(#"{"@id": "me"}"#)).author?.name == "Jessica")
        #expect(try post("", head: graph(#"{"name": "Moor Notes"}"#)).author == nil)
    }

    @Test("where nothing describes the post, the page's own author and day count, and whom chat programs are told")
    func laterSources() throws {
        let page = data(
            #"{"@type": "WebPage", "name": "Rain", "author": {"name": "Jessica"}, "datePublished": "2022-01-12T14:55:27+00:00"}"#)
        #expect(try post("", head: page).author?.name == "Jessica")
        #expect(try post("", head: page).published?.local == "2022-01-12T14:55:27")
        let written = "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Jessica'>"
        #expect(try post("", head: written).author?.name == "Jessica")
        #expect(try post("", head: written.replacing("Jessica", with: "Moor Notes")).author == nil)
        #expect(try post("<p>By Bo Ek</p>", head: page + written).author?.name == "Bo Ek")
    }
}
