import Testing
import ThreadModel

@testable import PageReader

@Suite("Blog platforms are known without the generator's name")
struct BlogEvidenceTests {
    static let marks = [
        ("blogger", "<link rel=stylesheet href='https://www.blogger.com/static/v1/widgets/1-css_bundle_v2.css'>"),
        ("canalblog", "<link rel=stylesheet href='http://static.canalblog.com/sharedDocs/css/blog/all-blog-min.css'>"),
        ("overblog", "<link rel=stylesheet href='http://fdata.over-blog.net/99/style.css'>"),
        ("hautetfort", "<link rel=alternate href='http://cloitre.hautetfort.com/atom.xml'>"),
        ("skyrock", "<link rel=stylesheet href='http://static.skyrock.net/css/blogs/65.css'>"),
        ("eklablog", "<link rel=stylesheet href='http://ekladata.com/style/classe.css'>"),
        ("dotclear", "<p id=comments-feed><a class=feed href='/feed/atom/comments/2'>Fil</a></p>"),
        ("spip", "<link rel=alternate href='spip.php?page=backend'>"),
        ("serendipity", "<link rel=stylesheet href='/serendipity.css?v=2'>"),
        ("textpattern", "<link rel=stylesheet href='http://ink.example/textpattern/css.php?n=default'>"),
        ("btwoevolution", "<div class=bPost><div class=bText>The tram went in.</div></div>"),
        ("drupal", "<link rel=stylesheet href='/sites/all/themes/mill/style.css'>"),
        ("typothree", "<link rel=stylesheet href='/typo3conf/ext/news/style.css'>"),
        ("joomla", "<div id=k2Container></div>"),
        ("plone", "<link rel=stylesheet href='http://house.example/portal_css/Sunburst/base.css'>"),
    ]

    @Test("a link to the platform's own files, or an element that only it has, is enough", arguments: marks)
    func evidence(_ platform: String, _ mark: String) throws {
        let thread = try Page.read("<html><body>\(mark)<p>The oak has gone soft below the water line.</p></body></html>")
        #expect(thread.source.platform == platform)
        #expect(thread.comments.isEmpty)
    }

    @Test("links to a platform's blogs and pictures from it prove nothing", arguments: ["blogspot.com", "over-blog.com", "skyrock.com"])
    func links(_ host: String) throws {
        let thread = try Page.read(
            """
            <html><body><p>The oak has gone soft below the water line, as <a href="http://mill.\(host)/2012/03/oak.html">they say</a>.</p>
            <img src="http://img.\(host)/oak.jpg" alt=""></body></html>
            """)
        #expect(thread.source.platform == nil)
    }
}
