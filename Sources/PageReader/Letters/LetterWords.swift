internal import Markup

/// The words by which blogs mark letters and replies, in English, French, German, Spanish, Italian, Portuguese and Dutch; all folded.
enum LetterWords {
    /// Words that announce the reply and whose it is; the reply may begin on the same line.
    static let ownAnswers = folded(
        """
        ma reponse, notre reponse, mon avis, my answer, my reply, our answer, our reply, my response, meine antwort, unsere antwort,
        mi respuesta, nuestra respuesta, la mia risposta, la nostra risposta, mia risposta, minha resposta, a minha resposta, nossa resposta,
        a nossa resposta, mijn antwoord, ons antwoord, mitt svar
        """)
    /// Words that announce a reply of anybody, also that of a riddle: they count alone on their line, or behind an announced question.
    static let answers = folded(
        """
        la reponse, reponse, the answer, answer, reply, the reply, response, die antwort, antwort, la respuesta, respuesta, la risposta,
        risposta, a resposta, resposta, antwoord, het antwoord, svar, 回答
        """)
    /// Words that announce the letter.
    static let questions = folded(
        """
        question, la question, votre question, la question du jour, the question, your question, reader question, question of the day,
        question of the week, question de lecteur, question de lectrice, frage, die frage, leserfrage, frage der woche, pregunta, la pregunta,
        pregunta de la semana, domanda, la domanda, pergunta, a pergunta, pergunta da semana, vraag, de vraag, lezersvraag, vraag van de week,
        質問
        """)
    /// Headings over readers' letters.
    static let headings = folded(
        """
        courrier des lecteurs, courrier de lecteur, courrier de lectrice, le courrier des lecteurs, courrier du lecteur, courrier du coeur,
        reader mail, readers mail, letter to the editor, letters to the editor, mailbag, from the mailbag, ask the editor, a reader writes,
        leserbrief, leserbriefe, leserpost, post von lesern, aus der leserpost, cartas de los lectores, carta de un lector,
        carta de una lectora, correo de los lectores, correo del lector, consultorio, la posta dei lettori, posta dei lettori,
        lettera di un lettore, lettera di una lettrice, lettere al blog, cartas dos leitores, carta de um leitor, carta de uma leitora,
        correio dos leitores, correio do leitor, lezerspost, brief van een lezer, lezersbrief, post van lezers
        """)
    /// What a letter begins with: "Q:" is answered by "A:" or "R:".
    static let initials: [Character: Set<Character>] = ["q": ["a", "r"], "f": ["a"], "p": ["r"], "d": ["r"], "v": ["a"]]

    /// "Marie asks:"
    static let askingVerbs = folded(
        """
        asks, wonders, writes, demande, ecrit, fragt, schreibt, pregunta, escribe, chiede, domanda, scrive, pergunta, escreve, vraagt,
        schrijft
        """)
    /// "Gilles answers:"
    static let answeringVerbs = folded("answers, replies, responds, repond, antwortet, responde, contesta, risponde, antwoordt")
    /// Words between a name and its verb.
    static let pronouns = folded("me, us, nous, m, moi, mich, uns, mir, mij, ons, nos, mi, ci")
    /// Words between a marker and the name of the one who wrote.
    static let prepositions = folded("de, d, du, von, vom, by, from, di, da, do, van, del, della")

