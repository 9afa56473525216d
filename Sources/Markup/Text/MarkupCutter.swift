/// Cuts out of a page what no reader needs: scripts, styles, comments, drawings and options, half the bytes of a modern page.
///
/// The parser behind it then never sees script text, in which tags mean nothing. JSON-LD is set aside, and so are the comments in which
/// software leaves facts for software.
struct MarkupCutter: ~Copyable {
    /// What is left, in UTF-8.
    private(set) var markup: ByteArena
    /// The texts of `<script type="application/ld+json">`.
    private(set) var jsonLD: [String] = []
    /// Comments that carry an address: TrackBack RDF, and the notes of browsers and tools that saved the page.
    private(set) var factualComments: [String] = []
    /// What stands in ``markup`` for texts, white space and attributes.
    private(set) var standIns: StandIns

    /// Elements that are cut with all they hold. Their ends are found as browsers find them: by the next end tag of that name.
    private static let cutElements = ["script", "style", "svg"].map { Array($0.utf8) }
    /// Elements whose content is text, whatever it looks like (HTML Standard, section 13.2.5.2).
    private static let textElements = ["textarea", "title"].map { Array($0.utf8) }
    private static let select = Array("select".utf8)
    private static let options = ["option", "optgroup"].map { Array($0.utf8) }
    private static let factualMarks = ["<rdf:RDF", "saved from url=", "SingleFile"].map { Array($0.utf8) }
    private static let jsonLDMark = Array("ld+json".utf8)
    private static let longestFactualComment = 8 * 1024

    /// How much of the page is in `markup`, or cut.
    private var kept = 0
    /// From where on there is no end tag of a text element: each is looked for once.
    private var endless: [Int]
    /// Whether a tag was kept. The parser leaves white space out before the first element.
    private var hasElement = false
    /// Whether it is known that no drawing ends any more.
    private var drawingsAreEndless = false

    /// - Parameter usesStandIns: whether texts, white space and attributes have stand-ins.
    init(_ utf8: [UInt8], usesStandIns: Bool = true) {
        markup = ByteArena(capacity: utf8.count)
        standIns = StandIns(utf8, isWanted: usesStandIns)
        endless = Self.textElements.map { _ in utf8.count }
        utf8.withUnsafeBufferPointer { cut($0) }
    }

    private mutating func cut(_ page: UnsafeBufferPointer<UInt8>) {
        var position = 0
        // Where a text may begin: behind a tag or what was cut.
        var text = 0
        while let open = page.next(UInt8(ascii: "<"), from: position) {
            standIn(forTextOf: text..<open, of: page)
            position = open + 1
            text = open + 1
            guard position < page.count else { break }
            defer { if position > open + 1 { text = position } }
            switch page[position] | 0x20 {
            case _ where page[position] == UInt8(ascii: "!"): position = drop(open..<endOfDeclaration(at: open, in: page), of: page)
            case UInt8(ascii: "s"): position = cutElement(at: open, in: page) ?? keepTag(at: open, in: page)
            case UInt8(ascii: "t"): position = escapeElement(at: open, in: page) ?? keepTag(at: open, in: page)
            case UInt8(ascii: "a")...UInt8(ascii: "z"): position = keepTag(at: open, in: page)
            default: continue
            }
        }
        keep(page.count, of: page)
    }

    /// Takes over what stands in front of a place.
    private mutating func keep(_ end: Int, of page: UnsafeBufferPointer<UInt8>) {
        if kept < end { markup.append(UnsafeBufferPointer(rebasing: page[kept..<end])) }
        kept = max(kept, end)
    }

    /// Leaves out a part, and returns where it ends.
    private mutating func drop(_ part: Range<Int>, of page: UnsafeBufferPointer<UInt8>) -> Int {
        keep(part.lowerBound, of: page)
        kept = part.upperBound
        return part.upperBound
    }

