import Testing
import ThreadModel

@testable import PageReader

@Suite("Pages of French blog hosts are read")
struct FrenchHostsTests {
    @Test("Canalblog: words, then a footer with name and date; headings are no part of the words")
    func canalblog() throws {
        let thread = try Page.readFixture("canalblog.html")
        #expect(thread.source.platform == "canalblog")
        #expect(thread.source.reader == "canalblog")
        #expect(thread.title == "Un bonnet pour Noël")
        #expect(
            thread.post?.text
                == "Quatre aiguilles et deux pelotes de laine grise.\n\nLe patron est gratuit, il suffit de le demander.")
        #expect(thread.post?.author == Author(name: "Solenn"))
        #expect(thread.post?.published?.local == "2012-12-03T21:16")
        #expect(thread.comments.map(\.id) == ["5001", "5003", "5002"])
        #expect(thread.comments.map(\.author?.name) == ["Anouk", "Solenn", "Tugdual"])
        #expect(thread.comments.first?.author?.url == "http://anouk.example/")
        #expect(thread.comments.map(\.published?.local) == ["2012-12-03T22:40", "2012-12-04T08:05", "2012-12-04T07:12"])
        #expect(
            thread.comments.map(\.text) == [
                "Quelle laine est-ce ?\nJ'en voudrais pour le mien aussi.", "De l'alpaga du Perche.", "Moi aussi, s'il te plaît.",
            ])
        #expect(thread.comments.map(\.inReplyTo) == [nil, "5001", nil])
        #expect(thread.comments.first?.links.map(\.url) == ["http://goo.gl/b0nnet"])
    }

    @Test("Overblog: replies are in a list inside the comment")
    func overblog() throws {
        let thread = try Page.readFixture("overblog.html")
        #expect(thread.source.platform == "overblog")
        #expect(thread.source.reader == "overblog")
        #expect(thread.title == "Soupe d'orties")
        #expect(thread.post?.text == "Des gants, un panier, de jeunes pousses.\n\nVingt minutes de cuisson suffisent.")
        #expect(thread.post?.author == Author(name: "Odile Brun"))
        #expect(thread.post?.published?.instant == "2014-04-07T07:15:00Z")
        #expect(thread.comments.map(\.id) == ["71", "73", "72"])
        #expect(
            thread.comments.map(\.author) == [
                Author(name: "Garance", url: "http://garance.example/"), Author(name: "Odile Brun"), Author(name: "Firmin"),
            ])
        #expect(thread.comments.map(\.published?.local) == ["2014-04-07T11:42", "2014-04-07T19:03", "2014-04-22T12:30"])
        #expect(
            thread.comments.map(\.text) == [
                "Avec une pomme de terre ?\nChez nous, oui.", "Oui, une petite.", "Ça pique encore : voir ici.",
            ])
        #expect(thread.comments.map(\.inReplyTo) == [nil, "71", nil])
    }

    @Test("Overblog before 2012: the post between its day and its author")
    func oldOverblog() throws {
        let thread = try Page.read(
            """
            <html lang=fr><head><link rel="stylesheet" href="http://fdata.over-blog.net/99/style.css"><title>Soupe</title></head><body>
            <div class="article"><div class="beforeArticle">Lundi 7 avril 2008</div><div class="divTitreArticle"><h2><a href="/a.html"
            class="titreArticle">Soupe d'orties</a></h2></div><div class="contenuArticle"><p>Des gants et un panier.</p></div>
            <div class="afterArticle">Publié dans : Soupes</div></div>
            <div class="commentaires" id="comments"><h3>Commentaires</h3><div class="comment" id="comment81"><p>Avec une pomme de terre ?</p>
            <div class="infos">Posté par <a href="http://garance.example/" rel="nofollow">Garance</a> le 07/04/2008 à 11h42</div></div>
            <div class="comment" id="comment82"><p>Ça pique encore.</p><div class="infos">Posté par Firmin le 22/04/2008 à 12h30</div></div>
            </div></body></html>
            """)
        #expect(thread.source.reader == "overblog")
        #expect(thread.title == "Soupe d'orties")
        #expect(thread.post?.text == "Des gants et un panier.")
        #expect(thread.post?.published?.local == "2008-04-07")
        #expect(thread.comments.map(\.id) == ["81", "82"])
        #expect(thread.comments.map(\.author?.name) == ["Garance", "Firmin"])
        #expect(thread.comments.map(\.published?.local) == ["2008-04-07T11:42", "2008-04-22T12:30"])
        #expect(thread.comments.map(\.text) == ["Avec une pomme de terre ?", "Ça pique encore."])
    }

    @Test("Hautetfort: paragraphs between an anchor and the line that says who wrote them")
    func hautetfort() throws {
        let thread = try Page.readFixture("hautetfort.html")
        #expect(thread.source.platform == "hautetfort")
        #expect(thread.source.reader == "hautetfort")
        #expect(thread.title == "Le marché couvert")
        #expect(thread.post?.text == "La halle rouvre samedi.\n\nOn y vendra encore des topinambours.")
        #expect(thread.post?.published?.local == "2011-02-09T21:30")
        #expect(thread.comments.map(\.id) == ["6101", "6102"])
        #expect(thread.comments.map(\.author) == [Author(name: "Clotaire", url: "http://clotaire.example/"), Author(name: "Mahaut")])
        #expect(thread.comments.map(\.published?.local) == ["2011-02-10", "2011-02-11"])
        #expect(thread.comments.map(\.text) == ["Et le fromager ?\n\nOn parle d'un départ.", "Il reste, j'ai demandé."])
        #expect(thread.comments.first?.links.map(\.url) == ["http://tinyurl.com/halle11"])
    }

    @Test("Hautetfort: an element around each comment, and a post with names for programs")
    func newHautetfort() throws {
        let thread = try Page.read(
            """
            <html lang=fr><head><meta name="generator" content="blogspirit"><title>Le marché : Place</title></head><body><article>
            <header><h1 itemprop="name headline">Le marché</h1><time datetime="2014-02-09T21:30:00+01:00"
            itemprop="datePublished">09/02/2014</time></header><section class="clearfix box-body"><p>La halle rouvre.</p></section></article>
            <div id="comments" class="comments"><h2>Commentaires</h2><div id="c6101" class="comment-item"><p>Et le fromager ?</p>
            <p class="posted">Écrit par : <a href="http://clotaire.example/" rel="nofollow">Clotaire</a> | 10/02/2014</p></div>
            <div id="c6102" class="comment-item"><p>Il reste.</p><p class="posted">Écrit par : Mahaut | 13/02/2014</p></div></div></body></html>
            """)
        #expect(thread.source.reader == "hautetfort")
        #expect(thread.title == "Le marché")
        #expect(thread.post?.text == "La halle rouvre.")
        #expect(thread.post?.published?.local == "2014-02-09T21:30:00")
        #expect(thread.comments.map(\.id) == ["6101", "6102"])
        #expect(thread.comments.map(\.author) == [Author(name: "Clotaire", url: "http://clotaire.example/"), Author(name: "Mahaut")])
        #expect(thread.comments.map(\.published?.local) == ["2014-02-10", "2014-02-13"])
        #expect(thread.comments.map(\.text) == ["Et le fromager ?", "Il reste."])
    }

    @Test("Skyrock: name and date stand above the words")
    func skyrock() throws {
        let thread = try Page.readFixture("skyrock.html")
        #expect(thread.source.platform == "skyrock")
        #expect(thread.source.reader == "skyrock")
        #expect(thread.title == "Le skatepark est fini !")
        #expect(thread.post?.text == "Deux rampes et un vrai bowl, enfin.\nVenez nombreux samedi.")
        #expect(thread.post?.published?.instant == "2012-06-20T14:45:00Z")
        #expect(thread.comments.map(\.id) == ["41", "42"])
        #expect(
            thread.comments.map(\.author) == [
                Author(name: "kickflip", url: "http://kickflip.skyrock.com/"),
                Author(name: "lena-roule", url: "http://lena-roule.skyrock.com/"),
            ])
        #expect(thread.comments.map(\.published?.instant) == ["2012-06-20T16:02:00Z", "2012-06-21T07:15:00Z"])
        #expect(thread.comments.map(\.text) == ["Trop bien, je viens avec mon frère.", "C'est ouvert à tous ?"])
    }

    @Test("Eklablog: each comment has a number, which is not part of it")
    func eklablog() throws {
        let thread = try Page.readFixture("eklablog.html")
        #expect(thread.source.platform == "eklablog")
        #expect(thread.source.reader == "eklablog")
        #expect(thread.title == "Mes dictées de CM1")
        #expect(thread.post?.text == "Une dictée par semaine, jamais plus.\n\nLe fichier est plus bas.")
        #expect(thread.post?.author?.name == "Blandine")
        #expect(thread.post?.published?.local == "2013-09-14T17:20")
        #expect(thread.comments.map(\.id) == ["88001", "88002"])
        #expect(thread.comments.map(\.author) == [Author(name: "Aurélie", url: "http://maitresse.example/"), Author(name: "Goulven")])
        #expect(thread.comments.map(\.published?.local) == ["2013-09-15T10:02", "2013-09-16T21:45"])
        #expect(thread.comments.map(\.text) == ["Merci pour le partage !", "Le lien est mort.\n\nPouvez-vous le remettre ?"])
    }
}
