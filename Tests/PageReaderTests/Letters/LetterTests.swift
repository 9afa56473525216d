import Testing
import ThreadModel

@testable import PageReader

@Suite("A reader's letter and its reply are told apart, and ordinary posts are left alone")
struct LetterTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var expected: [String?]

        init(_ name: String, _ text: String, _ question: String, _ asker: String?, _ answer: String, _ answerer: String?) {
            self.name = name
            self.text = text
            expected = [question, asker, answer, answerer]
        }

        var testDescription: String { name }

        var found: [String?]? {
            LetterCutter.cut(text).map { [$0.question, $0.asker, $0.answer, $0.answerer] }
        }
    }

    static let marked = [
        Case(
            "French", "Bonjour Anne,\nFaut-il tailler ?\nNico\nMa réponse :\nBonjour Nico,\nOui.\nAnne Roux",
            "Bonjour Anne,\nFaut-il tailler ?", "Nico", "Bonjour Nico,\nOui.", "Anne Roux"),
        Case(
            "English", "Dear Ann,\n\nDo I prune now?\n\nSigned, Lost in Leeds\n\nMy answer:\n\nYes, now.\n\nAnn",
            "Dear Ann,\n\nDo I prune now?", "Lost in Leeds", "Yes, now.", "Ann"),
        Case(
            "German", "Liebe Anna,\nsoll ich schneiden?\nViele Grüße, Jens\n\nMeine Antwort:\nLieber Jens, ja.",
            "Liebe Anna,\nsoll ich schneiden?", "Jens", "Lieber Jens, ja.", nil),
        Case(
            "Spanish", "Hola Ana,\n¿podo ya?\nLuis\nMi respuesta: sí, ahora.\nAna", "Hola Ana,\n¿podo ya?", "Luis", "sí, ahora.", "Ana"),
        Case(
            "Italian", "Ciao Anna,\npoto adesso?\nLuca\nLa mia risposta:\nSì.\nAnna", "Ciao Anna,\npoto adesso?", "Luca", "Sì.", "Anna"),
        Case(
            "Portuguese", "Olá Ana,\nposso podar?\nRui\nA minha resposta:\nPode.\nAna", "Olá Ana,\nposso podar?", "Rui", "Pode.", "Ana"),
        Case(
            "Dutch", "Beste Anna,\nmoet ik snoeien?\nGroetjes, Mies\nMijn antwoord:\nJa.\nAnna", "Beste Anna,\nmoet ik snoeien?", "Mies",
            "Ja.", "Anna"),
        Case("Japanese", "質問：いま剪定しますか。\n\n回答：はい。", "いま剪定しますか。", nil, "はい。", nil),
        Case(
            "an announced question", "Question :\nFaut-il tailler en mars ?\n\nRéponse :\nOui, et court.", "Faut-il tailler en mars ?", nil,
            "Oui, et court.", nil),
        Case(
            "a marker with a name", "Bonjour,\nFaut-il tailler ?\nNico\nLa réponse d'Anne :\nOui.", "Bonjour,\nFaut-il tailler ?", "Nico",
            "Oui.", "Anne"),
        Case(
            "a marker between stars", "Hi Ann,\nDo I prune?\nNico\n*** My reply ***\nYes.", "Hi Ann,\nDo I prune?", "Nico", "Yes.", nil),
        Case(
            "no greeting, but a question and a name", "Faut-il tailler en mars ?\nNico\nMa réponse :\nOui.", "Faut-il tailler en mars ?",
            "Nico", "Oui.", nil),
        Case("an unsigned letter", "Bonjour,\nFaut-il tailler ?\nMa réponse :\nOui.", "Bonjour,\nFaut-il tailler ?", nil, "Oui.", nil),
    ]

    @Test("a line that announces the reply parts letter and reply, and names under them are their authors", arguments: marked)
    func marker(_ letter: Case) {
        #expect(letter.found == letter.expected)
    }

    static let greeted = [
        Case(
            "English", "Dear Ann,\nDo I prune now?\nLost in Leeds\n\nDear Lost,\nYes, now.\nAnn", "Dear Ann,\nDo I prune now?",
            "Lost in Leeds", "Dear Lost,\nYes, now.", "Ann"),
        Case(
            "French", "Chère Anne,\nFaut-il tailler ?\nMerci, Nico\n\nCher Nico,\nOui.", "Chère Anne,\nFaut-il tailler ?", "Nico",
            "Cher Nico,\nOui.", nil),
        Case(
            "German", "Liebe Anna,\nsoll ich schneiden?\nJens Ott\n\nHallo Jens,\nja.", "Liebe Anna,\nsoll ich schneiden?", "Jens Ott",
            "Hallo Jens,\nja.", nil),
    ]

    @Test("a second greeting, of the one who signed, begins the reply", arguments: greeted)
    func secondGreeting(_ letter: Case) {
        #expect(letter.found == letter.expected)
    }

    @Test(
        "an ordinary post is none",
        arguments: [
            "", "Hello.", "Bonjour à tous,\n\nVoici le potager.\n\nÀ bientôt,\nAnne",
            "Dear readers,\nthe frost is here.\n\nDear frost,\nplease go.\nAnn",
            "Faut-il tailler en mars ?\n\nEt la réponse : oui, évidemment.\n\nVoilà pour aujourd'hui.",
            "Bonjour,\nj'ai posé la question. Réponse : non. Voilà.\nAnne\nUne dernière ligne.",
            "The sprouts are up.\n\nAnswer: nobody knows why.\n\nThe end.",
            "Hello world is the first program that everybody writes, and some never write another one\nsecond line\nMy answer:\nthird",
            "Question : Pourquoi le potager ?\n\nRéponse : Pour les fèves.\n\nQuestion : Et l'hiver ?\n\nRéponse : Je lis.",
            "Frage: Warum?\nAntwort: Darum.\nFrage: Und sonst?\nAntwort: Nichts.", "Bonjour,\nFaut-il tailler ?\nNico\nMa réponse :\n",
            "Ma réponse :\nOui.\nNon.",
            "Hi! Here is the quiz of last week. Who wrote Emma?\nThink.\nAnswer: Jane Austen",
            "Hello everyone, I baked a cake today.\nWhat was wrong?\nThe answer: more butter.",
            "Boa tarde: hoje escrevo sobre pão.\nPorquê?\nResposta: porque sim.",
            "Dear readers,\nwe had a picnic.\nThanks to Anna.\nAnna\nHello Anna, and hello all others\nMore",
        ])
    func ordinary(_ text: String) {
        #expect(LetterCutter.cut(text) == nil)
    }

    @Test("a name under the reply that is not the post's author is a line of the reply")
    func otherName() throws {
        let thread = try Page.read(
            """
            <html lang=en><meta name=author content="Ann Roe"><body><article><h1>A letter</h1><p>Dear Ann,</p><p>Do I prune the old roses now,
            or wait until the frost is over?</p><p>Nico</p><p>My answer:</p><p>Now. The best book on it is that of</p><p>Vita</p></article>
            """)
        #expect(thread.answer?.author?.name == "Ann Roe")
        #expect(thread.answer?.text.hasSuffix("Vita") == true)
    }

    @Test("an anchor's link goes where it stands, whatever its words are")
    func anchors() throws {
        let thread = try Page.read(
            """
            <html lang=fr><body><article><h1>Une lettre</h1><p>Bonjour Anne,</p><p>J'ai lu <a href="http://a.example/1">ici</a> et sur
            www.question.example/x que la taille se fait en mars ?</p><p>Nico</p><p>Ma réponse :</p><p>Voici, pas ici : c'est écrit sur
            www.reponse.example/z et <a href="http://a.example/2">là</a>, le plus souvent.</p></article>
            """)
        #expect(thread.question?.links.map(\.url) == ["http://a.example/1", "http://www.question.example/x"])
        #expect(thread.answer?.links.map(\.url) == ["http://www.reponse.example/z", "http://a.example/2"])
    }

    @Test("the links of a letter go to the passage in which they stand")
    func links() throws {
        let thread = try Page.read(
            "Bonjour Anne,\nVu sur http://bit.ly/a1, vrai ?\nNico\nMa réponse :\nNon, voir http://a.example/b.\nAnne", path: "a.txt")
        #expect(thread.kind == .questionAnswer)
        #expect(thread.question?.links.map(\.url) == ["http://bit.ly/a1"])
        #expect(thread.answer?.links.map(\.url) == ["http://a.example/b"])
        #expect(thread.post?.links.map(\.url) == ["http://bit.ly/a1", "http://a.example/b"])
    }
}
