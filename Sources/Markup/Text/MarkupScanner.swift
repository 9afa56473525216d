/// Finds tags and their attributes in the bytes of a page, and says where they stand.
///
/// For changing a page in place: libxml2 tells what a page means, but not at which byte of the file. Tokenises as browsers do (HTML Standard, section
/// 13.2.5), in any encoding but UTF-16; nothing is decoded.
public struct MarkupScanner: Sendable {
    /// Something between `<` and `>`.
    public struct Piece: Sendable, Hashable {
        /// What it is.
        public enum Kind: Sendable, Hashable {
            /// `<a href="…">`
            case startTag
            /// `</a>`
            case endTag
            /// A comment, a document type, and all that browsers take for a comment.
            case comment
            /// What begins a tag whose end never comes: browsers show nothing of it, nor of what follows.
            case unfinished
        }

        /// What it is.
        public var kind: Kind
        /// Its place, angle brackets included.
        public var range: Range<Int>
        /// The place of a tag's name.
        public var name: Range<Int>
    }

    /// An attribute of a tag.
    public struct Attribute: Sendable, Hashable {
        /// The name in small letters.
        public var name: String
        /// The place of its value, without quotes; empty where there is none.
        public var value: Range<Int>
        /// The quote around the value; `nil` where it has none.
        public var quote: UInt8?
    }

    /// Elements whose content is text, whatever it looks like (HTML Standard, sections 13.2.6.2 and 13.2.6.4).
    private static let textElements = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"].map {
        Array($0.utf8)
    }
    private static let plaintext = Array("plaintext".utf8)

    private let page: [UInt8]

    /// A scanner of a page, or of a part of one.
    public init(_ page: [UInt8]) {
        self.page = page
    }

    /// Whether bytes are UTF-16, in which no tag can be found byte by byte.
    public static func isUTF16(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) || UTF16Guess.encoding(of: bytes) != nil
    }

    /// The piece that begins at an index, at which a `<` must stand; `nil` where it is but a sign.
    ///
    /// - Parameter end: where the part of the page ends that is looked at.
    public func piece(at open: Int, before end: Int) -> Piece? {
        page.withUnsafeBufferPointer { Self.piece(at: open, in: UnsafeBufferPointer(rebasing: $0.prefix(end))) }
    }

    /// The start tags of elements of these names, given in small letters, that stand in a part of the page; none of those that are only
    /// shown as text, are in scripts and styles, or in comments.
    public func startTags(of names: [String], in part: Range<Int>) -> [Piece] {
        let names = names.map { Array($0.utf8) }
        return page.withUnsafeBufferPointer { whole in
            let part = part.clamped(to: 0..<whole.count)
            let page = UnsafeBufferPointer(rebasing: whole.prefix(part.upperBound))
            var found: [Piece] = []
            var position = part.lowerBound
            while let open = page.next(UInt8(ascii: "<"), from: position) {
                guard let piece = Self.piece(at: open, in: page) else {
                    position = open + 1
                    continue
                }
                position = piece.range.upperBound
                guard piece.kind == .startTag else { continue }
                if names.contains(where: { page.isTagName($0, at: open + 1) }) { found.append(piece) }
                if page.isTagName(Self.plaintext, at: open + 1) { break }
                if let element = Self.textElements.first(where: { page.isTagName($0, at: open + 1) }) {
                    position = Self.endOfText(element, from: position, in: page)
                }
            }
            return found
        }
    }

    /// The attributes of a tag in their order; of one name the first counts.
    public func attributes(of tag: Piece) -> [Attribute] {
        page.withUnsafeBufferPointer { page in
            var found: [Attribute] = []
            var position = tag.name.upperBound
            while let place = page.nextAttribute(from: &position, to: tag.range.upperBound) {
                let name = String(decoding: page[place.name], as: UTF8.self).lowercased()
                found.append(Attribute(name: name, value: place.value, quote: place.quote))
            }
            return found
        }
    }

    private static func piece(at open: Int, in page: UnsafeBufferPointer<UInt8>) -> Piece? {
        guard open + 1 < page.count, page[open] == UInt8(ascii: "<") else { return nil }
        let none = open..<open
        switch page[open + 1] {
        case UInt8(ascii: "!"): return Piece(kind: .comment, range: open..<page.comment(at: open).end, name: none)
        case UInt8(ascii: "?"): return bogusComment(at: open, in: page)
        case UInt8(ascii: "/"):
            guard open + 2 < page.count else { return nil }
            return isLetter(page[open + 2]) ? tag(.endTag, at: open, name: open + 2, in: page) : bogusComment(at: open, in: page)
        case let byte: return isLetter(byte) ? tag(.startTag, at: open, name: open + 1, in: page) : nil
        }
    }

    private static func bogusComment(at open: Int, in page: UnsafeBufferPointer<UInt8>) -> Piece {
        let end = page.next(UInt8(ascii: ">"), from: open).map { $0 + 1 } ?? page.count
        return Piece(kind: .comment, range: open..<end, name: open..<open)
    }

    private static func tag(_ kind: Piece.Kind, at open: Int, name start: Int, in page: UnsafeBufferPointer<UInt8>) -> Piece {
        var position = start
        while position < page.count, !page[position].isMarkupSpace, page[position] != UInt8(ascii: "/"),
            page[position] != UInt8(ascii: ">")
        {
            position += 1
        }
        let name = start..<position
        while let attribute = page.nextAttribute(from: &position, to: page.count) {
            // A quote that never closes takes the rest of the page with it.
            if let quote = attribute.quote, attribute.value.upperBound >= page.count || page[attribute.value.upperBound] != quote { break }
        }
        guard position < page.count, page[position] == UInt8(ascii: ">") else {
            return Piece(kind: .unfinished, range: open..<page.count, name: name)
        }
        return Piece(kind: kind, range: open..<(position + 1), name: name)
    }

    /// Where the end tag of a text element begins; the page's end, where there is none.
    private static func endOfText(_ element: [UInt8], from start: Int, in page: UnsafeBufferPointer<UInt8>) -> Int {
        var position = start
        while let close = page.next(UInt8(ascii: "<"), from: position) {
            if close + 2 < page.count, page[close + 1] == UInt8(ascii: "/"), page.isTagName(element, at: close + 2) { return close }
            position = close + 1
        }
        return page.count
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
