/// A first look at a post's bytes: whether any line in it could begin a reply. Nearly no post has one, and every post is looked at.
enum LetterGlance {
    /// A line's head in which a marker must be.
    private static let headLength = 100
    /// How many lines there are from the top to that in which a letter greets: a heading, an announcement, the greeting.
    private static let linesBeforeLetter = 3

    /// Whether a text is worth a look at its words.
    static func mayHoldLetter(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var line = 0
            var isGreeted = false
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
                var words = Words(bytes: bytes, position: start, end: min(end, start + headLength))
                let isCut = end - start > headLength
                if isAnswer(&words, isCut: isCut) { return true }
                if salutations.contains(words.first) {
                    if isGreeted { return true }
                    isGreeted = line < linesBeforeLetter
                }
                if end > start { line += 1 }
                start = end + 1
            }
            return false
        }
    }

    private static func isAnswer(_ words: inout Words, isCut: Bool) -> Bool {
        guard let first = words.next() else { return words.isForeign }
        words.first = first
        if nouns.contains(first) || initials.contains(first) && words.isBeforeMark { return true }
        var last = first
        var previous = first
        var count = 1
        while !words.isBeforeMark, count < 9, let word = words.next() {
            if count == 1, determiners.contains(first), nouns.contains(word) { return true }
            (previous, last) = (last, word)
            count += 1
        }
        // "Gilles répond :", "Ann's answer".
        guard words.isBeforeMark || words.isAtEnd && !isCut else { return false }
        return verbs.contains(last) || verbs.contains(previous) || nouns.contains(last)
    }

    private static let nouns = packed("reponse answer reply response antwort respuesta risposta resposta antwoord svar avis")
    private static let determiners = packed(
        "ma notre la mon my our the meine unsere die mi nuestra mia nostra minha a nossa mijn ons het mitt")
    private static let initials = packed("a r")
    private static let verbs = packed("answers replies responds repond antwortet responde contesta risponde antwoordt")
    private static let salutations = Set(LetterWords.salutations.map { Words.packed($0.utf8) })

    private static func packed(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { Words.packed($0.utf8) })
    }

    /// The words of a line's head, each as its first twelve letters, five bits a letter, without accents and case.
    struct Words {
        private let bytes: UnsafeBufferPointer<UInt8>
        private var position: Int
        private let end: Int
        /// The first word of the line; 0 until it is read.
        var first: UInt64 = 0

        init(bytes: UnsafeBufferPointer<UInt8>, position: Int, end: Int) {
            self.bytes = bytes
            self.position = position
            self.end = end
        }

        static func packed(_ letters: some Sequence<UInt8>) -> UInt64 {
            letters.prefix(12).reduce(0) { $0 << 5 | UInt64($1 & 0x1F) }
        }

        var isAtEnd: Bool { position >= end }

        /// Whether the last word was followed by a colon, a point or a bracket.
        var isBeforeMark: Bool {
            var index = position
            while index < end, bytes[index] == 0x20 || bytes[index] == 0xC2 || bytes[index] == 0xA0 { index += 1 }
            guard index < end else { return false }
            // A colon of Chinese and Japanese width is EF BC 9A.
            return bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")")
                || bytes[index] == 0xEF
        }

        /// Whether the line begins with letters of another script, of which Japanese has a marker.
        var isForeign: Bool {
            position + 2 < end && bytes[position] == 0xE5 && bytes[position + 1] == 0x9B && bytes[position + 2] == 0x9E
        }

        /// The next word of Latin letters; `nil` at the head's end or before another script.
        mutating func next() -> UInt64? {
            while position < end, letter() == nil {
                if bytes[position] >= 0xC4, bytes[position] != 0xE2 { return nil }
                position += 1
            }
            guard position < end else { return nil }
            var word: UInt64 = 0
            var count = 0
            while position < end, let letter = letter() {
                if count < 12 { word = word << 5 | UInt64(letter & 0x1F) }
                count += 1
                position += bytes[position] < 0x80 ? 1 : 2
            }
            return word
        }

        /// The letter at the position, small and without its accent.
        private func letter() -> UInt8? {
            let byte = bytes[position]
            if byte < 0x80 {
                let small = byte | 0x20
                return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(small) ? small : nil
            }
            guard byte == 0xC3, position + 1 < end else { return nil }
            // U+00C0 to U+00FF, of which the upper half are the small letters.
            switch bytes[position + 1] & 0x1F {
            case 0x00...0x05: return UInt8(ascii: "a")
            case 0x07: return UInt8(ascii: "c")
            case 0x08...0x0B: return UInt8(ascii: "e")
            case 0x0C...0x0F: return UInt8(ascii: "i")
            case 0x11: return UInt8(ascii: "n")
            case 0x12...0x16: return UInt8(ascii: "o")
            case 0x19...0x1C: return UInt8(ascii: "u")
            default: return UInt8(ascii: "y")
            }
        }
    }
}
