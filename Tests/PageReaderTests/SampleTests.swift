import Testing
import ThreadModel

@testable import PageReader

@Suite("The sample pages give what their README says of them")
struct SampleTests {
    /// What must come out of a comment of the French sample, whatever its file.
    struct Expected: Sendable, CustomTestStringConvertible {
        var index: Int
        var author: String
        var printed: String
        var local: String
        var signature: String
        var start: String
        var end: String
        var links: [String] = []

        var testDescription: String { "comment \(index + 1) by \(author)" }
    }

    static let advice: [Expected] = [
        Expected(
            index: 0, author: "Lola", printed: "09 février 2011 à 10:40", local: "2011-02-09T10:40", signature: "Lola :)",
            start: "En appui de votre post Gilles", end: "à lire sur http://bit.ly/cCpTFZ", links: ["http://bit.ly/cCpTFZ"]),
        Expected(
            index: 1, author: "Gilles", printed: "26 janvier 2011 à 21:50", local: "2011-01-26T21:50", signature: "Gilles",
            start: "Une étude Ifop sur le profil", end: "http://bit.ly/gb1xJx", links: ["http://bit.ly/gb1xJx"]),
        Expected(
            index: 2, author: "Véro", printed: "16 janvier 2011 à 10:43", local: "2011-01-16T10:43", signature: "Véro",
            start: "\"Twitter + fort que Pôle emploi !\"", end: "http://bit.ly/gw6ZeY", links: ["http://bit.ly/gw6ZeY"]),
        Expected(
            index: 3, author: "Olivia", printed: "05 janvier 2011 à 15:41", local: "2011-01-05T15:41", signature: "Olivia",
            start: "Etant abonnée à Monster et lisant", end: "http://bit.ly/e70jVj", links: ["http://bit.ly/e70jVj"]),
        Expected(
            index: 4, author: "Gilles", printed: "29 décembre 2010 à 12:52", local: "2010-12-29T12:52", signature: "Gilles",
            start: "A lire, aussi pour ses commentaires", end: "http://ht.ly/3vA7O", links: ["http://ht.ly/3vA7O"]),
        Expected(
            index: 5, author: "Diane", printed: "29 décembre 2010 à 12:00", local: "2010-12-29T12:00", signature: "Di@ne",
            start: "Twitter reste pour beaucoup un champ", end: "Mais vos commentaires sont les bienvenus !"),
        Expected(
            index: 6, author: "Caroline", printed: "22 décembre 2010 à 22:17", local: "2010-12-22T22:17", signature: "Caroline",
            start: "Merci pour cet article fort nourri.", end: "http://bit.ly/gBrStw", links: ["http://bit.ly/gBrStw"]),
        Expected(
            index: 7, author: "Lucie", printed: "22 décembre 2010 à 22:08", local: "2010-12-22T22:08", signature: "Lucie",
            start: "Bonsoir,\nUn article intéressant", end: "http://bit.ly/cjg8w0", links: ["http://bit.ly/cjg8w0"]),
        Expected(
            index: 8, author: "Clément", printed: "22 décembre 2010 à 21:39", local: "2010-12-22T21:39", signature: "Clément",
            start: "CQFD, merci Gilles pour cette démonstration", end: "d'abonnements et de followers !"),
    ]

    static let adviceFiles = ["conseils-twitter.txt", "conseils-twitter.html"]

    @Test("the French page's question and answer are cut out of the post and have their authors", arguments: adviceFiles)
    func letter(_ file: String) throws {
        let thread = try Page.readSample(file)
        #expect(thread.kind == .questionAnswer)
        #expect(thread.language == "fr")
        let question = try #require(thread.question)
        #expect(question.author?.name == "Nico")
        #expect(question.text.hasPrefix("Bonjour Gilles,\nJe pense créer un compte"))
        #expect(question.text.hasSuffix("Gloups, ai-je été clair ?"))
        #expect(question.links.isEmpty)
        let answer = try #require(thread.answer)
        #expect(answer.author?.name == "Gilles Payet")
        #expect(answer.text.split(whereSeparator: \.isNewline).joined(separator: " ").hasPrefix("Bonjour Nico, Oui pour la clarté"))
        #expect(answer.text.hasSuffix("Gloups, ai-je été clair ?!"))
        #expect(answer.links.isEmpty)
    }

    @Test("the French page has nine comments, and nothing to warn of", arguments: adviceFiles)
    func count(_ file: String) throws {
        let thread = try Page.readSample(file)
        #expect(thread.comments.map(\.author?.name) == Self.advice.map(\.author))
        #expect(thread.warnings == [])
    }

