internal import Markup

/// The links in a paragraph of Markdown.
struct MarkdownInlines {
    /// A `[` whose `]` has not come yet.
    private struct Bracket {
        var place: Int
        var isImage: Bool
        /// How many links stood before it.
        var links: Int
        var holdsBrackets = false
    }

    /// What is longer is no link.
    private static let longest = 2_100

    private let document: [UInt8]
    private let part: Range<Int>
    private let labels: Set<String>
    private let html: HTMLLinks
    private let scanner: MarkupScanner
    private let reader: MarkdownLinkReader
    private var codeMarks: CodeMarks
    private var brackets: [Bracket] = []
    /// There are no links in links: once a link has ended, none of the brackets that are open then begins another. They are the first so
    /// many; images among them may still end.
    private var spent = 0
    private var found: [Occurrence] = []
    /// Inside `<a>` nothing else is a link.
    private var isInAnchor = false
    /// Whether a tag was found to have no end: then none behind it has one either.
    private var hasUnfinishedTag = false

    init(_ document: [UInt8], _ part: Range<Int>, labels: Set<String>, html: HTMLLinks) {
        self.document = document
        self.part = part
        self.labels = labels
        self.html = html
        scanner = MarkupScanner(document)
        reader = MarkdownLinkReader(document, end: part.upperBound)
        codeMarks = CodeMarks(document, part)
    }

    mutating func all() -> [Occurrence] {
        var position = part.lowerBound
        while position < part.upperBound {
            switch document[position] {
            case UInt8(ascii: "\\"): position += position + 1 < part.upperBound && document[position + 1].isSign ? 2 : 1
            case UInt8(ascii: "`"): position = codeMarks.end(ofSpanAt: position)
            case UInt8(ascii: "<"): position = readAngle(at: position)
            case UInt8(ascii: "["): position = open(at: position)
            case UInt8(ascii: "]"): position = close(at: position)
            case UInt8(ascii: "h"), UInt8(ascii: "H"): position = readBare(at: position)
            default: position += 1
            }
        }
        return found.sorted { $0.place.lowerBound < $1.place.lowerBound }
    }

    // MARK: - URLs without text

    /// `<url>`, or a tag of HTML.
    private mutating func readAngle(at open: Int) -> Int {
        if isURL(at: open + 1) {
            let rest = document[(open + 1)..<min(open + Self.longest, part.upperBound)].prefix {
                $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
            }
            if rest.endIndex < part.upperBound, document[rest.endIndex] == UInt8(ascii: ">") {
                let url = CharacterReferences.decoded(String(decoding: rest, as: UTF8.self))
                if !isInAnchor { found.append(Occurrence(url: url, place: open..<(rest.endIndex + 1), spelling: .bare)) }
                return rest.endIndex + 1
            }
        }
        guard !hasUnfinishedTag, let piece = scanner.piece(at: open, before: part.upperBound) else { return open + 1 }
        if piece.kind == .unfinished {
            hasUnfinishedTag = true
            return open + 1
        }
        let name = String(decoding: document[piece.name], as: UTF8.self).lowercased()
        if name == "a" { isInAnchor = piece.kind == .startTag }
        if piece.kind == .startTag, name == "a" || name == "area", let link = html.occurrence(piece) { found.append(link) }
        return piece.range.upperBound
    }

    /// A URL that stands in the text as it is.
    private mutating func readBare(at start: Int) -> Int {
        guard isURL(at: start), start == part.lowerBound || mayStand(behind: document[start - 1]) else { return start + 1 }
        let rest = document[start..<min(start + Self.longest, part.upperBound)].prefix { $0 > 0x20 && !"<>`]|".utf8.contains($0) }
        // The mark of emphasis in front of it tells that the one behind it is not of it.
        let hasMark = start > part.lowerBound && "*_~".utf8.contains(document[start - 1])
        let typed = TypedPlaces.all(in: (hasMark ? start - 1 : start)..<rest.endIndex, of: document, limit: 1).first
        guard let typed, typed.place.lowerBound == start else { return rest.endIndex }
        if !isInAnchor { found.append(Occurrence(url: typed.url, place: typed.place, spelling: .bare)) }
        return typed.place.upperBound
    }

