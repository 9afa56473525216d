import Testing
import ThreadModel

@testable import PageReader

@Suite("Comments of other services are read in the pages that hold them, and in their frames")
struct CommentSystemTests {
    /// A fixture about a lamp: Orla says two paragraphs, Bram answers her, Ines links to a report. What differs is the service.
    struct Lamp: Sendable, CustomTestStringConvertible {
        var platform: String
        var file: String
        /// The title of a frame that was saved alone; `nil` for a page with its post.
        var frame: String?
        var names = ["Orla Finch", "Bram", "Ines Duval"]
        var urls: [String?] = [nil, nil, nil]
        var dates: [String?]
        /// The platform's own ids, where the page has them.
        var ids: [String]?
        /// Whether the page says that Bram answers Orla.
        var isThreaded = true

        var testDescription: String { file }

        var said: [Said] {
            [
                Said(names[0], urls[0], dates[0], "The wick is short.\n\nI trimmed it on Monday."),
                Said(names[1], urls[1], dates[1], "Then it is the oil.", to: isThreaded ? 0 : nil),
                Said(names[2], urls[2], dates[2], "Ask the pilot: his report."),
            ]
        }
    }

    static let post = """
        The west lamp has gone out three nights in a row, and the boats have begun to ask.

        If you were on watch this week, tell us what you saw from the gallery.
        """
    private static let orla: [String?] = ["https://orla.example", nil, nil]
    private static let minutes: [String?] = ["2021-03-02T21:41", "2021-03-03T07:05", "2021-03-04T12:30"]
    private static let seconds: [String?] = ["2021-03-02T20:41:00", "2021-03-03T06:05:00", "2021-03-04T11:30:00"]
    private static let days: [String?] = ["2021-03-02", "2021-03-03", "2021-03-04"]
    private static let github = ["orla-finch", "bram", "ines"]
    private static let githubURLs: [String?] = ["https://github.com/orla-finch", "https://github.com/bram", "https://github.com/ines"]

    static let pages = [
        Lamp(platform: "wpdiscuz", file: "wpdiscuz.html", urls: orla, dates: minutes, ids: ["12", "13", "14"]),
        Lamp(
            platform: "wpdiscuz", file: "wpdiscuz-old.html", urls: orla, dates: ["2021-03-02T21:41", nil, "2021-03-04T12:30"],
            ids: ["12", "13", "14"]),
        Lamp(
            platform: "disqus", file: "disqus.html", frame: "Disqus Comments",
            urls: ["https://disqus.com/by/orla/", "https://disqus.com/by/bram/", "https://disqus.com/by/ines/"], dates: minutes,
            ids: ["4021", "4022", "4025"]),
        Lamp(platform: "disqus", file: "disqus-plugin.html", urls: orla, dates: [nil, nil, nil], ids: ["12", "13", "14"]),
        Lamp(platform: "isso", file: "isso.html", urls: orla, dates: seconds, ids: ["7", "8", "9"]),
        Lamp(
            platform: "remark", file: "remark.html", frame: "Remark42",
            dates: ["2021-03-02T21:41:00", "2021-03-03T07:05:00", "2021-03-24T12:30:00"], ids: ["5f0a1", "6b1c2", "7c2d3"]),
        Lamp(
            platform: "commento", file: "commento.html", urls: orla,
            dates: ["2021-03-02T21:41:00", "2021-03-03T07:05:00", "2021-03-04T12:30:00"], ids: ["a1f0", "b2e1", "c3d2"]),
        Lamp(
            platform: "staticman", file: "staticman.html", urls: orla,
            dates: ["2021-03-02T21:41:00", "2021-03-03T07:05:00", "2021-03-04T12:30:00"], ids: ["1", "2", "3"], isThreaded: false),
        Lamp(
            platform: "utterances", file: "utterances.html", frame: "utterances", names: github, urls: githubURLs,
            dates: ["2021-03-02", "2021-03-03", nil], isThreaded: false),
        Lamp(platform: "giscus", file: "giscus.html", frame: "giscus", names: github, urls: githubURLs, dates: seconds),
        Lamp(
            platform: "intensedebate", file: "intensedebate.html", dates: ["2021-03-02T21:41", nil, "2021-03-04T12:30"],
            ids: ["191", "192", "193"]),
        Lamp(
            platform: "livefyre", file: "livefyre.html",
            urls: ["https://profiles.example/301", "https://profiles.example/302", "https://profiles.example/303"], dates: seconds,
            ids: ["301", "302", "303"]),
        Lamp(platform: "echo", file: "echo.html", urls: orla, dates: minutes),
        Lamp(
            platform: "facebook", file: "facebook.html", frame: "Facebook",
            urls: ["https://www.facebook.com/orla.finch", "https://www.facebook.com/bram.q", "https://www.facebook.com/ines.d"],
            dates: minutes),
        Lamp(
            platform: "cackle", file: "cackle.html", urls: ["https://vk.example/61", "https://vk.example/62", "https://vk.example/63"],
            dates: ["2021-03-02T21:41", "2021-03-03T07:05", "2021-03-24T12:30"], ids: ["61", "62", "63"]),
        Lamp(
            platform: "coral", file: "coral.html", frame: "Coral", names: ["orla", "bram", "ines"], dates: seconds,
            ids: ["5ab1-01", "5ab1-02", "5ab1-03"]),
        Lamp(platform: "openweb", file: "openweb.html", dates: seconds, ids: ["sp_q_c1", "sp_q_c2", "sp_q_c3"]),
        Lamp(platform: "valine", file: "valine.html", urls: orla, dates: days, ids: ["60bb01", "60bb02", "60bb03"]),
        Lamp(platform: "valine", file: "waline.html", urls: orla, dates: days, ids: ["901", "902", "903"]),
        Lamp(platform: "twikoo", file: "twikoo.html", urls: orla, dates: seconds, ids: ["f01", "f02", "f03"]),
        Lamp(
            platform: "gitalk", file: "gitalk.html", names: github, urls: githubURLs, dates: ["2021-03-02", "2021-03-03", nil],
            isThreaded: false),
        Lamp(platform: "cusdis", file: "cusdis.html", frame: "Comments", dates: minutes),
        Lamp(platform: "talkyard", file: "talkyard.html", frame: "Comments", dates: minutes, ids: ["2", "3", "4"]),
    ]