    @Test("each comment of the French page has its author, date, words, signature and links", arguments: adviceFiles, advice)
    func comment(_ file: String, _ expected: Expected) throws {
        let comments = try Page.readSample(file).comments
        let comment = try #require(comments.indices.contains(expected.index) ? comments[expected.index] : nil)
        #expect(comment.author?.name == expected.author)
        #expect(comment.published == PublishedDate(printed: expected.printed, local: expected.local))
        #expect(comment.signature == expected.signature)
        #expect(comment.text.hasPrefix(expected.start))
        #expect(comment.text.hasSuffix(expected.end))
        #expect(comment.links == expected.links.map { Link(url: $0, short: true) })
    }

    @Test("the French page gives the same comments as text and as HTML, byte for byte")
    func sameWords() throws {
        func words(_ file: String) throws -> [ThreadModel.Comment] {
            try Page.readSample(file).comments.map { comment in
                ThreadModel.Comment(
                    id: "", author: comment.author.map { Author(name: $0.name) }, published: comment.published, text: comment.text,
                    signature: comment.signature, links: comment.links)
            }
        }
        let (text, page) = (try words("conseils-twitter.txt"), try words("conseils-twitter.html"))
        for (left, right) in zip(text, page) { #expect(Array(left.text.utf8) == Array(right.text.utf8)) }
        #expect(text == page)
    }

    @Test("the French page's head gives title, address and encoding, its footer the post's author and date")
    func adviceHead() throws {
        let thread = try Page.readSample("conseils-twitter.html")
        #expect(thread.url == "http://conseils.typepad.example/questions/2010/12/twitter-pour-trouver-un-job.html")
        #expect(thread.title == "Twitter pour trouver un job : s'abonner à tout le monde ou publier ?")
        #expect(thread.source.encoding == "windows-1252")
        #expect(thread.source.platform == "typepad")
        #expect(thread.post?.author == Author(name: "Gilles Payet", url: "http://profile.typepad.example/gillespayet"))
        #expect(thread.post?.published == PublishedDate(printed: "20 décembre 2010 à 09:15", local: "2010-12-20T09:15"))
        #expect(thread.answer?.author?.url == "http://profile.typepad.example/gillespayet")
        #expect(thread.comments.first?.id == "6a00d8341c6fae53ef0147e2a41d05970b")
        #expect(thread.comments.first?.author?.url == "http://lola.blogs.example/")
        #expect(thread.comments.first?.url?.hasSuffix("#comment-6a00d8341c6fae53ef0147e2a41d05970b") == true)
    }

    @Test("a short link in the sidebar, and the preview of a comment not yet written, belong to nobody")
    func furniture() throws {
        let record = try RecordEncoder.encode(Page.readSample("conseils-twitter.html")).text(.line)
        #expect(!record.contains("bit.ly/widget-1"))
        #expect(!record.contains("Aperçu de votre commentaire"))
        #expect(!record.contains("widget") && !record.contains("Commentaires récents"))
    }

    @Test("the English page has six comments, three of them replies, and a trackback")
    func english() throws {
        let thread = try Page.readSample("english-typepad.html")
        #expect(thread.kind == .post)
        #expect(thread.question == nil && thread.answer == nil)
        #expect(thread.language == "en")
        #expect(thread.title == "What the frost left us")
        #expect(thread.post?.author == Author(name: "Ruth Alder", url: "http://profile.typepad.example/ruthalder"))
        #expect(thread.post?.published?.local == "2009-03-01T18:12")
        #expect(thread.post?.text.hasPrefix("Four nights below minus eight") == true)
        #expect(thread.post?.text.hasSuffix("or did the fleece hold the wet in?") == true)
        #expect(thread.post?.links == [Link(url: "http://growers.example/advice/fleece", text: "how to use fleece")])
        #expect(thread.warnings == [])
        let comments = thread.comments.filter { $0.kind == .comment }
        #expect(comments.map(\.author?.name) == ["Hal", "Ruth Alder", "Hal", "Marjorie P.", "dig_for_victory", "Tomás"])
        let places = Dictionary(comments.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        #expect(comments.map { $0.inReplyTo.flatMap { places[$0] } } == [nil, 0, 1, nil, 3, nil])
        #expect(
            comments.map(\.published?.local) == [
                "2009-03-02T07:41", "2009-03-02T08:05", "2009-03-02T12:30", "2009-03-02T21:58", "2009-03-03T06:47", "2009-03-04T10:15",
            ])
        #expect(comments[0].text.hasSuffix("and you will not lose one."))
        #expect(comments[1].text == "Hoops! I had hoops. They are holding up the shed door.\nThank you, Hal.")
        #expect(comments[3].text.hasSuffix("Posted by me | March 1988, so to speak: I asked the same thing then."))
        #expect(comments[3].links == [Link(url: "http://valley.example/frost-table")])
        #expect(comments.allSatisfy { $0.signature == nil })
    }

    @Test("the English page's trackback has the title of the other page for its author, and its date")
    func trackback() throws {
        let trackbacks = try Page.readSample("english-typepad.html").comments.filter { $0.kind == .trackback }
        let trackback = try #require(trackbacks.first)
        #expect(trackbacks.count == 1)
        #expect(trackback.author?.url == "http://thewetspade.example/2009/03/fleece-or-no-fleece.html")
        #expect(trackback.author?.name == "Fleece, or no fleece")
        #expect(trackback.published?.local == "2009-03-03T08:12")
        #expect(trackback.text.hasPrefix("Ruth lost six broccoli under fleece"))
    }

    @Test("the hand-written German page is read by its structure alone")
    func plainPage() throws {
        let thread = try Page.readSample("plain-page.html")
        #expect(thread.source.platform == nil)
        #expect(thread.source.reader == "generic")
        #expect(thread.language == "de")
        #expect(thread.title == "Der Nachtzug nach Triest")
        #expect(thread.post?.author?.name == "Jorinde Falk")
        #expect(thread.post?.published?.local == "2012-05-14")
        #expect(thread.post?.text.hasPrefix("Um halb elf abends") == true)
        #expect(thread.post?.text.hasSuffix("wie lange es den Wagen noch gibt?") == true)
        #expect(thread.comments.map(\.author?.name) == ["Karl-Heinz", "Alma", "Mirko", "Jorinde"])
        #expect(
            thread.comments.map(\.published?.local) == ["2012-05-14T19:22", "2012-05-15T08:03", "2012-05-17T23:51", "2012-05-18T07:30"])
        #expect(thread.comments.map(\.id) == ["s1", "s2", "s3", "s4"])
        #expect(thread.comments[1].author?.url == "https://alma.example/")
        #expect(thread.comments[2].text == "Kissen ja, Apfelsaft nein.\nBei mir gab es Kamillentee, und der war kalt.")
    }

