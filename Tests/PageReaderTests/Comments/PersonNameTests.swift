import Testing

@testable import PageReader

@Suite("Names are told from the words around them")
struct PersonNameTests {
    @Test(
        "introductions, verbs and marks leave the name",
        arguments: [
            ("wmu says:", "wmu"), ("Harm Otten sagt:", "Harm Otten"), ("Ramón dijo:", "Ramón"), ("Lola a écrit :", "Lola"),
            ("Par Bruno Gobin,", "Bruno Gobin"), ("Von Peter Addor", "Peter Addor"), ("von Robert -", "Robert"),
            ("By Ben Popper", "Ben Popper"),
            ("Posted by: Hal |", "Hal"), ("Kommentar von Anna", "Anna"), ("Comentario de Luz", "Luz"), ("Name: Wren", "Wren"),
            ("Bo schrieb am", "Bo"), ("Ines disse:", "Ines"), ("Mies schreef op", "Mies"), ("Written by Isla Marr", "Isla Marr"),
        ])
    func cleans(_ line: String, _ name: String) {
        #expect(PersonName.cleaned(line) == name)
    }

    @Test(
        "what belongs to a name stays in it",
        arguments: [
            "Le Chat", "Marie A", "De Gaulle", "Di Marco", "dig_for_victory", "O'Hara", "Lola :)", "Lola :-)", "von der Leyen",
            "Jean d'Ormes",
            "Agent 007", "J. R.", "😀", "@home", "Anna-Lena", "M. Boettcher", "88181 (Profil gelöscht)", "小鳳", "Says Who",
        ])
    func keeps(_ name: String) {
        #expect(PersonName.cleaned(name) == name)
    }

    @Test(
        "buttons and labels are no names",
        arguments: ["Reply", "Antworten", "Répondre", "» Permalink", "Responder", "Gast", "Autor", "#", "?!"])
    func buttons(_ label: String) {
        #expect(!PersonName.isPlausible(label))
    }

    @Test(
        "what stands around names and dates says nothing",
        arguments: ["says:", "| #3 |", "sagt am", "12.", "von", "Reply · Permalink", " — "])
    func crumbs(_ text: String) {
        #expect(PersonName.isOnlyAround(text))
    }

    @Test("short words of a comment say something", arguments: ["Danke!", ":-)", "+1", "Oh", "Me too", "😀", "Nein."])
    func words(_ text: String) {
        #expect(!PersonName.isOnlyAround(text))
    }
}
