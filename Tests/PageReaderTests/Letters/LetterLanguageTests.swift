import Testing

@testable import PageReader

@Suite("Letters as blogs of seven languages mark them")
struct LetterLanguageTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var asker: String?
        var question: String
        var answer: String

        init(_ text: String, by asker: String?, _ question: String, _ answer: String) {
            self.text = text
            self.asker = asker
            self.question = question
            self.answer = answer
        }

        var testDescription: String { text }
    }

    static let english = [
        Case("Marie asks: Do I prune?\nAnn answers: Yes.", by: "Marie", "Do I prune?", "Yes."),
        Case("Marie asks: Do I prune now?\n\nAnn answers: Yes, and short.", by: "Marie", "Do I prune now?", "Yes, and short."),
        Case(
            "Question from Tom, Leeds:\nDo roses like tea?\n\nAnswer:\nThey do.", by: "Tom", "Do roses like tea?", "They do."),
        Case(
            "Dear Abby: My neighbour mows at night.\nWhat shall I do?\n— WORRIED IN OHIO\n\nDear Worried: Ask him to stop.",
            by: "WORRIED IN OHIO", "Dear Abby: My neighbour mows at night.\nWhat shall I do?", "Dear Worried: Ask him to stop."),
        Case(
            "Dear Ann,\n\nmy roses are late.\n\nSigned, Worried in Ohio\n\nDear Worried,\n\ngive them time.", by: "Worried in Ohio",
            "Dear Ann,\n\nmy roses are late.", "Dear Worried,\n\ngive them time."),
        Case(
            "Q: Dear Ann, do I prune now?\nBest regards,\nJim\n\nA: Yes.", by: "Jim", "Dear Ann, do I prune now?\nBest regards,", "Yes."),
        Case(
            "Q. My roses have black spots on every leaf this year. What can I do?\n\nA. Take the leaves off and burn them, and water only the ground from now on.",
            by: nil, "My roses have black spots on every leaf this year. What can I do?",
            "Take the leaves off and burn them, and water only the ground from now on."),
        Case(
            "Q: My roses have spots. What can I do? — Worried in Ohio\n\nA: Take the leaves off.", by: "Worried in Ohio",
            "My roses have spots. What can I do?", "Take the leaves off."),
        Case(
            "Dear Ann: My roses have spots. What can I do? -- Worried, Ohio\n\nDear Worried: Take the leaves off.\nBurn them.",
            by: "Worried",
            "Dear Ann: My roses have spots. What can I do?", "Dear Worried: Take the leaves off.\nBurn them."),
        Case("Reader mail\n\nHi Ann,\ndo I prune now?\n- Kim\n\nAnn's answer:\nYes.", by: "Kim", "Hi Ann,\ndo I prune now?", "Yes."),
    ]

    static let french = [
        Case(
            "Question de Marie :\nFaut-il tailler en mars ?\n\nRéponse de Gilles :\nOui.", by: "Marie", "Faut-il tailler en mars ?", "Oui."),
        Case("Marie demande : Faut-il tailler ?\n\nGilles répond : Oui, court.", by: "Marie", "Faut-il tailler ?", "Oui, court."),
        Case(
            "Courrier des lecteurs\n\nBonjour Gilles,\nFaut-il tailler ?\nCordialement,\nNico\n\nRéponse :\nOui.", by: "Nico",
            "Bonjour Gilles,\nFaut-il tailler ?\nCordialement,", "Oui."),
        Case(
            "Q : Bonjour Anne, mes rosiers ont des taches. Que faire ?\nMarie, Lyon\n\nR : Brûlez les feuilles.", by: "Marie",
            "Bonjour Anne, mes rosiers ont des taches. Que faire ?", "Brûlez les feuilles."),
        Case(
            "Une lectrice m'écrit :\n\nMes rosiers ont des taches, que faire ?\n— Odile (Nantes)\n\nMa réponse :\n\nBrûlez les feuilles.",
            by: "Odile", "Mes rosiers ont des taches, que faire ?", "Brûlez les feuilles."),
        Case("Marie nous demande :\nOù planter ?\n\nNotre réponse :\nÀ l'ombre.", by: "Marie", "Où planter ?", "À l'ombre."),
    ]

    static let german = [
        Case("Frage von Anna:\nSoll ich schneiden?\n\nAntwort von Ute:\nJa.", by: "Anna", "Soll ich schneiden?", "Ja."),
        Case("Anna fragt: Soll ich schneiden?\n\nUte antwortet: Ja, kurz.", by: "Anna", "Soll ich schneiden?", "Ja, kurz."),
        Case(
            "Leserbrief\n\nLiebe Ute,\nsoll ich schneiden?\nViele Grüße\nAnna\n\nAntwort:\nJa.", by: "Anna",
            "Liebe Ute,\nsoll ich schneiden?\nViele Grüße", "Ja."),
        Case(
            "F: Liebe Ute, soll ich schneiden?\nMit freundlichen Grüßen, Jens Ott\n\nA: Ja.", by: "Jens Ott",
            "Liebe Ute, soll ich schneiden?", "Ja."),
        Case(
            "Hallo Ute,\nmeine Rosen haben Flecken.\nLG, Jens\n\nHallo Jens,\nnimm die Blätter ab.", by: "Jens",
            "Hallo Ute,\nmeine Rosen haben Flecken.", "Hallo Jens,\nnimm die Blätter ab."),
    ]

    static let spanish = [
        Case("Pregunta de Luis:\n¿Podo ya?\n\nRespuesta de Ana:\nSí.", by: "Luis", "¿Podo ya?", "Sí."),
        Case("Luis pregunta: ¿Podo ya?\n\nAna responde: Sí, corto.", by: "Luis", "¿Podo ya?", "Sí, corto."),
        Case(
            "P: Hola Ana, ¿podo ya?\nUn saludo,\nPedro\n\nR: Sí.", by: "Pedro", "Hola Ana, ¿podo ya?\nUn saludo,", "Sí."),
        Case(
            "Cartas de los lectores\n\nEstimada Ana:\n¿podo ya?\nAtentamente, Luis Gil\n\nNuestra respuesta:\nSí.", by: "Luis Gil",
            "Estimada Ana:\n¿podo ya?", "Sí."),
        Case(
            "Querida Ana,\nmis rosas tienen manchas.\nTriste\n\nQuerida Triste,\nquita las hojas.", by: "Triste",
            "Querida Ana,\nmis rosas tienen manchas.", "Querida Triste,\nquita las hojas."),
        Case("Hola Ana:\n¿podo ya?\n— Luis, Madrid\n\nMi respuesta:\nSí.", by: "Luis", "Hola Ana:\n¿podo ya?", "Sí."),
    ]

    static let italian = [
        Case("Domanda di Luca:\nPoto adesso?\n\nRisposta di Anna:\nSì.", by: "Luca", "Poto adesso?", "Sì."),
        Case("Luca chiede: Poto adesso?\n\nAnna risponde: Sì, corto.", by: "Luca", "Poto adesso?", "Sì, corto."),
        Case("D: Cara Anna, poto adesso?\nGrazie, Luca\n\nR: Sì.", by: "Luca", "Cara Anna, poto adesso?", "Sì."),
        Case(
            "La posta dei lettori\n\nGentile Anna,\npoto adesso?\nCordiali saluti\nLuca Neri\n\nRisposta:\nSì.", by: "Luca Neri",
            "Gentile Anna,\npoto adesso?\nCordiali saluti", "Sì."),
        Case(
            "Ciao Anna,\nle mie rose hanno macchie.\nUn abbraccio, Rita\n\nCiao Rita,\ntogli le foglie.", by: "Rita",
            "Ciao Anna,\nle mie rose hanno macchie.", "Ciao Rita,\ntogli le foglie."),
    ]

    static let portuguese = [
        Case("Pergunta de Rui:\nPosso podar?\n\nResposta da Ana:\nPode.", by: "Rui", "Posso podar?", "Pode."),
        Case("O Rui pergunta: Posso podar?\n\nA Ana responde: Pode, curto.", by: "Rui", "Posso podar?", "Pode, curto."),
        Case("P: Olá Ana, posso podar?\nUm abraço,\nRui\n\nR: Pode.", by: "Rui", "Olá Ana, posso podar?\nUm abraço,", "Pode."),
        Case(
            "Correio dos leitores\n\nCara Ana,\nposso podar?\nObrigado, Rui Paz\n\nNossa resposta:\nPode.", by: "Rui Paz",
            "Cara Ana,\nposso podar?", "Pode."),
        Case(
            "Olá Ana,\nas minhas rosas têm manchas.\nRita (Porto)\n\nOlá Rita,\ntira as folhas.", by: "Rita",
            "Olá Ana,\nas minhas rosas têm manchas.", "Olá Rita,\ntira as folhas."),
    ]

    static let dutch = [
        Case("Vraag van Mies:\nMoet ik snoeien?\n\nAntwoord van Anna:\nJa.", by: "Mies", "Moet ik snoeien?", "Ja."),
        Case("Mies vraagt: Moet ik snoeien?\n\nAnna antwoordt: Ja, kort.", by: "Mies", "Moet ik snoeien?", "Ja, kort."),
        Case(
            "V: Beste Anna, moet ik snoeien?\nMet vriendelijke groet,\nMies Bos\n\nA: Ja.", by: "Mies Bos",
            "Beste Anna, moet ik snoeien?\nMet vriendelijke groet,", "Ja."),
        Case(
            "Lezerspost\n\nDag Anna,\nmoet ik snoeien?\nGroetjes, Mies\n\nOns antwoord:\nJa.", by: "Mies", "Dag Anna,\nmoet ik snoeien?",
            "Ja."),
        Case(
            "Hoi Anna,\nmijn rozen hebben vlekken.\nLiefs, Mies\n\nHoi Mies,\nhaal de bladeren weg.", by: "Mies",
            "Hoi Anna,\nmijn rozen hebben vlekken.", "Hoi Mies,\nhaal de bladeren weg."),
    ]

    @Test(
        "question, asker and answer are found", arguments: [english, french, german, spanish, italian, portuguese, dutch].flatMap(\.self))
    func letters(_ letter: Case) {
        let found = LetterCutter.cut(letter.text)
        #expect(found?.question == letter.question)
        #expect(found?.asker == letter.asker)
        #expect(found?.answer == letter.answer)
    }

    @Test("who answers is named by the marker, or under the answer")
    func answerer() {
        #expect(LetterCutter.cut("Marie asks: Now?\n\nAnn answers: Yes.\nIt is late.")?.answerer == "Ann")
        #expect(LetterCutter.cut("Marie asks: Now?\n\nAnswer:\nYes.\nAnn Roe")?.answerer == "Ann Roe")
    }

    @Test("a postscript stays with the letter, whose name is above it")
    func postscript() {
        let letter = LetterCutter.cut("Dear Ann,\ndo I prune now?\nThanks,\nKim\nP.S. I like your blog.\n\nMy answer:\nYes.")
        #expect(letter?.asker == "Kim")
        #expect(letter?.question.hasSuffix("P.S. I like your blog.") == true)
    }

    static let posts = [
        // Interviews, lists of questions.
        "Q: What do you grow?\nA: Beans, and now and then a pumpkin that nobody asked for and everybody eats.\nQ: And in winter?\nA: I read.",
        "Question de Marie :\nOù ?\nRéponse d'Anne :\nIci.\nQuestion de Paul :\nQuand ?\nRéponse d'Anne :\nHier.",
        "F: Warum Bohnen?\nA: Weil sie wachsen, auch wenn man sie vergisst, und das ist im Garten viel wert.\nF: Und im Winter?\nA: Lesen.",
        "P: ¿Qué cultivas?\nR: Judías.\nP: ¿Y en invierno?\nR: Leo.", "D: Cosa coltivi?\nR: Fagioli.\nD: E d'inverno?\nR: Leggo.",
        "V: Wat kweek je?\nA: Bonen.\nV: En in de winter?\nA: Ik lees.",
        "Marie asks: where?\nAnn answers: here.\nTom asks: when?\nAnn answers: now.",
        "Frequently asked questions\n\nQ: Do you ship?\nA: We do.\n\nQ: Where to?\nA: Everywhere.",
        "Interview with Ann Roe\n\nQuestion: Why beans?\nAnswer: They grow.\nAnswer: And they climb.",
        // Riddles and jokes.
        "Q: Why did the bean cross the garden?\n\nA: To climb the other pole.",
        "Here is the riddle of the week.\n\nQuestion: What is green and climbs?\n\nAnswer: A bean.",
        "Le quiz du jour\n\nQuestion :\nQui grimpe ?\n\nRéponse :\nLe haricot.\n\nRéponse :\nEt le lierre.",
        "Scherzfrage der Woche, viel Spaß!\n\nFrage: Was ist grün?\n\nAntwort: Die Bohne.",
        // Recipes and lists.
        "Bean soup\n\nP: 4\nR: 20 min\n\nA: Cook the beans.\nServe.", "Ingredients:\nbeans\nwater\n\nMethod:\nCook.\nServe.\nAnn",
        "A. Beans\nB. Peas\nC. Nothing at all\nR. Roe wrote this list.", "Plan A: beans\nPlan B: peas\nReply: soon",
        // Posts that greet their readers.
        "Hello everyone,\n\nwhat shall I grow?\n\nMy answer:\n\nbeans.",
        "Bonjour à toutes,\n\nQue planter ?\nAnne\n\nMa réponse :\n\ndes haricots.",
        "Liebe Leserinnen,\nwas soll ich pflanzen?\nUte\n\nMeine Antwort:\nBohnen.",
        "Hola amigos,\n¿qué planto?\nAna\n\nMi respuesta:\njudías.",
        "Ciao a tutti,\ncosa pianto?\nAnna\n\nLa mia risposta:\nfagioli.", "Olá pessoal,\no que planto?\nAna\n\nMinha resposta:\nfeijão.",
        "Hallo allemaal,\nwat plant ik?\nAnna\n\nMijn antwoord:\nbonen.",
        "Dear Santa,\nmay I have beans?\nAnn\n\nDear Ann, he never wrote.\nMore next year.",
        "Dear diary,\nwhat a day?\nAnn\n\nDear Ann of next year,\nread this.",
        // Essays, reviews, news, poems, dialogues.
        "I read a letter in the paper. It said:\nDear editor,\nwhy?\nNico\nI kept thinking of it for days.\nThen I forgot it.\nThe end.",
        "The minister was asked. He answers: nothing.\nThe people ask: why?\nNobody replies:\nsilence.",
        "She asks: is it late?\nHe answers: it is.\nThey leave.\nThe end.",
        "Elle demande : est-ce tard ?\nIl répond : oui.\nIls partent.\nFin.",
        "The answer to everything is beans.\n\nReally?\n\nAnn", "Mon avis sur le film : il est long.\n\nTrop long ?\nOui.\nAnne",
        "My answer to the critics\n\nThey ask why.\nI say why not.\nAnn", "Roses are red?\n\nViolets are blue?\n\nAnn\n\nBeans are green.",
        "To be answered:\nwho, when, where?\n\nAnswer\n\nLater.", "Réponse à mes détracteurs :\nnon.\nVraiment ?\nAnne\nFin.",
        "What is a bean?\n\nA bean is a seed.\n\nAnswer:\n\nit depends.\n\nMore below.",
        "Salut les amis,\nla réponse est là.\nQui l'eût cru ?\nAnne\nVoilà.",
        "Sur ce blog, question : où ?\nLa réponse :\nnulle part.\nFin.",
        "Hello Kitty turns fifty\n\nIs she old?\n\nAnn\n\nMy answer is no.", "Cher journal,\nque faire ?\nAnne\n\nMa réponse :\nrien.",
    ]

    @Test("an ordinary post is none", arguments: posts)
    func ordinary(_ text: String) {
        #expect(LetterCutter.cut(text) == nil)
    }
}
