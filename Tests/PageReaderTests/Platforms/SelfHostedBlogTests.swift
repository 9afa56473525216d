import Testing
import ThreadModel

@testable import PageReader

@Suite("Pages of blog programs for one's own server are read")
struct SelfHostedBlogTests {
    @Test("Dotclear 2.7 and later: a list of comments and pings")
    func dotclear() throws {
        let thread = try Page.readFixture("dotclear.html")
        #expect(thread.source.platform == "dotclear")
        #expect(thread.source.reader == "dotclear")
        #expect(thread.title == "Le rucher en mai")
        #expect(thread.post?.text == "Deux essaims en une semaine.\n\nLe premier est dans le cerisier.")
        #expect(thread.post?.author == Author(name: "Maud Ferrand", url: "http://maud.example/"))
        #expect(thread.post?.published?.instant == "2013-05-14T16:05:00Z")
        #expect(thread.comments.map(\.id) == ["801", "802", "803"])
        #expect(thread.comments.map(\.kind) == [.comment, .comment, .trackback])
        #expect(
            thread.comments.map(\.author) == [
                Author(name: "Joris Lamy", url: "http://joris.example/"), Author(name: "Maud Ferrand", url: "http://maud.example/"),
                Author(name: "Le verger d'à côté", url: "http://verger.example/mai"),
            ])
        #expect(
            thread.comments.map(\.published?.instant) == ["2013-05-14T18:10:00Z", "2013-05-15T05:31:00Z", "2013-05-16T10:00:00Z"])
        #expect(
            thread.comments.map(\.text) == [
                "Prends une échelle solide.\n\nEt un enfumoir.", "Merci, c'est fait !",
                "Nos voisines\n\nLes abeilles du pré sont chez nous.",
            ])
    }

    @Test("Dotclear before: number, date and name in one element, the words in the next; pings in a list of their own")
    func oldDotclear() throws {
        let thread = try Page.read(
            """
            <html lang=fr><head><meta name="generator" content="Dotclear 1.2"><meta name="author" content="Maud Ferrand"><title>Le rucher -
            Carnet</title><link rel=canonical href="http://pre.example/rucher"></head><body class="dc-post"><div id="p2" class="post">
            <h2 class="post-title">Le rucher</h2><p class="post-info">Par Maud Ferrand le mercredi 14 mai 2008, 18:05 -
            <a href="/c">Abeilles</a> - <a href="/p">Lien permanent</a></p><div class="post-content"><p>Deux essaims.</p></div></div>
            <div id="comments"><h3>Commentaires</h3><dl>
            <dt id="c801" class=" odd first"><a href="#c801" class="comment-number">1.</a> Le mercredi 14 mai 2008, 20:10 par
            <a href="http://joris.example/" rel="nofollow">Joris Lamy</a></dt>
            <dd class=" odd first"><p>Prends une échelle solide.</p><p>Merci Paul, le 3 mars.</p></dd>
            <dt id="c802" class="me"><a href="#c802" class="comment-number">2.</a> Le jeudi 15 mai 2008, 07:31 par
            <strong>Perrine</strong></dt><dd class="me"><p>Merci.</p></dd></dl></div>
            <form id="comment-form"><dl><dt>Aperçu</dt><dd class="comment-preview">Rien.</dd></dl></form>
            <div id="pings"><h3>Ils en parlent aussi</h3><dl><dt id="c803"><a href="#c803" class="ping-number">1.</a> Le vendredi 16 mai
            2008, 12:00 par Le verger</dt><dd><p><a href="http://verger.example/mai">Nos voisines</a></p><p>Elles sont là.</p></dd></dl></div>
            </body></html>
            """)
        #expect(thread.source.reader == "dotclear")
        #expect(thread.post?.text == "Deux essaims.")
        #expect(thread.post?.author == Author(name: "Maud Ferrand"))
        #expect(thread.post?.published?.local == "2008-05-14T18:05")
        #expect(thread.comments.map(\.id) == ["801", "802", "803"])
        #expect(thread.comments.map(\.kind) == [.comment, .comment, .trackback])
        #expect(
            thread.comments.prefix(2).map(\.author) == [Author(name: "Joris Lamy", url: "http://joris.example/"), Author(name: "Perrine")])
        #expect(thread.comments.map(\.published?.local) == ["2008-05-14T20:10", "2008-05-15T07:31", "2008-05-16T12:00"])
        #expect(
            thread.comments.map(\.text) == [
                "Prends une échelle solide.\n\nMerci Paul, le 3 mars.", "Merci.", "Nos voisines\n\nElles sont là.",
            ])
        #expect(thread.comments.first?.url == "http://pre.example/rucher#c801")
    }

    @Test("Serendipity 2: a header, the words and a footer that may name the comment that is answered")
    func serendipity() throws {
        let thread = try Page.readFixture("serendipity.html")
        #expect(thread.source.platform == "serendipity")
        #expect(thread.source.reader == "serendipity")
        #expect(thread.title == "Der Dachboden")
        #expect(thread.post?.text == "Elf Kisten, zwei Koffer, ein Bettgestell.\n\nIn der dritten Kiste lagen Briefe.")
        #expect(thread.post?.author?.name == "Irmela Voss")
        #expect(thread.post?.published?.local == "2015-03-08T19:40:00")
        #expect(thread.comments.map(\.id) == ["31", "32", "33"])
        #expect(thread.comments.map(\.kind) == [.trackback, .comment, .comment])
        #expect(
            thread.comments.map(\.author) == [
                Author(name: "Briefmarkenblog"), Author(name: "Jost", url: "http://jost.example/"), Author(name: "Irmela Voss"),
            ])
        #expect(thread.comments.map(\.published?.local) == ["2015-03-11T12:00:00", "2015-03-08T21:05:00", "2015-03-09T08:15:00"])
        #expect(
            thread.comments.map(\.text) == [
                "Irmela hat Feldpost gefunden.", "Von wem sind die Briefe?\n\nFrag im Archiv nach.", "Von meinem Großonkel.",
            ])
        #expect(thread.comments.map(\.inReplyTo) == [nil, nil, "32"])
        #expect(thread.comments[1].url == "http://kisten.example/archives/7-Der-Dachboden.html#c32")
    }

    @Test("Serendipity before: the line with name and date stands below the words")
    func oldSerendipity() throws {
        let thread = try Page.read(
            """
            <html lang=en><head><link rel="stylesheet" href="/serendipity.css"><title>The attic - Crates</title></head><body>
            <div class="serendipity_Entry_Date"><h3 class="serendipity_date">Sunday, March 8. 2009</h3>
            <h4 class="serendipity_title"><a href="/a.html">The attic</a></h4><div class="serendipity_entry serendipity_entry_author_irmela">
            <div class="serendipity_entry_body"><p>Eleven crates up there.</p></div><div class='serendipity_entryFooter'>Posted by
            <a href="/authors/1">Irmela Voss</a> in <a href="/c">House</a> at <a href="/a.html">19:40</a></div></div>
            <div class="serendipity_comments serendipity_section_comments"><a id="comments"></a><div
            class="serendipity_commentsTitle">Comments</div><a id="c32"></a><div id="serendipity_comment_32" class="serendipity_comment
            serendipity_comment_author_jost comment_oddbox" style="padding-left: 0px"><div class="serendipity_commentBody">Whose letters are
            they?</div><div class="serendipity_comment_source"><a class="comment_source_trace" href="#c32">#1</a> <span
            class="comment_source_author"><a href="mailto:nospam@example.com">Jost</a></span> on <span
            class="comment_source_date">2009-03-08 21:05</span> (<a class="comment_reply" href="#serendipity_CommentForm">Reply</a>)</div></div>
            <a id="c33"></a><div id="serendipity_comment_33" class="serendipity_comment serendipity_comment_author_irmela_voss
            serendipity_comment_author_self"><div class="serendipity_commentBody">My great-uncle's.</div><div
            class="serendipity_comment_source"><a class="comment_source_trace" href="#c33">#2</a> <span class="comment_source_author">Irmela
            Voss</span> on <span class="comment_source_date">2009-03-09 08:15</span></div></div></div></div></body></html>
            """)
        #expect(thread.source.reader == "serendipity")
        #expect(thread.title == "The attic")
        #expect(thread.post?.author?.name == "Irmela Voss")
        #expect(thread.post?.published?.local == "2009-03-08T19:40")
        #expect(thread.comments.map(\.id) == ["32", "33"])
        #expect(thread.comments.map(\.author) == [Author(name: "Jost"), Author(name: "Irmela Voss")])
        #expect(thread.comments.map(\.published?.local) == ["2009-03-08T21:05", "2009-03-09T08:15"])
        #expect(thread.comments.map(\.text) == ["Whose letters are they?", "My great-uncle's."])
    }

    @Test("Textpattern 4.5 and later: names for programs")
    func textpattern() throws {
        let thread = try Page.readFixture("textpattern.html")
        #expect(thread.source.platform == "textpattern")
        #expect(thread.source.reader == "textpattern")
        #expect(thread.title == "Letterpress at last")
        #expect(thread.post?.text == "The Adana arrived in a crate of straw.\n\nOne roller is cracked.")
        #expect(thread.post?.author?.name == "Wilma Tate")
        #expect(thread.post?.published?.instant == "2013-10-05T10:20:00Z")
        #expect(thread.comments.map(\.id) == ["000014", "000015"])
        #expect(thread.comments.map(\.author) == [Author(name: "Quoin", url: "http://quoin.example/"), Author(name: "Wilma Tate")])
        #expect(thread.comments.map(\.published?.instant) == ["2013-10-05T14:02:00Z", "2013-10-06T08:40:00Z"])
        #expect(thread.comments.map(\.text) == ["Try a printer's chandler.\n\nOr these people.", "Ordered, thank you."])
        #expect(thread.comments.first?.url == "http://inkhouse.example/articles/letterpress#c000014")
    }

    @Test("Textpattern before: a list whose items end with name, date and number sign")
    func oldTextpattern() throws {
        let thread = try Page.read(
            """
            <html lang=en><head><link rel="stylesheet" href="http://ink.example/textpattern/css.php?n=default"><title>Ink</title></head><body>
            <div id="content"><h3><a href="/a">Letterpress</a></h3><p>The Adana arrived in a crate of straw, with one roller cracked.</p>
            <h2 id="comment">Comment</h2><ol class="comments"><li><p>Try a printer&#8217;s chandler.</p><p>Or these people.</p>
            <p><small>&#8212; <a href="http://quoin.example/" rel="nofollow">Quoin</a> &#183; 5 October 2006, 15:02 &#183;
            <a id="c000014" href="http://ink.example/a#c000014">#</a></small></p></li><li><p>Ordered, thank you.</p>
            <p><small>&#8212; Wilma Tate &#183; 6 October 2006, 09:40 &#183; <a id="c000015"
            href="http://ink.example/a#c000015">#</a></small></p></li></ol><form id="txpCommentInputForm"><p>Name</p></form></div></body></html>
            """)
        #expect(thread.source.reader == "textpattern")
        #expect(thread.comments.map(\.id) == ["000014", "000015"])
        #expect(thread.comments.map(\.author) == [Author(name: "Quoin", url: "http://quoin.example/"), Author(name: "Wilma Tate")])
        #expect(thread.comments.map(\.published?.local) == ["2006-10-05T15:02", "2006-10-06T09:40"])
        #expect(thread.comments.map(\.text) == ["Try a printer’s chandler.\n\nOr these people.", "Ordered, thank you."])
        #expect(thread.comments.last?.url == "http://ink.example/a#c000015")
    }

    @Test("b2evolution 6 and later: a title with the name, the words, a footer with the date")
    func b2evolution() throws {
        let thread = try Page.readFixture("b2evolution.html")
        #expect(thread.source.platform == "btwoevolution")
        #expect(thread.source.reader == "btwoevolution")
        #expect(thread.title == "The last tram")
        #expect(thread.post?.text == "Car 9 went in at midnight.\n\nNobody rang the bell.")
        #expect(thread.post?.author?.name == "Odette Kay")
        #expect(thread.post?.published?.local == "2017-11-04T22:15")
        #expect(thread.comments.map(\.id) == ["501", "502"])
        #expect(
            thread.comments.map(\.author) == [
                Author(name: "Ward Bell", url: "http://points.example/"),
                Author(name: "Odette Kay", url: "http://tramdepot.example/user/odette"),
            ])
        #expect(thread.comments.map(\.published?.local) == ["2017-11-05T08:12", "2017-11-15T21:45"])
        #expect(thread.comments.map(\.text) == ["I was on it.\n\nHere is my film.", "May I show it at the museum?"])
        #expect(thread.comments.first?.url == "http://tramdepot.example/the-last-tram#c501")
    }

    @Test("b2evolution before: the link to the comment is not the one to its author")
    func oldB2evolution() throws {
        let thread = try Page.read(
            """
            <html lang=en-US><head><meta name="generator" content="b2evolution 2.4.2"><title>The last tram</title></head><body><div
            class="bPosts"><div class="bPost"><div class="bSmallHead">Nov 4th, 2008 by <strong>Odette Kay</strong></div><h2
            class="bTitle">The last tram</h2><div class="bText"><p>Car 9 went in at midnight.</p></div></div><h4>Comments:</h4>
            <a id="c501"></a><div class="bComment"><div class="bCommentTitle"><a href="http://tram.example/p#c501" rel="nofollow">Comment</a>
            from: <a href="http://points.example/" rel="nofollow">Ward Bell</a> [Visitor]</div><div class="bCommentText"><p>I was on
            it.</p></div><div class="bCommentSmallPrint"><a href="http://tram.example/p#c501" class="permalink_right">Permalink</a> 11/15/08 @
            08:12</div></div><a id="c502"></a><div class="bComment"><div class="bCommentTitle"><a href="http://tram.example/p#c502"
            rel="nofollow">Comment</a> from: <strong>Odette Kay</strong> [Member]</div><div class="bCommentText"><p>May I show it?</p></div>
            <div class="bCommentSmallPrint"><a href="http://tram.example/p#c502" class="permalink_right">Permalink</a> 11/15/08 @ 21:45</div>
            </div><form class="bComment"><p>Name</p></form></div></body></html>
            """)
        #expect(thread.source.reader == "btwoevolution")
        #expect(thread.title == "The last tram")
        #expect(thread.post?.text == "Car 9 went in at midnight.")
        #expect(thread.post?.published?.local == "2008-11-04")
        #expect(thread.comments.map(\.author) == [Author(name: "Ward Bell", url: "http://points.example/"), Author(name: "Odette Kay")])
        #expect(thread.comments.map(\.published?.local) == ["2008-11-15T08:12", "2008-11-15T21:45"])
        #expect(thread.comments.map(\.text) == ["I was on it.", "May I show it?"])
        #expect(thread.comments.map(\.url) == ["http://tram.example/p#c501", "http://tram.example/p#c502"])
    }
}
