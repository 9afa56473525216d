internal import Markup
internal import ThreadModel

/// Dates, read with all that the page says of them.
extension DraftReader {
    /// All dates of a page use one format. Returns whether nothing on the page decides which.
    mutating func settleNumericOrder(of page: PageDraft) -> Bool {
        let comments = page.comments.compactMap { ($0.dateNode ?? $0.byline)?.line }
        let evidence = DateEvidence(comments: comments, post: (page.postDateNode ?? page.postBylineNode)?.line, capturedAt: capturedAt)
        let decision = evidence.decision(by: dates)
        if decision.basis != .notAsked { dates = dates.with(orderOfPage: decision.order) }
        return !decision.isEvident
    }

    /// The date of a comment: of its own element, else of its byline, else the words that could not be read.
    func published(_ draft: CommentDraft, byline: Byline?) -> PublishedDate? {
        if let node = draft.dateNode, let date = date(of: node) { return date }
        if let date = byline?.date { return date }
        // A line with a name and "3 days ago" or "9 January, 13:06" on it.
        if let node = draft.byline, let date = incompleteDate(in: node.line) { return date }
        return draft.dateNode.flatMap { $0.line.isEmpty ? nil : PublishedDate(printed: $0.line) }
    }

    /// The date of an element: what an attribute says to programs, as far as nothing else is printed, else its text.
    func date(of node: Node) -> PublishedDate? {
        let text = node.line
        guard let attribute = attributeDate(of: node) else { return dates.find(in: text)?.date ?? incompleteDate(in: text) }
        var date = dates.combine(printed: text, attribute: attribute)
        if let found = dates.find(in: text) ?? nil {
            date.printed = found.date.printed
        } else if let incomplete = incompleteDate(in: text) {
            date.printed = incomplete.printed
        }
        return date
    }

    /// A date that is printed relative to the capture, or without its year.
    private func incompleteDate(in text: String) -> PublishedDate? {
        let (relative, partial) = dates.findIncomplete(in: text)
        if let relative { return relative.resolved(capturedAt: capturedAt) }
        guard let partial else { return nil }
        return capturedAt.map { partial.completed(capturedAt: $0) } ?? partial.unresolved
    }

    private static let attributes: [AttributeName] = [.datetime, .title, .content]
    private static let epochAttributes = ["data-utime", "data-timestamp", "data-time", "data-unixtime", "data-epoch", "data-date"]

    /// The date in an attribute of an element, or of the one element in it that has such an attribute.
    func attributeDate(of node: Node) -> PublishedDate? {
        for element in [node] + node.childElements.prefix(4) {
            for name in Self.attributes {
                if let value = element.attribute(name), let date = dates.attribute(value) { return date }
            }
            for name in Self.epochAttributes {
                if let value = element.attribute(name), let instant = dates.epoch(value) { return moment(instant) }
            }
            if let instant = linkedInstant(element) { return moment(instant) }
        }
        if let around = node.parent, around.tag == .a, let instant = linkedInstant(around) {
            return moment(instant)
        }
        return nil
    }

    /// Blogger's links to comments hold the moment in milliseconds: `…?showComment=1267533660000#c71`.
    private func linkedInstant(_ link: Node) -> String? {
        guard link.attribute(.href, contains: "showComment="), let reference = link.attribute(.href),
            let mark = reference.firstRange(of: "showComment=")?.upperBound
        else { return nil }
        return dates.epoch(String(reference[mark...].prefix { $0.isASCII && $0.isNumber }))
    }

    /// An instant as the attribute that `DateReader.combine` puts beside what is printed.
    private func moment(_ instant: String) -> PublishedDate {
        // To the minute: what is printed beside is no more precise.
        PublishedDate(printed: instant, local: String(instant.prefix(16)), instant: instant)
    }
}
