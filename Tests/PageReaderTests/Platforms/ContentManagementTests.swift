import Testing
import ThreadModel

@testable import PageReader

@Suite("Pages of content management systems are read")
struct ContentManagementTests {
    @Test("SPIP: the forum under an article, with titles that are no part of the messages")
    func spip() throws {
        let thread = try Page.readFixture("spip.html")
        #expect(thread.source.platform == "spip")
        #expect(thread.source.reader == "spip")
        #expect(thread.title == "Le canal en hiver")
        #expect(thread.post?.text == "La glace a tenu trois jours.\n\nLes péniches attendent à l'écluse.")
        #expect(thread.post?.author == Author(name: "Renaud Collet", url: "http://canal.example/spip.php?auteur3"))
        #expect(thread.comments.map(\.id) == ["301", "303", "302"])
        #expect(thread.comments.map(\.author) == [Author(name: "Blaise Petit"), Author(name: "Renaud Collet"), Author(name: "Ysaline")])
        #expect(thread.comments.map(\.published?.local) == ["2014-01-20T10:12", "2014-01-21T07:45", "2014-01-20T22:30"])
        #expect(thread.comments.map(\.text) == ["Peut-on marcher dessus ?", "Surtout pas, cinq centimètres.", "J'en ai mis ici."])
        #expect(thread.comments.map(\.inReplyTo) == [nil, "301", nil])
        #expect(thread.comments.last?.url == "http://canal.example/spip.php?article12#forum302")
        #expect(thread.comments.last?.links.map(\.url) == ["http://bit.ly/canalgel"])
    }

    @Test("SPIP with the plugin Comments: author and date stand below the words")
    func spipComments() throws {
        let thread = try Page.read(
            """
            <html lang=fr><head><meta name="generator" content="SPIP 3.1.1"><title>Le canal - Gazette</title></head><body>
            <h1 class="titre">Le canal</h1><div class="texte"><p>La glace a tenu trois jours.</p></div>
            <div class="comments" id="comments"><ul class="comments-list"><li class="comment-fil comment odd first"><div
            class="comment-message" id="comment301"><div class="comment-content"><div class="comment-texte"><p>Peut-on marcher
            dessus ?</p></div></div><div class="comment-meta"><a class="comment-number" href="#comment301">1</a> <span class="comment-author
            vcard"><strong class="fn n">Blaise Petit</strong></span> <abbr class="date" title="2014-01-20T10:12:00+01:00">Le 20 janvier 2014
            à 10:12</abbr><p class="comment-reply repondre"><a href="spip.php?page=forum&amp;id_forum=301">Répondre</a></p></div></div>
            <ul><li class="comment-fil comment odd first"><div class="comment-message" id="comment303"><div class="comment-content"><div
            class="comment-texte"><p>Surtout pas.</p></div></div><div class="comment-meta"><span class="comment-author vcard"><strong
            class="fn n">Renaud Collet</strong></span> <abbr class="date" title="2014-01-21T07:45:00+01:00">Le 21 janvier 2014 à
            07:45</abbr></div></div></li></ul></li></ul></div></body></html>
            """)
        #expect(thread.source.reader == "spip")
        #expect(thread.comments.map(\.id) == ["301", "303"])
        #expect(thread.comments.map(\.author) == [Author(name: "Blaise Petit"), Author(name: "Renaud Collet")])
        #expect(thread.comments.map(\.published?.instant) == ["2014-01-20T09:12:00Z", "2014-01-21T06:45:00Z"])
        #expect(thread.comments.map(\.text) == ["Peut-on marcher dessus ?", "Surtout pas."])
        #expect(thread.comments.map(\.inReplyTo) == [nil, "301"])
    }