    /// Words that begin a letter.
    static let salutations = folded(
        """
        bonjour, bonsoir, cher, chere, chers, salut, coucou, dear, hello, hi, hey, hallo, liebe, lieber, guten, sehr, moin, servus, hola,
        querido, querida, estimado, estimada, buenos, buenas, ciao, caro, cara, buongiorno, salve, gentile, ola, prezado, prezada, bom, boa,
        beste, geachte, dag, hoi, lieve, grussgott, monsieur, madame
        """)
    /// Words by which a blogger greets all readers: what follows is no letter to the blogger.
    static let publicWords = folded(
        """
        everyone, everybody, all, readers, reader, friends, folks, guys, world, tous, toutes, lecteurs, lectrices, amis, amies, monde, leser,
        leserinnen, zusammen, allerseits, alle, freunde, todos, todas, lectores, lectoras, amigos, amigas, tutti, tutte, lettori, lettrici,
        amici, pessoal, leitores, leitoras, gente, allemaal, lezers, lezeressen, iedereen, vrienden, chacun, people, ladies, internet, santa,
        diary, blog, journal, tagebuch, diario
        """)

    /// Words with which writers take their leave. Behind them stands a name and nothing else.
    static let closings = folded(
        """
        signed, yours, yours truly, yours sincerely, yours faithfully, sincerely, sincerely yours, regards, best regards, kind regards,
        warm regards, best wishes, all the best, best, cheers, love, many thanks, thanks, thank you, thanks in advance, with love,
        cordialement, bien cordialement, tres cordialement, amicalement, bien amicalement, merci, merci d'avance, merci beaucoup,
        bien a vous, bien a toi, bises, bisous, a bientot, signe, salutations, sinceres salutations, bonne journee, belle journee,
        gruss, gruesse, grusse, viele grusse, liebe grusse, lieben gruss, schone grusse, beste grusse, herzliche grusse, herzlichst,
        herzlich, mit freundlichen grussen, mit freundlichem gruss, mit besten grussen, mit lieben grussen, lg, vg, mfg, danke, vielen dank,
        danke im voraus, alles liebe, dein, deine, ihr, ihre,
        saludos, un saludo, saludos cordiales, un abrazo, abrazos, atentamente, cordialmente, gracias, muchas gracias, besos,
        saluti, cordiali saluti, un saluto, distinti saluti, cari saluti, un abbraccio, grazie, grazie mille, a presto,
        um abraco, abracos, abraco, obrigado, obrigada, muito obrigado, muito obrigada, cumprimentos, melhores cumprimentos, com os melhores
        cumprimentos, atenciosamente, beijos, beijinhos, saudacoes,
        groet, groeten, groetjes, veel groetjes, met vriendelijke groet, met vriendelijke groeten, vriendelijke groet, hartelijke groet,
        hartelijke groeten, liefs, bedankt, alvast bedankt, dank je wel, bvd
        """)
    /// What closings begin with: nearly every last line does not.
    static let closingStarts = Set(closings.compactMap { $0.split(separator: " ").first.map(String.init) })
    /// Parts of closings behind which only writers stand.
    static let formalClosings = folded(
        """
        regards, yours, sincerely, signed, cordial, amicalement, bien a, gruss, gruesse, grusse, herzlich, mfg, lg, vg, atentamente,
        distinti, cumprimentos, atenciosamente, groet
        """)

    /// Short words that stand alone at a comment's end without being anybody's name, whatever somebody is called.
    static let interjections = folded(
        """
        merci, oui, non, lol, mdr, bravo, super, top, genial, parfait, cool, wow, yes, no, ok, okay, thanks, thx, great, nice, good, best,
        love, amen, true, same, agreed, hi, hey, hello, bye, danke, ja, nein, genau, stimmt, toll, prima, klasse, gerne, gracias, si, hola,
        claro, exacto, grazie, ciao, bello, bella, brava, certo, obrigado, obrigada, sim, nao, ola, bom, bedankt, nee, mooi, leuk, salut,
        bonjour, bonsoir, please, sorry, anonymous, anonyme, admin, guest, new, first, dear, chere, cher, liebe, lieber, caro, cara
        """)

    private static func folded(_ words: String) -> Set<String> {
        Set(words.split(separator: ",").map { fold($0.collapsingSpace()) })
    }

    /// Letters without accents and case, points gone.
    static func fold(_ text: some StringProtocol) -> String {
        DateNames.fold(text)
    }
}
