internal import ShortLinks

/// The links of a Markdown document (CommonMark 0.31.2): inline links, reference definitions, `<url>`, bare URLs, and those of the HTML in it.
///
/// Not a parser of Markdown: it only finds out where a URL is a link and where it is code, which no parser tells to the byte. Where it
/// cannot tell, a link stays as it is.
struct MarkdownLinks {
    private let document: [UInt8]
    private let services: ServiceTable

    init(_ document: [UInt8], services: ServiceTable) {
        self.document = document
        self.services = services
    }

    /// The links in order of appearance.
    func all() -> [Occurrence] {
        let html = HTMLLinks(document)
        let blocks = MarkdownBlocks(document).blocks
        var labels: Set<String> = []
        var definitions: [MarkdownDefinitions] = []
        for case .text(let part) in blocks {
            let found = MarkdownDefinitions(at: part, in: document)
            labels.formUnion(found.labels)
            definitions.append(found)
        }
        var occurrences: [Occurrence] = []
        var number = 0
        for block in blocks {
            switch block {
            case .html(let part): occurrences += html.all(in: part)
            case .text(let part):
                occurrences += definitions[number].occurrences
                var inlines = MarkdownInlines(document, definitions[number].end..<part.upperBound, labels: labels, html: html)
                occurrences += inlines.all()
                number += 1
            }
        }
        return occurrences.filter { !keepsOriginal($0) }
    }

    /// Whether a link has its short link in its title already.
    private func keepsOriginal(_ occurrence: Occurrence) -> Bool {
        guard case .link(_, let title?) = occurrence.spelling else { return false }
        return TypedPlaces.all(in: title, of: document).contains { services.isShort($0.url) }
    }
}

/// The reference definitions at the start of a paragraph: `[label]: url "title"`.
struct MarkdownDefinitions {
    private(set) var labels: Set<String> = []
    private(set) var occurrences: [Occurrence] = []
    /// Where the paragraph goes on behind them.
    private(set) var end: Int

    init(at part: Range<Int>, in document: [UInt8]) {
        end = part.lowerBound
        let reader = MarkdownLinkReader(document, end: part.upperBound)
        while let (label, link, next) = reader.definition(at: end) {
            labels.insert(label)
            occurrences.append(link)
            end = next
        }
    }
}
