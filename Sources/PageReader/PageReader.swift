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
    /// - Parameter shorteners: the hosts whose links are marked `short`.
    public init(shorteners: ShortenerList = .bundled) {
        self.shorteners = shorteners
        // A description that cannot be read is left out; a test proves that there is none.
        platforms = Platform.all.compactMap { try? CompiledPlatform($0) }
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
        let platform = platforms.first { $0.isEvident(on: page, generator: facts.generator) }
        let found = platform.flatMap { PlatformReader(platform: $0, page: page, facts: facts).read() }
        guard let places = found ?? GenericReader(page: page, facts: facts).read(platform: platform?.name) else { throw .noPost }
        var reader = DraftReader(facts: facts, links: links)
        return reader.read(places)
    }

    private func readText(_ text: DecodedText, _ capture: Capture) throws(PageReaderError) -> ThreadDraft {
        let address = Address(capture.url)
        let links = LinkFinder(shorteners: shorteners, address: address)
        guard var draft = PlainTextReader(links: links).read(text.string) else { throw .noPost }
        draft.url = capture.url
        return draft
    }
}