    /// Whether a URL may begin behind a sign. Behind some, the bracket that is written before it would be another: `\[`, `![`, `][`.
    private func mayStand(behind byte: UInt8) -> Bool {
        !byte.isLetterOrDigit && !"\\!]/".utf8.contains(byte)
    }

    private func isURL(at start: Int) -> Bool {
        let head = document[min(start, part.upperBound)..<min(start + 8, part.upperBound)].map { $0 | 0x20 }
        // 0x2F with that bit set is 0x2F still, and so is 0x3A.
        return head.starts(with: "http://".utf8) || head.elementsEqual("https://".utf8)
    }

    // MARK: - Brackets

    private mutating func open(at place: Int) -> Int {
        for index in brackets.indices.suffix(1) { brackets[index].holdsBrackets = true }
        let isImage = place > part.lowerBound && document[place - 1] == UInt8(ascii: "!")
        brackets.append(Bracket(place: place, isImage: isImage, links: found.count))
        return place + 1
    }

    private mutating func close(at place: Int) -> Int {
        guard let bracket = brackets.popLast() else { return place + 1 }
        let isSpent = brackets.count < spent
        spent = min(spent, brackets.count)
        guard bracket.isImage || !isSpent else { return place + 1 }
        if let tail = reader.tail(at: place + 1) {
            end(bracket, with: tail.link)
            return tail.end
        }
        guard let end = endOfReference(bracket, at: place) else { return place + 1 }
        self.end(bracket, with: nil)
        return end
    }

    /// `[text][label]`, `[label][]` or `[label]`, where the document defines the label.
    private func endOfReference(_ bracket: Bracket, at place: Int) -> Int? {
        if place + 1 < part.upperBound, document[place + 1] == UInt8(ascii: "["), let close = reader.endOfLabel(from: place + 2),
            let label = reader.label((place + 2)..<close), labels.contains(label)
        {
            return close + 1
        }
        guard !bracket.holdsBrackets, let label = reader.label((bracket.place + 1)..<place), labels.contains(label) else { return nil }
        return place + 1
    }

    /// What stands in the text of a link is none of its own; an image leads nowhere.
    private mutating func end(_ bracket: Bracket, with link: Occurrence?) {
        found.removeSubrange(min(bracket.links, found.count)...)
        guard !bracket.isImage else { return }
        if let link { found.append(link) }
        spent = brackets.count
    }
}

/// The runs of backticks in a paragraph.
private struct CodeMarks {
    private let document: [UInt8]
    private let part: Range<Int>
    /// Of each length, where the last run begins: behind it none needs to be looked for.
    private var last: [Int: Int] = [:]

    init(_ document: [UInt8], _ part: Range<Int>) {
        self.document = document
        self.part = part
        var position = part.lowerBound
        while let start = document[position..<part.upperBound].firstIndex(of: UInt8(ascii: "`")) {
            position = end(ofRunAt: start)
            last[position - start] = start
        }
    }

    /// Where the code span that begins here ends; the end of the run of backticks, where it begins none.
    func end(ofSpanAt start: Int) -> Int {
        let content = end(ofRunAt: start)
        let length = content - start
        guard let last = last[length], last >= content else { return content }
        var position = content
        while let next = document[position..<part.upperBound].firstIndex(of: UInt8(ascii: "`")) {
            position = end(ofRunAt: next)
            if position - next == length { return position }
        }
        return content
    }

    private func end(ofRunAt start: Int) -> Int {
        document[start..<part.upperBound].firstIndex { $0 != UInt8(ascii: "`") } ?? part.upperBound
    }
}
