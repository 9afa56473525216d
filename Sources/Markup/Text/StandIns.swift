/// What the parser need not look at — texts, white space, the attributes of tags — and what stands in its place in the markup that it gets.
///
/// libxml2 reads letter by letter, with some eighty instructions for each letter of a text and more than a thousand for an attribute, where there
/// is nothing for a parser to decide. Instead it is given two letters for a text, one space for white space, and tags without attributes.
/// It says at which byte of its markup it is when it tells of a tag or a text: that is where the page's own bytes are looked up.
///
/// Where texts and tags are, is a guess. It was right if the parser tells of each tag when it is at the end of the tag's name, and of each text
/// and white space when it is behind what stands for it. Else the page is parsed again without.
struct StandIns: Sendable {
    /// A text or white space.
    struct Text: Sendable {
        /// Where in the markup its stand-in begins.
        var place: Int32
        /// Whether white space stands for it.
        var isSpace: Bool
        /// Where it is in the page, or behind it what it means.
        var start: Int32
        var count: Int32

        /// How many bytes the stand-in has: the parser takes a text of one byte for white space sooner than for a text.
        var length: Int { isSpace ? 1 : 2 }
        var part: Range<Int> { Int(start)..<Int(start + count) }
    }

    /// A tag that was written without its attributes.
    struct Tag: Sendable {
        /// Where in the markup its name ends.
        var place: Int32
        /// Behind its last attribute.
        var end: Int32
    }

    /// Where an attribute is in the page; and its value, if that means other letters, behind the page.
    struct Attribute: Sendable {
        var name: Int32
        var nameCount: Int16
        /// Whether there are capitals in the name, which names of HTML do not tell from small letters.
        var hasCapitals: Bool
        var value: Int32
        var valueCount: Int32
    }

    /// What is shorter is not worth it.
    static let shortestText = 6
    static let shortestSpace = 2
    /// White space that the parser takes in two pieces is no white space to it (`HTML_PARSER_BIG_BUFFER_SIZE`).
    static let longestSpace = 900

    /// The page that they are of; nothing where there may be none.
    let page: [UInt8]
    /// What means other letters than its own. Places in it follow those in the page.
    private(set) var decoded: [UInt8] = []
    private(set) var texts: [Text] = []
    private(set) var tags: [Tag] = []
    private(set) var attributes: [Attribute] = []
    /// Whether stand-ins may be used.
    let isPossible: Bool
    /// Whether there is a control character anywhere in the page: in nearly none there is.
    private let holdsControl: Bool
    /// Where the next `&` is behind a place: parts come in the order of the page.
    private var reference = (place: 0, from: Int.max)

    init(_ page: [UInt8], isWanted: Bool) {
        isPossible = isWanted && !page.withUnsafeBufferPointer { $0.holdsC1 || $0.holdsNoncharacter }
        self.page = isPossible ? page : []
        holdsControl = isPossible && page.withUnsafeBufferPointer(\.holdsControl)
        guard isPossible else { return }
        texts.reserveCapacity(page.count / 64)
        tags.reserveCapacity(page.count / 128)
        attributes.reserveCapacity(page.count / 64)
    }

    /// What a part of the page means: the part itself, or where it stands with characters for its references; `nil` if that is for the parser to
    /// say.
    ///
    /// - Parameter mayGoOn: whether something may be cut behind it.
    mutating func meaning(of part: Range<Int>, mayGoOn: Bool, in page: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard !holdsControl || !page.holdsControl(in: part) else { return nil }
        if part.lowerBound < reference.from || part.lowerBound > reference.place {
            reference = (page.next(UInt8(ascii: "&"), from: part.lowerBound) ?? page.count, part.lowerBound)
        }
        if reference.place >= part.upperBound { return part }
        let start = page.count + decoded.count
        return page.decode(part, mayGoOn: mayGoOn, into: &decoded) ? start..<(page.count + decoded.count) : nil
    }

    /// Writes the stand-in of a text.
    mutating func write(text part: Range<Int>, to markup: inout ByteArena) {
        texts.append(Text(place: Int32(markup.count), isSpace: false, start: Int32(part.lowerBound), count: Int32(part.count)))
        markup.append(UInt8(ascii: "a"))
        markup.append(UInt8(ascii: "a"))
    }

    /// Writes the stand-in of white space.
    mutating func write(space part: Range<Int>, to markup: inout ByteArena) {
        texts.append(Text(place: Int32(markup.count), isSpace: true, start: Int32(part.lowerBound), count: Int32(part.count)))
        markup.append(UInt8(ascii: " "))
    }

    /// Notes an attribute of the tag that will be added next. Returns whether it may be taken out of it.
    mutating func add(attribute name: Range<Int>, hasCapitals: Bool, value: Range<Int>, in page: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let meaning = meaning(of: value, mayGoOn: false, in: page) else { return false }
        attributes.append(
            Attribute(
                name: Int32(name.lowerBound), nameCount: Int16(name.count), hasCapitals: hasCapitals, value: Int32(meaning.lowerBound),
                valueCount: Int32(meaning.count)))
        return true
    }

    /// Forgets the attributes that were noted for a tag which keeps them.
    mutating func forgetAttributes() {
        let kept = tags.last.map { Int($0.end) } ?? 0
        if let first = attributes[kept...].first(where: { $0.value >= page.count }) {
            decoded.removeLast(page.count + decoded.count - Int(first.value))
        }
        attributes.removeLast(attributes.count - kept)
    }

    /// Adds a tag with the attributes that were noted.
    ///
    /// - Parameter place: where in the markup its name ends.
    mutating func addTag(at place: Int) {
        tags.append(Tag(place: Int32(place), end: Int32(attributes.count)))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether there is a character from U+0080 to U+009F, which means another one (``BuiltBytes`` mends it).
    fileprivate var holdsC1: Bool { holds(0xC2) { $0 < 0xA0 } }

    /// Whether there is a control character, as ``holdsControl(in:)`` has them. Without a branch for a byte, so that
    /// many can be looked at together.
    fileprivate var holdsControl: Bool {
        var found: UInt8 = 0
        for byte in self {
            found |= (byte < 0x20 ? 1 : 0) & (byte == 0x09 ? 0 : 1) & (byte == 0x0A ? 0 : 1) & (byte == 0x0D ? 0 : 1)
        }
        return found != 0
    }

    /// Whether there is U+FFFE or U+FFFF, which the parser drops.
    fileprivate var holdsNoncharacter: Bool {
        var position = 0
        while let found = next(0xEF, from: position) {
            position = found + 1
            if position + 1 < count, self[position] == 0xBF, self[position + 1] >= 0xBE { return true }
        }
        return false
    }
}
