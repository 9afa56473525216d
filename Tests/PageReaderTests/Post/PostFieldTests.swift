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

    // MARK: - The day

    private static let changes = [
        "<p>Last updated: <time class='entry-date' datetime='2022-09-22T16:08:04-04:00'>September 22, 2022</time></p>",
        "<p class='entry-date'>Updated <time datetime='2022-09-22'>September 22, 2022</time></p>",
        "<p><span class='label'>Updated</span> <time datetime='2022-09-22'>September 22, 2022</time></p>",
        "<p><time class='entry-modified-time' itemprop='dateModified' datetime='2022-09-22'>September 22, 2022</time></p>",
        "<span class='date updated' style='display:none'>September 22, 2022</span>", "<time>Updated: Sep 22, 2022</time>",
        "<p class='meta'>By Ida Marr · last updated September 22, 2022</p>",
        "<p>(Zuletzt aktualisiert am 22. September 2022)</p>", "<p>Mis à jour le 22 septembre 2022</p>",
        "<p>Bijgewerkt op 22 september 2022</p>",
        "<p>Última actualización: 22 de septiembre de 2022</p>", "<p>Senast uppdaterad 22 september 2022</p>",
    ]

    @Test("the day of a change is not that of the publication, whether programs are told that or not", arguments: changes)
    func change(_ line: String) throws {
        #expect(try post(line).published == nil)
        let told = data(#"{"@type": "Article", "headline": "Rain on the moor", "datePublished": "2020-05-13T08:00:00+00:00"}"#)
        #expect(try post(line, head: told).published?.local?.hasPrefix("2020-05-13") == true)
        #expect(try post("<p>May 13, 2020</p>\(line)").published?.local == "2020-05-13")
    }

    @Test("a day that is printed without such a word counts, whatever programs are told; a mark needs what they are told")
    func toldChange() throws {
        let told = """
            <meta property="article:published_time" content="2020-05-13T08:00:00+00:00">
            <meta property="article:modified_time" content="2022-09-22T10:00:00+00:00">
            """
        #expect(try post("<p class='date'>September 22, 2022</p>", head: told).published?.local == "2022-09-22")
        #expect(try post("<span class='date updated'>October 1, 2022</span>", head: told).published?.local == "2020-05-13T08:00:00")
        #expect(try post("<span class='date updated'>October 1, 2022</span>").published?.local == "2022-10-01")
    }

    @Test(
        "words in other lines above a day say nothing of it",
        arguments: [
            "<p><a href='/c/update'>Update</a></p><div class='meta'><time datetime='2010-03-03'>March 3, 2010</time></div>",
            "<h2>Photo du jour</h2><div class='date'>3 mars 2010</div>",
            "<p>More of this in the next update</p><p class='date'>March 3, 2010</p>",
        ])
    func otherLines(above: String) throws {
        #expect(try post(above).published?.local == "2010-03-03")
    }

    @Test(
        "names in small letters are names, too",
        arguments: [
            ("<p>Par nico, mercredi 3 mars 2010 à 10:12 :: General</p>", "nico"),
            ("<p>posted by dave | 3 March 2010 | comments (3)</p>", "dave"),
            ("<p>par marie, le 12 mars 2009</p>", "marie"),
        ])
    func smallLetters(line: String, name: String) throws {
        #expect(try post(line).author?.name == name)
    }

    @Test("the only heading is the title, also below a lead")
    func lead() throws {
        let lead = """
            The moor has had more rain this week than in the whole of May, and the sheep stand where the walls keep the wind off. We went up
            on Friday with two flasks of tea and came down with none. What we saw there is told below, by one who was never up there before
            and who does not mean to go there again before the summer.
            """
        let thread = try Page.read(
            """
            <html lang="en"><head><title>Rain on the moor | Moor Notes</title></head><body><article><div class="lead"><p>\(lead)</p></div>
            <h1>Rain on the moor</h1><p>by Ida Marr on March 3, 2010</p>\(TemplatePage.words)</article></body></html>
            """)
        #expect(thread.title == "Rain on the moor")
    }

    @Test("the day of a property in the head is that of the publication")
    func property() throws {
        #expect(try post("", head: "<meta itemprop='datePublished' content='2018-01-30'>").published?.local == "2018-01-30")
    }

    @Test(
        "a span of time beside the day is no time of day",
        arguments: [
            "<div><span>23 oktober 2020</span> <span>3 u</span></div>", "<div><span>23 oktober 2020</span><span>3 u</span></div>",
            "<div><span class='date'>23 oktober 2020</span><ul><li>3 u</li></ul></div>",
        ])
    func span(_ line: String) throws {
        let published = try post(line).published
        #expect(published?.local == "2020-10-23")
        #expect(published?.printed == "23 oktober 2020")
    }

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

    @Test("whom programs are told to have written the page around a post is believed where the page shows the name")
    func laterSources() throws {
        let page = data(
            #"{"@type": "WebPage", "name": "Rain", "author": {"name": "Jessica"}, "datePublished": "2022-01-12T14:55:27+00:00"}"#)
        let written = "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Jessica'>"
        for head in [page, written] {
            #expect(try post("", head: head).author == nil)
            #expect(try post("", head: head).published == nil)
            #expect(try post("<p>Jessica</p>", head: head).author?.name == "Jessica")
            #expect(try post("<p>By Bo Ek</p>", head: head).author?.name == "Bo Ek")
        }
    }

    @Test(
        "a name ends where something else begins, and prose is no name",
        arguments: [
            ("<p class='author'>Rédigé par Michel et publié depuis Overblog</p>", "Michel"),
            ("<p>door Ida en Bram</p>", "Ida en Bram"),
            ("<address><span>By Ida Marr</span><time>Published: Apr 5, 2020</time></address>", "Ida Marr"),
            ("<p>By Ida Marr Published: Apr 5, 2020</p>", "Ida Marr"),
            ("<div class='recipe-author'><span>Recipe by</span> <span>Ida Marr</span></div>", "Ida Marr"),
            ("<div>Por fim, envolva a manteiga</div>", nil),
            ("<div id='Byline'><a class='PrintLink' href='/print/7'>Print</a></div>", nil),
            ("<p class='author'>© Ida Marr</p>", "Ida Marr"), ("<p class='author'>Recette de: © Ida Marr</p>", "Ida Marr"),
            ("<p><a rel='author' href='/ida'>View all posts by Ida →</a></p>", "Ida"),
        ])
    func names(_ line: String, _ name: String?) throws {
        #expect(try post(line).author?.name == name)
    }

    @Test("a name that programs are told is taken as it is printed, whatever words are in it")
    func toldName() throws {
        let told = data(#"{"@type": "Article", "headline": "Rain on the moor", "author": {"name": "Rust en Ruimte"}}"#)
        #expect(try post("<p><a href='/about'>Rust en Ruimte</a></p>", head: told).author?.name == "Rust en Ruimte")
    }

    @Test("a reader who says what the post is worth did not write it")
    func reviewer() throws {
        let review = "<div class='recipe-review-wrapper'><a class='recipe-review-author'><span class='reviewer-name'>Bo</span></a></div>"
        #expect(try post("", below: review).author == nil)
    }
}
