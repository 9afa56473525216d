import Testing
import ThreadModel

@testable import PageReader

@Suite("Drupal pages of every generation are read")
struct DrupalTests {
    private func records(_ fixture: String) throws -> [CommentThread] {
        try PageReader().read(Capture(bytes: Page.fixture(fixture), path: fixture))
    }

    @Test("Drupal 7: each teaser of a list is a post of its own")
    func drupalList() throws {
        let posts = try records("drupal-list.html")
        #expect(posts.map(\.source.reader) == ["drupal", "drupal"])
        #expect(posts.map(\.title) == ["Bees in the wall", "Wasps"])
        #expect(posts.map(\.post?.author?.name) == ["Mira Solberg", "Mira Solberg"])
        #expect(posts.map(\.post?.published?.local) == ["2012-03-04T09:30:00", "2012-02-20T10:00:00"])
        #expect(
            posts.map(\.post?.text) == [
                "There are bees in the wall of the dining room, and they hum when we eat soup. The wind had turned by noon.",
                "The wasps do not hum, they argue, and they do it in the loft above the spare bed. The wind had turned by noon.",
            ])
        #expect(posts.flatMap(\.comments).isEmpty)
    }

    @Test("Drupal 8 and later: each teaser of a list is a post of its own")
    func drupalRows() throws {
        let posts = try records("drupal-rows.html")
        #expect(posts.map(\.source.reader) == ["drupal", "drupal"])
        #expect(posts.map(\.title) == ["Bees in the wall", "Wasps"])
        #expect(posts.map(\.post?.author?.name) == ["Mira Sol", "Otto"])
        #expect(posts.map(\.post?.published?.local) == ["2024-03-04", "2024-02-20"])
        #expect(posts.first?.post?.text.hasSuffix("and we walked home.") == true)
        #expect(posts.last?.post?.text.hasSuffix("for an hour before lunch.") == true)
        #expect(posts.flatMap(\.comments).isEmpty)
    }

    @Test("Drupal 7: the date of a comment has its seconds in an attribute")
    func drupalDates() throws {
        let mira = Author(name: "Mira Sol", url: "http://hive.example/users/mira")
        let sample = PlatformSample(
            platform: "drupal", file: "drupal-bartik.html", title: "Bees in the wall", author: mira, published: "2012-03-04T09:30:00",
            text: "There are bees in the wall of the dining room, and they hum when we eat soup.",
            comments: [
                Said("Nils", nil, "2012-03-05T07:40:12", "Only soup? I would have thought bread too."),
                Said("Mira Sol", mira.url, "2012-03-05T10:02:00", "No. Bread is silent.", to: 0),
            ])
        try sample.expectToBeRead()
        try sample.expectToBeReadWithoutComments()
        let comments = try Page.readFixture(sample.file).comments
        #expect(comments.map(\.published?.instant) == ["2012-03-05T06:40:12Z", "2012-03-05T09:02:00Z"])
    }

    @Test("Drupal 5 and 6: a name stands behind the date and a dash, in the language of the site")
    func drupalGarland() throws {
        let sample = PlatformSample(
            platform: "drupal", file: "drupal-garland.html", title: "A pear on the roof", author: Author(name: "anna"),
            published: "2007-03-02T10:12", text: "There is a pear on the roof, and the nearest tree stands forty paces away.",
            comments: [
                Said("kate", nil, "2007-03-02T21:40", "Was there wind?"),
                Said("anna", "http://pears.example/user/3", "2007-03-03T07:05", "None at all.", to: 0),
                Said("Otto Falk", nil, "2007-03-04T12:15", "Then it was a bird."),
            ])
        try sample.expectToBeRead()
        try sample.expectToBeReadWithoutComments()
    }

    @Test(
        "a line of Drupal's in other languages",
        arguments: [
            "Fr., 02.03.2007 - 10:12 — kate", "ven, 02/03/2007 - 10:12 — kate", "Vie, 02/03/2007 - 10:12 — kate",
            "vr, 02/03/2007 - 10:12 — kate",
            "fre, 2007-03-02 10:12 — kate", "2 March, 2007 - 10:12 — kate", "2. März 2007 - 10:12 — kate",
        ])
    func drupalLines(_ line: String) {
        var dates = DateReader(language: "en")
        dates.numericOrder = .dayFirst
        let byline = Byline.read(line, dates: dates)
        #expect(byline?.name == "kate")
        #expect(byline?.date?.local == "2007-03-02T10:12")
    }

    @Test(
        "what goes on behind a dash is no name",
        arguments: ["2 March 2007 — the day of the pears", "2 March 2007 — Nothing.", "2 March 2007 — "])
    func drupalSentences(_ line: String) {
        #expect(Byline.read(line, dates: DateReader(language: "en"))?.name == nil)
    }

    @Test("Drupal 9 and later: a comment is \"3 years ago\"; the moment of its last change is not that of its writing")
    func drupalMoments() throws {
        let sample = PlatformSample(
            platform: "drupal", file: "drupal-olivero.html", title: "The sluice in May", author: Author(name: "Hester Lund"),
            published: "2021-05-02", text: "The gate is up, and the meadow behind it is a lake with buttercups.",
            comments: [
                Said("Nils", nil, nil, "How deep is it?"), Said("Hester Lund", nil, nil, "Up to the second rail.", to: 0),
            ])
        try sample.expectToBeRead()
        try sample.expectToBeReadWithoutComments()
        #expect(try Page.readFixture(sample.file).comments.first?.published == PublishedDate(printed: "3 years 2 months ago"))
    }
}
