internal import Markup
public import ShortLinks
public import ThreadModel

/// Reads pages into thread records: detect the platform, read by its description, check, write the record.
///
/// A reader has no state: one may serve every page and every thread.
public struct PageReader: Sendable {
    private let platforms: PlatformSet
    private let shorteners: ServiceTable

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - platforms: whose pages are read by a description. Whatever is not found that way is looked for by what posts and comments are everywhere.
    ///   - shorteners: the hosts whose links are marked `short`.
    public init(platforms: PlatformSet = .bundled, shorteners: ServiceTable = .bundled) {
        self.shorteners = shorteners
        self.platforms = platforms
    }

    /// Reads one page: a record for each of its posts, in page order, at least one. The page of one post gives one record; a home page or a
    /// month's archive gives several.
    ///
    /// The same capture gives the same records on every run.
    ///
    /// - Throws: ``PageReaderError`` if the input is no page, or asks for too much, or holds neither a post nor comments.
    public func read(_ capture: Capture) throws(PageReaderError) -> [CommentThread] {
        let mediaType = try MediaType.sniff(capture.bytes, path: capture.path)
        let text = DecodedText(capture.bytes, transportCharset: capture.transportCharset, isHTML: mediaType == .html)
        let writer = ThreadWriter(capture: capture, mediaType: mediaType, encoding: text.encoding.name)
        let drafts = mediaType == .html ? try readPage(text, capture) : [try readText(text, capture)]
        return drafts.map { draft in
            var draft = draft
            draft.warnings = text.remarks + draft.warnings
            return writer.record(draft)
        }
    }

    private func readPage(_ text: DecodedText, _ capture: Capture) throws(PageReaderError) -> [ThreadDraft] {
        let page: HTMLDocument
        do { page = try HTMLDocument(text) } catch { throw .markup(error) }
        let facts = PageFacts(page, capture: capture)
        guard let survey = PageSurvey(page: page, facts: facts) else { throw .noPost }
        let evident = platforms.evident(on: page, generators: facts.generators).map { PlatformReader(platform: $0, survey: survey) }
        let drafts = ThreadFinder(survey: survey, facts: facts, platforms: evident).drafts()
        guard !drafts.isEmpty else { throw .noPost }
        let links = LinkFinder(shorteners: shorteners, address: facts.address)
        return drafts.map { draft in
            var reader = DraftReader(
                facts: draft.isOneOfSeveral ? facts.withoutPost() : facts, links: links, capturedAt: capture.capturedAt)
            return reader.read(draft)
        }
    }

    private func readText(_ text: DecodedText, _ capture: Capture) throws(PageReaderError) -> ThreadDraft {
        let address = Address(capture.url)
        let links = LinkFinder(shorteners: shorteners, address: address)
        guard var draft = PlainTextReader(links: links).read(text.string) else { throw .noPost }
        draft.url = capture.url
        return draft
    }
}
