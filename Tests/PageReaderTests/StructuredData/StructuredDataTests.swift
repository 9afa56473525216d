import Testing

@testable import PageReader

@Suite("JSON-LD says what the post is, who wrote it and what was said to it")
struct StructuredDataTests {
    private func structured(_ script: String, url: String? = "https://moor.example/7") -> StructuredPost? {
        StructuredData([script], url: url).post
    }

    @Test("an article gives title, authors, date, address and language")
    func article() throws {
        let post = try #require(
            structured(
                """
                {"@context": "https://schema.org", "@type": ["NewsArticle", "Article"], "headline": "Rain &amp; fog", "inLanguage": "en-GB",
                "author": [{"@type": "Person", "name": "Ida Marr", "url": "https://moor.example/ida"}, "Bo Ek"], "url": "https://moor.example/7",
                "datePublished": "2020-03-01T21:12:00+01:00", "dateModified": "2020-03-05T08:00:00+01:00"}
                """))
        #expect(post.headline == "Rain & fog")
        #expect(post.authors == [.init(name: "Ida Marr", url: "https://moor.example/ida"), .init(name: "Bo Ek", url: nil)])
        #expect(post.published == "2020-03-01T21:12:00+01:00")
        #expect(post.language == "en-GB")
        #expect(post.url == "https://moor.example/7")
    }

    @Test("references between the objects of a graph are followed")
    func graph() {
        let data = StructuredData(
            [
                """
                {"@graph": [{"@type": "WebSite", "name": "Moor Notes"}, {"@type": "WebPage", "author": {"@id": "#x"}, "datePublished": "1999-01-01"},
                {"@type": "BlogPosting", "headline": "Rain", "author": {"@id": "#ida"}, "publisher": {"@id": "#org"}},
                {"@id": "#ida", "@type": "Person", "name": "Ida Marr"}, {"@id": "#org", "@type": "Organization", "name": "Moor Press"}]}
                """
            ], url: nil)
        #expect(data.post?.authors.map(\.name) == ["Ida Marr"])
        #expect(data.post?.published == nil)
        #expect(data.siteNames.contains("Moor Notes"))
        #expect(data.siteNames.contains("Moor Press"))
    }

    @Test(
        "what describes the page, the site or other posts is no post",
        arguments: [
            #"{"@type": "WebPage", "name": "Rain", "author": "Ida"}"#, #"{"@type": "Organization", "name": "Moor Press"}"#,
            #"[{"@type": "Article", "headline": "One", "url": "/1"}, {"@type": "Article", "headline": "Two", "url": "/2"}]"#, "[]",
            "no JSON",
        ])
    func none(_ script: String) {
        #expect(structured(script) == nil)
    }

    @Test("of several articles the one with the page's address is the post")
    func several() {
        let script =
            #"[{"@type": "Article", "headline": "One", "url": "/1"}, {"@type": "Article", "headline": "Two", "url": "http://moor.example/7/"}]"#
        #expect(structured(script)?.headline == "Two")
    }

    @Test("a site that gives itself as the author names nobody")
    func siteAsAuthor() {
        let script = #"{"@type": "Article", "headline": "Rain", "author": {"name": "Moor Press"}, "publisher": {"name": "Moor Press"}}"#
        #expect(structured(script)?.authors.isEmpty == true)
    }

    @Test("comments come before their replies, with text as people read it")
    func comments() {
        let data = StructuredData(
            [
                """
                {"@type": "DiscussionForumPosting", "headline": "Rain", "comment": [{"@type": "Comment", "text": "<p>One &amp; <b>all</b></p><p>Two</p>",
                "author": {"name": "Bo", "url": "http://bo.example"}, "dateCreated": "2020-03-02", "url": "https://moor.example/7#c1",
                "comment": {"@type": "Comment", "text": "A reply", "author": "Ida"}}, {"@type": "Comment", "text": "Last"}]}
                """
            ], url: nil)
        #expect(data.comments.map(\.text) == ["One & all\n\nTwo", "A reply", "Last"])
        #expect(data.comments.map(\.parent) == [nil, 0, nil])
        #expect(data.comments.first?.author == .init(name: "Bo", url: "http://bo.example"))
        #expect(data.comments.first?.published == "2020-03-02")
        #expect(data.comments.first?.url == "https://moor.example/7#c1")
    }

    @Test("answers to a question are its comments, the accepted one first, their comments below them")
    func question() {
        let data = StructuredData(
            [
                """
                {"@type": "QAPage", "mainEntity": {"@type": "Question", "name": "Why rain?", "author": {"name": "Ida"}, "suggestedAnswer": [{"@type": "Answer",
                "text": "Clouds."}], "acceptedAnswer": {"@type": "Answer", "text": "Weather.", "comment": [{"@type": "Comment", "text": "Indeed."}]}}}
                """
            ], url: nil)
        #expect(data.post?.headline == "Why rain?")
        #expect(data.comments.map(\.text) == ["Weather.", "Indeed.", "Clouds."])
        #expect(data.comments.map(\.parent) == [nil, 0, nil])
        #expect(data.comments.map(\.isAnswer) == [true, false, true])
    }

    @Test("comments that refer to themselves, or stand in two lists, are read once")
    func circles() {
        let data = StructuredData(
            [
                """
                [{"@type": "Article", "headline": "Rain", "comment": [{"@id": "#1"}, {"@id": "#1"}]},
                {"@id": "#1", "@type": "Comment", "text": "Round", "comment": [{"@id": "#1"}]}]
                """
            ], url: nil)
        #expect(data.comments.map(\.text) == ["Round"])
    }
}
