import ThreadModel

/// One record of each kind in which every property has a value, so that no key can be forgotten.
enum FullRecord {
    static var thread: CommentThread {
        var link = Link(url: "http://bit.ly/cCpTFZ", text: "le \"guide\"", short: true, shown: "https://guide.example/x")
        link.expanded = "https://guide.example/"
        link.expansionStatus = .resolved
        let author = Author(name: "Gilles", url: "http://gilles.example/")
        let date = PublishedDate(printed: "09 février 2011 à 10:40", local: "2011-02-09T10:40", instant: "2011-02-09T09:40:00Z")
        let comment = Comment(
            id: "6a01", kind: .trackback, author: author, published: date, text: "Un\n\nDeux", html: "<p>Un</p>", signature: "G.",
            inReplyTo: "6a00", url: "http://blog.example/a.html#6a01", links: [link])
        let source = Source(
            path: "page.html", sha256: String(repeating: "0", count: 64), bytes: 5, mediaType: "text/html", encoding: "windows-1252",
            capturedAt: "2026-01-31T08:00:00Z", platform: "typepad", reader: "typepad")
        let page = CommentPage(
            number: 1, url: "http://blog.example/a.html", firstComment: "6a01", sha256: String(repeating: "0", count: 64),
            record: "sha256:00")
        return CommentThread(
            id: "u-1", url: "http://blog.example/a.html", title: "Titre", language: "fr", kind: .questionAnswer,
            post: Post(author: author, published: date, text: "Billet", html: "<p>Billet</p>", links: [link]),
            question: Passage(author: author, text: "Q", links: [link]), answer: Passage(author: author, text: "R", links: [link]),
            comments: [comment], pages: [page], source: source, warnings: ["no page is perfect"])
    }

    static var expansion: Expansion {
        let hop = Expansion.Hop(
            url: "http://bit.ly/cCpTFZ", status: 301, type: .location, location: "/x", at: "2026-01-31T08:00:00Z", ip: "192.0.2.1", ms: 12)
        return Expansion(
            url: "http://bit.ly/cCpTFZ", status: .hostDead, final: "https://guide.example/?utm_source=x", cleaned: "https://guide.example/",
            via: .metaRefresh, title: "Guide", chain: [hop], checkedAt: "2026-01-31T08:00:01Z", attempts: 2, strikes: 1,
            retryAfter: "2026-02-01T08:00:00Z", error: Expansion.Failure(class: "dns", message: "no such host"),
            steps: [Expansion.Step(.live, status: .hostDead, "no such host")],
            evidence: [
                Expansion.Evidence(kind: .wayback, url: "https://guide.example/", at: "2011-02-09T10:40:00Z", source: "https://a.example/1")
            ])
    }

    /// Nothing but what a record cannot do without.
    static var smallestThread: CommentThread {
        CommentThread(id: "p-1", source: Source(sha256: "00", bytes: 1, mediaType: "text/plain", encoding: "utf-8", reader: "plain-text"))
    }

    static var smallestExpansion: Expansion {
        Expansion(url: "http://bit.ly/x", status: .undetermined, checkedAt: "2026-01-31T08:00:01Z")
    }
}
