import Testing
import ThreadModel

@testable import PageReader

@Suite("What templates put between the words of a post is told from them")
struct PostPartTests {
    private static let words = TemplatePage.words
    private static let card =
        "<p>Two cups of water, one onion in thin slices and a little salt: cook them for an hour and serve them hot.</p>"

    private func post(_ body: String, head: String = "", title: String = "Rain on the moor") throws -> CommentThread {
        try Page.read(
            "<!DOCTYPE html><html lang=en><head><title>\(title) | Moor Notes</title>\(head)</head><body>\(body)</body></html>",
            url: "http://moornotes.example/7")
    }

    private func isWhole(_ thread: CommentThread, upTo end: String = TemplatePage.lastWords) -> Bool {
        thread.post?.text.hasPrefix(TemplatePage.firstWords) == true && thread.post?.text.hasSuffix(end) == true
    }

    // MARK: - Headings inside the words

    @Test(
        "a card on which the title is printed once more ends the story, and does not begin it",
        arguments: [
            "<h1>Rain on the moor</h1><div class='blog-post'>\(words)<div class='recipe-card'><header><h2 class='recipe-card-title'>Rain on the moor</h2></header>\(card)</div></div>",
            "<h1>Rain on the moor</h1><div class='blog-post'>\(words)<h2>Rain on the moor</h2>\(card)</div>",
            "<h1>Rain on the moor</h1><div class='copy'>\(words)<h2 class='title'>Rain on the moor</h2>\(card)</div>",
            "<h1 class='entry-title'>Rain on the moor</h1><article class='post'><div class='entry-content'>\(words)<div><h1 class='card-title'>Rain on the moor</h1>\(card)</div></div></article>",
        ])
    func repeatedTitle(_ markup: String) throws {
        #expect(isWhole(try post(markup), upTo: "serve them hot."))
    }

    @Test(
        "the heading of a card inside the words is not the title, though it agrees better with what programs are told",
        arguments: ["<h1 class='entry-title'>Rain on the moor</h1>", "<header><h2 class='posttitle'>Rain on the moor</h2></header>"])
    func cardTitle(_ heading: String) throws {
        let thread = try post(
            """
            <div class="blog-post">\(heading)\(Self.words)
            <div class="recipe-card"><h2 class="card-title">Moor soup for rainy days</h2>\(Self.card)</div></div>
            """, title: "Moor soup for rainy days")
        #expect(thread.title == "Rain on the moor")
        #expect(isWhole(thread, upTo: "serve them hot."))
    }

    // MARK: - Furniture

    @Test(
        "links that lead down the page and buttons to share it do not begin a post",
        arguments: [
            "<p><a href='#recipe'>Jump to Recipe</a></p>",
            "<div><a href='#card'>Zum Rezept springen</a> · <a href='#film'>Zum Film</a></div>",
            "<div class='wprm-recipe-snippet'><a href='#recipe'>Jump to Recipe</a> - <a href='/print/7'>Print Recipe</a></div>",
            "<a class='mv-create-jtr' href='#card'>Jump to Recipe</a>",
            "<div class='tasty-recipes-quick-links'><a href='#card'>Jump to Recipe</a><span>&middot;</span><a href='/print/7'>Print</a></div>",
            "<div class='shared-counts-wrap'><a href='/f'>Facebook</a><a href='/t'>Tweet</a><span>15</span></div>",
            "<div class='pin-it-btn-wrapper'><a href='http://pins.example'><span>2K+</span></a></div>",
            "<p>0 comentários</p>", "<div><a href='/7?part=2'>Jump to Recipe</a><a href='/print/7'>Print</a></div>",
        ])
    func furniture(_ markup: String) throws {
        #expect(isWhole(try post("<article><h1>Rain on the moor</h1><div class='entry-content'>\(markup)\(Self.words)</div></article>")))
    }

    @Test(
        "how many comments there are, and the way to write one, do not end a post",
        arguments: [
            "<div class='post-meta'><div>posted July 11, 2020 by <strong>Gina</strong></div><div><span><a href='/7#comments'><strong>125</strong> Comments</a></span> / <a href='#respond'>Leave a Comment »</a></div></div>",
            "<div><a href='#reply'>Leave a Reply</a></div>",
            "<p>— September 24, 2020</p>",
        ])
    func foot(_ markup: String) throws {
        #expect(isWhole(try post("<div class='post'><h1>Rain on the moor</h1>\(Self.words)\(markup)</div>")))
    }

    @Test(
        "a dialog about cookies is never the post, however short that is",
        arguments: [
            "<div id='onetrust-consent-sdk'><div class='ot-acc-txt'>TEXT</div></div>", "<div id='CybotCookiebotDialog'>TEXT</div>",
            "<div class='qc-cmp2-container'>TEXT</div>", "<div id='didomi-host'>TEXT</div>", "<div id='truste-consent-track'>TEXT</div>",
            "<div id='BorlabsCookieBox'>TEXT</div>", "<div class='cky-consent-container'>TEXT</div>",
            "<div class='cookie-notice'>TEXT</div>",
        ])
    func cookies(_ dialog: String) throws {
        let text = (1...9)
            .map { "<p>Cookies of kind \($0) are needed for this site to work, and nobody can switch them off in it.</p>" }.joined()
        let thread = try post(
            "<h1>Rain on the moor</h1><div><p>It rained all night, and nobody came.</p></div>"
                + dialog.replacing("TEXT", with: text))
        #expect(thread.post?.text == "It rained all night, and nobody came.")
    }

    // MARK: - Words in several places

    @Test("what is marked for search engines as sold is of the post, and the barrier in front of it is not")
    func sold() throws {
        let thread = try post(
            """
            <article><h1>Rain on the moor</h1><div class="article-body">\(Self.words.replacing("<p>At", with: "<p class='paywall'>At"))
            <div class="paywall-barrier"><p>Subscribe to read on.</p></div></div></article>
            """)
        #expect(isWhole(thread))
    }

    @Test("pieces of one post with advertisements between them are one text; answers with their authors are not")
    func pieces() throws {
        func page(_ between: String) -> String {
            let piece = "<div class='grid'><div class='article__body'>\(Self.words)</div></div>"
            return "<article><h1>Rain on the moor</h1><div>\(piece)\(between)\(piece)\(between)\(piece)</div></article>"
        }
        #expect(try post(page("<aside>Buy boots</aside>")).post?.text.split(separator: "\n\n").count == 9)
        #expect(try post(page("<p class='author'>Bo Ek</p>")).post?.text.split(separator: "\n\n").count == 3)
    }

    @Test("the announcement of another post is not the post, though its words be called so")
    func announcement() throws {
        let thread = try post(
            """
            <div class="page"><h1>Rain on the moor</h1><div class="copy">\(Self.words)\(Self.words)</div></div>
            <div class="latest"><h3>Snow in May</h3><div class="entry-content"><p>We woke up and all the lambs had gone white.</p></div></div>
            """, head: "<meta name=generator content='WordPress 6.1'>")
        #expect(isWhole(thread))
    }

    @Test("sections of one page that are marked up as articles are no posts of their own")
    func sections() throws {
        let thread = try post(
            """
            <section><h1>Rain on the moor</h1>\(Self.words)<article class="box__first"><h2>What to wear</h2>\(Self.card)</article>
            <article class="box__second"><h2>What to eat</h2>\(Self.card)\(Self.words)</article></section>
            """)
        #expect(thread.title == "Rain on the moor")
    }
}
