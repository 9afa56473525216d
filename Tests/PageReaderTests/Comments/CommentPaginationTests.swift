import Testing
import ThreadModel

@testable import PageReader

@Suite("A page of a post's comments is told from the post")
struct CommentPaginationTests {
    // MARK: Addresses

    @Test(
        "an address with a mark has the post's address and a number",
        arguments: [
            ("http://b.example/post/comment-page-2/", "http://b.example/post/", 2),
            ("http://b.example/post/comment-page-12#comments", "http://b.example/post/", 12),
            ("http://b.example/post/comment-page-2/?lang=fr", "http://b.example/post/?lang=fr", 2),
            ("http://b.example/post/?cpage=3#comments", "http://b.example/post/", 3),
            ("http://b.example/?p=7&cpage=3", "http://b.example/?p=7", 3),
            ("http://b.example/2009/05/post.html/comments/page/2/#comments", "http://b.example/2009/05/post.html", 2),
            ("http://b.example/post/comments/page/2/", "http://b.example/post/", 2),
            ("http://b.example/2010/01/post.html?commentPage=2", "http://b.example/2010/01/post.html", 2),
            ("comment-page-2/", "", 2), ("?cpage=2", "", 2),
        ])
    func marked(_ address: String, post: String, number: Int) throws {
        let mark = try #require(CommentPageAddress(address))
        #expect(mark.post == post)
        #expect(mark.number == number)
    }

    @Test(
        "an address without a mark has none",
        arguments: [
            "http://b.example/post/", "http://b.example/post/page/2/", "http://b.example/post/?page=2", "http://b.example/comments/page/2/",
            "http://b.example/my-comment-page-2/", "http://b.example/post/comment-page-two/", "http://b.example/post/?recp=2",
            "http://b.example/post/?cpage=99999999", "http://b.example/post/#comment-page-2",
        ])
    func unmarked(_ address: String) {
        #expect(CommentPageAddress(address) == nil)
    }

    // MARK: Pages

    /// A page whose head names one address, or none, and that was captured from another.
    private func read(_ canonical: String?, from url: String? = nil, permalink: String = "", _ links: String) throws -> CommentThread {
        let comments = [1, 2].map { number in
            """
            <div class="comment" id="comment-\(number)"><div class="meta"><span class="author">Ann</span>
            <a href="\(permalink)#comment-\(number)"><span class="date">3 March 2009 10:0\(number)</span></a></div>
            <div class="text">Words \(number)</div></div>
            """
        }
        return try Page.read(
            """
            <html lang="en"><head><title>Lamps</title>\(canonical.map { "<link rel=canonical href='\($0)'>" } ?? "")</head>
            <body><div class="page"><h1>Lamps</h1>
            <p>The lamp room was locked when I came up the stairs, and nobody had the key to it.</p>
            <p>So I sat on the top step until it got dark, and went home without having seen it.</p></div>
            <div class="comments" id="comments">\(comments.joined())</div>\(links)</body></html>
            """, url: url)
    }

    private static let post = "http://l.example/a/"
    private static let second = "http://l.example/a/comment-page-2/"

    private static func link(_ address: String, _ label: String) -> String { "<p><a href=\"\(address)\">\(label)</a></p>" }

    @Test(
        "every page of a post's comments has the post's id and address",
        arguments: [
            (post, nil, link(second, "2")), (second, nil, link(post, "Older comments")), (post, second, link(post, "Older comments")),
            (nil, "http://www.l.example/a?cpage=2#comments", link(second, "2")), (post, nil, ""),
        ] as [(String?, String?, String)])
    func identity(_ canonical: String?, url: String?, links: String) throws {
        let thread = try read(canonical, from: url, links)
        #expect(thread.id == (try read(Self.post, "").id))
        #expect(thread.url.map { PageAddress.isSame($0, Self.post) } == true)
    }

    @Test("`?page=` is a page of comments where a link among them says so, and only there")
    func learned() throws {
        let pager = "<div class=\"comment-wrapper\"><ul class=\"pager\"><li><a href=\"/node/5\">1</a></li></ul></div>"
        let head = "http://l.example/node/5"
        let drupal = "<meta name=generator content=\"Drupal 7 (http://drupal.org)\">"
        let further = try read(head + "?page=1", pager + drupal)
        #expect(further.url == head)
        #expect(further.pages?.map(\.number) == [1, nil])
        #expect(try read(head + "?page=1", "").url == head + "?page=1")
    }

    @Test("a page names itself, with its first comment, and the others in order")
    func pages() throws {
        let links = Self.link("http://l.example/a/comment-page-3/", "3") + Self.link(Self.post, "Older comments")
        let thread = try read(Self.second, links)
        let pages = try #require(thread.pages)
        #expect(pages.map(\.number) == [2, 3, nil])
        #expect(pages.map(\.isRead) == [true, false, false])
        #expect(pages[0].firstComment == thread.comments[0].id)
        #expect(pages[0].sha256 == thread.source.sha256)
        #expect(thread.warnings == ["comments are paginated: 2 more pages at http://l.example/a/comment-page-3/ http://l.example/a/"])
    }

    @Test("a page whose own address has no number counts by where its links lead")
    func inferredNumbers() throws {
        #expect(try read(Self.post, Self.link(Self.second, "Next comments")).pages?.first?.number == 1)
        let newest = try read(Self.post, Self.link(Self.second, "« Older comments"))
        #expect(newest.pages?.first { $0.isRead }?.number == 3)
        let middle =
            Self.link("http://l.example/a/comment-page-1/", "« Older comments") + Self.link("http://l.example/a/comment-page-3/", "»")
        #expect(try read(Self.post, middle).pages?.map(\.number) == [1, 2, 3])
    }

    @Test("permalinks with a page's number are no further page: they number this one")
    func permalinks() throws {
        #expect(try read(Self.post, permalink: "http://l.example/a/comment-page-1/", "").pages == nil)
        let second = try read(Self.post, permalink: Self.second, Self.link(Self.post, "Older comments"))
        #expect(second.pages?.map(\.number) == [2, nil])
        #expect(second.pages?.map(\.url) == [nil, Self.post])
    }

    @Test("links to the comments of other posts are no pages of this one's")
    func otherPosts() throws {
        let thread = try read(Self.post, Self.link("http://l.example/b/comment-page-2/#comment-9", "Bob on B"))
        #expect(thread.pages == nil)
        #expect(thread.warnings == [])
    }
}
