/// The words by which lines of templates are told from those of posts, in the languages of most blogs.
enum FootWords {
    /// How headings of other parts begin: other posts, comments, the author.
    static let sections = Phrases([
        "das könnte", "ähnliche", "weitere beiträge", "weitere artikel", "mehr zum thema", "mehr aus", "related", "you may also",
        "you might also",
        "more from", "recommended", "read also", "à lire", "articles similaires", "articles liés", "vous aimerez", "dans la même",
        "les plus lus",
        "sur le même", "lesen sie auch", "auch interessant", "también te", "te puede interesar", "artículos relacionados",
        "entradas relacionadas",
        "articoli correlati", "potrebbe", "gerelateerde", "lees ook", "kommentare", "comments", "commentaires", "leave a", "schreibe einen",
        "laisser un commentaire", "about the author", "über den autor", "newsletter", "share this", "teilen", "neueste beiträge",
        "recent posts",
        "more stories", "related posts", "la rédaction vous", "beitrags navigation", "artikel navigation", "post navigation",
    ])

    /// How long the reading takes: printed above the words by many templates.
    static let readingTimes = Phrases([
        "lesezeit", "lesedauer", "geschätzte lesezeit", "reading time", "estimated reading", "temps de lecture", "tiempo de lectura",
        "tempo di lettura", "tempo de leitura", "leestijd",
    ])

    /// Buttons above a post that lead to a part of it, or print that.
    static let jumps = Phrases([
        "jump to recipe", "jump to the recipe", "jump to video", "skip to recipe", "skip to the recipe", "print recipe",
        "print this recipe",
        "pin recipe", "zum rezept", "direkt zum rezept", "rezept drucken", "aller à la recette", "imprimer la recette", "ir a la receta",
        "saltar a la receta", "imprimir receta", "vai alla ricetta", "stampa ricetta", "ga naar recept", "naar het recept",
        "ir para a receita",
        "pular para a receita", "imprimir receita", "till receptet", "hopp til oppskrift", "til opskriften",
    ])

    /// What stands before the day of a post, in a line that has nothing else.
    static let days = Phrases([
        "submitted", "posted", "published", "created", "added", "updated", "last updated", "last modified", "veröffentlicht", "erstellt",
        "eingestellt", "aktualisiert", "zuletzt aktualisiert", "publié", "posté", "mis en ligne", "mis à jour", "publicado", "actualizado",
        "atualizado", "pubblicato", "aggiornato", "geplaatst", "gepubliceerd", "bijgewerkt", "publicerad", "publisert", "udgivet",
    ])

    /// How lines of facts about a post begin, before a colon or as the whole line.
    static let labels = Phrases([
        "tags", "tag", "kategorie", "kategorien", "category", "categories", "filed under", "posted in", "posted under", "share this",
        "share",
        "teilen", "partager", "read more", "continue reading", "weiterlesen", "lire la suite", "permalink", "autor", "autorin", "autor in",
        "about the author", "author", "a propos de l auteur", "à propos de l auteur", "über den autor", "über die autorin",
        "abgelegt unter",
        "stichworte", "stichwort", "schlagworte", "schlagwörter", "keywords", "mots cles", "mots clés", "mots clefs", "labels", "etiquetas",
        "categoría", "categorías", "categorias", "catégorie", "catégories", "classé dans", "publié dans", "archivado en", "categorie",
        "compartir",
        "gefällt mir", "like this", "related", "leave a comment", "leave a reply", "edit", "bearbeiten", "tagged", "posted by",
        "publié par", "posté par",
        "verfasst von", "veröffentlicht", "kommentare", "comments", "drucken", "print", "tweet", "facebook", "twitter", "whatsapp",
        "pinterest",
        "e mail", "email", "like loading", "sujets", "thèmes", "themen", "topics",
    ])

    /// Sentences that templates write below a post.
    static let sentences = Phrases([
        "this entry was posted", "this post was posted", "this entry was filed", "dieser beitrag wurde", "dieser eintrag wurde",
        "dieser artikel wurde", "ce billet a été", "cette entrée a été", "cet article a été publié", "esta entrada fue",
        "questa voce è stata",
        "dit bericht werd", "you can follow any responses", "you can leave a response", "both comments and pings", "comments are closed",
        "kommentare sind geschlossen", "les commentaires sont fermés", "related",
    ])

    /// How links begin that lead on or back.
    static let ways = Phrases([
        "back", "zurück", "retour", "volver", "indietro", "terug", "weiter", "weiterlesen", "next", "previous", "nächster", "vorheriger",
        "suite",
        "leer más", "read more", "continue", "lire la suite", "continua", "lees verder", "mehr", "more", "nach oben", "top", "haut de page",
        "home",
        "startseite", "accueil", "permalink", "comments", "kommentare", "reply", "print", "drucken", "imprimer",
    ])

    /// "3 Kommentare", "One comment".
    static func isCount(_ key: String) -> Bool {
        guard let space = key.utf8.firstIndex(of: 0x20) else { return false }
        let number = key[..<space]
        let counted = key[key.utf8.index(after: space)...]
        guard things.contains(counted) else { return false }
        return number.allSatisfy(\.isNumber) || ["no", "one", "keine", "ein", "aucun", "un"].contains(number)
    }

    private static let things: Set<Substring> = [
        "comment", "comments", "kommentar", "kommentare", "commentaire", "commentaires", "comentario", "comentarios", "commenti",
        "reacties",
        "responses", "response", "replies", "antworten", "reaktionen", "trackbacks", "shares", "views", "likes", "comentário",
        "comentários", "commento", "reactie", "reviews", "review", "ratings", "bewertungen", "avis", "recensioni", "opiniones",
        "avaliações",
    ]
}