    @Test("Drupal 8 and later: replies stand behind the comment, and name it")
    func drupal() throws {
        let thread = try Page.readFixture("drupal.html")
        #expect(thread.source.platform == "drupal")
        #expect(thread.source.reader == "drupal")
        #expect(thread.title == "The sluice gate")
        #expect(thread.post?.text == "The oak has gone soft below the water.\n\nWe lift it in June.")
        #expect(thread.post?.author?.name == "Hester Lund")
        #expect(thread.post?.published?.instant == "2016-05-02T09:10:00Z")
        #expect(thread.comments.map(\.id) == ["12", "14", "13"])
        #expect(
            thread.comments.dropFirst().map(\.author) == [
                Author(name: "Hester Lund", url: "https://tidemill.example/user/2"),
                Author(name: "miller9", url: "https://tidemill.example/user/5"),
            ])
        #expect(thread.comments.map(\.published?.local) == ["2016-05-02T16:10", "2016-05-03T15:00", "2016-05-02T17:03"])
        #expect(
            thread.comments.map(\.text) == ["Use larch, it lasts.\n\nSee this mill.", "We may not, it must be oak.", "Which weekend?"])
        #expect(thread.comments.map(\.inReplyTo) == [nil, "12", nil])
        #expect(thread.comments.last?.url == "https://tidemill.example/comment/13#comment-13")
    }

    static let olderDrupals = [
        (
            "Drupal 7 (http://drupal.org)",
            """
            <a id="comment-12"></a><div class="comment clearfix" about="/comment/12#comment-12" typeof="sioc:Post sioct:Comment"><h3
            property="dc:title"><a href="http://mill.example/comment/12#comment-12" class="permalink" rel="bookmark">Larch instead</a></h3><div
            class="submitted">Submitted by <span class="username" typeof="sioc:UserAccount" property="foaf:name">Ned</span> on
            Tue, 2008-05-13 16:10</div><div class="content"><span rel="sioc:reply_of" resource="/node/31"
            class="rdf-meta element-hidden"></span><div class="field field-name-comment-body"><div class="field-items"><div
            class="field-item even" property="content:encoded"><p>Use larch.</p></div></div></div><div class="user-signature clearfix"><p>Ned
            of the Weir</p></div></div><ul class="links inline"><li class="comment-reply"><a href="/comment/reply/31/12">reply</a></li></ul></div>
            """
        ),
        (
            "Drupal 6 (http://drupal.org)",
            """
            <a id="comment-12"></a><div class="comment comment-published odd clear-block"><h3><a
            href="http://mill.example/comment/12#comment-12" class="active">Larch instead</a></h3><span class="submitted">Tue, 2008-05-13 16:10 —
            <a href="/user/5" title="View user profile.">Ned</a></span><div class="content"><p>Use larch.</p></div><ul class="links"><li
            class="comment_reply first last"><a href="/comment/reply/31/12">reply</a></li></ul></div>
            """
        ),
        (
            "Drupal 5 (http://drupal.org)",
            """
            <a id="comment-12"></a><div class="comment"><h3 class="title"><a href="http://mill.example/comment/12#comment-12"
            class="active">Larch instead</a></h3><div class="submitted">Submitted by Ned on Tue, 2008-05-13 16:10.</div>
            <div class="content"><p>Use larch.</p></div><div class="links">&raquo; <a href="/comment/reply/31/12">reply</a></div></div>
            """
        ),
    ]

    @Test("Drupal 5 to 7: subjects, signatures and links are no part of the words", arguments: olderDrupals)
    func olderDrupal(_ generator: String, _ comment: String) throws {
        let reply = comment.replacing("Use larch.", with: "It must be oak.").replacing("/12#comment-12", with: "/14#comment-14")
            .replacing("comment-12", with: "comment-14").replacing("Ned<", with: "Hester Lund<").replacing(
                "by Ned on", with: "by Hester Lund on")
        let thread = try Page.read(
            """
            <html lang=en><head><meta name="Generator" content="\(generator)"><title>The sluice gate | Mill</title></head><body>
            <div class="block"><h2 class="title">Navigation</h2></div><h2 class="with-tabs">The sluice gate</h2><div id="node-31" class="node"><span class="submitted">Tue, 2008-05-13 10:10 — Hester
            Lund</span><div class="content clear-block"><p>The oak has gone soft.</p></div></div><div id="comments"><h2>Comments</h2>
            \(comment)<div class="indented">\(reply)</div></div></body></html>
            """)
        #expect(thread.source.reader == "drupal")
        #expect(thread.title == "The sluice gate")
        #expect(thread.post?.text == "The oak has gone soft.")
        #expect(thread.post?.published?.local == "2008-05-13T10:10")
        #expect(thread.comments.map(\.author?.name) == ["Ned", "Hester Lund"])
        #expect(thread.comments.map(\.published?.local) == ["2008-05-13T16:10", "2008-05-13T16:10"])
        #expect(thread.comments.map(\.text) == ["Use larch.", "It must be oak."])
        #expect(thread.comments.map(\.inReplyTo) == [nil, thread.comments.first?.id])
        #expect(thread.comments.first?.url == "http://mill.example/comment/12#comment-12")
    }

    @Test("TYPO3 with the extension blog")
    func typo3() throws {
        let thread = try Page.readFixture("typo3.html")
        #expect(thread.source.platform == "typothree")
        #expect(thread.source.reader == "typothree")
        #expect(thread.title == "Wintersaat")
        #expect(thread.post?.text == "Roggen liegt schon in der Erde.\n\nWeizen folgt nach dem Regen.")
        #expect(thread.post?.published?.local == "2019-09-30")
        #expect(thread.comments.map(\.id) == ["8", "9"])
        #expect(thread.comments.map(\.author) == [Author(name: "Wigbert Thole", url: "https://dinkel.example/"), Author(name: "Elke R.")])
        #expect(thread.comments.map(\.published?.local) == ["2019-10-01", "2019-10-13"])
        #expect(thread.comments.map(\.text) == ["Welche Sorte ist es?\n\nIch suche Waldstaude.", "Danke für den Bericht."])
    }

    @Test("TYPO3 with the extension comments: name and date in a line, the words below")
    func typo3Comments() throws {
        let thread = try Page.read(
            """
            <html lang=de><head><meta name="generator" content="TYPO3 4.5 CMS"><title>Wintersaat</title></head><body><div
            class="news-single-item"><div class="news-single-rightbox">30.09.2011</div><h1>Wintersaat</h1><p>Roggen liegt schon in der Erde,
            Weizen folgt.</p></div><div class="tx-comments-pi1"><a name="tx-comments-comments-7"></a><div class="tx-comments-comments">
            <div class="tx-comments-comment-2"><span class="tx-comments-comment-name"><a href="">Wigbert Thole</a></span>, <span
            class="tx-comments-comment-date">01.10.2011 14:20</span>:<hr size="1" /><div class="tx-comments-comment-content">Welche Sorte<br
            />ist es?</div><div class="tx-comments-rating">3 Sterne</div></div><div class="tx-comments-comment-1"><span
            class="tx-comments-comment-name"><a href="mailto:e@example.com">Elke R.</a></span>, <span class="tx-comments-comment-date">13.10.2011
            08:05</span>:<hr size="1" /><div class="tx-comments-comment-content">Danke für den Bericht.</div></div></div>
            <div class="tx-comments-comment-form"><h4>Kommentar</h4><form action="/" method="post"><p>Name</p></form></div></div></body></html>
            """)
        #expect(thread.source.reader == "typothree")
        #expect(thread.comments.map(\.author?.name) == ["Wigbert Thole", "Elke R."])
        #expect(thread.comments.map(\.published?.local) == ["2011-10-01T14:20", "2011-10-13T08:05"])
        #expect(thread.comments.map(\.text) == ["Welche Sorte\nist es?", "Danke für den Bericht."])
    }

    @Test("Joomla with JComments: replies stand in a list under the comment")
    func joomla() throws {
        let thread = try Page.readFixture("joomla.html")
        #expect(thread.source.platform == "joomla")
        #expect(thread.source.reader == "joomla")
        #expect(thread.title == "Winter refit")
        #expect(thread.post?.text == "All eight boats come out on Sunday.\n\nBring gloves.")
        #expect(thread.post?.author == Author(name: "Silas Mott"))
        #expect(thread.post?.published?.instant == "2014-11-03T18:00:00Z")
        #expect(thread.comments.map(\.id) == ["21", "23", "22"])
        #expect(
            thread.comments.map(\.author) == [
                Author(name: "Jib", url: "http://jib.example/"), Author(name: "Silas Mott"), Author(name: "Nell"),
            ])
        #expect(thread.comments.map(\.published?.local) == ["2014-11-04T09:21", "2014-11-04T20:40", "2014-11-05T07:05"])
        #expect(thread.comments.map(\.text) == ["I can tow two.\n\nMine is this one.", "Splendid, at nine then.", "Is there tea?"])
        #expect(thread.comments.map(\.inReplyTo) == [nil, "21", nil])
        #expect(thread.comments.first?.url == "http://dinghy.example/club/refit#comment-21")
    }

    @Test("Joomla with K2: related items and the comment's link are no comments")
    func k2() throws {
        let thread = try Page.read(
            """
            <html lang=en><head><meta name="generator" content="Joomla! 1.5 - Open Source Content Management"><title>Refit</title></head><body>
            <div id="k2Container" class="itemView"><div class="itemHeader"><span class="itemDateCreated">Monday, 03 November 2014 18:00</span>
            <h2 class="itemTitle">Winter refit</h2><span class="itemAuthor">Written by <a rel="author" href="/u/62">Silas Mott</a></span></div>
            <div class="itemBody"><div class="itemIntroText"><p>All eight boats come out.</p></div><div class="itemFullText"><p>Bring
            gloves.</p></div></div><div class="itemRelated"><h3>Related</h3><ul><li class="even"><a class="itemRelTitle" href="/x">Old
            refit</a><div class="itemRelAuthor">By <a href="/u/62">Silas Mott</a></div></li></ul></div><a name="itemCommentsAnchor"></a>
            <div class="itemComments"><h3 class="itemCommentsCounter"><span>2</span> comments</h3><ul class="itemCommentsList">
            <li class="even"><span class="commentLink"><a href="http://dinghy.example/refit#comment21" name="comment21" id="comment21">Comment
            Link</a></span><img src="a.png" alt="Jib"/><span class="commentDate">Tuesday, 04 November 2014 09:21</span><span
            class="commentAuthorName">posted by <a href="http://jib.example/" rel="nofollow">Jib</a></span><p>I can tow two.</p><span
            class="commentToolbar"><a href="#">Report</a></span></li><li class="odd authorResponse"><span class="commentLink"><a
            href="http://dinghy.example/refit#comment22" name="comment22" id="comment22">Comment Link</a></span><span
            class="commentDate">Wednesday, 05 November 2014 07:05</span><span class="commentAuthorName">posted by Nell</span><p>Is there
            tea?</p></li></ul><div class="itemCommentsForm"><h3>Leave a comment</h3><form><p>Name</p></form></div></div></div></body></html>
            """)
        #expect(thread.source.reader == "joomla")
        #expect(thread.title == "Winter refit")
        #expect(thread.post?.text == "All eight boats come out.\n\nBring gloves.")
        #expect(thread.post?.published?.local == "2014-11-03T18:00")
        #expect(thread.comments.map(\.id) == ["21", "22"])
        #expect(thread.comments.map(\.author) == [Author(name: "Jib", url: "http://jib.example/"), Author(name: "Nell")])
        #expect(thread.comments.map(\.published?.local) == ["2014-11-04T09:21", "2014-11-05T07:05"])
        #expect(thread.comments.map(\.text) == ["I can tow two.", "Is there tea?"])
        #expect(thread.comments.map(\.url) == ["http://dinghy.example/refit#comment21", "http://dinghy.example/refit#comment22"])
    }

    @Test("Joomla with Komento: an attribute names the comment that is answered")
    func komento() throws {
        let thread = try Page.read(
            """
            <html lang=en><head><meta name="generator" content="Joomla! - Open Source Content Management"><title>Refit</title></head><body>
            <div class="item-page"><h2 itemprop="headline">Winter refit</h2><div itemprop="articleBody"><p>All eight boats come
            out.</p></div></div><div id="section-kmt"><h3 class="kmt-title">Comments</h3><ul class="kmt-list reset-child">
            <li id="kmt-21" class="kmt-item kmt-21 kmt-child-0 kmt-published" parentid="kmt-0" depth="0"><div class="kmt-wrap"><div
            class="kmt-avatar"><img src="a.png" class="avatar"></div><div class="kmt-content"><div class="kmt-head"><span class="kmt-id"><a
            class="kmt-id-link" href="#kmt-21">#21</a></span><span class="kmt-author"><span>Jib</span></span><span class="kmt-option"><a
            class="kmt-permalink" href="#kmt-21">Permalink</a></span></div><div class="kmt-body"><div class="kmt-text"><span
            class="commentText">I can tow two.</span></div></div><div class="kmt-control"><div class="kmt-meta"><span class="kmt-time"><time
            datetime="2014-11-04T09:21:00+00:00">Tuesday, 04 November 2014 09:21</time></span></div><div class="kmt-control-user"><a
            href="#">Like</a> 2 <a href="#">Reply</a></div></div></div></div></li>
            <li id="kmt-22" class="kmt-item kmt-22 kmt-child-1 kmt-published" parentid="kmt-21" depth="1"><div class="kmt-wrap"><div
            class="kmt-content"><div class="kmt-head"><span class="kmt-author"><a href="http://nell.example/"><span>Nell</span></a></span><span
            class="kmt-inreplyto">in reply to <a href="#kmt-21">Jib</a></span></div><div class="kmt-body"><div class="kmt-text"><span
            class="commentText">At nine then?</span></div></div><div class="kmt-control"><div class="kmt-meta"><span class="kmt-time"><time
            datetime="2014-11-05T07:05:00+00:00">Wednesday, 05 November 2014 07:05</time></span></div></div></div></div></li></ul></div></body></html>
            """)
        #expect(thread.source.reader == "joomla")
        #expect(thread.comments.map(\.id) == ["21", "22"])
        #expect(thread.comments.map(\.author) == [Author(name: "Jib"), Author(name: "Nell", url: "http://nell.example/")])
        #expect(thread.comments.map(\.published?.instant) == ["2014-11-04T09:21:00Z", "2014-11-05T07:05:00Z"])
        #expect(thread.comments.map(\.text) == ["I can tow two.", "At nine then?"])
        #expect(thread.comments.map(\.inReplyTo) == [nil, "21"])
    }

    @Test("Plone: the level of a reply is in its class")
    func plone() throws {
        let thread = try Page.readFixture("plone.html")
        #expect(thread.source.platform == "plone")
        #expect(thread.source.reader == "plone")
        #expect(thread.title == "Two hundred boxes")
        #expect(thread.post?.text == "The parish sent all of them at once.\n\nHalf are damp.")
        #expect(thread.post?.author == Author(name: "Ines Holt", url: "http://archivehouse.example/author/ines"))
        #expect(thread.post?.published?.local == "2013-03-04T10:35")
        #expect(thread.comments.map(\.id) == ["1362400000000001", "1362400000000003", "1362400000000002"])
        #expect(
            thread.comments.map(\.author) == [
                Author(name: "Percy Lamb"), Author(name: "Ines Holt", url: "http://archivehouse.example/author/ines"), Author(name: "Maud"),
            ])
        #expect(thread.comments.map(\.published?.local) == ["2013-03-04T14:11", "2013-03-05T09:00", "2013-03-04T18:45"])
        #expect(
            thread.comments.map(\.text) == ["Freeze them first.\n\nRead this.", "We have no freezer that big.", "Is 1744 among them?"])
        #expect(thread.comments.map(\.inReplyTo) == [nil, "1362400000000001", nil])
    }
}