    /// Gives the parser stand-ins for the text that stands between a tag and the next, and for the white space before it. Behind `</` the tag
    /// ends first.
    private mutating func standIn(forTextOf part: Range<Int>, of page: UnsafeBufferPointer<UInt8>) {
        guard standIns.isPossible else { return }
        var part = part
        if let slash = part.first, page[slash] == UInt8(ascii: "/"), slash > 0, page[slash - 1] == UInt8(ascii: "<") {
            guard let end = UnsafeBufferPointer(rebasing: page[part]).next(UInt8(ascii: ">"), from: 0) else { return }
            part = (slash + end + 1)..<part.upperBound
        }
        // Where something was cut, what stands before it may go on in the text: a reference, or a tag.
        guard part.lowerBound > 0, part.lowerBound >= kept else { return }
        let before = part.lowerBound > kept ? page[part.lowerBound - 1] : markup.bytes.last
        let letter = page.endOfSpace(in: part)
        if before == UInt8(ascii: ">") {
            if hasElement, (StandIns.shortestSpace...StandIns.longestSpace).contains(letter - part.lowerBound) {
                keep(part.lowerBound, of: page)
                standIns.write(space: part.lowerBound..<letter, to: &markup)
                kept = letter
            }
        } else if letter == part.lowerBound {
            guard let before, before.isMarkupSpace else { return }
        }
        let text = letter..<part.upperBound
        guard text.count >= StandIns.shortestText, let meaning = standIns.meaning(of: text, mayGoOn: true, in: page) else { return }
        keep(text.lowerBound, of: page)
        standIns.write(text: meaning, to: &markup)
        kept = text.upperBound
    }

    /// Keeps a tag, without its attributes if it is written as nearly all tags are. Else without more attributes than any page needs, and without
    /// those that have a name like `@click`, whose value the parser would read as more attributes, and from a `>` on as text.
    ///
    /// - Returns: where the tag ends.
    private mutating func keepTag(at open: Int, in page: UnsafeBufferPointer<UInt8>) -> Int {
        hasElement = true
        if standIns.isPossible {
            if let tag = page.plainTag(at: open, attribute: { standIns.add(attribute: $0, hasCapitals: $1, value: $2, in: page) }) {
                guard tag.close > tag.nameEnd, tag.nameEnd >= kept else { return tag.end }
                keep(tag.nameEnd, of: page)
                standIns.addTag(at: markup.count)
                kept = tag.close
                return tag.end
            }
            standIns.forgetAttributes()
        }
        let tag = Self.tag(at: open, in: page) { attribute in _ = drop(attribute, of: page) }
        if let excess = tag.excess, excess < tag.end - 1 { _ = drop(excess..<(tag.end - 1), of: page) }
        return tag.end
    }

    /// Cuts a script, a style, a drawing, or the options of a choice; `nil` if the element is none of these.
    private mutating func cutElement(at open: Int, in page: UnsafeBufferPointer<UInt8>) -> Int? {
        if let name = Self.cutElements.first(where: { page.isTagName($0, at: open + 1) }) {
            return drop(open..<endOfElement(name, at: open, in: page), of: page)
        }
        guard page.isTagName(Self.select, at: open + 1) else { return nil }
        // A list of all months and categories is no text of the page, and long.
        let content = keepTag(at: open, in: page)
        return Self.endOfOptions(from: content, in: page).map { drop(content..<$0, of: page) } ?? content
    }

    /// The end of a choice's options; `nil` if anything else stands between them, or the choice has no end.
    private static func endOfOptions(from content: Int, in page: UnsafeBufferPointer<UInt8>) -> Int? {
        var position = content
        while let open = page.next(UInt8(ascii: "<"), from: position), open + 1 < page.count {
            let isEnd = page[open + 1] == UInt8(ascii: "/")
            let name = isEnd ? open + 2 : open + 1
            if isEnd, page.isTagName(select, at: name) { return open }
            guard options.contains(where: { page.isTagName($0, at: name) }) else { return nil }
            position = endOfTag(at: open, in: page)
        }
        return nil
    }

    /// Writes what stands in a text element as the text that it is: a comment or a script that begins in it is none.
    private mutating func escapeElement(at open: Int, in page: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let number = Self.textElements.firstIndex(where: { page.isTagName($0, at: open + 1) }) else { return nil }
        let content = keepTag(at: open, in: page)
        guard content < endless[number] else { return content }
        var position = content
        var brackets: [Int] = []
        while let close = page.next(UInt8(ascii: "<"), from: position) {
            let isEnd = close + 2 < page.count && page[close + 1] == UInt8(ascii: "/")
            if isEnd, page.isTagName(Self.textElements[number], at: close + 2) {
                for bracket in brackets {
                    position = drop(bracket..<(bracket + 1), of: page)
                    for byte in "&lt;".utf8 { markup.append(byte) }
                }
                return close
            }
            brackets.append(close)
            position = close + 1
        }
        endless[number] = content
        return content
    }

