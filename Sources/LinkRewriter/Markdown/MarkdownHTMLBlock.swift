internal import Markup

/// The beginning of a block of HTML, in which nothing is Markdown (CommonMark, section 4.6), and where it ends.
struct MarkdownHTMLBlock {
    private enum End {
        case text([String])
        case blankLine
    }

    /// Elements whose tags begin a block up to the next empty line.
    private static let blockElements: Set<String> = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3",
        "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes",
        "ol", "optgroup", "option", "p", "param", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title",
        "tr", "track", "ul",
    ]
    private static let textElements: Set<String> = ["pre", "script", "style", "textarea"]

    private let end: End

    /// - Parameter isInParagraph: a tag that stands alone on its line begins a block only where no paragraph goes on with it.
    init?(_ line: MarkdownLine, isInParagraph: Bool) {
        let text = line.bytes
        guard text.first == UInt8(ascii: "<"), let next = text.dropFirst().first else { return nil }
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
            end = .text([
                text.starts(with: "<!--".utf8)
                    ? "-->" : text.starts(with: "<![CDATA[".utf8) ? "]]>" : next == UInt8(ascii: "?") ? "?>" : ">"
            ])
            return
        }
        let name = text.dropFirst(next == UInt8(ascii: "/") ? 2 : 1).prefix(16).prefix { $0.isLetterOrDigit }
        let behind = text.dropFirst((next == UInt8(ascii: "/") ? 2 : 1) + name.count).first
        guard !name.isEmpty, behind.map({ $0 <= 0x20 || "/>".utf8.contains($0) }) ?? true else { return nil }
        let element = String(decoding: name, as: UTF8.self).lowercased()
        if Self.textElements.contains(element), next != UInt8(ascii: "/") {
            end = .text(Self.textElements.map { "</\($0)>" })
        } else if Self.blockElements.contains(element) || (!isInParagraph && Self.isOneTag(line)) {
            end = .blankLine
        } else {
            return nil
        }
    }

    private static func isOneTag(_ line: MarkdownLine) -> Bool {
        let bytes = Array(line.bytes)
        guard let tag = MarkupScanner(bytes).piece(at: 0, before: bytes.count), tag.kind != .unfinished else { return false }
        return bytes[tag.range.upperBound...].allSatisfy { $0 <= 0x20 }
    }

    /// Whether a line is the first that is no part of the block.
    func endsBefore(_ line: MarkdownLine) -> Bool {
        if case .blankLine = end { return line.isBlank }
        return false
    }

    /// Whether a line is the last of the block.
    func ends(with line: MarkdownLine) -> Bool {
        guard case .text(let marks) = end else { return false }
        let text = String(decoding: line.bytes, as: UTF8.self).lowercased()
        return marks.contains { text.contains($0) }
    }
}

extension UInt8 {
    var isLetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }

    /// A sign of ASCII, which a backslash in front of it makes ordinary.
    var isSign: Bool { (0x21...0x7E).contains(self) && !isLetterOrDigit }
}
