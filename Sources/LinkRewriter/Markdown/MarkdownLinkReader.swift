/// Reads what follows the text of a Markdown link: destination and title (CommonMark, sections 4.7, 6.3).
struct MarkdownLinkReader {
    /// No title and no label is longer; what is, is no link, so that nothing is read again and again.
    private static let longest = 2_048
    private static let longestLabel = 999

    private let document: [UInt8]
    private let end: Int

    init(_ document: [UInt8], end: Int) {
        self.document = document
        self.end = end
    }

    /// `(destination "title")` at an index, and where it ends.
    func tail(at open: Int) -> (link: Occurrence, end: Int)? {
        guard byte(open) == UInt8(ascii: "("), let parts = parts(at: skippingSpace(from: open + 1)) else { return nil }
        let close = skippingSpace(from: parts.end)
        guard byte(close) == UInt8(ascii: ")") else { return nil }
        return (parts.link, close + 1)
    }

    /// `[label]: destination "title"` at an index, with nothing else on its line, and where the next line begins.
    func definition(at start: Int) -> (label: String, link: Occurrence, end: Int)? {
        // Marks of quotes may stand in front of a second definition.
        var open = start
        while let next = byte(open), next <= 0x20 || next == UInt8(ascii: ">") { open += 1 }
        guard byte(open) == UInt8(ascii: "["), let close = endOfLabel(from: open + 1), byte(close + 1) == UInt8(ascii: ":"),
            byte(open + 1) != UInt8(ascii: "^"), let label = label((open + 1)..<close)
        else { return nil }
        let first = skippingSpace(from: close + 2)
        if let parts = parts(at: first), let next = endOfLine(from: parts.end) { return (label, parts.link, next) }
        guard let part = destination(at: first), let next = endOfLine(from: part.end) else { return nil }
        return (label, link(part, title: nil), next)
    }

    /// The label that a text in brackets is; `nil` where it is none.
    func label(_ part: Range<Int>) -> String? {
        guard part.count <= Self.longestLabel else { return nil }
        let words = String(decoding: document[part], as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// The place of the `]` that ends a label.
    func endOfLabel(from start: Int) -> Int? {
        var position = start
        while let next = byte(position), position - start <= Self.longestLabel {
            switch next {
            case UInt8(ascii: "]"): return position
            case UInt8(ascii: "["): return nil
            case UInt8(ascii: "\\"): position += 2
            default: position += 1
            }
        }
        return nil
    }

    // MARK: - Parts

    private typealias Destination = (place: Range<Int>, url: Range<Int>, end: Int)

    private func parts(at start: Int) -> (link: Occurrence, end: Int)? {
        guard let part = destination(at: start) else { return nil }
        let next = skippingSpace(from: part.end)
        // A title needs a space before it.
        guard next > part.end, let title = endOfTitle(at: next) else { return (link(part, title: nil), part.end) }
        return (link(part, title: next..<title), title)
    }

    private func link(_ part: Destination, title: Range<Int>?) -> Occurrence {
        let place = part.place.lowerBound..<(title?.upperBound ?? part.place.upperBound)
        let url = MarkdownSpelling.decoded(document[part.url])
        return Occurrence(url: url, place: place, spelling: .link(destination: part.url, title: title))
    }

    private func destination(at start: Int) -> Destination? {
        if byte(start) == UInt8(ascii: "<") {
            var position = start + 1
            while let next = byte(position), position - start <= Self.longest, next != UInt8(ascii: "\n"), next != UInt8(ascii: "<") {
                if next == UInt8(ascii: ">") { return (start..<(position + 1), (start + 1)..<position, position + 1) }
                position += next == UInt8(ascii: "\\") ? 2 : 1
            }
            return nil
        }
        var position = start
        var depth = 0
        while let next = byte(position), next > 0x20, position - start <= Self.longest {
            if next == UInt8(ascii: "(") { depth += 1 }
            if next == UInt8(ascii: ")") {
                if depth == 0 { break }
                depth -= 1
            }
            let isEscape = next == UInt8(ascii: "\\") && byte(position + 1)?.isSign == true
            position += isEscape ? 2 : 1
        }
        return position > start && depth == 0 ? (start..<position, start..<position, position) : nil
    }

    private func endOfTitle(at start: Int) -> Int? {
        let close: UInt8
        switch byte(start) {
        case UInt8(ascii: "\""): close = UInt8(ascii: "\"")
        case UInt8(ascii: "'"): close = UInt8(ascii: "'")
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        default: return nil
        }
        var position = start + 1
        while let next = byte(position), position - start <= Self.longest {
            if next == close { return position + 1 }
            position += next == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private func byte(_ index: Int) -> UInt8? { index < end ? document[index] : nil }

    /// Past spaces and at most one end of a line.
    private func skippingSpace(from start: Int) -> Int {
        var position = start
        var lines = 0
        while let next = byte(position), next <= 0x20 {
            if next == UInt8(ascii: "\n") { lines += 1 }
            if lines > 1 { break }
            position += 1
        }
        return position
    }

    /// Where the next line begins, if nothing is left on this one.
    private func endOfLine(from start: Int) -> Int? {
        var position = start
        while let next = byte(position) {
            if next == UInt8(ascii: "\n") { return position + 1 }
            guard next <= 0x20 else { return nil }
            position += 1
        }
        return end
    }
}
