import Testing
import ThreadModel

@testable import PageReader

@Suite("A byline says who wrote, and when")
struct BylineTests {
    struct Line: Sendable, CustomTestStringConvertible {
        var text: String
        var name: String?
        var local: String?
        var language: String?

        init(_ text: String, _ name: String?, _ local: String?, _ language: String? = nil) {
            self.text = text
            self.name = name
            self.local = local
            self.language = language
        }

        var testDescription: String { text }
    }

    @Test(
        "name, date and language of lines as pages have them",
        arguments: [
            Line("Posted by: Hal | March 02, 2009 at 07:41 AM", "Hal", "2009-03-02T07:41", "en"),
            Line("Posted by Hal at March 2, 2009 07:41 AM", "Hal", "2009-03-02T07:41", "en"),
            Line("posted by Hal on 03/25/09", "Hal", "2009-03-25", "en"),
            Line("Comment by Hal · March 2, 2009", "Hal", "2009-03-02", "en"),
            Line("Posted by: Smith | Jones | May 3, 2010 at 07:41 AM", "Smith | Jones", "2010-05-03T07:41", "en"),
            Line("Rédigé par : Jean d'Ormes | 09 février 2011 à 10:40", "Jean d'Ormes", "2011-02-09T10:40", "fr"),
            Line("Rédigé par\u{A0}: Lola | 09 février 2011 à 10:40", "Lola", "2011-02-09T10:40", "fr"),
            Line("Posté par Zoé, 23 août 2014 à 18:29 | Répondre", "Zoé", "2014-08-23T18:29", "fr"),
            Line("Rédigé par Lola le 09 février 2011 à 10:40 dans Potager | Lien permanent", "Lola", "2011-02-09T10:40", "fr"),
            Line("Kommentiert von: Jürgen | 09. Februar 2011 um 10:40", "Jürgen", "2011-02-09T10:40", "de"),
            Line("Publicado por: Ana Lucía | 09/02/2011 en 10:40", "Ana Lucía", "2011-02-09T10:40", "es"),
            Line("Scritto da: Bruno | 09 febbraio 2011 alle ore 10:40", "Bruno", "2011-02-09T10:40", "it"),
            Line("Scritto da Bruno il 09 febbraio 2011", "Bruno", "2011-02-09", "it"),
            Line("Postado por: João | fevereiro 09, 2011 às 10:40", "João", "2011-02-09T10:40", "pt"),
            Line("Geplaatst door: Mies | 09 februari 2011 om 10:40", "Mies", "2011-02-09T10:40", "nl"),
            Line("投稿: 花子 | 2011年2月 9日 (水) 10時40分", "花子", "2011-02-09T10:40", "ja"),
            Line("投稿者 花子 2011年2月 9日 (水) 10時40分", "花子", "2011-02-09T10:40", "ja"),
            Line("Hal said, on August 3, 2019 at 3:12 pm", "Hal", "2019-08-03T15:12"),
            Line("Lola a écrit le 9 février 2011", "Lola", "2011-02-09"),
            Line("Hal - March 2, 2009", "Hal", "2009-03-02"),
            Line("14. Mai 2012, von Jorinde Falk", "Jorinde Falk", "2012-05-14"),
        ])
    func reads(_ line: Line) throws {
        let byline = try #require(Byline.read(line.text, dates: DateReader(language: line.language)))
        #expect(byline.name == line.name)
        #expect(byline.date?.local == line.local)
        #expect(byline.language == line.language)
    }

    @Test(
        "what belongs to a name stays in it",
        arguments: [
            "Le Chat", "Marie A", "Agent 007", "J. R. Post", "Il Gatto", "dig_for_victory", "O'Hara", "A", "Anna-Lena", "Noon", "@home",
        ])
    func names(_ name: String) {
        let dates = DateReader(language: "en")
        #expect(Byline.read("Posted by: \(name) | March 02, 2009 at 07:41 AM", dates: dates)?.name == name)
        #expect(Byline.read("Posted by \(name) at March 02, 2009 07:41 AM", dates: dates)?.name == name)
    }

    @Test(
        "a line without a person has a date and no name", arguments: ["Posted by: | March 02, 2009", "On March 02, 2009", "March 02, 2009"])
    func nameless(_ text: String) throws {
        let byline = try #require(Byline.read(text, dates: DateReader(language: "en")))
        #expect(byline.name == nil)
        #expect(byline.date?.local == "2009-03-02")
    }

    @Test("where the day is elsewhere, the clock ends the name", arguments: ["Posted by Ruth Alder at 06:12 PM in Weather | Permalink"])
    func clockOnly(_ text: String) {
        let byline = Byline.read(text, dates: DateReader(language: "en"))
        #expect(byline?.name == "Ruth Alder")
        #expect(byline?.date == nil)
    }

    @Test("a line with neither an introduction nor a date is no byline", arguments: ["", "Permalink", "Posted bypass", "Rédigé parfois"])
    func none(_ text: String) {
        #expect(Byline.read(text, dates: DateReader(language: "en")) == nil)
    }
}
