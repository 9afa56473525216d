import Testing

@testable import PageReader

@Suite("A line that holds nothing but a name is known")
struct NameLineTests {
    @Test(
        "a name, perhaps with a smiley or dashes around it",
        arguments: [
            ("Nico", "Nico"), ("Gilles Payet", "Gilles Payet"), ("- Nico", "Nico"), ("— Nico —", "Nico"), ("Lola :)", "Lola"),
            ("Lola xD", "Lola"), ("*Lola*", "Lola"), ("Jean de La Fontaine", "Jean de La Fontaine"), ("Marjorie P.", "Marjorie P."),
            ("J. R.", "J. R."), ("O'Hara", "O'Hara"), ("Anna-Lena", "Anna-Lena"), ("Di@ne", "Di@ne"), ("Tom2", "Tom2"), ("花子", "花子"),
            ("Анна", "Анна"),
        ])
    func name(_ line: String, _ name: String) {
        #expect(NameLine.name(on: line) == name)
    }

    @Test(
        "a sentence, a greeting, a number is none",
        arguments: [
            "", " ", ":)", "Bonjour Nico,", "Bonsoir,", "Ma réponse :", "Merci !", "Bravo!", "Vraiment ?", "Merci Nico.", "Oui.", "42",
            "1. Nico", "On est là", "lola", "Nico 42 rue", "Un Deux Trois Quatre Cinq", "http://a.example/", "nico@a.example et moi",
            "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ])
    func none(_ line: String) {
        #expect(NameLine.name(on: line) == nil)
    }

    @Test(
        "two spellings of one name",
        arguments: [
            ("Diane", "Di@ne"), ("diane", "DIANE"), ("Vero", "Véro"), ("V3ro", "Véro"), ("Lola", "Lola Martin"), ("Martin", "Lola Martin"),
            ("Lola Martin", "lola"), ("Chris", "Christophe"), ("Lola M.", "Lola M"), ("Anna", "anna_weiss"),
        ])
    func same(_ signature: String, _ author: String) {
        #expect(NameLine.isSame(signature, as: author))
    }

    @Test(
        "two names",
        arguments: [
            ("", "Lola"), ("Lola", ""), ("Anne", "Marianne"), ("Paul", "Lola"), ("Al", "Albert"), ("Christophe", "Chris"), (":)", "Lola"),
        ])
    func different(_ signature: String, _ author: String) {
        #expect(!NameLine.isSame(signature, as: author))
    }
}
