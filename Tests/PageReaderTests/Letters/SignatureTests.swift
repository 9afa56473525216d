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
            ("はい。\n花子", "花子", "はい。", "花子"),
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
            ("Oui.\nLola", ""), ("", "Lola"),
            ("Oui.\nA lola grows in every garden where nobody looks for it and nobody minds it", "Lola"),
        ])
    func stays(_ text: String, _ author: String) {
        let cut = Signature.cut(from: text, author: author)
        #expect(cut.text == text)
        #expect(cut.signature == nil)
    }

    @Test("a comment of nobody has no signature")
    func nobody() {
        #expect(Signature.cut(from: "Oui.\nLola", author: nil).signature == nil)
    }
}