    @Test("each comment has its author, date, words and parent, and nothing else is a comment", arguments: pages)
    func comments(_ lamp: Lamp) throws {
        let thread = try Page.readFixture(lamp.file)
        #expect(thread.source.platform == lamp.platform)
        #expect(thread.source.reader == lamp.platform)
        #expect(thread.said == lamp.said)
        #expect(thread.comments.allSatisfy { $0.kind == .comment })
        #expect(thread.comments.last?.links.map(\.url) == ["https://bit.ly/3wick"])
        if let ids = lamp.ids { #expect(thread.comments.map(\.id) == ids) }
    }

    @Test("the post is the page's own, and a frame has none", arguments: pages)
    func post(_ lamp: Lamp) throws {
        let thread = try Page.readFixture(lamp.file)
        #expect(thread.title == lamp.frame ?? "The west lamp")
        #expect(thread.post?.text == (lamp.frame == nil ? Self.post : nil))
    }

    @Test("without its comments a page has none", arguments: pages.filter { $0.frame == nil })
    func empty(_ lamp: Lamp) throws {
        let thread = try Page.read(Page.fixtureWithoutComments(lamp.file))
        #expect(thread.said == [])
        #expect(thread.post?.text == Self.post)
    }

    @Test("a frame without comments holds nothing to read", arguments: pages.filter { $0.frame != nil })
    func emptyFrame(_ lamp: Lamp) throws {
        let comments = try? Page.read(Page.fixtureWithoutComments(lamp.file)).comments
        #expect(comments ?? [] == [])
    }

    @Test("the link of the date leads to the comment")
    func permalinks() throws {
        #expect(
            try Page.readFixture("disqus.html").comments.map(\.url) == [
                "https://harbour.example/west-lamp/#comment-4021", "https://harbour.example/west-lamp/#comment-4022",
                "https://harbour.example/west-lamp/#comment-4025",
            ])
        #expect(
            try Page.readFixture("giscus.html").comments.map(\.url) == [
                "https://github.com/harbour/log/discussions/4#discussioncomment-81",
                "https://github.com/harbour/log/discussions/4#discussioncomment-82",
                "https://github.com/harbour/log/discussions/4#discussioncomment-83",
            ])
        #expect(try Page.readFixture("isso.html").comments.first?.url == "https://harbour.example/west-lamp/#isso-7")
    }

    @Test("a full date behind a relative one gives the zone too, where it is there")
    func instants() throws {
        let comments = try Page.readFixture("commento.html").comments
        #expect(comments.first?.published?.printed == "2 years ago")
        #expect(comments.first?.published?.instant == "2021-03-02T20:41:00Z")
    }

    @Test("Disqus before frames: comments are in the page, with their depth and time")
    func oldDisqus() throws {
        let thread = try Page.read(
            """
            <html><head><title>Lamps</title></head><body><p>The lamp room was locked when I came up, so the watch began late.</p>
            <div id="disqus_thread"><div id="dsq-content"><ul id="dsq-comments">
            <li data-dsq-comment-id="12" id="dsq-comment-12" class="dsq-comment dsq-clearfix depth-0">
            <div id="dsq-comment-header-12" class="dsq-comment-header"><cite id="dsq-cite-12" class="dsq-comment-cite">
            <a id="dsq-author-user-12" class="dsq-commenter-name" href="http://disqus.com/fergus/">Fergus</a></cite>
            <span class="dsq-comment-header-meta"><a id="dsq-time-12" href="#comment-12" class="dsq-comment-header-time"
            title="March 2, 2010 7:41 AM">2 years ago</a></span></div>
            <div id="dsq-comment-body-12" class="dsq-comment-body"><div id="dsq-comment-message-12" class="dsq-comment-message">
            <div class="dsq-comment-text" id="dsq-comment-text-12">Try the cellar.</div></div>
            <div class="dsq-comment-footer"><a href="#" class="dsq-comment-reply">Reply</a></div></div></li>
            <li id="dsq-comment-13" class="dsq-comment depth-1"><div class="dsq-comment-header"><cite class="dsq-comment-cite">
            <span id="dsq-author-user-13" class="dsq-commenter-name">Wren</span></cite></div>
            <div class="dsq-comment-body"><div class="dsq-comment-text">Or the roof.</div></div></li></ul></div></div></body></html>
            """)
        #expect(thread.source.platform == "disqus")
        #expect(
            thread.said == [
                Said("Fergus", "http://disqus.com/fergus/", "2010-03-02T07:41", "Try the cellar."),
                Said("Wren", nil, nil, "Or the roof.", to: 0),
            ])
    }

    /// A comment of Fergus's in the markup of another generation of a service, or another template of it.
    struct Generation: Sendable, CustomTestStringConvertible {
        var platform: String
        var name: String
        var url: String? = "http://fergus.example/"
        var published: String? = "2014-03-02T07:41"
        var markup: String

        var testDescription: String { name }
    }

    static let generations = [
        Generation(
            platform: "isso", name: "Isso before 0.13", published: "2014-03-02T07:41:00",
            markup: """
                <div id="isso-thread"><div id="isso-root"><div class="isso-comment" id="isso-5"><div class="avatar"></div><div class="text-wrapper">
                <div class="isso-comment-header" role="meta"><a class="author" href="http://fergus.example/">Fergus</a><span class="spacer">•</span>
                <a class="permalink" href="#isso-5"><time datetime="2014-03-02T07:41:00Z" title="2014-03-02T07:41:00Z">9 years ago</time></a></div>
                <div class="text"><p>Try the cellar.</p></div><div class="isso-comment-footer"><a class="upvote" href="#"></a><a class="reply" href="#">Reply</a></div>
                </div><div class="isso-follow-up"></div></div></div></div>
                """),
        Generation(
            platform: "staticman", name: "Staticman in Beautiful Hugo", published: "2014-03-02T07:41:00",
            markup: """
                <div id="comments"><article id="comment-1" class="static-comment"><img class="comment-avatar" src="/a.png">
                <h4 class="comment-author"><a rel="external nofollow" href="http://fergus.example/">Fergus</a></h4>
                <div class="comment-timestamp"><a href="#comment-1" title="Permalink"><time datetime="2014-03-02T07:41:00Z">Sunday, Mar 2, 2014</time></a></div>
                <div class="comment-content"><p>Try the cellar.</p></div><div class="comment-reply-btn-container"><a class="comment-reply-btn" href="#">Reply to Fergus</a></div>
                </article></div>
                """),
        Generation(
            platform: "facebook", name: "Facebook's plugin before 2015", url: "https://www.facebook.com/fergus",
            markup: """
                <ul class="fbFeedbackPosts"><li class="fbFeedbackPost fbFirstPartyPost uiListItem"><div class="UIImageBlock clearfix">
                <a class="postActor" href="https://www.facebook.com/fergus"><img class="img" src="/a.png"></a><div class="postContainer fsl fwb fcb">
                <a class="profileName fn" href="https://www.facebook.com/fergus">Fergus</a> · <span class="fsm fwn fcg">Works at the harbour</span>
                <div class="postContent fsm fwn fcg"><div class="postText">Try the cellar.</div><div class="stat_elem"><a class="reply">Reply</a> ·
                <abbr class="timestamp livetimestamp" title="Sunday, March 2, 2014 at 7:41am" data-utime="1393746060">March 2 at 7:41am</abbr></div></div></div></div></li></ul>
                """),
        Generation(
            platform: "cackle", name: "the list of Cackle's plugin", published: nil,
            markup: """
                <div id="mc-container"><div id="mc-content"><ul id="cackle-comments"><li id="cackle-comment-5">
                <div id="cackle-comment-header-5" class="cackle-comment-header"><cite id="cackle-cite-5">
                <a id="cackle-author-user-5" href="http://fergus.example/" target="_blank" rel="nofollow">Fergus</a></cite></div>
                <div id="cackle-comment-body-5" class="cackle-comment-body"><div id="cackle-comment-message-5" class="cackle-comment-message">
                <p>Try the cellar.</p></div></div></li></ul></div></div>
                """),
        Generation(
            platform: "echo", name: "JS-Kit",
            markup: """
                <div class="js-CommentsArea"><div id="jsid-1393746060-5" class="js-singleComment js-singleCommentDepth0"><div class="js-singleCommentAvatar"></div>
                <div class="js-singleCommentName"><a href="http://fergus.example/">Fergus</a></div><div class="js-singleCommentDate">March 2, 2014 7:41 AM</div>
                <div class="js-singleCommentBody"><div class="js-singleCommentText">Try the cellar.</div></div><div class="js-singleCommentReply">Reply</div></div></div>
                """),
        Generation(
            platform: "gitalk", name: "Gitment", url: "https://github.com/fergus", published: "2014-03-02",
            markup: """
                <div class="gitment-container"><ul class="gitment-comments-list"><li class="gitment-comment"><a class="gitment-comment-avatar" href="https://github.com/fergus">
                <img class="gitment-comment-avatar-img" src="/a.png"></a><div class="gitment-comment-main"><div class="gitment-comment-header">
                <a class="gitment-comment-name" href="https://github.com/fergus">Fergus</a> commented on <span title="Sun Mar 02 2014" class="gitment-comment-date">Sun Mar 02 2014</span>
                <div class="gitment-comment-like-btn">1 Like</div></div><div class="gitment-comment-body gitment-markdown"><p>Try the cellar.</p></div></div></li></ul></div>
                """),
        Generation(
            platform: "cusdis", name: "Cusdis of 2021", url: nil,
            markup: """
                <div class="cusdis-padding"><div><div class="cusdis-comment-nickname cusdis-inline cusdis-font-bold">Fergus</div>
                <div class="cusdis-comment-date cusdis-inline">2014-03-02 07:41</div></div><div class="cusdis-comment-content"><p>Try the cellar.</p></div>
                <div><button class="cusdis-link-btn">Reply</button></div></div>
                """),
    ]

    @Test("other generations and templates of a service are read", arguments: generations)
    func generation(_ generation: Generation) throws {
        let thread = try Page.read(
            """
            <html lang="en"><body><p>The lamp room was locked when I came up, so the watch began late.</p>\(generation.markup)</body></html>
            """)
        #expect(thread.source.reader == generation.platform)
        #expect(thread.said == [Said("Fergus", generation.url, generation.published, "Try the cellar.")])
    }

    @Test("a page that only loads a service is no page of it")
    func loader() throws {
        let thread = try Page.read(
            """
            <html><body><p>The lamp room was locked when I came up, so the watch began late.</p>
            <div id="disqus_thread"></div><div id="isso-thread"></div><div id="commento"></div><div class="giscus"></div></body></html>
            """)
        #expect(thread.source.platform == nil)
        #expect(thread.said == [])
    }
}
