/// A stretch of text that is judged as one: what stands between two tags that begin or end a block.
struct Passage {
    /// What stands between two tags of any kind.
    struct Part {
        var range: Range<Int>
        var tally = PassageTally()
    }

    var tally = PassageTally()
    /// The parts in which something can be decoded.
    var parts: [Part] = []
}

/// Finds the passages of a page in which sequences of doubly encoded characters stand.
struct PassageScan {
    private(set) var passages: [Passage] = []
    private var passage = Passage()
    private var part = Passage.Part(range: 0..<0)
    private var isCode = false

    /// Tags that do not end a passage: those of words in a sentence, and of cells, so that a table of damages and repairs is one.
    private static let inlineTags: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "q",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "td", "th", "time", "tt", "u", "var", "wbr",
    ]
    private static let codeTags: Set<String> = ["code", "kbd", "pre", "samp", "tt", "textarea"]

    init(_ page: UnsafeBufferPointer<UInt8>, isHTML: Bool) {
        var index = 0
        while index < page.count {
            let byte = page[index]
            if byte >= 0x80 {
                index = Self.read(page, at: index, isCode: isCode, into: &part.tally)
            } else if byte == UInt8(ascii: "<"), isHTML, let tag = Self.tag(at: index, in: page) {
                endPart(at: index)
                if !Self.inlineTags.contains(tag.name) { endPassage() }
                readAttributes(index..<tag.end, of: page)
                isCode = !tag.isEnd && Self.codeTags.contains(tag.name)
                index = tag.end
                part = Passage.Part(range: index..<index)
            } else {
                index += 1
                if byte == UInt8(ascii: "\n"), !isHTML {
                    endPart(at: index)
                    endPassage()
                    part = Passage.Part(range: index..<index)
                }
            }
        }
        endPart(at: page.count)
        endPassage()
    }

    /// Reads what stands at a byte beyond ASCII, and returns where it ends.
    private static func read(
        _ page: UnsafeBufferPointer<UInt8>, at index: Int, isCode: Bool, into tally: inout PassageTally
    ) -> Int {
        if let run = DoubleEncodedRun(at: index, in: page) {
            tally.add(run, isCode: isCode)
            return run.end
        }
        let length = max(1, page.lengthOfCharacter(at: index))
        let mask: UInt8 = length < 3 ? 0x1F : length == 3 ? 0x0F : 0x07
        tally.add(page[(index + 1)..<(index + length)].reduce(UInt32(page[index] & mask)) { $0 << 6 | UInt32($1 & 0x3F) })
        return index + length
    }

    /// The values of a tag are a passage of their own, within another.
    private mutating func readAttributes(_ tag: Range<Int>, of page: UnsafeBufferPointer<UInt8>) {
        var index = page.endOfASCII(from: tag.lowerBound)
        guard index < tag.upperBound else { return }
        var part = Passage.Part(range: tag)
        while index < tag.upperBound {
            index = page[index] < 0x80 ? index + 1 : Self.read(page, at: index, isCode: false, into: &part.tally)
        }
        if part.tally.sequences > 0 { passages.append(Passage(tally: part.tally, parts: [part])) }
    }

    private mutating func endPart(at end: Int) {
        part.range = part.range.lowerBound..<end
        passage.tally.add(part.tally)
        if part.tally.hasRuns { passage.parts.append(part) }
    }

    private mutating func endPassage() {
        if passage.tally.sequences > 0 { passages.append(passage) }
        passage = Passage()
    }

    private static func tag(at open: Int, in page: UnsafeBufferPointer<UInt8>) -> (name: String, isEnd: Bool, end: Int)? {
        var index = open + 1
        let isEnd = index < page.count && page[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        let name = page[min(index, page.count)...].prefix(12).prefix { DoubleEncodedRun.isLetter($0) || (0x30...0x39).contains($0) }
        guard let first = name.first ?? page[min(index, page.count)...].first,
            DoubleEncodedRun.isLetter(first) || first == UInt8(ascii: "!")
        else { return nil }
        let end = page.next(UInt8(ascii: ">"), from: index).map { $0 + 1 } ?? page.count
        return (String(decoding: name.map { $0 | 0x20 }, as: UTF8.self), isEnd, end)
    }
}

/// What speaks for a passage being encoded twice, and what against it.
struct PassageTally {
    private(set) var sequences = 0
    /// Whether there is anything to decode, be it only what was lost.
    private(set) var hasRuns = false
    /// Sequences that touch a letter.
    private(set) var inWords = 0
    private var isRefuted = false
    /// Scripts of runs that are sure, and of runs that are not: "Ð²" is believed among other Cyrillic only.
    private var sureScripts: Set<DoubleEncodedRun.Script> = []
    private var doubtfulScripts: Set<DoubleEncodedRun.Script> = []
    private var decoded: Set<UInt32> = []
    private var plain: Set<UInt32> = []

    /// Whether all of it can be decoded, and should.
    var isClean: Bool {
        sequences > 0 && !isRefuted && doubtfulScripts.isSubset(of: sureScripts) && decoded.isDisjoint(with: plain)
    }

    mutating func add(_ run: DoubleEncodedRun, isCode: Bool) {
        hasRuns = true
        if isCode {
            isRefuted = true
        } else if run.isSure {
            count(run)
        } else if let script = run.script {
            doubtfulScripts.insert(script)
        } else if !run.isLoss {
            isRefuted = true
        }
    }

    private mutating func count(_ run: DoubleEncodedRun) {
        if let script = run.script { sureScripts.insert(script) }
        sequences += run.count
        if run.isInWord { inWords += run.count }
        for scalar in String(decoding: run.utf8, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 { decoded.insert(scalar.value) }
    }

    /// Counts a character that is itself.
    mutating func add(_ scalar: UInt32) {
        if Self.isLetter(scalar) { isRefuted = true } else { plain.insert(scalar) }
    }

    mutating func add(_ other: PassageTally) {
        sequences += other.sequences
        inWords += other.inWords
        isRefuted = isRefuted || other.isRefuted
        sureScripts.formUnion(other.sureScripts)
        doubtfulScripts.formUnion(other.doubtfulScripts)
        decoded.formUnion(other.decoded)
        plain.formUnion(other.plain)
    }

    /// Signs, spaces and pictures say nothing: editors put them into damaged texts too.
    private static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case ..<0xC0, 0xD7, 0xF7, 0x2000..<0x2C00, 0x3000..<0x3040, 0xE000..<0xF900, 0xFE00..<0xFE10, 0xFE30..<0xFE50, 0xFEFF, 0xFFFD,
            0x1F000...:
            false
        default: true
        }
    }
}
