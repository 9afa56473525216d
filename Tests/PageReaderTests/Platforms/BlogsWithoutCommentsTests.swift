import Testing
import ThreadModel

@testable import PageReader

@Suite("Blog pages without comments give none")
struct BlogsWithoutCommentsTests {
    /// Where the comments of a fixture begin, and what stands behind them.
    static let commentRegions = [
        ("canalblog.html", "<ul id=\"comment_list\"", "<div id=\"origFrmComment\">"),
        ("overblog.html", "<ul class=\"ob-list\">", "</div>\n<aside class=\"sidebar\">"),
        ("hautetfort.html", "<a id=\"c6101\">", "<h2>Écrire un commentaire</h2>"),
        ("skyrock.html", "<ul class=\"comments\">", "</div>\n<form action=\"/comment\""),
        ("eklablog.html", "<div class=\"comment\" id=\"comment_88001\">", "</div>\n<form id=\"comment_form\""),
        ("spip.html", "<div class=\"comments\">", "<div class=\"formulaire_spip"),
        ("serendipity.html", "<section id=\"trackbacks\"", "<section id=\"respond\""),
        ("textpattern.html", "<ol class=\"comments\">", "<form id=\"txpCommentInputForm\""),
        ("b2evolution.html", "<a id=\"c501\">", "<section class=\"evo_comment__form\">"),
        ("drupal.html", "<article data-comment-user-id=\"0\"", "<h2 class=\"title comment-form__title\">"),
        ("typo3.html", "<div class=\"comments\"", "<h3 class=\"comment-form-title\">"),
        ("joomla.html", "<div class=\"comments-list\" id=\"comments-list-0\">", "</div>\n<h4>Add comment</h4>"),
        ("plone.html", "<div class=\"discussion\">", "<div id=\"commenting\""),
    ]

    @Test("without its comments, a page has none: forms, sidebars and related posts give nothing", arguments: commentRegions)
    func noComments(_ fixture: String, _ start: String, _ end: String) throws {
        let page = String(decoding: try Page.fixture(fixture), as: UTF8.self)
        let from = try #require(page.firstRange(of: start))
        let to = try #require(page.firstRange(of: end))
        let thread = try Page.read(String(page[..<from.lowerBound] + page[to.lowerBound...]))
        #expect(thread.comments.map(\.text) == [])
        #expect(thread.source.reader != "generic")
        #expect(thread.post?.text.isEmpty == false)
    }
}
