internal import Markup
public import ShortLinks
public import ThreadModel

/// Reads pages into thread records: detect the platform, read by its description, check, write the record.
///
/// A reader has no state: one may serve every page and every thread.
public struct PageReader: Sendable {
    private let platforms: [CompiledPlatform]
    private let shorteners: ShortenerList

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - platforms: whose pages are read by a description. Whatever is not found that way is looked for by what posts and comments are everywhere.
    ///   - shorteners: the hosts whose links are marked `short`.
    public init(platforms: PlatformSet = .bundled, shorteners: ShortenerList = .bundled) {
        self.shorteners = shorteners
        self.platforms = platforms.compiled
    }

    /// Reads one page.
    ///
    /// The same capture gives the same record on every run.
    ///
    /// - Throws: ``PageReaderError`` if the input is no page, or asks for too much, or holds neither a post nor comments.
    public func read(_ capture: Capture) throws(PageReaderError) -> CommentThread {
        let mediaType = try MediaType.sniff(capture.bytes, path: capture.path)
        let text = DecodedText(capture.bytes, transportCharset: capture.transportCharset, isHTML: mediaType == .html)
        let writer = ThreadWriter(capture: capture, mediaType: mediaType, encoding: text.encoding.name)
        var draft = mediaType == .html ? try readPage(text, capture) : try readText(text, capture)
        draft.warnings = text.remarks + draft.warnings
        return writer.record(draft)
    }

    private func readPage(_ text: DecodedText, _ capture: Capture) throws(PageReaderError) -> ThreadDraft {
        let page: HTMLDocument
        do { page = try HTMLDocument(text) } catch { throw .markup(error) }
        let facts = PageFacts(page, capture: capture)
        let links = LinkFinder(shorteners: shorteners, address: facts.address)
        guard let survey = PageSurvey(page: page, facts: facts), let places = places(survey, facts) else { throw .noPost }
        var reader = DraftReader(facts: facts, links: links, capturedAt: capture.capturedAt)
        return reader.read(places)
    }

    /// What the page holds; `nil` if it has neither a post's text nor comments. What a platform's rules do not find is looked for by what
    /// posts and comments are everywhere.
    private func places(_ survey: PageSurvey, _ facts: PageFacts) -> PageDraft? {
        let readers = platforms.filter { $0.isEvident(on: survey.page, generator: facts.generator) }
            .map { PlatformReader(platform: $0, survey: survey) }
        let generic = GenericReader(survey: survey)
        var draft = PageDraft(reader: GenericReader.name, platform: readers.first?.platform.name)
        for reader in readers where draft.comments.isEmpty {
            draft.comments = reader.comments()
            if !draft.comments.isEmpty { draft.reader = reader.platform.name }
        }
        if draft.comments.isEmpty { draft.comments = generic.comments(isKnown: readers.contains { !$0.platform.comments.isEmpty }) }
        for reader in readers where draft.postBody == nil {
            reader.readPost(besides: draft.comments, into: &draft)
            if draft.postBody != nil, draft.comments.isEmpty { draft.reader = reader.platform.name }
        }
        if draft.postBody == nil { generic.readPost(besides: draft.comments, into: &draft) }
        let pages = CommentPages(survey: survey)
        draft.furtherPages = pages.references(besides: readers.flatMap { $0.furtherPages() })
        draft.announcedComments = draft.comments.first.flatMap { pages.announcedCount(above: $0.anchor) }
        return draft.postBody == nil && draft.comments.isEmpty ? nil : draft
    }

    private func readText(_ text: DecodedText, _ capture: Capture) throws(PageReaderError) -> ThreadDraft {
        let address = Address(capture.url)
        let links = LinkFinder(shorteners: shorteners, address: address)
        guard var draft = PlainTextReader(links: links).read(text.string) else { throw .noPost }
        draft.url = capture.url
        return draft
    }
}