    @Test("the broken page keeps its two whole comments and what is left of the third, and says what is wrong")
    func brokenPage() throws {
        let thread = try Page.readSample("broken-page.html")
        #expect(thread.source.platform == "movabletype")
        #expect(thread.title == "The lamp room")
        #expect(thread.post?.author?.name == "Isla Marr")
        #expect(thread.post?.published?.local == "2006-11-12T21:14")
        #expect(thread.comments.map(\.id) == ["1903", "1907", "1911"])
        #expect(thread.comments.map(\.author?.name) == ["Fergus", "Wren", nil])
        #expect(thread.comments.map(\.published?.local) == ["2006-11-13T08:02", "2006-11-14T22:47", nil])
        #expect(thread.comments[0].text.hasPrefix("A crate in straw!"))
        #expect(thread.comments[1].text.hasSuffix("I will ask him."))
        #expect(thread.comments[2].text.hasPrefix("I have the Board’s register in front of me"))
        #expect(thread.warnings.contains("comment 3 has no readable author"))
        #expect(thread.warnings.contains("comment 3 has no readable date"))
        #expect(thread.warnings.contains { $0.contains("windows-1252") })
        #expect(thread.warnings.contains { $0.contains("NUL") })
    }

    static let all = ["conseils-twitter.txt", "conseils-twitter.html", "english-typepad.html", "plain-page.html", "broken-page.html"]

    @Test("the same capture gives the same bytes on every run", arguments: all)
    func repeatable(_ file: String) throws {
        let first = try RecordEncoder.encode(Page.readSample(file)).bytes(.line)
        #expect(try RecordEncoder.encode(Page.readSample(file)).bytes(.line) == first)
    }

    @Test("a page that was moved to another file is the same thread", arguments: all)
    func moved(_ file: String) throws {
        let bytes = try Page.sample(file)
        let here = try Page.read(Capture(bytes: bytes, path: file))
        var there = try Page.read(Capture(bytes: bytes, path: "elsewhere/\(file)"))
        #expect(here.id == there.id)
        there.source.path = file
        #expect(here == there)
    }

    @Test("the id of a comment is its own in its thread", arguments: all)
    func ids(_ file: String) throws {
        let ids = try Page.readSample(file).comments.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(!ids.contains(""))
    }
}
