internal import Glibc

/// Cuts out of a page what no reader needs: scripts, styles, comments and drawings, half the bytes of a modern page.
///
/// The parser behind it then never sees script text, in which tags mean nothing. JSON-LD is set aside, and so are the comments in which
/// software leaves facts for software.
struct MarkupCutter {
    /// What is left, in UTF-8.
    private(set) var markup: [UInt8] = []
    /// The texts of `<script type="application/ld+json">`.
    private(set) var jsonLD: [String] = []
    /// Comments that carry an address: TrackBack RDF, and the notes of browsers and tools that saved the page.
    private(set) var factualComments: [String] = []

    /// Elements that are cut with all they hold. Their ends are found as browsers find them: by the next end tag of that name.
    private static let cutElements = ["script", "style", "svg"].map { Array($0.utf8) }
    private static let factualMarks = ["<rdf:RDF", "saved from url=", "SingleFile"].map { Array($0.utf8) }
    private static let jsonLDMark = Array("ld+json".utf8)
    private static let longestFactualComment = 8 * 1024

    init(_ utf8: [UInt8]) {
        markup.reserveCapacity(utf8.count)
        utf8.withUnsafeBufferPointer { cut($0) }
    }

    private mutating func cut(_ page: UnsafeBufferPointer<UInt8>) {
        var kept = 0
        var position = 0
        while let open = Self.next(UInt8(ascii: "<"), in: page, from: position) {
            position = open + 1
            guard position < page.count else { break }
            let end: Int
            if page[position] == UInt8(ascii: "!") {
                end = endOfDeclaration(at: open, in: page)
            } else if page[position] == UInt8(ascii: "/") {
                continue
            } else if let name = Self.cutElements.first(where: { Self.isName($0, at: position, in: page) }) {
                end = endOfElement(name, at: open, in: page)
            } else {
                guard Self.isLetter(page[position]) else { continue }
                let tag = Self.tag(at: open, in: page)
                position = tag.end
                guard let excess = tag.excess, excess < tag.end - 1 else { continue }
                markup.append(contentsOf: page[kept..<excess])
                kept = tag.end - 1
                continue
            }
            markup.append(contentsOf: page[kept..<open])
            kept = end
            position = end
        }
        if kept < page.count { markup.append(contentsOf: page[kept...]) }
    }

    /// A comment, or what browsers make one ("bogus comment"); a document type is kept.
    private mutating func endOfDeclaration(at open: Int, in page: UnsafeBufferPointer<UInt8>) -> Int {
        let isComment = open + 3 < page.count && page[open + 2] == UInt8(ascii: "-") && page[open + 3] == UInt8(ascii: "-")
        guard isComment else { return Self.next(UInt8(ascii: ">"), in: page, from: open).map { $0 + 1 } ?? page.count }
        let start = open + 4
        // `<!-->` and `<!--->` are complete comments (HTML Standard, section 13.2.5.44).
        var position = start
        while let end = Self.next(UInt8(ascii: ">"), in: page, from: position) {
            position = end + 1
            let dashes = end >= 2 && page[end - 1] == UInt8(ascii: "-") && page[end - 2] == UInt8(ascii: "-")
            let bang = end >= start + 3 && page[end - 1] == UInt8(ascii: "!") && page[end - 2] == UInt8(ascii: "-")
            if dashes || (bang && page[end - 3] == UInt8(ascii: "-")) {
                if end - 2 > start { keepIfFactual(page[start..<(end - 2)]) }
                return end + 1
            }
        }
        return page.count
    }

    private mutating func keepIfFactual(_ comment: Slice<UnsafeBufferPointer<UInt8>>) {
        guard comment.count < Self.longestFactualComment else { return }
        let isFactual = Self.factualMarks.contains { Self.contains($0, in: comment) }
        if isFactual { factualComments.append(String(decoding: comment, as: UTF8.self)) }
    }

    private mutating func endOfElement(_ name: [UInt8], at open: Int, in page: UnsafeBufferPointer<UInt8>) -> Int {
        let content = Self.endOfTag(at: open, in: page)
        // Only a drawing may close itself; `<script/>` does not.
        if name.count == 3, content >= 2, page[content - 2] == UInt8(ascii: "/") { return content }
        var position = content
        while let close = Self.next(UInt8(ascii: "<"), in: page, from: position) {
            position = close + 1
            guard position < page.count, page[position] == UInt8(ascii: "/"), Self.isName(name, at: position + 1, in: page) else {
                continue
            }
            if Self.contains(Self.jsonLDMark, in: page[open..<content]) {
                jsonLD.append(String(decoding: page[content..<close], as: UTF8.self))
            }
            return Self.endOfTag(at: close, in: page)
        }
        return page.count
    }

    /// More attributes than any page needs; the parser compares each new one with all before it.
    private static let mostAttributes = 256

    private static func endOfTag(at open: Int, in page: UnsafeBufferPointer<UInt8>) -> Int {
        tag(at: open, in: page).end
    }

    /// The position behind a tag's `>`, which does not count inside an attribute's quotes, and where attributes begin to be too many.
    private static func tag(at open: Int, in page: UnsafeBufferPointer<UInt8>) -> (end: Int, excess: Int?) {
        var position = open + 1
        var afterEquals = false
        var afterSpace = false
        var attributes = 0
        var excess: Int?
        while position < page.count {
            let byte = page[position]
            position += 1
            switch byte {
            case UInt8(ascii: ">"): return (position, excess)
            case UInt8(ascii: "="): afterEquals = true
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if afterEquals {
                    guard let end = next(byte, in: page, from: position) else { return (position, excess) }
                    position = end + 1
                }
                afterEquals = false
                // `a="b"c="d"`: a browser takes this for two attributes.
                afterSpace = true
                continue
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: "/"):
                afterSpace = true
                continue
            default:
                afterEquals = false
                if afterSpace { attributes += 1 }
                if attributes == mostAttributes, excess == nil { excess = position - 1 }
            }
            afterSpace = false
        }
        return (position, excess)
    }

    private static func isName(_ name: [UInt8], at position: Int, in page: UnsafeBufferPointer<UInt8>) -> Bool {
        guard position + name.count < page.count else { return false }
        for (offset, letter) in name.enumerated() where page[position + offset] | 0x20 != letter { return false }
        switch page[position + name.count] {
        case 0x20, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: "/"), UInt8(ascii: ">"): return true
        default: return false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func contains(_ mark: [UInt8], in text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = mark.first else { return true }
        let text = UnsafeBufferPointer(rebasing: text)
        var position = 0
        while let start = next(first, in: text, from: position) {
            if text[start...].starts(with: mark) { return true }
            position = start + 1
        }
        return false
    }

    private static func next(_ byte: UInt8, in page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < page.count, let base = page.baseAddress,
            let found = memchr(base + start, Int32(byte), page.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
