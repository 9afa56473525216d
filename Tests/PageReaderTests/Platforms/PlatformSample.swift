import Testing
import ThreadModel

@testable import PageReader

/// What a fixture says, in values that a test can compare and print as a whole.
struct PlatformSample: Sendable {
    var platform: String
    var file: String
    var title: String?
    var author: Author?
    var published: String?
    var text: String?
    var comments: [Said]
}

extension PlatformSample: CustomTestStringConvertible {
    var testDescription: String { file }

    /// Everything that the page says is in the record, and nothing else is.
    func expectToBeRead(_ place: SourceLocation = #_sourceLocation) throws {
        let thread = try Page.readFixture(file)
        #expect(thread.source.platform == platform, sourceLocation: place)
        #expect(thread.source.reader == platform, sourceLocation: place)
        #expect(thread.title == title, sourceLocation: place)
        #expect(thread.post?.author == author, sourceLocation: place)
        #expect(thread.post?.published?.local == published, sourceLocation: place)
        #expect(thread.post?.text == text, sourceLocation: place)
        #expect(thread.said == comments, sourceLocation: place)
    }

    /// Without the comments, nothing of the page is taken for one.
    func expectToBeReadWithoutComments(_ place: SourceLocation = #_sourceLocation) throws {
        let thread = try Page.read(Page.fixtureWithoutComments(file))
        #expect(thread.source.platform == platform, sourceLocation: place)
        #expect(thread.post?.text == text, sourceLocation: place)
        #expect(thread.said == [], sourceLocation: place)
    }
}

/// What a comment says.
struct Said: Hashable, Sendable {
    var name: String?
    var url: String?
    var published: String?
    var text: String
    /// The place of the comment that it answers.
    var parent: Int?

    init(_ name: String?, _ url: String?, _ published: String?, _ text: String, to parent: Int? = nil) {
        self.name = name
        self.url = url
        self.published = published
        self.text = text
        self.parent = parent
    }
}

extension CommentThread {
    var said: [Said] {
        let places = Dictionary(comments.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        return comments.map {
            Said($0.author?.name, $0.author?.url, $0.published?.local, $0.text, to: $0.inReplyTo.flatMap { places[$0] })
        }
    }
}

extension Page {
    /// A page of `Fixtures` as it would be without comments: what stands between the marks `comments` and `/comments` is cut out.
    static func fixtureWithoutComments(_ name: String) throws -> String {
        var rest = String(decoding: try fixture(name), as: UTF8.self)[...]
        var kept = ""
        while let start = rest.firstRange(of: "<!-- comments -->"), let end = rest.firstRange(of: "<!-- /comments -->") {
            kept += rest[..<start.lowerBound]
            rest = rest[end.upperBound...]
        }
        return kept + rest
    }
}
