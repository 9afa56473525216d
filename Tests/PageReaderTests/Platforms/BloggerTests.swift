import Testing
import ThreadModel

@testable import PageReader

@Suite("Blogger pages of every generation are read")
struct BloggerTests {
    @Test("threaded comments: replies stand inside the comment that they answer")
    func threaded() throws {
        let thread = try Page.readFixture("blogger.html")
        #expect(thread.source.platform == "blogger")
        #expect(thread.source.reader == "blogger")
        #expect(thread.comments.map(\.id) == ["9001", "9003", "9002"])
        #expect(
            thread.comments.map(\.author) == [
                Author(name: "Bosun Pete", url: "http://www.blogger.com/profile/81"),
                Author(name: "Tamsin Orr", url: "http://www.blogger.com/profile/77"), Author(name: "Anonymous"),
            ])
        #expect(thread.comments.map(\.published?.local) == ["2012-03-02T13:22", "2012-03-02T22:00", "2012-03-02T18:20"])
        #expect(thread.comments.map(\.text) == ["Four turns is mean.\n\nTake six.", "Six it is, on 3 March 2013.", "Which tape?"])
        #expect(thread.comments.map(\.inReplyTo) == [nil, "9001", nil])
        #expect(thread.comments.map(\.kind) == [.comment, .comment, .comment])
        #expect(thread.comments[2].url == "http://ropewalk.blogspot.example/2012/03/splicing.html?showComment=1330712400000#c9002")
        #expect(thread.comments[0].links.map(\.url) == ["http://bit.ly/sixturns"])
        #expect(thread.warnings == [])
    }

    @Test("the post's author and instant are in its footer")
    func post() throws {
        let thread = try Page.readFixture("blogger.html")
        #expect(thread.title == "Splicing for beginners")
        #expect(thread.post?.text == "Unlay four turns and tape the ends.\n\nThen tuck them against the lay.")
        #expect(thread.post?.author == Author(name: "Tamsin Orr", url: "http://www.blogger.com/profile/77"))
        #expect(thread.post?.published?.instant == "2012-03-02T07:30:00Z")
    }

    private func page(_ comments: String) throws -> CommentThread {
        try Page.read(
            """
            <html lang=en><head><meta name="generator" content="Blogger"><title>Ropewalk: Splicing</title></head><body>
            <h2 class="date-header">Wednesday, March 02, 2005</h2><div class="post"><h3 class="post-title">Splicing</h3>
            <div class="post-body"><p>Unlay four turns first.</p></div>
            <p class="post-footer"><em>posted by Tamsin Orr at <a href="s.html" title="permanent link">7:30 AM</a></em></p></div>
            <div class="comments" id="comments"><a name="comments"></a><h4>2 comments:</h4>\(comments)
            <p class="comment-footer"><a href="http://www.blogger.com/comment.g?blogID=1">Post a Comment</a></p></div></body></html>
            """)
    }

    @Test("a definition list: author, body and footer in turn")
    func definitionList() throws {
        let thread = try page(
            """
            <div id="Blog1_comments-block-wrapper"><dl class="avatar-comment-indent" id="comments-block">
            <dt class="comment-author blogger-comment-icon" id="c71"><a name="c71"></a><div class="avatar-image-container vcard"><span
            dir="ltr"><a href="http://www.blogger.com/profile/81" class="avatar-hovercard"><img src="a.png" alt=""></a></span></div>
            <a href="http://www.blogger.com/profile/81" rel="nofollow">Bosun Pete</a> said...</dt>
            <dd class="comment-body" id="Blog1_cmt-71"><p>Four turns is mean.<br/><br/>Take six.</p></dd>
            <dd class="comment-footer"><span class="comment-timestamp"><a href="http://rope.example/s.html?showComment=1#c71"
            title="comment permalink">March 2, 2010 7:41 AM</a><span class="item-control"><a class="comment-delete" href="#"
            title="Delete Comment"><img src="d.gif"/></a></span></span></dd>
            <dt class="comment-author anon-comment-icon" id="c72"><a name="c72"></a><div class="avatar-image-container avatar-stock"><span
            dir="ltr"><img src="b.gif" alt=""></span></div>Anonymous said...</dt>
            <dd class="comment-body" id="Blog1_cmt-72"><p>Which tape?</p></dd>
            <dd class="comment-footer"><span class="comment-timestamp"><a href="http://rope.example/s.html?showComment=2#c72">March 3,
            2010 12:15 PM</a></span></dd></dl></div>
            """)
        #expect(thread.source.reader == "blogger")
        #expect(thread.comments.map(\.id) == ["71", "72"])
        #expect(
            thread.comments.map(\.author) == [
                Author(name: "Bosun Pete", url: "http://www.blogger.com/profile/81"), Author(name: "Anonymous"),
            ])
        #expect(thread.comments.map(\.published?.local) == ["2010-03-02T07:41", "2010-03-03T12:15"])
        #expect(thread.comments.map(\.text) == ["Four turns is mean.\n\nTake six.", "Which tape?"])
        #expect(thread.comments.last?.url == "http://rope.example/s.html?showComment=2#c72")
    }

    @Test("classic templates: the time stands before the day, the post's day above its title")
    func classic() throws {
        let thread = try page(
            """
            <dl id="comments-block"><dt class="comment-poster" id="c71"><a name="c71"></a><a
            href="http://www.blogger.com/profile/81">Bosun Pete</a> said...</dt><dd class="comment-body"><p>Four turns is mean.</p></dd>
            <dd class="comment-timestamp"><a href="#71" title="comment permalink">9:41 AM, March 02, 2005</a></dd>
            <dt class="comment-poster" id="c72"><a name="c72"></a>Anonymous said...</dt><dd class="comment-body"><p>Which tape?</p></dd>
            <dd class="comment-timestamp"><a href="#72" title="comment permalink">12:15 PM, March 03, 2005</a></dd></dl>
            """)
        #expect(thread.title == "Splicing")
        #expect(thread.post?.author == Author(name: "Tamsin Orr"))
        #expect(thread.post?.published?.local == "2005-03-02T07:30")
        #expect(thread.comments.map(\.author?.name) == ["Bosun Pete", "Anonymous"])
        #expect(thread.comments.map(\.published?.local) == ["2005-03-02T09:41", "2005-03-03T12:15"])
        #expect(thread.comments.map(\.text) == ["Four turns is mean.", "Which tape?"])
    }

    @Test("a page of a custom domain is known by its feeds")
    func evidence() throws {
        let link = "<link rel=\"service.post\" href=\"https://www.blogger.com/feeds/11/posts/default\">"
        let thread = try Page.read("<html><head>\(link)</head><body><div class=post-body>Unlay four turns.</div></body></html>")
        #expect(thread.source.platform == "blogger")
        #expect(thread.comments.isEmpty)
    }
}
