/// Characters in a row that windows-1252 or latin-1 made of UTF-8: "Ã©", "ðŸ˜€", "æ—¥æœ¬".
struct DoubleEncodedRun {
    /// Where the run ends.
    private(set) var end: Int
    /// What it stands for.
    private(set) var utf8: [UInt8] = []
    /// How many characters that are.
    private(set) var count = 0
    /// Whether no right text has such a row of characters.
    private(set) var isSure = false
    /// Whether all of it are letters that lost what followed them: right or wrong as the others of the passage.
    private(set) var isLoss = true
    /// Whether a letter stands beside it, or letters are what it stands for. Nobody writes about damaged pictures.
    private(set) var isInWord = false
    /// Whether it stands for Latin letters beyond the west, Greek, Cyrillic and the like, or for Chinese and Japanese.
    private(set) var script: Script?

    enum Script { case alphabet, wide }

    /// The longest run that starts at an index; `nil` if none does.
    init?(at start: Int, in page: UnsafeBufferPointer<UInt8>) {
        guard page[start] == 0xC3 else { return nil }
        end = start
        let before = start > 0 ? page[start - 1] : 0
        var isOfMarks = true
        while let sequence = Sequence(at: end, in: page) {
            isOfMarks = isOfMarks && sequence.bytes.dropFirst().allSatisfy(WesternByte.isCloser)
            isLoss = isLoss && sequence.isLoss
            isSure = isSure || !sequence.isLoss && sequence.isSure(after: end == start ? before : 0, in: page)
            utf8.append(contentsOf: sequence.bytes)
            end = sequence.end
            count += 1
        }
        guard count > 0 else { return nil }
        // Marks may stand behind one letter, not behind each.
        isSure = isSure || count > 1 && !isOfMarks && !isLoss
        let behind = end < page.count ? page[end] : 0
        let lead = utf8.first ?? 0
        script = lead > 0xC3 && lead < 0xDF ? .alphabet : lead >= 0xE0 && lead < 0xF0 && lead != 0xE2 ? .wide : nil
        let isWord = count > 1 && utf8.count > count && lead != 0xE2 && lead != 0xC2
        isInWord = Self.isLetter(before) || Self.isLetter(behind) || isWord || lead >= 0xF0
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}

/// Characters that stand for the bytes of one character.
private struct Sequence {
    var end: Int
    var bytes: [UInt8]
    /// Whether a character of the sequence was lost on the way, so that it is told by its place only.
    var isLoss = false
    /// Whether a continuation is one of latin-1's control characters, which no text has.
    private var hasControl = false

    init?(at start: Int, in page: UnsafeBufferPointer<UInt8>) {
        guard start < page.count, let lead = Self.byte(at: start, in: page), (0xC2...0xF4).contains(lead.byte) else { return nil }
        let length = lead.byte < 0xE0 ? 2 : lead.byte < 0xF0 ? 3 : 4
        bytes = [lead.byte]
        end = lead.end
        while bytes.count < length {
            guard end < page.count, let next = Self.byte(at: end, in: page), next.byte & 0xC0 == 0x80 else {
                guard restore(before: end, at: start, in: page) else { return nil }
                return
            }
            hasControl = hasControl || (0x80..<0xA0).contains(next.byte) && page[end] == 0xC2
            bytes.append(next.byte)
            end = next.end
        }
        let isCharacter = bytes.withUnsafeBufferPointer { $0.lengthOfCharacter(at: 0) == length }
        guard isCharacter else { return nil }
    }

    /// What can be restored though its end is missing: ” is "â€" and a control character that tools drop; no-break spaces, of which Â and
    /// à have one, become plain spaces.
    private mutating func restore(before end: Int, at start: Int, in page: UnsafeBufferPointer<UInt8>) -> Bool {
        let next = end < page.count ? page[end] : 0
        if bytes == [0xE2, 0x80], !hasControl {
            if page.has("\u{FFFD}", at: end) { self.end = end + 3 } else if next >= 0x80 { return false }
            bytes = [0xE2, 0x80, 0x9D]
            return true
        }
        let isCapital = start > 0 && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(page[start - 1])
        guard next == 0x20, !isCapital, bytes == [0xC2] || bytes == [0xC3] else { return false }
        bytes = bytes == [0xC3] ? [0xC3, 0xA0] : []
        isLoss = true
        return true
    }