    /// A comment, or what browsers make one ("bogus comment"), which is cut.
    private mutating func endOfDeclaration(at open: Int, in page: UnsafeBufferPointer<UInt8>) -> Int {
        let comment = page.comment(at: open)
        if let content = comment.content { keepIfFactual(page[content]) }
        return comment.end
    }

    private mutating func keepIfFactual(_ comment: Slice<UnsafeBufferPointer<UInt8>>) {
        guard comment.count < Self.longestFactualComment else { return }
        let isFactual = Self.factualMarks.contains { Self.contains($0, in: comment) }
        if isFactual { factualComments.append(String(decoding: comment, as: UTF8.self)) }
    }

    private mutating func endOfElement(_ name: [UInt8], at open: Int, in page: UnsafeBufferPointer<UInt8>) -> Int {
        let content = Self.endOfTag(at: open, in: page)
        // Only a drawing may close itself; `<script/>` does not. And the rest of a page is no drawing, as it is a script where that never ends.
        let isDrawing = name.count == 3
        if isDrawing, drawingsAreEndless || content >= 2 && page[content - 2] == UInt8(ascii: "/") { return content }
        var position = content
        while let close = page.next(UInt8(ascii: "<"), from: position) {
            position = close + 1
            guard position < page.count, page[position] == UInt8(ascii: "/"), page.isTagName(name, at: position + 1) else {
                continue
            }
            if Self.contains(Self.jsonLDMark, in: page[open..<content]) {
                jsonLD.append(String(decoding: page[content..<close], as: UTF8.self))
            }
            return Self.endOfTag(at: close, in: page)
        }
        drawingsAreEndless = drawingsAreEndless || isDrawing
        return isDrawing ? content : page.count
    }

    /// More attributes than any page needs; the parser compares each new one with all before it.
    private static let mostAttributes = 256

    private static func endOfTag(at open: Int, in page: UnsafeBufferPointer<UInt8>) -> Int {
        tag(at: open, in: page).end
    }

    /// The position behind a tag's `>`, which does not count inside an attribute's quotes, and where attributes begin to be too many.
    ///
    /// - Parameter misnamed: is told of each attribute with a value in quotes whose name the parser does not take for one.
    private static func tag(
        at open: Int, in page: UnsafeBufferPointer<UInt8>, misnamed: (_ attribute: Range<Int>) -> Void = { _ in }
    ) -> (end: Int, excess: Int?) {
        var position = open + 1
        var afterEquals = false
        var afterSpace = false
        var start: Int?
        var isNamed = false
        var isUnquoted = false
        var attributes = 0
        var excess: Int?
        while position < page.count {
            let byte = page[position]
            position += 1
            // A value without quotes goes on to white space or the tag's end (HTML Standard, section 13.2.5.38).
            if isUnquoted, byte != UInt8(ascii: ">") {
                guard byte.isMarkupSpace else { continue }
                isUnquoted = false
            }
            switch byte {
            case UInt8(ascii: ">"): return (position, excess)
            case UInt8(ascii: "="):
                if afterEquals { (start, isNamed) = (nil, false) }
                afterEquals = true
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if afterEquals {
                    guard let end = page.next(byte, from: position) else { return (position, excess) }
                    if excess == nil, let start, !isNamed { misnamed(start..<(end + 1)) }
                    position = end + 1
                }
                afterEquals = false
                (start, isNamed) = (nil, false)
                // `a="b"c="d"`: a browser takes this for two attributes.
                afterSpace = true
                continue
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: "/"):
                afterSpace = true
                continue
            default:
                if afterEquals {
                    (start, isNamed, isUnquoted) = (nil, false, true)
                } else if afterSpace {
                    attributes += 1
                    start = page[position - 2].isMarkupSpace ? position - 1 : nil
                    isNamed = start != nil && byte.isNameStart
                } else if isNamed {
                    isNamed = byte.isNamePart
                }
                afterEquals = false
                if attributes == mostAttributes, excess == nil { excess = position - 1 }
            }
            afterSpace = false
        }
        return (position, excess)
    }

    private static func contains(_ mark: [UInt8], in text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = mark.first else { return true }
        let text = UnsafeBufferPointer(rebasing: text)
        var position = 0
        while let start = text.next(first, from: position) {
            if text[start...].starts(with: mark) { return true }
            position = start + 1
        }
        return false
    }
}
