import Testing
import ThreadModel

@testable import PageReader

@Suite("WordPress pages of every generation and theme are read")
struct WordPressTests {
    private static let first = "The wick is short.\n\nI trimmed it on Monday."
    private static let second = "Then it is the oil."

    @Test("classic themes: a plain list, with trackbacks in a list of their own")
    func classic() throws {
        let thread = try Page.readFixture("wordpress-classic.html")
        #expect(thread.source.platform == "wordpress")
        #expect(thread.title == "The west lamp")
        #expect(thread.post?.published?.local == "2007-03-01T18:00")
        #expect(thread.post?.text == CommentSystemTests.post)
        #expect(thread.comments.map(\.id) == ["12", "13", "14", "15"])
        #expect(thread.comments.map(\.kind) == [.comment, .comment, .comment, .trackback])
        #expect(
            Array(thread.said.prefix(2)) == [
                Said("Orla Finch", "http://orla.example", "2007-03-02T21:41", Self.first),
                Said("Bram", nil, "2007-03-03T07:05", Self.second),
            ])
        #expect(thread.comments[2].text.hasPrefix("Ask the pilot: his report"))
        #expect(thread.comments[3].author == Author(name: "Quay notes » Lamps", url: "http://quay.example/lamps/"))
        #expect(thread.comments.first?.url == "http://harbour.example/2007/03/01/the-west-lamp/#comment-12")
    }

    @Test("HTML5 themes: replies are in lists inside the comment, pingbacks between comments")
    func html5() throws {
        let thread = try Page.readFixture("wordpress-html5.html")
        #expect(thread.source.platform == "wordpress")
        #expect(thread.title == "The west lamp")
        #expect(thread.post?.author == Author(name: "Isla Marr", url: "https://harbour.example/author/isla/"))
        #expect(thread.post?.published?.instant == "2016-03-01T18:00:00Z")
        #expect(thread.post?.text == CommentSystemTests.post)
        #expect(thread.comments.map(\.kind) == [.comment, .comment, .comment, .pingback])
        #expect(
            Array(thread.said.prefix(3)) == [
                Said("Orla Finch", "https://orla.example", "2016-03-02T21:41:00", Self.first),
                Said("Bram", nil, "2016-03-03T07:05:00", Self.second, to: 0),
                Said("Ines Duval", nil, "2016-03-04T12:30:00", "Ask the pilot: his report."),
            ])
        #expect(thread.comments.last?.author == Author(name: "Quay notes", url: "https://quay.example/lamps/"))
    }

    @Test("block themes: the parts of comment and post are blocks, and the block of latest comments is not read")
    func blocks() throws {
        let sample = PlatformSample(
            platform: "wordpress", file: "wordpress-blocks.html", title: "The west lamp",
            author: Author(name: "Isla Marr", url: "https://harbour.example/author/isla/"), published: "2024-03-01T18:00:00",
            text: CommentSystemTests.post,
            comments: [
                Said("Orla Finch", "https://orla.example", "2024-03-02T21:41:00", Self.first),
                Said("Bram", nil, "2024-03-03T07:05:00", Self.second, to: 0),
                Said("Ines Duval", nil, "2024-03-04T12:30:00", "Ask the pilot: his report."),
            ])
        try sample.expectToBeRead()
    }

    @Test("without comments a page has none", arguments: ["wordpress-classic.html", "wordpress-html5.html"])
    func empty(_ file: String) throws {
        let thread = try Page.read(Page.fixtureWithoutComments(file))
        #expect(thread.said == [])
        #expect(thread.post?.text == CommentSystemTests.post)
    }

    /// What a theme makes of a comment by Fergus of 2 March 2014, 7:41, that says "Try the cellar."
    struct Theme: Sendable, CustomTestStringConvertible {
        var name: String
        /// The list around the comment.
        var list = ("<ol class=\"commentlist\">", "</ol>")
        var comment: String

        var testDescription: String { name }
    }

    static let themes = [
        Theme(
            name: "Classic",
            list: ("<ol id=\"commentlist\">", "</ol>"),
            comment: """
                <li id="comment-12"><p>Try the cellar.</p>
                <p><cite>Comment by <a href="http://fergus.example/" rel="external nofollow">Fergus</a> &#8212; March 2, 2014 @
                <a href="#comment-12">7:41 am</a></cite></p></li>
                """),
        Theme(
            name: "Kubrick",
            comment: """
                <li class="alt" id="comment-12"><cite><a href="http://fergus.example/" rel="external nofollow">Fergus</a></cite> Says:<br />
                <small class="commentmetadata"><a href="#comment-12">March 2nd, 2014 at 7:41 am</a></small><p>Try the cellar.</p></li>
                """),
        Theme(
            name: "K2", list: ("<ol id=\"commentlist\">", "</ol>"),
            comment: """
                <li class="item" id="comment-12"><a href="#comment-12" class="counter" title="Permanent Link to this Comment">1</a>
                <span class="commentauthor"><a href="http://fergus.example/">Fergus</a></span>
                <small class="commentmetadata"><a href="#comment-12">Mar 2nd, 2014 at 7:41 am</a></small>
                <div class="itemtext"><p>Try the cellar.</p></div></li>
                """),
        Theme(
            name: "Thesis", list: ("<dl id=\"comment_list\">", "</dl>"),
            comment: """
                <dt class="comment even thread-even depth-1" id="comment-12"><span class="comment_num"><a href="#comment-12">1</a></span>
                <span class="comment_author"><a href="http://fergus.example/" rel="external nofollow">Fergus</a></span>
                <span class="comment_time"><a href="#comment-12" title="Permalink">March 2, 2014 at 7:41 am</a></span></dt>
                <dd class="comment even"><div class="format_text"><p>Try the cellar.</p></div><p class="reply"><a href="#">Reply</a></p></dd>
                """),
        Theme(
            name: "Twenty Ten",
            comment: """
                <li class="comment even thread-even depth-1" id="li-comment-12"><div id="comment-12">
                <div class="comment-author vcard"><img class="avatar" src="/a.png"><cite class="fn"><a href="http://fergus.example/" class="url">Fergus</a></cite>
                <span class="says">says:</span></div><div class="comment-meta commentmetadata"><a href="/p/#comment-12">March 2, 2014 at 7:41 am</a></div>
                <div class="comment-body"><p>Try the cellar.</p></div><div class="reply"><a class="comment-reply-link" href="#">Reply</a></div></div></li>
                """),
        Theme(
            name: "Twenty Eleven",
            comment: """
                <li class="comment even thread-even depth-1" id="li-comment-12"><article id="comment-12" class="comment"><footer class="comment-meta">
                <div class="comment-author vcard"><img class="avatar" src="/a.png"><span class="fn"><a href="http://fergus.example/" class="url">Fergus</a></span>
                on <a href="/p/#comment-12"><time datetime="2014-03-02T07:41">March 2, 2014 at 7:41 am</time></a> <span class="says">said:</span></div></footer>
                <div class="comment-content"><p>Try the cellar.</p></div><div class="reply"><a class="comment-reply-link" href="#">Reply</a></div></article></li>
                """),
        Theme(
            name: "Foundation",
            comment: """
                <li class="comment even depth-1"><article id="comment-12"><header class="comment-author"><img class="avatar" src="/a.png"><div class="author-meta">
                <cite class="fn"><a href="http://fergus.example/" class="url">Fergus</a></cite> <time datetime="2014-03-02T07:41"><a href="/p/#comment-12">March 2, 2014</a></time>
                </div></header><section class="comment"><p>Try the cellar.</p><a class="comment-reply-link" href="#">Reply</a></section></article></li>
                """),
        Theme(
            name: "Genesis", list: ("<ol class=\"comment-list\">", "</ol>"),
            comment: """
                <li class="comment even depth-1" id="comment-12"><article itemprop="comment" itemscope itemtype="http://schema.org/Comment">
                <header class="comment-header"><p class="comment-author" itemprop="author" itemscope itemtype="http://schema.org/Person">
                <img class="avatar" src="/a.png"><span class="comment-author-name" itemprop="name"><a href="http://fergus.example/" itemprop="url">Fergus</a></span>
                <span class="says">says</span></p><p class="comment-meta"><time class="comment-time" itemprop="datePublished" datetime="2014-03-02T07:41">
                <a class="comment-time-link" href="/p/#comment-12" itemprop="url">March 2, 2014 at 7:41 am</a></time></p></header>
                <div class="comment-content" itemprop="text"><p>Try the cellar.</p></div><div class="comment-reply"><a href="#">Reply</a></div></article></li>
                """),
        Theme(
            name: "Avada",
            comment: """
                <li class="comment even depth-1" id="comment-12"><div class="the-comment"><div class="avatar"><img class="avatar" src="/a.png"></div>
                <div class="comment-box"><div class="comment-author meta"><strong><a href="http://fergus.example/" class="url">Fergus</a></strong>
                March 2, 2014 at 7:41 am<a class="comment-reply-link" href="#"> - Reply</a></div><div class="comment-text"><p>Try the cellar.</p></div></div></div></li>
                """),
        Theme(
            name: "Divi",
            comment: """
                <li class="comment even depth-1" id="li-comment-12"><article id="comment-12" class="comment-body clearfix">
                <div class="comment_avatar"><img class="avatar" src="/a.png"></div><div class="comment_postinfo"><span class="fn">
                <a href="http://fergus.example/" class="url">Fergus</a></span> <span class="comment_date">on March 2, 2014 at 7:41 am</span></div>
                <div class="comment_area"><div class="comment-content clearfix"><p>Try the cellar.</p><span class="reply-container">
                <a class="comment-reply-link" href="#">Reply</a></span></div></div></article></li>
                """),
        Theme(
            name: "Enfold",
            comment: """
                <li class="comment even depth-1" id="li-comment-12"><div id="comment-12"><article><div class="gravatar"><img class="avatar" src="/a.png"></div>
                <div class="comment_content"><header class="comment-header"><cite class="comment_author_name"><a href="http://fergus.example/">Fergus</a></cite>
                <span class="says">says:</span><div class="comment-meta commentmetadata"><a href="/p/#comment-12">March 2, 2014 at 7:41 am</a></div></header>
                <div class="comment_text"><p>Try the cellar.</p></div><a class="comment-reply-link" href="#">Reply</a></div></article></div></li>
                """),
        Theme(
            name: "Newspaper", list: ("<ol class=\"comment-list\">", "</ol>"),
            comment: """
                <li class="comment" id="comment-12"><article><footer><img class="avatar" src="/a.png"><cite><a href="http://fergus.example/">Fergus</a></cite>
                <a class="comment-link" href="#li-comment-12"><time>March 2, 2014 At 7:41 am</time></a></footer>
                <div class="comment-content"><p>Try the cellar.</p></div><div class="comment-meta" id="comment-12"><a class="comment-reply-link">Reply</a></div></article></li>
                """),
        Theme(
            name: "P2",
            comment: """
                <li id="comment-12" class="comment even depth-1"><img class="avatar" src="/a.png"><h4><a href="http://fergus.example/">Fergus</a>
                <span class="meta">7:41 am <em>on</em> March 2, 2014 <span class="actions"><a class="thepermalink" href="/p/#comment-12">Permalink</a> |
                <a class="comment-reply-link" href="#">Reply</a></span></span></h4><div class="commentcontent" id="commentcontent-12"><p>Try the cellar.</p></div></li>
                """),
    ]

    @Test("a comment is read whatever the theme makes of it", arguments: themes)
    func theme(_ theme: Theme) throws {
        let thread = try Page.read(
            """
            <html lang="en"><head><meta name="generator" content="WordPress 3.8"><title>Lamps</title>
            <link rel="canonical" href="http://log.example/p/"></head><body><div class="post"><h1 class="post-title">Lamps</h1>
            <div class="entry"><p>The lamp room was locked when I came up, so the watch began late.</p></div></div>
            <h3 id="comments">One response</h3>\(theme.list.0)\(theme.comment)\(theme.list.1)
            <div id="sidebar"><ul><li id="recent-comments-3"><h2>Recent Comments</h2><ul><li class="recentcomments">Wren on Roofs</li></ul></li></ul></div></body></html>
            """)
        #expect(thread.source.reader == "wordpress")
        #expect(thread.said == [Said("Fergus", "http://fergus.example/", "2014-03-02T07:41", "Try the cellar.")])
        #expect(thread.comments.first?.id == "12")
    }

    @Test("comments in a theme's own classes are read beside pingbacks in WordPress's")
    func mixed() throws {
        let thread = try Page.read(
            """
            <html><head><meta name="generator" content="WordPress 3.8"></head><body><div class="entry"><p>The lamp room was locked.</p></div>
            <ol class="comments-list"><li class="reader" id="li-comment-12"><b class="fn">Fergus</b> <span class="date">March 2, 2014</span>
            <p>Try the cellar.</p></li></ol>
            <ol class="pings"><li class="pingback" id="comment-13"><a href="http://wren.example/roofs/">Roofs</a></li></ol></body></html>
            """)
        #expect(thread.comments.map(\.kind) == [.comment, .pingback])
        #expect(thread.comments.map(\.author?.name) == ["Fergus", "Roofs"])
    }

    @Test("a comment has WordPress's own number also where its theme is of no known kind")
    func numbers() throws {
        let comment =
            "<div class=\"remark comment-box\" id=\"comment-ID\"><b class=\"author\">Fergus</b> <i class=\"date\">March 2, 2014</i><p>Hm.</p></div>"
        let comments = ["12", "13"].map { comment.replacing("ID", with: $0) }.joined()
        let markup = "<h1>Lamps</h1><p>The lamp room was locked.</p><div id=\"comments\"><h2>Comments</h2>\(comments)</div></body></html>"
        let known = try Page.read("<html><head><meta name=\"generator\" content=\"WordPress 3.8\"></head><body>\(markup)")
        #expect(known.source.reader == "generic")
        #expect(known.comments.map(\.id) == ["12", "13"])
        #expect(try Page.read("<html><body>\(markup)").comments.map(\.id) == ["comment-12", "comment-13"])
    }
}
