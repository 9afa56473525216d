import Testing

@testable import PageReader

@Suite("The line in which a commenter signs is cut off the text")
struct SignatureTests {
    @Test(
        "a last line with the author's name, in any of its spellings, is the signature",
        arguments: [
            ("Oui.\nLola :)", "Lola", "Oui.", "Lola :)"), ("Oui.\n\nDi@ne", "Diane", "Oui.", "Di@ne"),
            ("Oui.\nlola", "Lola", "Oui.", "lola"), ("Oui.\nVero", "Véro", "Oui.", "Vero"), ("Oui.\n- Lola -", "Lola", "Oui.", "- Lola -"),
            ("Oui.\nLola", "Lola Martin", "Oui.", "Lola"), ("Oui.\nLola Martin", "Lola", "Oui.", "Lola Martin"),
            ("Oui.\nChris", "Christophe", "Oui.", "Chris"), ("Oui.\nlola martin", "Lola Martin", "Oui.", "lola martin"),
            ("Oui.\nLola !", "Lola", "Oui.", "Lola !"), ("Un\n\nDeux\nLola\n", "Lola", "Un\n\nDeux", "Lola"),
            ("はい。\n花子", "花子", "はい。", "花子"), ("Oui.\nLola ♥", "Lola", "Oui.", "Lola ♥"),
        ])
    func lastLine(_ text: String, _ author: String, _ rest: String, _ signature: String) {
        let cut = Signature.cut(from: text, author: author)
        #expect(cut.text == rest)
        #expect(cut.signature == signature)
    }

    @Test(
        "the author's name behind the last sentence is the signature",
        arguments: [
            ("Beaucoup de followers ! Clément", "Clément", "Beaucoup de followers !", "Clément"),
            ("I see. Hal", "Hal", "I see.", "Hal"), ("Why? (Well.) Ruth Alder", "Ruth Alder", "Why? (Well.)", "Ruth Alder"),
            ("One\n\nTwo… Hal", "Hal", "One\n\nTwo…", "Hal"),
        ])
    func lastWord(_ text: String, _ author: String, _ rest: String, _ signature: String) {
        let cut = Signature.cut(from: text, author: author)
        #expect(cut.text == rest)
        #expect(cut.signature == signature)
    }

    @Test(
        "what is no signature stays",
        arguments: [
            ("Lola", "Lola"), ("Lola Martin", "Lola Martin"), ("Oui.\nMerci Paul", "Lola"), ("Oui.\nPaul", "Lola"),
            ("On m'appelle Lola", "Lola"), ("Bonjour\nJe suis Lola", "Lola"), ("Oui.\nMoi c'est Lola", "Lola"),
            ("I asked him his name.\nHe said:\nBob", "Bob"), ("The winner is...\nAnn", "Annabelle"),
            ("My favourite apostle?\nPaul.", "Paul Smith"), ("Oui.\nAnne", "Marianne"), ("I know Hal. So does hal", "Hal"),
            ("Oui.\nLola", ""), ("", "Lola"), ("Quelle belle course\nSuper !", "Super Mario"), ("Une blague\nLOL", "Lola"),
            ("Vu.\nMerci", "Mercidis"),
            ("Oui.\nMerci !\nPaul", "Lola"), ("Oui.\nMerci, Paul", "Lola"), ("Oui.\nThanks Paul", "Lola"), ("Oui.\nSaludos Ana", "Lola"),
            ("Et toi ?\nBravo Lola", "Lola"), ("Mon film\nDANY BOON", "virginie"), ("Yes.\nbest album of Hal", "Hal"),
            ("Ja.\nGrüße an Anna", "Ute"),
            ("Yes.\nGood", "Good Cook"), ("Yes.\nLove it, Hal", "Hal Roe"), ("Danke.\nwww.lola.example/lola", "Lola"),
            ("Oui.\nA lola grows in every garden where nobody looks for it and nobody minds it", "Lola"),
        ])
    func stays(_ text: String, _ author: String) {
        let cut = Signature.cut(from: text, author: author)
        #expect(cut.text == text)
        #expect(cut.signature == nil)
    }

    @Test(
        "a last line that takes leave with the author's name is the signature",
        arguments: [
            ("Ja.\nViele Grüße Lola", "Lola", "Viele Grüße Lola"), ("Ja.\nherzlichst Martina", "Martina Berg", "herzlichst Martina"),
            ("Yes.\nThanks, Hal", "Hal", "Thanks, Hal"), ("Oui.\nMerci Lola", "Lola", "Merci Lola"),
            ("Sí.\nUn saludo, Pedro", "pedro", "Un saludo, Pedro"),
            ("Sì.\nCordiali saluti - Luca", "Luca", "Cordiali saluti - Luca"), ("Sim.\nAbraços, Rui", "Rui", "Abraços, Rui"),
            ("Ja.\nGroetjes, Mies", "Mies", "Groetjes, Mies"),
        ])
    func leave(_ text: String, _ author: String, _ signature: String) {
        #expect(Signature.cut(from: text, author: author).signature == signature)
    }

    @Test(
        "behind words of leave any name signs",
        arguments: [
            ("Oui.\nCordialement,\nNico", "n1c0las75", "Nico", "Oui.\nCordialement,"),
            ("Ja.\n\nViele Grüße\nAnna", "gartenfee", "Anna", "Ja.\n\nViele Grüße"),
            ("Sí.\nUn saludo,\nPedro", "montañero", "Pedro", "Sí.\nUn saludo,"),
            ("Sì.\nGrazie,\nLuca Neri", "lneri", "Luca Neri", "Sì.\nGrazie,"),
            ("Sim.\nUm abraço\nRui", "bacalhau", "Rui", "Sim.\nUm abraço"),
            ("Ja.\nMet vriendelijke groet,\nMies", "tuintje", "Mies", "Ja.\nMet vriendelijke groet,"),
            ("Je n'ai pas le temps... à bientôt,\nVéronique", "verose60", "Véronique", "Je n'ai pas le temps... à bientôt,"),
            ("Yes.\nBest regards, Hal", "h4l", "Best regards, Hal", "Yes."),
        ])
    func otherName(_ text: String, _ author: String, _ signature: String, _ rest: String) {
        let cut = Signature.cut(from: text, author: author)
        #expect(cut.signature == signature)
        #expect(cut.text == rest)
    }

    @Test("a comment of nobody has no signature")
    func nobody() {
        #expect(Signature.cut(from: "Oui.\nLola", author: nil).signature == nil)
    }
}