    /// The byte of windows-1252 or latin-1 of the character at an index.
    private static func byte(at index: Int, in page: UnsafeBufferPointer<UInt8>) -> (byte: UInt8, end: Int)? {
        let length = page.lengthOfCharacter(at: index)
        switch length {
        case 2:
            let scalar = UInt32(page[index] & 0x1F) << 6 | UInt32(page[index + 1] & 0x3F)
            return WesternByte.of(scalar).map { ($0, index + 2) }
        case 3:
            let scalar = UInt32(page[index] & 0x0F) << 12 | UInt32(page[index + 1] & 0x3F) << 6 | UInt32(page[index + 2] & 0x3F)
            return WesternByte.of(scalar).map { ($0, index + 3) }
        default: return nil
        }
    }

    /// Whether no right text has this sequence behind this byte. Right texts do have accented letters before a no-break space, a closing
    /// quotation mark or a trade mark: "santé »", "CAFÉ…", "Spaß“".
    func isSure(after before: UInt8, in page: UnsafeBufferPointer<UInt8>) -> Bool {
        if hasControl { return true }
        let follows = bytes.dropFirst()
        let isCapitalBefore = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(before)
        let isSmallBefore = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(before)
        let isLetterBehind = end < page.count && DoubleEncodedRun.isLetter(page[end])
        // "CÅ“ur" and "Å’uvre", but "SMÅ’s".
        if bytes[0] == 0xC4 || bytes[0] == 0xC5, isLetterBehind, bytes[1] != 0x92 || !DoubleEncodedRun.isLetter(before) { return true }
        switch bytes[0] {
        case 0xC2 where bytes[1] == 0xA0: return true
        case 0xC2, 0xC3:
            return !isCapitalBefore || isLetterBehind || !follows.allSatisfy(WesternByte.isCloser)
        case 0xDF: return false
        // "2×½"; Hebrew letters end at 0xAA.
        case 0xD7: return bytes[1] <= 0xAA && !WesternByte.isCloser(bytes[1]) && !WesternByte.isMark(bytes[1])
        case 0xC4..<0xDF: return isSmallBefore || !follows.contains { WesternByte.isCloser($0) || WesternByte.isMark($0) }
        // A byte-order mark.
        case 0xEF where bytes == [0xEF, 0xBB, 0xBF]: return true
        case 0xE2: return !follows.allSatisfy(WesternByte.isCloser)
        case 0xE0..<0xF0: return !isSmallBefore && !isCapitalBefore && before < 0x80 && !WesternByte.isCloser(bytes[1])
        default: return true
        }
    }
}

/// The bytes of windows-1252, with latin-1's control characters where it has none.
private enum WesternByte {
    static func of(_ scalar: UInt32) -> UInt8? {
        if scalar < 0x100 { return scalar < 0x80 ? nil : UInt8(scalar) }
        switch scalar {
        case 0x20AC: return 0x80
        case 0x201A: return 0x82
        case 0x0192: return 0x83
        case 0x201E: return 0x84
        case 0x2026: return 0x85
        case 0x2020: return 0x86
        case 0x2021: return 0x87
        case 0x02C6: return 0x88
        case 0x2030: return 0x89
        case 0x0160: return 0x8A
        case 0x2039: return 0x8B
        case 0x0152: return 0x8C
        case 0x017D: return 0x8E
        case 0x2018: return 0x91
        case 0x2019: return 0x92
        case 0x201C: return 0x93
        case 0x201D: return 0x94
        case 0x2022: return 0x95
        case 0x2013: return 0x96
        case 0x2014: return 0x97
        case 0x02DC: return 0x98
        case 0x2122: return 0x99
        case 0x0161: return 0x9A
        case 0x203A: return 0x9B
        case 0x0153: return 0x9C
        case 0x017E: return 0x9E
        case 0x0178: return 0x9F
        default: return nil
        }
    }

    /// Spaces and marks that may follow any word: no-break space, quotation marks, dashes, ellipsis, bullet.
    static func isCloser(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xA0, 0xAB, 0xBB, 0x85, 0x8B, 0x91...0x97, 0x9B, 0x82, 0x84, 0xB7: true
        default: false
        }
    }

    /// Signs that follow names and numbers: ™ © ® ° ² ³ ¹ ª º € †.
    static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x99, 0xA9, 0xAE, 0xB0, 0xB2, 0xB3, 0xB9, 0xAA, 0xBA, 0x80, 0x86: true
        default: false
        }
    }
}
